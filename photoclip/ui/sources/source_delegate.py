"""Draws the source list: an icon, the name, a quiet count at the trailing edge; headings that fold."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from photoclip.ui import icons, wording
from photoclip.ui.sources import album_names
from photoclip.ui.sources.album_covers import AlbumCovers
from photoclip.ui.sources.source_model import NODE_ROLE
from photoclip.ui.sources.source_nodes import LABELS, Kind, Node
from photoclip.ui.theme import blend, quiet_text

_Index = QModelIndex | QPersistentModelIndex
_Role = QPalette.ColorRole
_GAP = 6


def icon_side(metrics: QFontMetrics) -> int:
    return max(16, metrics.height())


def plus_rect(row: QRect, direction: Qt.LayoutDirection, metrics: QFontMetrics) -> QRect:
    """Where the + of a heading is, within its row."""
    side = icon_side(metrics)
    there = QRect(row.right() - side - _GAP, row.center().y() - side // 2, side, side)
    return QStyle.visualRect(direction, row, there)


class SourceDelegate(QStyledItemDelegate):
    """One line per entry, all of the same height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawings: dict[tuple[str, int, int, float], QPixmap] = {}
        self.covers: AlbumCovers | None = None
        """Where albums have a photo for an icon."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(metrics.averageCharWidth() * 16, metrics.height() + max(8, metrics.height() // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        node: Node = index.data(NODE_ROLE)
        widget = option.widget
        if not isinstance(widget, QTreeView):
            raise TypeError("the source list is drawn in a tree")
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        widget.style().drawPrimitive(panel, option, painter, widget)
        painter.save()
        if node.kind is Kind.SECTION:
            self._paint_heading(painter, option, node, widget.isExpanded(index))
        elif node.kind is Kind.HINT:
            faint = quiet_text(option.palette)
            self._text(painter, option, self._start(option, node), 0, node.name, faint)
        else:
            self._paint_entry(painter, option, node)
            if node.kind is Kind.PROBLEMS:
                self._paint_line_above(painter, option)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, option)

    def _start(self, option: QStyleOptionViewItem, node: Node) -> int:
        """Entries of the top stand in line with those of the sections, which are one step in."""
        if node.parent is not None and node.parent.parent is None and isinstance(option.widget, QTreeView):
            return option.widget.indentation()
        return 0

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, node: Node, unfolded: bool
    ) -> None:
        metrics, quiet = QFontMetrics(option.font), quiet_text(option.palette)
        ratio, side = painter.device().devicePixelRatioF(), icon_side(metrics)
        indent = self._start(option, node)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        arrow = QRect(option.rect.left(), option.rect.top(), indent, option.rect.height())
        self._paint_arrow(painter, option, arrow, unfolded)
        taken = 0 if node.key == LABELS else side + _GAP
        self._text(painter, option, indent, taken, node.name, quiet)
        if taken:
            where = plus_rect(option.rect, option.direction, metrics)
            hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
            colour = option.palette.color(_Role.WindowText) if hot else quiet
            painter.drawPixmap(where.topLeft(), self._drawing("plus", colour, side, ratio))

    def _paint_arrow(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, unfolded: bool
    ) -> None:
        branch = QStyleOptionViewItem(option)
        branch.rect = QStyle.visualRect(option.direction, option.rect, room)
        branch.state = QStyle.StateFlag.State_Children | QStyle.StateFlag.State_Enabled
        if unfolded:
            branch.state |= QStyle.StateFlag.State_Open
        if option.widget is not None:
            element = QStyle.PrimitiveElement.PE_IndicatorBranch
            option.widget.style().drawPrimitive(element, branch, painter, option.widget)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, node: Node) -> None:
        metrics, palette = QFontMetrics(option.font), option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = palette.color(_Role.HighlightedText if selected else _Role.Text)
        under = palette.color(_Role.Highlight if selected else _Role.Base)
        quiet = blend(ink, under, 0.85 if selected else 0.7)
        start, side = self._start(option, node), icon_side(metrics)
        rect = option.rect
        place = QRect(rect.left() + start, rect.center().y() - side // 2, side, side)
        colour = quiet if node.offline else ink
        place = QStyle.visualRect(option.direction, rect, place)
        if (cover := self._cover(node)) is not None:
            self._paint_cover(painter, place, cover)
        else:
            picture = self._drawing(node.icon, colour, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(place.topLeft(), picture)
        said = end_words(node)
        taken = metrics.horizontalAdvance(said) + _GAP if said else 0
        painter.setFont(option.font)
        self._text(painter, option, start + side + _GAP, taken + _GAP, node.name, colour)
        if said:
            room = rect.adjusted(0, 0, 0, 0)
            room.setLeft(rect.right() - taken - 1)
            room.setRight(rect.right() - _GAP)
            room = QStyle.visualRect(option.direction, rect, room)
            painter.setPen(quiet)
            painter.drawText(room, self._aligned(option, Qt.AlignmentFlag.AlignRight), said)

    def _cover(self, node: Node) -> QPixmap | None:
        if self.covers is None or node.album is None:
            return None
        return self.covers.pixmap(node.album.cover)

    def _paint_cover(self, painter: QPainter, place: QRect, cover: QPixmap) -> None:
        """The middle of the photo, a little larger than an icon's lines are."""
        side = min(cover.width(), cover.height())
        part = QRect((cover.width() - side) // 2, (cover.height() - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place.adjusted(-1, -1, 1, 1), cover, part)

    def _text(
        self, painter: QPainter, option: QStyleOptionViewItem, start: int, taken: int, text: str, ink: QColor
    ) -> None:
        """One line between `start` pixels of the leading edge and `taken` of the trailing one."""
        rect = option.rect
        room = QRect(rect.left() + start, rect.top(), max(0, rect.width() - start - taken), rect.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setPen(ink)
        room = QStyle.visualRect(option.direction, rect, room)
        painter.drawText(room, self._aligned(option, Qt.AlignmentFlag.AlignLeft), shown)

    def _aligned(self, option: QStyleOptionViewItem, side: Qt.AlignmentFlag) -> int:
        flags = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        return int((flags | Qt.AlignmentFlag.AlignAbsolute).value)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        # On the highlight itself, a line of its own colour would not be seen.
        painter.setPen(option.palette.color(_Role.HighlightedText if selected else _Role.Highlight))
        inset = 2 if selected else 0
        painter.drawRect(option.rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.restore()

    def _paint_line_above(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Sets an entry off from the section before it, to which it does not belong."""
        painter.setPen(blend(option.palette.color(_Role.Text), option.palette.color(_Role.Base), 0.18))
        painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    def _drawing(self, name: str, colour: QColor, side: int, ratio: float) -> QPixmap:
        key = (name, colour.rgb(), side, ratio)
        if key not in self._drawings:
            self._drawings[key] = icons.pixmap(name, colour, side, ratio)
        return self._drawings[key]

    # --- names

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(album_names.LONGEST)
        editor.setAccessibleName(self.tr("New name"))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        start = icon_side(QFontMetrics(option.font)) + _GAP - 4
        rect = option.rect
        room = QRect(rect.left() + start, rect.top(), rect.width() - start, rect.height())
        editor.setGeometry(QStyle.visualRect(option.direction, rect, room))


def end_words(node: Node) -> str:
    """What stands at the trailing edge of an entry."""
    if node.offline:
        return QCoreApplication.translate("Sources", "offline")
    return "" if node.count is None else wording.number(node.count)
