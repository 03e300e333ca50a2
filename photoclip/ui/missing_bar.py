"""Asks whether photos that are gone all at once were removed on purpose."""

from __future__ import annotations

import html

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from photoclip.ui import wording
from photoclip.ui.notice_bar import NoticeBar
from photoclip.worker.messages import ManyMissing


class MissingBar(NoticeBar):
    """One question per folder, the oldest first. Without an answer the photos stay in the library."""

    accepted = Signal(str)
    """The folder whose missing photos were removed on purpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: dict[str, ManyMissing] = {}
        self._kept: dict[str, ManyMissing] = {}
        self.removed = self.add_button(self.tr("They were removed"))
        self.removed.setToolTip(self.tr("They leave the view; their tags are kept in case they come back"))
        self.keep = self.add_button(self.tr("Keep them"))
        self.keep.setToolTip(
            self.tr("They stay in the library until they are back, as on a drive to plug in")
        )
        self.removed.clicked.connect(self._accept)
        self.keep.clicked.connect(self._keep)

    @Slot(object)
    def ask(self, question: ManyMissing) -> None:
        """Ask, unless the very same was answered by keeping; a question without missing photos ends it."""
        folder = question.folder
        if not question.missing:
            self._open.pop(folder, None)
            self._kept.pop(folder, None)
        elif self._kept.get(folder) != question:
            self._open[folder] = question
        self._show_oldest()

    @Slot()
    def _accept(self) -> None:
        question = self._take_oldest()
        self._kept.pop(question.folder, None)
        self.accepted.emit(question.folder)

    @Slot()
    def _keep(self) -> None:
        question = self._take_oldest()
        self._kept[question.folder] = question

    def _take_oldest(self) -> ManyMissing:
        question = self._open.pop(next(iter(self._open)))
        self._show_oldest()
        return question

    def _show_oldest(self) -> None:
        question = next(iter(self._open.values()), None)
        if question is None:
            self.show_text("", 0)
            return
        text = self.tr("{missing} of {total} in {folder} are gone at once. Were they removed on purpose?")
        self.show_text(
            text.format(
                missing=wording.number(question.missing),
                total=wording.photos(question.total),
                folder=wording.place(question.folder, 48),
            ),
            len(self._open) - 1,
            # Escaped: a folder's name that looks like markup would be rendered as such.
            f"<span>{html.escape(wording.place(question.folder))}</span>",
        )
