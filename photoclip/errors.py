"""The one exception tree.

Three kinds, because three different people can do something about them: the
user can free a disk (`EnvironmentFault`), the user can type something else
(`BadInput`), and everything else that is a `PhotoclipError` is ours to mend.
Every message is one sentence that names the way out; the command line prints
it as it is and exits with `exit_code`.
"""

from __future__ import annotations

from typing import ClassVar


class PhotoclipError(Exception):
    """Anything that photoclip says on purpose."""

    exit_code: ClassVar[int] = 3


class BadInput(PhotoclipError):
    """The user asked for something that cannot be: a wrong name, an empty query."""

    exit_code = 2


class EnvironmentFault(PhotoclipError):
    """The machine, not the request: disk full, drive gone, library in use."""


class LibraryInUse(EnvironmentFault):
    """Another photoclip writes to this library."""


class LibraryTooNew(EnvironmentFault):
    """The catalog was made by a newer photoclip; it is left untouched."""


class CatalogDamaged(EnvironmentFault):
    """SQLite cannot read the catalog."""


class StorageFault(EnvironmentFault):
    """A write failed: disk full, read-only, permission lost."""


class ModelUnavailable(EnvironmentFault):
    """The weights are not here and cannot be fetched."""


class ModelRejected(EnvironmentFault):
    """A checkpoint was read and refused: weights missing, not safetensors, wrong hash."""
