"""The headings between the groups of the grid: what they say, and how they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette

from photoclip.domain.query import Section, SectionKind
from photoclip.ui import wording
from photoclip.ui.grid.grid_geometry import MARGIN
from photoclip.ui.theme import blend, quiet_text

_Role = QPalette.ColorRole


def heading_words(section: Section, photos: int, locale: QLocale) -> tuple[str, str]:
    """What a group is called, and the number of its photos where the name does not say it already."""
    text = _heading_text(section, photos, locale)
    return text, "" if section.kind in (SectionKind.EXACT, SectionKind.NEAR) else wording.photos(photos)


def _heading_text(section: Section, photos: int, locale: QLocale) -> str:
    if section.kind is SectionKind.EXACT:
        if photos == 1:
            return QCoreApplication.translate("sections", "1 photo with identical copies")
        return QCoreApplication.translate("sections", "{number} photos with identical copies").format(
            number=locale.toString(photos)
        )
    if section.kind is SectionKind.NEAR:
        return QCoreApplication.translate("sections", "{number} near duplicates").format(
            number=locale.toString(photos)
        )
    if section.kind is SectionKind.FOLDER:
        return section.key
    if section.kind in (SectionKind.WRITTEN, SectionKind.MATCHES, SectionKind.BELOW):
        return _found_text(section)
    date = QDate.fromString(section.key + ("-01" if section.kind is SectionKind.MONTH else ""), "yyyy-MM-dd")
    if not date.isValid():
        return section.key or QCoreApplication.translate("sections", "Without a date")
    if section.kind is SectionKind.MONTH:
        # The order of month and year, in Qt's own letters for them.
        return locale.toString(date, QCoreApplication.translate("sections", "MMMM yyyy"))
    return locale.toString(date, QLocale.FormatType.LongFormat)


def _found_text(section: Section) -> str:
    """Of the parts of a search: what carries the quoted text, what matches, and what does not quite."""
    if section.kind is SectionKind.MATCHES:
        return QCoreApplication.translate("sections", "Matches in meaning")
    if section.kind is SectionKind.BELOW:
        return QCoreApplication.translate("sections", "Nearest, but not a good match")
    if not section.key:
        return QCoreApplication.translate("sections", "Contains the quoted text")
    return QCoreApplication.translate("sections", "Contains {texts}").format(texts=section.key)


def heading_height(font: QFont) -> int:
    """Of a heading with the space above and below its text."""
    return QFontMetrics(font).height() + 18


def draw_heading(
    painter: QPainter,
    rect: QRect,
    palette: QPalette,
    words: tuple[str, str],
    *,
    hovered: bool = False,
    floating: bool = False,
) -> None:
    """One heading: its text, and quietly behind it the number of its photos.

    A floating one lies over the tiles, and is set off from them by a line.
    """
    painter.fillRect(rect, palette.color(_Role.Base))
    ink = palette.color(_Role.Link if hovered else _Role.Text)
    inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    font = QFont(painter.font())
    plain = QFontMetrics(font)
    text, count = words
    gap = plain.averageCharWidth() * 2
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(bold)
    room = max(0, inner.width() - plain.horizontalAdvance(count) - gap)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    direction = painter.layoutDirection()
    leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    align = _visual(leading, direction)
    painter.setFont(bold)
    painter.setPen(ink)
    painter.drawText(inner, align, shown)
    used = metrics.horizontalAdvance(shown) + gap
    rest = (
        inner.adjusted(0, 0, -used, 0)
        if direction == Qt.LayoutDirection.RightToLeft
        else inner.adjusted(used, 0, 0, 0)
    )
    painter.setFont(font)
    painter.setPen(quiet_text(palette))
    painter.drawText(rest, align, count)
    if floating:
        painter.setPen(blend(palette.color(_Role.Text), palette.color(_Role.Base), 0.16))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())


def _visual(align: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Leading as left or right; a painter with a direction would turn the flags around once more."""
    if direction == Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return align | Qt.AlignmentFlag.AlignAbsolute
