"""The folder and the options of the last export, which the next one is proposed."""

from __future__ import annotations

import json
from dataclasses import asdict

from photoclip.domain.errands import CopyFormat, CopyMetadata, CopyOptions
from photoclip.ui.window_state import WindowState

_KEY = "export"


class ExportMemory:
    """Kept with the state of the window; whatever there is wrong in it is as if it were not there."""

    def __init__(self, state: WindowState) -> None:
        self._state = state
        self._folder, self._options = _read(state.text(_KEY))

    def last(self) -> tuple[str, CopyOptions]:
        return self._folder, self._options

    def keep(self, folder: str, options: CopyOptions) -> None:
        self._folder, self._options = folder, options
        self._state.save({_KEY: json.dumps([folder, asdict(options)])})


def _read(text: str) -> tuple[str, CopyOptions]:
    usual = "", CopyOptions()
    try:
        folder, raw = json.loads(text)
        side, quality = raw["longest_side"], raw["quality"]
        options = CopyOptions(CopyFormat(raw["format"]), side, quality, CopyMetadata(raw["metadata"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return usual
    sound = type(side) is int and 0 <= side < 1 << 31 and type(quality) is int and 1 <= quality <= 100
    return (folder, options) if sound and isinstance(folder, str) else usual
