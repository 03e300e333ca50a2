"""How a library is: what can be found, what cannot and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.domain.catalog import Catalog, Coverage
from photoclip.domain.models import ModelKey


@dataclass(frozen=True, slots=True)
class Status:
    """Honest coverage: every file in sight is searchable or listed with its reason."""

    coverage: Coverage
    problems: Sequence[tuple[bytes, str]]

    def by_reason(self) -> list[tuple[str, list[bytes]]]:
        """Paths by reason, the commonest reason first."""
        groups: dict[str, list[bytes]] = {}
        for path, reason in self.problems:
            groups.setdefault(reason, []).append(path)
        order = Counter({reason: len(found) for reason, found in groups.items()}).most_common()
        return [(reason, groups[reason]) for reason, _ in order]


def status(catalog: Catalog, key: ModelKey | None) -> Status:
    """What the model `key` can find; with None nothing is searchable yet."""
    return Status(catalog.files.coverage(key), list(catalog.files.not_searchable(key)))
