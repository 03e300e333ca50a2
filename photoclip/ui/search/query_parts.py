"""A query in its parts: what its list is called, and what can be taken off it. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from photoclip.domain.asked import Asked, Condition, Meaning, Term
from photoclip.domain.asked_text import as_words, without
from photoclip.domain.query import Filters, Query
from photoclip.ui import wording
from photoclip.ui.search import asked_words
from photoclip.ui.sources.source_names import SourceNames


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a query asks for: in words, and the query without it."""

    text: str
    without: Query
    as_words: Query | None = None
    """Of what was read from plain words, the query in which they are words after all."""


def parts(query: Query, names: SourceNames, asked: Asked | None = None) -> list[Part]:
    """What the list is narrowed down to; of the words, what was understood as more than words."""
    found: list[Part] = []
    if query.similar:
        found.append(Part(_likeness(query, names), replace(query, similar=(), crop=None)))
    if query.image:
        found.append(Part(_likeness(query, names), replace(query, image="", crop=None)))
    found += _understood(query, asked)
    if query.liked or query.disliked:
        found.append(Part(_judged(query), replace(query, liked=(), disliked=())))
    usual = _fields_of(Filters())
    for field, text in _filter_words(query.filters, names).items():
        without = replace(query.filters, **{field: usual[field]})
        found.append(Part(text, replace(query, filters=without)))
    return found


def _understood(query: Query, asked: Asked | None) -> list[Part]:
    """Plain words stand in the search field already, unless there are several of them side by side."""
    if asked is None:
        return []
    several = len(asked.meanings) > 1
    shown = [term for term in asked.terms if several or not _is_plain(term)]
    return [
        Part(
            asked_words.words_of(term.part),
            replace(query, words=without(query.words, term, asked.terms)),
            replace(query, words=as_words(query.words, term)) if _is_guessed(term) else None,
        )
        for term in shown
    ]


def _is_guessed(term: Term) -> bool:
    return isinstance(term.part, Condition) and term.part.guessed


def _is_plain(term: Term) -> bool:
    return isinstance(term.part, Meaning) and not term.part.excluded


def _judged(query: Query) -> str:
    """The photos that a person liked and did not, in numbers."""
    liked, disliked = len(query.liked), len(query.disliked)
    if not disliked:
        text = QCoreApplication.translate("query", "{liked} liked")
    elif not liked:
        text = QCoreApplication.translate("query", "{disliked} not liked")
    else:
        text = QCoreApplication.translate("query", "{liked} liked, {disliked} not")
    return text.format(liked=wording.number(liked), disliked=wording.number(disliked))


def title(query: Query, names: SourceNames, asked: Asked | None = None) -> str:
    """What the list of a query is called."""
    said = [_likeness(query, names)] if query.similar or query.image else []
    if query.words:
        said.append(_words_title(query, asked))
    return " · ".join(said) or _filters_title(query.filters, names)


def _words_title(query: Query, asked: Asked | None) -> str:
    """The words as they were typed; where none are left to the model, what they mean."""
    if asked is not None and asked.terms and not (asked.meanings or asked.shifts or asked.likenesses):
        return asked_words.all_of(asked)
    said = asked_words.tidy(query.words)
    return QCoreApplication.translate("query", "“{words}”").format(words=said)


def _likeness(query: Query, names: SourceNames) -> str:
    """A photo by its name, several by their number."""
    if not query.similar:
        name = names.picture(query.image)
    elif len(query.similar) == 1:
        name = names.photo(query.similar[0])
    else:
        name = wording.photos(len(query.similar))
    if query.crop is not None:
        return QCoreApplication.translate("query", "Similar to a part of {name}").format(name=name)
    return _similar_to(name)


def _similar_to(name: str) -> str:
    return QCoreApplication.translate("query", "Similar to {name}").format(name=name)


def _fields_of(filters: Filters) -> dict[str, Any]:
    return {field.name: getattr(filters, field.name) for field in fields(Filters)}


def _filters_title(filters: Filters, names: SourceNames) -> str:
    """What the photos that pass are called: a source's own name where there is just one filter."""
    own = {
        "folder": names.folder(filters.folder) if filters.folder else "",
        "album": names.album(filters.album) if filters.album is not None else "",
        "smart": names.album(filters.smart) if filters.smart is not None else "",
        "label": filters.label,
        "added_days": QCoreApplication.translate("query", "Recently added"),
    }
    told = [own.get(field) or text for field, text in _filter_words(filters, names).items()]
    return " · ".join(told) or QCoreApplication.translate("query", "All photos")


def _filter_words(filters: Filters, names: SourceNames) -> dict[str, str]:
    """By the name of the field, in the order in which people would say them."""
    said: dict[str, str] = {}
    if filters.folder:
        text = QCoreApplication.translate("query", "Folder: {name}")
        said["folder"] = text.format(name=names.folder(filters.folder))
    if filters.album is not None:
        text = QCoreApplication.translate("query", "Album: {name}")
        said["album"] = text.format(name=names.album(filters.album))
    if filters.smart is not None:
        text = QCoreApplication.translate("query", "Smart album: {name}")
        said["smart"] = text.format(name=names.album(filters.smart))
    if filters.label:
        text = QCoreApplication.translate("query", "Label: {name}")
        said["label"] = text.format(name=filters.label)
    if filters.favourite:
        said["favourite"] = QCoreApplication.translate("query", "Favourites")
    if filters.rating:
        said["rating"] = _stars(filters.rating)
    said.update(_time_words(filters))
    said.update(_likeness_words(filters, names))
    return said


def _time_words(filters: Filters) -> dict[str, str]:
    said: dict[str, str] = {}
    if filters.since:
        said["since"] = QCoreApplication.translate("query", "From {day}").format(day=filters.since)
    if filters.until:
        said["until"] = QCoreApplication.translate("query", "Until {day}").format(day=filters.until)
    if filters.added_days:
        text = QCoreApplication.translate("query", "Added in the last {number} days")
        said["added_days"] = text.format(number=wording.number(filters.added_days))
    return said


def _likeness_words(filters: Filters, names: SourceNames) -> dict[str, str]:
    said: dict[str, str] = {}
    if filters.duplicates:
        said["duplicates"] = QCoreApplication.translate("query", "Duplicates")
    if filters.duplicates_of is not None:
        text = QCoreApplication.translate("query", "Duplicates of {name}")
        said["duplicates_of"] = text.format(name=names.photo(filters.duplicates_of))
    if filters.burst_of is not None:
        text = QCoreApplication.translate("query", "Burst of {name}")
        said["burst_of"] = text.format(name=names.photo(filters.burst_of))
    return said


def _stars(rating: int) -> str:
    if rating >= 5:
        return QCoreApplication.translate("query", "5 stars")
    if rating == 1:
        return QCoreApplication.translate("query", "1 star or more")
    return QCoreApplication.translate("query", "{number} stars or more").format(number=rating)
