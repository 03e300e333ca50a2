"""The line over the grid: what is shown, how many, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from photoclip.ui import icons, wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.photo_grid import MAX_TILE, MIN_TILE, TILE_STEP
from photoclip.ui.theme import blend


class SimilarChip(QWidget):
    """Says whose likeness is shown; its cross leads back."""

    closed = Signal()

    def __init__(self, icon_book: icons.Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidingLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._close = QToolButton(autoRaise=True)
        self._close.setToolTip(self.tr("Back to the photos before (Esc)"))
        self._close.setAccessibleName(self.tr("End “similar to”"))
        self._close.clicked.connect(self.closed)
        icon_book.dress(self._close, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 3, 1)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._label.text()

    def set_name(self, name: str) -> None:
        self._label.set_text(self.tr("Similar to {name}").format(name=name))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(blend(accent, palette.color(QPalette.ColorRole.Window), 0.55))
        painter.setBrush(blend(accent, palette.color(QPalette.ColorRole.Window), 0.16))
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()


class ResultHeader(QWidget):
    """Title or chip on the left, count beside it, the size of the tiles on the right."""

    tile_chosen = Signal(int)

    def __init__(self, icon_book: icons.Icons, tile: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = SimilarChip(icon_book)
        self._title = ElidingLabel(mode=Qt.TextElideMode.ElideMiddle)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._count = ElidingLabel(quiet=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(MIN_TILE, MAX_TILE)
        self.slider.setSingleStep(TILE_STEP)
        self.slider.setPageStep(2 * TILE_STEP)
        self.slider.setValue(tile)
        self.slider.setFixedWidth(120)
        self.slider.setAccessibleName(self.tr("Size of the tiles"))
        self.slider.setToolTip(self.tr("Size of the tiles (Ctrl and the mouse wheel)"))
        self.slider.valueChanged.connect(self.tile_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        for widget in (self.chip, self._title, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        self._sizes = (_IconLabel("tiles-small"), self.slider, _IconLabel("tiles-large"))
        for part in self._sizes:
            row.addWidget(part)
        self.show_title("")

    def title(self) -> str:
        """What the line says, for people and tests."""
        return self._title.text() if self.chip.isHidden() else self.chip.text()

    def count(self) -> str:
        return self._count.text()

    def show_title(self, title: str) -> None:
        self.chip.hide()
        self._title.set_text(title)
        self._title.show()

    def show_similar(self, name: str) -> None:
        self._title.hide()
        self.chip.set_name(name)
        self.chip.show()

    def show_count(self, count: int | None) -> None:
        self._count.set_text("" if count is None else wording.photos(count))

    def show_sizes(self, shown: bool) -> None:
        """The size of tiles can be chosen where there are tiles."""
        for widget in self._sizes:
            widget.setVisible(shown)

    @Slot(int)
    def set_tile(self, side: int) -> None:
        self.slider.setValue(side)


class _IconLabel(QLabel):
    """A picture of an icon in the colour of the text beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = blend(
            self.palette().color(QPalette.ColorRole.WindowText),
            self.palette().color(QPalette.ColorRole.Window),
            0.6,
        )
        painter.drawPixmap(1, 1, icons.pixmap(self._name, colour, 16, self.devicePixelRatioF()))
        painter.end()
