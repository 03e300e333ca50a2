"""Real files for the imaging tests, made here."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.photos import Problem
from photoclip.imaging.decode import decode
from photoclip.imaging.pool import DecodePool

Scene = Callable[[int, int], Image.Image]
Reader = Callable[..., Decoded | Problem]

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture
def scene() -> Scene:
    """An RGB picture with smooth parts, edges and noise, different in each corner."""

    def make(width: int, height: int) -> Image.Image:
        down, across = np.mgrid[0:height, 0:width]
        waves = 128 + 90 * np.sin(across / (9 + width / 40)) * np.cos(down / (7 + height / 50))
        pixels = np.stack([255 * across / max(1, width - 1), 255 * down / max(1, height - 1), waves], -1)
        pixels += np.random.default_rng(1).normal(0, 12, pixels.shape)
        pixels[: height // 5, : width // 3] = (250, 40, 30)
        pixels[-(height // 4) :, -(width // 6) :] = (20, 30, 240)
        return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))

    return make


@pytest.fixture
def read() -> Reader:
    """Decode a file in this process."""

    def answer(path: Path, **wishes: object) -> Decoded | Problem:
        return decode(DecodeRequest(os.fsencode(path), **wishes))  # type: ignore[arg-type]

    return answer


@pytest.fixture
def pool() -> Iterator[DecodePool]:
    pool = DecodePool(1)
    yield pool
    pool.close()


@pytest.fixture(scope="session")
def slow_photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A valid picture that takes Pillow some seconds: 4 megapixels written out as digits."""
    path = tmp_path_factory.mktemp("slow") / "slow.ppm"
    path.write_bytes(b"P3\n2000 2000\n255\n" + b"7 " * (3 * 2000 * 2000))
    return path


@pytest.fixture
def shared_data() -> Path:
    """The folder of real photos beside the project."""
    if not SHARED.is_dir():
        pytest.skip(f"the photos beside the project are not at {SHARED}")
    return SHARED


Field = tuple[int, int, bytes, int]


def _field(tag: int, code: str, *values: int) -> Field:
    kind = {"B": 1, "H": 3, "I": 4, "Q": 5, "q": 10}[code]
    if code in "Qq":
        data = b"".join(struct.pack("<ii" if code == "q" else "<II", v, 100) for v in values)
    else:
        data = struct.pack(f"<{len(values)}{code}", *values)
    return tag, kind, data, len(values)


def _text(tag: int, words: bytes) -> Field:
    return tag, 2, words + b"\0", len(words) + 1


def _ifd(fields: list[Field], offset: int) -> bytes:
    """One TIFF directory (TIFF 6.0, section 2) at `offset`, its long values right behind it."""
    after = offset + 2 + 12 * len(fields) + 4
    entries, values = b"", b""
    for tag, kind, data, count in sorted(fields):
        if len(data) > 4:
            entries += struct.pack("<HHII", tag, kind, count, after + len(values))
            values += data + b"\0" * (len(data) % 2)
        else:
            entries += struct.pack("<HHI", tag, kind, count) + data.ljust(4, b"\0")
    return struct.pack("<H", len(fields)) + entries + b"\0" * 4 + values


@pytest.fixture
def dng() -> Callable[..., Path]:
    """A RAW file as a camera would write it (DNG 1.4): an RGGB sensor, maybe an embedded JPEG."""

    def make(path: Path, photo: Image.Image, orientation: int = 1, preview: bytes = b"") -> Path:
        width, height = photo.size
        rgb = np.asarray(photo).astype("<u2") * 257
        sensor = rgb[..., 1].copy()
        sensor[::2, ::2], sensor[1::2, 1::2] = rgb[::2, ::2, 0], rgb[1::2, 1::2, 2]
        data_at, preview_at = 4096, 4096 + sensor.nbytes
        exif_at, raw_at = 1024, 2048
        raw = [
            _field(254, "I", 0), _field(256, "I", width), _field(257, "I", height), _field(258, "H", 16),
            _field(259, "H", 1), _field(262, "H", 32803), _field(273, "I", data_at), _field(277, "H", 1),
            _field(278, "I", height), _field(279, "I", sensor.nbytes), _field(33421, "H", 2, 2),
            _field(33422, "B", 0, 1, 1, 2), _field(50714, "H", 0), _field(50717, "H", 65535),
        ]  # fmt: skip
        camera = [
            _text(271, b"Photoclip"), _text(272, b"Testcam"), _field(274, "H", orientation),
            _field(34665, "I", exif_at), _field(50706, "B", 1, 4, 0, 0), _text(50708, b"Photoclip Testcam"),
            _field(50721, "q", 100, 0, 0, 0, 100, 0, 0, 0, 100), _field(50728, "Q", 100, 100, 100),
            _field(50778, "H", 21),
        ]  # fmt: skip
        if preview:
            camera += [
                _field(254, "I", 1), _field(256, "I", 640), _field(257, "I", 480), _field(258, "H", 8, 8, 8),
                _field(259, "H", 7), _field(262, "H", 6), _field(273, "I", preview_at), _field(277, "H", 3),
                _field(278, "I", 480), _field(279, "I", len(preview)), _field(330, "I", raw_at),
            ]  # fmt: skip
        first = _ifd(camera if preview else camera + raw, 8)
        parts = struct.pack("<2sHI", b"II", 42, 8) + first
        parts = parts.ljust(exif_at, b"\0") + _ifd([_text(36867, b"2019:05:06 07:08:09")], exif_at)
        parts = parts.ljust(raw_at, b"\0") + (_ifd(raw, raw_at) if preview else b"")
        path.write_bytes(parts.ljust(data_at, b"\0") + sensor.tobytes() + preview)
        return path

    return make
