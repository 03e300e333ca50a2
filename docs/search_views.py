"""The views of searches of which docs/make_pictures.py makes pictures, by `picture_views`' means."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from picture_views import ids_of, show, with_popup

from photoclip.domain.query import USUAL_WRONG_SHARE, Filters, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.search.syntax_menu import SyntaxMenu
from photoclip.worker.messages import Explained

if TYPE_CHECKING:
    from make_pictures import Stage

_LOOSE = 0.7


def _search(stage: Stage) -> None:
    folder = os.fsencode(stage.home / "Pictures")
    show(stage, Query("a cat", filters=Filters(folder=folder, since="2024-01-01")))
    stage.keep("search")


def _similar(stage: Stage) -> None:
    show(stage, Query())
    (photo,) = ids_of(stage, "DSCF1055.jpg")
    stage.window.flow.find_similar(photo, "DSCF1055.jpg")
    stage.keep("similar")


def _no_match(stage: Stage) -> None:
    show(stage, Query("a submarine"))
    stage.keep("no-match")


def _understood(stage: Stage) -> None:
    """Chips of a guessed date and of a key, and a hint at what models are poor at."""
    show(stage, Query("two cats in May 2024 camera:X-T4"))
    stage.keep("search-understood")


def _together(stage: Stage) -> None:
    """Several things in one photo, and one that must not be in it."""
    show(stage, Query("a cup AND a spoon -cat"))
    stage.keep("search-and-not")


def _loose(stage: Stage) -> None:
    show(stage, Query("a motorcycle"))
    stage.window.flow.be_strict(_LOOSE)
    stage.keep("search-loose")
    stage.window.flow.be_strict(USUAL_WRONG_SHARE)
    stage.settle()


def _feedback(stage: Stage) -> None:
    """One photo is what was looked for, one is not; the pointer rests on a third."""
    show(stage, Query("a cat"))
    liked, disliked = ids_of(stage, "DSCF1052.jpg", "IMG_2261.jpg")
    stage.window.flow.judge((liked,), liked=True)
    stage.window.flow.judge((disliked,), liked=False)
    stage.keep("search-feedback")


def _moved(stage: Stage) -> None:
    """A photo, and words that move what is looked for."""
    show(stage, Query())
    (photo,) = ids_of(stage, "DSCF1048.jpg")
    stage.window.flow.find_similar(photo, "DSCF1048.jpg")
    stage.settle()
    stage.window.flow.search("an astronaut")
    stage.window.search.put("an astronaut")
    stage.keep("search-moved")


def _why(stage: Stage) -> None:
    window = stage.window
    show(stage, Query("a rocket in May 2024"))
    window.view.open_photo(*ids_of(stage, "DSCF1048.jpg"))
    window.panes.want(sources=False, inspector=False)
    stage.settle()
    explained: list[Explained] = []
    window.bridge.explained.connect(explained.append)
    window.commands[Command.WHY].trigger()
    stage.wait(lambda: bool(explained))
    stage.keep("search-why")
    window.viewer.why.hide()
    window.view.close_viewer()


def _syntax(stage: Stage) -> None:
    window = stage.window
    show(stage, Query())
    window.commands[Command.SYNTAX].trigger()
    menu = next(iter(window.findChildren(SyntaxMenu)))
    stage.keep("search-syntax", lambda: with_popup(window, menu))
    menu.close()
    stage.settle()


OF_LIBRARY: dict[str, Callable[[Stage], None]] = {
    "search": _search,
    "similar": _similar,
    "no-match": _no_match,
    "search-understood": _understood,
    "search-and-not": _together,
    "search-loose": _loose,
    "search-feedback": _feedback,
    "search-moved": _moved,
    "search-why": _why,
    "search-syntax": _syntax,
}
