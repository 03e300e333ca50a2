"""Bit flips and truncation anywhere in a library: noticed and mended, or without any effect.

PHOTOCLIP_DAMAGES sets the number of trials; docs/measurements.md has a run with many.
"""

from __future__ import annotations

import dataclasses
import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from library.conftest import finish
from support import COLOURS, colour_workshop, draw

from photoclip import storage
from photoclip.catalog.catalog import Catalog
from photoclip.domain.browsing import Tag
from photoclip.domain.pipeline import Decoder
from photoclip.domain.query import Arrangement, Query
from photoclip.errors import LibraryTooNew, PhotoclipError
from photoclip.library import keeping, repairing, verifying
from photoclip.library.answering import Answers
from photoclip.library.pace import Pace
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop

TRIALS = int(os.environ.get("PHOTOCLIP_DAMAGES", "40"))
PHOTOS = 18
VICTIMS = (
    "catalog.sqlite3",
    "catalog.sqlite3-wal",
    "index/*/*.hnsw",
    "index/*/manifest.json",
    "index/background-*",
    "thumbnails/*/*.jpg",
    "settings.json",
    "backups/*.sqlite3",
    "backups/*.json",
)
QUERIES = ("red", "blue green", "yellow")


@dataclass(frozen=True)
class Pristine:
    """A library that is sound, as files: closed, and as a program that was killed leaves it."""

    closed: Path
    killed: Path
    photos: Path
    decoder: Decoder
    answers: object
    killed_answers: tuple[object, ...]


def quiet(what: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def index(workshop: Workshop, decoder: Decoder) -> None:
    with closing(workshop.open_catalog(True)) as catalog:
        list(keeping.look_at(workshop, catalog, catalog.folders.all(), lambda seen: None))
        encoder = workshop.models.encoder("colours", "auto", lambda done, total: None)
        list(keeping.recognise_moved(catalog, decoder, set()))
        list(keeping.make_current(workshop, catalog, decoder, encoder, Pace()))


def answers(workshop: Workshop) -> object:
    """What a user gets to see of a library: searches, rows, tags, albums, problems."""
    shop, chosen = workshop, workshop.load_settings()
    with closing(shop.open_catalog(False)) as reader:
        card = shop.models.find(chosen.model)
        searcher = Searcher(
            reader,
            shop.new_indexes(),
            card,
            lambda: shop.models.encoder(card.id, "auto", lambda done, total: None),
            shop.captions,
            shop.backgrounds,
        )
        asked = Answers(reader, lambda model_id: searcher, shop.new_single_decoder, shop.sketches)
        found = []
        for words in QUERIES:
            answer = finish(asked.answer(Query(words), Arrangement(), cut=False))
            assert answer.relevance is not None
            hits = {
                key: round(float(value), 3)
                for key, value in zip(answer.photo_ids.tolist(), answer.relevance, strict=True)
            }
            rows = reader.photos.rows(list(hits))
            found.append(sorted((row.path, hits[row.photo_id]) for row in rows))
        ids = reader.photos.in_sight().tolist()
        rows = reader.photos.rows(ids)
        tags = reader.tags.of_photos(ids)
        albums = reader.albums.of_photos(ids)
        return (
            found,
            [(row.path, row.content_hash, row.width, row.height, row.taken_at) for row in rows],
            sorted((row.path, tags.get(row.photo_id, [])) for row in rows),
            sorted((row.path, albums.get(row.photo_id, [])) for row in rows),
            sorted(reader.files.not_searchable(reader.models.newest(card.id))),
            [folder.path for folder in reader.folders.all()],
        )


def shown_thumbnails(workshop: Workshop) -> dict[str, bytes]:
    """The thumbnails that a window would draw; a damaged one is not among them."""
    shown = {}
    with closing(workshop.open_catalog(False)) as reader:
        for content_hash, _ in reader.photos.places():
            file = Path(workshop.thumbnails.path(content_hash))
            data = storage.unsealed(file.read_bytes()) if file.exists() else None
            if data is not None:
                shown[content_hash.hex()] = data
    return shown


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pristine]:
    place = tmp_path_factory.mktemp("damage")
    photos, closed, killed = place / "photos", place / "closed", place / "killed"
    for mark in range(PHOTOS):
        file = draw(photos / f"{mark}.png", list(COLOURS)[mark % len(COLOURS)], mark)
        os.utime(file, (1_500_000_000 + mark, 1_500_000_000.5 + mark))
    shutil.copy2(photos / "0.png", photos / "copy.png")
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")
    workshop = colour_workshop(closed)
    with closing(workshop.new_decoder()) as decoder:
        with closing(workshop.open_catalog(True)) as catalog:
            keeping.add_folder(catalog, os.fsencode(photos))
        index(workshop, decoder)
        with closing(workshop.open_catalog(True)) as catalog:
            ids = catalog.photos.in_sight().tolist()
            with catalog.transaction():
                for number, photo_id in enumerate(ids[:6]):
                    catalog.tags.add(photo_id, Tag(f"label {number}", "person", None, 1.5e9))
                catalog.albums.add("Summer", ids[3:9])
            before = answers(workshop)
            catalog.back_up(lambda done, total: None)
        with closing(workshop.open_catalog(True)) as catalog:
            shutil.copytree(closed, killed)
            with catalog.transaction():
                catalog.tags.add(ids[7], Tag("late", "person", None, 1.5e9))
                catalog.albums.add("Winter", ids[:2])
            late = answers(workshop)
            for file in closed.glob("catalog.sqlite3*"):
                shutil.copy2(file, killed)
            with catalog.transaction():  # undone, so that both copies differ by the log alone
                catalog.tags.add(ids[8], Tag("later", "person", None, 1.5e9))
        shutil.rmtree(closed)
        shutil.copytree(killed, closed)
        with closing(Catalog(closed, writing=True)):
            pass
        assert not list(closed.glob("catalog.sqlite3-*"))
        assert (killed / "catalog.sqlite3-wal").stat().st_size
        yield Pristine(closed, killed, photos, decoder, late, (before, late))


def damage(file: Path, chance: random.Random) -> str:
    data = bytearray(file.read_bytes())
    kind = chance.choice(("flip", "flip", "flip", "flips", "cut", "zeros"))
    if kind == "cut":
        del data[chance.randrange(len(data)) :]
    elif kind == "zeros":
        start = chance.randrange(len(data))
        data[start : start + 512] = bytes(len(data[start : start + 512]))
    else:
        for _ in range(1 if kind == "flip" else 8):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    return f"{kind} in {file.name}"


def is_noticed(workshop: Workshop) -> bool:
    """Whether `verify` finds anything, or the library says that it cannot be opened."""
    try:
        return not verifying.verify(workshop, quiet).sound
    except PhotoclipError:
        return True


def answers_or_refusal(workshop: Workshop) -> object:
    """Anything but an answer or a sentence that says what is wrong fails the test."""
    try:
        return answers(workshop)
    except PhotoclipError as refusal:
        return refusal


def put_back_places(library: Path, pristine: Path) -> None:
    with closing(sqlite3.connect(library / "catalog.sqlite3")) as sqlite:
        sqlite.execute("ATTACH ? AS whole", (str(pristine / "catalog.sqlite3"),))
        sqlite.execute(
            "UPDATE album_photos SET (position, seal) = (SELECT position, seal FROM whole.album_photos AS w "
            "WHERE w.album_id = album_photos.album_id AND w.photo_id = album_photos.photo_id)"
        )
        sqlite.commit()


def mend(workshop: Workshop, decoder: Decoder) -> list[str]:
    told = []
    try:
        told += repairing.repair(workshop, quiet)
    except LibraryTooNew:  # the version itself was hit; nothing tells that from a newer photoclip
        workshop.safekeeping.restore(workshop.safekeeping.backups()[0])
    if any(finding.area == verifying.Area.SETTINGS for finding in verifying.verify(workshop, quiet).findings):
        # The name of a model that does not exist: a person chooses again.
        workshop.update_settings(lambda now: dataclasses.replace(now, model="colours"))
    index(workshop, decoder)
    return told


@pytest.mark.parametrize("trial", range(TRIALS))
def test_damage_is_noticed_and_mended_or_has_no_effect(
    pristine: Pristine, tmp_path: Path, trial: int
) -> None:
    chance = random.Random(trial)
    pattern = VICTIMS[trial % len(VICTIMS)]
    in_log = pattern.endswith("-wal")
    library = tmp_path / "library"
    shutil.copytree(pristine.killed if in_log else pristine.closed, library)
    workshop = colour_workshop(library)
    thumbnails = {} if in_log else shown_thumbnails(workshop)
    what = damage(chance.choice(sorted(library.glob(pattern))), chance)

    given = answers_or_refusal(workshop)
    noticed = is_noticed(workshop)
    print(f"trial {trial}: {what}: {'noticed' if noticed else 'without effect'}")
    # A log that is cut off is what a power cut leaves; SQLite goes back to the last whole commit.
    right = pristine.killed_answers if in_log else (pristine.answers,)
    if not noticed:
        assert given in right, what
    told = mend(workshop, pristine.decoder)
    report = verifying.verify(workshop, quiet)
    assert report.sound, f"{what}: {report.findings}"
    # A backup that takes the place of a damaged catalog knows what was known when it was made.
    if any("lost their place in an album" in sentence for sentence in told):
        # It was put into the album after the backup was made; that is all that was lost, and it was told.
        put_back_places(library, pristine.closed)
    assert answers(workshop) in pristine.killed_answers, what
    assert thumbnails.items() <= shown_thumbnails(workshop).items()
    if pattern.startswith("backups/"):
        for backup in workshop.safekeeping.backups():
            workshop.safekeeping.restore(backup)
            assert answers(workshop) in pristine.killed_answers, what
