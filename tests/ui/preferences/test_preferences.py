import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, InMemoryWorker

from photoclip import own_files, settings
from photoclip.domain.models import EncoderReport
from photoclip.errors import StorageFault
from photoclip.settings import DECLARED, Settings
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.preferences import setting_words
from photoclip.ui.preferences.preferences import PAGES, PreferencesDialog
from photoclip.ui.preferences.setting_fields import (
    ChoiceField,
    FolderField,
    ListField,
    NumberField,
    SwitchField,
)
from photoclip.worker.messages import FolderState, ModelInUse


class Store:
    """The settings of a library on the disk, which can be full."""

    def __init__(self, library: Path) -> None:
        self.library = library
        self.full = False

    def load(self) -> Settings:
        return settings.load(self.library)

    def update(self, change: Callable[[Settings], Settings]) -> None:
        if self.full:
            raise StorageFault("The disk is full; free some space.")
        settings.update(self.library, change)


@pytest.fixture
def store(library: Path) -> Store:
    return Store(library)


@pytest.fixture
def dialog(qtbot: QtBot, store: Store, worker: InMemoryWorker) -> PreferencesDialog:
    made = PreferencesDialog(store, worker, own_files.everything(store.library), folders=[])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    field = dialog.fields[name]
    assert isinstance(field, ChoiceField)
    at = field.editor.findData(value)
    field.editor.setCurrentIndex(at)
    field.editor.activated.emit(at)


def test_every_setting_and_every_choice_has_words(qapp: object) -> None:
    for name, declared in DECLARED.items():
        assert setting_words.title(name)
        assert setting_words.effect(name).endswith(".")
        for value in declared.choices:
            assert setting_words.choice(name, value)


def test_every_setting_but_the_models_has_a_field_with_its_value(
    qtbot: QtBot, store: Store, worker: InMemoryWorker
) -> None:
    chosen = Settings(
        ignore=("*.tmp", "Rejects/"),
        follow_links=True,
        processors=3,
        memory_mb=2048,
        on_battery="pause",
        theme="dark",
        language="zh_CN",
        thumbnail_px=1024,
        thumbnail_memory_mb=512,
    )
    settings.save(store.library, chosen)
    dialog = PreferencesDialog(store, worker, ())
    qtbot.addWidget(dialog)
    assert set(dialog.fields) == set(DECLARED) - {"model", "next_model"}
    shown = {}
    for name, field in dialog.fields.items():
        if isinstance(field, ChoiceField):
            shown[name] = field.editor.currentData()
        elif isinstance(field, NumberField):
            shown[name] = field.editor.value()
        elif isinstance(field, SwitchField):
            shown[name] = field.editor.isChecked()
        elif isinstance(field, ListField):
            shown[name] = field.value()
        elif isinstance(field, FolderField):
            shown[name] = field.editor.text()
    assert shown == {name: getattr(chosen, name) for name in shown}
    assert len(shown) == len(dialog.fields)
    dialog.done(0)
    assert not worker.calls, "showing changes nothing"


def test_a_choice_is_saved_and_the_worker_is_told(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store, worker: InMemoryWorker
) -> None:
    choose(dialog, "on_battery", "pause")
    qtbot.waitUntil(lambda: worker.calls == ["settings_changed"])
    assert store.load() == Settings(on_battery="pause")


def test_theme_and_language_are_told_after_they_are_saved(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store
) -> None:
    with qtbot.waitSignal(dialog.theme_chosen) as theme:
        choose(dialog, "theme", "dark")
    with qtbot.waitSignal(dialog.language_chosen) as language:
        choose(dialog, "language", "zh_CN")
    assert (theme.args, language.args) == (["dark"], ["zh_CN"])
    assert store.load() == Settings(theme="dark", language="zh_CN")


def test_memory_for_thumbnails_is_told_in_bytes_once_it_is_saved(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store
) -> None:
    field = dialog.fields["thumbnail_memory_mb"]
    assert isinstance(field, NumberField)
    with qtbot.waitSignal(dialog.thumbnail_memory_chosen) as told:
        field.editor.setValue(64)
    assert told.args == [64_000_000]
    assert store.load() == Settings(thumbnail_memory_mb=64)


def test_memory_for_thumbnails_takes_effect_at_once(qtbot: QtBot, window: MainWindow) -> None:
    assert window.thumbnails.capacity == 160_000_000
    window.commands[Command.PREFERENCES].trigger()
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is not None)
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    field = dialog.fields["thumbnail_memory_mb"]
    assert isinstance(field, NumberField)
    field.editor.setValue(64)
    qtbot.waitUntil(lambda: window.thumbnails.capacity == 64_000_000)
    dialog.reject()


def test_what_cannot_be_saved_is_said_at_its_field(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store, worker: InMemoryWorker
) -> None:
    store.full = True
    field = dialog.fields["processors"]
    assert isinstance(field, NumberField)
    field.editor.setValue(2)
    qtbot.waitUntil(lambda: field.fault.text() == "The disk is full; free some space.")
    assert not worker.calls


def test_patterns_say_what_they_mean_and_closing_saves_what_was_just_typed(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store, worker: InMemoryWorker
) -> None:
    field = dialog.fields["ignore"]
    assert isinstance(field, ListField)
    assert "Nothing more than caches" in field.meaning.text()
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "*.tmp")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(field.editor, "Rejects/")
    assert "every file or folder called “*.tmp”; every folder called “Rejects”" in field.meaning.text()
    dialog.reject()
    assert store.load().ignore == ("*.tmp", "Rejects/")
    assert worker.calls == ["settings_changed"]


def test_a_folder_that_is_not_there_is_refused_at_its_field(
    dialog: PreferencesDialog, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = dialog.fields["thumbnails_dir"]
    assert isinstance(field, FolderField)
    for text, said in (("pictures", "whole path"), (str(tmp_path / "gone"), "no such folder")):
        field.editor.setText(text)
        field.editor.editingFinished.emit()
        assert said in field.fault.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    field.choose.click()
    assert field.fault.isHidden()
    dialog.reject()
    assert store.load() == Settings(thumbnails_dir=str(tmp_path))


def test_damaged_settings_are_said_and_nothing_can_be_changed(
    qtbot: QtBot, store: Store, worker: InMemoryWorker
) -> None:
    settings.save(store.library, Settings())
    (store.library / settings.FILE_NAME).write_text("{")
    dialog = PreferencesDialog(store, worker, ())
    qtbot.addWidget(dialog)
    assert "cannot be read" in dialog.fields["theme"].fault.text()
    assert not dialog.fields["theme"].isEnabled()


def test_the_pages_are_turned_by_keyboard(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    dialog.list.setFocus()
    for row in range(1, len(PAGES)):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.pages.currentIndex() == row


def test_folders_and_the_model_follow_the_worker(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    dialog.folders.show_folders([FolderState("/photos", 3, False)])
    with qtbot.waitSignal(dialog.remove_folder_wanted) as removed:
        dialog.folders.remove.click()
    assert removed.args == ["/photos"]
    with qtbot.waitSignal(dialog.model_wanted):
        dialog.model.change.click()
    dialog.take_model(ModelInUse(CARDS[1], EncoderReport("cpu", "bfloat16", "No GPU was found."), CARDS[2]))
    assert "CLIP ViT-B/32" in dialog.model.title.text()
    assert "Processor, bfloat16" in dialog.model.runs.text()
    assert "CLIP ViT-L/14” is being made ready" in dialog.model.runs.text()
    assert dialog.model.note.text() == "No GPU was found."


def test_privacy_counts_sizes_and_deleting_everything_asks_first(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store
) -> None:
    settings.save(store.library, dataclasses.replace(Settings(), theme="dark"))
    dialog.show_page("privacy")
    qtbot.waitUntil(lambda: all(label.text() != "…" for label in dialog.privacy.sizes.values()))
    assert dialog.privacy.sizes[own_files.Kind.SETTINGS].text().endswith("bytes")
    assert dialog.privacy.sizes[own_files.Kind.CATALOG].text() == "nothing"

    asked: list[bool] = []
    dialog.delete_everything_wanted.connect(lambda: asked.append(True))
    for button, so_many in (("Cancel", 0), ("Delete and close", 1)):
        dialog.privacy.delete.click()
        (box,) = [one for one in dialog.privacy.findChildren(QMessageBox) if one.isVisible()]
        assert "albums, tags, stars" in box.informativeText()
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()
        assert len(asked) == so_many


def test_a_place_in_privacy_is_shown_by_the_window_or_the_nearest_folder_that_is_there(
    qtbot: QtBot, dialog: PreferencesDialog, store: Store
) -> None:
    dialog.show_page("privacy")
    button = next(one for one in dialog.privacy.findChildren(QToolButton) if one.text() == "Open")
    with qtbot.waitSignal(dialog.privacy.folder_wanted) as wanted:
        button.click()
    (folder,) = wanted.args
    assert Path(os.fsdecode(folder)).is_dir()
    assert store.library.is_relative_to(os.fsdecode(folder))
