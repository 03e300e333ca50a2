"""The views of searches of which docs/make_pictures.py makes pictures, by `picture_views`' means."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import second_model
from picture_views import ids_of, show, with_popup
from PySide6.QtGui import QCursor

from photoclip import bootstrap, paths
from photoclip.domain.models import STARTER_ID
from photoclip.domain.query import USUAL_WRONG_SHARE, Query
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.comparing.compare_dialog import CompareDialog
from photoclip.ui.search.syntax_menu import SyntaxMenu
from photoclip.worker.messages import Explained, ModelInUse

if TYPE_CHECKING:
    from make_pictures import Stage

_LOOSE = 0.7
_STARTER = Path(__file__).resolve().parent.parent / "resources/models/starter"


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
    show(stage, Query("coffee AND a spoon -cat"))
    stage.keep("search-and-not")


def _loose(stage: Stage) -> None:
    show(stage, Query("a red motorcycle"))
    stage.window.flow.be_strict(_LOOSE)
    stage.keep("search-loose")
    stage.window.flow.be_strict(USUAL_WRONG_SHARE)
    stage.settle()


def _feedback(stage: Stage) -> None:
    """One photo is what was looked for, one is not; the pointer rests on a third."""
    show(stage, Query("a cup of coffee"))
    liked, disliked, third = ids_of(stage, "DSCF1041.jpg", "Coffee small.jpg", "IMG_2260.jpg")
    flow, grid = stage.window.flow, stage.window.grid
    flow.judge((liked,), liked=True)
    stage.settle()
    flow.judge((disliked,), liked=False)
    stage.settle()
    tile = grid.visualRect(stage.window.model.index(stage.window.model.row_of(third)))
    QCursor.setPos(grid.viewport().mapToGlobal(tile.center()))
    stage.keep("search-feedback")
    QCursor.setPos(stage.window.mapToGlobal(stage.window.rect().bottomLeft()))


def _moved(stage: Stage) -> None:
    """A photo, and words that move what is looked for."""
    words = '+ "a cup of coffee" - spoon'
    show(stage, Query())
    (photo,) = ids_of(stage, "DSCF1041.jpg")
    stage.window.flow.find_similar(photo, "DSCF1041.jpg")
    stage.settle()
    stage.window.search.put(words)
    stage.window.flow.search(words)
    stage.keep("search-moved")


def _why(stage: Stage) -> None:
    window = stage.window
    show(stage, Query("a motorcycle in May 2024"))
    window.view.open_photo(*ids_of(stage, "DSCF1055.jpg"))
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
    stage.keep("search-syntax", lambda: with_popup(window, menu, at_end=True))
    menu.close()
    stage.settle()


def _serves(uses: Sequence[ModelInUse], model_id: str) -> bool:
    return bool(uses) and uses[-1].card.id == model_id


def _compare(stage: Stage) -> None:
    """Two models asked the same: the second one is made for the picture, and dropped again."""
    window, worker, models = stage.window, stage.worker, bootstrap.models()
    uses: list[ModelInUse] = []
    window.bridge.model_changed.connect(uses.append)
    second = second_model.make_rounded(_STARTER, stage.home / "Models")
    name = models.bring_in(second, None)
    for model_id in (name, STARTER_ID):
        worker.choose_model(model_id)
        stage.wait(partial(_serves, uses, models.find(model_id).id))
        stage.wait(stage.is_idle)
    show(stage, Query("coffee AND a spoon"))
    compare = window.commands[Command.COMPARE_MODELS]
    stage.wait(compare.isEnabled)
    compare.trigger()
    dialog = next(iter(window.findChildren(CompareDialog)))
    dialog.search.deselect()
    stage.keep("compare-models", lambda: dialog.grab().toImage())
    dialog.reject()
    worker.drop_model(name)
    stage.wait(lambda: models.find(name).id not in uses[-1].ready)
    for folder in (second, paths.models_dir() / "imported" / name):
        shutil.rmtree(folder)
    stage.settle()


OF_LIBRARY: dict[str, Callable[[Stage], None]] = {
    "similar": _similar,
    "no-match": _no_match,
    "search-understood": _understood,
    "search-and-not": _together,
    "search-loose": _loose,
    "search-feedback": _feedback,
    "search-moved": _moved,
    "search-why": _why,
    "search-syntax": _syntax,
    "compare-models": _compare,
}
