import numpy as np
from PySide6.QtCore import QObject

from photoclip.domain.query import Query
from photoclip.ui.comparing.turns import Turns
from photoclip.ui.comparing.two_answers import TwoAnswers
from photoclip.worker.messages import Answer, Question, QuestionFailed


def answer(question_id: int) -> Answer:
    return Answer(question_id, np.array([1, 2], np.int64), None)


def asked_by(turns_of: list[Question]) -> list[int]:
    return [question.question_id for question in turns_of]


def test_a_question_from_aside_waits_until_the_window_has_its_answer(qapp: object) -> None:
    sent: list[Question] = []
    turns = Turns(sent.append)
    turns.ask(Question(1))
    turns.ask_aside(Question(-1))
    assert asked_by(sent) == [1]
    turns.take_answer(answer(1))
    assert asked_by(sent) == [1, -1]


def test_what_the_window_pushed_out_of_the_worker_is_asked_again(qapp: object) -> None:
    sent: list[Question] = []
    turns = Turns(sent.append)
    turns.ask_aside(Question(-1))
    turns.ask(Question(1))
    turns.ask(Question(2))
    turns.take_answer(answer(1))
    assert asked_by(sent) == [-1, 1, 2], "only the newest of the window's questions counts"
    turns.take_answer(QuestionFailed(2, "The disk is full."))
    assert asked_by(sent) == [-1, 1, 2, -1]


def test_what_was_answered_or_forgotten_is_not_asked_again(qapp: object) -> None:
    sent: list[Question] = []
    turns = Turns(sent.append)
    turns.ask_aside(Question(-1))
    turns.ask(Question(1))
    turns.take_answer(answer(-1))
    turns.take_answer(answer(1))
    turns.ask(Question(2))
    turns.ask_aside(Question(-2))
    turns.forget_aside()
    turns.take_answer(answer(2))
    assert asked_by(sent) == [-1, 1, 2]


def test_two_models_are_asked_one_after_the_other_and_foreign_answers_are_let_go(qapp: object) -> None:
    sent: list[Question] = []
    owner = QObject()
    asking = TwoAnswers(Turns(sent.append, owner), owner)
    heard: list[int] = []
    failed: list[tuple[int, str]] = []
    asking.answered.connect(lambda side, _answer: heard.append(side))
    asking.failed.connect(lambda side, message: failed.append((side, message)))
    asking.ask(Query(words="dog"), ["starter", "vit-b-32"])
    assert [question.model_id for question in sent] == ["starter"]
    assert sent[0].question_id < 0
    asking.take_answer(answer(1))
    assert heard == []
    asking.take_answer(answer(sent[0].question_id))
    asking.take_answer(answer(sent[0].question_id))
    assert heard == [0]
    assert [question.model_id for question in sent] == ["starter", "vit-b-32"]
    asking.take_failure(QuestionFailed(sent[1].question_id, "It is gone."))
    assert failed == [(1, "It is gone.")]


def test_a_newer_query_lets_go_of_the_one_before(qapp: object) -> None:
    sent: list[Question] = []
    owner = QObject()
    asking = TwoAnswers(Turns(sent.append, owner), owner)
    heard: list[int] = []
    asking.answered.connect(lambda side, _answer: heard.append(side))
    asking.ask(Query(words="dog"), ["starter", "vit-b-32"])
    asking.ask(Query(words="cat"), ["starter", "vit-b-32"])
    asking.take_answer(answer(sent[0].question_id))
    assert heard == []
    asking.take_answer(answer(sent[1].question_id))
    assert heard == [0]
    assert sent[-1].query.words == "cat"
    asking.stop()
    asking.take_answer(answer(sent[-1].question_id))
    assert heard == [0]
