"""What the window asks of the worker, and what the worker tells it. No Qt in here.

Every question carries an id that the asker chose; its answer carries the same
id, so that a late answer to an old question can be dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Coverage
from photoclip.domain.models import EncoderReport, ModelCard
from photoclip.domain.photos import PhotoRow

# --- questions


@dataclass(frozen=True, slots=True)
class Browse:
    """All photos, newest first."""

    question_id: int


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Photos that match words, best first."""

    question_id: int
    text: str


@dataclass(frozen=True, slots=True)
class SearchSimilar:
    """Photos like one of the library, best first."""

    question_id: int
    photo_id: int


Question = Browse | SearchWords | SearchSimilar


# --- events


@dataclass(frozen=True, slots=True)
class Answer:
    """The photos that answer a question, in order.

    `photo_ids` is int64 (n,); `relevance` is float32 (n,) in [0, 1], or None
    for a browse. `message` is a sentence for an empty answer, else "".
    """

    question_id: int
    photo_ids: NDArray[np.int64]
    relevance: NDArray[np.float32] | None
    message: str = ""


@dataclass(frozen=True, slots=True)
class QuestionFailed:
    question_id: int
    message: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A photo to draw. `thumbnail` is the path of its JPEG, which may not exist yet."""

    photo: PhotoRow
    thumbnail: str


@dataclass(frozen=True, slots=True)
class RowsLoaded:
    """Rows that `Worker.load_rows` was asked for; photos that are gone are left out."""

    rows: Sequence[GridRow]


class Activity(StrEnum):
    IDLE = "idle"
    SCANNING = "scanning"
    LOADING_MODEL = "loading model"
    DOWNLOADING = "downloading model"
    INDEXING = "indexing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WorkerState:
    """What the worker does now.

    `done` and `total` count files, or bytes while downloading; `total` is 0
    where it is not known. `rate` is photos per second over the last half
    minute, `seconds_left` the time to the end at that rate; each is None until
    it was measured. `message` says why in `FAILED`, else names what is worked on.
    `waits_for` says in a few words what the worker itself waits for (the mains),
    empty where it does not; resuming goes on regardless.
    """

    activity: Activity
    paused: bool = False
    done: int = 0
    total: int = 0
    rate: float | None = None
    seconds_left: float | None = None
    message: str = ""
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class FolderState:
    """A watched folder. `note` says in a sentence what is special about it, if anything."""

    path: str
    files: int
    offline: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """Photos came, went or became searchable; an open grid may ask again."""

    coverage: Coverage
    folders: Sequence[FolderState]


@dataclass(frozen=True, slots=True)
class ManyMissing:
    """So many files of a folder are gone at once that a person has to say whether that is right.

    Until then they stay in the library. `missing` 0 takes the question back:
    they have come back.
    """

    folder: str
    missing: int
    total: int


@dataclass(frozen=True, slots=True)
class ModelInUse:
    """Which model serves searches, and what really runs (None until it was loaded).

    `upcoming` is the model that is being made ready to take over, if any.
    """

    card: ModelCard
    report: EncoderReport | None
    upcoming: ModelCard | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that the user should know, in one sentence with the way out."""

    message: str


Event = (
    Answer | QuestionFailed | RowsLoaded | WorkerState | LibraryChanged | ManyMissing | ModelInUse | Trouble
)
