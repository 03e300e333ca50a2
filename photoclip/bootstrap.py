"""The composition root: the only place that names concrete classes."""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from photoclip import forgetting, logs, own_files, paths, settings, storage
from photoclip.catalog.catalog import Catalog, exists, lock
from photoclip.catalog.safekeeping import Safekeeping
from photoclip.embedding import arrival
from photoclip.embedding.shelf import Shelf
from photoclip.errors import EnvironmentFault, LibraryInUse, PhotoclipError, StorageFault
from photoclip.imaging.child import LEAST_MEMORY_BYTES, MEMORY_LIMIT_BYTES
from photoclip.imaging.copying import Copier
from photoclip.imaging.files import fingerprint
from photoclip.imaging.pool import DecodePool
from photoclip.imaging.sketches import Sketches
from photoclip.imaging.thumbnails import Thumbnails, shelves
from photoclip.index.backgrounds import Backgrounds
from photoclip.index.indexes import Indexes
from photoclip.library import repairing
from photoclip.library.gazetteer import Gazetteer
from photoclip.library.places import follow_library
from photoclip.library.relevance import parse_captions
from photoclip.library.settled import SettledThumbnails
from photoclip.library.workshop import Workshop
from photoclip.machine import heap
from photoclip.machine.bin import SystemBin
from photoclip.machine.drives import Drives
from photoclip.machine.power import Power
from photoclip.settings import Settings
from photoclip.watching.live import LiveWatch
from photoclip.watching.scan import Scanner

_MOST_DECODERS = 12
_log = logging.getLogger(__name__)
_OWN_FILES = {
    ".": r"settings\.json|catalog\.sqlite3",
    "index": r"background-[0-9a-f]+\.f32",
    "index/*@*": r"graph-\d+-\d+\.hnsw|manifest\.json",
    "backups": r"catalog-\d{8}-\d{6}-v\d+\.sqlite3|settings-\d{8}-\d{6}\.json",
    "set-aside/*": r"(catalog|settings)[-.\w]*",
}
"""Where a writer that was killed may have left a part of a file of these names, and nowhere else."""


@contextlib.contextmanager
def writing(library: Path, tell: Callable[[str], None] | None = None) -> Iterator[Workshop]:
    """A library to write to, made where there is none; no other program may write to it meanwhile.

    With `tell`, damaged settings are set aside, and it gets a sentence about
    that: a window has to open all the same. Otherwise they are an error to mend.

    Raises:
        LibraryInUse: another photoclip writes to it.
    """
    heap.share()
    held = lock(library)
    try:
        for place, names in _OWN_FILES.items():
            storage.sweep(library.glob(place) if place != "." else [library], names)
        workshop = _workshop(library)
        if tell is not None and (mended := repairing.mend_settings(workshop)):
            tell(mended)
        yield workshop
    finally:
        held.release()


def reading(library: Path) -> Workshop | None:
    """A library to read, beside whoever writes to it; None where there is none yet.

    One that was made by an older photoclip, or carried to another place, is
    brought up to date first if it can be.
    """
    if not exists(library):
        return None
    workshop = _workshop(library)
    if _is_outdated(workshop, library):
        with contextlib.suppress(LibraryInUse, StorageFault), writing(library) as prepared:
            prepared.open_catalog(True).close()
    return workshop


def _is_outdated(workshop: Workshop, library: Path) -> bool:
    try:
        with contextlib.closing(workshop.open_catalog(False)) as catalog:
            return catalog.place() != os.fsencode(os.path.realpath(library))
    except StorageFault:
        return True
    except PhotoclipError:
        return False  # whoever reads it will say so


def safekeeping(library: Path) -> Safekeeping:
    """The backups of a library, whether or not its catalog is there."""
    return Safekeeping(Path(os.path.realpath(library)))


def models() -> Shelf:
    """The models, without a library."""
    return Shelf()


@dataclasses.dataclass(frozen=True, slots=True)
class _OwnSettings:
    """A library's settings, as the window wants them."""

    workshop: Workshop

    def load(self) -> Settings:
        return self.workshop.load_settings()

    def update(self, change: Callable[[Settings], Settings]) -> None:
        self.workshop.update_settings(change)


def run_window(
    library: Path, on_first_paint: Callable[[], None] | None = None, *, debug: bool = False
) -> int:
    """Open the window on a library; returns when it is closed.

    Where one is open on it already, that one comes forward and this returns at once.
    With `debug`, the log tells where the window stood still.

    Raises:
        LibraryInUse: another photoclip, which has no window, writes to it.
    """
    from photoclip.ui import single
    from photoclip.ui.app import run, window_file
    from photoclip.worker.worker import Worker

    arrival.spare_the_window()
    door = single.door_of(library)
    mended: list[str] = []
    forgotten: list[Sequence[own_files.Stored]] = []
    with contextlib.ExitStack() as held:
        workshop = single.first_or_raise(lambda: held.enter_context(writing(library, mended.append)), door)
        if workshop is None:
            return 0
        workshop.open_catalog(True).close()  # a library that cannot be opened is said before a window is
        own = _OwnSettings(workshop)
        stored = own_files.everything(library, own.load().thumbnails_dir, window_file())
        code = run(
            Worker(workshop),
            own,
            door=door,
            crash_report=logs.take_crash_report(),
            notice=" ".join(mended),
            on_first_paint=on_first_paint,
            debug=debug,
            everything=stored,
            forget=lambda: forgotten.append(stored),
        )
    for everything in forgotten:  # only now does nothing hold the library any more
        for fault in forgetting.forget_everything(everything):
            _log.warning("%s", fault)
    return code


def show_refusal(message: str) -> None:
    """Say in a small window why the library's own cannot be opened; returns when it is closed."""
    from photoclip.ui import app

    app.show_refusal(message)


def _workshop(library: Path) -> Workshop:
    library = Path(os.path.realpath(library))
    if not _is_text(library):
        raise EnvironmentFault(
            f"A library cannot lie in {paths.display(os.fsencode(library))}: the index needs a path "
            "that is text; choose another place for it."
        )
    drives = Drives()
    thumbnails = SettledThumbnails(library, Thumbnails, lambda: settings.load(library))
    captions = (paths.resources() / "background" / "english.txt").read_text(encoding="utf-8")
    return Workshop(
        open_catalog=lambda writing: _open_catalog(library, writing, drives),
        new_decoder=lambda: _decoder(settings.load(library)),
        new_single_decoder=lambda: DecodePool(1),
        new_copier=Copier,
        new_indexes=lambda: Indexes(library / "index"),
        new_watch=lambda changed: LiveWatch(changed, _own(library), _scanner(library).ignores),
        new_scanner=lambda: _scanner(library),
        drives=drives,
        power=Power(),
        bin=SystemBin(),
        thumbnails=thumbnails,
        sketches=Sketches(thumbnails),
        follow_settings=thumbnails.follow,
        backgrounds=Backgrounds(library / "index"),
        captions=parse_captions(captions),
        gazetteer=Gazetteer(paths.resources() / "places"),
        models=Shelf(lambda: _processors(library)),
        load_settings=lambda: settings.load(library),
        update_settings=lambda change: settings.update(library, change),
        safekeeping=Safekeeping(library),
        fingerprint=fingerprint,
    )


def _open_catalog(library: Path, writing: bool, drives: Drives) -> Catalog:
    catalog = Catalog(library, writing=writing, remote=drives.is_remote(os.fsencode(library)))
    if writing:
        follow_library(catalog, os.fsencode(library))
    return catalog


def _is_text(path: Path) -> bool:
    return str(path).encode("utf-8", "ignore") == os.fsencode(path)


def _scanner(library: Path) -> Scanner:
    chosen = settings.load(library)
    return Scanner(_own(library), chosen.ignore, chosen.follow_links)


def _own(library: Path) -> list[bytes]:
    """Folders of photoclip's own pictures and files, which are no photos of the user's."""
    own = [library, paths.models_dir()]
    if elsewhere := settings.load(library).thumbnails_dir:
        # Not all of the place that is set: a user's own photos may be there too.
        own += shelves(Path(elsewhere))
    return [os.fsencode(os.path.realpath(folder)) for folder in own]


def _processors(library: Path) -> int:
    try:
        return settings.load(library).processors
    except EnvironmentFault:
        return 0  # damaged settings are mended, or told, by whoever works with them


def _decoder(chosen: Settings) -> DecodePool:
    """One decoding process per processor that this program may use, within reason and the user's limits."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    processes = min(usable, chosen.processors or usable, _MOST_DECODERS)
    if not chosen.memory_mb:
        return DecodePool(processes)
    processes = max(1, min(processes, (chosen.memory_mb << 20) // LEAST_MEMORY_BYTES))
    share = max(LEAST_MEMORY_BYTES, min(MEMORY_LIMIT_BYTES, (chosen.memory_mb << 20) // processes))
    return DecodePool(processes, memory_bytes=share)
