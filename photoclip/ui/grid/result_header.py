"""The line over the grid: what is shown and how many, in which order and groups, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from photoclip.domain.query import Arrangement
from photoclip.ui import icons, wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.grid.arrangement_menus import ArrangementMenus
from photoclip.ui.grid.photo_grid import MAX_TILE, MIN_TILE, TILE_STEP
from photoclip.ui.rings import Ring
from photoclip.ui.search.strictness import Strictness
from photoclip.ui.theme import blend

_ROOM_FOR_WORDS = 100
"""Average characters; narrower, the buttons show their icons alone."""
_ROOM_FOR_STRICTNESS = 120
"""The same; narrower, the slider of the strictness says its word in the tooltip alone."""
_ROOM_FOR_SIZES = 68
"""The same; narrower, the size of tiles is left to the menu and the mouse wheel while there is a search."""


class ResultHeader(QWidget):
    """Title and count on the leading side; strictness, order, groups and tile size on the other."""

    tile_chosen = Signal(int)
    arrangement_chosen = Signal(object)
    """An `Arrangement`."""

    def __init__(self, icon_book: icons.Icons, tile: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidingLabel(mode=Qt.TextElideMode.ElideMiddle)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._count = ElidingLabel(quiet=True)
        self._progress = ElidingLabel(quiet=True)
        self.menus = ArrangementMenus(icon_book, self)
        self.menus.chosen.connect(self.arrangement_chosen)
        self.strictness = Strictness()
        self.slider = self._make_slider(tile)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (self._title, self._count, self._progress):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.strictness)
        sizes = (_IconLabel("tiles-small"), self.slider, _IconLabel("tiles-large"))
        self._sizes = sizes
        self._tiles_shown = True
        for part in (self.menus.sort, self.menus.group, *sizes):
            row.addWidget(part)
        self.show_title("")
        self.show_progress("")
        self.show_strictness(None)

    def _make_slider(self, tile: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        Ring(slider)
        slider.setRange(MIN_TILE, MAX_TILE)
        slider.setSingleStep(TILE_STEP)
        slider.setPageStep(2 * TILE_STEP)
        slider.setValue(tile)
        slider.setMinimumWidth(self.fontMetrics().averageCharWidth() * 9)
        slider.setMaximumWidth(self.fontMetrics().averageCharWidth() * 18)
        slider.setAccessibleName(self.tr("Size of the tiles"))
        slider.setToolTip(self.tr("Size of the tiles (Ctrl and the mouse wheel)"))
        slider.valueChanged.connect(self.tile_chosen)
        return slider

    def title(self) -> str:
        """What the line says, for people and tests."""
        return self._title.text()

    def count(self) -> str:
        return self._count.text()

    def show_title(self, title: str) -> None:
        self._title.set_text(title)

    def show_count(self, count: int | None) -> None:
        self._count.set_text("" if count is None else wording.photos(count))
        # Half a number says nothing: where room is short, the title gives way.
        self._count.setMinimumWidth(self._count.sizeHint().width())

    @Slot(str)
    def show_progress(self, text: str) -> None:
        """How far an answer that takes long is; nothing for an empty text."""
        self._progress.set_text(text)
        self._progress.setVisible(bool(text))

    def progress(self) -> str:
        return self._progress.text()

    def show_arrangement(
        self, arrangement: Arrangement, ranked: bool, album: bool, *, fixed: bool = False
    ) -> None:
        """What is on screen, whether it is ranked, an album by hand, or `fixed` as duplicates are."""
        self.menus.show(arrangement, ranked=ranked, album=album, fixed=fixed)
        self._fit_buttons()

    def show_strictness(self, wrong_share: float | None) -> None:
        """How strict the search on screen is; None where nothing was searched for by likeness."""
        if wrong_share is not None:
            self.strictness.show_share(wrong_share)
        self.strictness.setVisible(wrong_share is not None)
        self._fit_buttons()

    def show_sizes(self, shown: bool) -> None:
        """Size and order of tiles can be chosen where there are tiles."""
        self._tiles_shown = shown
        for widget in (self.menus.sort, self.menus.group):
            widget.setVisible(shown)
        self._fit_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """In a narrow window the icons have to do."""
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _ROOM_FOR_WORDS
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self.menus.sort, self.menus.group):
            button.setToolButtonStyle(style)
        room = self.width() // self.fontMetrics().averageCharWidth()
        self.strictness.show_name(room >= _ROOM_FOR_STRICTNESS)
        for widget in self._sizes:
            widget.setVisible(self._tiles_shown and (room >= _ROOM_FOR_SIZES or self.strictness.isHidden()))

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
