"""What the window has asked to read, and what of it comes first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, auto

from photoclip.domain.query import Query
from photoclip.worker.messages import Question


class Kind(IntEnum):
    """In the order in which they are served: what a person looks at first, and cheap before expensive."""

    ROWS = auto()
    FACTS = auto()
    QUICK_QUESTION = auto()
    SOURCES = auto()
    QUESTION = auto()
    PROBLEMS = auto()
    SIMILAR = auto()
    EXPLAIN = auto()


@dataclass
class Requests:
    """What waits: the newest of each kind, and all rows."""

    rows: list[int] = field(default_factory=list)
    facts: tuple[int, ...] = ()
    similar: tuple[int, int] = (0, 0)
    explain: tuple[int, Query] = (0, Query())
    question: Question = field(default_factory=lambda: Question(0))
    _waiting: set[Kind] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def note(self, kind: Kind) -> None:
        self._waiting.add(kind)

    def ask(self, question: Question) -> None:
        """It replaces one that waits."""
        self.question = question
        self._waiting -= {Kind.QUICK_QUESTION, Kind.QUESTION}
        self._waiting.add(Kind.QUICK_QUESTION if _is_quick(question) else Kind.QUESTION)

    def take(self) -> Kind | None:
        """What comes next; it waits no more."""
        if not self._waiting:
            return None
        kind = min(self._waiting)
        self._waiting.remove(kind)
        return kind

    def take_rows(self) -> list[int]:
        rows, self.rows = self.rows, []
        return rows


def _is_quick(question: Question) -> bool:
    """Whether the catalog alone answers it, without a model or vectors."""
    filters = question.query.filters
    compares = filters.duplicates or filters.duplicates_of is not None
    return not (question.query.ranks or compares or filters.smart is not None)
