"""Upright photos, and when they were taken."""

from __future__ import annotations

import io
from datetime import datetime

import numpy as np
import pytest
from PIL import Image, ImageOps

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode

SMALL = Preprocess(64, 64, "bicubic", ResizeMode.SHORTEST)
ORIENTATION, DATE_TIME, EXIF_IFD, ORIGINAL, DIGITIZED = 0x0112, 0x0132, 0x8769, 0x9003, 0x9004
STORED_BY = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}


def stored(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera stores it that has to be turned by `orientation` to stand upright."""
    exif = image.getexif()
    exif[ORIENTATION] = STORED_BY.get(orientation, 1)
    turned = ImageOps.exif_transpose(image)
    del exif[ORIENTATION]
    return turned


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif", ".avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_stands_upright(tmp_path, scene, read, orientation, extension):
    upright = scene(300, 200)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / f"turned{extension}"
    stored(upright.copy(), orientation).save(path, exif=exif)
    outcome = read(path, thumbnail=True, preprocess=SMALL)
    assert (outcome.details.width, outcome.details.height) == (300, 200)
    shown = np.asarray(Image.open(io.BytesIO(outcome.thumbnail))).astype(int)
    assert shown.shape == (200, 300, 3)
    assert np.abs(shown - np.asarray(upright)).mean() < 16
    wanted = np.asarray(upright.resize((96, 64), Image.Resampling.BICUBIC).crop((16, 0, 80, 64))).astype(int)
    assert np.abs(outcome.pixels - wanted).mean() < 6


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_makes_no_sense_is_ignored(tmp_path, scene, read, orientation):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / "odd.png"
    scene(60, 40).save(path, exif=exif)
    assert (read(path).details.width, read(path).details.height) == (60, 40)


@pytest.mark.measure
def test_the_nine_variants_of_one_photo_look_the_same(shared_data, read):
    variants = sorted((shared_data / "album" / "orientation").glob("*.jpg"))
    assert len(variants) == 9
    outcomes = [read(path, thumbnail=True, preprocess=SMALL) for path in variants]
    assert {(o.details.width, o.details.height) for o in outcomes} == {(1800, 1200)}
    first = outcomes[0].pixels.astype(int)
    # Each variant has its own number printed in the middle, so they differ a little.
    assert all(np.abs(o.pixels - first).mean() < 4 for o in outcomes)


@pytest.mark.measure
def test_heic_is_not_turned_twice(shared_data, read):
    turned = shared_data / "hostile" / "exiv2_issue_9292_sony_6_right_top.HIF"
    details = read(turned).details
    assert (details.format, details.width, details.height) == ("HEIF", 4672, 7008)


@pytest.mark.measure
def test_heic_tells_when_it_was_taken(shared_data, read):
    outcome = read(shared_data / "album" / "2018" / "IMG_1001.heic", thumbnail=True)
    assert outcome.details.taken_at == "2018-02-05T15:11:44"
    assert Image.open(io.BytesIO(outcome.thumbnail)).size == (512, 384)


def dated(
    path, photo: Image.Image, original: object = None, digitized: object = None, changed: object = None
):
    exif = Image.Exif()
    camera = exif.get_ifd(EXIF_IFD)
    for ifd, tag, value in (
        (camera, ORIGINAL, original),
        (camera, DIGITIZED, digitized),
        (exif, DATE_TIME, changed),
    ):
        if value is not None:
            ifd[tag] = value
    exif[EXIF_IFD] = camera
    photo.save(path, exif=exif)
    return path


def test_the_moment_of_exposure_comes_first(tmp_path, scene, read):
    path = dated(
        tmp_path / "a.jpg", scene(8, 8), "2018:02:05 15:11:44", "2019:01:01 00:00:00", "2020:01:01 00:00:00"
    )
    assert read(path).details.taken_at == "2018-02-05T15:11:44"


def test_a_date_that_makes_no_sense_yields_to_the_next(tmp_path, scene, read):
    path = dated(
        tmp_path / "a.jpg", scene(8, 8), "0000:00:00 00:00:00", "2019:13:01 00:00:00", "2020:01:02 03:04:05"
    )
    assert read(path).details.taken_at == "2020-01-02T03:04:05"


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif", ".avif"])
def test_every_format_with_metadata_tells_its_date(tmp_path, scene, read, extension):
    path = dated(tmp_path / f"a{extension}", scene(16, 16), "2018:02:05 15:11:44")
    assert read(path).details.taken_at == "2018-02-05T15:11:44"


@pytest.mark.parametrize(
    "value",
    [
        "0000:00:00 00:00:00", "    :  :     :  :  ", "", "yesterday", "2019:02:30 10:00:00",
        "1825:01:01 00:00:00", f"{datetime.now().year + 2}:01:01 00:00:00", "2019:01:01 25:00:00",
    ],
)  # fmt: skip
def test_impossible_dates_are_none(tmp_path, scene, read, value):
    assert read(dated(tmp_path / "a.jpg", scene(8, 8), value)).details.taken_at is None


@pytest.mark.parametrize(
    "value",
    ["2018-02-05 15:11:44", "2018:02:05T15:11:44", "2018:02:05 15:11:44+02:00", "2018:2:5 15:11:44\0"],
)
def test_dates_of_careless_programs_are_understood(tmp_path, scene, read, value):
    assert read(dated(tmp_path / "a.jpg", scene(8, 8), value)).details.taken_at == "2018-02-05T15:11:44"


def test_forged_metadata_never_stops_a_decode(tmp_path, scene, pool):
    good = Image.Exif()
    good[ORIENTATION] = 6
    good.get_ifd(EXIF_IFD)[ORIGINAL] = "2018:02:05 15:11:44"
    whole = good.tobytes()
    random = np.random.default_rng(7)
    for number in range(40):
        forged = bytearray(whole)
        for at in random.integers(6, len(forged), 6):
            forged[at] = random.integers(0, 256)
        path = tmp_path / f"{number}.jpg"
        scene(24, 16).save(path, exif=bytes(forged[: len(whole) - number]))
        pool.submit(DecodeRequest(bytes(path), thumbnail=True))
    outcomes = [pool.next_result(60).outcome for _ in range(40)]
    assert all(isinstance(outcome, Decoded) for outcome in outcomes), outcomes
