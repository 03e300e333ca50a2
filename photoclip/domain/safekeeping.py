"""What a library keeps against damage: dated copies of its catalog, and a place for what was damaged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

Watch = Callable[[int, int], None]
"""Called now and then with what is done and how much there is; may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A dated copy of the catalog. `made_at` is in UTC, `version` the schema's, `size` in bytes."""

    name: str
    made_at: datetime
    version: int
    size: int


class Safekeeping(Protocol):
    """The files of a library. What changes any of them is for the one writer, with the catalog closed."""

    def backups(self) -> Sequence[Backup]:
        """Newest first."""
        ...

    def photos_in(self, backup: Backup) -> int | None:
        """How many photos a backup knows; None where it cannot be read."""
        ...

    def fault(self, backup: Backup) -> str:
        """What is wrong with a backup, all of which is looked at; "" when it is sound."""
        ...

    def restore(self, backup: Backup) -> str:
        """Put a backup in the catalog's place; returns the folder that the present one was set aside to.

        Raises:
            CatalogDamaged: the backup is not sound; nothing was changed.
            LibraryInUse: another program reads the catalog just now; nothing was changed.
            StorageFault: the disk refused; the present catalog is still there.
        """
        ...

    def set_aside(self, backup: Backup) -> str:
        """Take a damaged backup out of the way; returns the folder where it is now.

        Raises:
            StorageFault: the disk refused.
        """
        ...

    def salvage(self) -> tuple[str, int]:
        """Make a new catalog of every row that can be read in the present one.

        Returns the folder that the present one was set aside to, and how many
        photos were saved; 0 where the new catalog is empty.

        Raises:
            LibraryInUse, StorageFault: as `restore`.
        """
        ...

    def settings_fault(self) -> str:
        """What is wrong with the settings, "" when they can be read."""
        ...

    def mend_settings(self) -> str:
        """Set settings that cannot be read aside and use those of the newest backup, else defaults.

        Returns a sentence that says so, "" where there was nothing to mend.

        Raises:
            StorageFault: the disk refused.
        """
        ...
