"""What a person does to a library, by a running worker, while it indexes; run on its own to be killed."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from support import colour_workshop

from photoclip.domain.changes import Change, DeleteAlbum, MakeAlbum, MarkPhotos, Several, TagPhotos
from photoclip.worker.messages import Activity, Changed, ChangeFailed, Event, LibraryChanged, WorkerState
from photoclip.worker.worker import Worker

PHOTOS = 3
"""Photos of each change."""
NAMES = [f"{number:02}" for number in range(40)]
_SHORT_LIVED = "taken back"


class Person:
    """Makes one change after the other; whatever was told to be made is noted before the next one."""

    def __init__(self, folder: Path) -> None:
        self._library = folder / "library"
        self._journal = folder / "journal"
        self._worker = Worker(colour_workshop(self._library))
        self._photos = folder / "photos"
        self._undo: Change | None = None
        self._left = list(NAMES)
        self._idle = threading.Event()
        self._done = threading.Event()

    def fill(self) -> None:
        self._worker.start(self._hear)
        self._worker.add_folder(str(self._photos))
        self._await_everything()

    def work(self) -> None:
        catalog = colour_workshop(self._library).open_catalog(False)
        self._ids = tuple(sorted(catalog.photos.in_sight().tolist())[:PHOTOS])
        known = {album.name: album.album_id for album in catalog.albums.all()}
        catalog.close()
        self._left = [name for name in NAMES if name not in known]
        self._worker.start(self._hear)
        if _SHORT_LIVED in known:
            self._worker.change(0, DeleteAlbum(known[_SHORT_LIVED]))
        else:
            self._next()
        assert self._done.wait(100)
        self._worker.close()

    def _await_everything(self) -> None:
        assert self._idle.wait(60)
        self._worker.close()

    def _next(self) -> None:
        if self._undo is not None:
            change, self._undo = self._undo, None
            self._worker.change(1, change)
        elif self._left:
            self._worker.change(2, _change(self._left[0], self._ids))
        else:
            self._done.set()

    def _hear(self, event: Event) -> None:
        if isinstance(event, ChangeFailed):
            print(event.message, file=sys.stderr)
            sys.stderr.flush()
        if isinstance(event, LibraryChanged) and event.coverage.searchable:
            self._seen = True
        if isinstance(event, WorkerState) and event.activity is Activity.IDLE and hasattr(self, "_seen"):
            self._idle.set()
        if not isinstance(event, Changed):
            return
        if event.change_id == 2:
            with self._journal.open("a") as journal:
                journal.write(f"{self._left.pop(0)}\n")
            self._worker.change(3, MakeAlbum(_SHORT_LIVED))
            return
        if event.change_id == 3:
            self._undo = event.inverse
        self._next()


def _change(name: str, ids: tuple[int, ...]) -> Change:
    stars = int(name) % 6
    return Several((MakeAlbum(name, photo_ids=ids), MarkPhotos(ids, stars), TagPhotos(ids, name)))


if __name__ == "__main__":
    person = Person(Path(sys.argv[2]))
    print("begins", file=sys.stderr, flush=True)
    person.fill() if sys.argv[1] == "fill" else person.work()
