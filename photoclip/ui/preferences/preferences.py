"""The preferences: made from the declared settings, saved and applied as they are changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.catalog import Coverage
from photoclip.errors import PhotoclipError
from photoclip.own_files import Stored
from photoclip.ui import said
from photoclip.ui.port import PhotoWorker
from photoclip.ui.preferences.folders_dialog import FoldersPanel
from photoclip.ui.preferences.model_part import ModelPart
from photoclip.ui.preferences.privacy_page import PrivacyPage
from photoclip.ui.preferences.setting_fields import (
    ChoiceField,
    FolderField,
    ListField,
    NumberField,
    QuietLabel,
    SettingField,
    SwitchField,
)
from photoclip.ui.preferences.settings_saver import SettingsSaver
from photoclip.ui.preferences.settings_store import SettingsStore
from photoclip.ui.problems.roomy_delegate import RoomyDelegate
from photoclip.worker.messages import FolderState, LibraryChanged, ModelInUse

PAGES = ("folders", "model", "performance", "thumbnails", "appearance", "privacy")


class PreferencesDialog(QDialog):
    """Six pages. Whatever is changed is saved at once; what cannot be is said at its field."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    thumbnail_memory_chosen = Signal(object)
    """In bytes."""
    add_folder_wanted = Signal()
    remove_folder_wanted = Signal(object)
    """A path, which need not be text that Qt can hold."""
    model_wanted = Signal()
    """The model is to be changed, which `ModelDialog` does."""
    delete_everything_wanted = Signal()

    def __init__(
        self,
        store: SettingsStore,
        worker: PhotoWorker,
        everything: Sequence[Stored],
        *,
        folders: Sequence[FolderState] | None = None,
        use: ModelInUse | None = None,
        coverage: Coverage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`everything` is what `own_files.everything` tells of this library."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._worker = worker
        self._saver = SettingsSaver(store, self)
        self._saver.saved.connect(self._saved)
        self._saver.failed.connect(self._failed)
        self.fields = {field.declared.name: field for field in _make_fields()}
        self.folders = FoldersPanel(folders)
        self.folders.add_wanted.connect(self.add_folder_wanted)
        self.folders.remove_wanted.connect(self.remove_folder_wanted)
        self.model = ModelPart([said.card(card) for card in worker.models()])
        self.model.use_wanted.connect(worker.choose_model)
        self.model.drop_wanted.connect(worker.drop_model)
        self.model.change.clicked.connect(self.model_wanted)
        self.model.show_use(use)
        self._show_coverage(coverage)
        self.privacy = PrivacyPage(everything)
        self.privacy.delete_everything_wanted.connect(self.delete_everything_wanted)
        self.list, self.pages = QListWidget(), QStackedWidget()
        self._lay_out()
        self._fill(store)

    def show_page(self, name: str) -> None:
        """One of `PAGES`."""
        self.list.setCurrentRow(PAGES.index(name))

    @Slot(object)
    def take_library(self, changed: LibraryChanged) -> None:
        self.folders.show_folders(changed.folders)
        self._show_coverage(changed.coverage)

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self.model.show_use(use)

    def _show_coverage(self, coverage: Coverage | None) -> None:
        if coverage is not None:
            self.model.others.show_photos(coverage.files - coverage.problems)

    def done(self, result: int) -> None:
        """Nothing that was typed is lost by closing in the middle of it."""
        for field in self.fields.values():
            if isinstance(field, ListField):
                field.take()
        self._saver.finish()
        self.privacy.leave()
        super().done(result)

    def _fill(self, store: SettingsStore) -> None:
        try:
            now = store.load()
        except PhotoclipError as fault:
            for field in self.fields.values():
                field.setEnabled(False)
                field.say(str(fault))
            return
        for name, field in self.fields.items():
            field.fill(getattr(now, name))
            field.changed.connect(self._saver.save)

    @Slot(str, object)
    def _saved(self, name: str, value: object) -> None:
        self._worker.settings_changed()
        if name == "theme":
            self.theme_chosen.emit(str(value))
        elif name == "language":
            self.language_chosen.emit(str(value))
        elif name == "thumbnail_memory_mb" and isinstance(value, int):
            self.thumbnail_memory_chosen.emit(value * 1_000_000)

    @Slot(str, str)
    def _failed(self, name: str, fault: str) -> None:
        self.fields[name].say(fault)

    def _lay_out(self) -> None:
        fields = self.fields
        self._add(self.tr("Folders"), self.folders, fields["ignore"], fields["follow_links"])
        self._add(self.tr("Model"), self.model, fields["device"])
        self._add(self.tr("Performance"), fields["processors"], fields["memory_mb"], fields["on_battery"])
        self._add(
            self.tr("Thumbnails"),
            fields["thumbnail_px"],
            fields["thumbnails_dir"],
            fields["thumbnail_memory_mb"],
        )
        self._add(self.tr("Appearance & language"), fields["theme"], fields["language"])
        self._add(self.tr("Privacy"), self.privacy)
        self.folders.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 7)
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + 28)
        self.list.currentRowChanged.connect(self._turn)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        box.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.addWidget(QuietLabel(self.tr("Changes are saved at once.")), 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)
        room, letter = self.screen().availableSize(), self.fontMetrics().averageCharWidth()
        self.resize(min(letter * 116, room.width() - 60), min(letter * 98, room.height() - 80))
        self.list.setCurrentRow(0)

    def _add(self, title: str, *parts: QWidget) -> None:
        self.list.addItem(title)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(18)
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        font = heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        heading.setFont(font)
        column.addWidget(heading)
        for part in parts:
            column.addWidget(part, 1 if part in (self.folders, self.privacy) else 0)
        if not {self.folders, self.privacy} & set(parts):
            column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages.addWidget(area)

    @Slot(int)
    def _turn(self, row: int) -> None:
        self.pages.setCurrentIndex(row)
        if PAGES[row] == "privacy":
            self.privacy.count()


def _make_fields() -> list[SettingField]:
    return [
        ListField("ignore"),
        SwitchField("follow_links"),
        ChoiceField("device"),
        NumberField("processors", most=256),
        NumberField("memory_mb", step=512),
        ChoiceField("on_battery"),
        ChoiceField("thumbnail_px"),
        FolderField("thumbnails_dir"),
        NumberField("thumbnail_memory_mb", step=32),
        ChoiceField("theme"),
        ChoiceField("language"),
    ]
