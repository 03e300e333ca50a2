"""`photoclip bench quality`: figures of search quality through the real way, from files on disk."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from photoclip import bootstrap
from photoclip.cli.bench_relevance import RelevanceBench
from photoclip.cli.labelled import Photos, Row, class_names, indexed, lines, manifest
from photoclip.cli.progress import Progress
from photoclip.domain.catalog import Catalog
from photoclip.domain.pipeline import Encoder
from photoclip.library import keeping, prompts, relevance
from photoclip.library import quality as figures
from photoclip.library.events import Indexing
from photoclip.library.pace import Pace
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop

Report = dict[str, dict[str, float]]
_CLASS_LISTS = {"imagenet": "classes_imagenet1000.tsv", "caltech101": "classes_caltech.txt"}
_TAG_LIST = "classes_coco80.txt"


def quality(options: argparse.Namespace) -> int:
    """Index the labelled photos into a library of its own, then measure what search finds."""
    rows = manifest(options.data)
    with tempfile.TemporaryDirectory(prefix="photoclip-bench-") as place, Progress() as progress:
        with bootstrap.writing(Path(place)) as workshop:
            name = workshop.models.lasting_name(options.model)
            workshop.update_settings(lambda now: dataclasses.replace(now, model=name))
            encoder = workshop.models.encoder(options.model, options.device, lambda done, total: None)
            with closing(workshop.open_catalog(True)) as catalog:
                _index(workshop, catalog, encoder, options.data, progress)
                photos = indexed(catalog, encoder, options.data, rows)
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


def _index(workshop: Workshop, catalog: Catalog, encoder: Encoder, data: Path, progress: Progress) -> None:
    keeping.add_folder(catalog, os.fsencode(data.absolute()))
    for _ in keeping.look_at(workshop, catalog, catalog.folders.all(), lambda seen: None):
        pass
    with closing(workshop.new_decoder()) as decoder:
        for event in keeping.make_current(workshop, catalog, decoder, encoder, Pace()):
            if isinstance(event, Indexing):
                progress.show("Indexing", event.done, event.total)


def _measure(
    workshop: Workshop, catalog: Catalog, encoder: Encoder, photos: Photos, data: Path, progress: Progress
) -> Report:
    report: Report = {}
    if captioned := photos.of_kind("caption"):
        report |= _captions(workshop, catalog, encoder, photos, captioned, progress)
    for source, file in _CLASS_LISTS.items():
        labelled = [row for row in photos.of_kind("label") if row.get("source") == source]
        if labelled and (data / file).is_file():
            report |= _classes(encoder, photos, labelled, source, data / file, progress)
    if (tagged := photos.of_kind("tags")) and (data / _TAG_LIST).is_file():
        report |= _tags(encoder, photos, tagged, lines(data / _TAG_LIST), progress)
    bank = relevance.background(encoder, workshop.captions, workshop.backgrounds)
    categories = lines(data / _TAG_LIST) if (data / _TAG_LIST).is_file() else []
    return report | RelevanceBench(encoder, bank, photos, progress).report(categories)


def _captions(
    workshop: Workshop,
    catalog: Catalog,
    encoder: Encoder,
    photos: Photos,
    captioned: Sequence[Row],
    progress: Progress,
) -> Report:
    """Ranks among the captioned photos, and among all that were indexed; the query is the first caption."""
    card = workshop.models.find(workshop.load_settings().model)
    searcher = Searcher(
        catalog, workshop.new_indexes(), card, lambda: encoder, workshop.captions, workshop.backgrounds
    )
    view = searcher.view()
    if view is None:
        return {}
    gallery = {photos.photo_ids[row["file"]] for row in captioned}
    among_captioned: list[int | None] = []
    among_all: list[int | None] = []
    for done, row in enumerate(captioned):
        progress.show("Captions", done, len(captioned), unit="queries")
        scale = searcher.calibration(view).of_words(searcher.texts([row["caption_1"]])[0])
        found = view.nearest(scale.direction, len(photos.rows), None).tolist()
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
    encoder: Encoder, photos: Photos, labelled: Sequence[Row], source: str, file: Path, progress: Progress
) -> Report:
    names, truth = class_names(file, labelled)
    matrix = photos.matrix(labelled)
    report: Report = {}
    for title, templates in (("single prompt", prompts.SINGLE), ("18 prompts", prompts.ENSEMBLE)):
        progress.show(f"Classes of {source}, {title}", 0, 0, unit="prompts")
        classes = figures.class_vectors(encoder, names, templates)
        report[f"{source}, {len(names)} classes, {title}"] = figures.accuracy(matrix, classes, truth)
    return report


def _tags(
    encoder: Encoder, photos: Photos, tagged: Sequence[Row], names: Sequence[str], progress: Progress
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


def _print(report: Report, title: str) -> None:
    print(title)
    for name, values in report.items():
        parts = [f"{key} {value:.0f}" if value > 1 else f"{key} {value:.3f}" for key, value in values.items()]
        print(f"  {name}: {', '.join(parts)}")
