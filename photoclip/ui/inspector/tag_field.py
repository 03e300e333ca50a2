"""The tags of photos as chips, and an entry that adds one, completed from the labels of the library."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from photoclip.domain.browsing import Tag
from photoclip.ui import wording
from photoclip.ui.flow_layout import FlowLayout
from photoclip.ui.icons import draw
from photoclip.ui.inspector.inspector_lines import LinkLine
from photoclip.ui.sources.source_nodes import plain
from photoclip.ui.theme import blend

LONGEST = 500
"""Of all that is typed at once; how long one tag may be is checked where it is kept."""
_BETWEEN = re.compile("[,，]")
PERSON = "person"


@dataclass(frozen=True, slots=True)
class ShownTag:
    """`origin` says by whom where it was not a person, who may take it off."""

    label: str
    removable: bool
    origin: str = ""


class TagField(QWidget):
    """Tells which tag is to be added, taken off or looked at; shows only what it is told to."""

    added = Signal(str)
    removed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[ShownTag, ...] = ()
        self.chips: list[TagChip] = []
        self._labels = QStringListModel(self)
        self.entry = QLineEdit()
        self.entry.setMaxLength(LONGEST)
        self.entry.setPlaceholderText(self.tr("Add a tag"))
        self.entry.setAccessibleName(self.tr("Add a tag"))
        completer = QCompleter(self._labels, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)
        self.entry.returnPressed.connect(self._add)
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._row)
        column.addWidget(self.entry)
        self._row.hide()

    def set_labels(self, labels: Sequence[str]) -> None:
        """What the entry proposes."""
        if list(labels) != self._labels.stringList():
            self._labels.setStringList(list(labels))

    def show_tags(self, tags: Sequence[ShownTag]) -> None:
        """Chips are made anew only where they differ, so that the focus stays on one that does not."""
        if tuple(tags) == self._tags:
            return
        self._tags = tuple(tags)
        had_focus = any(chip.isAncestorOf(self.focusWidget() or self) for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [TagChip(tag) for tag in tags]
        for chip in self.chips:
            chip.removed.connect(self.removed)
            chip.chosen.connect(self.chosen)
            self._flow.addWidget(chip)
        self._row.setVisible(bool(tags))
        self._row.updateGeometry()
        if had_focus:
            self.entry.setFocus()

    @Slot()
    def _add(self) -> None:
        labels = typed(self.entry.text())
        # The completer writes its choice into the entry after this signal.
        self.entry.clear()
        there = {tag.label for tag in self._tags if tag.removable}
        for label in labels:
            if label not in there:
                self.added.emit(label)


class TagChip(QWidget):
    """A tag: its name leads to the photos that have it, its cross takes it off."""

    removed = Signal(str)
    chosen = Signal(str)

    def __init__(self, tag: ShownTag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = tag.label
        self.name = LinkLine(plain(tag.label), tag.label, plain_colour=True)
        self.name.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(2)
        row.addWidget(self.name)
        self.cross = QToolButton(autoRaise=True)
        self.cross.setVisible(tag.removable)
        if tag.removable:
            self._dress_cross()
            row.addWidget(self.cross)
        if tag.origin:
            self.name.set_text(plain(tag.label), tag.origin)
            self.setToolTip(f"<p>{html.escape(tag.origin)}</p>")

    def _dress_cross(self) -> None:
        side = max(12, self.fontMetrics().height() - 4)
        self.cross.setIconSize(QSize(side, side))
        self.cross.setIcon(draw("close", self.palette()))
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = self.tr("Take off the tag {name}").format(name=plain(self._label))
        self.cross.setAccessibleName(words)
        self.cross.setToolTip(f"<p>{html.escape(words)}</p>")
        self.cross.clicked.connect(self._remove)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.cross.isHidden():
            self.cross.setIcon(draw("close", self.palette()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.cross.isHidden():
            self._remove()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        ink, under = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(ink, under, 0.12))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._label)

    @Slot(object)
    def _choose(self, label: str) -> None:
        self.chosen.emit(label)


def typed(text: str) -> list[str]:
    """The tags that commas separate, in either width; each one once."""
    labels = (" ".join(plain(part).split()) for part in _BETWEEN.split(text))
    return [label for label in dict.fromkeys(labels) if label]


def of_photo(tags: Sequence[Tag], origin_text: str) -> list[ShownTag]:
    """One chip per label, however many gave it; a person's comes first."""
    by_label: dict[str, list[Tag]] = {}
    for tag in tags:
        by_label.setdefault(tag.label, []).append(tag)
    shown = [
        ShownTag(
            label,
            any(tag.source == PERSON for tag in own),
            "; ".join(_origin(tag, origin_text) for tag in own if tag.source != PERSON),
        )
        for label, own in by_label.items()
    ]
    return sorted(shown, key=lambda tag: (not tag.removable, tag.label.casefold()))


def _origin(tag: Tag, text: str) -> str:
    said = text.format(source=plain(tag.source))
    return said if tag.score is None else f"{said} ({wording.percent(tag.score)})"
