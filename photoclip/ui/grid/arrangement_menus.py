"""The two menus that say in which order and groups photos are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from photoclip.domain.query import Arrangement, Grouping, Order
from photoclip.ui.actions.shortcuts import QT_TRANSLATE_NOOP
from photoclip.ui.icons import Icons

Value = TypeVar("Value")
_ORDERS = {
    Order.RELEVANCE: QT_TRANSLATE_NOOP("arrangement", "Relevance"),
    Order.DATE: QT_TRANSLATE_NOOP("arrangement", "Date"),
    Order.NAME: QT_TRANSLATE_NOOP("arrangement", "Name"),
    Order.SIZE: QT_TRANSLATE_NOOP("arrangement", "Size"),
    Order.RATING: QT_TRANSLATE_NOOP("arrangement", "Rating"),
    Order.ALBUM: QT_TRANSLATE_NOOP("arrangement", "Album order"),
}
_WAYS = {
    Order.DATE: (
        QT_TRANSLATE_NOOP("arrangement", "Newest first"),
        QT_TRANSLATE_NOOP("arrangement", "Oldest first"),
    ),
    Order.NAME: (QT_TRANSLATE_NOOP("arrangement", "A to Z"), QT_TRANSLATE_NOOP("arrangement", "Z to A")),
    Order.SIZE: (
        QT_TRANSLATE_NOOP("arrangement", "Largest first"),
        QT_TRANSLATE_NOOP("arrangement", "Smallest first"),
    ),
    Order.RATING: (
        QT_TRANSLATE_NOOP("arrangement", "Most stars first"),
        QT_TRANSLATE_NOOP("arrangement", "Fewest stars first"),
    ),
    Order.ALBUM: (
        QT_TRANSLATE_NOOP("arrangement", "First to last"),
        QT_TRANSLATE_NOOP("arrangement", "Last to first"),
    ),
}
"""How an order goes, and how it goes when it is turned around. Relevance cannot be."""
_GROUPINGS = {
    Grouping.NONE: QT_TRANSLATE_NOOP("arrangement", "No groups"),
    Grouping.DAY: QT_TRANSLATE_NOOP("arrangement", "By day"),
    Grouping.MONTH: QT_TRANSLATE_NOOP("arrangement", "By month"),
    Grouping.FOLDER: QT_TRANSLATE_NOOP("arrangement", "By folder"),
}


class ArrangementMenus(QObject):
    """Owns the buttons `sort` and `group`; says what a person chose, and shows what is."""

    chosen = Signal(object)
    """An `Arrangement`."""

    def __init__(self, icon_book: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = Arrangement()
        self._ranked = False
        self.sort = _button(icon_book, "sort", self.tr("Order of the photos"))
        self.group = _button(icon_book, "grouping", self.tr("Groups of the photos"))
        self.orders = _choices(self.sort.menu(), _ORDERS, self._choose_order)
        self.sort.menu().addSeparator()
        self.ways = _choices(self.sort.menu(), {False: "", True: ""}, self._choose_way)
        self.groupings = _choices(self.group.menu(), _GROUPINGS, self._choose_grouping)
        self.show(Arrangement(), ranked=False, album=False)

    def show(self, arrangement: Arrangement, *, ranked: bool, album: bool, fixed: bool = False) -> None:
        """What is on screen, whether it is ranked, an album by hand, or `fixed` as duplicates are."""
        self._shown = arrangement
        self._ranked = ranked
        order = self._order(album)
        self.orders[Order.RELEVANCE].setVisible(ranked)
        self.orders[Order.ALBUM].setVisible(album)
        self.orders[order].setChecked(True)
        for reverse, text in enumerate(_WAYS.get(order, ())):
            self.ways[bool(reverse)].setText(_translated(text))
        for way in self.ways.values():
            way.setVisible(order in _WAYS)
        self.ways[arrangement.reverse].setChecked(True)
        by_relevance = order is Order.RELEVANCE
        grouping = Grouping.NONE if by_relevance else arrangement.grouping
        self.groupings[grouping].setChecked(True)
        self.sort.setEnabled(not fixed)
        self.group.setEnabled(not by_relevance and not fixed)
        why = self.tr("Duplicates stand side by side: their order and groups cannot be chosen")
        for button in (self.sort, self.group):
            button.setToolTip(why if fixed else button.accessibleName())
        self.sort.setText(_translated(_ORDERS[order]))
        self.group.setText(_translated(_GROUPINGS[grouping]))
        for button in (self.sort, self.group):
            button.setAccessibleDescription(button.text())

    def _order(self, album: bool) -> Order:
        """What the order comes to: some are by date where they say nothing of what is shown."""
        order = self._shown.order
        means_nothing = (order is Order.RELEVANCE and not self._ranked) or (
            order is Order.ALBUM and not album
        )
        return Order.DATE if means_nothing else order

    @Slot(QAction)
    def _choose_order(self, action: QAction) -> None:
        # What was turned around was the order before.
        self.chosen.emit(replace(self._shown, order=Order(action.data()), reverse=False))

    @Slot(QAction)
    def _choose_way(self, action: QAction) -> None:
        self.chosen.emit(replace(self._shown, reverse=bool(action.data())))

    @Slot(QAction)
    def _choose_grouping(self, action: QAction) -> None:
        self.chosen.emit(replace(self._shown, grouping=Grouping(action.data())))


def _button(icon_book: Icons, icon: str, name: str) -> QToolButton:
    button = QToolButton(autoRaise=True, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setMenu(QMenu(button))
    icon_book.dress(button, icon)
    return button


def _choices(
    menu: QMenu, texts: Mapping[Value, str], choose: Callable[[QAction], None]
) -> dict[Value, QAction]:
    """One of which is always checked."""
    group = QActionGroup(menu)
    actions = {}
    for value, text in texts.items():
        action = QAction(_translated(text) if text else "", group, checkable=True)
        action.setData(value)
        menu.addAction(action)
        actions[value] = action
    group.triggered.connect(choose)
    return actions


def _translated(text: str) -> str:
    return QCoreApplication.translate("arrangement", text)
