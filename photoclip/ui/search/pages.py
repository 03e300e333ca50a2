"""What is said in place of photos: first run, still looking, nothing found, no match. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication

from photoclip.domain.asked import Asked
from photoclip.domain.catalog import Coverage
from photoclip.domain.query import Filters, Query
from photoclip.ui import wording
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.search import asked_words
from photoclip.worker.messages import Activity, Question


@dataclass(frozen=True, slots=True)
class PageText:
    """A page: an icon, one large line, a few plain ones, and at most one thing to do."""

    icon: str
    title: str
    text: str
    button: str = ""
    command: Command | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which page is right for an empty answer. `folders` is None until it is known."""

    folders: int | None
    activity: Activity
    coverage: Coverage | None


def page_for(
    question: Question, message: str, situation: Situation, asked: Asked | None = None
) -> PageText | None:
    """The page for a question without photos; None where it is too early to say anything."""
    if question.query.ranks:
        return _no_match(question, message, situation, asked)
    if situation.folders is None:
        return None
    if situation.folders == 0:
        return _welcome()
    if question.query.filters != Filters():
        return _nothing_passes(question.query.filters, message)
    if situation.activity in (Activity.SCANNING, Activity.INDEXING):
        return _looking()
    return _no_photos(message)


def _welcome() -> PageText:
    return PageText(
        icon="photo",
        title=QCoreApplication.translate("pages", "Find photos by what is in them"),
        text=QCoreApplication.translate(
            "pages",
            "Add a folder and photoclip looks through it, and through the folders inside. "
            "Your photos stay where they are and are never changed; nothing leaves this computer.\n\n"
            "You can also drop a folder on this window.",
        ),
        button=QCoreApplication.translate("pages", "Add a folder of photos…"),
        command=Command.ADD_FOLDER,
    )


def _looking() -> PageText:
    return PageText(
        icon="folder",
        title=QCoreApplication.translate("pages", "Looking through your folders…"),
        text=QCoreApplication.translate("pages", "Photos appear here as they are found."),
    )


def _no_photos(message: str) -> PageText:
    return PageText(
        icon="folder",
        title=QCoreApplication.translate("pages", "No photos here yet"),
        text=message
        or QCoreApplication.translate(
            "pages",
            "No photos were found in your folders. Photos that you put there later appear by themselves.",
        ),
        button=QCoreApplication.translate("pages", "Add another folder…"),
        command=Command.ADD_FOLDER,
    )


def _nothing_passes(filters: Filters, message: str) -> PageText:
    """A source without photos: what would bring some there."""
    icon, title, text = _empty_source(filters)
    return PageText(
        icon=icon,
        title=title,
        text="\n\n".join(part for part in (message, text) if part),
        button=QCoreApplication.translate("pages", "Show all photos"),
        command=Command.ALL_PHOTOS,
    )


def _empty_source(filters: Filters) -> tuple[str, str, str]:
    translate = QCoreApplication.translate
    if _several(filters):
        return (
            "search",
            translate("pages", "No photo is all of this"),
            translate("pages", "Take one of the conditions off with its cross above."),
        )
    if filters.album is not None:
        return (
            "album",
            translate("pages", "This album is empty"),
            translate("pages", "Drag photos here, or select some and choose “Add to album” (Ctrl+L)."),
        )
    if filters.smart is not None:
        return (
            "smart-album",
            translate("pages", "No photo belongs to this smart album"),
            translate("pages", "New photos that match its search appear here by themselves."),
        )
    if filters.favourite:
        return (
            "heart",
            translate("pages", "No favourites yet"),
            translate("pages", "Select photos and press . (full stop), or click the heart in the inspector."),
        )
    if filters.duplicates or filters.duplicates_of is not None:
        return (
            "duplicates",
            translate("pages", "No duplicates"),
            translate("pages", "No photo is here twice, nor nearly the same as another one."),
        )
    return _empty_choice(filters)


def _empty_choice(filters: Filters) -> tuple[str, str, str]:
    translate = QCoreApplication.translate
    if filters.label:
        return (
            "label",
            translate("pages", "No photo has this label"),
            translate("pages", "Select photos and choose “Add tag” (Ctrl+G) to give it to them."),
        )
    if filters.rating:
        return (
            "star",
            translate("pages", "No photo has so many stars"),
            translate("pages", "Select photos and press 1 to 5 to rate them."),
        )
    if filters.added_days:
        return (
            "clock",
            translate("pages", "Nothing new"),
            translate("pages", "Photos that came into the library lately appear here."),
        )
    return (
        "folder",
        translate("pages", "No photos here"),
        translate("pages", "Photos that you put here later appear by themselves."),
    )


def _several(filters: Filters) -> bool:
    usual = Filters()
    changed = [f for f in fields(Filters) if getattr(filters, f.name) != getattr(usual, f.name)]
    return len(changed) > 1


def _no_match(question: Question, message: str, situation: Situation, asked: Asked | None) -> PageText:
    title, hint = _in_vain(question.query, asked)
    return PageText(
        icon="search",
        title=title,
        text="\n\n".join(part for part in (message or hint, _waiting(situation)) if part),
        button=QCoreApplication.translate("pages", "Show all photos"),
        command=Command.ALL_PHOTOS,
    )


def nearest(question: Question, situation: Situation) -> PageText:
    """What is said over the nearest photos where none of them is a good match."""
    title, hint = _in_vain(question.query, None)
    waiting = _waiting(situation)
    looser = QCoreApplication.translate("pages", "A looser search shows more photos.")
    return PageText(
        icon="search", title=title, text=" ".join(part for part in (hint, looser, waiting) if part)
    )


def _in_vain(query: Query, asked: Asked | None) -> tuple[str, str]:
    """That nothing was found, and what to do about it."""
    translate = QCoreApplication.translate
    words = asked_words.tidy(query.words)
    if asked is not None and asked.parts and not (asked.meanings or asked.likenesses):
        what = asked_words.tidy(asked_words.all_of(asked))
        return (
            translate("pages", "Nothing found for {what}").format(what=what),
            translate(
                "pages", "Take one of the conditions off with its cross above, or write it differently."
            ),
        )
    if query.words:
        return (
            translate("pages", "No good match for “{words}”").format(words=words),
            translate(
                "pages",
                "Try fewer or more common words, and say what can be seen, such as “red car”.",
            ),
        )
    return (
        translate("pages", "No similar photos"),
        translate("pages", "No other photo in the library comes close to this one."),
    )


def _waiting(situation: Situation) -> str:
    coverage = situation.coverage
    if coverage is None or not coverage.waiting:
        return ""
    text = QCoreApplication.translate(
        "pages", "{photos} are not searchable yet; new matches appear here by themselves."
    )
    return text.format(photos=wording.photos(coverage.waiting))


def page_for_failure(message: str) -> PageText:
    """The page for a question that could not be answered; `message` says why and what helps."""
    return PageText(
        icon="search",
        title=QCoreApplication.translate("pages", "This cannot be searched"),
        text=message,
        button=QCoreApplication.translate("pages", "Show all photos"),
        command=Command.ALL_PHOTOS,
    )
