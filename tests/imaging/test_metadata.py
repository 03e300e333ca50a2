"""What photos tell about the camera, the shot and the place."""

from __future__ import annotations

import os
import random
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

from photoclip.domain.decoding import Decoded
from photoclip.domain.photos import PhotoDetails
from photoclip.imaging.metadata import details_of
from photoclip.imaging.picture import Picture
from photoclip.imaging.wire_details import details_from, details_to

WHERE = {
    GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (48.0, 51.0, 30.0),
    GPS.GPSLongitudeRef: "W", GPS.GPSLongitude: (2.0, 30.0, 0.0),
}  # fmt: skip
SHOT = {
    Base.LensModel: "EF 24-70mm f/2.8L", Base.ExposureTime: IFDRational(1, 250), Base.FNumber: 2.8,
    Base.ISOSpeedRatings: 400, Base.FocalLength: 50.0,
}  # fmt: skip


def exif_with(first=(), shot=(), place=()) -> Image.Exif:
    exif = Image.Exif()
    for tag, value in dict(first).items():
        exif[tag] = value
    for which, values in ((IFD.Exif, dict(shot)), (IFD.GPSInfo, dict(place))):
        exif.get_ifd(which).update(values)
        exif[which] = exif.get_ifd(which)
    return exif


def told(first=(), shot=(), place=(), xmp: bytes = b"") -> PhotoDetails:
    return details_of(Picture(None, 8, 6, "JPEG", exif_with(first, shot, place), xmp=xmp))


def apple_note(*tags: int) -> bytes:
    entries = b"".join(struct.pack(">HHII", tag, 2, 4, 0) for tag in tags)
    return b"Apple iOS\0\0\x01MM" + struct.pack(">H", len(tags)) + entries


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif", ".avif"])
def test_every_format_with_metadata_tells_camera_shot_and_place(tmp_path, scene, read, extension):
    path = tmp_path / f"a{extension}"
    exif = exif_with({Base.Make: "Canon", Base.Model: "Canon EOS 5D", Base.Orientation: 6}, SHOT, WHERE)
    scene(60, 40).save(path, exif=exif)
    details = read(path, thumbnail=True).details
    assert (details.width, details.height) == (40, 60)
    assert (details.camera, details.lens) == ("Canon EOS 5D", "EF 24-70mm f/2.8L")
    assert (details.latitude, details.longitude) == pytest.approx((48.858333, -2.5))
    assert (details.exposure, details.f_number, details.iso) == pytest.approx((0.004, 2.8, 400))
    assert details.focal_length == 50.0
    assert details.sharpness > 0
    without_pixels = read(path, details_only=True)
    assert (without_pixels.thumbnail, without_pixels.pixels, without_pixels.picture) == (None, None, None)
    assert without_pixels.details.sharpness is None
    assert details_to(without_pixels.details)[:-1] == details_to(details)[:-1]


@pytest.mark.measure
def test_a_phone_photo_tells_all_that_it_knows(shared_data, read):
    details = read(shared_data / "album" / "2018" / "IMG_1001.heic", details_only=True).details
    assert (details.camera, details.lens) == ("Apple iPhone 8", "iPhone 8 back camera 3.99mm f/1.8")
    assert (details.latitude, details.longitude) == pytest.approx((23.177917, 113.394317))
    assert (details.iso, details.f_number, details.focal_length) == (80, 1.8, 3.99)


def test_a_raw_tells_its_camera_with_and_without_pixels(tmp_path, scene, read, dng):
    path = dng(tmp_path / "a.dng", scene(640, 480), orientation=6)
    full, quick = read(path, thumbnail=True).details, read(path, details_only=True).details
    assert full.camera == quick.camera == "Photoclip Testcam"
    assert (full.width, full.height) == (quick.width, quick.height) == (480, 640)


def test_details_need_no_sound_pixels(tmp_path, scene, read):
    path = tmp_path / "cut.jpg"
    scene(600, 400).save(path, exif=exif_with({Base.Model: "X100"}))
    path.write_bytes(path.read_bytes()[:3000])
    assert read(path, details_only=True).details.camera == "X100"


def test_metadata_behind_the_pixels_of_a_png_are_found(tmp_path, scene, read):
    path = tmp_path / "late.png"
    scene(60, 40).save(path)
    block = exif_with({Base.Model: "X100"}).tobytes()[6:]
    chunk = struct.pack(">I", len(block)) + b"eXIf" + block
    chunk += struct.pack(">I", zlib.crc32(chunk[4:]))
    whole = path.read_bytes()
    path.write_bytes(whole[:-12] + chunk + whole[-12:])
    assert read(path, details_only=True).details.camera == "X100"
    assert read(path, thumbnail=True).details.camera == "X100"


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 5D", "Canon EOS 5D"),
        ("NIKON CORPORATION", "NIKON D750", "NIKON D750"),
        ("OLYMPUS IMAGING CORP.", "E-M1", "OLYMPUS E-M1"),
        ("EASTMAN KODAK COMPANY", "KODAK EASYSHARE C613", "KODAK EASYSHARE C613"),
        ("Apple", "iPhone 8", "Apple iPhone 8"),
        ("SONY", "", "SONY"),
        ("", "X100", "X100"),
        (None, None, ""),
        ("  Fuji\0film\x07 ", "X\n100\0\0", "Fuji X 100"),
        ("A" * 90, "B" * 90, "A" * 90 + " " + "B" * 9),
        (7, 8, ""),
    ],
)
def test_a_camera_is_named_once(make, model, camera):
    assert told({Base.Make: make, Base.Model: model}).camera == camera


@pytest.mark.parametrize(
    ("stored", "lens"),
    [
        ("----", ""), ("0.0 mm f/0.0", ""), ("unknown", ""), (b"\xff\xfe\x00", "ÿþ"),
        ("Distagon T* 1,4/35 ZÃ¤hler", "Distagon T* 1,4/35 Zähler"), ("turned \u202eback", "turned back"),
        ("\ud800", ""),
    ],
)  # fmt: skip
def test_a_lens_is_text_for_people_or_nothing(stored, lens):
    assert told(shot={Base.LensModel: stored}).lens == lens


@pytest.mark.parametrize(
    "change",
    [
        {GPS.GPSLatitude: (91.0, 0.0, 0.0)},
        {GPS.GPSLatitude: (90.0, 30.0, 0.0)},
        {GPS.GPSLatitude: (48.0, 61.0, 0.0)},
        {GPS.GPSLatitude: (-48.0, 0.0, 0.0)},
        {GPS.GPSLatitude: (float("nan"), 0.0, 0.0)},
        {GPS.GPSLatitude: (IFDRational(0, 0), IFDRational(0, 0), IFDRational(0, 0))},
        {GPS.GPSLatitude: ()},
        {GPS.GPSLatitude: "48.5"},
        {GPS.GPSLatitudeRef: ""},
        {GPS.GPSLatitudeRef: "X"},
        {GPS.GPSLongitudeRef: b"\xff"},
        {GPS.GPSLongitude: (181.0, 0.0, 0.0)},
        {GPS.GPSLatitude: (0.0, 0.0, 0.0), GPS.GPSLongitude: (0.0, 0.0, 0.0)},
    ],
)
def test_a_place_that_makes_no_sense_is_none(change):
    details = told(place=WHERE | change)
    assert (details.latitude, details.longitude) == (None, None)


def test_numbers_that_make_no_sense_are_none_and_others_stand_in():
    nonsense = told(
        shot={
            Base.ExposureTime: IFDRational(0, 0),
            Base.FNumber: -1.0,
            Base.ISOSpeedRatings: 0,
            Base.FocalLength: float("inf"),
        }
    )
    assert (nonsense.exposure, nonsense.f_number, nonsense.iso, nonsense.focal_length) == (None,) * 4
    apex = told(
        shot={
            Base.ShutterSpeedValue: 8.0,
            Base.ApertureValue: 4.0,
            Base.ISOSpeedRatings: (65535,),
            0x8832: 102400,
        }
    )
    assert (apex.exposure, apex.f_number, apex.iso) == (1 / 256, 4.0, 102400)
    assert told(shot={Base.ShutterSpeedValue: -1e300}).exposure is None


def test_a_live_photo_is_known_by_apples_note():
    assert told(shot={Base.MakerNote: apple_note(1, 0x11)}).live
    assert not told(shot={Base.MakerNote: apple_note(1, 0x12)}).live
    assert not told(shot={Base.MakerNote: apple_note(1, 0x11)[:20]}).live
    assert not told(shot={Base.MakerNote: b"Apple iOS\0\0\x01MM\xff\xff" + bytes(9000)}).live


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif"])
def test_a_motion_photo_is_known_by_its_xmp(tmp_path, scene, read, extension):
    xmp = b'<x:xmpmeta><rdf:Description GCamera:MotionPhoto="1" GCamera:MotionPhotoVersion="1"/></x:xmpmeta>'
    path = tmp_path / f"a{extension}"
    if extension == ".png":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        scene(60, 40).save(path, pnginfo=info)
    elif extension == ".tif":
        scene(60, 40).save(path, tiffinfo={700: xmp})
    else:
        scene(60, 40).save(path, xmp=xmp)
    assert read(path, thumbnail=True).details.live
    assert read(path, details_only=True).details.live


@pytest.mark.parametrize(
    ("xmp", "live"),
    [
        (b'GCamera:MicroVideo="1"', True),
        (b"<GCamera:MotionPhoto>1</GCamera:MotionPhoto>", True),
        (b"Camera:MotionPhoto='1'", True),
        (b'GCamera:MotionPhoto="0"', False),
        (b'GCamera:MotionPhoto="10"', False),
        (b'GCamera:MotionPhotoVersion="1"', False),
        (b" " * 70_000 + b'GCamera:MotionPhoto="1"', False),
        (b"Camera:MotionPhoto" * 100_000 + b" " * 100_000, False),
    ],
)
def test_only_what_says_so_is_a_motion_photo(xmp, live):
    assert told(xmp=xmp).live is live


def test_a_blurred_shot_is_less_sharp_than_the_clear_one(tmp_path, scene, read):
    clear, blurred, large = tmp_path / "a.png", tmp_path / "b.png", tmp_path / "c.png"
    scene(900, 600).save(clear)
    scene(900, 600).filter(ImageFilter.GaussianBlur(6)).save(blurred)
    Image.new("RGB", (700, 700), (90, 90, 90)).save(large)
    sharpness = [read(path, thumbnail=True).details.sharpness for path in (clear, blurred, large)]
    assert sharpness[0] > 2 * sharpness[1] > 0 == sharpness[2]


def test_sharpness_is_the_same_whatever_size_of_thumbnails_is_kept(tmp_path, scene, read):
    path = tmp_path / "a.png"
    scene(1400, 900).save(path)
    usual, small, large = (read(path, thumbnail=True, thumbnail_px=px) for px in (512, 256, 1024))
    assert small.details.sharpness == usual.details.sharpness
    assert large.details.sharpness == pytest.approx(usual.details.sharpness, rel=0.2)


ANYTHING = (
    st.none() | st.integers() | st.floats() | st.text(max_size=200) | st.binary(max_size=200)
    | st.lists(st.floats() | st.integers() | st.text(max_size=3), max_size=4).map(tuple)
    | st.builds(IFDRational, st.integers(-9, 9), st.integers(-9, 9))
)  # fmt: skip
TIMES = int(os.environ.get("PHOTOCLIP_FUZZ", "1"))


def tags(*known: int) -> st.SearchStrategy[dict[int, object]]:
    return st.dictionaries(st.sampled_from(known) | st.integers(0, 65535), ANYTHING, max_size=8)


@settings(max_examples=200 * TIMES, derandomize=TIMES == 1, database=None, deadline=None)
@given(
    tags(Base.Make, Base.Model),
    tags(*SHOT, Base.MakerNote, Base.ShutterSpeedValue, Base.ApertureValue),
    tags(*WHERE),
    st.binary(max_size=300),
)
def test_whatever_stands_in_metadata_the_details_are_believed_by_the_reader(first, shot, place, xmp):
    details = told(first, shot, place, xmp)
    assert details_from(details_to(details)) == details


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_forged_blocks_are_read_or_left(tmp_path, scene, read):
    whole = exif_with({Base.Make: "Canon"}, SHOT | {Base.MakerNote: apple_note(0x11)}, WHERE).tobytes()
    chance = random.Random(3)
    for number in range(150):
        forged = bytearray(whole)
        for _ in range(8):
            forged[chance.randrange(6, len(forged))] = chance.randrange(256)
        path = tmp_path / f"{number}.jpg"
        scene(24, 16).save(path, exif=bytes(forged))
        outcome = read(path, details_only=True)
        assert isinstance(outcome, Decoded)
        assert details_from(details_to(outcome.details)) == outcome.details
