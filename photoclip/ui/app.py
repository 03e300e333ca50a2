"""Runs the window: the application, its style and theme, and its end."""

from __future__ import annotations

import gc
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSettings,
    QSocketNotifier,
    Qt,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QMessageBox

import photoclip
from photoclip import paths
from photoclip.errors import StorageFault
from photoclip.own_files import Stored
from photoclip.ui import icons, language, stall_watch, theme
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.settings_store import SettingsStore
from photoclip.ui.session import Session

_log = logging.getLogger(__name__)
_TURN_SECONDS = 0.0002
"""So long a thread of the worker may run Python while the window wants to; Python's own 5 ms would be
paid for each of the many calls of one frame."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.WARNING,
}


def run(
    worker: PhotoWorker,
    settings: SettingsStore,
    *,
    door: str = "",
    crash_report: Path | None = None,
    notice: str = "",
    on_first_paint: Callable[[], None] | None = None,
    debug: bool = False,
    everything: Sequence[Stored] = (),
    forget: Callable[[], object] | None = None,
) -> int:
    """Show the window over a worker that was not started yet, until it is closed.

    Args:
        worker: started after the window's first paint, closed with the window.
        settings: of the library; the window reads and changes them.
        door: the name under which later starts on the same library find this one (`single.door_of`).
        crash_report: what a run before this one left when it ended unexpectedly; the user is told once.
        notice: a sentence about what had to be mended before the window could open, if anything.
        on_first_paint: called when the window is on the screen, before the worker starts (for measuring).
        debug: log where the window's own thread stands still.
        everything: what photoclip stores (`own_files.everything`), for the preferences.
        forget: called once the window is closed, where all of that is to be deleted.

    Returns:
        the exit code.
    """
    app = make_application(sys.argv[:1])
    qInstallMessageHandler(_log_qt_message)
    chosen = settings.load()
    theme.apply(app, chosen.theme)
    language.apply(chosen.language)
    session = Session(worker, settings, window_store(), everything)
    window = session.window
    if on_first_paint is not None:
        window.painted.connect(on_first_paint)
    window.painted.connect(window.start)
    if crash_report is not None:
        window.tell_of_crash(crash_report)
    if notice:
        window.view.messages.say(notice)
    if door:
        session.listen(door)
    watch = stall_watch.watch_and_log(session) if debug else None
    window.show()
    with _closing_on_interrupt(session):
        code = app.exec()
    if watch is not None:
        watch.stop()
    if session.forgets and forget is not None:
        forget()
    return code


def show_refusal(message: str) -> None:
    """Say in a small window why there will be no other one, to a user who started from an icon."""
    app = QApplication.instance() or make_application(sys.argv[:1])
    qInstallMessageHandler(_log_qt_message)
    box = QMessageBox(QMessageBox.Icon.Warning, "photoclip", message, QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.finished.connect(app.quit)
    box.show()
    with _closing_on_interrupt(box):
        app.exec()


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's warnings (a damaged JPEG is worth several) belong into the log, not into the user's terminal."""
    _log.log(_LEVELS.get(kind, logging.ERROR), "Qt: %s", message)


def make_application(argv: list[str]) -> QApplication:
    """The QApplication with photoclip's name and icon, in the platform's own style."""
    sys.setswitchinterval(_TURN_SECONDS)
    # What was imported stays: no collection of garbage need go through it while the window waits.
    gc.freeze()
    app = QApplication(argv)
    app.setApplicationName("photoclip")
    app.setApplicationDisplayName("photoclip")
    app.setApplicationVersion(photoclip.__version__)
    app.setDesktopFileName("photoclip")
    app.setWindowIcon(icons.app_icon())
    return app


def window_file() -> Path:
    """The file of `window_store`."""
    return Path(_window_settings().fileName())


def window_store() -> QSettings:
    """Where the window's place is remembered: an ini file that may be deleted at any time."""
    store, file = _window_settings(), window_file()
    # Qt would make it readable for everybody, and keeps the mode of one that is there.
    with suppress(OSError, StorageFault):
        paths.private_dir(file.parent)
        file.touch(mode=0o600)
        file.chmod(0o600)
    return store


def _window_settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "photoclip", "window")


class Closable(Protocol):
    """A window, or what stands for the one that is open now."""

    def close(self) -> bool: ...


@contextmanager
def _closing_on_interrupt(window: Closable) -> Iterator[None]:
    """Ctrl+C in the terminal closes the window as its cross does.

    Qt's loop runs no Python while nothing happens, so that a Python signal
    handler alone would wait for the next mouse move. The signal's arrival is
    therefore also written to a socket that the loop listens to.
    """
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    waker = _Waker(reader)
    before_fd = signal.set_wakeup_fd(writer.fileno())
    before = {
        number: signal.signal(number, lambda *_: window.close()) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before_fd)
        waker.stop()
        reader.close()
        writer.close()


class _Waker(QObject):
    """Empties the socket; getting here is enough for Python to run its signal handler."""

    def __init__(self, reader: socket.socket) -> None:
        super().__init__()
        self._reader = reader
        self._notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def stop(self) -> None:
        self._notifier.setEnabled(False)

    @Slot()
    def _drain(self) -> None:
        self._reader.recv(64)
