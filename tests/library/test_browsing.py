"""What the source list and the inspector show of a library."""

from __future__ import annotations

import pytest
from catalog.fixture import file_id, lose, put

from photoclip import paths
from photoclip.catalog.catalog import Catalog
from photoclip.domain.browsing import FolderNode, LabelCount, PhotoFacts, SelectionFacts, Tag
from photoclip.domain.changes import AlbumKind
from photoclip.domain.photos import FoundFile, Problem, ProblemKind
from photoclip.domain.query import Arrangement, Filters, Order, Query
from photoclip.library.browsing import facts, sources
from photoclip.library.gazetteer import Gazetteer

GAZETTEER = Gazetteer(paths.resources() / "places")


def outline(node: FolderNode) -> object:
    return node.name, node.photos, [outline(child) for child in node.children]


def test_folders_hold_those_below_them_and_count_a_photo_once(catalog: Catalog) -> None:
    catalog.folders.add(b"/home/me/Pictures")
    catalog.folders.add(b"/media/stick")
    catalog.folders.record_offline(b"/media/stick", True)
    put(catalog, b"/home/me/Pictures/1.jpg", 1)
    put(catalog, b"/home/me/Pictures/2020/may/b/2.jpg", 2)
    put(catalog, b"/home/me/Pictures/2020/may/A/3.jpg", 3)
    put(catalog, b"/home/me/Pictures/2020/may/A/copy of 3.jpg", 3)
    put(catalog, b"/home/me/Pictures/2020/may/b/copy of 3.jpg", 3)
    put(catalog, b"/media/stick/copy of 1.jpg", 1)
    put(catalog, b"/elsewhere/4.jpg", 4)
    put(catalog, b"/home/me/Pictures/gone/5.jpg", 5)
    lose(catalog, b"/home/me/Pictures/gone")
    found = sources(catalog)
    assert found.photos == 4
    assert [outline(node) for node in found.folders] == [
        ("Pictures", 3, [("2020", 2, [("may", 2, [("A", 1, []), ("b", 2, [])])])]),
        ("stick", 1, []),
    ]
    pictures, stick = found.folders
    assert (pictures.path, pictures.watched, pictures.offline) == (b"/home/me/Pictures", True, False)
    assert (stick.path, stick.watched, stick.offline) == (b"/media/stick", True, True)
    assert (pictures.children[0].path, pictures.children[0].watched) == (b"/home/me/Pictures/2020", False)


@pytest.mark.parametrize(
    ("root", "file", "shown"),
    [
        (b"/", b"/1.jpg", ("/", 1, [])),
        (b"/", b"/a/1.jpg", ("/", 1, [("a", 1, [])])),
        (b"C:\\", b"C:\\a\\1.jpg", ("C:", 1, [("a", 1, [])])),
        (b"C:\\Users\\me", b"C:\\Users\\me\\a\\1.jpg", ("me", 1, [("a", 1, [])])),
        (b"/x/C:", b"/x/C:/1.jpg", ("C:", 1, [])),
        (b"/caf\xe9", b"/caf\xe9/<b>\n/1.jpg", None),
    ],
)
def test_any_path_has_its_place_in_the_tree(
    catalog: Catalog, root: bytes, file: bytes, shown: object
) -> None:
    catalog.folders.add(root)
    put(catalog, file, 1)
    (node,) = sources(catalog).folders
    assert node.name.isprintable()
    assert all(child.name.isprintable() for child in node.children)
    assert shown is None or outline(node) == shown


def test_folders_as_deep_as_a_path_can_be_are_shown(catalog: Catalog) -> None:
    catalog.folders.add(b"/photos")
    put(catalog, b"/photos" + b"/a" * 2000 + b"/1.jpg", 1)
    (node,) = sources(catalog).folders
    depth = 0
    while node.children:
        (node,) = node.children
        depth += 1
    assert depth == 2000


def test_sources_count_what_is_in_sight(catalog: Catalog) -> None:
    for number in range(1, 5):
        put(catalog, b"/photos/%d.jpg" % number, number)
    put(catalog, b"/gone/5.jpg", 5)
    lose(catalog, b"/gone")
    catalog.marks.favour([1, 2, 5], True)
    catalog.marks.rate([3], 5)
    catalog._connection.execute("UPDATE photos SET added_at = added_at - 40 * 86400 WHERE id IN (1, 2, 3)")
    for photo_id, label, source in (
        (1, "dog", "person"),
        (1, "dog", "things"),
        (2, "dog", "things"),
        (5, "cat", "x"),
    ):
        catalog.tags.add(photo_id, Tag(label, source, None, 1.0))
    catalog.files.begin_walk()
    catalog.files.record_seen([FoundFile(b"/photos/%d.txt" % number, 1, 1, 1, 1) for number in (1, 2)])
    for number in (1, 2):
        catalog.files.record_problem(
            file_id(catalog, b"/photos/%d.txt" % number), Problem(ProblemKind.NOT_A_PHOTO, "It is a text.")
        )
    catalog.files.ignore([file_id(catalog, b"/photos/1.txt")], True)
    found = sources(catalog)
    assert (found.photos, found.recent, found.favourites, found.problems) == (4, 1, 2, 1)
    assert found.labels == [LabelCount("dog", 2)]


def test_albums_come_with_groups_before_what_is_in_them_and_a_cover(catalog: Catalog) -> None:
    for number in range(1, 4):
        put(catalog, b"/photos/%d.jpg" % number, number)
    put(catalog, b"/gone/4.jpg", 4)
    lose(catalog, b"/gone")
    albums = catalog.albums
    winter = albums.make("Winter", AlbumKind.HAND, None)
    trips = albums.make("Trips", AlbumKind.GROUP, None)
    rome = albums.make("Rome", AlbumKind.HAND, trips)
    dogs = albums.make("Dogs", AlbumKind.SMART, trips, (Query("a dog"), Arrangement(Order.NAME)))
    albums.put_photos(rome, [4, 3, 2])
    albums.place(None, [trips, winter])
    assert [(one.album_id, one.parent, one.photos, one.cover) for one in sources(catalog).albums] == [
        (trips, None, None, None),
        (rome, trips, 2, 3),
        (dogs, trips, None, None),
        (winter, None, 0, None),
    ]
    albums.set_cover(rome, 2)
    albums.set_cover(dogs, 1)
    found = {one.album_id: one for one in sources(catalog).albums}
    assert (found[rome].cover, found[dogs].cover) == (2, 1)
    assert (found[dogs].query, found[dogs].arrangement) == (Query("a dog"), Arrangement(Order.NAME))
    # A cover that is not in the album any more, or out of sight, leaves its place to the first photo.
    albums.put_photos(rome, [4, 3])
    assert {one.album_id: one for one in albums.all()}[rome].cover == 3


def test_the_facts_of_one_photo_are_all_that_is_known(catalog: Catalog) -> None:
    photo_id = put(catalog, b"/photos/1.jpg", 1, "2020-05-04T10:00:00", camera="Canon")
    put(catalog, b"/photos/copy.jpg", 1, "2020-05-04T10:00:00", camera="Canon")
    catalog.tags.add(photo_id, Tag("dog", "person", None, 1.0))
    catalog.albums.add("Summer", [photo_id])
    found = facts(catalog, GAZETTEER, [photo_id, 99])
    assert isinstance(found, PhotoFacts)
    assert found.photo.path == b"/photos/1.jpg"
    assert found.details.camera == "Canon"
    assert [file.path for file in found.files] == [b"/photos/1.jpg", b"/photos/copy.jpg"]
    assert [tag.label for tag in found.tags] == ["dog"]
    assert [name for _, name in found.albums] == ["Summer"]
    assert found.place == ""


def test_a_photo_bears_the_name_of_the_place_that_its_coordinates_are_close_to(catalog: Catalog) -> None:
    there = put(catalog, b"/photos/1.jpg", 1, latitude=48.8584, longitude=2.2945)
    elsewhere = put(catalog, b"/photos/2.jpg", 2, latitude=0.0, longitude=-30.0)
    found = [facts(catalog, GAZETTEER, [photo_id]) for photo_id in (there, elsewhere)]
    assert [one.place for one in found if isinstance(one, PhotoFacts)] == ["Paris, France", ""]


def test_the_facts_of_several_photos_are_what_they_share(catalog: Catalog) -> None:
    put(catalog, b"/photos/1.jpg", 1, "2020-05-04T10:00:00", size=100)
    put(catalog, b"/photos/copy of 1.jpg", 1, "2020-05-04T10:00:00", size=100)
    put(catalog, b"/photos/2.jpg", 2, "2021-05-04T10:00:00", size=20)
    put(catalog, b"/photos/3.jpg", 3, size=3)
    catalog.marks.rate([1, 2, 3], 4)
    catalog.marks.favour([1], True)
    for photo_id, label in ((1, "dog"), (2, "dog"), (3, "dog"), (1, "beach")):
        catalog.tags.add(photo_id, Tag(label, "person", None, 1.0))
    assert facts(catalog, GAZETTEER, [1, 2, 3, 3, 99]) == SelectionFacts(
        photos=3,
        size=123,
        rating=4,
        favourite=None,
        first_taken="2020-05-04T10:00:00",
        last_taken="2021-05-04T10:00:00",
        tags=["dog"],
    )


def test_photos_that_are_gone_have_no_facts(catalog: Catalog) -> None:
    photo_id = put(catalog, b"/photos/1.jpg", 1)
    lose(catalog, b"/photos")
    assert facts(catalog, GAZETTEER, [photo_id]) is None
    assert facts(catalog, GAZETTEER, []) is None
    assert catalog.photos.find(Filters(), Arrangement()).photo_ids.tolist() == []
