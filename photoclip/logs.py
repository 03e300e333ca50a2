"""Logging and crash reports, set up once per process; nothing of either leaves this machine.

Paths of photos may be logged, what is in them and what is searched for never.
"""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
import logging
import logging.handlers
import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TextIO

import photoclip
from photoclip import paths
from photoclip.errors import StorageFault

_MEGABYTE = 1_000_000
_REPORTS_KEPT = 5
_MOST_UNFINISHED = 20
_RUNNING = ".running"
"""The ending of a crash report whose program has neither ended well nor been told of."""
_log = logging.getLogger(__name__)


class _PrivateRotatingFile(logging.handlers.RotatingFileHandler):
    """A rotating log that only this user can read, and that several processes may write to at once."""

    def _open(self):  # type: ignore[no-untyped-def]
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, self.mode, encoding=self.encoding, errors=self.errors)

    def shouldRollover(self, record: logging.LogRecord) -> bool:
        self._follow()
        return bool(super().shouldRollover(record))

    def doRollover(self) -> None:
        # Another process may rotate at the same moment (the file is gone), or hold
        # it open on Windows (it cannot be renamed): the record goes to what is there.
        with contextlib.suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that cannot be written is dropped: a traceback of logging's own helps nobody."""

    def _follow(self) -> None:
        """Go on in the new file where another process has put the old one aside."""
        if self.stream is None:
            return
        try:
            same = os.path.samestat(os.fstat(self.stream.fileno()), os.stat(self.baseFilename))
        except OSError:
            same = False
        if not same:
            self.stream.close()
            self.stream = None


def set_up(*, verbose: bool = False) -> None:
    """Send warnings and errors of photoclip to a rotated file (3 x 1 MB), details when `verbose`.

    What ends the program (an error that nobody caught, a crash in native code)
    is noted as well. A log that cannot be written is no reason to refuse work,
    so a missing or full disk leaves the program without a log file.
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
    _note_what_nobody_catches()
    with contextlib.suppress(OSError):
        _report_crashes(folder)
    _log.info("photoclip %s starts as process %d", photoclip.__version__, os.getpid())
    atexit.register(_log.info, "process %d ends", os.getpid())


def take_crash_report() -> Path | None:
    """The newest report of a program that crashed, the first time this is asked; the last five are kept.

    A program that was killed or lost its power leaves an empty report, which
    says nothing and is removed; one that runs now is left alone.
    """
    folder = paths.logs_dir()
    found = None
    try:
        for unfinished in sorted(folder.glob(f"crash-*{_RUNNING}")):
            with contextlib.suppress(OSError):
                found = _close_report(unfinished) or found
        for old in sorted(folder.glob("crash-*.log"))[:-_REPORTS_KEPT]:
            old.unlink()
    except OSError as fault:
        _log.info("old crash reports could not be looked at: %s", fault)
    return found


def _report_crashes(folder: Path) -> None:
    """Let a crash in native code write where Python was. File names of code are all that it names."""
    if faulthandler.is_enabled():
        return  # somebody else reads them (PYTHONFAULTHANDLER, a test)
    _tidy(folder)
    place = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}{_RUNNING}"
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    report = os.fdopen(descriptor, "w", encoding="utf-8")
    try:
        _hold(descriptor)
    except OSError:  # a file system without locks: nobody could tell whether this program still runs
        report.close()
        place.unlink()
        raise
    faulthandler.enable(report)
    atexit.register(_end_well, report, place, os.getpid())


def _tidy(folder: Path) -> None:
    """Remove what killed programs left, so that commands that never open a window leave no heap of it."""
    for unfinished in sorted(folder.glob(f"crash-*{_RUNNING}")):
        with contextlib.suppress(OSError), unfinished.open("rb") as report:
            _hold(report.fileno())
            if not report.read(1):
                unfinished.unlink()
    for old in sorted(folder.glob(f"crash-*{_RUNNING}"))[:-_MOST_UNFINISHED]:
        with contextlib.suppress(OSError):
            old.unlink()


def _end_well(report: TextIO, place: Path, process: int) -> None:
    """A program that came to its end has not crashed, whatever it survived (Windows reports such things)."""
    if os.getpid() != process:
        return  # a fork of it
    faulthandler.disable()
    report.close()
    with contextlib.suppress(OSError):
        place.unlink()


def _close_report(unfinished: Path) -> Path | None:
    """Put a report aside whose program is no more; its new place, or None if there is nothing in it.

    Raises:
        OSError: its program is still running.
    """
    with unfinished.open("rb") as report:
        _hold(report.fileno())
        empty = not report.read(1)
    if empty:
        unfinished.unlink()
        return None
    return unfinished.replace(unfinished.with_suffix(".log"))


def _hold(descriptor: int) -> None:
    """Mark an open report as that of a running program, which the system ends with it.

    Windows needs no mark: there a file cannot be moved while it is open.

    Raises:
        OSError: another program holds it.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _note_what_nobody_catches() -> None:
    """Log errors that reach the top of the program, a thread or a destructor, then go on as before."""
    before, thread_before, late_before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def uncaught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            _log.critical("nobody caught this", exc_info=(kind, fault, trace))
        before(kind, fault, trace)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        name = args.thread.name if args.thread else "?"
        if args.exc_value is not None and issubclass(args.exc_type, Exception):
            _log.critical(
                "the thread %s ended", name, exc_info=(args.exc_type, args.exc_value, args.exc_traceback)
            )
        thread_before(args)

    def too_late(unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_value is not None:
            _log.error(
                "an error came too late to be raised (%s)",
                unraisable.err_msg,
                exc_info=(unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback),
            )
        late_before(unraisable)

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, in_thread, too_late
