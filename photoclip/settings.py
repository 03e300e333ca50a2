"""The settings of one library, in a file that the user can read and edit: `settings.json`."""

from __future__ import annotations

import difflib
import json
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from photoclip import paths, storage
from photoclip.errors import EnvironmentFault

FILE_NAME = "settings.json"
_MAX_BYTES = 1_000_000
_ESCAPED = "backslashreplace"
"""The path of a local model need not be text; what is not goes as JSON's own escape and comes back whole."""
_log = logging.getLogger(__name__)


def _one_of(*choices: object, usual: object) -> Any:
    return field(default=usual, metadata={"choices": choices})


def _between(least: int, most: int, *, usual: int) -> Any:
    return field(default=usual, metadata={"range": (least, most)})


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
    device: str = _one_of("auto", "cuda", "mps", "cpu", usual="auto")
    theme: str = _one_of("system", "light", "dark", usual="system")
    ignore: tuple[str, ...] = ()
    follow_links: bool = False
    processors: int = _between(0, 1024, usual=0)
    memory_mb: int = _between(0, 1 << 24, usual=0)
    on_battery: str = _one_of("continue", "slow", "pause", usual="slow")
    language: str = _one_of("system", "en", "zh_CN", usual="system")
    thumbnail_px: int = _one_of(256, 512, 1024, usual=512)
    thumbnails_dir: str = ""
    thumbnail_memory_mb: int = _between(32, 4096, usual=160)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a setting may be: one of `choices`, a whole number in `range`, or of the default's type."""

    name: str
    default: object
    choices: tuple[object, ...] = ()
    range: tuple[int, int] | None = None

    def wrong(self, value: object) -> str:
        """What a value, as JSON has it, would have to be, where it is not that; else ""."""
        if self.choices:
            right = any(value == one and type(value) is type(one) for one in self.choices)
            return "" if right else f"one of {', '.join(map(str, self.choices))}"
        if self.range is not None:
            low, high = self.range
            right = type(value) is int and low <= value <= high
            return "" if right else f"a whole number from {low} to {high}"
        if isinstance(self.default, tuple):
            right = isinstance(value, list) and all(isinstance(item, str) for item in value)
            return "" if right else "a list of texts"
        if type(value) is not type(self.default):
            return "true or false" if isinstance(self.default, bool) else "a text"
        return ""


def _declared(setting: Field[Any]) -> Declared:
    facts: Mapping[str, Any] = setting.metadata
    return Declared(setting.name, setting.default, facts.get("choices", ()), facts.get("range"))


DECLARED: dict[str, Declared] = {one.name: _declared(one) for one in fields(Settings)}
"""Every setting by its name; the checks of the file and the window's dialog are made of it."""
_guard = threading.Lock()
_told: set[tuple[Path, str]] = set()


def load(library: Path) -> Settings:
    """The settings of a library; defaults where there is no file yet.

    Raises:
        EnvironmentFault: as `read`.
    """
    return read(library / FILE_NAME)


def read(file: Path) -> Settings:
    """The settings in a file; defaults where there is none. Unknown ones are passed over and logged once.

    Raises:
        EnvironmentFault: the file is not what photoclip can read; it says what to mend.
    """
    raw = _read(file)
    for name, sentence in _strange(file, raw).items():
        if (file, name) not in _told:
            _told.add((file, name))
            _log.warning(sentence)
    known = {name: raw[name] for name in DECLARED if name in raw}
    for name, value in known.items():
        if wrong := DECLARED[name].wrong(value):
            raise EnvironmentFault(f'In {file}, "{name}" must be {wrong}.')
    values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in known.items()}
    return Settings(**values)


def unknown(library: Path) -> list[str]:
    """A sentence for each key in a library's file that is no setting, with the nearest one that is.

    Raises:
        EnvironmentFault: as `read`.
    """
    file = library / FILE_NAME
    return list(_strange(file, _read(file)).values())


def _read(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise EnvironmentFault(
                f"{file} is too large to be a settings file; run photoclip repair to set it aside."
            )
        raw = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as fault:
        raise EnvironmentFault(
            f"The settings in {file} cannot be read; mend the file, or run photoclip repair to set it aside."
        ) from fault
    if not isinstance(raw, dict):
        raise EnvironmentFault(
            f"{file} must hold a JSON object; mend it, or run photoclip repair to set it aside."
        )
    return raw


def _strange(file: Path, raw: dict[str, Any]) -> dict[str, str]:
    """By key, what is to be said of it."""
    sentences = {}
    for name in raw:
        if name not in DECLARED:
            near = difflib.get_close_matches(name[:80], DECLARED, n=1)
            meant = f'did you mean "{near[0]}"?' if near else "remove it."
            shown = name[:80].encode("unicode_escape").decode()
            sentences[name] = f'In {file}, "{shown}" is no setting of photoclip and has no effect; {meant}'
    return sentences


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
