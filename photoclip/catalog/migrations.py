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

_STEPS = (_INITIAL, _DRIVES_TAGS_ALBUMS, _SEALS)
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
