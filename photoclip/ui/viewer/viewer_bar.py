"""The bar over the viewer: what is shown, and buttons for what can be done with the view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from photoclip.ui import wording
from photoclip.ui.icons import Icons
from photoclip.ui.viewer.bar_words import BarWords
from photoclip.ui.viewer.slideshow import INTERVALS


class ViewerBar(QWidget):
    """Buttons tell only that they were clicked; the viewer does what they are for."""

    seconds_chosen = Signal(int)

    def __init__(self, icon_book: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icon_book
        self.words = BarWords()
        self.back = self._button("back", self.tr("Back to the photos (Esc)"))
        self.zoom = self._button("", self.tr("Whole photo or 100 % (Z)"))
        self.turn_left = self._button("turn-left", self.tr("Turn the view to the left (Shift+R)"))
        self.turn_right = self._button("turn-right", self.tr("Turn the view to the right (R)"))
        self.info = self._button("info", self.tr("About this photo (I)"), checkable=True)
        self.strip = self._button("filmstrip", self.tr("Filmstrip (T)"), checkable=True)
        self.slideshow = self._button("play", self.tr("Slideshow (Shift+F11)"))
        self.full_screen = self._button("full-screen", self.tr("Full screen (F)"))
        self.previous = self._button("previous", self.tr("Previous photo (Left)"))
        self.next = self._button("next", self.tr("Next photo (Right)"))
        self.slot = QHBoxLayout()
        self._seconds = self._interval_menu()
        self._lay_out()
        self.setAutoFillBackground(True)
        self._point_the_way()

    def add_action(self, action: QAction) -> QToolButton:
        """A button for an action of the window, before the viewer's own ones."""
        button = QToolButton(autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(action)
        self.slot.addWidget(button)
        return button

    def show_zoom(self, scale: float) -> None:
        self.zoom.setText(wording.percent(scale))
        self.zoom.setAccessibleDescription(self.zoom.text())

    def show_slideshow(self, running: bool, paused: bool, seconds: int) -> None:
        self._icons.dress(self.slideshow, "pause" if running and not paused else "play")
        for action in self._seconds.actions():
            action.setChecked(action.data() == seconds)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._point_the_way()

    def _lay_out(self) -> None:
        self.zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("1,600 %") + 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        self.slot.setSpacing(0)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addLayout(self.slot)
        for button in (self.zoom, self.turn_left, self.turn_right, self.info, self.strip):
            row.addWidget(button)
        for button in (self.slideshow, self.full_screen, self.previous, self.next):
            row.addWidget(button)

    def _interval_menu(self) -> QActionGroup:
        menu = QMenu(self)
        group = QActionGroup(self)
        for seconds in INTERVALS:
            action = menu.addAction(self.tr("Every {number} seconds").format(number=wording.number(seconds)))
            action.setCheckable(True)
            action.setData(seconds)
            group.addAction(action)
        group.triggered.connect(self._choose_seconds)
        self.slideshow.setMenu(menu)
        self.slideshow.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return group

    def _choose_seconds(self, action: QAction) -> None:
        self.seconds_chosen.emit(action.data())

    def _point_the_way(self) -> None:
        """Arrows point to where the next photo lies, which is the left where text runs so."""
        mirrored = self.isRightToLeft()
        self._icons.dress(self.previous, "next" if mirrored else "previous")
        self._icons.dress(self.next, "previous" if mirrored else "next")

    def _button(self, icon: str, words: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(autoRaise=True)
        # The keys work wherever the focus is inside the viewer; buttons must not take it from the photo.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCheckable(checkable)
        if icon:
            self._icons.dress(button, icon)
        return button
