"""What the words of a query ask of this library: names are looked up, and those it lacks are told."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from photoclip.domain.asked import Asked, Condition, Hint, HintKind, Key, Term
from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import AlbumKind
from photoclip.domain.folding import folded
from photoclip.domain.gazetteer import Gazetteer, Place
from photoclip.library.parsing import parse, printed

_NAMED = {
    Key.TAG: "tag",
    Key.ALBUM: "album",
    Key.CAMERA: "camera",
    Key.LENS: "lens",
    Key.FOLDER: "folder",
}
_LIKE = 0.6
"""From so much on two names count as one misspelt (difflib's ratio, its own default)."""
_NOTHING = Asked()
TOO_LONG = "This is too long to be understood; say it in fewer words."
Exists = Callable[[Condition], bool]
"""Whether a condition holds of any photo."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A query's words, and what of them the catalog decides.

    `smart` are names of smart albums that have to hold, each as the ids of those
    that are called so, `not_smart` those that must not. `missing` is a sentence
    where a name that is asked for is not there at all, or all of it is too long.
    """

    asked: Asked = _NOTHING
    conditions: tuple[Condition, ...] = ()
    smart: tuple[tuple[int, ...], ...] = ()
    not_smart: tuple[tuple[int, ...], ...] = ()
    missing: str = ""


class Understanding:
    """Reads queries with the names of one library. Belongs to the catalog's thread."""

    def __init__(
        self, catalog: Catalog, gazetteer: Gazetteer | None, today: Callable[[], date] = date.today
    ) -> None:
        self._catalog = catalog
        self._gazetteer = gazetteer
        self._today = today

    def of(self, words: str, exists: Exists) -> Understood:
        """What words ask for; places that were only guessed are words where no photo was taken near."""
        asked = parse(words, self._today(), self._gazetteer)
        places = [term for term in asked.terms if _is_guessed_place(term)]
        hints: list[Hint] = []
        strange = [term for term in places if not exists(_wanted(term.part))]
        if strange:
            asked = parse(words, self._today(), self._gazetteer, guess_places=False)
            hints += [Hint(HintKind.PLACE_AS_WORD, _place(term).name) for term in strange]
        return self._looked_up(words, asked, exists, hints)

    def _looked_up(self, words: str, asked: Asked, exists: Exists, hints: list[Hint]) -> Understood:
        conditions: list[Condition] = []
        smart: dict[bool, list[tuple[int, ...]]] = {True: [], False: []}
        missing = "" if asked.terms or not _is_too_long(asked) else TOO_LONG
        for term in asked.terms:
            condition = term.part
            if not isinstance(condition, Condition):
                continue
            name = condition.value if isinstance(condition.value, str) else ""
            if condition.key is Key.ALBUM and (found := self._catalog.albums.smart(name)):
                smart[condition.excluded].append(tuple(found))
                continue
            conditions.append(condition)
            if condition.key in _NAMED and not self._is_known(condition, name, exists):
                nearest = _nearest(name, self._names(condition.key))
                better = printed(Asked((replace(term, part=replace(condition, value=nearest)),)))
                hints.append(
                    Hint(HintKind.UNKNOWN_NAME, words[term.start : term.end], better if nearest else "")
                )
                if not condition.excluded:
                    missing = missing or _said(condition.key, name, nearest)
        asked = replace(asked, hints=(*asked.hints, *hints))
        return Understood(asked, tuple(conditions), tuple(smart[False]), tuple(smart[True]), missing)

    def _is_known(self, condition: Condition, name: str, exists: Exists) -> bool:
        if exists(replace(condition, excluded=False)):
            return True
        # What is there and empty is no misspelling.
        return condition.key in (Key.ALBUM, Key.TAG) and any(
            _same(known, name) for known in self._names(condition.key)
        )

    def _names(self, key: Key) -> Iterable[str]:
        match key:
            case Key.TAG:
                return [label.label for label in self._catalog.tags.labels()]
            case Key.ALBUM:
                kinds = (AlbumKind.HAND, AlbumKind.SMART)
                return [album.name for album in self._catalog.albums.all() if album.kind in kinds]
            case Key.FOLDER:
                folders = self._catalog.photos.names().folders
                return [*folders, *(folder.rpartition("/")[2] for folder in folders)]
            case Key.CAMERA:
                return self._catalog.photos.names().cameras
            case Key.LENS:
                return self._catalog.photos.names().lenses
            case _:
                return ()


def _is_too_long(asked: Asked) -> bool:
    return any(hint.kind is HintKind.TOO_LONG for hint in asked.hints)


def _is_guessed_place(term: Term) -> bool:
    part = term.part
    return isinstance(part, Condition) and part.guessed and part.key is Key.NEAR


def _place(term: Term) -> Place:
    assert isinstance(term.part, Condition)  # noqa: S101 - asked for before
    assert isinstance(term.part.value, Place)  # noqa: S101 - `near:` has no other
    return term.part.value


def _wanted(part: object) -> Condition:
    assert isinstance(part, Condition)  # noqa: S101 - asked for before
    return replace(part, excluded=False)


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def _nearest(name: str, names: Iterable[str]) -> str:
    """The name that was meant, if one of them is near enough."""
    spelt = {folded(known): known for known in names}
    close = difflib.get_close_matches(folded(name), spelt, 1, _LIKE)
    return spelt[close[0]] if close else ""


def _said(key: Key, name: str, nearest: str) -> str:
    way_out = f"did you mean {nearest}?" if nearest else "check the spelling, or take it away."
    shown = "".join(letter for letter in name if letter.isprintable())
    return f"There is no {_NAMED[key]} {shown}; {way_out}"
