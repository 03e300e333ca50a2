"""One window per library: a second start brings the first one's window forward and ends."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from photoclip.errors import LibraryInUse

PATIENCE_SECONDS = 4.0
"""A first window that is just starting answers a little later; one that closes frees the library."""
_ANSWER_MS = 1000
_VISITOR_MS = 2000
_MOST_VISITORS = 8
_LONGEST = 512
"""Bytes of a request: a word, and the token by which the desktop lets a window come forward."""
_ASK = b"raise"
_ANSWER = b"raised\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable

T = TypeVar("T")


def door_of(library: Path) -> str:
    """The name by which the window over a library can be reached by the same user, on this machine."""
    owner = getpass.getuser() if sys.platform == "win32" else str(os.getuid())
    whole = os.fsencode(os.path.realpath(library)) + b"\0" + owner.encode("utf-8", "replace")
    name = f"photoclip-{hashlib.sha256(whole).hexdigest()[:24]}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    # Nobody else can put a socket there, as they can into the folder of temporary files.
    if sys.platform.startswith("linux") and os.path.isdir(runtime) and os.access(runtime, os.W_OK):
        return os.path.join(runtime, name)
    return name


def first_or_raise(take: Callable[[], T], door: str) -> T | None:
    """What `take` gives to the first; None when the window that came before was brought forward instead.

    Raises:
        LibraryInUse: `take` goes on raising it, and no window answers.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return take()
        except LibraryInUse:
            if _ring(door):
                return None
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _ring(door: str) -> bool:
    """Ask the window behind a door to come forward; whether it does."""
    _allow_others_forward()
    socket = QLocalSocket()
    socket.connectToServer(door)
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    token = os.environ.get(_TOKEN, "")
    socket.write(_ASK + b" " + token.encode("utf-8", "replace")[: _LONGEST - 10] + b"\n")
    said = b""
    while len(said) < len(_ANSWER) and socket.waitForReadyRead(_ANSWER_MS):
        said += bytes(socket.read(len(_ANSWER)).data())
    socket.abort()
    return said == _ANSWER


def _allow_others_forward() -> None:
    """Windows lets a program take the foreground only if the one that the user started allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


class Door(QObject):
    """Listens for later starts on the same library. To be made by the holder of its lock alone."""

    rung = Signal()
    """Another start asks the window to come forward."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visitors: list[QLocalSocket] = []
        # A flood of requests is one request.
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self.rung)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        # Left by a program that was killed: the holder of the lock is the only one alive.
        QLocalServer.removeServer(name)
        self.listens = self._server.listen(name)
        """False where the system allows no such thing; a second start is then refused with a message."""

    def close(self) -> None:
        """Answer nobody any more: the window is closing."""
        self._server.close()
        for visitor in list(self._visitors):
            visitor.abort()

    @Slot()
    def _welcome(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            if len(self._visitors) >= _MOST_VISITORS:
                visitor.abort()
                visitor.deleteLater()
                continue
            visitor.setReadBufferSize(_LONGEST)
            self._visitors.append(visitor)
            visitor.readyRead.connect(self._listen)
            visitor.disconnected.connect(self._forget)
            QTimer.singleShot(_VISITOR_MS, visitor, visitor.abort)
            self._hear(visitor)

    @Slot()
    def _listen(self) -> None:
        for visitor in list(self._visitors):
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        said = bytes(visitor.peek(_LONGEST).data())
        if b"\n" not in said:
            if len(said) >= _LONGEST:
                visitor.abort()
            return
        word, _, token = said.partition(b"\n")[0].partition(b" ")
        if word != _ASK:
            visitor.abort()
            return
        if token.isascii() and token:
            # Qt hands it to the desktop when the window asks to come forward.
            os.environ[_TOKEN] = token.decode("ascii")
        visitor.write(_ANSWER)
        visitor.flush()
        visitor.readAll()
        visitor.disconnectFromServer()
        self._soon.start()

    @Slot()
    def _forget(self) -> None:
        gone = [v for v in self._visitors if v.state() == QLocalSocket.LocalSocketState.UnconnectedState]
        for visitor in gone:
            self._visitors.remove(visitor)
            visitor.deleteLater()
