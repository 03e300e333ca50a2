"""Kinds of work that tests kill: how each is prepared, what must be left of it, and how it has to end."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from faults import changes, saving
from faults.running import BATCH, HERE, Place, environment, stored, stored_in, temporaries

from photoclip.catalog import migrations
from photoclip.catalog.catalog import Catalog
from photoclip.domain.browsing import Tag
from photoclip.imaging.thumbnails import Thumbnails

PHOTOS = 24


class Work:
    """Indexing a new folder. Other kinds change what is there before, and what is run."""

    again = BATCH
    """How many photos may have to be embedded again after each kill."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(folder)

    def prepare(self) -> None:
        self.place.draw(0, PHOTOS)
        (self.place.photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")

    def start(self, **variables: str) -> subprocess.Popen[str]:
        return self.place.start("index", self.place.photos, **variables)

    def remember(self) -> None:
        """Note what must be there still after a kill."""
        self._kept, self._embedded = stored(self.place.library), self.place.embedded()

    def check_cut(self) -> None:
        """Nothing is lost, and no more than the batch in flight has to be embedded again."""
        now = stored(self.place.library)
        assert now >= self._kept, f"lost: {self._kept - now}"
        again = self.place.embedded() - self._embedded - (_vectors(now) - _vectors(self._kept))
        assert again <= self.again, f"{again} photos have to be embedded again"

    def check_end(self) -> None:
        """After the kills the work was done to its end."""
        self.place.assert_sound()

    def result(self) -> object:
        """What has to be the same with and without kills."""
        found = self.place.content()
        return {path.rpartition(b"/")[2]: facts for path, facts in found.items()}


class Growing(Work):
    """Indexing a folder in which photos came, went and got other names."""

    def prepare(self) -> None:
        super().prepare()
        self.place.index_well()
        self.place.draw(PHOTOS, PHOTOS // 2)
        for mark in range(4):
            (self.place.photos / f"{mark}.png").unlink()
            (self.place.photos / f"{mark + 4}.png").rename(self.place.photos / f"renamed-{mark}.png")


class RestoringThumbnails(Work):
    """Thumbnails that were lost are made again by the next indexing, and nothing is embedded."""

    again = 0

    def prepare(self) -> None:
        super().prepare()
        self.place.index_well()
        shutil.rmtree(self.place.library / "thumbnails")

    def check_end(self) -> None:
        super().check_end()
        thumbnails = Thumbnails(self.place.library / "thumbnails")
        with closing(Catalog(self.place.library, writing=False)) as catalog:
            assert all(thumbnails.has(content_hash) for content_hash, _ in catalog.photos.places())


class BackingUp(Work):
    """A dated copy of the catalog; a killed one leaves nothing that looks like a backup and is none."""

    again = 0

    def prepare(self) -> None:
        super().prepare()
        self.place.index_well()
        add_tags(self.place.library)

    def start(self, **variables: str) -> subprocess.Popen[str]:
        return self.place.start("backup", **variables)

    def check_cut(self) -> None:
        super().check_cut()
        for copy in backups(self.place.library):
            with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as catalog:
                assert catalog.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                assert stored_in(catalog) <= self._kept

    def check_end(self) -> None:
        super().check_end()
        newest = backups(self.place.library)[-1]
        with closing(sqlite3.connect(f"{newest.as_uri()}?mode=ro&immutable=1", uri=True)) as catalog:
            assert stored_in(catalog) == stored(self.place.library)


class Restoring(Work):
    """Going back to a backup. Until it is in place the library is the newer one, then the older."""

    again = PHOTOS

    def prepare(self) -> None:
        super().prepare()
        self.place.index_well()
        add_tags(self.place.library)
        assert self.place.run("backup").returncode == 0
        self._older = stored(self.place.library)
        self.place.draw(PHOTOS, 6)
        self.place.index_well()
        self._newer = stored(self.place.library)

    def start(self, **variables: str) -> subprocess.Popen[str]:
        return self.place.start("restore", "latest", **variables)

    def check_cut(self) -> None:
        assert stored(self.place.library) in (self._older, self._newer)
        assert self.place.run("status").returncode == 0

    def check_end(self) -> None:
        assert stored(self.place.library) == self._older
        assert _stored_aside(self.place.library) >= self._newer - self._older, "what was replaced is gone"
        self.place.index_well()
        super().check_end()


class Repairing(Work):
    """Mending damaged vectors, thumbnails and an index; what is sound stays."""

    again = 0

    def prepare(self) -> None:
        super().prepare()
        self.place.index_well()
        add_tags(self.place.library)
        library = self.place.library
        with closing(sqlite3.connect(library / "catalog.sqlite3")) as catalog, catalog:
            catalog.execute("UPDATE vectors SET vector = zeroblob(8) WHERE id IN (3, 7)")
        for manifest in library.glob("index/*/manifest.json"):
            manifest.write_text("{")
        for thumbnail in sorted(library.glob("thumbnails/*/*.jpg"))[::3]:
            thumbnail.write_bytes(thumbnail.read_bytes()[:-40])
        assert self.place.run("verify").returncode == 3

    def start(self, **variables: str) -> subprocess.Popen[str]:
        return self.place.start("repair", **variables)

    def remember(self) -> None:
        super().remember()
        self._kept = {row for row in self._kept if row[0] != "vectors" or row[2] != bytes(8)}

    def check_cut(self) -> None:
        now = stored(self.place.library)
        assert now >= self._kept, f"lost: {self._kept - now}"

    def check_end(self) -> None:
        self.place.index_well()
        super().check_end()
        assert self.place.embedded() == PHOTOS + 2


class Migrating(Work):
    """Opening a library of the first version, which is backed up and brought up to date."""

    again = 0

    def prepare(self) -> None:
        super().prepare()
        self.place.index_well()
        make_old(self.place.library / "catalog.sqlite3")

    def check_end(self) -> None:
        super().check_end()
        assert self.place.embedded() == PHOTOS
        assert any("-v1." in copy.name for copy in backups(self.place.library))


class SavingIndex:
    """Saving the graph of several thousand vectors over an older one."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(folder)
        self.library = self.place.library

    def prepare(self) -> None:
        template = self.place.folder.parent / "template"
        if not template.exists():
            saving.fill(template, 0, 3000)
            saving.save(template)
            saving.fill(template, 3000, 1500)
        shutil.copytree(template, self.library)

    def start(self, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(HERE / "saving.py"), str(self.library)],
            env=environment(**variables),
            stderr=subprocess.PIPE,
            text=True,
        )

    def remember(self) -> None:
        self._kept = stored(self.library)

    def check_cut(self) -> None:
        """The old graph or the new one is there, and whichever it is, the answers are right."""
        assert stored(self.library) == self._kept
        assert all("behind" in fault for fault in saving.faults(self.library))
        assert self.result() == [1, 3000, 3001, 4500]

    def check_end(self) -> None:
        assert saving.faults(self.library) == []
        (folder,) = (self.library / "index").iterdir()
        assert len(list(folder.iterdir())) == 2, "a graph and its manifest, and nothing left behind"
        assert temporaries(self.library) == []

    def result(self) -> object:
        seeds = [(0, 0), (2999, 0), (0, 3000), (1499, 3000)]
        return [saving.nearest(self.library, mark, seed) for mark, seed in seeds]


class Changing:
    """A person changes marks, labels and albums, and takes some of it back, while photos are indexed."""

    script, photos = "changes.py", 6

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = Place(folder)
        self.library = self.place.library
        self.journal = folder / "journal"

    def prepare(self) -> None:
        self.place.draw(0, self.photos)
        duration_of(self._run("fill"))
        self.place.draw(self.photos, 12)

    def start(self, **variables: str) -> subprocess.Popen[str]:
        return self._run("work", **variables)

    def _run(self, what: str, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(HERE / self.script), what, str(self.folder)],
            env=environment(**variables),
            stderr=subprocess.PIPE,
            text=True,
        )

    def remember(self) -> None:
        self._kept = stored(self.library)

    def check_cut(self) -> None:
        """What was told to be changed is, and of no change a part only."""
        now = stored(self.library)
        assert {row for row in self._kept if row[0] != "marks"} <= now, "something is lost"
        told = set(self.journal.read_text().split()) if self.journal.exists() else set()
        albums = Counter(row[1] for row in now if row[0] == "album_photos")
        labels = Counter(row[2] for row in now if row[0] == "tags")
        assert albums == labels, "a change was made by half"
        assert set(albums.values()) <= {changes.PHOTOS}
        assert told <= set(albums), f"told and not there: {told - set(albums)}"

    def check_end(self) -> None:
        with closing(Catalog(self.library, writing=False)) as catalog:
            assert catalog.faults() == []
            assert [album.name for album in catalog.albums.all()] == changes.NAMES

    def result(self) -> object:
        return {row for row in stored(self.library) if row[0] in ("album_photos", "tags", "marks")}


class Exporting(Changing):
    """Copies into another folder: each is whole or not there, and nothing else is touched."""

    script, photos = "copies.py", 10

    def prepare(self) -> None:
        super().prepare()
        (self.folder / "copies").mkdir()
        self.before = self._files("photos")

    def check_cut(self) -> None:
        assert stored(self.library) == self._kept
        assert self._files("photos") == self.before
        for name, data in self._files("copies").items():
            if not name.startswith("."):
                assert data.endswith(b"\xff\xd9"), f"{name} is cut"

    def check_end(self) -> None:
        names = [name for name in self._files("copies") if not name.startswith(".")]
        assert len(names) >= self.photos

    def result(self) -> object:
        return {name for name in self._files("copies") if " " not in name and not name.startswith(".")}

    def _files(self, folder: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / folder).iterdir()}


def duration_of(running: subprocess.Popen[str]) -> None:
    _, said = running.communicate(timeout=120)
    assert running.returncode == 0, said


def _vectors(found: set[tuple[object, ...]]) -> int:
    return sum(row[0] == "vectors" for row in found)


def backups(library: Path) -> list[Path]:
    return sorted((library / "backups").glob("catalog-*.sqlite3"))


def add_tags(library: Path) -> None:
    """What a person did, which nothing can make again."""
    with closing(Catalog(library, writing=True)) as catalog, catalog.transaction():
        photo_ids = catalog.photos.in_sight().tolist()
        for photo_id in photo_ids[::2]:
            catalog.tags.add(photo_id, Tag("holiday", "person", None, 0.0))
        catalog.albums.add("the best", photo_ids[:5])


def make_old(file: Path) -> None:
    """Make a catalog of the present version one of the first, with what that could hold."""
    older = file.with_name("older")
    with closing(sqlite3.connect(older)) as catalog:
        catalog.execute("PRAGMA journal_mode = WAL")
        catalog.execute("ATTACH ? AS newer", (str(file),))
        for statement in migrations.statements(1):
            catalog.execute(statement)
        tables = [row[0] for row in catalog.execute(_TABLES)]
        for table in tables:
            columns = ", ".join(row[1] for row in catalog.execute(f"PRAGMA main.table_info({table})"))
            catalog.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
        catalog.execute("PRAGMA main.user_version = 1")
        catalog.commit()
    older.replace(file)


_TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"


def _stored_aside(library: Path) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for folder in (library / "set-aside").iterdir():
        found |= stored(folder)
    return found


KINDS = (
    Work,
    Growing,
    RestoringThumbnails,
    SavingIndex,
    BackingUp,
    Restoring,
    Repairing,
    Migrating,
    Changing,
    Exporting,
)
