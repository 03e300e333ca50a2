"""photoclip as a process of its own, and what is in a library afterwards."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from support import COLOURS, draw

from photoclip.catalog.catalog import Catalog
from photoclip.errors import PhotoclipError

HERE = Path(__file__).resolve().parent
HALTED = "halted"
BATCH = 4
"""Photos that the model that sees colours embeds at once."""
Content = dict[bytes, tuple[object, ...]]


class Place:
    """A library, its photos, and how to run photoclip on them with the model that sees colours."""

    def __init__(
        self,
        folder: Path,
        library: Path | None = None,
        photos: Path | None = None,
        under: Sequence[str] = (),
    ) -> None:
        """`under` is a command that photoclip is started by."""
        self.folder = folder
        self.library = library or folder / "library"
        self.photos = photos or folder / "photos"
        self._under = under
        self._journal = folder / "embedded"
        self._looks = folder / "looked-at"

    def draw(self, first: int, count: int, size: tuple[int, int] = (64, 48)) -> None:
        for mark in range(first, first + count):
            draw(self.photos / f"{mark}.png", list(COLOURS)[mark % len(COLOURS)], mark, size=size)

    def start(self, *arguments: object, **variables: str) -> subprocess.Popen[str]:
        command = [*self._under, sys.executable, str(HERE / "colours.py"), "--library", str(self.library)]
        return subprocess.Popen(
            [*command, *map(str, arguments)],
            env=environment(
                PHOTOCLIP_EMBEDDED=str(self._journal), PHOTOCLIP_READ=str(self._looks), **variables
            ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="backslashreplace",
            cwd=self.folder,
        )

    def run(
        self, *arguments: object, limit: float = 120.0, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        running = self.start(*arguments, **variables)
        out, said = running.communicate(timeout=limit)
        return subprocess.CompletedProcess(arguments, running.returncode, out, said)

    def start_and_halt(self, *arguments: object, after: int) -> Halted:
        """Run photoclip until so many photos were embedded by all runs."""
        running = self.start(*arguments, PHOTOCLIP_HALT_AFTER=str(after))
        assert running.stderr is not None
        said = ""
        while HALTED not in said:
            line = running.stderr.readline()
            assert line, f"it ended before it could be halted: {said}"
            said += line
        return Halted(running, said)

    def index(self, **variables: str) -> subprocess.CompletedProcess[str]:
        return self.run("index", self.photos, **variables)

    def index_well(self, limit: float = 120.0) -> None:
        done = self.run("index", self.photos, limit=limit)
        assert done.returncode == 0, done.stderr

    def embedded(self) -> int:
        """How many photos were embedded so far, by all runs."""
        return self._journal.stat().st_size if self._journal.exists() else 0

    def looked_at(self) -> int:
        """How often the content of a file was read so far."""
        return self._looks.stat().st_size if self._looks.exists() else 0

    def content(self) -> Content:
        return content(self.library)

    def assert_sound(self) -> None:
        done = self.run("verify")
        assert done.returncode == 0, done.stdout + done.stderr
        assert not temporaries(self.library), f"left behind: {temporaries(self.library)}"


@dataclass(frozen=True)
class Halted:
    """A run that waits in the middle of its work."""

    running: subprocess.Popen[str]
    said: str

    def go_on(self) -> subprocess.CompletedProcess[str]:
        out, said = self.running.communicate("\n", timeout=120)
        return subprocess.CompletedProcess("", self.running.returncode, out, self.said + said)

    def kill(self) -> None:
        self.running.kill()
        self.running.communicate()


def environment(**variables: str) -> dict[str, str]:
    tests, root = HERE.parent, HERE.parents[1]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (tests, root))), **variables}


def content(library: Path) -> Content:
    """What the catalog says of every file in sight: its photo's content and vector, else its problem."""
    with closing(Catalog(library, writing=False)) as catalog:
        key = catalog.models.newest("starter")
        if key is None:
            return {}
        found: Content = {path: (reason,) for path, reason in catalog.files.not_searchable(key)}
        for row in catalog.photos.rows(catalog.photos.in_sight().tolist()):
            vector = catalog.vectors.get(row.photo_id, key)
            if vector is not None:
                found[row.path] = (row.content_hash, row.width, row.height, vector.tobytes())
        return found


def stored(library: Path) -> set[tuple[object, ...]]:
    """What a catalog holds that costs time or a person to make again, read without photoclip."""
    file = library / "catalog.sqlite3"
    if not file.exists() or not file.stat().st_size:
        return set()
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as catalog:
        return stored_in(catalog)


def stored_in(catalog: sqlite3.Connection) -> set[tuple[object, ...]]:
    tables = {name for (name,) in catalog.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        (table, *row)
        for table, query in _LASTING.items()
        if table in tables
        for row in catalog.execute(query)
    }


_LASTING = {
    "folders": "SELECT path FROM folders",
    "photos": "SELECT content_hash, width, height FROM photos",
    "vectors": "SELECT content_hash, vector FROM vectors JOIN photos ON photos.id = photo_id",
    "tags": "SELECT content_hash, label, source FROM tags JOIN photos ON photos.id = photo_id",
    "album_photos": "SELECT name, content_hash, album_photos.position FROM album_photos "
    "JOIN photos ON photos.id = photo_id JOIN albums ON albums.id = album_id",
    "marks": "SELECT content_hash, rating, favourite FROM marks JOIN photos ON photos.id = photo_id",
}


def searchable(library: Path) -> Content:
    """Those files of `content` that have a vector; none where there is no catalog yet."""
    try:
        return {path: facts for path, facts in content(library).items() if len(facts) > 1}
    except PhotoclipError:
        return {}


def temporaries(library: Path) -> list[Path]:
    """What an interrupted write left behind."""
    return [path for path in library.rglob(".*") if path.is_file()]


def assert_told(done: subprocess.CompletedProcess[str]) -> None:
    """A command that could not do its work ends by a sentence that names the way out."""
    said = done.stderr
    assert done.returncode in (0, 3), (done.returncode, said)
    for bad in ("Traceback", "Something went wrong inside", "Exception ignored", "The system refused"):
        assert bad not in said, said
    if done.returncode == 3:
        assert said.strip().splitlines()[-1].startswith("photoclip: "), said
