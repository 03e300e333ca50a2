"""What the window shows beside answers: sources, facts, similar photos, problems, pictures, progress."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
from support import COLOURS, draw
from worker.test_changes import fill

from photoclip.domain.query import Filters, Query
from photoclip.library import duplicates
from photoclip.worker.messages import (
    Answer,
    FactsLoaded,
    LibraryChanged,
    PictureLoaded,
    ProblemsLoaded,
    Question,
    QuestionProgress,
    RowsLoaded,
    SimilarLoaded,
    SourcesLoaded,
)


def test_sources_facts_similar_photos_and_problems_are_read(worker, listener, photos: Path) -> None:
    (photos / "broken.png").parent.mkdir(exist_ok=True)
    ids = fill(worker, listener, photos, 6)
    (photos / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    worker.rescan()
    listener.wait_for(LibraryChanged, lambda event: event.coverage.problems == 1)
    worker.load_sources()
    assert listener.wait_for(SourcesLoaded).sources.photos == 6
    worker.load_facts(ids[:1])
    loaded = listener.wait_for(FactsLoaded)
    facts = loaded.facts
    assert facts is not None
    assert Path(loaded.thumbnail).is_file()
    assert facts.photo.photo_id == ids[0]
    worker.load_facts(ids[:2])
    selection = listener.wait_for(FactsLoaded, lambda event: event.selection is not None).selection
    assert selection is not None
    assert selection.photos == 2
    worker.load_similar(ids[0], 1)
    similar = listener.wait_for(SimilarLoaded)
    assert similar.photo_id == ids[0]
    assert len(similar.rows) == 1
    worker.load_similar(999, 4)
    assert listener.wait_for(SimilarLoaded, lambda event: event.photo_id == 999).rows == []
    worker.load_problems()
    (problem,) = listener.wait_for(ProblemsLoaded).files
    assert problem.path.endswith(b"broken.png")


def test_a_picture_is_decoded_to_fit_and_a_broken_one_says_why(worker, listener, tmp_path: Path) -> None:
    photo = draw(tmp_path / "red.png", "red", size=(640, 480))
    worker.load_picture(1, bytes(photo), (64, 64))
    loaded = listener.wait_for(PictureLoaded)
    assert (loaded.ticket, loaded.width, loaded.height) == (1, 64, 48)
    assert loaded.pixels is not None
    pixels = np.frombuffer(loaded.pixels, np.uint8).reshape(48, 64, 3)
    assert np.abs(pixels[40, 60].astype(int) - COLOURS["red"]).max() < 3
    worker.load_picture(2, bytes(photo), None)
    assert listener.wait_for(PictureLoaded, lambda event: event.ticket == 2).width == 640
    (tmp_path / "broken.jpg").write_bytes(b"broken")
    worker.load_picture(3, bytes(tmp_path / "broken.jpg"), None)
    broken = listener.wait_for(PictureLoaded, lambda event: event.ticket == 3)
    assert broken.pixels is None
    assert broken.problem


def test_of_many_pictures_the_last_few_are_served_the_newest_first(worker, listener, tmp_path: Path) -> None:
    photo = draw(tmp_path / "red.png", "red")
    for ticket in range(100):
        worker.load_picture(ticket, bytes(photo), (8, 8))
    listener.wait_for(PictureLoaded, lambda event: event.ticket == 99)
    listener.wait_for(PictureLoaded, lambda event: event.ticket == 96)
    tickets = [event.ticket for event in listener.events if isinstance(event, PictureLoaded)]
    assert tickets[-4:] == [99, 98, 97, 96]
    assert len(tickets) < 20


def test_a_long_question_tells_how_far_it_is_lets_others_in_and_goes_for_a_newer_one(
    worker, listener, photos, monkeypatch
) -> None:
    ids = fill(worker, listener, photos)
    reached, go_on, left = threading.Event(), threading.Event(), threading.Event()

    def slow(*what):
        try:
            for done in range(1_000_000):
                reached.set()
                yield done, 1_000_000
                go_on.wait(60)
        finally:
            left.set()
        return duplicates.NONE

    monkeypatch.setattr(duplicates, "near_duplicates", slow)
    monkeypatch.setattr("photoclip.worker.answerer._TELL_SECONDS", 0.0)
    worker.ask(Question(5, Query(filters=Filters(duplicates=True))))
    assert reached.wait(60)
    worker.load_rows(ids)
    go_on.set()
    listener.wait_for(RowsLoaded)
    assert listener.wait_for(QuestionProgress).question_id == 5
    worker.ask(Question(6))
    assert listener.wait_for(Answer).question_id == 6
    assert left.wait(60)


def test_duplicates_are_answered_by_the_running_worker(worker, listener, photos) -> None:
    fill(worker, listener, photos)
    draw(photos / "red-2.png", "red", 99)
    listener.wait_for(LibraryChanged, lambda event: event.coverage.searchable == 4)
    worker.ask(Question(5, Query(filters=Filters(duplicates=True))))
    answer = listener.wait_for(Answer)
    assert len(answer.photo_ids) == 2
    assert [section.start for section in answer.sections] == [0]
