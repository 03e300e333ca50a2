"""The plain facts of one photo or of several, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from photoclip.domain.browsing import PhotoFacts, SelectionFacts
from photoclip.ui.inspector import fact_words
from photoclip.ui.inspector.inspector_lines import CopyLine, WrappedText
from photoclip.ui.sources.source_nodes import plain


class FactTable(QWidget):
    """A caption and a value per line. Values of ours wrap, those out of a file are shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str, bool]] = []
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        """Caption, value, and whether the value is text of unknown origin; empty values are left out."""
        wanted = [line for line in lines if line[1]]
        if wanted == self._lines:
            return
        self._lines = wanted
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        for row, (caption, value, foreign) in enumerate(wanted):
            name = WrappedText(caption, quiet=True)
            name.setWordWrap(False)
            shown = CopyLine(value) if foreign else WrappedText(value)
            shown.setAccessibleName(f"{caption}: {value}")
            # Scripts have fonts of their own, whose letters stand at other heights.
            above = name.baseline() - shown.baseline()
            name.setContentsMargins(0, max(0, -above), 0, 0)
            shown.setContentsMargins(0, max(0, above), 0, 0)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
            self._widgets += [name, shown]
        self.setVisible(bool(wanted))

    def texts(self) -> dict[str, str]:
        """What is shown, by caption."""
        return {caption: value for caption, value, _ in self._lines}


def of_photo(facts: PhotoFacts) -> list[tuple[str, str, bool]]:
    details = facts.details
    size = fact_words.size(facts.files[0].size) if facts.files else ""
    # Nothing of the form is text from a file but its name, which a decoder of ours chose.
    form = " · ".join(part for part in (plain(details.format), size) if part)
    return [
        (
            QCoreApplication.translate("facts", "Taken"),
            fact_words.taken(details.taken_at or facts.photo.taken_at),
            False,
        ),
        (
            QCoreApplication.translate("facts", "Size"),
            fact_words.dimensions(details.width, details.height),
            False,
        ),
        (QCoreApplication.translate("facts", "File"), form, False),
        (QCoreApplication.translate("facts", "Camera"), plain(details.camera).strip(), True),
        (QCoreApplication.translate("facts", "Lens"), plain(details.lens).strip(), True),
        (QCoreApplication.translate("facts", "Exposure"), fact_words.exposure(details), False),
        (
            QCoreApplication.translate("facts", "Place"),
            fact_words.place(details.latitude, details.longitude, facts.place),
            False,
        ),
        (
            QCoreApplication.translate("facts", "Kind"),
            QCoreApplication.translate("facts", "Live photo") if details.live else "",
            False,
        ),
    ]


def of_selection(facts: SelectionFacts) -> list[tuple[str, str, bool]]:
    return [
        (QCoreApplication.translate("facts", "Size"), fact_words.size(facts.size), False),
        (
            QCoreApplication.translate("facts", "Taken"),
            fact_words.dates(facts.first_taken, facts.last_taken),
            False,
        ),
    ]
