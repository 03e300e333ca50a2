"""Keeping a library current: what is embedded, what is not, and what survives."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import draw

from photoclip.domain.catalog import Coverage
from photoclip.domain.models import STARTER_ID
from photoclip.domain.photos import Problem, ProblemKind
from photoclip.domain.scanning import Listing
from photoclip.errors import ModelUnavailable
from photoclip.library import keeping
from photoclip.library.events import Indexed, Indexing
from photoclip.library.pace import Pace
from photoclip.library.reconcile import reconcile
from photoclip.library.thumbnailing import Wanted


def draw_three(photos: Path) -> None:
    for mark, colour in enumerate(("red", "green", "blue")):
        draw(photos / f"{colour}.png", colour, mark)


def test_every_file_is_searchable_or_has_a_reason(home) -> None:
    draw_three(home.photos)
    (home.photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 this is no photo")
    (home.photos / "notes.txt").write_text("not a photo")
    (home.photos / "empty.png").touch()
    assert home.keep_up() == Coverage(files=6, searchable=3, problems=3, waiting=0)
    reasons = {
        Path(os.fsdecode(path)).name: why for path, why in home.catalog.files.not_searchable(home.encoder.key)
    }
    assert set(reasons) == {"broken.jpg", "notes.txt", "empty.png"}
    assert all(why.endswith(".") for why in reasons.values())


def test_a_second_run_embeds_nothing(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    encoded = home.encoder.images_encoded
    home.keep_up()
    assert (encoded, home.encoder.images_encoded) == (3, 3)
    assert keeping.is_current(home.workshop, home.catalog, home.encoder.key, thorough=True)


def rename(photos: Path) -> None:
    (photos / "red.png").rename(photos / "rot.png")


def move(photos: Path) -> None:
    (photos / "deep" / "er").mkdir(parents=True)
    (photos / "red.png").rename(photos / "deep" / "er" / "red.png")


def copy(photos: Path) -> None:
    shutil.copyfile(photos / "red.png", photos / "copy.png")


def copy_with_times(photos: Path) -> None:
    shutil.copy2(photos / "red.png", photos / "copy.png")


def touch(photos: Path) -> None:
    os.utime(photos / "red.png", (0, 0))


@pytest.mark.parametrize("change", [rename, move, copy, copy_with_times, touch])
def test_what_moved_was_copied_or_touched_is_not_embedded_again(home, change: Callable[[Path], None]) -> None:
    draw_three(home.photos)
    home.keep_up()
    change(home.photos)
    coverage = home.keep_up()
    assert coverage.searchable == coverage.files
    assert home.encoder.images_encoded == 3


def test_a_photo_that_was_edited_is_embedded_again_and_the_old_content_is_out_of_sight(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    draw(home.photos / "red.png", "yellow", mark=9)
    assert home.keep_up() == Coverage(3, 3, 0, 0)
    assert home.encoder.images_encoded == 4
    assert home.found("yellow", cut=False)[:1] == ["red.png"]


def test_a_deleted_photo_is_out_of_sight_and_costs_nothing_when_it_comes_back(home, tmp_path: Path) -> None:
    draw_three(home.photos)
    home.keep_up()
    (home.photos / "red.png").rename(tmp_path / "aside.png")
    assert home.keep_up() == Coverage(2, 2, 0, 0)
    assert "red.png" not in home.found("red", cut=False)
    (tmp_path / "aside.png").rename(home.photos / "red.png")
    assert home.keep_up() == Coverage(3, 3, 0, 0)
    assert home.encoder.images_encoded == 3


def unplug(photos: Path) -> None:
    photos.rename(photos.with_name("unplugged"))


def unplug_but_leave_the_mount_point(photos: Path) -> None:
    unplug(photos)
    photos.mkdir()


@pytest.mark.parametrize("how", [unplug, unplug_but_leave_the_mount_point])
def test_an_unplugged_folder_loses_nothing(home, how: Callable[[Path], None]) -> None:
    draw_three(home.photos)
    home.keep_up()
    how(home.photos)
    assert home.scan().offline
    assert home.catalog.files.coverage(home.encoder.key).searchable == 3
    if home.photos.exists():
        home.photos.rmdir()
    home.photos.with_name("unplugged").rename(home.photos)
    assert home.keep_up() == Coverage(3, 3, 0, 0)
    assert home.encoder.images_encoded == 3


def test_a_failed_file_is_tried_again_when_it_changes_and_only_then(home) -> None:
    photo = draw(home.photos / "a.png")
    whole = photo.read_bytes()
    photo.write_bytes(whole[:200])
    assert home.keep_up() == Coverage(1, 0, 1, 0)
    assert home.scan().new == 0
    photo.write_bytes(whole)
    assert home.keep_up() == Coverage(1, 1, 0, 0)


def cancel_after_the_first_commit(home) -> None:
    """Twelve red photos, of which some are embedded."""
    for mark in range(12):
        draw(home.photos / f"{mark}.png", "red", mark)
    home.scan()
    run = keeping.make_current(home.workshop, home.catalog, home.decoder, home.encoder, Pace())
    for event in run:
        if isinstance(event, Indexing) and event.done:
            break
    run.close()


def test_cancelling_keeps_what_was_committed_and_the_rest_waits(home) -> None:
    cancel_after_the_first_commit(home)
    some = home.catalog.files.coverage(home.encoder.key).searchable
    assert 0 < some < 12
    assert home.keep_up() == Coverage(12, 12, 0, 0)
    assert home.catalog.vectors.of(home.encoder.key).count() == 12


def test_two_models_live_side_by_side(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    home.embed("colours-2")
    for name in ("colours", "colours-2"):
        key = home.workshop.models.key(name)
        assert home.catalog.vectors.of(key).count() == 3
        assert home.workshop.new_indexes().faults(key, 4, home.catalog.vectors.of(key)) == []


def test_lost_thumbnails_and_index_are_made_again_without_embedding(home, library: Path) -> None:
    draw_three(home.photos)
    home.keep_up()
    shutil.rmtree(library / "thumbnails")
    shutil.rmtree(library / "index")
    assert not keeping.is_current(home.workshop, home.catalog, home.encoder.key, thorough=True)
    home.keep_up()
    assert keeping.is_current(home.workshop, home.catalog, home.encoder.key, thorough=True)
    assert home.encoder.images_encoded == 3


def test_progress_counts_up_to_the_total_and_ends_with_the_coverage(home) -> None:
    for mark in range(9):
        draw(home.photos / f"{mark}.png", "blue", mark)
    (home.photos / "bad.png").write_bytes(b"bad")
    home.scan()
    events = home.embed()
    steps = [event for event in events if isinstance(event, Indexing)]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[0].done, steps[-1].done, steps[-1].total, steps[-1].failed) == (0, 10, 10, 1)
    assert events[-1] == Indexed(Coverage(10, 9, 1, 0))


def test_a_replaced_folder_stays_searchable_while_its_files_are_looked_at_again(home, tmp_path: Path) -> None:
    draw_three(home.photos)
    home.keep_up()
    shutil.copytree(home.photos, tmp_path / "copy")
    shutil.rmtree(home.photos)
    (tmp_path / "copy").rename(home.photos)
    assert home.scan().new == 3
    assert len(home.found("red", cut=False)) == 3
    home.embed()
    assert home.encoder.images_encoded == 3


def test_a_model_made_while_a_drive_is_unplugged_waits_for_it(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    unplug(home.photos)
    home.embed("colours-2")
    assert not keeping.let_serve(home.workshop, home.catalog, "colours-2")
    assert len(home.found("red", cut=False)) == 3
    home.photos.with_name("unplugged").rename(home.photos)
    home.scan()
    home.embed("colours-2")
    assert keeping.let_serve(home.workshop, home.catalog, "colours-2")
    assert home.encoder.images_encoded == 3


def test_an_answer_to_a_cancelled_run_is_not_taken_for_the_file_as_it_is_now(home) -> None:
    cancel_after_the_first_commit(home)
    for mark in range(12):
        draw(home.photos / f"{mark}.png", "blue", mark + 100)
    home.keep_up()
    assert len(home.found("blue")) == 12


def test_times_beyond_any_calendar_do_not_stop_a_scan(home) -> None:
    photo = draw(home.photos / "a.png")
    os.utime(photo, (10_413_792_000, 10_413_792_000))
    assert home.keep_up() == Coverage(1, 1, 0, 0)
    assert home.scan().new == 0


def test_a_model_that_is_gone_gives_way_to_the_starter(home) -> None:
    home.workshop.update_settings(lambda now: dataclasses.replace(now, model="/gone/model"))
    with pytest.raises(ModelUnavailable, match="is gone; put it back"):
        keeping.serving_card(home.workshop)
    assert "is used instead" in keeping.leave_lost_model(home.workshop)
    assert home.workshop.load_settings().model == STARTER_ID


def test_the_photos_are_never_written_to(home) -> None:
    draw_three(home.photos)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in home.photos.iterdir()}
    home.keep_up()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in home.photos.iterdir()} == before


def test_a_drive_that_goes_away_during_a_walk_leaves_no_file_of_its_own(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    root = os.fsencode(home.photos)
    problem = Problem(ProblemKind.UNREADABLE, "The folder cannot be read.")

    class Unplugged:
        def scan(self, root: bytes):
            return iter([Listing(root, [], [(root, problem)])])

        def ignores(self, root: bytes, path: bytes) -> bool:
            return False

    *_, last = reconcile(home.catalog, Unplugged(), root, lambda seen: None)
    assert last.missing == 0
    assert home.catalog.files.coverage(home.encoder.key) == Coverage(3, 3, 0, 0)


def test_what_was_hashed_in_vain_is_not_hashed_again(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    draw(home.photos / "red.png", "yellow", mark=9)
    home.scan()
    unknown: set[int] = set()
    list(keeping.recognise_moved(home.catalog, home.decoder, unknown))
    assert len(unknown) == 1
    assert list(keeping.recognise_moved(home.catalog, home.decoder, unknown)) == []


def test_a_thumbnail_of_a_photo_that_is_out_of_sight_is_wanted_once(home) -> None:
    draw_three(home.photos)
    home.keep_up()
    (photo_id, *_) = home.catalog.photos.in_sight().tolist()
    home.catalog.folders.remove(os.fsencode(home.photos))
    wanted = Wanted()
    wanted.add([photo_id])
    assert list(keeping.make_wanted(home.workshop, home.catalog, home.decoder, wanted)) == []
    wanted.add([photo_id])
    assert len(wanted) == 0
