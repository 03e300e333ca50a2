"""What the preferences say of models: which one serves, what it runs on, and which others are ready."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from photoclip.domain.models import ModelCard
from photoclip.ui.preferences import setting_words
from photoclip.ui.preferences.read_models import ReadModels
from photoclip.ui.preferences.setting_fields import QuietLabel
from photoclip.worker.messages import ModelInUse


class ModelPart(QWidget):
    """Follows what the worker says; what is wanted of it is told by signals."""

    use_wanted = Signal(str)
    """The id of a model that is to serve."""
    drop_wanted = Signal(str)
    """The id of a model whose readings are to be forgotten."""

    def __init__(self, cards: Sequence[ModelCard]) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.runs = QuietLabel()
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.change = QPushButton(self.tr("&Change model…"))
        self.change.setAutoDefault(False)
        self.change.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.others = ReadModels(cards)
        self.others.use_wanted.connect(self.use_wanted)
        self.others.drop_wanted.connect(self.drop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.title, self.runs, self.note, self.change):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.others)

    def show_use(self, use: ModelInUse | None) -> None:
        if use is None:
            self.title.setText(self.tr("No model is loaded yet."))
        else:
            self.title.setText(self.tr("“{model}” answers your searches.").format(model=use.card.title))
        report = use.report if use is not None else None
        lines = []
        if report is not None:
            device = setting_words.choice("device", report.device)
            lines.append(
                self.tr("It runs on: {device}, {precision}.").format(
                    device=device, precision=report.precision
                )
            )
        if use is not None and use.upcoming is not None:
            lines.append(
                self.tr("“{model}” is being made ready and takes over by itself.").format(
                    model=use.upcoming.title
                )
            )
        self.runs.setText(" ".join(lines))
        self.runs.setVisible(bool(lines))
        self.note.setText(report.note if report is not None else "")
        self.note.setVisible(bool(self.note.text()))
        self.others.show_use(use)
