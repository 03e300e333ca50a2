"""Backups, restoring and salvage of one library, behind one port."""

from __future__ import annotations

from pathlib import Path

from photoclip import settings, storage
from photoclip.catalog import restoring, salvage
from photoclip.catalog.backups import Backups, settings_fault
from photoclip.catalog.connection import FILE_NAME
from photoclip.domain.safekeeping import Backup


class Safekeeping:
    """Implements `domain.safekeeping.Safekeeping`."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._catalog = library / FILE_NAME
        self._backups = Backups(library)

    def backups(self) -> list[Backup]:
        return self._backups.all()

    def photos_in(self, backup: Backup) -> int | None:
        return self._backups.photos(backup)

    def fault(self, backup: Backup) -> str:
        return self._backups.fault(backup)

    def restore(self, backup: Backup) -> str:
        source = self._backups.path(backup)
        return str(restoring.put_in_place(self._catalog, lambda target: _copy(source, target)))

    def set_aside(self, backup: Backup) -> str:
        file = self._backups.path(backup)
        aside = restoring.set_aside(self._library, [file])
        restoring.remove(file)
        return str(aside)

    def salvage(self) -> tuple[str, int]:
        saved = 0

        def fill(target: Path) -> None:
            nonlocal saved
            saved = salvage.salvage(self._catalog, target)

        return str(restoring.put_in_place(self._catalog, fill)), saved

    def settings_fault(self) -> str:
        return settings_fault(self._library / settings.FILE_NAME)

    def mend_settings(self) -> str:
        file = self._library / settings.FILE_NAME
        if not settings_fault(file):
            return ""
        aside = restoring.set_aside(self._library, [file])
        for backup in self._backups.all():
            old = self._backups.settings_path(backup)
            if old.exists() and not settings_fault(old):
                storage.write(file, old.read_bytes())
                return (
                    f"The settings were damaged; those of {backup.made_at:%Y-%m-%d} are used instead, "
                    f"and the damaged file is in {aside}."
                )
        restoring.remove(file)
        return f"The settings were damaged; defaults are used instead, and the damaged file is in {aside}."


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as old, target.open("wb") as new:
        while chunk := old.read(1 << 20):
            storage.write_all(new, chunk)
