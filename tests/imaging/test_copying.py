"""Copies of photos: what they carry, and what they are called."""

from __future__ import annotations

import io
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from photoclip.domain.decoding import DecodeRequest, DecodeResult
from photoclip.domain.errands import CopyFormat, CopyMetadata, CopyOptions
from photoclip.domain.pipeline import PhotoCopier
from photoclip.errors import BadInput, StorageFault
from photoclip.imaging.copying import Copier
from photoclip.imaging.decode import decode
from photoclip.imaging.pool import DecodePool

from .test_metadata import SHOT, WHERE, apple_note, exif_with

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6" GCamera:MotionPhoto="1"'
    b' photoshop:City="Paris"/></x:xmpmeta>'
)
JPEG = CopyOptions(CopyFormat.JPEG)


class Here:
    """A decoder in this process."""

    capacity = 1

    def __init__(self) -> None:
        self.asked: deque[DecodeRequest] = deque()

    def submit(self, request: DecodeRequest) -> None:
        self.asked.append(request)

    def next_result(self, timeout: float | None) -> DecodeResult | None:
        request = self.asked.popleft()
        return DecodeResult(request, decode(request))

    def close(self) -> None:
        self.asked.clear()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


Copy = Callable[..., Path]


def opened(path: Path | bytes) -> Image.Image:
    return Image.open(io.BytesIO(Path(os.fsdecode(path)).read_bytes()))


@pytest.fixture
def copy(target: Path) -> Iterator[Copy]:
    copier: PhotoCopier = Copier(Here)

    def make(source: Path, options: CopyOptions = CopyOptions(), into: Path = target) -> Path:
        return Path(os.fsdecode(copier.copy(os.fsencode(source), os.fsencode(into), options)))

    return make


@pytest.fixture
def photo(tmp_path: Path, scene) -> Path:
    """A photo that has all there is: turned, dated, placed, with a thumbnail of its own and a maker note."""
    exif = exif_with(
        {Base.Make: "Canon", Base.Orientation: 6, Base.DateTime: "2020:01:02 03:04:05", Base.Artist: "Ann"},
        SHOT | {Base.MakerNote: apple_note(1, 0x11), Base.UserComment: b"ASCII\0\0\0in Paris"},
        WHERE,
    )
    path = tmp_path / "IMG_1.jpg"
    scene(600, 400).save(path, exif=exif, xmp=XMP, quality=92)
    os.utime(path, ns=(10**18, 10**18 + 123_000_000))
    return path


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_an_original_is_the_same_bytes_of_the_same_time(photo, copy, target):
    made = copy(photo)
    assert made == target / "IMG_1.jpg"
    assert made.read_bytes() == photo.read_bytes()
    assert made.stat().st_mtime_ns == photo.stat().st_mtime_ns
    assert names(target) == ["IMG_1.jpg"]


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_overwritten(photo, copy, target):
    (target / "IMG_1.jpg").write_text("mine")
    (target / "IMG_1 (2).jpg").symlink_to("nowhere")
    assert copy(photo).name == "IMG_1 (3).jpg"
    assert copy(photo, JPEG).name == "IMG_1 (4).jpg"
    assert (target / "IMG_1.jpg").read_text() == "mine"


def test_a_copy_beside_the_photo_leaves_the_photo_alone(photo, copy, tmp_path):
    before = photo.read_bytes()
    assert copy(photo, into=tmp_path).name == "IMG_1 (2).jpg"
    assert copy(photo, CopyOptions(longest_side=50), into=tmp_path).name == "IMG_1 (3).jpg"
    assert photo.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no links for everybody")
def test_the_photo_may_be_reached_through_a_link_of_its_folder(photo, copy, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    before = photo.read_bytes()
    assert copy(tmp_path / "link" / photo.name, into=tmp_path).name == "IMG_1 (2).jpg"
    assert photo.read_bytes() == before


def upright_pixels(photo: Path) -> np.ndarray:
    return np.asarray(ImageOps.exif_transpose(opened(photo)).convert("RGB")).astype(int)


@pytest.mark.parametrize("form", [CopyFormat.JPEG, CopyFormat.PNG, CopyFormat.WEBP])
def test_a_copy_stands_upright_and_says_so_and_keeps_what_the_camera_wrote(photo, copy, form):
    made = copy(photo, CopyOptions(form, quality=97))
    image = opened(made)
    assert (image.format, image.size) == (form.value.upper(), (400, 600))
    assert made.suffix == {"jpeg": ".jpg"}.get(form.value, f".{form.value}")
    exif = image.getexif()
    assert (exif[Base.Orientation], exif[Base.Make], exif[Base.Artist]) == (1, "Canon", "Ann")
    shot = exif.get_ifd(IFD.Exif)
    assert (shot[Base.LensModel], shot[Base.FNumber]) == (SHOT[Base.LensModel], SHOT[Base.FNumber])
    assert (shot[Base.ExifImageWidth], shot[Base.ExifImageHeight]) == (400, 600)
    assert exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] == (48.0, 51.0, 30.0)
    assert not exif.get_ifd(IFD.IFD1)
    assert np.abs(np.asarray(image.convert("RGB")) - upright_pixels(photo)).mean() < 8
    assert b"icc_profile" not in made.read_bytes()
    assert image.info["icc_profile"]


@pytest.mark.parametrize("form", [CopyFormat.JPEG, CopyFormat.PNG, CopyFormat.WEBP])
def test_what_a_copy_keeps_of_its_xmp_agrees_with_its_pixels(photo, copy, form):
    data = copy(photo, CopyOptions(form)).read_bytes()
    assert b'tiff:Orientation="1"' in data
    assert b'GCamera:MotionPhoto="0"' in data


@pytest.mark.parametrize("form", list(CopyFormat))
def test_no_place_leaves_no_trace_of_a_place(photo, copy, form):
    made = copy(photo, CopyOptions(form, metadata=CopyMetadata.NO_PLACE))
    exif = opened(made).getexif()
    assert not exif.get_ifd(IFD.GPSInfo)
    assert exif[Base.Make] == "Canon"
    assert exif.get_ifd(IFD.Exif)[Base.LensModel] == SHOT[Base.LensModel]
    data = made.read_bytes()
    assert b"Paris" not in data
    assert b"xmpmeta" not in data


@pytest.mark.parametrize("form", list(CopyFormat))
def test_stripped_is_nothing_but_pixels_and_their_profile(photo, copy, form):
    made = copy(photo, CopyOptions(form, metadata=CopyMetadata.STRIP))
    image = opened(made)
    assert not dict(image.getexif())
    assert image.info["icc_profile"]
    data = made.read_bytes()
    assert not [word for word in (b"Exif", b"EXIF", b"eXIf", b"Canon", b"Paris", b"xmp") if word in data]


@pytest.mark.parametrize(
    ("extension", "form", "suffix"),
    [(".tif", "JPEG", ".jpg"), (".avif", "JPEG", ".jpg"), (".gif", "JPEG", ".jpg"), (".png", "PNG", ".png"),
     (".webp", "WEBP", ".webp"), (".jpeg", "JPEG", ".jpeg"), (".JPG", "JPEG", ".JPG")],
)  # fmt: skip
def test_a_smaller_original_keeps_its_format_where_it_can_be_written(
    tmp_path, scene, copy, extension, form, suffix
):
    path = tmp_path / f"photo{extension}"
    scene(600, 400).save(path)
    made = copy(path, CopyOptions(longest_side=90))
    assert made.name == f"photo{suffix}"
    assert (opened(made).format, opened(made).size) == (form, (90, 60))


def test_a_raw_becomes_a_jpeg_with_its_date(tmp_path, scene, copy, dng):
    made = copy(dng(tmp_path / "a.dng", scene(640, 480), orientation=6), JPEG)
    image = opened(made)
    assert (made.name, image.size) == ("a.jpg", (480, 640))
    assert image.getexif().get_ifd(IFD.Exif)[Base.DateTimeOriginal] == "2019:05:06 07:08:09"
    assert image.getexif()[Base.Model] == "Testcam"


def test_the_pixels_of_a_tiff_are_not_pointed_at(tmp_path, scene, copy):
    path = tmp_path / "a.tif"
    scene(64, 48).save(path, exif=exif_with({Base.Make: "Canon", Base.Orientation: 3}))
    exif = opened(copy(path, JPEG)).getexif()
    assert (exif[Base.Make], exif[Base.Orientation]) == ("Canon", 1)
    assert Base.StripOffsets not in exif


@pytest.mark.measure
def test_a_heic_becomes_a_jpeg_that_says_where_it_was_taken(shared_data, copy):
    made = copy(shared_data / "album" / "2018" / "IMG_1001.heic", CopyOptions(longest_side=800))
    exif = opened(made).getexif()
    assert opened(made).size == (800, 600)
    assert exif[Base.Model] == "iPhone 8"
    assert exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] == "N"


def test_nothing_is_enlarged(photo, copy):
    assert copy(photo, CopyOptions(longest_side=5000)).read_bytes() == photo.read_bytes()
    assert opened(copy(photo, CopyOptions(CopyFormat.PNG, 5000))).size == (400, 600)


def test_a_webp_is_no_larger_than_the_format_allows(tmp_path, copy):
    path = tmp_path / "wide.png"
    Image.new("RGB", (20_000, 30), (9, 9, 9)).save(path)
    assert opened(copy(path, CopyOptions(CopyFormat.WEBP))).size[0] == 16_383
    webp = tmp_path / "a.webp"
    Image.new("RGB", (16_383, 20), (9, 9, 9)).save(webp)
    assert opened(copy(webp, CopyOptions(metadata=CopyMetadata.STRIP))).size[0] == 16_383


def test_quality_is_heard(photo, copy):
    sizes = [copy(photo, CopyOptions(CopyFormat.JPEG, quality=q)).stat().st_size for q in (-5, 40, 85, 200)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_are_kept(photo, copy, target):
    odd = os.fsencode(photo.parent) + b"/caf\xe9\n.jpg"
    os.link(photo, odd)
    copy(Path(os.fsdecode(odd)))
    copy(Path(os.fsdecode(odd)), CopyOptions(CopyFormat.PNG))
    assert sorted(os.listdir(os.fsencode(target))) == [b"caf\xe9\n.jpg", b"caf\xe9\n.png"]


@pytest.mark.skipif(sys.platform != "linux", reason="counts bytes of a name")
def test_a_long_name_is_cut_at_a_character_to_make_room_for_a_number(photo, copy, target):
    long = photo.with_name("é" * 125 + ".jpg")
    photo.rename(long)
    assert copy(long).name == long.name
    assert copy(long).name == "é" * 123 + " (2).jpg"


def test_damaged_metadata_cost_only_themselves(tmp_path, scene, copy, photo):
    whole = opened(photo).info["exif"]
    forged = bytearray(whole)
    forged[40:60] = b"\xff" * 20
    path = tmp_path / "forged.jpg"
    scene(60, 40).save(path, exif=bytes(forged))
    pool = DecodePool(1)
    try:
        made = Copier(lambda: pool).copy(
            os.fsencode(path), os.fsencode(tmp_path), CopyOptions(CopyFormat.PNG)
        )
    finally:
        pool.close()
    assert opened(made).size in ((60, 40), (40, 60))


def test_a_note_that_is_too_large_for_a_jpeg_is_left_out(tmp_path, scene, copy):
    path = tmp_path / "large.png"
    scene(60, 40).save(
        path, exif=exif_with({Base.Make: "Canon"}, SHOT | {Base.MakerNote: bytes(70_000)}, WHERE)
    )
    exif = opened(copy(path, JPEG)).getexif()
    assert exif[Base.Make] == "Canon"
    assert Base.MakerNote not in exif.get_ifd(IFD.Exif)
    assert exif.get_ifd(IFD.GPSInfo)


@pytest.mark.parametrize("options", [CopyOptions(), JPEG])
@pytest.mark.parametrize("kind", ["gone", "empty", "folder", "link"])
def test_a_photo_that_cannot_be_read_is_said_to_be_so(tmp_path, photo, copy, target, kind, options):
    source = tmp_path / "bad.jpg"
    if kind == "empty":
        source.touch()
    elif kind == "folder":
        source.mkdir()
    elif kind == "link":
        source.symlink_to(photo)
    with pytest.raises(BadInput, match=r"^bad\.jpg cannot be copied: .*\.$"):
        copy(source, options)
    assert names(target) == []


def test_a_photo_that_changes_while_it_is_copied_is_not_copied(photo, target, monkeypatch):
    from photoclip.imaging import copying

    read = copying._read

    def read_and_change(source: bytes, file: object) -> bytes:
        os.utime(photo, (1, 1))
        return read(source, file)

    monkeypatch.setattr(copying, "_read", read_and_change)
    with pytest.raises(BadInput, match="changed while it was being read"):
        Copier(Here).copy(os.fsencode(photo), os.fsencode(target), CopyOptions())
    assert names(target) == []


@pytest.mark.parametrize("options", [CopyOptions(), JPEG])
def test_a_target_that_is_gone_is_a_storage_fault(photo, copy, tmp_path, options):
    with pytest.raises(StorageFault, match=r"check that the folder is there\.$"):
        copy(photo, options, into=tmp_path / "gone")


def test_a_decoder_is_asked_for_only_by_copies_that_need_one(photo, target):
    asked: list[Here] = []

    def decoder() -> Here:
        asked.append(Here())
        return asked[-1]

    copier = Copier(decoder)
    copier.copy(os.fsencode(photo), os.fsencode(target), CopyOptions())
    assert not asked
    copier.copy(os.fsencode(photo), os.fsencode(target), JPEG)
    assert len(asked) == 1


def test_text_of_a_png_does_not_come_along(tmp_path, copy):
    info = PngInfo()
    info.add_text("Comment", "taken in Paris")
    path = tmp_path / "a.png"
    Image.new("RGB", (9, 9)).save(path, pnginfo=info)
    for metadata in (CopyMetadata.STRIP, CopyMetadata.NO_PLACE):
        made = copy(path, CopyOptions(metadata=metadata))
        assert "Comment" not in opened(made).info
