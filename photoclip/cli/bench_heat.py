"""`photoclip bench heat`: the pointing game on photos of things pasted into photos of scenes.

A hit is a photo whose hottest place lies in the box into which the thing was
pasted, as in Zhang et al., "Top-down Neural Attention by Excitation Backprop", 2018.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip import bootstrap
from photoclip.cli.labelled import Row, manifest
from photoclip.cli.progress import Progress
from photoclip.domain.decoding import THUMBNAIL_PX, DecodeRequest
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder, Encoder
from photoclip.errors import BadInput
from photoclip.library import heat as heats
from photoclip.library import relevance
from photoclip.library.heat import Matrix, Pixels, Window

_SEED = 7
_SHARE = 0.4
"""The pasted photo's longer side, as a share of the scene's shorter one."""
_SCENES = "caption"
_NO_THINGS = {"BACKGROUND_Google", "Faces", "Faces_easy"}
"""Classes of Caltech-101 that show no thing, or one that many of the scenes show too."""


@dataclass(frozen=True, eq=False, slots=True)
class Composite:
    """A scene with a photo of a thing in it; its box is top, left, bottom and right, as shares."""

    picture: Pixels
    box: tuple[float, float, float, float]
    label: str

    def holds(self, down: float, across: float) -> bool:
        top, left, bottom, right = self.box
        return top <= down <= bottom and left <= across <= right


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of the photos, and the median milliseconds for one."""

    photos: int
    hits: float
    centre: float
    area: float
    plain_patches: float
    """The nearest place of one look at the whole photo, without the background captions."""
    glows: float
    glows_for_another_word: float
    milliseconds: float


def heat(options: argparse.Namespace) -> int:
    """Make the composites in memory and look where their heat is."""
    with (
        tempfile.TemporaryDirectory(prefix="photoclip-bench-") as place,
        Progress() as progress,
        bootstrap.writing(Path(place)) as workshop,
        closing(workshop.new_decoder()) as decoder,
    ):
        encoder = workshop.models.encoder(options.model, options.device, lambda done, total: None)
        bank = relevance.background(encoder, workshop.captions, workshop.backgrounds)
        made = list(_composites(decoder, options.data, options.photos))
        if not made:
            raise BadInput(f"{options.data} holds no photos of things and scenes; name another folder.")
        figures = _play(encoder, bank, made, progress)
    if options.json:
        print(json.dumps({"model": str(encoder.key), **asdict(figures)}))
        return 0
    print(f"{encoder.key}: {figures.photos} composites")
    print(f"hit {figures.hits:.3f}   the centre {figures.centre:.3f}   any place {figures.area:.3f}")
    print(f"plain cosines of the places of one look {figures.plain_patches:.3f}")
    print(f"glows {figures.glows:.3f}   for what is not there {figures.glows_for_another_word:.3f}")
    print(f"{figures.milliseconds:.0f} ms a photo")
    return 0


def _composites(decoder: Decoder, data: Path, count: int) -> Iterator[Composite]:
    rows, chance = manifest(data), np.random.default_rng(_SEED)
    things = [row for row in rows if row.get("source") == "caltech101" and row["label"] not in _NO_THINGS]
    scenes = [row for row in rows if row["kind"] == _SCENES]
    if not scenes:
        return
    chance.shuffle(things)
    chance.shuffle(scenes)
    for place, thing in enumerate(things[:count]):
        pictures = [_read(decoder, data, row) for row in (thing, scenes[place % len(scenes)])]
        yield pasted(pictures[0], pictures[1], thing["label"], chance)


def _read(decoder: Decoder, data: Path, row: Row) -> Pixels:
    request = DecodeRequest(os.fsencode(data / row["file"]), picture=(THUMBNAIL_PX, THUMBNAIL_PX))
    decoder.submit(request)
    result = decoder.next_result(None)
    if result is None or isinstance(result.outcome, Problem) or result.outcome.picture is None:
        raise BadInput(f"{row['file']} cannot be read; name a folder whose photos can.")
    return result.outcome.picture


def pasted(thing: Pixels, scene: Pixels, label: str, chance: np.random.Generator) -> Composite:
    """A shrunk photo of a thing somewhere in a scene."""
    size = np.array(scene.shape[:2])
    shrink = _SHARE * size.min() / max(thing.shape[:2])
    shape = (max(1, round(thing.shape[0] * shrink)), max(1, round(thing.shape[1] * shrink)))
    small = heats.part(thing, Window(0.0, 0.0, *map(float, thing.shape[:2])), shape)
    top, left = (int(chance.integers(0, room + 1)) for room in size - shape)
    picture = scene.copy()
    picture[top : top + shape[0], left : left + shape[1]] = small
    edges = (top / size[0], left / size[1], (top + shape[0]) / size[0], (left + shape[1]) / size[1])
    return Composite(picture, edges, label)


def _play(encoder: Encoder, bank: Matrix, made: Sequence[Composite], progress: Progress) -> Figures:
    vectors = encoder.encode_texts([one.label for one in made])
    hits, plain, glows, strange, seconds = [], [], [], [], []
    for done, one in enumerate(made):
        progress.show("Looking", done, len(made))
        started = time.perf_counter()
        seen = _end(heats.looked_at(one.picture, encoder, vectors[done : done + 1], bank, math.inf))
        seconds.append(time.perf_counter() - started)
        if seen is None:
            raise BadInput("This model sees no places in a photo; measure another one.")
        hits.append(bool(seen.any()) and one.holds(*_hottest(seen)))
        glows.append(bool(seen.any()))
        plain.append(_plainly(encoder, one, vectors[done]))
        other = _another(made, done)
        absent = _end(heats.looked_at(one.picture, encoder, vectors[other : other + 1], bank, math.inf))
        strange.append(absent is not None and bool(absent.any()))
    boxes = [one.box for one in made]
    return Figures(
        photos=len(made),
        hits=float(np.mean(hits)),
        centre=float(np.mean([one.holds(0.5, 0.5) for one in made])),
        area=float(np.mean([(bottom - top) * (right - left) for top, left, bottom, right in boxes])),
        plain_patches=float(np.mean(plain)),
        glows=float(np.mean(glows)),
        glows_for_another_word=float(np.mean(strange)),
        milliseconds=1000 * float(np.median(seconds)),
    )


def _another(made: Sequence[Composite], place: int) -> int:
    """The next photo of another thing."""
    following = (*range(place + 1, len(made)), *range(place))
    return next((other for other in following if made[other].label != made[place].label), place)


def _plainly(encoder: Encoder, one: Composite, vector: Matrix) -> bool:
    """Whether the nearest place of the middle of the photo lies in the box."""
    shape = encoder.preprocess.height, encoder.preprocess.width
    height, width = one.picture.shape[:2]
    side = float(min(height, width))
    whole = Window((height - side) / 2, (width - side) / 2, side, side)
    places = encoder.encode_places(heats.part(one.picture, whole, shape))
    if places is None:
        return False
    down, across = _hottest(places @ vector)
    return one.holds((whole.top + down * side) / height, (whole.left + across * side) / width)


def _hottest(values: NDArray[np.float32]) -> tuple[float, float]:
    """The middle of the hottest cell, as shares of the sides."""
    row, column = np.unravel_index(int(values.argmax()), values.shape)
    return (int(row) + 0.5) / values.shape[0], (int(column) + 0.5) / values.shape[1]


def _end(steps: Generator[None, None, Matrix | None]) -> Matrix | None:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Matrix | None = end.value
            return found
