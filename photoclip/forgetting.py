"""What photoclip keeps on this machine, how much room it takes, and taking all of it away again."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from photoclip import paths
from photoclip.own_files import Stored


def size(stored: Stored) -> int:
    """Bytes of what is there now; what cannot be looked at counts as nothing."""
    total = 0
    for file in _own_files(stored):
        try:
            total += file.lstat().st_size
        except OSError:
            continue
    return total


def forget_everything(everything: Sequence[Stored]) -> list[str]:
    """Delete what photoclip made in these places, and nothing else.

    Only names that photoclip gives are touched, a link is removed and never
    followed, and a folder goes only when nothing is left in it. To be called
    when no part of the program uses the library any more.

    Returns:
        a sentence for each thing that could not be removed.
    """
    faults = []
    for stored in everything:
        emptied: set[Path] = set()
        for file in list(_own_files(stored)):
            try:
                file.unlink(missing_ok=True)
            except OSError as fault:
                shown = paths.display(os.fsencode(file))
                faults.append(f"{shown} could not be removed ({fault.strerror}); remove it by hand.")
            else:
                emptied.update(parent for parent in file.parents if parent.is_relative_to(stored.folder))
        for folder in sorted(emptied, key=lambda one: len(one.parts), reverse=True):
            _remove_if_empty(folder)
    return faults


def _own_files(stored: Stored) -> Iterator[Path]:
    """The files of these names below the folder, and links that stand where it or a folder of it would."""
    if stored.folder.is_symlink():
        yield stored.folder
    else:
        yield from _below(os.fspath(stored.folder), "", [re.compile(one) for one in stored.names], stored)


def _below(folder: str, before: str, names: Sequence[re.Pattern[str]], stored: Stored) -> Iterator[Path]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = before + entry.name
        if _is_folder(entry):
            if re.fullmatch(stored.folders, name):
                yield from _below(entry.path, name + "/", names, stored)
        elif any(one.fullmatch(name) for one in names) or (
            _is_link(entry) and re.fullmatch(stored.folders, name)
        ):
            yield Path(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A junction of Windows is a link too, and is_dir would follow it."""
    try:
        return entry.is_dir(follow_symlinks=False) and not _is_link(entry)
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    reparse = getattr(found, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    return entry.is_symlink() or bool(reparse)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something of somebody else's is in it, or it is gone
