"""How alike re-encoded photos are to the starter model, and how alike different ones.

PHOTOCLIP_LIKENESS sets of how many photos; docs/measurements.md has a run with many.
"""

from __future__ import annotations

import io
import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from support import SHARED

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.embedding.shelf import Shelf
from photoclip.imaging.pool import DecodePool
from photoclip.imaging.sketches import Sketches
from photoclip.imaging.thumbnails import Thumbnails
from photoclip.library import bursts, duplicates
from photoclip.library.likeness import CERTAIN, Grey, are_same, levelled

PHOTOS = int(os.environ.get("PHOTOCLIP_LIKENESS", "12"))
FOLDER = SHARED / "retrieval"
pytestmark = [
    pytest.mark.measure,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the photos beside the project are absent"),
    pytest.mark.timeout(120 + 8 * PHOTOS),
]


def written(image: Image.Image, share: float, quality: int, kind: str = "JPEG") -> bytes:
    size = (round(image.width * share), round(image.height * share))
    smaller = image.resize(size, Image.Resampling.LANCZOS)
    file = io.BytesIO()
    smaller.save(file, kind, quality=quality)
    return file.getvalue()


def moved(image: Image.Image, share: float) -> bytes:
    """Another shot of the scene: the camera has moved by a share of the picture."""
    width, height = image.size
    inside = image.crop((round(share * width), round(share / 2 * height), width, height))
    return written(inside, 1.0, 90)


def variants(photo: Path) -> dict[str, bytes]:
    with Image.open(photo) as opened:
        image = opened.convert("RGB")
    return {
        "itself": photo.read_bytes(),
        "JPEG, quality 85": written(image, 1.0, 85),
        "JPEG, quality 60": written(image, 1.0, 60),
        "WebP, quality 70": written(image, 1.0, 70, "WEBP"),
        "75 % of the size, quality 80": written(image, 0.75, 80),
        "50 % of the size, quality 80": written(image, 0.5, 80),
        "33 % of the size, quality 70": written(image, 0.33, 70),
        "moved by a fiftieth": moved(image, 0.02),
        "moved by a tenth": moved(image, 0.1),
    }


COPIES = ("JPEG, quality 85", "JPEG, quality 60", "WebP, quality 70", "75 % of the size, quality 80")


@dataclass(frozen=True)
class Seen:
    """Vectors and sketches of the same variant of many photos."""

    vectors: NDArray[np.float32]
    sketches: list[Grey]

    def half(self, first: int) -> Seen:
        return Seen(self.vectors[first::2], self.sketches[first::2])

    def cosines(self, other: Seen) -> NDArray[np.float32]:
        cosines: NDArray[np.float32] = (self.vectors * other.vectors).sum(axis=1)
        return cosines

    def same(self, other: Seen) -> NDArray[np.bool_]:
        pairs = zip(self.sketches, other.sketches, strict=True)
        eye = np.array([are_same(levelled(one), levelled(two)) for one, two in pairs])
        found: NDArray[np.bool_] = (self.cosines(other) >= duplicates.LIKENESS) & eye
        return found


def look(folder: Path) -> dict[str, Seen]:
    """All variants of photos as the library sees them."""
    encoder = Shelf().encoder("starter", "cpu", lambda done, total: None)
    thumbnails = Thumbnails(folder / "thumbnails")
    sketches, decoder = Sketches(thumbnails), DecodePool(1)
    rows: dict[str, list[np.ndarray]] = {}
    drawn: dict[str, list[Grey]] = {}
    with closing(decoder):
        photos = sorted(FOLDER.glob("*.jpg"))
        for photo in photos[:: max(1, len(photos) // PHOTOS)][:PHOTOS]:
            pixels = []
            for name, data in (made := variants(photo)).items():
                (folder / name).write_bytes(data)
                request = DecodeRequest(bytes(folder / name), preprocess=encoder.preprocess, thumbnail=True)
                decoder.submit(request)
                result = decoder.next_result(None)
                assert result is not None
                assert isinstance(result.outcome, Decoded)
                pixels.append(result.outcome.pixels)
                thumbnails.put(result.outcome.content_hash, result.outcome.thumbnail)
                sketch = sketches.of(result.outcome.content_hash)
                assert sketch is not None
                drawn.setdefault(name, []).append(sketch)
            for name, vector in zip(made, encoder.encode_images(np.stack(pixels)), strict=True):
                rows.setdefault(name, []).append(vector)
    return {name: Seen(np.stack(rows[name]), drawn[name]) for name in rows}


def test_copies_are_found_and_other_shots_and_photos_are_not(tmp_path: Path) -> None:
    seen = look(tmp_path)
    for first, part in enumerate(("to choose by", "to report")):
        own = seen["itself"].half(first)
        for name, every in seen.items():
            other = every.half(first)
            cosines = own.cosines(other)
            print(
                f"{part}: {name}: cosine median {np.median(cosines):.3f}, "
                f"5th percentile {np.quantile(cosines, 0.05):.3f}; {own.same(other).mean():.0%} near "
                f"duplicates, {(cosines >= CERTAIN).mean():.0%} by the vector alone, "
                f"{(cosines >= bursts.LIKENESS).mean():.0%} alike enough for a burst"
            )
        one, two = np.triu_indices(len(own.vectors), 1)
        apart = Seen(own.vectors[one], [own.sketches[row] for row in one])
        others = Seen(own.vectors[two], [own.sketches[row] for row in two])
        found = apart.same(others)
        alike = apart.cosines(others)
        print(
            f"{part}: different photos: {len(alike)} pairs, {found.sum()} near duplicates, of "
            f"{(alike >= duplicates.LIKENESS).sum()} looked at closely; {(alike >= CERTAIN).sum()} by the "
            f"vector alone, {(alike >= bursts.LIKENESS).mean():.2%} alike enough for a burst"
        )
        assert not found.any()
        for name in COPIES:
            assert own.same(seen[name].half(first)).mean() > 0.8
        assert own.same(seen["moved by a tenth"].half(first)).mean() < 0.1
        assert (own.cosines(seen["moved by a tenth"].half(first)) >= bursts.LIKENESS).mean() > 0.8
