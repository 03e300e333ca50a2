"""One field per kind of setting, made from its declaration; each tells of a change that is sound."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from photoclip.settings import DECLARED, Declared
from photoclip.ui.preferences import setting_words
from photoclip.ui.rings import Ring
from photoclip.ui.theme import quiet_text

_PAUSE_MS = 600
"""After the last key, before what was typed is taken; a file is not written for every letter."""


class QuietLabel(QLabel):
    """A line of second rank, plain and wrapped, in a colour that follows the palette."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._recolour()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        self._recolour()

    def _recolour(self) -> None:
        parent = self.parentWidget()
        wanted = quiet_text((parent or self).palette() if parent else QPalette())
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


class SettingField(QWidget):
    """A setting's title, its editor, what it does, and what is wrong with the value, if anything."""

    changed = Signal(str, object)
    """The setting's name and its new value, which is sound."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared: Declared = DECLARED[name]
        self.title = QLabel(setting_words.title(name))
        self.effect = QuietLabel(setting_words.effect(name))
        self.fault = QLabel()
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._filling = False

    def fill(self, value: object) -> None:
        """Show a value without telling of it."""
        self._filling = True
        try:
            self._show(value)
            self.say("")
        finally:
            self._filling = False

    def say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _show(self, value: object) -> None:
        raise NotImplementedError

    def _lay_out(self, editor: QWidget, *, titled: bool = True) -> None:
        name = setting_words.title(self.declared.name)
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(self.effect.text())
        self.title.setBuddy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if titled:
            column.addWidget(self.title)
        column.addWidget(editor)
        column.addWidget(self.fault)
        column.addWidget(self.effect)

    def _tell(self, value: object) -> None:
        if self._filling:
            return
        wrong = self.declared.wrong(list(value) if isinstance(value, tuple) else value)
        self.say(self.tr("This has to be {what}.").format(what=wrong) if wrong else "")
        if not wrong:
            self.changed.emit(self.declared.name, value)


class ChoiceField(SettingField):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.editor = QComboBox()
        for value in self.declared.choices:
            self.editor.addItem(setting_words.choice(name, value), value)
        self.editor.setSizePolicy(
            self.editor.sizePolicy().Policy.Maximum, self.editor.sizePolicy().verticalPolicy()
        )
        self.editor.activated.connect(self._chosen)
        self._lay_out(self.editor)

    def _show(self, value: object) -> None:
        self.editor.setCurrentIndex(self.editor.findData(value))

    @Slot()
    def _chosen(self) -> None:
        self._tell(self.editor.currentData())


class NumberField(SettingField):
    def __init__(self, name: str, parent: QWidget | None = None, *, step: int = 1, most: int = 0) -> None:
        super().__init__(name, parent)
        low, high = self.declared.range or (0, 1)
        self.editor = QSpinBox()
        self.editor.setRange(low, min(high, most) if most else high)
        self.editor.setSingleStep(step)
        self.editor.setKeyboardTracking(False)
        self.editor.setGroupSeparatorShown(True)
        self.editor.setSuffix(setting_words.suffix(name))
        self.editor.setSpecialValueText(setting_words.none(name))
        self.editor.setSizePolicy(
            self.editor.sizePolicy().Policy.Maximum, self.editor.sizePolicy().verticalPolicy()
        )
        self.editor.valueChanged.connect(self._tell)
        self._lay_out(self.editor)

    def _show(self, value: object) -> None:
        if isinstance(value, int):
            self.editor.setMaximum(max(self.editor.maximum(), value))
            self.editor.setValue(value)


class SwitchField(SettingField):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.editor = QCheckBox(setting_words.title(name))
        Ring(self.editor)
        self.editor.toggled.connect(self._tell)
        self._lay_out(self.editor, titled=False)

    def _show(self, value: object) -> None:
        self.editor.setChecked(bool(value))


class ListField(SettingField):
    """Texts, one on each line, with a preview of what they mean."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * 5)
        self.meaning = QLabel()
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.take)
        self.editor.textChanged.connect(self._typed)
        self._lay_out(self.editor)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(2, self.meaning)

    def value(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.editor.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line.strip("/")))

    @Slot()
    def take(self) -> None:
        """Tell of what was typed, now."""
        if self._pause.isActive() or self.sender() is self._pause:
            self._pause.stop()
            self._tell(self.value())

    @Slot()
    def _typed(self) -> None:
        self.meaning.setText(setting_words.patterns(self.value()))
        if not self._filling:
            self._pause.start()

    def _show(self, value: object) -> None:
        if isinstance(value, tuple) and value != self.value():
            self.editor.setPlainText("\n".join(value))
        self.meaning.setText(setting_words.patterns(self.value()))


class FolderField(SettingField):
    """A folder by name or by the system's chooser; empty is the usual place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(setting_words.none(name))
        self.editor.setClearButtonEnabled(True)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.editor.editingFinished.connect(self._typed)
        self._before = ""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.editor, 1)
        line.addWidget(self.choose)
        self._lay_out(row)
        row.setFocusProxy(self.editor)
        self.title.setBuddy(self.editor)
        self.editor.setAccessibleName(setting_words.title(name))

    def _show(self, value: object) -> None:
        self._before = str(value)
        self.editor.setText(self._before)

    @Slot()
    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(self, setting_words.title(self.declared.name), self._before)
        if path:
            self.editor.setText(path)
            self._typed()

    @Slot()
    def _typed(self) -> None:
        text = self.editor.text().strip()
        if text == self._before:
            self.say("")
            return
        fault = self._fault(text)
        self.say(fault)
        if not fault:
            self._before = text
            self._tell(text)

    def _fault(self, text: str) -> str:
        if not text:
            return ""
        if not Path(text).is_absolute():
            return self.tr("Name the whole path, from the top.")
        if not Path(text).is_dir():
            return self.tr("There is no such folder.")
        return "" if os.access(text, os.W_OK) else self.tr("This folder cannot be written to.")
