"""Icons: our own small SVGs, drawn in the palette's text colour and redrawn when it changes."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from photoclip import paths

_SIZES = (16, 20, 24)


class TakesIcon(Protocol):
    """A QAction or a button."""

    def setIcon(self, icon: QIcon, /) -> None: ...


class Icons(QObject):
    """Gives icons to actions and buttons, and gives them anew in another colour on `recolour`."""

    def __init__(self, palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._dressed: dict[TakesIcon, str] = {}

    def dress(self, target: TakesIcon, name: str) -> None:
        """Give `target` the icon `name`, now and after each change of colours."""
        self._dressed[target] = name
        target.setIcon(draw(name, self._palette))

    def forget(self, target: TakesIcon) -> None:
        """`target` is going: it is given no icon any more."""
        self._dressed.pop(target, None)

    def recolour(self, palette: QPalette) -> None:
        if palette.cacheKey() == self._palette.cacheKey():
            return
        self._palette = palette
        for target, name in self._dressed.items():
            target.setIcon(draw(name, palette))


def draw(name: str, palette: QPalette) -> QIcon:
    """An icon in the palette's text colour, fainter where disabled."""
    text = QPalette.ColorRole.WindowText
    groups = QPalette.ColorGroup
    sharpest = math.ceil(QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]
    return _drawn(
        name, palette.color(groups.Active, text).rgb(), palette.color(groups.Disabled, text).rgb(), sharpest
    )


@lru_cache(maxsize=256)
def _drawn(name: str, normal: int, disabled: int, sharpest: int) -> QIcon:
    """In all sizes in use, for screens of up to `sharpest` device pixels for a logical one."""
    icon = QIcon()
    for mode, rgb in ((QIcon.Mode.Normal, normal), (QIcon.Mode.Disabled, disabled)):
        for side in _SIZES:
            for ratio in {1, sharpest}:
                icon.addPixmap(pixmap(name, QColor.fromRgb(rgb), side, ratio), mode)
    return icon


def pixmap(name: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    """The drawing `name`, `side` logical pixels wide and high."""
    device_side = round(side * ratio)
    result = QPixmap(QSize(device_side, device_side))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))
    renderer.render(painter, QRectF(0, 0, device_side, device_side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    icon = QIcon()
    for side in (16, 32, 48, 64, 128):
        icon.addPixmap(pixmap("photoclip", QColor(), side, 1))
    return icon


@lru_cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
