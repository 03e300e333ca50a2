"""Gives errands their ids, and says how each of them ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from photoclip.domain.errands import (
    Binned,
    Errand,
    ExportAlbum,
    Exported,
    ExportPhotos,
    MeasureModel,
    MoveToBin,
    Outcome,
    PutBack,
    Restored,
)
from photoclip.ui import wording
from photoclip.ui.actions.undo import Changes
from photoclip.worker.messages import ErrandDone

FAULTS_SAID = 3


class Errands(QObject):
    """Owner of errand ids. A photo in the bin becomes a step that undo takes back."""

    said = Signal(str, str, bool)
    """A sentence about an end, a folder that it is about (or ""), and whether all went well."""
    quietly_done = Signal(object)
    """An `ErrandDone`, without the outcome where that was said."""

    def __init__(self, run: Callable[[int, Errand], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._last_id = 0
        self._changes: Changes | None = None

    def number_on(self, before: Errands) -> None:
        """Errands of the window before this one may still run; no number means two of them."""
        self._last_id = before._last_id

    def join(self, changes: Changes) -> None:
        self._changes = changes

    @Slot(object)
    def run(self, errand: Errand) -> int:
        """Start an errand, or have it wait for those before it; returns its id."""
        self._last_id += 1
        self._run(self._last_id, errand)
        return self._last_id

    @Slot(object)
    def take_done(self, done: ErrandDone) -> None:
        """A quiet end is the errand bar's to show; what has to be read or done is said."""
        outcome, changes = done.outcome, self._changes
        own = changes is not None and changes.is_own(done.errand_id)
        if changes is not None and not own and isinstance(done.errand, MoveToBin):
            self._note_binned(done.errand, outcome.result, changes)
        exported = isinstance(outcome.result, Exported)
        lost = isinstance(outcome.result, Binned) and any(not file.place for file in outcome.result.files)
        if not isinstance(done.errand, MeasureModel) and (exported or lost or outcome.faults):
            folder = outcome.result.folder if isinstance(outcome.result, Exported) else ""
            well = exported and not outcome.faults and not outcome.cancelled
            self.said.emit(ending(done), folder, well)
            done = replace(done, outcome=Outcome(None))
        self.quietly_done.emit(done)
        if changes is not None:
            changes.take_done(replace(done, outcome=outcome))

    def _note_binned(self, errand: MoveToBin, result: object, changes: Changes) -> None:
        if isinstance(result, Binned) and any(file.place for file in result.files):
            text = self.tr("Move {photos} to the bin").format(photos=wording.photos(len(errand.photo_ids)))
            changes.add_binned(errand, result, text)


def ending(done: ErrandDone) -> str:
    """How an errand ended, in a sentence or a few."""
    outcome = done.outcome
    said: list[str] = []
    if outcome.cancelled:
        said.append(QCoreApplication.translate("errands", "Stopped."))
    if outcome.result is not None:
        said.append(_result_words(outcome.result))
    elif not outcome.cancelled:
        said.append(_failed_words(done.errand))
    said.extend(outcome.faults[:FAULTS_SAID])
    more = len(outcome.faults) - FAULTS_SAID
    if more > 0:
        said.append(
            QCoreApplication.translate("errands", "And {number} more.").format(number=wording.number(more))
        )
    return "\n".join(part for part in said if part)


def _result_words(result: object) -> str:
    if isinstance(result, Exported):
        return QCoreApplication.translate("errands", "{photos} copied to {folder}.").format(
            photos=wording.photos(result.copies), folder=wording.place(result.folder, 60)
        )
    if isinstance(result, Restored):
        return QCoreApplication.translate("errands", "{files} put back from the bin.").format(
            files=wording.files(result.files)
        )
    if isinstance(result, Binned):
        return _binned_words(result)
    return ""


def _binned_words(result: Binned) -> str:
    files = wording.files(len(result.files))
    lost = sum(not file.place for file in result.files)
    text = QCoreApplication.translate("errands", "{files} moved to the bin.").format(files=files)
    if not lost:
        return text
    if lost == len(result.files):
        way = QCoreApplication.translate(
            "errands", "Undo cannot put them back here: open the system's bin to restore them."
        )
    else:
        way = QCoreApplication.translate(
            "errands", "{files} can only be restored from the system's bin."
        ).format(files=wording.files(lost))
    return f"{text} {way}"


def _failed_words(errand: Errand) -> str:
    if isinstance(errand, ExportPhotos | ExportAlbum):
        return QCoreApplication.translate("errands", "Nothing was copied.")
    if isinstance(errand, MoveToBin):
        return QCoreApplication.translate("errands", "Nothing was moved to the bin.")
    if isinstance(errand, PutBack):
        return QCoreApplication.translate("errands", "Nothing was put back.")
    return ""
