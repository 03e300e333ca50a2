"""Labelled photos on disk: a folder with manifest.csv and lists of class names."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.catalog import Catalog
from photoclip.domain.pipeline import Encoder
from photoclip.errors import BadInput

Row = dict[str, str]


@dataclass
class Photos:
    """The labelled photos that could be indexed: rows of the manifest with the photo each one became."""

    rows: Sequence[Row]
    photo_ids: dict[str, int]
    vectors: dict[str, NDArray[np.float32]]

    def of_kind(self, kind: str) -> list[Row]:
        return [row for row in self.rows if row["kind"] == kind and row["file"] in self.photo_ids]

    def matrix(self, rows: Sequence[Row]) -> NDArray[np.float32]:
        return np.stack([self.vectors[row["file"]] for row in rows])


def manifest(folder: Path) -> list[Row]:
    try:
        with (folder / "manifest.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, ValueError, csv.Error) as fault:
        raise BadInput(
            f"{folder} holds no manifest.csv that can be read; name a folder of labelled photos."
        ) from fault
    if not rows or not all(
        isinstance(row.get("file"), str) and isinstance(row.get("kind"), str) for row in rows
    ):
        raise BadInput(f"{folder}/manifest.csv needs the columns file and kind in every row.")
    return rows


def indexed(catalog: Catalog, encoder: Encoder, data: Path, rows: Sequence[Row]) -> Photos:
    by_path = {row.path: row.photo_id for row in catalog.photos.rows(catalog.photos.in_sight().tolist())}
    photo_ids: dict[str, int] = {}
    vectors: dict[str, NDArray[np.float32]] = {}
    for row in rows:
        photo_id = by_path.get(os.fsencode(data.absolute() / row["file"]))
        vector = None if photo_id is None else catalog.vectors.get(photo_id, encoder.key)
        if photo_id is not None and vector is not None:
            photo_ids[row["file"]], vectors[row["file"]] = photo_id, vector
    if not vectors:
        raise BadInput(f"None of the photos in {data}/manifest.csv can be read; put them beside it.")
    return Photos(rows, photo_ids, vectors)


def class_names(file: Path, labelled: Sequence[Row]) -> tuple[list[str], NDArray[np.int64]]:
    """The class names, and for each photo the place of its class among them."""
    if file.suffix == ".tsv":
        with file.open(encoding="utf-8", newline="") as stream:
            table = list(csv.DictReader(stream, delimiter="\t"))
        names = [row.get("openai_name") or row["name"] for row in table]
        truth = [int(row["class_index"]) for row in labelled]
    else:
        names = lines(file)
        truth = [names.index(row["label"]) for row in labelled]
    return names, np.array(truth, np.int64)


def lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
