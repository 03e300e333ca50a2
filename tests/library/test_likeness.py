"""How alike re-encoded photos are to the starter model, and how alike different ones.

PHOTOCLIP_LIKENESS sets of how many photos; docs/measurements.md has a run with many.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support import SHARED

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.embedding.shelf import Shelf
from photoclip.imaging.pool import DecodePool
from photoclip.library import bursts, duplicates

PHOTOS = int(os.environ.get("PHOTOCLIP_LIKENESS", "12"))
FOLDER = SHARED / "retrieval"
pytestmark = [
    pytest.mark.measure,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the photos beside the project are absent"),
    pytest.mark.timeout(120 + 2 * PHOTOS),
]


def written(image: Image.Image, share: float, quality: int, kind: str = "JPEG") -> bytes:
    size = (round(image.width * share), round(image.height * share))
    smaller = image.resize(size, Image.Resampling.LANCZOS)
    file = io.BytesIO()
    smaller.save(file, kind, quality=quality)
    return file.getvalue()


def moved(image: Image.Image) -> bytes:
    """Another shot of the scene: the camera has moved by a tenth of the picture."""
    width, height = image.size
    inside = image.crop((round(0.1 * width), round(0.05 * height), width, height))
    return written(inside, 1.0, 90)


def variants(photo: Path) -> dict[str, bytes]:
    with Image.open(photo) as opened:
        image = opened.convert("RGB")
    return {
        "itself": photo.read_bytes(),
        "JPEG, quality 85": written(image, 1.0, 85),
        "JPEG, quality 60": written(image, 1.0, 60),
        "WebP, quality 70": written(image, 1.0, 70, "WEBP"),
        "85 % of the size, quality 80": written(image, 0.85, 80),
        "75 % of the size, quality 80": written(image, 0.75, 80),
        "moved by a tenth": moved(image),
    }


def test_reencoded_photos_are_found_and_different_ones_are_not(tmp_path: Path) -> None:
    encoder = Shelf().encoder("starter", "cpu", lambda done, total: None)
    decoder = DecodePool(1)
    rows: dict[str, list[np.ndarray]] = {}
    try:
        for photo in sorted(FOLDER.glob("*.jpg"))[:PHOTOS]:
            pixels = []
            for name, data in (made := variants(photo)).items():
                (tmp_path / name).write_bytes(data)
                decoder.submit(DecodeRequest(bytes(tmp_path / name), preprocess=encoder.preprocess))
                result = decoder.next_result(None)
                assert result is not None
                assert isinstance(result.outcome, Decoded)
                pixels.append(result.outcome.pixels)
            for name, vector in zip(made, encoder.encode_images(np.stack(pixels)), strict=True):
                rows.setdefault(name, []).append(vector)
    finally:
        decoder.close()
    vectors = {name: np.stack(found) for name, found in rows.items()}
    own = vectors["itself"]
    for name, found in vectors.items():
        cosines = (own * found).sum(axis=1)
        print(
            f"{name}: median {np.median(cosines):.3f}, 5th percentile {np.quantile(cosines, 0.05):.3f}; "
            f"{(cosines >= duplicates.LIKENESS).mean():.0%} near duplicates, "
            f"{(cosines >= bursts.LIKENESS).mean():.0%} alike enough for a burst"
        )
    others = (own @ own.T)[np.triu_indices(len(own), 1)]
    print(
        f"different photos: {len(others)} pairs, {(others >= duplicates.LIKENESS).sum()} near duplicates, "
        f"{(others >= bursts.LIKENESS).mean():.2%} alike enough for a burst, most alike {others.max():.3f}"
    )
    assert ((own * vectors["JPEG, quality 85"]).sum(axis=1) >= duplicates.LIKENESS).mean() > 0.9
    assert ((own * vectors["moved by a tenth"]).sum(axis=1) >= bursts.LIKENESS).mean() > 0.9
    assert not (others >= duplicates.LIKENESS).any()
