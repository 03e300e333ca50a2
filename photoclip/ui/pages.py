"""What is said in place of photos: first run, still looking, nothing found, no match. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from photoclip.domain.catalog import Coverage
from photoclip.ui import wording
from photoclip.ui.shortcuts import Command
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


def page_for(question: Question, message: str, situation: Situation) -> PageText | None:
    """The page for a question without photos; None where it is too early to say anything."""
    if question.query.ranks:
        return _no_match(question, message, situation)
    if situation.folders is None:
        return None
    if situation.folders == 0:
        return _welcome()
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


def _no_match(question: Question, message: str, situation: Situation) -> PageText:
    if question.query.words:
        title = QCoreApplication.translate("pages", "No good match for “{words}”").format(
            words=_shortened(question.query.words)
        )
        hint = QCoreApplication.translate(
            "pages",
            "Try fewer or more common words, and say what can be seen, such as “red car”.",
        )
    else:
        title = QCoreApplication.translate("pages", "No similar photos")
        hint = QCoreApplication.translate("pages", "No other photo in the library comes close to this one.")
    coverage = situation.coverage
    waiting = ""
    if coverage is not None and coverage.waiting:
        waiting = QCoreApplication.translate(
            "pages", "{photos} are not searchable yet; new matches appear here by themselves."
        ).format(photos=wording.photos(coverage.waiting))
    return PageText(
        icon="search",
        title=title,
        text="\n\n".join(part for part in (message, hint, waiting) if part),
        button=QCoreApplication.translate("pages", "Show all photos"),
        command=Command.ALL_PHOTOS,
    )


def page_for_failure(message: str) -> PageText:
    """The page for a question that could not be answered; `message` says why and what helps."""
    return PageText(
        icon="search",
        title=QCoreApplication.translate("pages", "This cannot be searched"),
        text=message,
        button=QCoreApplication.translate("pages", "Show all photos"),
        command=Command.ALL_PHOTOS,
    )


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
