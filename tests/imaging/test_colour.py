"""Every mode becomes the RGB that a person would see."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.imaging.colour import to_rgb, to_srgb
from photoclip.imaging.scale import Needed, reduced

SMALL = Preprocess(64, 64, "bicubic", ResizeMode.SQUASH)


def mean_of(image: Image.Image) -> np.ndarray:
    return np.asarray(image).reshape(-1, 3).mean(0)


@pytest.mark.parametrize(
    ("mode", "extension"),
    [
        ("1", ".png"), ("L", ".png"), ("P", ".png"), ("P", ".gif"), ("RGB", ".png"), ("CMYK", ".tif"),
        ("CMYK", ".jpg"), ("YCbCr", ".jpg"), ("LAB", ".tif"), ("RGBA", ".png"), ("LA", ".png"),
        ("RGBA", ".webp"), ("RGBA", ".tif"), ("1", ".tif"), ("P", ".bmp"), ("L", ".jp2"),
    ],
)  # fmt: skip
def test_every_mode_looks_like_the_original(tmp_path, scene, read, mode, extension):
    original = scene(600, 400)
    expected = original.convert("L").convert("RGB") if mode in ("1", "L", "LA") else original
    if mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        stored = ImageCms.buildTransform(srgb, lab, "RGB", "LAB").apply(original)
    else:
        stored = original.convert(mode)
    path = tmp_path / f"photo{extension}"
    stored.save(path)
    outcome = read(path, preprocess=SMALL)
    wanted = np.asarray(expected.resize((64, 64), Image.Resampling.BICUBIC)).astype(int)
    tolerance = 14 if mode in ("1", "P") else 5
    assert np.abs(outcome.pixels.astype(int) - wanted).mean() < tolerance


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array([[0, 32768, 65535]], np.uint16), [0, 128, 255]),
        (np.array([[0, 2048, 4095]], np.uint16), [0, 128, 255]),
        (np.array([[0, 128, 255]], np.uint16), [0, 128, 255]),
        (np.array([[0, 32768, 65535]], np.int32), [0, 128, 255]),
        (np.array([[-100, 0, 100]], np.int32), [0, 128, 255]),
        (np.array([[0.0, 0.5, 1.0]], np.float32), [0, 128, 255]),
        (np.array([[0.0, np.nan, 255.0]], np.float32), [0, 0, 255]),
        (np.array([[-1e6, 0.0, 1e6]], np.float32), [0, 128, 255]),
        (np.array([[5, 5, 5]], np.int32), [5, 5, 5]),
    ],
)
def test_deep_greys_are_scaled_and_not_clipped(values, expected):
    grey = np.asarray(to_rgb(Image.fromarray(values)))[0, :, 0]
    assert np.abs(grey.astype(int) - expected).max() <= 1


@pytest.mark.parametrize("extension", [".png", ".tif"])
def test_a_sixteen_bit_photo_keeps_its_tones_when_reduced(tmp_path, scene, read, extension):
    grey = np.asarray(scene(1800, 1200).convert("L"))
    path = tmp_path / f"scan{extension}"
    Image.fromarray(grey.astype(np.uint16) * 257).save(path)
    wanted = np.asarray(Image.fromarray(grey).resize((64, 64), Image.Resampling.BICUBIC)).astype(int)
    assert np.abs(read(path, preprocess=SMALL).pixels[..., 0].astype(int) - wanted).mean() < 2


@pytest.mark.parametrize("size", [(40, 30), (3000, 2000)])
def test_what_is_transparent_becomes_white(tmp_path, read, size):
    path = tmp_path / "sticker.png"
    Image.new("RGBA", size, (200, 0, 0, 0)).save(path)
    assert (read(path, preprocess=SMALL).pixels == 255).all()


def test_half_transparent_is_half_white():
    red = to_rgb(Image.new("RGBA", (2, 2), (255, 0, 0, 128)))
    assert np.abs(np.asarray(red)[0, 0].astype(int) - (255, 127, 127)).max() <= 1


def test_a_transparent_colour_of_a_palette_becomes_white(tmp_path, read):
    path = tmp_path / "sprite.gif"
    image = Image.new("P", (20, 20), 1)
    image.putpalette([0, 0, 0, 10, 10, 200])
    image.save(path, transparency=1)
    assert (read(path, preprocess=SMALL).pixels == 255).all()


def test_a_transparent_colour_of_rgb_becomes_white(tmp_path, read):
    path = tmp_path / "keyed.png"
    Image.new("RGB", (20, 20), (1, 2, 3)).save(path, transparency=(1, 2, 3))
    assert (read(path, preprocess=SMALL).pixels == 255).all()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "I", "F"])
def test_reducing_keeps_the_mean_colour(scene, mode):
    image = scene(1400, 1100).convert("L" if mode in ("I;16", "I", "F") else mode)
    if mode in ("I;16", "I", "F"):
        image = Image.fromarray(np.asarray(image).astype({"I;16": "u2", "I": "i4", "F": "f4"}[mode]))
    small = reduced(image, Needed(shortest=50))
    assert small.size == (700, 550)
    assert np.abs(mean_of(to_rgb(small)) - mean_of(to_rgb(image))).max() < 1.5


def wide_gamut_profile() -> bytes:
    """A valid profile of an RGB space that is not sRGB: sRGB's with red and green primaries swapped."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))


def test_the_thumbnail_follows_the_embedded_profile(tmp_path, read):
    path = tmp_path / "wide.jpg"
    Image.new("RGB", (64, 64), (230, 20, 20)).save(path, icc_profile=wide_gamut_profile())
    thumbnail = Image.open(io.BytesIO(read(path, thumbnail=True).thumbnail))
    red, green, _ = thumbnail.getpixel((30, 30))
    assert green > 200 > 60 > red
    assert "icc_profile" not in thumbnail.info


def test_the_model_sees_the_numbers_as_stored_as_in_its_training(tmp_path, read):
    path = tmp_path / "wide.png"
    Image.new("RGB", (64, 64), (230, 20, 20)).save(path, icc_profile=wide_gamut_profile())
    assert tuple(read(path, preprocess=SMALL).pixels[5, 5]) == (230, 20, 20)


@pytest.mark.parametrize("profile", [b"", b"junk", b"\0" * 500])
def test_a_broken_profile_is_ignored(scene, profile):
    image = scene(20, 20)
    assert to_srgb(image, profile) is image


def test_a_profile_of_another_kind_is_ignored(scene):
    image = scene(20, 20).convert("CMYK")
    assert np.array_equal(np.asarray(to_rgb(image, wide_gamut_profile())), np.asarray(image.convert("RGB")))


def test_an_srgb_profile_changes_nothing(scene):
    image = scene(20, 20)
    assert to_srgb(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()) is image
