"""`photoclip export-catalog`."""

from __future__ import annotations

import argparse
import errno
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from photoclip import paths, storage
from photoclip.cli.library import to_read
from photoclip.errors import BadInput, StorageFault
from photoclip.library import exporting

_BEGINNINGS = (b'{"content_hash": "', b'{"problem": "', ",".join(exporting.COLUMNS[:5]).encode())


def export(options: argparse.Namespace) -> int:
    """Write every photo with its files, stars, tags and albums to stdout or a file."""
    library, workshop = to_read(options)
    if options.output is not None:
        _check(options.output, library, options.force)
    with closing(workshop.open_catalog(False)) as catalog:
        lines = exporting.lines(exporting.entries(catalog, everything=options.all), options.format)
        if options.output is None:
            _to_stdout(lines)
        else:
            _to_file(lines, options.output)
    return 0


def _check(output: Path, library: Path, force: bool) -> None:
    """Refuse a place where something could be lost."""
    shown = paths.display(os.fsencode(output))
    try:
        if any(_holds(own, output) for own in (library, paths.models_dir())):
            raise BadInput(f"{shown} lies among photoclip's own files; choose another place.")
        status = os.lstat(output)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as fault:
        raise BadInput(f"{shown} cannot be looked at ({fault}); choose another place.") from fault
    if not force:
        raise BadInput(f"{shown} is there already; choose another name, or replace an export with --force.")
    if not _is_export(output, status):
        raise BadInput(f"{shown} is no earlier export, so it is not replaced; choose another name.")


def _holds(folder: Path, output: Path) -> bool:
    """Whether a file lies in a folder, whatever the spelling of either."""
    place = Path(os.path.realpath(output.parent))
    return folder.is_dir() and any(
        folder.samefile(above) for above in (place, *place.parents) if above.is_dir()
    )


def _is_export(file: Path, status: os.stat_result) -> bool:
    """Whether a file is what an export leaves, so that no photo is ever replaced by one."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if status.st_size == 0:
        return True
    try:
        with file.open("rb") as stream:
            return stream.read(100).startswith(_BEGINNINGS)
    except OSError:
        return False


def _to_file(lines: Iterable[bytes], output: Path) -> None:
    with storage.replacing(output) as temporary, temporary.open("wb") as stream:
        _write(lines, stream)


def _to_stdout(lines: Iterable[bytes]) -> None:
    """Bytes, not text: neither the terminal's encoding nor its line ends may change them."""
    sys.stdout.flush()
    try:
        _write(lines, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        # What could not be written would be tried again, and complained about, at the end of the program.
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        reason = os.strerror(fault.errno or errno.EIO)
        raise StorageFault(
            f"The export could not be written to its end ({reason}); free some space and run it again."
        ) from fault


def _write(lines: Iterable[bytes], stream: BinaryIO) -> None:
    for line in lines:
        storage.write_all(stream, line)
