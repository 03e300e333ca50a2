import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from ui.in_memory import InMemoryWorker

from photoclip.domain.browsing import FilePlace, LabelCount, PhotoFacts, SelectionFacts, Sources, Tag
from photoclip.domain.changes import AddToAlbum, Change, MakeAlbum, MarkPhotos, TagPhotos
from photoclip.domain.photos import PhotoDetails
from photoclip.ui import wording
from photoclip.ui.bridge import Bridge
from photoclip.ui.grid.thumbnails import Thumbnails
from photoclip.ui.grid.tiles import TileSpec
from photoclip.ui.icons import Icons
from photoclip.ui.inspector import fact_words
from photoclip.ui.inspector.inspector import Inspector
from photoclip.worker.messages import FactsLoaded, GridRow, SimilarLoaded


class Desk:
    """An inspector over a worker, joined as the window joins them."""

    def __init__(self, worker: InMemoryWorker) -> None:
        self.worker = worker
        self.bridge = Bridge()
        self.thumbnails = Thumbnails(TileSpec(60, 1.0, True))
        self.inspector = Inspector(Icons(QGuiApplication.palette()), self.thumbnails)
        self.body = self.inspector.body
        self.changes: list[tuple[Change, str]] = []
        self.similar_asked: list[int] = []
        self.chosen: list[object] = []
        self.inspector.facts_wanted.connect(worker.load_facts)
        self.inspector.similar_wanted.connect(self._similar)
        self.inspector.change_wanted.connect(self._change)
        for signal in (
            self.inspector.photo_chosen,
            self.inspector.album_chosen,
            self.inspector.label_chosen,
            self.inspector.folder_chosen,
        ):
            signal.connect(self.chosen.append)
        self.bridge.facts_loaded.connect(self.inspector.take_facts)
        self.bridge.similar_loaded.connect(self.inspector.take_similar)
        self.bridge.changed.connect(self.inspector.refresh)
        worker.start(self.bridge.publish)

    def close(self) -> None:
        self.bridge.shut()
        self.inspector.close_loader()
        self.thumbnails.close()

    def _similar(self, photo_id: int) -> None:
        self.similar_asked.append(photo_id)
        self.worker.load_similar(photo_id, 9)

    def _change(self, change: Change, text: str) -> None:
        self.changes.append((change, text))
        self.worker.change(1, change)


@pytest.fixture
def desk(qtbot: QtBot, worker: InMemoryWorker) -> Iterator[Desk]:
    desk = Desk(worker)
    qtbot.addWidget(desk.inspector)
    desk.inspector.resize(300, 900)
    with qtbot.waitActive(desk.inspector):
        desk.inspector.show()
        desk.inspector.activateWindow()
    yield desk
    desk.close()


def show(qtbot: QtBot, desk: Desk, *photo_ids: int) -> None:
    before = len(desk.worker.facts_asked)
    desk.inspector.show_photos(photo_ids)
    qtbot.waitUntil(lambda: len(desk.worker.facts_asked) > before)
    qtbot.waitUntil(desk.body.stars.isVisible)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def facts_of(row: GridRow, **details: object) -> PhotoFacts:
    plain = PhotoDetails(4032, 3024, "JPEG", None)
    place = FilePlace(row.photo.path, 3_412_000, 0)
    return PhotoFacts(row.photo, replace(plain, **details), [place], [], [])  # type: ignore[arg-type]


def tell(desk: Desk, facts: PhotoFacts) -> None:
    """Facts as they come from the worker, whatever it knows itself."""
    desk.inspector.show_photos((facts.photo.photo_id,))
    desk.inspector.take_facts(FactsLoaded((facts.photo.photo_id,), facts))


def test_without_a_selection_one_quiet_line_says_so(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(desk.body.nothing.isVisible)
    assert not desk.body.preview.isVisible()
    assert not desk.body.stars.isVisible()
    assert desk.worker.facts_asked == []


def test_a_photo_is_shown_with_what_is_known_of_it(qtbot: QtBot, desk: Desk, rows: list[GridRow]) -> None:
    show(qtbot, desk, 3)
    assert desk.body.places.names[0].text() == "IMG_0003.jpg"
    assert desk.body.places.folders[0].text() == str(Path(os.fsdecode(rows[2].photo.path)).parent)
    texts = desk.body.facts.texts()
    assert texts["Taken"] == "Monday, May 6, 2024, 7:08\u202fAM"
    assert texts["Size"] == "96\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}64"
    assert plain(texts["File"]) == "JPEG · 123.5 kB"
    assert texts["Camera"] == "Acme One"
    assert plain(texts["Place"]) == "Paris, France · 48.8584° N, 2.2945° E"
    assert "Exposure" not in texts
    qtbot.waitUntil(lambda: not desk.body.preview.pixmap.isNull())


def test_the_exposure_reads_as_photographers_write_it(desk: Desk, rows: list[GridRow]) -> None:
    tell(desk, facts_of(rows[0], exposure=0.004, f_number=2.8, iso=400, focal_length=35.0))
    said = desk.body.facts.texts()["Exposure"]
    assert plain(said) == "1/250 s · f/2.8 · ISO 400 · 35 mm"
    # A narrow inspector breaks it behind a dot, never between a number and its unit.
    assert [plain(part) for part in said.split(" ")] == ["1/250 s ·", "f/2.8 ·", "ISO 400 ·", "35 mm"]
    tell(desk, facts_of(rows[1], exposure=2.5, latitude=-33.9, longitude=-70.5))
    assert plain(desk.body.facts.texts()["Exposure"]) == "2.5 s"
    assert plain(desk.body.facts.texts()["Place"]) == "33.9000° S, 70.5000° W"


def test_arrow_keys_that_pass_photos_ask_only_for_the_last(qtbot: QtBot, desk: Desk) -> None:
    for photo_id in range(1, 9):
        desk.inspector.show_photos((photo_id,))
    qtbot.waitUntil(lambda: bool(desk.worker.facts_asked))
    assert desk.worker.facts_asked == [[8]]


def test_a_late_answer_about_another_photo_is_dropped(qtbot: QtBot, desk: Desk, rows: list[GridRow]) -> None:
    show(qtbot, desk, 3)
    qtbot.waitUntil(lambda: desk.body.similar.isVisible())
    before = [tile.row for tile in desk.body.similar.tiles]
    desk.inspector.take_facts(FactsLoaded((5,), facts_of(rows[4])))
    desk.inspector.take_similar(SimilarLoaded(5, rows[:2]))
    assert desk.body.places.names[0].text() == "IMG_0003.jpg"
    assert [tile.row for tile in desk.body.similar.tiles] == before


def test_a_hidden_inspector_asks_for_nothing_until_it_is_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.inspector.hide()
    desk.inspector.show_photos((3,))
    desk.inspector.refresh()
    desk.inspector.show_photos((4,))
    desk.inspector.show()
    qtbot.waitUntil(lambda: bool(desk.worker.facts_asked))
    assert desk.worker.facts_asked == [[4]]


def test_stars_are_set_with_the_mouse_and_taken_away_again(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    stars = desk.body.stars
    where = stars.star_rect(4).center()
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=where)
    assert desk.changes == [(MarkPhotos((3,), rating=4), "Rate")]
    assert stars.rating == 4
    assert stars.accessibleDescription() == "4 stars"
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=where)
    assert desk.worker.rows[3].photo.rating == 0


def test_stars_are_set_with_keys(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    stars = desk.body.stars
    stars.setFocus()
    qtbot.keyClick(stars, Qt.Key.Key_5)
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    qtbot.keyClick(stars, Qt.Key.Key_Left)
    assert [change for change, _ in desk.changes] == [
        MarkPhotos((3,), rating=5),
        MarkPhotos((3,), rating=4),
    ]


def test_several_photos_show_what_they_share_and_are_changed_together(qtbot: QtBot, desk: Desk) -> None:
    desk.worker.change(1, MarkPhotos((1,), rating=2, favourite=True))
    desk.worker.change(2, TagPhotos((1, 2), "sea"))
    show(qtbot, desk, 1, 2)
    assert desk.body.count.text() == "2 photos"
    texts = {caption: plain(text) for caption, text in desk.body.facts.texts().items()}
    assert texts == {"Size": "246.9 kB", "Taken": "Monday, May 6, 2024"}
    assert desk.body.stars.rating is None
    assert desk.body.stars.accessibleDescription() == "the photos differ"
    assert [chip.name.text() for chip in desk.body.tags.chips] == ["sea"]
    assert not desk.body.preview.isVisible()
    qtbot.mouseClick(desk.body.heart, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(desk.body.tags.entry, "beach")
    qtbot.keyClick(desk.body.tags.entry, Qt.Key.Key_Return)
    assert [change for change, _ in desk.changes] == [
        MarkPhotos((1, 2), favourite=True),
        TagPhotos((1, 2), "beach"),
    ]
    qtbot.waitUntil(lambda: [chip.name.text() for chip in desk.body.tags.chips] == ["beach", "sea"])
    assert desk.body.heart.isChecked()


def test_dates_of_several_photos_are_a_range(desk: Desk) -> None:
    desk.inspector.show_photos((1, 2))
    range_of = SelectionFacts(2, 10, 0, False, "2024-05-01T00:00:00", "2024-05-17T10:00:00", [])
    desk.inspector.take_facts(FactsLoaded((1, 2), selection=range_of))
    assert desk.body.facts.texts()["Taken"] == "May 1 – 17, 2024"


@pytest.mark.parametrize(
    ("language", "last", "said"),
    [
        ("en_GB", "2024-05-18T10:00:00", "11 – 18 May 2024"),
        ("zh_CN", "2024-05-18T10:00:00", "2024年5月11 – 18日"),
        ("pt_BR", "2024-05-18T10:00:00", "11 – 18 de maio de 2024"),
        ("en_GB", "2024-06-02T10:00:00", "11 May 2024 to 2 June 2024"),
        ("en_GB", None, "Saturday 11 May 2024"),
    ],
)
def test_a_range_of_days_is_written_as_the_language_writes_a_day(
    monkeypatch: pytest.MonkeyPatch, language: str, last: str | None, said: str
) -> None:
    monkeypatch.setattr(wording, "locale", lambda: QLocale(language))
    assert fact_words.dates("2024-05-11T08:00:00", last).replace(",", "") == said


def test_the_line_about_selecting_does_not_flash_while_facts_load(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(desk.body.nothing.isVisible)
    desk.inspector.show_photos((3,))
    assert not desk.body.nothing.isVisible()
    qtbot.waitUntil(desk.body.stars.isVisible)
    desk.inspector.show_photos(())
    assert not desk.body.nothing.isVisible()
    assert not desk.body.stars.isVisible()


def test_where_there_are_no_photos_nothing_is_said_about_selecting_them(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(desk.body.nothing.isVisible)
    desk.inspector.be_quiet(True)
    assert not desk.body.nothing.isVisible()
    desk.inspector.be_quiet(False)
    qtbot.waitUntil(desk.body.nothing.isVisible)


def test_missing_thumbnails_are_wanted_once_and_again_when_the_library_changes(
    qtbot: QtBot, desk: Desk, rows: list[GridRow], tmp_path: Path
) -> None:
    desk.inspector.facts_wanted.disconnect(desk.worker.load_facts)
    desk.inspector.similar_wanted.disconnect(desk._similar)
    wanted: list[tuple[int, ...]] = []
    desk.inspector.thumbnails_wanted.connect(wanted.append)
    facts, missing = facts_of(rows[0]), str(tmp_path / "none.jpg")
    photo, like = facts.photo.photo_id, replace(rows[1], thumbnail=missing)
    desk.inspector.show_photos((photo,))
    desk.inspector.take_facts(FactsLoaded((photo,), facts, thumbnail=missing))
    desk.inspector.take_similar(SimilarLoaded(photo, [like]))
    both = {(photo,), (like.photo.photo_id,)}
    qtbot.waitUntil(lambda: set(wanted) == both)
    assert len(wanted) == 2
    desk.thumbnails.try_missing_again()
    desk.inspector.refresh()
    desk.inspector.take_facts(FactsLoaded((photo,), facts, thumbnail=missing))
    qtbot.waitUntil(lambda: len(wanted) == 4)
    assert set(wanted[2:]) == both


def test_caption_and_value_stand_on_one_line_whatever_their_scripts(desk: Desk) -> None:
    table = desk.body.facts
    table.show_lines([("尺寸", "6000 × 4000", False), ("相机", "Acme", True), ("Size", "中", False)])
    for row in range(3):
        name, value = (table.layout().itemAtPosition(row, column).widget() for column in (0, 1))
        stands = [part.contentsMargins().top() + part.baseline() for part in (name, value)]
        assert stands[0] == stands[1]


def test_commas_separate_tags(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    desk.body.tags.entry.setText(" sea,  old  town，harbour, ,sea")
    qtbot.keyClick(desk.body.tags.entry, Qt.Key.Key_Return)
    tags = [change.label for change, _ in desk.changes if isinstance(change, TagPhotos)]
    assert tags == ["sea", "old town", "harbour"]


def test_a_change_is_about_the_photos_that_are_shown(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    desk.inspector.show_photos((4,))
    desk.body.heart.click()
    assert desk.changes == [(MarkPhotos((3,), favourite=True), "Mark as favourite")]


def test_tags_are_added_taken_off_and_looked_at(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    tags = desk.body.tags
    qtbot.keyClicks(tags.entry, "  by  the sea ")
    qtbot.keyClick(tags.entry, Qt.Key.Key_Return)
    assert desk.changes == [(TagPhotos((3,), "by the sea"), "Add tag")]
    assert tags.entry.text() == ""
    qtbot.waitUntil(lambda: len(tags.chips) == 1)
    qtbot.mouseClick(tags.chips[0].name, Qt.MouseButton.LeftButton)
    assert desk.chosen == ["by the sea"]
    tags.chips[0].cross.click()
    assert desk.changes[-1] == (TagPhotos((3,), "by the sea", tagged=False), "Remove tag")
    qtbot.waitUntil(lambda: tags.chips == [])


def test_tags_of_a_model_say_where_they_come_from_and_stay(desk: Desk, rows: list[GridRow]) -> None:
    tags = [
        Tag("dog", "everyday<b>", 0.87, 0.0),
        Tag("sea", "person", None, 0.0),
        Tag("sea", "file", None, 0.0),
    ]
    tell(desk, replace(facts_of(rows[0]), tags=tags))
    sea, dog = desk.body.tags.chips
    assert (sea.name.text(), sea.cross.isVisible()) == ("sea", True)
    assert (dog.name.text(), dog.cross.isVisible()) == ("dog", False)
    assert "Given by everyday&lt;b&gt; (87 %)" in dog.toolTip()


def test_the_entry_for_tags_completes_from_the_labels_of_the_library(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    desk.inspector.take_sources(Sources(labels=[LabelCount("beach", 3), LabelCount("dog", 1)]))
    completer = desk.body.tags.entry.completer()
    completer.setCompletionPrefix("EAC")
    assert completer.currentCompletion() == "beach"


def test_albums_and_folders_lead_to_their_photos(qtbot: QtBot, desk: Desk, rows: list[GridRow]) -> None:
    desk.worker.change(1, MakeAlbum("Trips"))
    desk.worker.change(2, AddToAlbum(1, (3,)))
    show(qtbot, desk, 3)
    (link,) = desk.body.album_links
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    folder = desk.body.places.folders[0]
    folder.setFocus()
    qtbot.keyClick(folder, Qt.Key.Key_Return)
    assert desk.chosen == [1, os.path.dirname(rows[2].photo.path)]


def test_similar_photos_lead_on_and_are_asked_for_once(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    qtbot.waitUntil(lambda: desk.body.similar.isVisible())
    shown = [tile.row.photo.photo_id for tile in desk.body.similar.tiles if tile.row is not None]
    assert len(shown) == 9
    qtbot.mouseClick(desk.body.similar.tiles[0], Qt.MouseButton.LeftButton)
    assert desk.chosen == [shown[0]]
    desk.inspector.refresh()
    qtbot.waitUntil(lambda: len(desk.worker.facts_asked) == 2)
    assert desk.similar_asked == [3]


def test_files_in_several_places_and_what_is_wrong_with_them(desk: Desk, rows: list[GridRow]) -> None:
    files = [
        FilePlace(b"/pictures/a.jpg", 10, 0),
        FilePlace(b"/drive/a copy.jpg", 10, 0, offline=True),
        FilePlace(b"/old/a.jpg", 10, 0, problem="The file is damaged."),
    ]
    tell(desk, replace(facts_of(rows[0]), files=files))
    assert [line.text() for line in desk.body.places.folders] == ["/pictures", "/drive", "/old"]
    notes = [note.text() for note in desk.body.places.notes]
    assert notes == ["Offline: its drive is not connected.", "The file is damaged."]
    tell(desk, replace(facts_of(rows[1]), files=files * 100))
    assert desk.body.places.notes[-1].text() == "and 288 more places"


def test_a_missing_thumbnail_is_shown_as_such(qtbot: QtBot, desk: Desk, rows: list[GridRow]) -> None:
    desk.inspector.show_photos((1,))
    with qtbot.waitSignal(desk.inspector.loader.loaded):
        desk.inspector.take_facts(FactsLoaded((1,), facts_of(rows[0]), thumbnail="/no/\0such.jpg"))
    assert desk.body.preview.pixmap.isNull()


def test_photos_that_are_gone_leave_nothing_behind(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 3)
    desk.inspector.show_photos((99,))
    qtbot.waitUntil(lambda: desk.body.nothing.isVisible())
    desk.body.heart.click()
    assert desk.changes == []


def test_hostile_metadata_is_harmless(qtbot: QtBot, desk: Desk, rows: list[GridRow]) -> None:
    bad = "<b>x</b>\u202egnp\x07" + "y" * 5000
    facts = facts_of(rows[0], camera=bad, lens="עברית", format=bad, taken_at="yesterday", exposure=1e-300)
    files = [FilePlace(b"/<img src=x>/\xff\n" + b"z" * 200, -1, 0, problem="<b>no</b>")]
    facts = replace(facts, files=files, tags=[Tag(bad, "person", None, 0.0)], albums=[(1, bad)])
    tell(desk, facts)
    desk.inspector.resize(240, 700)
    assert desk.body.places.notes[0].textFormat() == Qt.TextFormat.PlainText
    assert "\u202e" not in desk.body.facts.texts()["Camera"]
    assert "Taken" not in desk.body.facts.texts()
    qtbot.waitUntil(lambda: desk.body.width() <= desk.inspector.viewport().width())
    assert all(chip.width() <= desk.body.width() for chip in desk.body.tags.chips)
