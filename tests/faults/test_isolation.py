"""One file that kills, stops or fills its decoder costs itself, and an index run goes on."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from support import colour_workshop, draw

from photoclip.catalog.catalog import Catalog
from photoclip.domain.pipeline import Decoder
from photoclip.imaging import child, decode
from photoclip.imaging.pool import DecodePool
from photoclip.library import keeping
from photoclip.library.pace import Pace
from photoclip.library.workshop import Workshop

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="memory is limited and signals are sent as on Linux"
)
CRASHED = "The decoder crashed on this file; it is skipped until the file changes."
LATE = "Reading this file took longer than 2 seconds and was stopped."
TOO_MUCH = "Reading this file takes more memory than photoclip gives to one photo."


def serve(connection: Connection, limit_s: float, memory_bytes: int) -> None:
    """The real decoder, in which files of some names find a hole: they crash it, hang it or fill it."""
    read = decode._read

    def exploited(file: object, *rest: object) -> object:
        name = Path(f"/proc/self/fd/{file.fileno()}").readlink().name  # type: ignore[attr-defined]
        with Path(os.environ["TRIED"]).open("a") as tried:
            print(name, file=tried)
        if name.startswith("crash"):
            os.kill(os.getpid(), 11)
        while name.startswith("hang"):
            pass
        if name.startswith("fill"):
            return bytearray(child.MEMORY_LIMIT_BYTES)
        return read(file, *rest)  # type: ignore[arg-type]

    decode._read = exploited  # type: ignore[assignment]
    real(connection, limit_s, memory_bytes)


real = child.serve


@dataclass
class Run:
    workshop: Workshop
    catalog: Catalog
    decoder: Decoder
    photos: Path
    tried: Path

    def index(self) -> list[str]:
        """One whole run; the names of the files that were decoded in it, each as often as it was."""
        self.tried.write_text("")
        encoder = self.workshop.models.encoder("colours", "auto", lambda done, total: None)
        list(keeping.look_at(self.workshop, self.catalog, self.catalog.folders.all(), lambda seen: None))
        list(keeping.make_current(self.workshop, self.catalog, self.decoder, encoder, Pace()))
        return sorted(self.tried.read_text().split())

    def problems(self) -> dict[str, str]:
        key = self.workshop.models.key("colours")
        return {Path(os.fsdecode(path)).name: why for path, why in self.catalog.files.not_searchable(key)}


@pytest.fixture
def run(tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    monkeypatch.setenv("TRIED", str(tmp_path / "tried"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.setattr(child, "serve", serve)
    photos = tmp_path / "photos"
    for number in range(6):
        draw(photos / f"{number}.png", "red", number)
    workshop = colour_workshop(library)
    with closing(Catalog(library, writing=True)) as catalog, closing(DecodePool(1, limit_s=2.0)) as decoder:
        keeping.add_folder(catalog, os.fsencode(photos))
        yield Run(workshop, catalog, decoder, photos, tmp_path / "tried")


@pytest.mark.parametrize(
    ("name", "reason"), [("crash.png", CRASHED), ("hang.png", LATE), ("fill.png", TOO_MUCH)]
)
def test_it_costs_itself_and_is_not_tried_again_until_it_changes(run: Run, name: str, reason: str) -> None:
    draw(run.photos / name, "blue", 7)
    good = [f"{number}.png" for number in range(6)]
    assert run.index() == sorted([*good, name])
    assert run.problems() == {name: reason}
    assert run.index() == []
    assert run.problems() == {name: reason}
    draw(run.photos / name, "blue", 8)
    assert run.index() == [name]


def test_a_mended_file_is_found_again(run: Run) -> None:
    draw(run.photos / "crash.png", "blue", 7)
    run.index()
    draw(run.photos / "new.png", "green", 8).replace(run.photos / "crash.png")
    # The name alone makes it crash; what was replaced is known under its new one.
    (run.photos / "crash.png").rename(run.photos / "whole.png")
    assert run.index() == ["whole.png"]
    assert run.problems() == {}


def test_many_that_crash_leave_the_rest_and_no_process(run: Run) -> None:
    for number in range(5):
        draw(run.photos / f"crash{number}.png", "blue", 10 + number)
    run.index()
    assert set(run.problems().values()) == {CRASHED}
    assert run.catalog.files.coverage(run.workshop.models.key("colours")).searchable == 6
    run.decoder.close()
    assert multiprocessing.active_children() == []
