"""The composition root: the only place that names concrete classes."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from photoclip import paths, settings
from photoclip.catalog.catalog import Catalog, exists, lock
from photoclip.embedding.shelf import Shelf
from photoclip.errors import EnvironmentFault
from photoclip.imaging.pool import DecodePool
from photoclip.imaging.thumbnails import Thumbnails
from photoclip.index.backgrounds import Backgrounds
from photoclip.index.indexes import Indexes
from photoclip.library.relevance import parse_captions
from photoclip.library.workshop import Workshop
from photoclip.watching.live import LiveWatch
from photoclip.watching.scan import Scanner

_MOST_DECODERS = 12


@contextlib.contextmanager
def writing(library: Path) -> Iterator[Workshop]:
    """A library to write to, made where there is none; no other program may write to it meanwhile.

    Raises:
        LibraryInUse: another photoclip writes to it.
    """
    held = lock(library)
    try:
        yield _workshop(library)
    finally:
        held.release()


def reading(library: Path) -> Workshop | None:
    """A library to read, beside whoever writes to it; None where there is none yet."""
    return _workshop(library) if exists(library) else None


def models() -> Shelf:
    """The models, without a library."""
    return Shelf()


def run_window(library: Path, on_first_paint: Callable[[], None] | None = None) -> int:
    """Open the window on a library; returns when it is closed."""
    from photoclip.ui.app import run
    from photoclip.worker.worker import Worker

    with writing(library) as workshop:
        workshop.open_catalog(True).close()  # a library that cannot be opened is said before a window is

        def remember_theme(name: str) -> None:
            workshop.update_settings(lambda now: dataclasses.replace(now, theme=name))

        return run(
            Worker(workshop),
            workshop.load_settings(),
            remember_theme=remember_theme,
            on_first_paint=on_first_paint,
        )


def _workshop(library: Path) -> Workshop:
    library = Path(os.path.realpath(library))
    if not _is_text(library):
        raise EnvironmentFault(
            f"A library cannot lie in {paths.display(os.fsencode(library))}: the index needs a path "
            "that is text; choose another place with --library."
        )
    own = [os.fsencode(library), os.fsencode(os.path.realpath(paths.models_dir()))]
    captions = (paths.resources() / "background" / "english.txt").read_text(encoding="utf-8")
    return Workshop(
        open_catalog=lambda writing: Catalog(library, writing=writing),
        new_decoder=lambda: DecodePool(_decoders()),
        new_indexes=lambda: Indexes(library / "index"),
        new_watch=lambda changed: LiveWatch(changed, own),
        scanner=Scanner(own),
        thumbnails=Thumbnails(library / "thumbnails"),
        backgrounds=Backgrounds(library / "index"),
        captions=parse_captions(captions),
        models=Shelf(),
        load_settings=lambda: settings.load(library),
        update_settings=lambda change: settings.update(library, change),
    )


def _is_text(path: Path) -> bool:
    return str(path).encode("utf-8", "ignore") == os.fsencode(path)


def _decoders() -> int:
    """One decoding process per processor that this program may use, within reason."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_DECODERS)
