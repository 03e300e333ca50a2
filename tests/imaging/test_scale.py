"""How much is decoded, what is refused, and what is damaged."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode
from photoclip.domain.photos import ProblemKind
from photoclip.imaging import scale
from photoclip.imaging.formats import Format
from photoclip.imaging.pillow import read_with_pillow
from photoclip.imaging.scale import Needed, needed_for

SMALL = Preprocess(224, 224, "bicubic", ResizeMode.SHORTEST)


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be of this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 10000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("extension", [".jpg", ".png"])
def test_details_are_those_of_the_photo_however_it_is_reduced(tmp_path, scene, read, extension):
    path = tmp_path / f"photo{extension}"
    scene(2501, 1667).save(path)
    details = read(path, preprocess=SMALL, thumbnail=True).details
    assert (details.width, details.height) == (2501, 1667)


def test_a_jpeg_is_decoded_at_a_fraction(tmp_path, scene):
    path = tmp_path / "photo.jpg"
    scene(4000, 3000).save(path)
    with path.open("rb") as file:
        assert read_with_pillow(file, Format.JPEG, Needed(shortest=224)).image.size == (1000, 750)


@pytest.mark.parametrize("size", [(6000, 4000), (1000, 700), (449, 4000), (10000, 450), (513, 512), (3, 2)])
def test_a_reduction_keeps_what_is_needed(size):
    factor = needed_for(DecodeRequest(b"", preprocess=SMALL)).factor(*size, scale.DRAFT_OVERSAMPLING)
    assert max(size) // factor >= min(512, max(size))
    assert min(size) // factor >= min(448, min(size))


def test_a_model_that_takes_the_longest_side_needs_less_of_a_panorama():
    longest = Preprocess(224, 224, "bicubic", ResizeMode.LONGEST)
    assert needed_for(DecodeRequest(b"", preprocess=longest)).factor(10240, 500, 2) == 20
    assert needed_for(DecodeRequest(b"", preprocess=SMALL)).factor(10240, 500, 2) == 1


def test_full_scale_reduces_nothing():
    assert needed_for(DecodeRequest(b"", preprocess=SMALL, full_scale=True)).factor(9999, 9999, 2) == 1


def test_a_small_file_that_claims_a_giant_picture_is_too_large(tmp_path, pool):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_claiming(60000, 50000))
    pool.submit(DecodeRequest(bytes(path), thumbnail=True))
    problem = pool.next_result(60).outcome
    assert problem.kind is ProblemKind.TOO_LARGE
    assert problem.reason == "The picture has 3000 megapixels; photoclip reads up to 128 of this kind."


def test_a_jpeg_counts_after_its_reduction(tmp_path, monkeypatch, scene, read):
    path = tmp_path / "large.jpg"
    scene(2400, 1800).save(path)
    monkeypatch.setattr("photoclip.imaging.pillow.MAX_PIXELS", 1_000_000)
    assert isinstance(read(path, thumbnail=True), Decoded)
    assert read(path, thumbnail=True, full_scale=True).kind is ProblemKind.TOO_LARGE


def test_a_progressive_jpeg_counts_in_full(tmp_path, monkeypatch, scene, read):
    path = tmp_path / "large.jpg"
    scene(2400, 1800).save(path, progressive=True)
    assert isinstance(read(path, thumbnail=True), Decoded)
    monkeypatch.setattr("photoclip.imaging.pillow.MAX_PIXELS", 4_000_000)
    assert read(path, thumbnail=True).kind is ProblemKind.TOO_LARGE


@pytest.mark.parametrize("extension", [".jpg", ".png", ".tif", ".webp", ".gif", ".avif", ".bmp"])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_file_that_ends_early_is_damaged(tmp_path, scene, read, extension, kept):
    path = tmp_path / f"cut{extension}"
    scene(700, 500).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    problem = read(path, thumbnail=True)
    assert problem.kind is ProblemKind.DAMAGED, problem
    if extension in (".jpg", ".png"):
        assert problem.reason.startswith("The file ends early")


@pytest.mark.parametrize(
    "extension", [".jpg", ".png", ".tif", ".webp", ".gif", ".bmp", ".jp2", ".tga", ".psd"]
)
def test_a_header_and_nothing_more_is_a_problem_in_plain_words(tmp_path, scene, read, extension):
    path = tmp_path / f"head{extension}"
    if extension == ".psd":
        path.write_bytes(b"8BPS\0\1" + bytes(20))
    else:
        scene(64, 64).save(path)
        path.write_bytes(path.read_bytes()[:24])
    problem = read(path, thumbnail=True)
    assert problem.kind is ProblemKind.DAMAGED, problem
    assert problem.reason.endswith(".")
    assert "Error" not in problem.reason


def test_a_picture_of_one_pixel_decodes(tmp_path, read):
    path = tmp_path / "dot.png"
    Image.new("RGB", (1, 1), (9, 9, 9)).save(path)
    outcome = read(path, preprocess=SMALL, thumbnail=True)
    assert outcome.pixels.shape == (224, 224, 3)
