import numpy as np
from pytestqt.qtbot import QtBot

from photoclip.domain.query import Query
from photoclip.ui.search.questions import Questions
from photoclip.worker.messages import Answer, Question, QuestionFailed


def answer_to(question: Question, *photo_ids: int) -> Answer:
    return Answer(question.question_id, np.array(photo_ids, np.int64), None)


def test_each_question_has_an_id_of_its_own(qtbot: QtBot) -> None:
    asked: list[Question] = []
    questions = Questions(asked.append)
    questions.put(Query())
    questions.put(Query(words="dog"))
    questions.put(Query(similar=(7,)))
    assert len({question.question_id for question in asked}) == 3
    assert [question.query for question in asked] == [Query(), Query(words="dog"), Query(similar=(7,))]
    assert questions.current is asked[-1]


def test_a_late_answer_to_an_old_question_is_dropped(qtbot: QtBot) -> None:
    asked: list[Question] = []
    questions = Questions(asked.append)
    questions.put(Query(words="d"))
    questions.put(Query(words="dog"))
    with qtbot.assertNotEmitted(questions.answered):
        questions.take_answer(answer_to(asked[0], 1))
    with qtbot.waitSignal(questions.answered) as caught:
        questions.take_answer(answer_to(asked[1], 2))
    assert caught.args[0] == asked[1]


def test_a_late_failure_of_an_old_question_is_dropped(qtbot: QtBot) -> None:
    asked: list[Question] = []
    questions = Questions(asked.append)
    questions.put(Query(words="d"))
    questions.put(Query(words="dog"))
    with qtbot.assertNotEmitted(questions.failed):
        questions.take_failure(QuestionFailed(asked[0].question_id, "no"))
    with qtbot.waitSignal(questions.failed) as caught:
        questions.take_failure(QuestionFailed(asked[1].question_id, "no"))
    assert caught.args == [asked[1], "no"]


def test_a_slow_answer_is_said_to_be_awaited_and_a_quick_one_is_not(qtbot: QtBot) -> None:
    asked: list[Question] = []
    questions = Questions(asked.append)
    with qtbot.assertNotEmitted(questions.busy_changed, wait=250):
        questions.put(Query())
        questions.take_answer(answer_to(asked[-1]))
    with qtbot.waitSignal(questions.busy_changed) as begun:
        questions.put(Query(words="dog"))
    with qtbot.waitSignal(questions.busy_changed) as ended:
        questions.take_answer(answer_to(asked[-1]))
    assert (begun.args, ended.args) == ([True], [False])


def test_refreshes_are_throttled_and_the_last_one_is_not_lost(qtbot: QtBot) -> None:
    asked: list[Question] = []
    questions = Questions(asked.append)
    questions.put(Query())
    questions.take_answer(answer_to(asked[-1]))
    for _ in range(50):
        questions.refresh_soon()
        questions.take_answer(answer_to(asked[-1]))
    assert len(asked) == 2
    qtbot.waitUntil(lambda: len(asked) == 3, timeout=2000)


def test_a_refresh_waits_for_the_question_that_is_out(qtbot: QtBot) -> None:
    """The worker replaces a waiting question by a newer one; a refresh must not push out a search."""
    asked: list[Question] = []
    questions = Questions(asked.append)
    questions.put(Query(words="dog"))
    questions.refresh_soon()
    assert len(asked) == 1
    questions.take_answer(answer_to(asked[0], 1))
    assert asked[1].query == Query(words="dog")
    with qtbot.waitSignal(questions.refreshed), qtbot.assertNotEmitted(questions.answered):
        questions.take_answer(answer_to(asked[1], 1))


def test_a_refresh_that_fails_says_nothing(qtbot: QtBot) -> None:
    asked: list[Question] = []
    questions = Questions(asked.append)
    questions.put(Query())
    questions.take_answer(answer_to(asked[-1]))
    questions.refresh_soon()
    with qtbot.assertNotEmitted(questions.failed):
        questions.take_failure(QuestionFailed(asked[-1].question_id, "busy"))
