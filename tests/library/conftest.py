"""A library of drawn photos over real parts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from support import ColourEncoder, colour_workshop

from photoclip.catalog.catalog import Catalog
from photoclip.domain.catalog import Coverage
from photoclip.domain.pipeline import Decoder
from photoclip.domain.query import Arrangement, Query
from photoclip.library import keeping
from photoclip.library.answering import Answers, Steps
from photoclip.library.events import LibraryEvent, Scanned
from photoclip.library.layout import Answered
from photoclip.library.pace import Pace
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop

TODAY = date(2024, 7, 1)


@dataclass
class Home:
    """Photos in a folder, and a library that keeps up with them when told to."""

    photos: Path
    workshop: Workshop
    catalog: Catalog
    decoder: Decoder

    @property
    def encoder(self) -> ColourEncoder:
        encoder = self.workshop.models.encoder("colours", "auto", lambda done, total: None)
        assert isinstance(encoder, ColourEncoder)
        return encoder

    def scan(self) -> Scanned:
        folder = os.fsencode(self.photos)
        keeping.add_folder(self.catalog, folder)
        folders = self.catalog.folders.all()
        *_, last = keeping.look_at(self.workshop, self.catalog, folders, lambda seen: None)
        assert isinstance(last, Scanned)
        return last

    def embed(self, name: str = "colours") -> list[LibraryEvent]:
        encoder = self.workshop.models.encoder(name, "auto", lambda done, total: None)
        list(keeping.recognise_moved(self.catalog, self.decoder, set()))
        return list(keeping.make_current(self.workshop, self.catalog, self.decoder, encoder, Pace()))

    def keep_up(self) -> Coverage:
        self.scan()
        self.embed()
        return self.catalog.files.coverage(self.encoder.key)

    def searcher(self, reader: Catalog) -> Searcher:
        shop = self.workshop
        card = shop.models.find("colours")
        return Searcher(
            reader, shop.new_indexes(), card, lambda: self.encoder, shop.captions, shop.backgrounds
        )

    def answers(self, reader: Catalog, searcher: Searcher | None = None) -> Answers:
        searcher = searcher or self.searcher(reader)
        shop = self.workshop
        return Answers(
            reader,
            lambda model_id: searcher,
            lambda: self.decoder,
            shop.sketches,
            shop.gazetteer,
            lambda: TODAY,
        )

    def found(self, words: str, cut: bool = True) -> list[str]:
        """Names of the photos that match, best first."""
        with closing(self.workshop.open_catalog(False)) as reader:
            answer = finish(self.answers(reader).answer(Query(words), Arrangement(), cut=cut))
            ids = answer.photo_ids[: answer.matching].tolist()
            return [Path(os.fsdecode(row.path)).name for row in reader.photos.rows(ids)]


def finish(steps: Steps) -> Answered:
    """The answer at the end of its steps."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answered: Answered = end.value
            return answered


@pytest.fixture
def home(tmp_path: Path, library: Path) -> Iterator[Home]:
    workshop = colour_workshop(library)
    with closing(Catalog(library, writing=True)) as catalog, closing(workshop.new_decoder()) as decoder:
        (tmp_path / "photos").mkdir()
        yield Home(tmp_path / "photos", workshop, catalog, decoder)
