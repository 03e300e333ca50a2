"""What is known of the photo in the viewer, over a corner of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from photoclip.domain.browsing import PhotoFacts
from photoclip.domain.photos import PhotoDetails, PhotoRow
from photoclip.ui import wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.grid.photo_model import file_name
from photoclip.ui.inspector import fact_words

_MARGIN = 12
_LETTERS_WIDE = 38
_COVERING = 225
"""Of 255: how much of the photo behind is covered."""
_LINES = 5


class InfoOverlay(QWidget):
    """Name, date, size, camera, exposure and place; a line that nothing is known for is left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ElidingLabel(mode=Qt.TextElideMode.ElideMiddle)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.lines = [ElidingLabel() for _ in range(_LINES)]
        self._room = parent
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN - 2)
        column.setSpacing(3)
        for label in (self.name, *self.lines):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("About this photo"))
        self.top = 0
        parent.installEventFilter(self)
        self.hide()

    def show_photo(self, photo: PhotoRow) -> None:
        """What the list knows of a photo, until its facts come."""
        self._fill(photo, [_date(photo.taken_at), _pixels(photo.width, photo.height)])

    def show_facts(self, facts: PhotoFacts) -> None:
        details = facts.details
        size = [_pixels(details.width, details.height), _bytes(facts), _plain(details.format)]
        self._fill(
            facts.photo,
            [
                _date(details.taken_at),
                _joined(size),
                _joined([_plain(details.camera), _plain(details.lens)]),
                _exposure(details),
                fact_words.place(details.latitude, details.longitude),
            ],
        )

    def set_top(self, top: int) -> None:
        """Stay below what covers so many pixels of the top."""
        self.top = top
        self._settle()

    def text(self) -> str:
        """All that is shown, line by line."""
        return "\n".join([self.name.text(), *(line.text() for line in self.lines if line.text())])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().color(QPalette.ColorRole.Window))
        colour.setAlpha(_COVERING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()

    def _fill(self, photo: PhotoRow, lines: list[str]) -> None:
        self.name.set_text(file_name(photo))
        known = [line for line in lines if line]
        for label, line in zip(self.lines, known + [""] * (_LINES - len(known)), strict=True):
            label.set_text(line)
            label.setVisible(bool(line))
        self.setAccessibleDescription(self.text())
        self._settle()

    def _settle(self) -> None:
        """In the leading corner at the top."""
        room = self._room.size()
        wide = self.fontMetrics().averageCharWidth() * _LETTERS_WIDE + 2 * _MARGIN
        width = max(min(wide, room.width() - 2 * _MARGIN), 1)
        left = room.width() - width - _MARGIN if self.isRightToLeft() else _MARGIN
        self._column.activate()
        self.setGeometry(left, self.top + _MARGIN, width, self.sizeHint().height())


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


def _plain(text: str) -> str:
    """Cameras write what they like; only what can be printed is shown."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def _date(taken_at: str | None) -> str:
    return taken_at.replace("T", " ")[:16] if taken_at else ""


def _pixels(width: int, height: int) -> str:
    if width < 1 or height < 1:
        return ""
    pixels = f"{width} × {height}"
    if width * height < 100_000:
        return pixels
    millions = wording.decimal(width * height / 1e6)
    return _joined([pixels, QCoreApplication.translate("info", "{number} MP").format(number=millions)])


def _bytes(facts: PhotoFacts) -> str:
    if not facts.files:
        return ""
    return QLocale().formattedDataSize(facts.files[0].size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _exposure(details: PhotoDetails) -> str:
    """As photographers read it: 1/125 s · f/2.8 · ISO 200 · 35 mm."""
    parts = []
    if details.exposure:
        parts.append(QCoreApplication.translate("info", "{time} s").format(time=_time(details.exposure)))
    if details.f_number:
        parts.append(f"f/{details.f_number:g}")
    if details.iso:
        parts.append(f"ISO {details.iso}")
    if details.focal_length:
        parts.append(f"{details.focal_length:g} mm")
    return _joined(parts)


def _time(seconds: float) -> str:
    return f"1/{round(1 / seconds)}" if seconds < 0.4 else f"{seconds:g}"
