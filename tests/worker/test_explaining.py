"""Why a photo is here, as the worker tells it."""

from __future__ import annotations

import threading
from pathlib import Path

from support import ColourEncoder, draw
from worker.test_changes import fill

from photoclip.domain.decoding import DecodeRequest, DecodeResult
from photoclip.domain.query import Query
from photoclip.imaging.pool import DecodePool
from photoclip.worker.messages import Answer, Explained, Question, RowsLoaded


def test_a_photo_is_explained_for_the_query_it_was_asked_about(worker, listener, photos: Path) -> None:
    ids = fill(worker, listener, photos, 3)
    query = Query("red thing")
    worker.explain(ids[0], query)
    explained = listener.wait_for(Explained)
    assert (explained.photo_id, explained.query) == (ids[0], query)
    assert explained.problem == ""
    assert explained.heat is not None
    assert [word for word, _ in explained.words] == ["red", "thing"]


def test_what_cannot_be_explained_is_said_in_a_sentence(worker, listener, photos: Path) -> None:
    fill(worker, listener, photos, 2)
    worker.explain(999, Query("red"))
    assert "not in the library" in listener.wait_for(Explained).problem
    listener.forget()
    worker.explain(1, Query())
    assert "no words" in listener.wait_for(Explained).problem


def test_a_fault_inside_costs_one_explanation_and_not_the_thread(
    worker, listener, photos: Path, monkeypatch, caplog
) -> None:
    ids = fill(worker, listener, photos, 2)

    def broken(self: ColourEncoder, pixels: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(ColourEncoder, "encode_places", broken)
        worker.explain(ids[0], Query("red"))
        assert "the log has the details" in listener.wait_for(Explained).problem
    assert "could not be explained" in caplog.text
    caplog.clear()
    listener.forget()
    worker.explain(ids[0], Query("red"))
    assert listener.wait_for(Explained).problem == ""


def test_the_newest_wish_counts_and_rows_come_first(worker, listener, photos: Path, monkeypatch) -> None:
    ids = fill(worker, listener, photos, 4)
    listener.forget()
    reached, go_on = threading.Event(), threading.Event()
    usual = ColourEncoder.encode_places

    def slow(self: ColourEncoder, pixels):
        reached.set()
        assert go_on.wait(30)
        return usual(self, pixels)

    monkeypatch.setattr(ColourEncoder, "encode_places", slow)
    worker.explain(ids[0], Query("red"))
    assert reached.wait(30)
    worker.explain(ids[1], Query("red"))
    worker.explain(ids[2], Query("red"))
    worker.load_rows(ids[:1])
    go_on.set()
    listener.wait_for(Explained)
    told = [event for event in listener.events if isinstance(event, Explained | RowsLoaded)]
    assert isinstance(told[0], RowsLoaded)
    assert [event.photo_id for event in told[1:] if isinstance(event, Explained)] == [ids[2]]


def test_a_question_with_a_picture_does_not_take_the_decoded_photo_away(
    worker, listener, photos: Path, tmp_path: Path, monkeypatch
) -> None:
    ids = fill(worker, listener, photos, 2)
    outside = draw(tmp_path / "outside.png", "red", 77)
    submit, next_result = DecodePool.submit, DecodePool.next_result
    asked: list[DecodeRequest] = []

    def ask_meanwhile(self: DecodePool, request: DecodeRequest) -> None:
        submit(self, request)
        asked.append(request)
        if len(asked) == 1:
            worker.ask(Question(7, Query(image=str(outside))))

    def late(self: DecodePool, timeout: float | None) -> DecodeResult | None:
        return next_result(self, timeout) if len(asked) != 1 else None

    monkeypatch.setattr(DecodePool, "submit", ask_meanwhile)
    monkeypatch.setattr(DecodePool, "next_result", late)
    worker.explain(ids[0], Query("red"))
    listener.wait_for(Answer, lambda answer: answer.question_id == 7)
    assert listener.wait_for(Explained).photo_id == ids[0]
