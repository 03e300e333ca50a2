"""`photoclip bench quality`: figures of search quality through the real way, from files on disk."""

from __future__ import annotations

import argparse
import csv
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip import bootstrap
from photoclip.cli.progress import Progress
from photoclip.domain.ports import Catalog, Encoder
from photoclip.errors import BadInput
from photoclip.library import keeping, prompts
from photoclip.library import quality as figures
from photoclip.library.events import Indexing
from photoclip.library.pace import Pace
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop

Row = dict[str, str]
Report = dict[str, dict[str, float]]
_CLASS_LISTS = {"imagenet": "classes_imagenet1000.tsv", "caltech101": "classes_caltech.txt"}
_TAG_LIST = "classes_coco80.txt"


@dataclass
class _Photos:
    """The labelled photos that could be indexed: rows of the manifest with the photo each one became."""

    rows: Sequence[Row]
    photo_ids: dict[str, int]
    vectors: dict[str, NDArray[np.float32]]

    def of_kind(self, kind: str) -> list[Row]:
        return [row for row in self.rows if row["kind"] == kind and row["file"] in self.photo_ids]

    def matrix(self, rows: Sequence[Row]) -> NDArray[np.float32]:
        return np.stack([self.vectors[row["file"]] for row in rows])


def quality(options: argparse.Namespace) -> int:
    """Index the labelled photos into a library of its own, then measure what search finds."""
    rows = _manifest(options.data)
    with tempfile.TemporaryDirectory(prefix="photoclip-bench-") as place, Progress() as progress:
        with bootstrap.writing(Path(place)) as workshop:
            keeping.let_serve(workshop, workshop.models.lasting_name(options.model))
            encoder = workshop.models.encoder(options.model, options.device, lambda done, total: None)
            with closing(workshop.open_catalog(True)) as catalog:
                _index(workshop, catalog, encoder, options.data, progress)
                photos = _photos(catalog, encoder, options.data, rows)
                report = _measure(workshop, catalog, encoder, photos, options.data, progress)
        runs = encoder.report()
    if options.json:
        print(
            json.dumps(
                {"model": str(encoder.key), "device": runs.device, "precision": runs.precision, **report}
            )
        )
    else:
        _print(report, f"{encoder.key} on {runs.device} ({runs.precision})")
    return 0


def _manifest(folder: Path) -> list[Row]:
    try:
        with (folder / "manifest.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, ValueError) as fault:
        raise BadInput(
            f"{folder} holds no manifest.csv that can be read; name a folder of labelled photos."
        ) from fault
    if not rows or not {"file", "kind"} <= rows[0].keys():
        raise BadInput(f"{folder}/manifest.csv needs the columns file and kind.")
    return rows


def _index(workshop: Workshop, catalog: Catalog, encoder: Encoder, data: Path, progress: Progress) -> None:
    folder = os.fsencode(data.absolute())
    for _ in keeping.look_at(workshop, catalog, [folder], lambda seen: None):
        pass
    with closing(workshop.new_decoder()) as decoder:
        for event in keeping.make_current(workshop, catalog, decoder, encoder, Pace()):
            if isinstance(event, Indexing):
                progress.show("Indexing", event.done, event.total)


def _photos(catalog: Catalog, encoder: Encoder, data: Path, rows: Sequence[Row]) -> _Photos:
    by_path = {row.path: row.photo_id for row in catalog.photos.rows(catalog.photos.in_sight().tolist())}
    photo_ids: dict[str, int] = {}
    vectors: dict[str, NDArray[np.float32]] = {}
    for row in rows:
        photo_id = by_path.get(os.fsencode(data.absolute() / row["file"]))
        vector = None if photo_id is None else catalog.vectors.get(photo_id, encoder.key)
        if photo_id is not None and vector is not None:
            photo_ids[row["file"]], vectors[row["file"]] = photo_id, vector
    return _Photos(rows, photo_ids, vectors)


def _measure(
    workshop: Workshop, catalog: Catalog, encoder: Encoder, photos: _Photos, data: Path, progress: Progress
) -> Report:
    report: Report = {}
    if captioned := photos.of_kind("caption"):
        report |= _captions(workshop, catalog, encoder, photos, captioned, progress)
    for source, file in _CLASS_LISTS.items():
        labelled = [row for row in photos.of_kind("label") if row.get("source") == source]
        if labelled and (data / file).is_file():
            report |= _classes(encoder, photos, labelled, source, data / file, progress)
    if (tagged := photos.of_kind("tags")) and (data / _TAG_LIST).is_file():
        report |= _tags(encoder, photos, tagged, _lines(data / _TAG_LIST), progress)
    return report


def _captions(
    workshop: Workshop,
    catalog: Catalog,
    encoder: Encoder,
    photos: _Photos,
    captioned: Sequence[Row],
    progress: Progress,
) -> Report:
    """Ranks among the captioned photos, and among all that were indexed; the query is the first caption."""
    card = workshop.models.find(workshop.load_settings().model)
    searcher = Searcher(
        catalog, workshop.new_indexes(), card, lambda: encoder, workshop.captions, workshop.backgrounds
    )
    gallery = {photos.photo_ids[row["file"]] for row in captioned}
    among_captioned: list[int | None] = []
    among_all: list[int | None] = []
    for done, row in enumerate(captioned):
        progress.show("Captions", done, len(captioned), unit="queries")
        found = [hit.photo_id for hit in searcher.words(row["caption_1"], cut=False)]
        right = photos.photo_ids[row["file"]]
        among_all.append(_place(right, found))
        among_captioned.append(_place(right, [photo_id for photo_id in found if photo_id in gallery]))
    return {
        "captions, gallery of captioned photos": figures.retrieval(among_captioned),
        "captions, gallery of all photos": figures.retrieval(among_all),
    }


def _place(photo_id: int, found: Sequence[int]) -> int | None:
    return found.index(photo_id) + 1 if photo_id in found else None


def _classes(
    encoder: Encoder, photos: _Photos, labelled: Sequence[Row], source: str, file: Path, progress: Progress
) -> Report:
    names, truth = _class_names(file, labelled)
    matrix = photos.matrix(labelled)
    report: Report = {}
    for title, templates in (("single prompt", prompts.SINGLE), ("18 prompts", prompts.ENSEMBLE)):
        progress.show(f"Classes of {source}, {title}", 0, 0, unit="prompts")
        classes = figures.class_vectors(encoder, names, templates)
        report[f"{source}, {len(names)} classes, {title}"] = figures.accuracy(matrix, classes, truth)
    return report


def _class_names(file: Path, labelled: Sequence[Row]) -> tuple[list[str], NDArray[np.int64]]:
    """The class names, and for each photo the place of its class among them."""
    if file.suffix == ".tsv":
        with file.open(encoding="utf-8", newline="") as stream:
            table = list(csv.DictReader(stream, delimiter="\t"))
        names = [row.get("openai_name") or row["name"] for row in table]
        truth = [int(row["class_index"]) for row in labelled]
    else:
        names = _lines(file)
        truth = [names.index(row["label"]) for row in labelled]
    return names, np.array(truth, np.int64)


def _tags(
    encoder: Encoder, photos: _Photos, tagged: Sequence[Row], names: Sequence[str], progress: Progress
) -> Report:
    relevant = np.array([[name in row["tags"].split("|") for name in names] for row in tagged])
    matrix = photos.matrix(tagged)
    report: Report = {}
    for title, templates in (("single prompt", prompts.SINGLE), ("18 prompts", prompts.ENSEMBLE)):
        progress.show(f"Tags, {title}", 0, 0, unit="prompts")
        scores = matrix @ figures.class_vectors(encoder, names, templates).T
        mean = figures.mean_average_precision(scores, relevant)
        report[f"{len(names)} object categories, {title}"] = {"photos": float(len(tagged)), "map": mean}
    return report


def _lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _print(report: Report, title: str) -> None:
    print(title)
    for name, values in report.items():
        parts = [f"{key} {value:.0f}" if value > 1 else f"{key} {value:.3f}" for key, value in values.items()]
        print(f"  {name}: {', '.join(parts)}")
