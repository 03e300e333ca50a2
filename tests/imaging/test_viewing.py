"""Whole pictures to look at: upright, sRGB, fitted, and never more than the program can hold."""

from __future__ import annotations

import io
import os

import numpy as np
import pytest
from PIL import Image

from photoclip.domain.decoding import MOST_PICTURE_PIXELS, Decoded, DecodeRequest
from photoclip.domain.errands import CopyMetadata
from photoclip.domain.photos import ProblemKind
from photoclip.imaging import scale
from photoclip.imaging.viewing import to_look_at

from .test_colour import wide_gamut_profile
from .test_exif import ORIENTATION, stored


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif", ".avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_at_its_own_size(tmp_path, scene, read, orientation, extension):
    upright = scene(300, 200)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / f"turned{extension}"
    stored(upright.copy(), orientation).save(path, exif=exif)
    picture = read(path, picture=(0, 0)).picture
    assert (picture.shape, picture.dtype) == ((200, 300, 3), np.uint8)
    assert picture.flags.c_contiguous
    assert np.abs(picture.astype(int) - np.asarray(upright)).mean() < 16


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turning_by_addresses_is_turning(scene, orientation):
    upright = scene(30, 20)
    turned = stored(upright.copy(), orientation)
    assert np.array_equal(to_look_at(turned, orientation, None, (0, 0)), np.asarray(upright))


@pytest.mark.parametrize("save", [{}, {"progressive": True}, {"quality": 60}])
@pytest.mark.parametrize(
    ("box", "size"),
    [
        ((500, 500), (500, 333)),
        ((500, 100), (150, 100)),
        ((0, 400), (600, 400)),
        ((9999, 9999), (3000, 2000)),
    ],
)
def test_a_picture_fits_into_its_box_and_is_not_enlarged(tmp_path, scene, read, box, size, save):
    path = tmp_path / "a.jpg"
    scene(3000, 2000).save(path, **save)
    outcome = read(path, picture=box)
    assert outcome.picture.shape == (size[1], size[0], 3)
    assert (outcome.details.width, outcome.details.height) == (3000, 2000)
    small = np.asarray(scene(3000, 2000).resize(size, Image.Resampling.BICUBIC)).astype(int)
    assert np.abs(outcome.picture - small).mean() < 10


def test_a_portrait_fits_as_it_stands(tmp_path, scene, read):
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    scene(3000, 2000).save(path, exif=exif)
    assert read(path, picture=(600, 300)).picture.shape == (300, 200, 3)


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif"])
def test_colours_follow_the_embedded_profile(tmp_path, read, extension):
    path = tmp_path / f"wide{extension}"
    Image.new("RGB", (64, 600), (230, 20, 20)).save(path, icc_profile=wide_gamut_profile())
    red, green, _ = read(path, picture=(0, 0)).picture[550, 30]
    assert green > 200 > 60 > red


def test_deep_greys_and_transparency_are_shown(tmp_path, read):
    Image.new("I;16", (40, 30), 40000).save(tmp_path / "grey.png")
    assert (read(tmp_path / "grey.png", picture=(0, 0)).picture == round(40000 / 65535 * 255)).all()
    Image.new("RGBA", (4, 4), (10, 20, 30, 0)).save(tmp_path / "clear.png")
    assert (read(tmp_path / "clear.png", picture=(0, 0)).picture == 255).all()


def test_a_raw_is_developed_where_its_preview_is_too_small(tmp_path, scene, read, dng):
    preview = io.BytesIO()
    Image.new("RGB", (640, 480), (200, 10, 10)).save(preview, "JPEG")
    path = dng(tmp_path / "a.dng", scene(1280, 960), preview=preview.getvalue())
    assert read(path, picture=(0, 0)).picture.shape[1] > 1200
    small = read(path, picture=(600, 600)).picture
    assert small.shape == (450, 600, 3)
    assert np.abs(small.astype(int) - (200, 10, 10)).mean() < 6


def test_a_panorama_of_30000_pixels_comes_back_reduced(tmp_path, pool):
    path = tmp_path / "panorama.jpg"
    row = np.linspace(0, 255, 30_000).astype(np.uint8)
    Image.fromarray(np.broadcast_to(row[None, :, None], (4600, 30_000, 3)).copy()).save(path, quality=50)
    pool.submit(DecodeRequest(os.fsencode(path), picture=(0, 0)))
    outcome = pool.next_result(80).outcome
    assert isinstance(outcome, Decoded), outcome
    height, width, _ = outcome.picture.shape
    assert MOST_PICTURE_PIXELS / 4 < width * height <= 1.001 * MOST_PICTURE_PIXELS
    assert width / height == pytest.approx(30_000 / 4600, rel=0.01)
    assert outcome.details.width == 30_000
    ramp = outcome.picture[height // 2, :, 0].astype(int)
    assert (np.diff(ramp[:: width // 50]) >= 0).all()


def test_a_large_picture_is_reduced_to_what_is_handed_over(tmp_path, scene, read, monkeypatch):
    monkeypatch.setattr(scale, "MOST_PICTURE_PIXELS", 100_000)
    for name in ("a.png", "a.jpg"):
        scene(1500, 1000).save(tmp_path / name)
        height, width, _ = read(tmp_path / name, picture=(0, 0)).picture.shape
        assert (width, height) == (387, 258)


def test_a_picture_travels_through_the_pool_with_what_a_copy_carries(tmp_path, scene, pool):
    path = tmp_path / "a.png"
    exif = Image.Exif()
    exif[0x010F] = "Canon"
    scene(400, 300).save(path, exif=exif)
    pool.submit(DecodeRequest(os.fsencode(path), picture=(0, 0), metadata=CopyMetadata.KEEP))
    outcome = pool.next_result(60).outcome
    assert np.array_equal(outcome.picture, np.asarray(scene(400, 300)))
    assert outcome.exif.startswith(b"Exif\0\0")
    assert (outcome.thumbnail, outcome.pixels) == (None, None)


def test_a_cut_photo_is_no_picture(tmp_path, scene, read):
    path = tmp_path / "cut.jpg"
    scene(700, 500).save(path)
    path.write_bytes(path.read_bytes()[:9000])
    assert read(path, picture=(0, 0)).kind is ProblemKind.DAMAGED
