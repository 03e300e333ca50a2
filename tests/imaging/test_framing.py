"""The model's input is what open_clip's own transform gives; the thumbnail is small and bare."""

from __future__ import annotations

import io

import numpy as np
import pytest
import torch
from open_clip.transform import image_transform
from PIL import Image

from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.imaging.framing import encode_thumbnail, model_input

SIZES = [
    (640, 480),
    (480, 640),
    (333, 500),
    (1001, 667),
    (100, 75),
    (224, 224),
    (225, 224),
    (1200, 299),
    (40, 410),
]


def by_open_clip(image: Image.Image, wanted: Preprocess) -> np.ndarray:
    """open_clip's inference transform, its last step (mean and std) left out."""
    transform = image_transform(
        (wanted.height, wanted.width),
        is_train=False,
        mean=(0.0, 0.0, 0.0),
        std=(1.0, 1.0, 1.0),
        resize_mode=wanted.resize_mode.value,
        interpolation=wanted.interpolation,
        fill_color=wanted.fill,
    )
    tensor = transform(image)
    assert isinstance(tensor, torch.Tensor)
    return (tensor.permute(1, 2, 0).numpy() * 255).round().astype(np.uint8)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("interpolation", ["bicubic", "bilinear"])
@pytest.mark.parametrize("mode", list(ResizeMode))
@pytest.mark.parametrize("shape", [(224, 224), (240, 320), (378, 256)])
def test_pixels_equal_those_of_open_clip(scene, mode, interpolation, shape, size):
    wanted = Preprocess(*shape, interpolation, mode, fill=127)
    image = scene(*size)
    pixels = model_input(image, wanted)
    assert pixels.dtype == np.uint8
    assert pixels.shape == (*shape, 3)
    assert np.array_equal(pixels, by_open_clip(image, wanted))


@pytest.mark.parametrize("mode", list(ResizeMode))
def test_a_file_at_full_scale_gives_exactly_what_open_clip_sees(tmp_path, scene, read, mode):
    path = tmp_path / "photo.jpg"
    scene(2400, 1800).save(path, quality=92)
    wanted = Preprocess(224, 224, "bicubic", mode)
    outcome = read(path, preprocess=wanted, thumbnail=True, full_scale=True)
    assert np.array_equal(outcome.pixels, by_open_clip(Image.open(path), wanted))


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp"])
@pytest.mark.parametrize("mode", list(ResizeMode))
def test_a_reduced_decode_stays_close_to_the_full_one(tmp_path, scene, read, mode, extension):
    path = tmp_path / f"photo{extension}"
    scene(2400, 1800).save(path, quality=92)
    wanted = Preprocess(224, 224, "bicubic", mode)
    quick = read(path, preprocess=wanted).pixels.astype(int)
    full = read(path, preprocess=wanted, full_scale=True).pixels.astype(int)
    assert np.abs(quick - full).mean() < 2


@pytest.mark.parametrize("size", [(30000, 9), (9, 30000), (200000, 1)])
@pytest.mark.parametrize("mode", list(ResizeMode))
def test_extreme_strips_cost_no_giant_picture(scene, size, mode):
    wanted = Preprocess(224, 224, "bicubic", mode)
    assert model_input(scene(*size), wanted).shape == (224, 224, 3)


@pytest.mark.parametrize("size", [(5000, 260), (260, 5000)])
def test_only_the_middle_of_a_long_panorama_is_computed_and_it_is_the_same(scene, size):
    wanted = Preprocess(224, 224, "bicubic", ResizeMode.SHORTEST)
    image = scene(*size)
    difference = model_input(image, wanted).astype(int) - by_open_clip(image, wanted)
    assert np.abs(difference).max() <= 1


@pytest.mark.parametrize(
    ("size", "expected"),
    [((4000, 3000), (512, 384)), ((300, 900), (171, 512)), ((200, 100), (200, 100)), ((9000, 3), (512, 1))],
)
def test_a_thumbnail_is_at_most_512_and_never_enlarged(scene, size, expected):
    thumbnail = Image.open(io.BytesIO(encode_thumbnail(scene(*size), None)))
    assert (thumbnail.format, thumbnail.mode, thumbnail.size) == ("JPEG", "RGB", expected)


def test_a_thumbnail_tells_nothing_about_its_photo(tmp_path, scene, read):
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    path = tmp_path / "photo.jpg"
    scene(600, 400).save(path, exif=exif, comment=b"a private remark", icc_profile=b"x" * 200)
    thumbnail = read(path, thumbnail=True).thumbnail
    assert b"Secret" not in thumbnail
    assert b"private" not in thumbnail
    assert b"ICC_PROFILE" not in thumbnail


def test_only_what_is_asked_for_is_made(tmp_path, scene, read):
    path = tmp_path / "photo.png"
    scene(60, 40).save(path)
    outcome = read(path)
    assert outcome.details is not None
    assert (outcome.thumbnail, outcome.pixels) == (None, None)
