"""Photos: what is told of them, which of their files is shown, and what an edited one inherits."""

from __future__ import annotations

import dataclasses

import pytest
from catalog.fixture import file_id, lose, put

from photoclip.catalog.catalog import Catalog
from photoclip.domain.browsing import FilePlace, ProblemFile, Tag
from photoclip.domain.catalog import Coverage
from photoclip.domain.changes import AlbumKind
from photoclip.domain.photos import FoundFile, PhotoDetails, Problem, ProblemKind
from photoclip.domain.query import Arrangement, Query

TOLD = PhotoDetails(
    6000, 4000, "JPEG", "2020-05-04T18:39:11", "Canon EOS R6", "RF 24-105mm", -33.5, 151.0, 0.004, 4.0, 200,
    85.0, live=True, caption="Anna\nat sea", sharpness=120.5,
)  # fmt: skip
DAMAGED = Problem(ProblemKind.DAMAGED, "The file ends early.")


def test_everything_that_a_decode_tells_comes_back(catalog: Catalog) -> None:
    photo_id = catalog.photos.add(b"1" * 16, TOLD)
    assert catalog.photos.details(photo_id) == TOLD
    assert catalog.photos.details(99) is None
    assert catalog.faults() == []


def test_photos_that_an_older_program_described_are_found_until_they_are_described_anew(
    catalog: Catalog,
) -> None:
    for number in range(1, 4):
        put(catalog, b"/photos/%d.jpg" % number, number)
    put(catalog, b"/gone/4.jpg", 4)
    lose(catalog, b"/gone")
    catalog._connection.execute("UPDATE photos SET described = 0 WHERE id <> 2")
    assert catalog.photos.undescribed(None, 10) == [(3, b"/photos/3.jpg"), (1, b"/photos/1.jpg")]
    assert catalog.photos.undescribed(3, 10) == [(1, b"/photos/1.jpg")]
    catalog.photos.describe(3, TOLD)
    assert catalog.photos.undescribed(None, 1) == [(1, b"/photos/1.jpg")]
    assert catalog.photos.details(3) == TOLD


def test_a_description_without_sharpness_leaves_what_is_known(catalog: Catalog) -> None:
    photo_id = catalog.photos.add(b"1" * 16, TOLD)
    catalog.photos.describe(photo_id, dataclasses.replace(TOLD, camera="Nikon", sharpness=None))
    assert catalog.photos.details(photo_id) == dataclasses.replace(TOLD, camera="Nikon")


def test_a_row_shows_stars_and_the_heart(catalog: Catalog) -> None:
    photo_id = put(catalog, b"/photos/1.jpg", 1)
    catalog.marks.rate([photo_id], 4)
    catalog.marks.favour([photo_id], True)
    (row,) = catalog.photos.rows([photo_id])
    assert (row.rating, row.favourite, row.problem, row.offline) == (4, True, "", False)


def test_a_photo_is_shown_where_it_can_be_read(catalog: Catalog) -> None:
    catalog.folders.add(b"/drive")
    catalog.folders.add(b"/photos")
    catalog.folders.record_offline(b"/drive", True)
    photo_id = put(catalog, b"/drive/1.jpg", 1)
    assert [(row.path, row.offline) for row in catalog.photos.rows([photo_id])] == [(b"/drive/1.jpg", True)]
    put(catalog, b"/photos/b.jpg", 1)
    put(catalog, b"/photos/a.jpg", 1)
    catalog.files.record_problem(file_id(catalog, b"/photos/a.jpg"), DAMAGED)
    (row,) = catalog.photos.rows([photo_id])
    assert (row.path, row.offline, row.problem) == (b"/photos/b.jpg", False, "")
    assert catalog.files.places_of([photo_id, 99]) == {
        photo_id: [
            FilePlace(b"/drive/1.jpg", 10, 10**9, offline=True),
            FilePlace(b"/photos/a.jpg", 10, 10**9, problem="The file ends early."),
            FilePlace(b"/photos/b.jpg", 10, 10**9),
        ]
    }


def test_a_problem_is_told_on_the_photo_unless_a_person_ignores_it(catalog: Catalog) -> None:
    photo_id = put(catalog, b"/photos/1.jpg", 1)
    problem = Problem(ProblemKind.UNREADABLE, "The file cannot be opened (Permission denied).")
    catalog.files.record_problem(file_id(catalog, b"/photos/1.jpg"), problem)
    assert [row.problem for row in catalog.photos.rows([photo_id])] == [problem.reason]
    catalog.files.ignore([file_id(catalog, b"/photos/1.jpg")], True)
    assert [row.problem for row in catalog.photos.rows([photo_id])] == [""]


@pytest.mark.parametrize("video", [b"/photos/IMG_1.MOV", b"/photos/IMG_1.mp4", b"/photos/IMG_1.Mov"])
def test_a_live_photo_is_a_still_only_while_its_video_is_not_beside_it(
    catalog: Catalog, video: bytes
) -> None:
    photo_id = put(catalog, b"/photos/IMG_1.HEIC", 1, live=True)
    put(catalog, b"/photos/IMG_1.AAE", 2)
    put(catalog, b"/photos/IMG_10.MOV", 3)
    put(catalog, b"/elsewhere/IMG_1.MOV", 4)
    assert [row.still_of_live for row in catalog.photos.rows([photo_id])] == [True]
    put(catalog, video, 5)
    assert [row.still_of_live for row in catalog.photos.rows([photo_id, 2])] == [False, False]


def test_an_edited_photo_inherits_all_that_a_person_said(catalog: Catalog) -> None:
    old, new = put(catalog, b"/photos/1.jpg", 1), put(catalog, b"/photos/2.jpg", 2)
    catalog.tags.add(old, Tag("dog", "person", None, 1.0))
    catalog.tags.add(old, Tag("animal", "things@starter", 0.5, 1.0))
    catalog.marks.rate([old], 4)
    catalog.marks.favour([old], True)
    catalog.albums.add("Summer", [old])
    smart = catalog.albums.make("Dogs", AlbumKind.SMART, None, (Query("a dog"), Arrangement()))
    catalog.albums.decide(smart, [old], False)
    (summer, _) = catalog.albums.all()
    catalog.albums.set_cover(summer.album_id, old)
    catalog.photos.carry_over(old, new)
    assert [tag.label for tag in catalog.tags.of_photos([new])[new]] == ["dog"]
    assert catalog.marks.of_photos([new]) == {new: (4, True)}
    assert catalog.albums.photos(summer.album_id) == [old, new]
    assert catalog.albums.decisions(smart) == {old: False, new: False}
    assert catalog.albums.all()[0].cover == new


def test_shots_come_by_time_and_the_better_one_has_more_merit(catalog: Catalog) -> None:
    details = {1: 10.0, 2: 5000.0, 3: None, 4: 20.0, 5: 1e9}
    for number, sharpness in details.items():
        put(
            catalog,
            b"/photos/%d.jpg" % number,
            number,
            f"2020-05-04T10:00:0{9 - number}",
            sharpness=sharpness,
        )
    put(catalog, b"/photos/undated.jpg", 6)
    put(catalog, b"/photos/nonsense.jpg", 7, "2020-99-99T10:00:00")
    catalog.marks.favour([1], True)
    catalog.marks.rate([3], 1)
    shots = catalog.photos.shots()
    assert shots.photo_ids.tolist() == [5, 4, 3, 2, 1]
    assert shots.seconds.tolist() == [1588586404 + step for step in range(5)]
    assert shots.photo_ids[shots.merit.argsort()].tolist() == [4, 2, 5, 3, 1]
    assert catalog.photos.in_many_places().tolist() == []
    put(catalog, b"/photos/copy of 2.jpg", 2)
    assert catalog.photos.in_many_places().tolist() == [2]


def test_a_problem_that_is_ignored_is_heard_of_only_among_the_problems(catalog: Catalog) -> None:
    catalog.files.begin_walk()
    catalog.files.record_seen([FoundFile(b"/photos/1.jpg", 10, 1, 1, 1)])
    number = file_id(catalog, b"/photos/1.jpg")
    assert catalog.files.ignore([number], True) == []
    catalog.files.record_problem(number, DAMAGED)
    assert catalog.files.ignore([number, 99], True) == [number]
    assert catalog.files.ignore([number], True) == []
    assert catalog.files.coverage(None) == Coverage(0, 0, 0, 0)
    assert list(catalog.files.not_searchable(None)) == []
    assert catalog.files.problems() == [
        ProblemFile(number, b"/photos/1.jpg", 10, ProblemKind.DAMAGED, DAMAGED.reason, ignored=True)
    ]
    catalog.files.record_seen([FoundFile(b"/photos/1.jpg", 11, 1, 1, 1)])
    catalog.files.record_problem(number, DAMAGED)
    assert catalog.files.coverage(None) == Coverage(1, 0, 1, 0)


def test_what_is_unreadable_stays_ignored_while_each_scan_tries_it_again(catalog: Catalog) -> None:
    catalog.files.begin_walk()
    same = FoundFile(b"/photos/1.jpg", 10, 1, 1, 1)
    locked = Problem(ProblemKind.UNREADABLE, "The file cannot be opened (Permission denied).")
    catalog.files.record_seen([same])
    number = file_id(catalog, same.path)
    catalog.files.record_problem(number, locked)
    catalog.files.ignore([number], True)
    assert catalog.files.record_seen([same]) == 1
    catalog.files.record_problem(number, locked)
    assert [problem.ignored for problem in catalog.files.problems()] == [True]


def test_a_file_that_is_retried_waits_as_if_it_were_new(catalog: Catalog) -> None:
    catalog.files.begin_walk()
    catalog.files.record_seen(
        [FoundFile(b"/photos/%d.jpg" % number, 10, number, 1, 1) for number in (1, 2, 3)]
    )
    ids = [file_id(catalog, b"/photos/%d.jpg" % number) for number in (1, 2, 3)]
    for number in ids:
        catalog.files.record_problem(number, DAMAGED)
    catalog.files.retry(ids[:1])
    assert [problem.file_id for problem in catalog.files.problems()] == ids[1:]
    assert catalog.files.coverage(None) == Coverage(3, 0, 2, 1)
    catalog.files.retry(None)
    assert catalog.files.problems() == []
