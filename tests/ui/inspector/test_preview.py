from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from ui.in_memory import save_picture

from photoclip.ui.inspector.preview import Preview, PreviewLoader


def test_only_the_picture_asked_for_last_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    loader = PreviewLoader()
    told: list[QImage] = []
    loader.loaded.connect(told.append)
    for number in range(1, 6):
        loader.load(str(save_picture(tmp_path / f"{number}.jpg", "red", 10 * number, 10)))
    qtbot.waitUntil(lambda: bool(told))
    assert [image.width() for image in told] == [50]
    loader.load(str(tmp_path / "1.jpg"))
    loader.drop()
    loader.load(str(tmp_path / "2.jpg"))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].width() == 20
    loader.close()


def test_a_damaged_thumbnail_is_told_as_none(qtbot: QtBot, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.jpg"
    damaged.write_bytes(b"\xff\xd8\xff" + b"nonsense" * 20)
    loader = PreviewLoader()
    with qtbot.waitSignal(loader.loaded) as said:
        loader.load(str(damaged))
    assert said.args is not None
    assert said.args[0].isNull()
    loader.close()


def test_a_preview_keeps_its_proportions_and_is_hardly_enlarged(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    empty = preview.grab().toImage()
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill("red")
    preview.show_image(image)
    drawn = preview.grab().toImage()
    red = [
        x for x in range(400) if drawn.pixelColor(x, 150).red() > 250 and drawn.pixelColor(x, 150).blue() < 5
    ]
    assert 78 <= len(red) <= 80
    preview.clear()
    assert preview.grab().toImage() == empty
