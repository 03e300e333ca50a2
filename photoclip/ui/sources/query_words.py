"""What a query asks for, as one plain sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from photoclip.domain.query import Filters, Query
from photoclip.ui import wording
from photoclip.ui.sources.source_nodes import plain


def sentence(query: Query, name_of: Callable[[Filters], str]) -> str:
    """What a smart album of this query holds, now and later."""
    parts = [_start(query), *_searched(query), *_conditions(query.filters, name_of)]
    text = QCoreApplication.translate("queries", "Holds {what}, always up to date.")
    return text.format(what=", ".join(parts))


def _start(query: Query) -> str:
    if query.similar:
        return QCoreApplication.translate("queries", "photos like the chosen ones")
    if query.image:
        text = QCoreApplication.translate("queries", "photos like the picture {name}")
        return text.format(name=wording.place(query.image, 48))
    if query.words:
        text = QCoreApplication.translate("queries", "photos that match “{words}”")
        return text.format(words=plain(query.words))
    return QCoreApplication.translate("queries", "all photos")


def _searched(query: Query) -> list[str]:
    """What moves a search: words that come to a likeness, and what was liked and what not."""
    said = []
    if query.words and (query.similar or query.image):
        text = QCoreApplication.translate("queries", "but “{words}”")
        said.append(text.format(words=plain(query.words)))
    if query.liked or query.disliked:
        said.append(QCoreApplication.translate("queries", "led by the photos that you liked or not"))
    return said


def _conditions(filters: Filters, name_of: Callable[[Filters], str]) -> list[str]:
    said = []
    for own in (
        Filters(folder=filters.folder),
        Filters(album=filters.album),
        Filters(smart=filters.smart),
        Filters(label=filters.label),
    ):
        if own != Filters():
            text = QCoreApplication.translate("queries", "in “{name}”")
            said.append(text.format(name=name_of(own)))
    if filters.favourite:
        said.append(QCoreApplication.translate("queries", "only favourites"))
    if filters.rating == 1:
        said.append(QCoreApplication.translate("queries", "with at least 1 star"))
    elif filters.rating:
        text = QCoreApplication.translate("queries", "with at least {number} stars")
        said.append(text.format(number=filters.rating))
    if filters.since:
        text = QCoreApplication.translate("queries", "taken from {date} on")
        said.append(text.format(date=filters.since))
    if filters.until:
        text = QCoreApplication.translate("queries", "taken until {date}")
        said.append(text.format(date=filters.until))
    if filters.added_days:
        text = QCoreApplication.translate("queries", "added in the last {number} days")
        said.append(text.format(number=filters.added_days))
    if filters.duplicates or filters.duplicates_of is not None:
        said.append(QCoreApplication.translate("queries", "that have duplicates"))
    if filters.burst_of is not None:
        said.append(QCoreApplication.translate("queries", "of one burst"))
    return said
