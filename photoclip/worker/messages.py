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

from photoclip.domain.asked import Asked, Part
from photoclip.domain.browsing import PhotoFacts, ProblemFile, SelectionFacts, Sources
from photoclip.domain.catalog import Coverage
from photoclip.domain.changes import Change
from photoclip.domain.errands import Errand, Outcome
from photoclip.domain.models import EncoderReport, ModelCard
from photoclip.domain.photos import PhotoRow
from photoclip.domain.query import Arrangement, Query, Section

# --- questions


@dataclass(frozen=True, slots=True)
class Question:
    """What a window wants to see. It may be answered in parts of the work; only the newest one counts."""

    question_id: int
    query: Query = Query()
    arrangement: Arrangement = Arrangement()
    model_id: str = ""
    """The model to ask, of those that have read the library (`ModelInUse.ready`); "" for the serving one."""


# --- events


@dataclass(frozen=True, slots=True)
class Answer:
    """The photos that answer a question, in order.

    `photo_ids` is int64 (n,); `relevance` is float32 (n,) in [0, 1], NaN for a
    photo that a person wants in a smart album whatever its relevance, or None
    where nothing was ranked. `stacks` is int32 (n,): how many photos of a burst
    stand behind each, itself included; None where bursts are not collapsed.
    `message` is a sentence for an empty answer, else "". `asked` is what was
    understood of the words, None where there were none, with its hints.
    The first `matching` photos are above the cut-off, the others follow under
    a section `BELOW`.
    """

    question_id: int
    photo_ids: NDArray[np.int64]
    relevance: NDArray[np.float32] | None
    message: str = ""
    sections: Sequence[Section] = ()
    stacks: NDArray[np.int32] | None = None
    asked: Asked | None = None
    matching: int | None = None
    """None for all of them."""


@dataclass(frozen=True, slots=True)
class QuestionProgress:
    """A question that takes long (duplicates in a large library): comparisons done and in all."""

    question_id: int
    done: int
    total: int


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

    `upcoming` is the model that is being made ready to take over, if any;
    `ready` are the ids of those that have read photos of this library before.
    """

    card: ModelCard
    report: EncoderReport | None
    upcoming: ModelCard | None = None
    ready: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that the user should know, in one sentence with the way out."""

    message: str
    folder: str = ""
    """The watched folder that is away, where this holds only for as long as it is."""


@dataclass(frozen=True, slots=True)
class SourcesLoaded:
    sources: Sources


@dataclass(frozen=True, slots=True)
class FactsLoaded:
    """Of one photo `facts`, of several `selection`; neither where none of them is in sight any more.

    `thumbnail` is the path of the one photo's JPEG, which may not exist yet.
    """

    photo_ids: Sequence[int]
    facts: PhotoFacts | None = None
    selection: SelectionFacts | None = None
    thumbnail: str = ""


@dataclass(frozen=True, slots=True)
class SimilarLoaded:
    """The photos most like one, best first; none where it has no vector yet."""

    photo_id: int
    rows: Sequence[GridRow]


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a photo answers a query.

    `heat` is float32 (rows, columns) in [0, 1] over the upright photo, from its
    top left: how much each place speaks for the words; None where the model
    cannot say, with the reason in `problem`. `words` are the query's own with
    their share of the likeness, in its order: removing a word with 0.5 costs half of it,
    and one below 0 works against it. `let_in` are the conditions and quoted
    texts that the photo meets. `relevance` is None where nothing is ranked.
    """

    photo_id: int
    query: Query
    heat: NDArray[np.float32] | None = None
    words: Sequence[tuple[str, float]] = ()
    let_in: Sequence[Part] = ()
    relevance: float | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ProblemsLoaded:
    """Every file that is not searchable for a reason of its own, by path."""

    files: Sequence[ProblemFile]


@dataclass(frozen=True, slots=True)
class PictureLoaded:
    """A picture that was asked for with this ticket.

    `pixels` are `width` x `height` RGB bytes, upright, or None with the reason in `problem`.
    """

    ticket: int
    width: int = 0
    height: int = 0
    pixels: bytes | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A change is in the catalog; `inverse` takes it back. LibraryChanged and SourcesLoaded follow."""

    change_id: int
    inverse: Change


@dataclass(frozen=True, slots=True)
class ChangeFailed:
    """Nothing was changed; `message` says why."""

    change_id: int
    message: str


@dataclass(frozen=True, slots=True)
class ErrandState:
    """How far an errand is; `total` 0 where that is not known, `seconds_left` None until it was measured."""

    errand_id: int
    errand: Errand
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class ErrandDone:
    errand_id: int
    errand: Errand
    outcome: Outcome


Event = (
    Answer
    | QuestionProgress
    | QuestionFailed
    | RowsLoaded
    | WorkerState
    | LibraryChanged
    | ManyMissing
    | ModelInUse
    | Trouble
    | SourcesLoaded
    | FactsLoaded
    | SimilarLoaded
    | Explained
    | ProblemsLoaded
    | PictureLoaded
    | Changed
    | ChangeFailed
    | ErrandState
    | ErrandDone
)
