"""What the worker is doing, in words and as a share; no widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoclip.domain.catalog import Coverage
from photoclip.ui import wording
from photoclip.worker.messages import Activity, ModelInUse, WorkerState

_DEVICES = {"cuda": "CUDA", "mps": "MPS", "cpu": "CPU"}


def activity_text(state: WorkerState, coverage: Coverage | None) -> str:
    """The status line's sentence for a state."""
    if state.activity == Activity.FAILED:
        return QCoreApplication.translate("progress", "Stopped")
    if waits(state):
        return _waiting(state)
    doing = _DOING[state.activity](state, coverage)
    if not state.paused:
        return doing
    if state.activity == Activity.IDLE:
        return QCoreApplication.translate("progress", "Paused")
    return QCoreApplication.translate("progress", "Paused · {doing}").format(doing=doing)


def share_done(state: WorkerState) -> float | None:
    """How much is done, in [0, 1]; None where that is not known."""
    return min(1.0, state.done / state.total) if state.total > 0 else None


def activity_hint(state: WorkerState) -> str:
    """Why the worker stopped, which the message bar says at length."""
    return state.message if state.activity == Activity.FAILED else ""


def waits(state: WorkerState) -> bool:
    """Whether there is work that the worker itself holds back; a pause by the user comes first."""
    return bool(state.waits_for) and is_working(state) and not state.paused


def is_working(state: WorkerState) -> bool:
    return state.activity not in (Activity.IDLE, Activity.FAILED)


def coverage_text(coverage: Coverage | None) -> str:
    if coverage is None or coverage.files == 0:
        return ""
    if coverage.searchable == coverage.files:
        return QCoreApplication.translate("progress", "{number} searchable").format(
            number=wording.number(coverage.searchable)
        )
    return QCoreApplication.translate("progress", "{part} of {all} searchable").format(
        part=wording.number(coverage.searchable), all=wording.number(coverage.files)
    )


def coverage_hint(coverage: Coverage | None) -> str:
    """The same with nothing left out."""
    if coverage is None or coverage.files == 0:
        return ""
    return QCoreApplication.translate(
        "progress", "{files} files: {searchable} searchable, {waiting} waiting, {problems} cannot be searched"
    ).format(
        files=wording.number(coverage.files),
        searchable=wording.number(coverage.searchable),
        waiting=wording.number(coverage.waiting),
        problems=wording.number(coverage.problems),
    )


def model_text(use: ModelInUse | None) -> str:
    """Model, device and precision, and the model that is to follow."""
    if use is None:
        return ""
    parts = [use.card.title]
    if use.report is not None:
        parts.append(_DEVICES.get(use.report.device, use.report.device))
        parts.append(use.report.precision)
    text = " · ".join(parts)
    if use.upcoming is not None:
        text += QCoreApplication.translate("progress", " · next: {title}").format(title=use.upcoming.title)
    return text


def _waiting(state: WorkerState) -> str:
    text = QCoreApplication.translate("progress", "Waiting for {what}").format(what=state.waits_for)
    if state.activity != Activity.INDEXING or not state.total:
        return text
    return text + QCoreApplication.translate("progress", " · {done} of {total} read").format(
        done=wording.number(state.done), total=wording.number(state.total)
    )


def _scanning(state: WorkerState, _coverage: Coverage | None) -> str:
    if not state.done:
        return QCoreApplication.translate("progress", "Looking for photos…")
    return QCoreApplication.translate("progress", "Looking for photos… {number} files seen").format(
        number=wording.number(state.done)
    )


def _loading(state: WorkerState, _coverage: Coverage | None) -> str:
    if not state.message:
        return QCoreApplication.translate("progress", "Loading the model…")
    return QCoreApplication.translate("progress", "Loading {model}…").format(model=state.message)


def _downloading(state: WorkerState, _coverage: Coverage | None) -> str:
    what = state.message or QCoreApplication.translate("progress", "the model")
    text = QCoreApplication.translate("progress", "Downloading {what}…").format(what=what)
    if state.total:
        text += QCoreApplication.translate("progress", " {done} of {total}").format(
            done=wording.megabytes(state.done / 1e6), total=wording.megabytes(state.total / 1e6)
        )
    return _with_time_left(text, state)


def _indexing(state: WorkerState, _coverage: Coverage | None) -> str:
    if state.total:
        text = QCoreApplication.translate("progress", "Reading {done} of {total}").format(
            done=wording.number(state.done), total=wording.number(state.total)
        )
    else:
        text = QCoreApplication.translate("progress", "Reading photos…")
    if state.rate is not None and not state.paused:
        text += " · " + wording.rate(state.rate)
    return _with_time_left(text, state)


def _with_time_left(text: str, state: WorkerState) -> str:
    if state.seconds_left is None or state.paused:
        return text
    return f"{text} · {wording.time_left(state.seconds_left)}"


def _idle(_state: WorkerState, coverage: Coverage | None) -> str:
    if coverage is None or coverage.files == 0:
        return ""
    if coverage.problems:
        return QCoreApplication.translate("progress", "Up to date · {number} cannot be searched").format(
            number=wording.number(coverage.problems)
        )
    return QCoreApplication.translate("progress", "Up to date")


_DOING = {
    Activity.IDLE: _idle,
    Activity.SCANNING: _scanning,
    Activity.LOADING_MODEL: _loading,
    Activity.DOWNLOADING: _downloading,
    Activity.INDEXING: _indexing,
}
