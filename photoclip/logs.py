"""Logging, set up once per process; photo contents and queries are never logged."""

from __future__ import annotations

import logging
import logging.handlers
import os

from photoclip import paths
from photoclip.errors import StorageFault

_MEGABYTE = 1_000_000


class _PrivateRotatingFile(logging.handlers.RotatingFileHandler):
    """A rotating log that only this user can read."""

    def _open(self):  # type: ignore[no-untyped-def]
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, self.mode, encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that cannot be written is dropped: a traceback of logging's own helps nobody."""


def set_up(*, verbose: bool = False) -> None:
    """Send warnings and errors of photoclip to a rotated file (3 x 1 MB), details when `verbose`.

    A log that cannot be written is no reason to refuse work, so a missing or
    full disk leaves the program without a log file.
    """
    logger = logging.getLogger("photoclip")
    logger.setLevel(logging.DEBUG if verbose else logging.INFO)
    if logger.handlers:
        return
    try:
        folder = paths.private_dir(paths.logs_dir())
        handler = _PrivateRotatingFile(
            folder / "photoclip.log", maxBytes=_MEGABYTE, backupCount=2, encoding="utf-8", delay=True
        )
    except (OSError, StorageFault):
        logger.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
