"""What photoclip keeps on this computer, where, and how to take all of it away."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoclip import forgetting
from photoclip.own_files import Kind, Stored
from photoclip.ui import wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.inspector import fact_words
from photoclip.ui.preferences.setting_fields import QuietLabel


class PrivacyPage(QWidget):
    """A table of what is stored; its sizes are counted apart from the window."""

    delete_everything_wanted = Signal()
    """A person confirmed it; the program has to end and call `forgetting.forget_everything`."""
    folder_wanted = Signal(object)
    """A folder to be shown in the file manager, as bytes."""

    def __init__(self, everything: Sequence[Stored], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes: dict[Kind, QLabel] = {}
        self._everything = everything
        self._counter: _Counter | None = None
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(14)
        self.table.setVerticalSpacing(4)
        self.table.setColumnStretch(1, 1)
        for row, stored in enumerate(everything):
            self._add(row, stored)
        self.delete = QPushButton(self.tr("&Delete everything photoclip stored…"))
        self.delete.setAutoDefault(False)
        self.delete.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.delete.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        promise = QLabel(
            self.tr(
                "Photos are only read, and nothing leaves this computer: no photo, no search, no statistics. "
                "The network is used for one thing, to download a model that you choose."
            )
        )
        promise.setWordWrap(True)
        column.addWidget(promise)
        column.addLayout(self.table)
        column.addSpacing(6)
        column.addWidget(self.delete)
        column.addWidget(
            QuietLabel(
                self.tr("Your photos stay where they are. Whatever else lies in these folders stays as well.")
            )
        )
        column.addStretch(1)

    @Slot()
    def count(self) -> None:
        """Count the sizes anew; they come in one by one."""
        if self._counter is None:
            counter = _Counter(self._everything)
            counter.teller.counted.connect(self._show)
            counter.teller.finished.connect(self._done)
            self._counter = counter
            QThreadPool.globalInstance().start(counter.run_all)

    def leave(self) -> None:
        """Let a count that is under way come to nothing."""
        if self._counter is not None:
            self._counter.stopped = True

    def _add(self, row: int, stored: Stored) -> None:
        name = _name(stored.kind)
        what = QLabel(name)
        what.setToolTip(_meaning(stored.kind))
        place = ElidingLabel(wording.place(str(stored.shown)), mode=Qt.TextElideMode.ElideMiddle, quiet=True)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        size = QLabel("…")
        size.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        button = QToolButton()
        button.setText(self.tr("Open"))
        button.setToolTip(self.tr("Open the folder"))
        button.setAccessibleName(self.tr("Open the folder of: {what}").format(what=name))
        button.setProperty("folder", str(stored.shown))
        button.clicked.connect(self._open)
        for column, widget in enumerate((what, place, size, button)):
            self.table.addWidget(widget, row, column)
        self.sizes[stored.kind] = size

    @Slot(object, object)
    def _show(self, kind: Kind, size: int) -> None:
        self.sizes[kind].setText(fact_words.size(size) if size else self.tr("nothing"))

    @Slot()
    def _done(self) -> None:
        self._counter = None

    @Slot()
    def _open(self) -> None:
        button = self.sender()
        folder = Path(str(button.property("folder"))) if isinstance(button, QObject) else None
        # A folder that is not made yet: the nearest one that is there.
        while folder is not None and not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        if folder is not None:
            self.folder_wanted.emit(os.fsencode(folder))

    @Slot()
    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Delete everything"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Delete everything that photoclip stored?"))
        box.setInformativeText(
            self.tr(
                "Gone for good: albums, tags, stars, favourites, the index, thumbnails, backups, models, "
                "settings and logs. Your photos stay where they are.\n\nphotoclip closes to do this."
            )
        )
        delete = box.addButton(self.tr("Delete and close"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(QMessageBox.StandardButton.Cancel)
        for button in (delete, keep):
            button.setIcon(QIcon())
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        delete.clicked.connect(self.delete_everything_wanted)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


class _Teller(QObject):
    counted = Signal(object, object)
    finished = Signal()


class _Counter:
    """Counts in a thread of the pool; what it tells arrives queued."""

    def __init__(self, everything: Sequence[Stored], size: Callable[[Stored], int] = forgetting.size) -> None:
        # The application's: Python would delete it in the thread of the pool, which lets go of it last.
        self.teller = _Teller(QCoreApplication.instance())
        self.teller.finished.connect(self.teller.deleteLater)
        self.stopped = False
        self._everything = everything
        self._size = size

    def run_all(self) -> None:
        for stored in self._everything:
            if self.stopped:
                break
            self.teller.counted.emit(stored.kind, self._size(stored))
        self.teller.finished.emit()


def _name(kind: Kind) -> str:
    return {
        Kind.CATALOG: QCoreApplication.translate("privacy", "Catalog"),
        Kind.INDEX: QCoreApplication.translate("privacy", "Search index"),
        Kind.THUMBNAILS: QCoreApplication.translate("privacy", "Thumbnails"),
        Kind.BACKUPS: QCoreApplication.translate("privacy", "Backups"),
        Kind.MODELS: QCoreApplication.translate("privacy", "Models"),
        Kind.SETTINGS: QCoreApplication.translate("privacy", "Settings"),
        Kind.LOGS: QCoreApplication.translate("privacy", "Logs"),
        Kind.WINDOW: QCoreApplication.translate("privacy", "Window"),
    }[kind]


def _meaning(kind: Kind) -> str:
    return {
        Kind.CATALOG: QCoreApplication.translate(
            "privacy", "Which photos there are, their albums, tags and stars, and what the model made of them"
        ),
        Kind.INDEX: QCoreApplication.translate("privacy", "Makes searches quick; can be made again"),
        Kind.THUMBNAILS: QCoreApplication.translate("privacy", "Small pictures; can be made again"),
        Kind.BACKUPS: QCoreApplication.translate("privacy", "Older catalogs and settings"),
        Kind.MODELS: QCoreApplication.translate("privacy", "Downloaded and imported models"),
        Kind.SETTINGS: QCoreApplication.translate("privacy", "What was chosen here"),
        Kind.LOGS: QCoreApplication.translate("privacy", "What went wrong; never what was searched for"),
        Kind.WINDOW: QCoreApplication.translate("privacy", "Size and place of the window"),
    }[kind]
