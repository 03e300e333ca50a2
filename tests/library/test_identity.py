"""What a photo is, whatever happens to its files: tags, albums and vectors stay with it."""

from __future__ import annotations

import os
import shutil
import unicodedata
from pathlib import Path

import pytest
from support import age, draw

from photoclip.domain.browsing import Tag
from photoclip.domain.catalog import Coverage
from photoclip.library import keeping

NAMES = ["red", "green", "blue", "yellow", "black"]


def fill(home, count: int = 20) -> None:
    for mark in range(count):
        draw(home.photos / f"{mark}.png", NAMES[mark % 5], mark)
    home.keep_up()


def photo_of(home, name: str) -> int:
    for row in home.catalog.photos.rows(home.catalog.photos.in_sight().tolist()):
        if row.path.endswith(b"/" + os.fsencode(name)):
            return int(row.photo_id)
    raise AssertionError(f"{name} is not in sight")


def mark(home, name: str) -> int:
    """Tag a photo and put it into an album."""
    photo_id = photo_of(home, name)
    home.catalog.tags.add(photo_id, Tag("grandma", "person", None, 1.0))
    home.catalog.tags.add(photo_id, Tag("a cat", "list:Everyday", 0.7, 2.0))
    home.catalog.albums.add("Summer", [photo_id])
    return photo_id


def labels(home, name: str) -> list[str]:
    photo_id = photo_of(home, name)
    return [tag.label for tag in home.catalog.tags.of_photos([photo_id]).get(photo_id, [])]


def albums(home, name: str) -> list[str]:
    photo_id = photo_of(home, name)
    return [place.album for place in home.catalog.albums.of_photos([photo_id]).get(photo_id, [])]


def test_what_was_renamed_within_a_drive_is_known_without_being_read(home) -> None:
    fill(home)
    marked = mark(home, "3.png")
    (home.photos / "deep").mkdir()
    for photo in list(home.photos.glob("*.png")):
        photo.rename(home.photos / "deep" / f"renamed-{photo.name}")
    assert home.scan().missing == 20
    assert home.catalog.files.count_recognisable() == 0
    assert home.catalog.files.count_pending(home.encoder.key) == 0
    assert photo_of(home, "renamed-3.png") == marked
    assert labels(home, "renamed-3.png") == ["a cat", "grandma"]


def test_a_name_in_another_normal_form_or_case_is_the_same_photo(home) -> None:
    draw(home.photos / unicodedata.normalize("NFC", "Café.png"), "red", 1)
    draw(home.photos / "IMG_1.JPG.png", "blue", 2)
    home.keep_up()
    first = photo_of(home, unicodedata.normalize("NFC", "Café.png"))
    (home.photos / unicodedata.normalize("NFC", "Café.png")).rename(
        home.photos / unicodedata.normalize("NFD", "Café.png")
    )
    (home.photos / "IMG_1.JPG.png").rename(home.photos / "img_1.jpg.png")
    assert home.keep_up() == Coverage(2, 2, 0, 0)
    assert photo_of(home, unicodedata.normalize("NFD", "Café.png")) == first
    assert home.encoder.images_encoded == 2


def test_a_folder_is_watched_once_however_it_is_spelled(home, tmp_path: Path) -> None:
    fill(home, 3)
    (tmp_path / "link").symlink_to(home.photos)
    (home.photos / "inner").mkdir()
    for spelling in (tmp_path / "link", tmp_path / "link" / "inner", home.photos / "inner"):
        keeping.add_folder(home.catalog, os.fsencode(spelling))
    assert [folder.path for folder in home.catalog.folders.all()] == [os.fsencode(home.photos)]


def test_an_edited_photo_keeps_what_a_person_said_of_it(home) -> None:
    fill(home)
    mark(home, "0.png")
    # A little brighter: other bytes, the same picture.
    draw(home.photos / "0.png", "red", mark=77)
    home.keep_up()
    assert labels(home, "0.png") == ["grandma"]
    assert albums(home, "0.png") == ["Summer"]


def test_an_edit_that_is_saved_beside_and_renamed_over_the_original_keeps_it_too(home, tmp_path) -> None:
    fill(home)
    mark(home, "0.png")
    draw(home.photos / "0-edited.png", "red", mark=77)
    (home.photos / "0-edited.png").rename(home.photos / "0.png")
    home.keep_up()
    assert labels(home, "0.png") == ["grandma"]


def test_photos_that_were_swapped_keep_their_own_tags(home, tmp_path: Path) -> None:
    """0 and 5 are both red, and much the same to the model."""
    fill(home)
    mark(home, "0.png")
    (home.photos / "0.png").rename(tmp_path / "aside.png")
    (home.photos / "5.png").rename(home.photos / "0.png")
    (tmp_path / "aside.png").rename(home.photos / "5.png")
    home.keep_up()
    assert (labels(home, "5.png"), labels(home, "0.png")) == (["a cat", "grandma"], [])
    assert albums(home, "0.png") == []


def test_a_known_photo_that_was_moved_over_another_does_not_inherit(home) -> None:
    fill(home)
    mark(home, "0.png")
    (home.photos / "5.png").rename(home.photos / "0.png")
    home.keep_up()
    assert labels(home, "0.png") == []


def test_undoing_an_edit_costs_no_embedding_and_brings_everything_back(home, tmp_path: Path) -> None:
    fill(home)
    mark(home, "0.png")
    shutil.copy2(home.photos / "0.png", tmp_path / "before.png")
    draw(home.photos / "0.png", "red", mark=77)
    home.keep_up()
    encoded = home.encoder.images_encoded
    shutil.copyfile(tmp_path / "before.png", home.photos / "0.png")
    home.keep_up()
    assert home.encoder.images_encoded == encoded
    assert labels(home, "0.png") == ["a cat", "grandma"]


def test_a_photo_that_was_replaced_by_another_does_not_inherit(home) -> None:
    fill(home)
    mark(home, "0.png")
    draw(home.photos / "0.png", "blue", mark=77)
    home.keep_up()
    assert labels(home, "0.png") == []
    assert albums(home, "0.png") == []


def test_a_photo_that_was_deleted_and_restored_has_its_tags(home, tmp_path: Path) -> None:
    fill(home)
    mark(home, "0.png")
    (home.photos / "0.png").rename(tmp_path / "bin.png")
    home.keep_up()
    shutil.copyfile(tmp_path / "bin.png", home.photos / "elsewhere.png")
    home.keep_up()
    assert labels(home, "elsewhere.png") == ["a cat", "grandma"]
    assert home.encoder.images_encoded == 20


def delete(home, count: int) -> None:
    for number in range(count):
        (home.photos / f"{number}.png").unlink()


def test_a_few_deleted_photos_leave_the_view_at_once(home) -> None:
    fill(home)
    delete(home, 4)
    assert (home.scan().missing, home.scan().asked) == (4, 0)
    assert len(home.catalog.photos.in_sight()) == 16


def test_when_very_many_vanish_at_once_a_person_is_asked_and_until_then_they_stay(home) -> None:
    fill(home)
    delete(home, 5)
    scanned = home.scan()
    assert (scanned.missing, scanned.asked, scanned.total) == (0, 5, 20)
    assert len(home.catalog.photos.in_sight()) == 20
    folders = home.catalog.folders.all()
    accepted = [folder.path for folder in folders]
    *_, last = keeping.look_at(home.workshop, home.catalog, folders, lambda seen: None, accepted)
    assert (last.missing, last.asked) == (5, 0)
    assert len(home.catalog.photos.in_sight()) == 15


def test_photos_that_only_moved_are_nothing_to_ask_about(home) -> None:
    fill(home)
    (home.photos / "sorted").mkdir()
    for number in range(15):
        # Copied and deleted, as between two drives: other inodes, the same times.
        shutil.copy2(home.photos / f"{number}.png", home.photos / "sorted" / f"{number}.png")
        (home.photos / f"{number}.png").unlink()
    scanned = home.scan()
    assert (scanned.missing, scanned.asked) == (15, 0)
    assert home.keep_up() == Coverage(20, 20, 0, 0)
    assert home.encoder.images_encoded == 20


def test_a_pattern_takes_photos_out_of_sight_without_a_question(home) -> None:
    fill(home)
    settings = home.workshop.load_settings()
    home.workshop.update_settings(lambda now: type(settings)(model="colours", ignore=("1*.png",)))
    scanned = home.scan()
    assert (scanned.missing, scanned.asked) == (11, 0)
    home.workshop.update_settings(lambda now: type(settings)(model="colours"))
    assert home.keep_up() == Coverage(20, 20, 0, 0)
    assert home.encoder.images_encoded == 20


def test_a_removed_folder_leaves_the_view_and_costs_nothing_when_it_is_added_again(home) -> None:
    fill(home)
    mark(home, "0.png")
    home.catalog.folders.remove(os.fsencode(home.photos))
    assert len(home.catalog.photos.in_sight()) == 0
    assert home.keep_up() == Coverage(20, 20, 0, 0)
    assert labels(home, "0.png") == ["a cat", "grandma"]
    assert home.encoder.images_encoded == 20


def test_only_a_person_makes_the_library_forget(home) -> None:
    fill(home)
    gone, kept = mark(home, "0.png"), mark(home, "1.png")
    delete(home, 1)
    home.keep_up()
    assert home.catalog.purge(forget=False).files == 1
    assert home.catalog.tags.of_photos([gone])
    purged = home.catalog.purge(forget=True)
    assert (purged.files, len(purged.content_hashes)) == (1, 1)
    assert list(home.catalog.tags.of_photos([gone, kept])) == [kept]
    assert home.catalog.vectors.of(home.encoder.key).count() == 19
    assert home.catalog.faults() == []
    assert home.keep_up() == Coverage(19, 19, 0, 0)


@pytest.mark.parametrize("seconds", [0, 1])
def test_an_inode_is_believed_only_where_times_have_fractions_of_a_second(home, seconds: int) -> None:
    """FAT keeps whole seconds and makes its inodes up: bitmaps of a burst could be taken for each other."""
    photo = draw(home.photos / "a.png")
    if seconds:
        os.utime(photo, (1_600_000_000, 1_600_000_000))
    else:
        age(photo)
    home.keep_up()
    photo.rename(home.photos / "b.png")
    home.scan()
    assert home.catalog.files.count_recognisable() == seconds
    assert home.keep_up() == Coverage(1, 1, 0, 0)
    assert home.encoder.images_encoded == 1
