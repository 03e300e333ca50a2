"""Which files are tried, and what they are taken for."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from photoclip.domain.decoding import Decoded
from photoclip.domain.photos import Problem, ProblemKind

WRITABLE = {
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".tif": "TIFF",
    ".bmp": "BMP",
    ".avif": "AVIF",
    ".jp2": "JPEG2000",
    ".tga": "TGA",
    ".ppm": "PPM",
    ".ico": "ICO",
}


def kind(outcome: Decoded | Problem) -> ProblemKind:
    assert isinstance(outcome, Problem), outcome
    return outcome.kind


@pytest.mark.parametrize(("extension", "name"), WRITABLE.items())
def test_every_format_decodes(tmp_path, scene, read, extension, name):
    path = tmp_path / f"photo{extension}"
    scene(96, 64).save(path, name, **({"sizes": [(96, 64)]} if name == "ICO" else {}))
    outcome = read(path, thumbnail=True)
    assert isinstance(outcome, Decoded), outcome
    assert (outcome.details.format, outcome.details.width, outcome.details.height) == (name, 96, 64)


def test_a_photoshop_file_decodes(tmp_path, read):
    header = b"8BPS\0\1" + bytes(6) + (3).to_bytes(2, "big") + (4).to_bytes(4, "big") + (6).to_bytes(4, "big")
    path = tmp_path / "layers.psd"
    path.write_bytes(
        header + (8).to_bytes(2, "big") + (3).to_bytes(2, "big") + bytes(12) + bytes(2) + b"\x80" * 72
    )
    outcome = read(path, thumbnail=True)
    assert isinstance(outcome, Decoded), outcome
    assert (outcome.details.format, outcome.details.width, outcome.details.height) == ("PSD", 6, 4)


def test_several_pictures_in_one_jpeg_show_the_first(tmp_path, scene, read):
    path = tmp_path / "stereo.mpo"
    scene(1200, 900).save(path, "MPO", save_all=True, append_images=[Image.new("RGB", (1200, 900))])
    outcome = read(path, thumbnail=True)
    assert outcome.details.format == "MPO"
    assert Image.open(io.BytesIO(outcome.thumbnail)).getpixel((10, 10))[0] > 200


@pytest.mark.parametrize("extension", [".gif", ".png", ".webp", ".tif"])
def test_animations_and_pages_show_the_first_frame(tmp_path, read, extension):
    path = tmp_path / f"many{extension}"
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    outcome = read(path, thumbnail=True)
    red, green, blue = Image.open(io.BytesIO(outcome.thumbnail)).getpixel((20, 15))
    assert red > 200 > 60 > max(green, blue)


def test_content_decides_where_the_name_is_wrong(tmp_path, scene, read):
    path = tmp_path / "really_a_png.jpg"
    scene(30, 20).save(path, "PNG")
    assert read(path).details.format == "PNG"


def test_a_jpeg_with_the_name_of_a_raw_file_decodes(tmp_path, scene, read):
    path = tmp_path / "DSC_0001.NEF"
    scene(30, 20).save(path, "JPEG")
    assert read(path).details.format == "JPEG"


def test_a_photo_without_an_extension_is_found_by_its_header(tmp_path, scene, read):
    path = tmp_path / "noext"
    scene(30, 20).save(path, "JPEG")
    assert read(path).details.format == "JPEG"


def test_anything_else_without_an_extension_is_not_a_photo(tmp_path, read):
    path = tmp_path / "README"
    path.write_text("words")
    assert kind(read(path)) is ProblemKind.NOT_A_PHOTO


@pytest.mark.parametrize("name", ["a.jpg.xmp", "clip.mp4", "a.jpg.part", "Thumbs.db", "star.fits", "a.jpg~"])
def test_other_extensions_are_not_even_opened(tmp_path, read, name):
    outcome = read(tmp_path / "absent" / name)
    assert kind(outcome) is ProblemKind.NOT_A_PHOTO
    assert outcome.reason == f"photoclip reads no {Path(name).suffix} files."


def test_control_characters_of_a_name_never_reach_the_reason(tmp_path, read):
    outcome = read(tmp_path / "x.\x1b[31m")
    assert kind(outcome) is ProblemKind.NOT_A_PHOTO
    assert outcome.reason.isprintable()


def test_names_that_are_no_utf8_decode(tmp_path, scene, read):
    odd = tmp_path / os.fsdecode(b"latin1_\xe9\xff.jpg")
    scene(30, 20).save(tmp_path / "x.jpg")
    try:
        (tmp_path / "x.jpg").rename(odd)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes UTF-8 names only")
    assert isinstance(read(odd), Decoded)


def test_an_empty_file_is_empty(tmp_path, read):
    (tmp_path / "empty.jpg").touch()
    assert kind(read(tmp_path / "empty.jpg")) is ProblemKind.EMPTY


def test_a_photo_name_on_other_content_is_damage_and_says_so(tmp_path, read):
    (tmp_path / "page.jpg").write_text("<!DOCTYPE html><p>404")
    outcome = read(tmp_path / "page.jpg")
    assert kind(outcome) is ProblemKind.DAMAGED
    assert outcome.reason == "The file is named .jpg, but its content is no photo."


@pytest.mark.parametrize("brand", [b"isom", b"mp42", b"qt  "])
def test_a_video_with_a_photo_name_is_not_a_photo(tmp_path, read, brand):
    path = tmp_path / "clip.heic"
    path.write_bytes(b"\0\0\0\x18ftyp" + brand + b"\0\0\2\0" + brand + b"mp41" + bytes(100))
    outcome = read(path)
    assert kind(outcome) is ProblemKind.NOT_A_PHOTO
    assert outcome.reason == "The file is named .heic, but it is a video."


@pytest.mark.parametrize(
    ("header", "word"),
    [(b"\xff\x0a", "JPEG XL"), (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"), (b"\x76\x2f\x31\x01", "OpenEXR")],
)
def test_photo_formats_without_a_decoder_are_named(tmp_path, read, header, word):
    path = tmp_path / "new.jxl"
    path.write_bytes(header + bytes(100))
    outcome = read(path)
    assert kind(outcome) is ProblemKind.UNSUPPORTED
    assert word in outcome.reason


def test_a_side_file_of_macos_is_not_a_photo(tmp_path, read):
    (tmp_path / "._plain.jpg").write_bytes(b"\0\5\x16\7\0\2\0\0Mac OS X" + bytes(50))
    assert kind(read(tmp_path / "._plain.jpg")) is ProblemKind.NOT_A_PHOTO


def test_a_raw_name_on_zeros_is_damaged(tmp_path, read):
    (tmp_path / "x.cr2").write_bytes(bytes(5000))
    assert kind(read(tmp_path / "x.cr2")) is ProblemKind.DAMAGED
