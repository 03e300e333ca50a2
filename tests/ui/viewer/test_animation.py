from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoclip.ui.viewer import animation
from photoclip.ui.viewer.animation import Animation

COLOURS = [(250, 0, 0), (0, 250, 0), (0, 0, 250)]


def animate(path: Path, loop: int | None = 0, frames: int = 3) -> bytes:
    pictures = [Image.new("RGB", (24, 16), COLOURS[n % 3]) for n in range(frames)]
    more = {} if loop is None else {"loop": loop}
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=20, **more)
    return path.read_bytes()


@pytest.fixture
def seen() -> list[str]:
    return []


@pytest.fixture
def player(qtbot: QtBot, seen: list[str]) -> Iterator[Animation]:
    made = Animation()

    def note(image: QImage) -> None:
        colour = image.pixelColor(12, 8)
        seen.append(max("red", "green", "blue", key=lambda name: getattr(colour, name)()))

    made.frame.connect(note)
    yield made
    made.close()


@pytest.mark.parametrize("name", ["a.gif", "a.webp"])
def test_frames_come_in_order_and_begin_again(
    qtbot: QtBot, player: Animation, seen: list[str], tmp_path: Path, name: str
) -> None:
    player.play(animate(tmp_path / name))
    qtbot.waitUntil(lambda: len(seen) >= 5)
    assert seen[:5] == ["red", "green", "blue", "red", "green"]


def test_what_plays_once_ends_at_its_last_frame(
    qtbot: QtBot, player: Animation, seen: list[str], tmp_path: Path
) -> None:
    player.play(animate(tmp_path / "a.gif", loop=None))
    qtbot.waitUntil(lambda: not player.is_playing())
    assert seen == ["red", "green", "blue"]


def test_no_frame_comes_after_it_was_stopped(
    qtbot: QtBot, player: Animation, seen: list[str], tmp_path: Path
) -> None:
    player.play(animate(tmp_path / "a.gif"))
    qtbot.waitUntil(lambda: len(seen) >= 2)
    player.stop()
    count = len(seen)
    other = Animation()
    with qtbot.waitSignal(other.frame):
        other.play((tmp_path / "a.gif").read_bytes())
    other.close()
    assert len(seen) == count


@pytest.mark.qt_log_ignore("QGifHandler", "gif", extend=True)
def test_a_file_cut_short_ends_and_does_not_spin(
    qtbot: QtBot, player: Animation, seen: list[str], tmp_path: Path
) -> None:
    player.play(animate(tmp_path / "a.gif")[:40])
    qtbot.waitUntil(lambda: not player.is_playing())
    assert seen.count("green") == 0


def test_frames_too_large_for_memory_are_not_played(
    qtbot: QtBot, player: Animation, seen: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(animation, "ANIMATION_PIXELS", 100)
    player.play(animate(tmp_path / "a.gif"))
    qtbot.waitUntil(lambda: not player.is_playing())
    assert seen == []


def test_no_more_than_one_frame_is_read_ahead_however_many_there_are(
    qtbot: QtBot, player: Animation, seen: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []
    real = animation.Picture.read
    monkeypatch.setattr(animation.Picture, "read", lambda self: (reads.append(1), real(self))[1])
    player.play(animate(tmp_path / "a.gif", frames=300))
    qtbot.waitUntil(lambda: len(seen) >= 3)
    assert len(reads) <= len(seen) + 2
