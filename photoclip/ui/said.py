"""What the worker says, in the language of the window.

Everything below the window speaks English and knows nothing of Qt. Its
sentences are known as templates (`resources/translations/said.txt`, collected
from the source by `installers/translations.py`); a sentence that fits one is
put together anew from the template's translation and the values in it. One
that fits none stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from photoclip import paths
from photoclip.domain.models import EncoderReport, ModelCard
from photoclip.worker.messages import (
    Answer,
    ChangeFailed,
    ErrandDone,
    Explained,
    LibraryChanged,
    ModelInUse,
    PictureLoaded,
    ProblemsLoaded,
    QuestionFailed,
    RowsLoaded,
    Trouble,
    WorkerState,
)

CONTEXT = "said"
_MARK = re.compile(r"\\\{\d+\\\}")
_MOST_CHARACTERS = 2000
"""Longer texts are no sentences of ours."""
_DEEPEST = 2
_END = re.compile(r"(?<=[.!?]) (?=\S)")
"""Between two sentences, of which each is looked up for itself."""
_Event = TypeVar("_Event")


def sentence(text: str, depth: int = 0) -> str:
    """A sentence of the worker in the window's language."""
    if not text or len(text) > _MOST_CHARACTERS or not _translates():
        return text
    for template, pattern in _templates():
        found = pattern.fullmatch(text)
        if found is None:
            continue
        # A value may be a sentence of its own: "No backup was made ({0})."
        values = [sentence(value, depth + 1) if depth < _DEEPEST else value for value in found.groups()]
        return QCoreApplication.translate(CONTEXT, template).format(*values)
    if depth >= _DEEPEST or not _END.search(text):
        return text
    return " ".join(sentence(one, depth + 1) for one in _END.split(text))


def card(described: ModelCard) -> ModelCard:
    """A model as it is described in the window's language."""
    return replace(
        described,
        title=sentence(described.title),
        purpose=sentence(described.purpose),
        languages=sentence(described.languages),
    )


def event(said: _Event) -> _Event:
    """An event of the worker with its sentences translated."""
    change = _CHANGES.get(type(said)) if _translates() else None
    return change(said) if change is not None else said


def _message(said: Any) -> Any:
    return replace(said, message=sentence(said.message))


def _state(said: WorkerState) -> WorkerState:
    return replace(said, message=sentence(said.message), waits_for=sentence(said.waits_for))


def _library(said: LibraryChanged) -> LibraryChanged:
    return replace(said, folders=[replace(folder, note=sentence(folder.note)) for folder in said.folders])


def _rows(said: RowsLoaded) -> RowsLoaded:
    if not any(row.photo.problem for row in said.rows):
        return said
    return RowsLoaded(
        [replace(row, photo=replace(row.photo, problem=sentence(row.photo.problem))) for row in said.rows]
    )


def _problems(said: ProblemsLoaded) -> ProblemsLoaded:
    known: dict[str, str] = {}
    for file in said.files:
        if file.reason not in known:
            known[file.reason] = sentence(file.reason)
    return ProblemsLoaded([replace(file, reason=known[file.reason]) for file in said.files])


def _problem(said: Any) -> Any:
    return replace(said, problem=sentence(said.problem)) if said.problem else said


def _errand(said: ErrandDone) -> ErrandDone:
    faults = [sentence(fault) for fault in said.outcome.faults]
    return replace(said, outcome=replace(said.outcome, faults=faults))


def _model(said: ModelInUse) -> ModelInUse:
    report = said.report
    if report is not None:
        report = EncoderReport(report.device, report.precision, sentence(report.note))
    upcoming = card(said.upcoming) if said.upcoming is not None else None
    return replace(said, card=card(said.card), report=report, upcoming=upcoming)


_CHANGES: dict[type, Callable[[Any], Any]] = {
    Answer: _message,
    QuestionFailed: _message,
    ChangeFailed: _message,
    Trouble: _message,
    WorkerState: _state,
    LibraryChanged: _library,
    RowsLoaded: _rows,
    ProblemsLoaded: _problems,
    PictureLoaded: _problem,
    Explained: _problem,
    ErrandDone: _errand,
    ModelInUse: _model,
}


def _translates() -> bool:
    """Whether a translation is installed that knows our sentences."""
    return QCoreApplication.translate(CONTEXT, "language") != "language"


@lru_cache
def _templates() -> list[tuple[str, re.Pattern[str]]]:
    """The longest first, so that the most particular one that fits is taken."""
    lines = (paths.resources() / "translations" / "said.txt").read_text(encoding="utf-8").splitlines()
    return [
        (line, re.compile(_MARK.sub("(.+?)", re.escape(line)), re.DOTALL))
        for line in sorted(filter(None, lines), key=len, reverse=True)
    ]
