"""Boxes to tick and handles to drag that can be seen in the dark as well."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from photoclip.ui.theme import blend

_Role = QPalette.ColorRole


class Ring(QObject):
    """Keeps the outline of what is to be ticked or dragged in a widget apart from its ground, in every theme.

    Fusion draws it in a darker shade of Window, which on a dark ground is invisible.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._mend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ParentChange):
            self._mend()
        return False

    def _mend(self) -> None:
        palette = self._widget.palette()
        ring = blend(palette.color(_Role.Text), palette.color(_Role.Base), 0.75)
        if palette.color(_Role.Window) != ring:
            palette.setColor(_Role.Window, ring)
            self._widget.setPalette(palette)
