"""A query in its parts: what its list is called, and what can be taken off it. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from photoclip.domain.query import Filters, Query
from photoclip.ui import wording
from photoclip.ui.sources.source_names import SourceNames


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a query asks for: in words, and the query without it."""

    text: str
    without: Query


def parts(query: Query, names: SourceNames) -> list[Part]:
    """Everything but the words, which stand in the search field."""
    found: list[Part] = []
    if query.similar:
        found.append(Part(_similar_to(_likeness(query, names)), replace(query, similar=(), crop=None)))
    if query.image:
        found.append(Part(_similar_to(names.picture(query.image)), replace(query, image="", crop=None)))
    usual = _fields_of(Filters())
    for field, text in _filter_words(query.filters, names).items():
        without = replace(query.filters, **{field: usual[field]})
        found.append(Part(text, replace(query, filters=without)))
    return found


def title(query: Query, names: SourceNames) -> str:
    """What the list of a query is called."""
    if query.words:
        return QCoreApplication.translate("query", "“{words}”").format(words=query.words)
    if query.similar:
        return _similar_to(_likeness(query, names))
    if query.image:
        return _similar_to(names.picture(query.image))
    return _filters_title(query.filters, names)


def _likeness(query: Query, names: SourceNames) -> str:
    """The photo by name, or how many."""
    one = len(query.similar) == 1
    return names.photo(query.similar[0]) if one else wording.photos(len(query.similar))


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
