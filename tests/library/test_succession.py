"""Which new contents of a file count as an edit of the old one: figures on real photos."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageOps
from support import SHARED

from photoclip.embedding.shelf import Shelf
from photoclip.library.succession import ALIKE

pytestmark = pytest.mark.measure


def _inner(share: float) -> Callable[[Image.Image], Image.Image]:
    def crop(image: Image.Image) -> Image.Image:
        left, top = (round(side * (1 - share) / 2) for side in image.size)
        return image.crop((left, top, image.width - left, image.height - top))

    return crop


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "brighter by 40 %": lambda image: ImageEnhance.Brightness(image).enhance(1.4),
    "darker by 40 %": lambda image: ImageEnhance.Brightness(image).enhance(0.6),
    "more contrast": lambda image: ImageEnhance.Contrast(image).enhance(1.6),
    "half the size": lambda image: image.resize((image.width // 2, image.height // 2)),
    "mirrored": ImageOps.mirror,
    "cropped to 80 %": _inner(0.8),
    "black and white": lambda image: ImageOps.grayscale(image).convert("RGB"),
    "cropped to 60 %": _inner(0.6),
    "turned upside down": lambda image: image.rotate(180),
    "turned by 90 degrees": lambda image: image.rotate(90, expand=True),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the photos beside the project are not here")
def test_most_edits_are_alike_and_other_photos_are_not() -> None:
    encoder = Shelf().encoder("starter", "cpu", lambda done, total: None)
    square = (encoder.preprocess.width, encoder.preprocess.height)
    files = sorted((SHARED / "retrieval").glob("*.jpg"))[::10][:60]
    photos = [Image.open(file).convert("RGB") for file in files]

    def embed(edit: Callable[[Image.Image], Image.Image]) -> np.ndarray:
        return encoder.encode_images(
            np.stack(
                [np.asarray(ImageOps.fit(edit(photo), square, Image.Resampling.BICUBIC)) for photo in photos]
            )
        )

    before = embed(lambda image: image)
    shares = {}
    for name, edit in EDITS.items():
        shares[name] = float(np.mean((before * embed(edit)).sum(axis=1) >= ALIKE))
        print(f"{name}: {shares[name]:.2f} of {len(photos)} count as the same photo")
    others = (before @ before.T)[~np.eye(len(photos), dtype=bool)]
    print(f"two different photos: {np.mean(others >= ALIKE):.4f}")
    assert min(list(shares.values())[:5]) > 0.95
    assert np.mean(others >= ALIKE) < 0.01
