"""What photoclip keeps on this machine: every file that it makes, by kind."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from photoclip import paths

_MODEL_FILE = (
    r"(?:[\w.-]+\.safetensors|(?:vocab|merges)\.txt|(?:sentencepiece\.bpe|spiece|tokenizer)\.model"
    r"|(?:open_clip_config|config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab)\.json)"
    r"(?:\.[0-9a-f]+\.part)?"
)
"""What the folder of a model holds, and what a download that was cut off leaves of it."""


class Kind(StrEnum):
    """What photoclip keeps."""

    CATALOG = "catalog"
    INDEX = "index"
    THUMBNAILS = "thumbnails"
    BACKUPS = "backups"
    MODELS = "models"
    SETTINGS = "settings"
    LOGS = "logs"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Stored:
    """One kind of thing that photoclip keeps.

    `names` are expressions of its files' paths below `folder`, with "/";
    `folders` is one of the folders that lead there. Whatever else lies there is
    somebody else's.
    """

    kind: Kind
    folder: Path
    names: tuple[str, ...]
    folders: str = r"(?!)"
    place: str = ""
    """What is shown to people, below `folder`."""

    @property
    def shown(self) -> Path:
        return self.folder / self.place


def everything(library: Path, thumbnails_dir: str = "", window: Path | None = None) -> tuple[Stored, ...]:
    """All that photoclip keeps for a library and for itself.

    `thumbnails_dir` is the setting, `window` the file that holds the window's
    place. The places themselves may be links of the user's; they are resolved.
    """
    home, models = Path(os.path.realpath(library)), Path(os.path.realpath(paths.models_dir()))
    shelves = rf"{paths.THUMBNAILS}(?:-\d+)?"
    own = [
        Stored(
            Kind.CATALOG,
            home,
            (r"catalog\.sqlite3(?:-wal|-shm|-journal)?", r"library\.lock", _draft("catalog")),
        ),
        Stored(
            Kind.INDEX,
            home / "index",
            (
                r"background-[0-9a-f]+\.f32",
                r"[^/]+@[0-9a-f]+/(?:graph-\d+-\d+\.hnsw|manifest\.json)",
                rf"(?:[^/]+@[0-9a-f]+/)?{_draft('background|graph|manifest')}",
            ),
            r"[^/]+@[0-9a-f]+",
        ),
        Stored(
            Kind.THUMBNAILS,
            Path(os.path.realpath(thumbnails_dir)) if thumbnails_dir else home,
            (
                # Those of another size are in a folder beside.
                rf"{shelves}/([0-9a-f]{{2}})/\1[0-9a-f]{{30}}\.jpg",
                rf"{shelves}/[0-9a-f]{{2}}/{_draft('[0-9a-f]{32}')}",
            ),
            rf"{shelves}(?:/[0-9a-f]{{2}})?",
            paths.THUMBNAILS,
        ),
        Stored(
            Kind.BACKUPS,
            home,
            (
                r"backups/(?:catalog-\d{8}-\d{6}-v\d+\.sqlite3|settings-\d{8}-\d{6}(?:-v\d+)?\.json)",
                r"set-aside/\d{8}-\d{6}[-\d]*/(?:catalog|settings)[-.\w]*",
                rf"backups/{_draft('catalog|settings')}",
            ),
            r"backups|set-aside(?:/\d{8}-\d{6}[-\d]*)?",
        ),
        Stored(
            Kind.MODELS,
            models,
            (
                rf"hub/[^/]+--[^/]+/[0-9a-f]{{40}}(?:\.partial)?/{_MODEL_FILE}",
                r"hub/[^/]+--[^/]+/[0-9a-f]{40}\.lock",
                rf"imported/[^/]+/{_MODEL_FILE}",
                r"speeds\.json|hashes\.json",
                _draft("speeds|hashes"),
            ),
            r"hub(?:/[^/]+--[^/]+(?:/[0-9a-f]{40}(?:\.partial)?)?)?|imported(?:/[^/]+)?",
        ),
        Stored(Kind.SETTINGS, home, (r"settings\.json", _draft("settings"))),
        Stored(
            Kind.LOGS,
            Path(os.path.realpath(paths.logs_dir())),
            (r"photoclip\.log(?:\.\d+)?", r"crash-\d{8}-\d{6}-\d+\.(?:log|running)"),
        ),
    ]
    if window is not None:
        own.append(
            Stored(
                Kind.WINDOW, Path(os.path.realpath(window.parent)), (rf"{re.escape(window.name)}(?:\.lock)?",)
            )
        )
    return tuple(own)


def _draft(stems: str) -> str:
    """What a write that was cut off leaves (`storage.replacing`)."""
    return rf"\.(?:{stems})[-.\w]*-[a-z0-9_]{{8}}"
