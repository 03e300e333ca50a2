"""Getting at a photo's metadata; which way is up, and when it was taken."""

from __future__ import annotations

import re
import struct
from datetime import datetime
from typing import BinaryIO, Final

from PIL import ExifTags, Image
from PIL.Image import Transpose
from PIL.TiffImagePlugin import TiffImageFile

# What Pillow raises on metadata that was cut, forged or written by a careless program.
BAD_METADATA: Final = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    SyntaxError,
    EOFError,
    RecursionError,
    MemoryError,
    struct.error,
)

_PNG_SIGNATURE = 8
_MOST_CHUNKS = 100_000
_MOST_EXIF = 1 << 24

_IPTC_OF_PHOTOSHOP = 0x0404
_IPTC_OF_TIFF = 33723

_FIRST_PHOTO_YEAR = 1826  # Niépce's view from the window at Le Gras
_DATE = re.compile(r"(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?")

# EXIF 2.32, tag 0x0112: how the stored picture must be turned to stand upright.
_TURNS: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}


def exif_of(image: Image.Image) -> Image.Exif:
    """The metadata of a loaded picture, empty where it cannot be read.

    Of a loaded one: reading it first makes Pillow fail on damaged PNG files
    that decode.
    """
    try:
        return image.getexif()
    except BAD_METADATA:
        return Image.Exif()


def exif_from_bytes(data: bytes | None) -> Image.Exif:
    """The metadata in a block as HEIF stores it, empty where it cannot be read."""
    exif = Image.Exif()
    try:
        exif.load(data or b"")
    except BAD_METADATA:
        return Image.Exif()
    return exif


def exif_of_png(image: Image.Image, file: BinaryIO) -> Image.Exif:
    """As `exif_of` for a PNG whose pixels are not wanted: Pillow would decode them to find a late chunk."""
    if "exif" not in image.info:
        block = _late_exif(file)
        if block:
            return exif_from_bytes(b"Exif\0\0" + block)
    try:
        return Image.Image.getexif(image)
    except BAD_METADATA:
        return Image.Exif()


def _late_exif(file: BinaryIO) -> bytes:
    """The chunk with metadata, wherever it stands (PNG 3rd edition, section 5.3): length, name, data, CRC."""
    file.seek(_PNG_SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        length, name = int.from_bytes(head[:4], "big"), head[4:]
        if len(head) < 8 or name == b"IEND":
            break
        if name == b"eXIf" and length <= _MOST_EXIF:
            return file.read(length)
        file.seek(length + 4, 1)
    return b""


def xmp_of(image: Image.Image) -> bytes:
    """The XMP packet of a picture, empty where it has none."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    return packet if isinstance(packet, bytes) else b""


def iptc_of(image: Image.Image) -> bytes:
    """The block of IPTC-IIM of a JPEG or TIFF, empty where it has none."""
    try:
        block: object = image.info.get("photoshop", {}).get(_IPTC_OF_PHOTOSHOP)
        if block is None and isinstance(image, TiffImageFile):
            block = image.tag_v2.get(_IPTC_OF_TIFF)
    except BAD_METADATA:
        return b""
    return block if isinstance(block, bytes) else b""


def orientation_of(exif: Image.Exif) -> int:
    """The EXIF orientation, 1 to 8; 1 where there is none that makes sense."""
    try:
        value = exif.get(ExifTags.Base.Orientation, 1)
    except BAD_METADATA:
        return 1
    return value if isinstance(value, int) and value in _TURNS else 1


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as it is meant to be seen."""
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def upright_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Width and height after `upright`."""
    return (height, width) if orientation >= 5 else (width, height)


def taken_at(exif: Image.Exif) -> str | None:
    """When the photo was taken, as "YYYY-MM-DDTHH:MM:SS" local time, from the first date that makes sense."""
    try:
        camera = exif.get_ifd(ExifTags.IFD.Exif)
        dates = [
            camera.get(ExifTags.Base.DateTimeOriginal),
            camera.get(ExifTags.Base.DateTimeDigitized),
            exif.get(ExifTags.Base.DateTime),
        ]
    except BAD_METADATA:
        return None
    return next((date for date in map(_sensible_date, dates) if date), None)


def _sensible_date(value: object) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    match = _DATE.match(value.strip("\0 ")) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        date = datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None
    if not _FIRST_PHOTO_YEAR <= date.year <= datetime.now().year + 1:
        return None
    return date.isoformat(timespec="seconds")
