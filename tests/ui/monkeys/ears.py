"""Hears everything that must not be said while a monkey uses the window."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_QUIET = (
    # Said by the offscreen platform; no window manager is there to care.
    "propagateSizeHints",
    "does not support raise",
    "grabbing the keyboard",
    "This plugin does not support",
    # Damaged files are part of the library; Qt's readers say what is wrong with them, as they should.
    "QGifHandler",
    "QImageIOHandler",
)
_MOST = 10
_BAD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class Ears(logging.Handler):
    """Exceptions in any thread, warnings of Qt, and errors in the log, each told once it is heard."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def listen(self) -> None:
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread
        sys.unraisablehook = self._not_raised
        qInstallMessageHandler(self._qt)
        logging.getLogger().addHandler(self)

    def _note(self, what: str) -> None:
        if what not in self.heard and len(self.heard) < _MOST:
            self.heard.append(what)

    def emit(self, record: logging.LogRecord) -> None:
        self._note(f"logged: {self.format(record)}")

    def _raised(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        self._note("".join(traceback.format_exception(kind, fault, trace)))

    def _raised_in_thread(self, hook: threading.ExceptHookArgs) -> None:
        name = hook.thread.name if hook.thread else "?"
        trace = traceback.format_exception(hook.exc_type, hook.exc_value, hook.exc_traceback)
        self._note(f"in the thread {name}: {''.join(trace)}")

    def _not_raised(self, hook: sys.UnraisableHookArgs) -> None:
        trace = traceback.format_exception(hook.exc_type, hook.exc_value, hook.exc_traceback)
        self._note(f"not raised: {hook.err_msg} {hook.object!r}: {''.join(trace)}")

    def _qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in _BAD and not any(quiet in message for quiet in _QUIET):
            python = "".join(traceback.format_stack(limit=8))
            self._note(f"Qt {kind.name}: {message}\n{python}")
            if kind is QtMsgType.QtFatalMsg:  # nothing comes after it
                sys.stderr.write(f"{message}\n")
