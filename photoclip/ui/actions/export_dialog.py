"""How copies of photos are to be made, and where."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain.errands import CopyFormat, CopyMetadata, CopyOptions
from photoclip.ui import wording
from photoclip.ui.actions.path_field import PathField
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.ui.rings import Ring

_SIDES = (0, 4096, 2048, 1024)
_OWN = -1
_LEAST_SIDE, _MOST_SIDE, _USUAL_SIDE = 16, 30_000, 1600
_WITH_QUALITY = (CopyFormat.JPEG, CopyFormat.WEBP)


class ExportDialog(QDialog):
    """Asks for a folder and `CopyOptions`; accepted only with a folder that can be written to."""

    def __init__(
        self,
        count: int,
        parent: QWidget | None = None,
        *,
        folder: str = "",
        options: CopyOptions = CopyOptions(),
        album: str = "",
    ) -> None:
        """`count` is how many photos there are, 0 where that is not known; `album` the name of one."""
        super().__init__(parent)
        self._count = count
        self.setWindowTitle(self.tr("Export album") if album else self.tr("Export copies"))
        self.place = PathField(folder)
        self.place.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.place.setAccessibleName(self.tr("Folder"))
        self.choose = QPushButton(self.tr("&Choose…"))
        self.choose.setAutoDefault(False)
        self.fault = _plain()
        self.sides = QComboBox()
        self.side = QSpinBox()
        self.format = QComboBox()
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality_text = QLabel()
        self.metadata = QComboBox()
        self.summary = _plain()
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.box.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.export = self.box.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill(options)
        self._lay_out(album)
        self._connect()
        self._tell()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 74)

    def folder(self) -> str:
        text = self.place.text().strip()
        return str(Path(text).expanduser()) if text else ""

    def options(self) -> CopyOptions:
        side = self.sides.currentData()
        return CopyOptions(
            CopyFormat(self.format.currentData()),
            self.side.value() if side == _OWN else side,
            self.quality.value(),
            CopyMetadata(self.metadata.currentData()),
        )

    def _fill(self, options: CopyOptions) -> None:
        for side in _SIDES:
            pixels = self.tr("At most {side} pixels").format(side=side)
            self.sides.addItem(pixels if side else self.tr("Original size"), side)
        self.sides.addItem(self.tr("Other…"), _OWN)
        known = self.sides.findData(options.longest_side)
        self.sides.setCurrentIndex(known if known >= 0 else self.sides.findData(_OWN))
        self.side.setRange(_LEAST_SIDE, _MOST_SIDE)
        self.side.setValue(options.longest_side or _USUAL_SIDE)
        self.side.setSuffix(self.tr(" pixels"))
        self.side.setAccessibleName(self.tr("Longest side"))
        for format_ in CopyFormat:
            self.format.addItem(_format_name(format_), format_.value)
        self.format.setCurrentIndex(self.format.findData(options.format.value))
        Ring(self.quality)
        self.quality.setRange(1, 100)
        self.quality.setValue(options.quality)
        self.quality.setPageStep(10)
        for words, kept in (
            (self.tr("Keep all of it"), CopyMetadata.KEEP),
            (self.tr("Without the place"), CopyMetadata.NO_PLACE),
            (self.tr("None"), CopyMetadata.STRIP),
        ):
            self.metadata.addItem(words, kept.value)
        self.metadata.setCurrentIndex(self.metadata.findData(options.metadata.value))

    def _lay_out(self, album: str) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        where = QVBoxLayout()
        where.setSpacing(4)
        where.addLayout(_row(self.place, self.choose, stretch=0))
        where.addWidget(self.fault)
        form.addRow(self.tr("&Folder:"), where)
        form.addRow(self.tr("&Size:"), _row(self.sides, self.side))
        form.addRow(self.tr("F&ormat:"), _row(self.format))
        self.quality_text.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %") + 4)
        form.addRow(self.tr("&Quality:"), _row(self.quality, self.quality_text, stretch=0))
        form.addRow(self.tr("&Metadata:"), _row(self.metadata))
        for label, editor in (
            (0, self.place),
            (1, self.sides),
            (2, self.format),
            (3, self.quality),
            (4, self.metadata),
        ):
            item = form.itemAt(label, QFormLayout.ItemRole.LabelRole)
            words = item.widget() if item is not None else None
            if isinstance(words, QLabel):
                words.setBuddy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        if album:
            name = _plain()
            name.setText(self.tr("A folder called “{album}” is made in it.").format(album=album))
            column.addWidget(name)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(
            QuietLabel(
                self.tr("The photos themselves stay as they are, and nothing that is there is overwritten.")
            )
        )
        column.addStretch(1)
        column.addWidget(self.box)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.box.accepted.connect(self._accept)
        self.box.rejected.connect(self.reject)
        self.place.textChanged.connect(self._tell)
        for combo in (self.sides, self.format, self.metadata):
            combo.currentIndexChanged.connect(self._tell)
        self.side.valueChanged.connect(self._tell)
        self.quality.valueChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.side.setVisible(self.sides.currentData() == _OWN)
        with_quality = CopyFormat(self.format.currentData()) in _WITH_QUALITY
        self.quality.setEnabled(with_quality)
        self.quality_text.setEnabled(with_quality)
        self.quality_text.setText(wording.percent(self.quality.value() / 100))
        fault = self._fault()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.export.setEnabled(not fault)
        self.summary.setText(result_words(self._count, self.options()))

    def _fault(self) -> str:
        folder = self.folder()
        if not folder:
            return self.tr("Choose the folder that the copies go to.")
        if not Path(folder).is_absolute():
            return self.tr("Name the whole path, from the top.")
        if not Path(folder).is_dir():
            return self.tr("There is no such folder.")
        if not os.access(folder, os.W_OK | os.X_OK):
            return self.tr("This folder cannot be written to; choose another one.")
        return ""

    @Slot()
    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder for the copies"), self.folder())
        if path:
            self.place.setText(path)

    @Slot()
    def _accept(self) -> None:
        self._tell()  # the folder may have gone since it was typed
        if self.export.isEnabled():
            self.accept()


def result_words(count: int, options: CopyOptions) -> str:
    """What will be made, in one line."""
    whole = QCoreApplication.translate("export", "Copies")
    if count:
        one, many = (
            QCoreApplication.translate("export", "1 copy"),
            QCoreApplication.translate("export", "{number} copies").format(number=wording.number(count)),
        )
        whole = one if count == 1 else many
    if options.format is not CopyFormat.ORIGINAL:
        whole += QCoreApplication.translate("export", " as {format}").format(format=options.format.name)
    parts = [whole]
    if options.longest_side:
        parts.append(
            QCoreApplication.translate("export", "at most {side} pixels").format(side=options.longest_side)
        )
    if options.metadata is CopyMetadata.NO_PLACE:
        parts.append(QCoreApplication.translate("export", "without place"))
    elif options.metadata is CopyMetadata.STRIP:
        parts.append(QCoreApplication.translate("export", "without metadata"))
    if len(parts) == 1 and options.format is CopyFormat.ORIGINAL:
        parts.append(QCoreApplication.translate("export", "the files as they are"))
    return ", ".join(parts) + "."


def _format_name(format_: CopyFormat) -> str:
    if format_ is CopyFormat.ORIGINAL:
        return QCoreApplication.translate("export", "As it is")
    return {CopyFormat.JPEG: "JPEG", CopyFormat.PNG: "PNG", CopyFormat.WEBP: "WebP"}[format_]


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _row(*widgets: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Widgets in a line; the one at `stretch` takes what is left, or nothing does."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 1 if at == stretch else 0)
    if stretch < 0:
        row.addStretch(1)
    return row
