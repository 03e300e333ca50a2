"""Where things live. Nothing here creates anything but `private_dir`."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from photoclip.errors import StorageFault

_APP = "photoclip"
THUMBNAILS = "thumbnails"
"""The folder of thumbnails, in the library or in the place that is set for them; other sizes lie beside."""


def default_library() -> Path:
    """The library used when none is named: `PHOTOCLIP_LIBRARY`, else application data."""
    named = os.environ.get("PHOTOCLIP_LIBRARY")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_data_path(_APP, appauthor=False) / "library"


def models_dir() -> Path:
    """Where fetched and imported weights are kept: `PHOTOCLIP_MODELS`, else application data.

    The folder can be moved anywhere and named by the variable; libraries do not
    refer to it by path.
    """
    named = os.environ.get("PHOTOCLIP_MODELS")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_data_path(_APP, appauthor=False) / "models"


def logs_dir() -> Path:
    """Where the rotated log files are."""
    return platformdirs.user_log_path(_APP, appauthor=False)


def resources() -> Path:
    """The folder of shipped data: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def private_dir(path: Path) -> Path:
    """Make `path` and its parents, readable by this user alone, and return it.

    Raises:
        StorageFault: the folder cannot be made.
    """
    try:
        for folder in (*reversed(path.parents), path):  # `parents=True` would leave those open to others
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise StorageFault(
            f"The folder {path} cannot be made ({fault.strerror}); choose another place."
        ) from fault
    return path


def absolute(path: str) -> str:
    """One spelling per place: absolute, without `..`, and with one leading slash (POSIX keeps two)."""
    whole = os.path.abspath(path)
    return whole[1:] if whole.startswith("//") and os.name == "posix" else whole


def display(path: bytes) -> str:
    """A path for people: control characters and undecodable bytes are shown, never sent raw."""
    text = os.fsdecode(path).encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
