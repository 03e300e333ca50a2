"""What a copy carries of a photo's metadata: rebuilt from what is known, never the old block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from PIL import ExifTags, Image
from PIL.ExifTags import Base

from photoclip.domain.errands import CopyMetadata
from photoclip.imaging.exif import BAD_METADATA

MOST_BYTES = 65_000
"""A block has to fit into one segment of a JPEG."""

# Of the first directory only what describes the photo: in TIFF it also says where the pixels are.
_DESCRIBING: Final = (
    Base.ImageDescription, Base.Make, Base.Model, Base.XResolution, Base.YResolution, Base.ResolutionUnit,
    Base.Software, Base.DateTime, Base.Artist, Base.HostComputer, Base.Copyright, Base.Rating,
    Base.XPTitle, Base.XPComment, Base.XPAuthor, Base.XPKeywords, Base.XPSubject,
)  # fmt: skip
# Panasonic and others write the name of the city into theirs.
_MAYBE_A_PLACE: Final = (Base.MakerNote, Base.UserComment)

_ORIENTATION = re.compile(rb"(tiff:Orientation\s{0,4}(?:=\s{0,4}[\"']|>)\s{0,4})\d")
_MOTION = re.compile(rb"(Camera:(?:MotionPhoto|MicroVideo)\s{0,4}(?:=\s{0,4}[\"']|>)\s{0,4})1")


def exif_for(exif: Image.Exif, wish: CopyMetadata, size: tuple[int, int]) -> bytes:
    """An EXIF block for an upright copy of this size; empty where there is nothing to carry."""
    if wish is CopyMetadata.STRIP:
        return b""
    left_out: list[tuple[int, ...]] = [(), (Base.MakerNote,), (Base.MakerNote, Base.UserComment)]
    if wish is CopyMetadata.NO_PLACE:
        left_out = [_MAYBE_A_PLACE]
    for tags in left_out:
        block = _block(exif, tags, size, with_place=wish is CopyMetadata.KEEP)
        if len(block) <= MOST_BYTES:
            return block
    return b""


def xmp_for(packet: bytes, wish: CopyMetadata) -> bytes:
    """An XMP packet for an upright copy without a video; places may stand anywhere in it."""
    if wish is not CopyMetadata.KEEP or len(packet) > MOST_BYTES:
        return b""
    return _MOTION.sub(rb"\g<1>0", _ORIENTATION.sub(rb"\g<1>1", packet))


def _block(exif: Image.Exif, left_out: Iterable[int], size: tuple[int, int], *, with_place: bool) -> bytes:
    made = Image.Exif()
    try:
        known: dict[int, Any] = {tag: exif[tag] for tag in _DESCRIBING if tag in exif}
        shot = _sound(exif.get_ifd(ExifTags.IFD.Exif), {*left_out, ExifTags.IFD.Interop})
        place = _sound(exif.get_ifd(ExifTags.IFD.GPSInfo), ()) if with_place else {}
    except BAD_METADATA:
        return b""
    if not (known or shot or place):
        return b""
    for tag, value in _sound(known, ()).items():
        made[tag] = value
    made[Base.Orientation] = 1
    made.get_ifd(ExifTags.IFD.Exif).update(
        shot | {Base.ExifImageWidth.value: size[0], Base.ExifImageHeight.value: size[1]}
    )
    if place:
        made.get_ifd(ExifTags.IFD.GPSInfo).update(place)
    try:
        return made.tobytes()
    except BAD_METADATA:
        return b""


def _sound(directory: Mapping[int, Any], left_out: Iterable[int]) -> dict[int, Any]:
    """The tags that can be written again: one forged value would cost all others."""
    return {
        tag: value for tag, value in directory.items() if tag not in set(left_out) and _writable(tag, value)
    }


def _writable(tag: int, value: object) -> bool:
    alone = Image.Exif()
    alone[tag] = value
    try:
        return len(alone.tobytes()) <= MOST_BYTES
    except BAD_METADATA:
        return False
