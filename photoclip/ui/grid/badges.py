"""The small signs on a tile: what a photo has, as far as the tile has room, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from photoclip.domain.photos import PhotoRow
from photoclip.ui import icons, wording
from photoclip.ui.grid.photo_model import Judged, Tile

# On a photo neither theme's colours can be relied on: white on a dark veil is readable on any.
VEIL = QColor(0, 0, 0, 165)
ON_VEIL = QColor(255, 255, 255)
_INSET = 5
_KEPT = 400
"""Different signs that are kept drawn; every share, every number of stars is one."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Icons and a text, in one pill."""

    icons: tuple[str, ...] = ()
    text: str = ""


class Badges:
    """Lays badges out in the corners of a tile and draws them from pixmaps that are made once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Sign, str, float], QPixmap] = {}

    def draw(
        self, painter: QPainter, box: QRect, tile: Tile, direction: Qt.LayoutDirection, lifted: int
    ) -> None:
        """`lifted` is what the lower badges leave free below them, for the name."""
        font = painter.font()
        ratio = painter.device().devicePixelRatioF()
        for sign, spot in self._placed(box, tile, font, direction, lifted):
            painter.drawPixmap(spot.topLeft(), self._pixmap(sign, font, ratio))

    def stack_spot(self, box: QRect, tile: Tile, font: QFont, direction: Qt.LayoutDirection) -> QRect:
        """Where the badge of a burst is; an empty rectangle where it is not shown."""
        if tile.stack <= 1:
            return QRect()
        wanted = stack_sign(tile.stack)
        placed = self._placed(box, tile, font, direction, 0)
        return next((spot for sign, spot in placed if sign == wanted), QRect())

    def _placed(
        self, box: QRect, tile: Tile, font: QFont, direction: Qt.LayoutDirection, lifted: int
    ) -> Iterator[tuple[Sign, QRect]]:
        """The signs that find room, those that matter more first."""
        metrics = QFontMetrics(font)
        upper = ([stack_sign(tile.stack)] if tile.stack > 1 else [], _shares(tile))
        lower = (_marks(tile.photo), _warnings(tile.photo))
        for (leading, trailing), trailing_first, down in ((upper, False, False), (lower, True, True)):
            room = box.width() - 2 * _INSET
            chosen: dict[bool, Sign] = {}
            order = (
                ((True, trailing), (False, leading))
                if trailing_first
                else ((False, leading), (True, trailing))
            )
            for at_end, ways in order:
                sign = next((way for way in ways if _size(way, metrics).width() <= room), None)
                if sign is not None:
                    chosen[at_end] = sign
                    room -= _size(sign, metrics).width() + _INSET
            for at_end, sign in chosen.items():
                spot = QRect(box.topLeft(), _size(sign, metrics))
                right = at_end is not (direction == Qt.LayoutDirection.RightToLeft)
                spot.moveLeft(box.right() + 1 - _INSET - spot.width() if right else box.left() + _INSET)
                spot.moveTop(
                    box.bottom() + 1 - _INSET - lifted - spot.height() if down else box.top() + _INSET
                )
                yield sign, spot

    def _pixmap(self, sign: Sign, font: QFont, ratio: float) -> QPixmap:
        key = (sign, font.key(), ratio)
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            found = self._drawn[key] = _draw(sign, font, ratio)
        return found


def has_badges(tile: Tile) -> bool:
    """Whether there is anything to say of a photo; of most there is not."""
    photo = tile.photo
    return (
        tile.stack > 1
        or tile.relevance is not None
        or (photo is not None and bool(photo.rating or photo.favourite or photo.problem))
        or (photo is not None and (photo.offline or photo.still_of_live))
    )


def stack_sign(count: int) -> Sign:
    return Sign(("burst",), wording.number(count))


def _shares(tile: Tile) -> list[Sign]:
    """How well it matches, and what a person said of that."""
    said = {Judged.LIKED: ("thumb-up-filled",), Judged.DISLIKED: ("thumb-down-filled",)}.get(tile.judged, ())
    if tile.relevance is None:
        return []
    share = wording.percent(tile.relevance)
    return [Sign(said, share), Sign(said)] if said else [Sign(text=share)]


def _marks(photo: PhotoRow | None) -> list[Sign]:
    """Favourite and stars, from the longest way of saying it to the shortest."""
    if photo is None or not (photo.favourite or photo.rating):
        return []
    heart = ("heart-filled",) if photo.favourite else ()
    if not photo.rating:
        return [Sign(heart)]
    ways = [
        Sign(heart + ("star-filled",) * photo.rating),
        Sign((*heart, "star-filled"), wording.number(photo.rating)),
    ]
    return [*ways, Sign(heart)] if heart else ways


def _warnings(photo: PhotoRow | None) -> list[Sign]:
    if photo is None:
        return []
    present = (photo.problem and "warning", photo.offline and "offline", photo.still_of_live and "live")
    names = tuple(name for name in present if name)
    return [Sign(names[:most]) for most in range(len(names), 0, -1)]


def _side(metrics: QFontMetrics) -> int:
    return metrics.ascent() + 1


def _size(sign: Sign, metrics: QFontMetrics) -> QSize:
    side = _side(metrics)
    text = metrics.horizontalAdvance(sign.text)
    gap = 3 if sign.icons and sign.text else 0
    return QSize(len(sign.icons) * side + gap + text + 10, max(side, metrics.height()) + 3)


def _draw(sign: Sign, font: QFont, ratio: float) -> QPixmap:
    metrics = QFontMetrics(font)
    size, side = _size(sign, metrics), _side(metrics)
    result = QPixmap(size * ratio)
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(VEIL)
    pill = QRectF(QPointF(), size.toSizeF())
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    x = 5.0
    for name in sign.icons:
        drawing = icons.pixmap(name, ON_VEIL, side, ratio)
        painter.drawPixmap(QPointF(x, (size.height() - side) / 2), drawing)
        x += side
    painter.setFont(font)
    painter.setPen(ON_VEIL)
    rest = pill.adjusted(x + 3 if sign.icons else 0, 0, -5 if sign.icons else 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, sign.text)
    painter.end()
    return result


def fitting(shown: QRect, tile: QRect) -> QRect:
    """Badges lie on the photo, or on its whole tile where it is a narrow strip."""
    least = min(64, tile.width())
    narrow: Sequence[int] = (shown.width(), shown.height())
    return tile if min(narrow) < least else shown
