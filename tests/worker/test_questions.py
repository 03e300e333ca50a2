"""Questions in full: what was understood, the fold, another model, and dropping one."""

from __future__ import annotations

from pathlib import Path

import pytest
from worker.test_changes import fill

from photoclip.domain.asked import HintKind
from photoclip.domain.query import Query, SectionKind
from photoclip.library.workshop import Workshop
from photoclip.worker.messages import Answer, ModelInUse, Question, QuestionFailed, Trouble

SECOND = "colours-2"


def both_ready(worker, listener, photos: Path) -> list[int]:
    """Six photos that "colours" and "colours-2" have read; the second one serves."""
    ids = fill(worker, listener, photos, 6)
    worker.choose_model(SECOND)
    listener.wait_for(ModelInUse, lambda event: event.card.id == SECOND and len(event.ready) == 2)
    return ids


def test_an_answer_tells_what_was_understood_and_what_lies_below(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos, 6)
    worker.ask(Question(7, Query("狗在海滩上跑来跑去 date:2019-13")))
    answer = listener.wait_for(Answer, lambda event: event.question_id == 7)
    assert answer.asked is not None
    assert {hint.kind for hint in answer.asked.hints} == {HintKind.LANGUAGE, HintKind.BAD_VALUE}
    assert answer.matching == 0
    assert [section.kind for section in answer.sections] == [SectionKind.BELOW]
    assert "No good match" in answer.message


def test_another_model_that_has_read_the_library_can_be_asked(worker, listener, photos: Path) -> None:
    both_ready(worker, listener, photos)
    for question_id, model_id in ((1, "colours"), (2, SECOND), (3, "")):
        worker.ask(Question(question_id, Query("red"), model_id=model_id))
        answer = listener.wait_for(Answer, lambda event, wanted=question_id: event.question_id == wanted)
        assert len(answer.photo_ids) > 0
    worker.ask(Question(4, Query("red"), model_id="broken"))
    failed = listener.wait_for(QuestionFailed, lambda event: event.question_id == 4)
    assert "has not read the photos" in failed.message


def test_a_model_that_does_not_serve_is_dropped_for_good(
    worker, listener, workshop: Workshop, library: Path, photos: Path
) -> None:
    both_ready(worker, listener, photos)
    listener.forget()
    worker.drop_model("colours")
    listener.wait_for(ModelInUse, lambda event: tuple(event.ready) == (SECOND,))
    assert [folder.name for folder in (library / "index").glob("*@*")] == [f"{SECOND}@{'0' * 12}"]
    worker.ask(Question(1, Query("red")))
    assert len(listener.wait_for(Answer, lambda event: event.question_id == 1).photo_ids) > 0
    worker.ask(Question(2, Query("red"), model_id="colours"))
    listener.wait_for(QuestionFailed, lambda event: event.question_id == 2)
    worker.choose_model("colours")
    listener.wait_for(ModelInUse, lambda event: event.card.id == "colours")


@pytest.mark.parametrize(("name", "says"), [("colours", "serves the searches"), (SECOND, "nothing to drop")])
def test_a_model_that_serves_or_has_read_nothing_is_not_dropped(
    worker, listener, photos: Path, name: str, says: str
) -> None:
    fill(worker, listener, photos, 2)
    worker.drop_model(name)
    listener.wait_for(Trouble, lambda event: says in event.message)
    worker.ask(Question(1, Query("red")))
    assert len(listener.wait_for(Answer, lambda event: event.question_id == 1).photo_ids) > 0
