"""The settings of one library, in a file that the user can read and edit: `settings.json`."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from photoclip import paths, storage
from photoclip.errors import EnvironmentFault

FILE_NAME = "settings.json"
_MAX_BYTES = 1_000_000
_ESCAPED = "backslashreplace"
"""The path of a local model need not be text; what is not goes as JSON's own escape and comes back whole."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the file holds only what differs.

    `model` serves searches; `next_model` is being made ready to take over and
    is empty when there is none. Both are catalogue ids or folders of local
    checkpoints. `device` is auto, cuda, mps or cpu. `theme` is system, light or dark.

    `ignore` are patterns of files and folders that are passed over
    (`watching.ignore` says how they are read), `follow_links` whether symbolic
    links are followed. `processors` and `memory_mb` limit what reading and
    embedding photos may use, 0 being no limit of the user's own. `on_battery`
    is continue, slow or pause.

    `language` is that of the window: system, or a locale that there is a
    translation for. `thumbnail_px` is the longest side of a thumbnail,
    `thumbnails_dir` the folder that holds them, empty for one in the library.
    `thumbnail_memory_mb` bounds what the window keeps of them in memory.
    """

    model: str = "starter"
    next_model: str = ""
    device: str = "auto"
    theme: str = "system"
    ignore: tuple[str, ...] = ()
    follow_links: bool = False
    processors: int = 0
    memory_mb: int = 0
    on_battery: str = "slow"
    language: str = "system"
    thumbnail_px: int = 512
    thumbnails_dir: str = ""
    thumbnail_memory_mb: int = 160


_guard = threading.Lock()
_CHOICES: dict[str, tuple[object, ...]] = {
    "device": ("auto", "cuda", "mps", "cpu"),
    "theme": ("system", "light", "dark"),
    "on_battery": ("continue", "slow", "pause"),
    "language": ("system", "en", "zh_CN"),
    "thumbnail_px": (256, 512, 1024),
}
_RANGES = {"processors": (0, 1024), "memory_mb": (0, 1 << 24), "thumbnail_memory_mb": (32, 4096)}


def load(library: Path) -> Settings:
    """The settings of a library; defaults where there is no file yet.

    Raises:
        EnvironmentFault: as `read`.
    """
    return read(library / FILE_NAME)


def read(file: Path) -> Settings:
    """The settings in a file; defaults where there is none.

    Raises:
        EnvironmentFault: the file is not what photoclip can read; it says what to mend.
    """
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise EnvironmentFault(
                f"{file} is too large to be a settings file; run photoclip repair to set it aside."
            )
        raw = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as fault:
        raise EnvironmentFault(
            f"The settings in {file} cannot be read; mend the file, or run photoclip repair to set it aside."
        ) from fault
    if not isinstance(raw, dict):
        raise EnvironmentFault(
            f"{file} must hold a JSON object; mend it, or run photoclip repair to set it aside."
        )
    known = {field.name: raw[field.name] for field in fields(Settings) if field.name in raw}
    for name, value in known.items():
        if wrong := _wrong(name, value):
            raise EnvironmentFault(f'In {file}, "{name}" must be {wrong}.')
    values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in known.items()}
    return Settings(**values)


def _wrong(name: str, value: object) -> str:
    """What the value of a setting has to be, where it is not; else ""."""
    default = getattr(Settings(), name)
    if name in _CHOICES:
        return "" if value in _CHOICES[name] else f"one of {', '.join(map(str, _CHOICES[name]))}"
    if name in _RANGES:
        low, high = _RANGES[name]
        sound = type(value) is int and low <= value <= high
        return "" if sound else f"a whole number from {low} to {high}"
    if isinstance(default, tuple):
        sound = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return "" if sound else "a list of texts"
    if type(value) is not type(default):
        return "true or false" if isinstance(default, bool) else "a text"
    return ""


def update(library: Path, change: Callable[[Settings], Settings]) -> None:
    """Load, change and save in one step.

    Raises:
        EnvironmentFault, StorageFault: as `load` and `save`.
    """
    with _guard:
        before = load(library)
        after = change(before)
        if after != before:
            save(library, after)


def save(library: Path, settings: Settings) -> None:
    """Write the settings that differ from the defaults, whole or not at all.

    Raises:
        StorageFault: the disk refused; the old file is still there.
    """
    paths.private_dir(library)
    changed = {name: value for name, value in asdict(settings).items() if value != getattr(Settings(), name)}
    data = (json.dumps(changed, indent=2, ensure_ascii=False) + "\n").encode("utf-8", _ESCAPED)
    storage.write(library / FILE_NAME, data)
