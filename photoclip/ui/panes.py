"""The three parts of the window side by side: sources, photos, inspector."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

_LEAST_PHOTOS = 70
"""Average characters: two tiles of the usual size beside one another."""


class Panes(QSplitter):
    """Where it gets narrow, the inspector makes room first, then the sources; both come back."""

    shown_changed = Signal(bool, bool)
    """Whether sources and inspector are on screen."""

    def __init__(
        self, sources: QWidget, middle: QWidget, inspector: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sources = sources
        self._inspector = inspector
        self._wants_sources = self._wants_inspector = True
        self._alone = False
        em = self.fontMetrics().averageCharWidth()
        self._least = em * _LEAST_PHOTOS
        for pane, least in ((sources, 18), (middle, 30), (inspector, 26)):
            pane.setMinimumWidth(max(pane.minimumWidth(), em * least))
            self.addWidget(pane)
        for place, stretch in enumerate((0, 1, 0)):
            self.setStretchFactor(place, stretch)
            self.setCollapsible(place, False)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._usual = (em * 40, em * 48)
        self._sized = False
        self._widths: dict[QWidget, int] = {}

    def wants(self) -> tuple[bool, bool]:
        """Whether a person wants to see sources and inspector where there is room."""
        return self._wants_sources, self._wants_inspector

    def want(self, *, sources: bool | None = None, inspector: bool | None = None) -> None:
        """Show or hide a part. One that is asked for is shown, whatever has to make room for it."""
        if sources is not None:
            self._wants_sources = sources
        if inspector is not None:
            self._wants_inspector = inspector
        self._fit(rather_inspector=bool(inspector))

    def show_alone(self, alone: bool) -> None:
        """The photos alone, as on a full screen."""
        self._alone = alone
        self._fit()

    def restore(self, sizes: QByteArray | None, *, sources: bool, inspector: bool) -> None:
        if sizes is not None:
            self._sized = self.restoreState(sizes)
            self.setHandleWidth(1)
        self._wants_sources, self._wants_inspector = sources, inspector
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            sources, inspector = self._usual
            self.setSizes([sources, max(self._least, self.width() - sources - inspector), inspector])

    def _fit(self, *, rather_inspector: bool = False) -> None:
        room = self.width() - self._least
        sources, inspector = self._wants_sources, self._wants_inspector
        if sources and inspector and room < self._width_of(self._sources) + self._width_of(self._inspector):
            sources, inspector = (False, True) if rather_inspector else (True, False)
        if not rather_inspector:
            inspector = inspector and room >= self._width_of(self._inspector)
            sources = sources and room >= self._width_of(self._sources)
        if self._alone:
            sources = inspector = False
        self._sources.setVisible(sources)
        self._inspector.setVisible(inspector)
        self.shown_changed.emit(sources, inspector)

    def _width_of(self, pane: QWidget) -> int:
        """As wide as it is, or was when it was last on screen."""
        if self._sized and pane.isVisible():
            self._widths[pane] = pane.width()
        return max(pane.minimumWidth(), self._widths.get(pane, 0))
