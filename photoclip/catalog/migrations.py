"""The catalog's schema as ordered steps; a released step is never edited, only followed by another."""

from __future__ import annotations

import sqlite3

_INITIAL = """
-- Folders that the user pointed at. Paths are bytes: a name need not be text.
CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    added_at REAL NOT NULL
);

-- A photo is its content: BLAKE2b-128 over the bytes of the file.
CREATE TABLE photos (
    id INTEGER PRIMARY KEY,
    content_hash BLOB NOT NULL UNIQUE CHECK (length(content_hash) = 16),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    format TEXT NOT NULL,
    taken_at TEXT,
    added_at REAL NOT NULL
);

-- A file is a place where a photo was seen. photo_id is NULL while its content was
-- never known; settled is 0 while the content has to be looked at (again). A file
-- that is gone keeps its row.
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    device INTEGER NOT NULL,
    photo_id INTEGER REFERENCES photos (id),
    settled INTEGER NOT NULL DEFAULT 0,
    problem_kind TEXT,
    problem_reason TEXT,
    missing_since REAL
);
CREATE INDEX files_by_photo ON files (photo_id);
CREATE INDEX files_by_size_and_time ON files (size, mtime_ns);

-- Which weights made vectors: an id alone could be two checkpoints.
CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    model_id TEXT NOT NULL,
    weights_sha256 TEXT NOT NULL,
    dimensions INTEGER NOT NULL,
    device TEXT NOT NULL,
    precision TEXT NOT NULL,
    note TEXT NOT NULL,
    used_at REAL NOT NULL,
    UNIQUE (model_id, weights_sha256)
);

-- A unit vector as little-endian float16. digest is BLAKE2b-64 of those bytes:
-- the checksum, and the key by which equal vectors find each other. An id is never
-- used again, so that an index of older vectors cannot fit newer ones by chance.
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model INTEGER NOT NULL REFERENCES models (id),
    photo_id INTEGER NOT NULL REFERENCES photos (id),
    vector BLOB NOT NULL,
    digest BLOB NOT NULL,
    UNIQUE (model, photo_id)
);
CREATE INDEX vectors_by_digest ON vectors (model, digest);
"""

_DRIVES_TAGS_ALBUMS = """
-- Where a folder lies on its drive, so that the drive may be mounted elsewhere.
ALTER TABLE folders ADD COLUMN drive_id TEXT NOT NULL DEFAULT '';
ALTER TABLE folders ADD COLUMN inside BLOB NOT NULL DEFAULT x'';
ALTER TABLE folders ADD COLUMN offline INTEGER NOT NULL DEFAULT 0;

-- Single values, such as the place of the library when it was last written to.
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- source is "person", or names the label list and the model that gave the tag with a score.
CREATE TABLE tags (
    photo_id INTEGER NOT NULL REFERENCES photos (id),
    label TEXT NOT NULL,
    source TEXT NOT NULL,
    score REAL,
    made_at REAL NOT NULL,
    PRIMARY KEY (photo_id, label, source)
) WITHOUT ROWID;
CREATE INDEX tags_by_label ON tags (label, photo_id);

CREATE TABLE albums (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at REAL NOT NULL
);
CREATE TABLE album_photos (
    album_id INTEGER NOT NULL REFERENCES albums (id),
    photo_id INTEGER NOT NULL REFERENCES photos (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (album_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX album_photos_by_photo ON album_photos (photo_id);
CREATE INDEX vectors_by_photo ON vectors (photo_id);
"""

_SEALS = """
-- A checksum of the row's other values (see seals.py), for what cannot be made again.
ALTER TABLE folders ADD COLUMN seal BLOB;
ALTER TABLE photos ADD COLUMN seal BLOB;
ALTER TABLE files ADD COLUMN seal BLOB;
ALTER TABLE models ADD COLUMN seal BLOB;
ALTER TABLE facts ADD COLUMN seal BLOB;
ALTER TABLE tags ADD COLUMN seal BLOB;
ALTER TABLE albums ADD COLUMN seal BLOB;
ALTER TABLE album_photos ADD COLUMN seal BLOB;
"""

_LIBRARY_WINDOW = """
-- What else a decode told; described is the version of these details (photos.py), 0 before there were any.
ALTER TABLE photos ADD COLUMN camera TEXT NOT NULL DEFAULT '';
ALTER TABLE photos ADD COLUMN lens TEXT NOT NULL DEFAULT '';
ALTER TABLE photos ADD COLUMN latitude REAL;
ALTER TABLE photos ADD COLUMN longitude REAL;
ALTER TABLE photos ADD COLUMN exposure REAL;
ALTER TABLE photos ADD COLUMN f_number REAL;
ALTER TABLE photos ADD COLUMN iso INTEGER;
ALTER TABLE photos ADD COLUMN focal_length REAL;
ALTER TABLE photos ADD COLUMN live INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photos ADD COLUMN sharpness REAL;
ALTER TABLE photos ADD COLUMN described INTEGER NOT NULL DEFAULT 0;

-- A person does not want to hear of this file's problem.
ALTER TABLE files ADD COLUMN ignored INTEGER NOT NULL DEFAULT 0;

-- All that a list of photos needs of their files.
CREATE INDEX files_in_sight ON files (missing_since, photo_id, mtime_ns, path, size);

-- Photos with stars or among the favourites; no others have a row.
CREATE TABLE marks (
    photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
    rating INTEGER NOT NULL,
    favourite INTEGER NOT NULL,
    seal BLOB
);

-- kind is "hand", "smart" or "group"; parent is a group, position the place among its siblings;
-- query is what a smart album asks for, as JSON (saved_query.py). An id is never used again.
CREATE TABLE old_albums AS SELECT id, name, created_at FROM albums;
CREATE TABLE old_album_photos AS SELECT album_id, photo_id, position FROM album_photos;
DROP TABLE album_photos;
DROP TABLE albums;
CREATE TABLE albums (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent INTEGER REFERENCES albums (id),
    position INTEGER NOT NULL,
    created_at REAL NOT NULL,
    cover INTEGER REFERENCES photos (id),
    query TEXT NOT NULL,
    seal BLOB
);
CREATE UNIQUE INDEX albums_by_name ON albums (coalesce(parent, 0), name);
CREATE TABLE album_photos (
    album_id INTEGER NOT NULL REFERENCES albums (id),
    photo_id INTEGER NOT NULL REFERENCES photos (id),
    position INTEGER NOT NULL,
    seal BLOB,
    PRIMARY KEY (album_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX album_photos_by_photo ON album_photos (photo_id);
INSERT INTO albums (id, name, kind, position, created_at, query)
    SELECT id, name, 'hand', row_number() OVER (ORDER BY name) - 1, created_at, '' FROM old_albums;
INSERT INTO album_photos (album_id, photo_id, position)
    SELECT album_id, photo_id, position FROM old_album_photos;
DROP TABLE old_album_photos;
DROP TABLE old_albums;

-- In smart albums: photos that are always kept (1) or never shown (0).
CREATE TABLE album_decisions (
    album_id INTEGER NOT NULL REFERENCES albums (id),
    photo_id INTEGER NOT NULL REFERENCES photos (id),
    keep INTEGER NOT NULL,
    seal BLOB,
    PRIMARY KEY (album_id, photo_id)
) WITHOUT ROWID;
CREATE INDEX album_decisions_by_photo ON album_decisions (photo_id);
"""

_CAPTIONS = """
-- The titles and descriptions that the file carries; '' where there are none.
ALTER TABLE photos ADD COLUMN caption TEXT NOT NULL DEFAULT '';
"""

_STEPS = (_INITIAL, _DRIVES_TAGS_ALBUMS, _SEALS, _LIBRARY_WINDOW, _CAPTIONS)
LATEST = len(_STEPS)
"""The schema version that this program writes; SQLite keeps it as `user_version`."""


def statements(version: int) -> list[str]:
    """The statements that lead from `version - 1` to `version`."""
    found, current = [], ""
    for line in _STEPS[version - 1].splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    return found
