"""Camera RAW: previews, development, and which way is up."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.domain.photos import ProblemKind

SMALL = Preprocess(64, 64, "bicubic", ResizeMode.SQUASH)
UPRIGHT_TURN = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_270,
    8: Image.Transpose.ROTATE_90,
}


def preview_of(photo: Image.Image, size: tuple[int, int] = (640, 480)) -> bytes:
    """A JPEG told apart from the development by being grey."""
    encoded = io.BytesIO()
    photo.resize(size).convert("L").convert("RGB").save(encoded, "JPEG")
    return encoded.getvalue()


def is_grey(pixels: np.ndarray) -> bool:
    return int(np.abs(pixels[..., 0].astype(int) - pixels[..., 2]).max()) < 12


def upright(photo: Image.Image, orientation: int) -> Image.Image:
    turn = UPRIGHT_TURN[orientation]
    return photo if turn is None else photo.transpose(turn)


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one.mean(-1).ravel(), other.mean(-1).ravel())[0, 1])


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_raw_without_a_preview_is_developed_upright(tmp_path, scene, read, dng, orientation):
    photo = scene(1600, 1200)
    outcome = read(dng(tmp_path / "a.dng", photo, orientation), preprocess=SMALL)
    seen = upright(photo, orientation)
    assert (outcome.details.format, outcome.details.width, outcome.details.height) == ("RAW", *seen.size)
    assert orientation == max(
        UPRIGHT_TURN,
        key=lambda turn: correlation(outcome.pixels, np.asarray(upright(photo, turn).resize((64, 64)))),
    )
    assert not is_grey(outcome.pixels)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_large_preview_is_taken_first_and_turned_with_the_photo(tmp_path, scene, read, dng, orientation):
    photo = scene(1600, 1200)
    path = dng(tmp_path / "a.dng", photo, orientation, preview_of(photo))
    outcome = read(path, preprocess=SMALL, thumbnail=True)
    seen = upright(photo, orientation)
    assert (outcome.details.width, outcome.details.height) == seen.size
    assert is_grey(outcome.pixels)
    assert correlation(outcome.pixels, np.asarray(seen.convert("L").convert("RGB").resize((64, 64)))) > 0.9


def test_a_preview_that_the_camera_turned_already_is_not_turned_again(tmp_path, scene, read, dng):
    photo = scene(1600, 1200)
    seen = upright(photo, 6)
    outcome = read(dng(tmp_path / "a.dng", photo, 6, preview_of(seen, (480, 640))), preprocess=SMALL)
    assert correlation(outcome.pixels, np.asarray(seen.convert("L").convert("RGB").resize((64, 64)))) > 0.9


def test_a_small_preview_yields_to_the_development(tmp_path, scene, read, dng):
    photo = scene(1600, 1200)
    path = dng(tmp_path / "a.dng", photo, 1, preview_of(photo, (160, 120)))
    assert not is_grey(read(path, preprocess=SMALL).pixels)


def test_a_damaged_preview_yields_to_the_development(tmp_path, scene, read, dng):
    photo = scene(1600, 1200)
    path = dng(tmp_path / "a.dng", photo, 1, preview_of(photo)[:2000])
    assert not is_grey(read(path, preprocess=SMALL).pixels)


def test_a_raw_tells_when_it_was_taken(tmp_path, scene, read, dng):
    assert read(dng(tmp_path / "a.dng", scene(800, 600))).details.taken_at == "2019-05-06T07:08:09"


def test_a_raw_of_no_known_camera_is_unsupported(tmp_path, scene, read):
    path = tmp_path / "a.nef"
    scene(40, 30).save(path, "TIFF")
    assert read(path).kind in (ProblemKind.UNSUPPORTED, ProblemKind.DAMAGED)


def test_a_raw_that_ends_early_is_damaged(tmp_path, scene, read, dng):
    path = dng(tmp_path / "a.dng", scene(1600, 1200))
    path.write_bytes(path.read_bytes()[:3000])
    assert read(path).kind is ProblemKind.DAMAGED
