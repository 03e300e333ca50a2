"""The slider from strict to loose: how many of the photos shown may be wrong ones."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.rings import Ring

DEBOUNCE_MS = 200
"""A slider that is dragged passes steps that nobody wants to see."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place of the slider: the share of wrong photos that it lets through, and what it is called."""

    wrong_share: float
    name: str
    meaning: str


def steps() -> tuple[Step, ...]:
    translate = QCoreApplication.translate
    return (
        Step(
            0.05,
            translate("strictness", "Strict"),
            translate("strictness", "Of twenty photos shown, about one may be wrong"),
        ),
        Step(
            0.15,
            translate("strictness", "Rather strict"),
            translate("strictness", "Of twenty photos shown, about three may be wrong"),
        ),
        Step(
            0.3,
            translate("strictness", "Balanced"),
            translate("strictness", "Of ten photos shown, about three may be wrong"),
        ),
        Step(
            0.5,
            translate("strictness", "Rather loose"),
            translate("strictness", "Of ten photos shown, about five may be wrong"),
        ),
        Step(
            0.7,
            translate("strictness", "Loose"),
            translate("strictness", "Of ten photos shown, about seven may be wrong"),
        ),
    )


class Strictness(QWidget):
    """Emits `chosen` once the slider stands still."""

    chosen = Signal(float)
    """The share of wrong photos, in (0, 1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps()
        self._shown = -1.0
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self._choose)
        self._name = ElidingLabel(quiet=True)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(step.name) for step in self._steps)
        self._name.setFixedWidth(widest + 4)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        Ring(self.slider)
        self.slider.setRange(0, len(self._steps) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(metrics.averageCharWidth() * 7)
        self.slider.setMaximumWidth(metrics.averageCharWidth() * 12)
        self.slider.setAccessibleName(self.tr("How strict the search is"))
        self.slider.valueChanged.connect(self._moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.slider)
        row.addWidget(self._name)

    def name(self) -> str:
        return self._name.text()

    def show_share(self, wrong_share: float) -> None:
        """The step nearest to a share, without asking for it."""
        if self._debounce.isActive():
            return
        self._shown = wrong_share
        nearest = min(range(len(self._steps)), key=lambda at: abs(self._steps[at].wrong_share - wrong_share))
        self.slider.blockSignals(True)
        self.slider.setValue(nearest)
        self.slider.blockSignals(False)
        self._tell()

    def show_name(self, shown: bool) -> None:
        """Whether there is room for the word beside the slider."""
        self._name.setVisible(shown)

    @Slot()
    def _moved(self) -> None:
        self._tell()
        self._debounce.start()

    def _tell(self) -> None:
        step = self._steps[self.slider.value()]
        self._name.set_text(step.name, step.meaning)
        self.slider.setToolTip(f"{step.name}: {step.meaning}")
        self.slider.setAccessibleDescription(f"{step.name}: {step.meaning}")

    @Slot()
    def _choose(self) -> None:
        share = self._steps[self.slider.value()].wrong_share
        if share != self._shown:
            self._shown = share
            self.chosen.emit(share)
