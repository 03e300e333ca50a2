"""`photoclip bench quality` on a folder of labelled photos."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from support import COLOURS, SHARED, ColourEncoder, age

from photoclip.cli.absent_things import ABSENT
from photoclip.cli.bench_relevance import RelevanceBench
from photoclip.cli.labelled import Photos
from photoclip.cli.progress import Progress

Call = Callable[..., object]
LABELS = {"chelsea.png": "cat", "rocket.jpg": "rocket", "coffee.png": "cup", "astronaut.png": "person"}


def test_it_tells_what_is_shown_for_each_promise(cli: Call, album: Path) -> None:
    with (album / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["file", "kind", "source", "label", "tags", "caption_1"])
        for file, label in LABELS.items():
            table.writerow([file, "label", "own", label, label, ""])
            age(album / file)
    result = cli("bench", "quality", "--data", album, "--json")
    assert result.code == 0  # type: ignore[attr-defined]
    report = json.loads(result.out)  # type: ignore[attr-defined]
    assert report["classes, all, promised 0.30"]["queries"] == 4
    assert report["classes, held out, promised 0.10"]["queries"] == 2
    assert report["absent things, all, promised 0.30"]["queries"] == len(ABSENT) == 40
    assert report["absent things, all, promised 0.05"]["no_match_as_absent"] > 0.9


def test_a_folder_without_any_of_its_photos_is_said_in_a_sentence(cli: Call, tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file,kind\ngone.jpg,label\n", encoding="utf-8")
    result = cli("bench", "quality", "--data", tmp_path)
    assert result.code == 2  # type: ignore[attr-defined]
    assert "None of the photos" in result.err  # type: ignore[attr-defined]


def _photos(tags: list[str]) -> Photos:
    """One photo for each entry of tags, in the mean of its colours."""
    rows = [
        {"file": str(place), "kind": "label", "label": own.split("|")[0], "tags": own}
        for place, own in enumerate(tags)
    ]
    colours = [np.mean([COLOURS[name] for name in own.split("|")], axis=0) for own in tags]
    pixels = np.array(colours, np.uint8)[:, np.newaxis, np.newaxis, :]
    vectors = ColourEncoder().encode_images(np.broadcast_to(pixels, (len(tags), 16, 16, 3)))
    return Photos(
        rows,
        {row["file"]: place for place, row in enumerate(rows)},
        {row["file"]: vector for row, vector in zip(rows, vectors, strict=True)},
    )


def test_exclusions_and_two_things_at_once_are_held_against_the_plain_ways() -> None:
    photos = _photos(["red"] * 5 + ["blue"] * 5 + ["red|blue"] * 4 + ["green"] * 6)
    encoder = ColourEncoder()
    bank = encoder.encode_texts([*COLOURS, "thing"])
    with Progress() as progress:
        report = RelevanceBench(encoder, bank, photos, progress).report(["red", "blue", "green"])
    plain, ours = report["exclusion, not excluded"], report["exclusion, excluded"]
    assert ours["leak"] <= plain["leak"]
    assert ours["right_kept"] >= plain["right_kept"]
    assert report["exclusion, vectors subtracted"]["queries"] == ours["queries"] == 2
    assert report["two at once, each by itself"]["queries"] == 1
    assert 0 < report["two at once, each by itself"]["map"] <= 1


@pytest.mark.measure
def test_no_absent_thing_is_named_by_the_photos_it_is_measured_on() -> None:
    manifest = SHARED / "retrieval" / "manifest.csv"
    if not manifest.is_file():
        pytest.skip("the labelled photos are not beside the project")
    with manifest.open(encoding="utf-8", newline="") as stream:
        told = [
            " ".join(v for k, v in row.items() if v and k.startswith(("label", "tags", "caption")))
            for row in csv.DictReader(stream)
        ]
    words = set(" ".join(told).lower().replace("|", " ").replace("_", " ").split())
    plain = {
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "the",
        "white",
        "hot",
        "air",
        "night",
        "ice",
        "plant",
        "power",
    }
    named = {thing: set(thing.lower().split()) - plain for thing in ABSENT}
    assert {thing: found for thing, own in named.items() if len(found := own & words) == len(own)} == {}
