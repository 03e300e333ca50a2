"""The first page of a new library: choose folders, choose a model, start."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.errands import ModelSpeed
from photoclip.domain.models import STARTER_ID, ModelCard
from photoclip.ui import wording
from photoclip.ui.preferences import model_words
from photoclip.ui.preferences.hinted_list import HintedList
from photoclip.ui.preferences.model_cards import ModelCards
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.ui.problems.roomy_delegate import RoomyDelegate
from photoclip.ui.rings import Ring
from photoclip.worker.messages import ErrandDone, ModelInUse

_PATH = Qt.ItemDataRole.UserRole + 1
"""The folder as bytes: as a text it would become Qt's own, which cannot hold every name."""
_MARGIN = 18
_LETTERS = 150
"""The greatest width of the page, in letters."""


class FirstRun(QScrollArea):
    """Three steps on one page. `started` tells the chosen folders and the id of the model."""

    started = Signal(object, str)
    measure_wanted = Signal(str)

    def __init__(self, cards: Sequence[ModelCard] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.list = HintedList(self.tr("Add the folders that hold your photos, or drop them here."))
        Ring(self.list)
        self.list.setAccessibleName(self.tr("Folders to look through"))
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemChanged.connect(self._tell)
        self.add = QPushButton(self.tr("&Add a folder…"))
        self.add.clicked.connect(self._choose)
        self.start = QPushButton(self.tr("&Start"))
        self.start.setDefault(True)
        self.start.clicked.connect(self._start)
        self.plan = QuietLabel()
        self._models = QVBoxLayout()
        self.cards = self._make_cards([])
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self._lay_out()
        # After what is above it, so that Tab comes to it last.
        self._foot = self._make_foot()
        self._propose()
        self.take_models(cards, None)

    def folders(self) -> list[str]:
        """The folders with a tick."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [os.fsdecode(bytes(item.data(_PATH))) for item in ticked]

    def _make_cards(self, cards: Sequence[ModelCard]) -> ModelCards:
        return ModelCards(cards, others=False, title=_heading(self.tr("2  Choose a model")))

    @Slot(object)
    def take_models(self, cards: Sequence[ModelCard], use: ModelInUse | None = None) -> None:
        """Show the models to choose from; the starter is chosen, or the one that is in use."""
        chosen = self.cards.selected()
        self._models.removeWidget(self.cards)
        self.cards.hide()
        self.cards.deleteLater()
        self.cards = self._make_cards(cards)
        self.cards.chosen.connect(self._tell)
        self.cards.measure_wanted.connect(self.measure_wanted)
        self._models.addWidget(self.cards)
        wanted = chosen.id if chosen is not None else (use.upcoming or use.card).id if use else STARTER_ID
        self.cards.check(wanted)
        self._tell()

    @Slot(object)
    def take_speed(self, speed: ModelSpeed) -> None:
        self.cards.take_speed(speed)

    @Slot(object)
    def take_done(self, done: ErrandDone) -> None:
        self.cards.take_done(done)

    def add_folders(self, folders: Sequence[str]) -> None:
        """Add folders with a tick; one that is in the list gets its tick back."""
        for folder in folders:
            known = self._item(folder)
            if known is None:
                known = QListWidgetItem(wording.place(folder))
                known.setData(_PATH, os.fsencode(folder))
                known.setFlags(known.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                self.list.addItem(known)
            known.setCheckState(Qt.CheckState.Checked)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._tell()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        folders = [path for path in dropped if Path(path).is_dir()]
        # A photo stands for the folder that it lies in.
        folders += [str(Path(path).parent) for path in dropped if Path(path).is_file()]
        self.add_folders(list(dict.fromkeys(os.path.normpath(path) for path in folders)))
        event.acceptProposedAction()

    def _item(self, folder: str) -> QListWidgetItem | None:
        items = (self.list.item(row) for row in range(self.list.count()))
        return next((item for item in items if bytes(item.data(_PATH)) == os.fsencode(folder)), None)

    def _propose(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        # Without a folder of its own for pictures a system names the home folder, which is too much.
        if pictures and Path(pictures).is_dir() and Path(pictures) != Path.home():
            self.add_folders([pictures])

    def _lay_out(self) -> None:
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * 4)
        beside = QVBoxLayout()
        beside.addWidget(self.add)
        beside.addStretch(1)
        folders = QHBoxLayout()
        folders.addWidget(self.list, 1)
        folders.addLayout(beside)
        title = QLabel(self.tr("Find your photos by what is in them"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 6)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(QuietLabel(self.tr("Photos are only read, and nothing leaves this computer.")))
        column.addSpacing(4)
        column.addWidget(_heading(self.tr("1  Choose folders")))
        column.addLayout(folders)
        column.addWidget(QuietLabel(self.tr("Folders inside are looked through too.")))
        column.addSpacing(4)
        column.addLayout(self._models)
        column.addStretch(1)
        self.setWidget(self._in_the_middle(page))
        self._models.addWidget(self.cards)

    def _make_foot(self) -> QWidget:
        """The last step lies below what scrolls, so that it is always in sight."""
        step = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_heading(self.tr("3  Start")))
        words.addWidget(self.plan)
        row = QHBoxLayout(step)
        row.setContentsMargins(_MARGIN, 6, _MARGIN, 10)
        row.addLayout(words, 1)
        row.addWidget(self.start, 0, Qt.AlignmentFlag.AlignBottom)
        self.start.setMinimumWidth(self.start.fontMetrics().averageCharWidth() * 18)
        foot = self._in_the_middle(step)
        foot.setParent(self)
        return foot

    def _in_the_middle(self, part: QWidget) -> QWidget:
        part.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        outside = QWidget()
        middle = QHBoxLayout(outside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(part, 1000)
        middle.addStretch(1)
        return outside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        wrapped = self._foot.heightForWidth(self.viewport().width())
        height = max(self._foot.sizeHint().height(), wrapped)
        self.setViewportMargins(0, 0, 0, height)
        # Asked for only now: with another height the scroll bar may have come or gone.
        above = self.viewport().geometry()
        self._foot.setGeometry(above.left(), self.height() - height, above.width(), height)

    @Slot()
    def _tell(self) -> None:
        card, folders = self.cards.selected(), self.folders()
        self.start.setEnabled(bool(folders) and card is not None)
        if not folders:
            self.plan.setText(self.tr("Choose at least one folder."))
        elif card is not None:
            self.plan.setText(model_words.plan(card))
        self._place_foot()

    @Slot()
    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Add a folder of photos"))
        if path:
            self.add_folders([path])

    @Slot()
    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._tell()

    @Slot()
    def _start(self) -> None:
        card = self.cards.selected()
        if card is not None and self.folders():
            self.started.emit(self.folders(), card.id)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.15)
    label.setFont(font)
    return label
