"""The settings as the window sees them: read whole, changed in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from photoclip.settings import Settings


class SettingsStore(Protocol):
    """Both methods raise `PhotoclipError` where the disk refuses or the file is damaged."""

    def load(self) -> Settings: ...
    def update(self, change: Callable[[Settings], Settings]) -> None: ...


class SettingsInMemory:
    """Forgets everything at its end; for windows that have no library's own settings."""

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008 - frozen
        self._settings = settings

    def load(self) -> Settings:
        return self._settings

    def update(self, change: Callable[[Settings], Settings]) -> None:
        self._settings = change(self._settings)
