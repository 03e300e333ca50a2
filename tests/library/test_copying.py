"""Exports: photos and albums as files in a folder of a person's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from support import draw

from photoclip.domain.changes import AlbumKind, DeleteAlbum, MakeAlbum
from photoclip.domain.errands import ExportAlbum, Exported, ExportPhotos, Outcome
from photoclip.errors import StorageFault
from photoclip.imaging.copying import Copier
from photoclip.library import changing
from photoclip.library.copying import Exporting, safe_name


class Exporter:
    """Exports from a library of three photos."""

    def __init__(self, home, target: Path) -> None:
        self.home = home
        self.target = target
        self.ids = {
            Path(os.fsdecode(row.path)).name: row.photo_id
            for row in home.catalog.photos.rows(home.catalog.photos.in_sight().tolist())
        }
        self.copier = Copier(lambda: home.decoder)

    def job(self, errand: ExportPhotos | ExportAlbum) -> Exporting:
        return Exporting(self.home.catalog, self.copier, errand, self._photos_of)

    def run(self, errand: ExportPhotos | ExportAlbum) -> tuple[Outcome, list[tuple[int, int]]]:
        job = self.job(errand)
        told = list(job.steps())
        return job.outcome(), told

    def make(self, album: MakeAlbum) -> int:
        undo = changing.apply(self.home.catalog, album)
        assert isinstance(undo, DeleteAlbum)
        return undo.album_id

    def names(self) -> list[str]:
        return sorted(str(file.relative_to(self.target)) for file in self.target.rglob("*"))

    def _photos_of(self, album_id: int) -> Sequence[int]:
        return self.home.catalog.albums.photos(album_id)


@pytest.fixture
def exporter(home, tmp_path: Path) -> Iterator[Exporter]:
    for mark, colour in enumerate(("red", "green", "blue")):
        draw(home.photos / f"{colour}.png", colour, mark)
    home.keep_up()
    (tmp_path / "target").mkdir()
    with closing(home.decoder):
        yield Exporter(home, tmp_path / "target")


def test_photos_are_copied_and_what_is_there_is_never_overwritten(exporter: Exporter) -> None:
    errand = ExportPhotos(tuple(exporter.ids.values()), str(exporter.target))
    outcome, told = exporter.run(errand)
    assert outcome == Outcome(Exported(3, str(exporter.target)))
    assert told == [(0, 0), (0, 3), (1, 3), (2, 3), (3, 3)]
    exporter.run(errand)
    assert len(exporter.names()) == 6


def test_an_album_becomes_a_folder_and_a_group_one_with_folders_in_it(exporter: Exporter) -> None:
    red, green, blue = (exporter.ids[f"{name}.png"] for name in ("red", "green", "blue"))
    group = exporter.make(MakeAlbum("2024: All", AlbumKind.GROUP))
    exporter.make(MakeAlbum("Trip/Sea", parent=group, photo_ids=(red, green)))
    inner = exporter.make(MakeAlbum("Inner", AlbumKind.GROUP, parent=group))
    exporter.make(MakeAlbum("..", parent=inner, photo_ids=(blue,)))
    outcome, _ = exporter.run(ExportAlbum(group, str(exporter.target)))
    assert outcome.result == Exported(3, str(exporter.target / "2024 All"))
    files = {name for name in exporter.names() if name.endswith(".png")}
    assert files == {
        "2024 All/Trip Sea/red.png",
        "2024 All/Trip Sea/green.png",
        "2024 All/Inner/album/blue.png",
    }
    again, _ = exporter.run(ExportAlbum(group, str(exporter.target)))
    assert again.result == Exported(3, str(exporter.target / "2024 All (2)"))


def test_it_stops_between_two_photos_and_tells_what_was_done(exporter: Exporter) -> None:
    job = exporter.job(ExportPhotos(tuple(exporter.ids.values()), str(exporter.target)))
    steps = job.steps()
    while next(steps)[0] < 1:
        pass
    assert job.outcome(cancelled=True) == Outcome(Exported(1, str(exporter.target)), (), cancelled=True)


def test_what_cannot_be_copied_is_said_and_the_rest_goes_on(exporter: Exporter) -> None:
    (exporter.home.photos / "red.png").unlink()
    outcome, _ = exporter.run(ExportPhotos((*exporter.ids.values(), 999), str(exporter.target)))
    assert outcome.result == Exported(2, str(exporter.target))
    assert len(outcome.faults) == 2
    assert "red.png" in outcome.faults[0] + outcome.faults[1]


def test_another_file_of_a_photo_is_taken_where_one_is_gone(home, exporter: Exporter) -> None:
    shutil.copy2(home.photos / "red.png", home.photos / "red-2.png")
    home.keep_up()
    (home.photos / "red-2.png").unlink()
    outcome, _ = exporter.run(ExportPhotos((exporter.ids["red.png"],), str(exporter.target)))
    assert outcome == Outcome(Exported(1, str(exporter.target)))


class FullAfter:
    """A target that takes so many copies."""

    def __init__(self, copies: int, copier: Copier) -> None:
        self._left = copies
        self._copier = copier

    def copy(self, *what):
        if not self._left:
            raise StorageFault("The folder is full; free some space.")
        self._left -= 1
        return self._copier.copy(*what)


def test_a_full_target_ends_it_with_one_sentence(exporter: Exporter) -> None:
    exporter.copier = FullAfter(1, exporter.copier)  # type: ignore[assignment]
    outcome, told = exporter.run(ExportPhotos(tuple(exporter.ids.values()), str(exporter.target)))
    assert outcome.result == Exported(1, str(exporter.target))
    assert outcome.faults == ("The folder is full; free some space.", "Photos that were not copied: 2.")
    assert told[-1] == (1, 3)


def test_a_target_that_is_gone_is_said_and_not_made(exporter: Exporter, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    outcome, _ = exporter.run(ExportPhotos(tuple(exporter.ids.values()), str(gone)))
    assert outcome.result == Exported(0, str(gone))
    assert "not there" in outcome.faults[0]
    assert not gone.exists()


def test_an_album_that_is_gone_is_said(exporter: Exporter) -> None:
    outcome, _ = exporter.run(ExportAlbum(77, str(exporter.target)))
    assert "not there any more" in outcome.faults[0]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Summer", "Summer"),
        ("a/b\\c:d", "a b c d"),
        (" .. ", "album"),
        ("con", "con_"),
        ("LPT1.txt", "LPT1_.txt"),
        ("Aux .2024", "Aux _.2024"),
        ("tab\there\n", "tab here"),
        ("é" * 300, "é" * 100),
        ("海边", "海边"),
        ("", "album"),
    ],
)
def test_names_are_made_safe_for_every_system(name: str, folder: str) -> None:
    assert safe_name(name) == folder
