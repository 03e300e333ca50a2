"""Which library a command is about."""

from __future__ import annotations

import argparse
from pathlib import Path

from photoclip import bootstrap, paths
from photoclip.errors import EnvironmentFault
from photoclip.library.workshop import Workshop


def place(options: argparse.Namespace) -> Path:
    """The library's folder: the one that is named, else the usual one."""
    library: Path = options.library or paths.default_library()
    return library


def to_read(options: argparse.Namespace) -> tuple[Path, Workshop]:
    """The library's folder, and the library to read.

    Raises:
        EnvironmentFault: there is none yet.
    """
    library = place(options)
    workshop = bootstrap.reading(library)
    if workshop is None:
        raise none_yet(library)
    return library, workshop


def none_yet(library: Path) -> EnvironmentFault:
    return EnvironmentFault(f"There is no library in {library} yet; make one with: photoclip index FOLDER.")
