"""Two starts on one library: real processes, and a socket that anybody might write to."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from photoclip import bootstrap
from photoclip.catalog.catalog import lock
from photoclip.errors import LibraryInUse
from photoclip.ui import single
from photoclip.ui.main_window import MainWindow
from photoclip.ui.single import Door, door_of

FIRST = """
import sys
from pathlib import Path
from photoclip import bootstrap
from photoclip.ui.main_window import MainWindow

came_forward = MainWindow.come_forward
def forward(window):
    came_forward(window)
    print("came forward", window.isVisible(), window.isMinimized(), flush=True)
MainWindow.come_forward = forward

print("exit", bootstrap.run_window(Path(sys.argv[1]), on_first_paint=lambda: print("painted", flush=True)))
"""
SECOND = """
import sys
from photoclip.__main__ import main
code = main()
print("torch" in sys.modules, "photoclip.worker.keeper" in sys.modules and any(
    "keeper" in thread.name for thread in __import__("threading").enumerate()), flush=True)
sys.exit(code)
"""
REFUSED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from photoclip.__main__ import main

show = QMessageBox.show
def shown(box):
    show(box)
    QTimer.singleShot(0, lambda: print(box.isVisible(), box.text(), flush=True))
QMessageBox.show = shown

sys.exit(main())
"""
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def environment(library: Path) -> dict[str, str]:
    """Offscreen, on the library."""
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PHOTOCLIP_LIBRARY": str(library),
        "PYTHONPATH": str(ROOT),
    }


def second_start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SECOND], capture_output=True, text=True, env=environment, timeout=60
    )


@pytest.fixture
def first(library: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, str(library)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "painted\n"
        yield process
        process.kill()


@pytest.mark.skipif(os.name != "posix", reason="ends the other process by a signal")
def test_a_second_start_brings_the_first_window_forward_and_ends(
    first: subprocess.Popen[str], environment: dict[str, str]
) -> None:
    second = second_start(environment)
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == "False False\n", "neither torch nor a second worker was started"
    assert first.stdout is not None
    assert first.stdout.readline() == "came forward True False\n"
    first.send_signal(signal.SIGTERM)
    assert first.stdout.read() == "exit 0\n"


@pytest.mark.skipif(os.name != "posix", reason="kills the other process")
def test_what_a_killed_window_left_is_in_nobodys_way(
    first: subprocess.Popen[str], library: Path, environment: dict[str, str]
) -> None:
    first.kill()
    first.wait(20)
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, str(library)], stdout=subprocess.PIPE, text=True, env=environment
    ) as next_one:
        assert next_one.stdout is not None
        assert next_one.stdout.readline() == "painted\n"
        assert second_start(environment).returncode == 0
        assert next_one.stdout.readline() == "came forward True False\n"
        next_one.kill()


@pytest.mark.skipif(os.name != "posix", reason="ends the other process by a signal")
def test_without_a_window_to_bring_forward_the_reason_is_said_on_the_terminal_and_on_the_screen(
    library: Path, environment: dict[str, str]
) -> None:
    held = lock(library)  # as `photoclip index` does
    try:
        with (
            subprocess.Popen(
                [sys.executable, "-c", REFUSED],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=environment,
            ) as process,
            ExitStack() as closing,
        ):
            closing.callback(process.kill)
            assert process.stdout is not None
            assert process.stderr is not None
            reason = "Another photoclip (a window or a command) is at work"
            assert process.stderr.readline().startswith(f"photoclip: {reason}")
            assert process.stdout.readline().startswith(f"True {reason}")
            assert process.poll() is None, "the message stays until it has been read"
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 3
    finally:
        held.release()


# --- inside one process


def test_the_door_s_name_follows_the_real_path_of_the_library(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").symlink_to(tmp_path / "here")
    assert door_of(tmp_path / "here") == door_of(tmp_path / "there")
    assert door_of(tmp_path / "here") != door_of(tmp_path)


@pytest.fixture
def door(library: Path, qapp: object) -> Iterator[Door]:
    opened = Door(door_of(library))
    assert opened.listens
    yield opened
    opened.close()


def knock(library: Path, said: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(door_of(library))
    assert socket.waitForConnected(2000)
    socket.write(said)
    socket.flush()
    return socket


@pytest.mark.parametrize("said", [b"", b"hello\n", b"\0" * 4000, b"raised\n", b"raise" * 1000, b"\n"])
def test_garbage_moves_nothing_and_the_door_still_opens(
    qtbot: QtBot, library: Path, door: Door, said: bytes
) -> None:
    with qtbot.assertNotEmitted(door.rung, wait=100):
        stranger = knock(library, said)
    with qtbot.waitSignal(door.rung):
        friend = knock(library, b"raise \n")
    stranger.abort()
    friend.abort()


def test_a_flood_is_one_ring(qtbot: QtBot, library: Path, door: Door) -> None:
    rings: list[None] = []
    door.rung.connect(lambda: rings.append(None))
    with qtbot.waitSignal(door.rung):
        sockets = [knock(library, b"raise \n" * 50) for _ in range(6)]
    silent = [knock(library, b"") for _ in range(20)]
    qtbot.waitUntil(
        lambda: sum(s.state() == QLocalSocket.LocalSocketState.UnconnectedState for s in silent) >= 12
    )
    assert len(rings) == 1
    for socket in sockets + silent:
        socket.abort()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_socket_is_the_user_s_own(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    door = Door(door_of(library))
    (socket,) = (path for path in tmp_path.iterdir() if path.name.startswith("photoclip-"))
    assert socket.stat().st_mode & 0o077 == 0
    door.close()
    assert not socket.exists()


def test_a_library_that_is_freed_meanwhile_is_taken(
    library: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    attempts = iter([LibraryInUse("busy"), LibraryInUse("busy"), None])

    def take() -> str:
        fault = next(attempts)
        if fault is not None:
            raise fault
        return "mine"

    assert single.first_or_raise(take, door_of(library)) == "mine"


def test_nobody_waits_for_ever(library: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(single, "PATIENCE_SECONDS", 0.0)
    with bootstrap.writing(library), pytest.raises(LibraryInUse):
        single.first_or_raise(lambda: lock(library), door_of(library))


def test_a_minimised_window_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    window.come_forward()
    qtbot.waitUntil(lambda: not window.isMinimized() and window.isVisible())
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    window.close()
    window.come_forward()
    assert not window.isVisible(), "a window that is closing stays closed"
