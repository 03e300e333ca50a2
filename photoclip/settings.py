"""The settings of one library, in a file that the user can read and edit: `settings.json`."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from photoclip import paths, storage
from photoclip.errors import EnvironmentFault

FILE_NAME = "settings.json"
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the file holds only what differs.

    `model` serves searches; `next_model` is being made ready to take over and
    is empty when there is none. Both are catalogue ids or folders of local
    checkpoints. `device` is auto, cuda, mps or cpu. `theme` is system, light or dark.
    """

    model: str = "starter"
    next_model: str = ""
    device: str = "auto"
    theme: str = "system"


_guard = threading.Lock()
_CHOICES = {"device": ("auto", "cuda", "mps", "cpu"), "theme": ("system", "light", "dark")}


def load(library: Path) -> Settings:
    """The settings of a library; defaults where there is no file yet.

    Raises:
        EnvironmentFault: the file is not what photoclip can read; it says what to mend.
    """
    file = library / FILE_NAME
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise EnvironmentFault(
                f"{file} is too large to be a settings file; move it away to start with defaults."
            )
        raw = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as fault:
        raise EnvironmentFault(
            f"The settings in {file} cannot be read; mend the file or move it away to start with defaults."
        ) from fault
    if not isinstance(raw, dict):
        raise EnvironmentFault(
            f"{file} must hold a JSON object; mend it or move it away to start with defaults."
        )
    known = {field.name: raw[field.name] for field in fields(Settings) if field.name in raw}
    for name, value in known.items():
        allowed = _CHOICES.get(name)
        if not isinstance(value, str) or (allowed and value not in allowed):
            says = f"one of {', '.join(allowed)}" if allowed else "a text"
            raise EnvironmentFault(f'In {file}, "{name}" must be {says}.')
    return Settings(**known)


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
    data = (json.dumps(changed, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
    storage.write(library / FILE_NAME, data)
