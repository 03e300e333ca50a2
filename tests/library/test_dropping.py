"""Dropping what a model has read: all of it goes, or nothing that could not be dropped again."""

from __future__ import annotations

import pytest
from support import COLOURS, draw

from photoclip.catalog.models import Models
from photoclip.errors import BadInput
from photoclip.library.dropping import drop_model

SECOND = "colours-2"


def fill(home) -> None:
    for mark, colour in enumerate(COLOURS):
        draw(home.photos / f"{colour}.png", colour, mark)
    home.keep_up()
    home.embed(SECOND)


def test_vectors_and_index_of_that_model_alone_are_gone(home, library) -> None:
    fill(home)
    first, second = (home.workshop.models.key(name) for name in ("colours", SECOND))
    assert drop_model(home.workshop, home.catalog, SECOND) == len(COLOURS)
    assert home.catalog.models.all() == [first]
    assert home.catalog.vectors.of(second).count() == 0
    assert home.catalog.vectors.of(first).count() == len(COLOURS)
    assert [folder.name for folder in (library / "index").glob("*@*")] == [f"colours@{'0' * 12}"]
    assert home.catalog.faults() == []
    with pytest.raises(BadInput, match="nothing to drop"):
        drop_model(home.workshop, home.catalog, SECOND)
    home.embed(SECOND)
    assert home.catalog.vectors.of(second).count() == len(COLOURS)


def test_a_program_that_dies_in_the_midst_leaves_a_model_that_can_be_dropped_again(home, monkeypatch) -> None:
    fill(home)
    second = home.workshop.models.key(SECOND)

    def die(models: Models, key) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(Models, "forget", die)
        with pytest.raises(KeyboardInterrupt):
            drop_model(home.workshop, home.catalog, SECOND)
    assert second in home.catalog.models.all()
    assert home.catalog.vectors.of(second).count() == len(COLOURS)
    assert drop_model(home.workshop, home.catalog, SECOND) == len(COLOURS)


@pytest.mark.parametrize(
    ("name", "says"), [("colours", "choose another model"), (SECOND, "cancel that first")]
)
def test_a_model_in_use_is_not_dropped(home, name: str, says: str) -> None:
    fill(home)
    home.workshop.update_settings(lambda now: type(now)(model="colours", next_model=SECOND))
    with pytest.raises(BadInput, match=says):
        drop_model(home.workshop, home.catalog, name)
    assert home.catalog.vectors.of(home.workshop.models.key(name)).count() == len(COLOURS)
