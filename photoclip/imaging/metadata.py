"""What a photo's metadata tell about the camera, the shot and the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from PIL import ExifTags, Image
from PIL.ExifTags import GPS, Base

from photoclip.domain.photos import PhotoDetails
from photoclip.imaging.captions import caption_of
from photoclip.imaging.exif import BAD_METADATA, taken_at, upright_size
from photoclip.imaging.picture import Picture
from photoclip.imaging.sense import EXPOSURE, F_NUMBER, FOCAL_LENGTH, ISO, is_place, tidy, within

_ISO_ELSEWHERE = 65535
"""What `ISOSpeedRatings` says where the number does not fit (EXIF 2.3); it is in one of these tags then."""
_ISO_TAGS: Final = (Base.ISOSpeedRatings, 0x8832, 0x8831, 0x8833)

_NO_LENS = re.compile(r"[-\s0.]*(?:mm)?[-\s0.f/]*|unknown|none|n/a", re.IGNORECASE)
_FIRM = re.compile(
    r"[\s,]+(?:corporation|corp|company|co|ltd|inc|imaging|electric|optical|techwin|ag|gmbh)\b\.?.*",
    re.IGNORECASE,
)

_APPLE_NOTE = b"Apple iOS\0"
_APPLE_DIRECTORY_AT = 14
_APPLE_CONTENT_ID = 0x0011
_MOST_ENTRIES = 500
_MOST_XMP = 1 << 16
# Google's Motion Photo format 1.0 and the MicroVideo that it replaced; Samsung writes the first as well.
_MOTION = re.compile(
    rb"(?:GCamera|Camera):(?:MotionPhoto|MicroVideo)\s{0,4}(?:=\s{0,4}[\"']|>)\s{0,4}1\s{0,4}[\"'<]"
)


def details_of(picture: Picture, sharpness: float | None = None) -> PhotoDetails:
    """All that is told about a photo; whatever makes no sense is left out."""
    exif = picture.exif
    shot = _directory(exif, ExifTags.IFD.Exif)
    place = _place(_directory(exif, ExifTags.IFD.GPSInfo))
    return PhotoDetails(
        *upright_size(picture.width, picture.height, picture.orientation),
        picture.format,
        taken_at(exif),
        camera=_camera(_value(exif, Base.Make), _value(exif, Base.Model)),
        lens=_lens(shot.get(Base.LensModel)),
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        exposure=_first(shot, EXPOSURE, (Base.ExposureTime, _plain), (Base.ShutterSpeedValue, _seconds)),
        f_number=_first(shot, F_NUMBER, (Base.FNumber, _plain), (Base.ApertureValue, _stops)),
        iso=_iso(shot),
        focal_length=_first(shot, FOCAL_LENGTH, (Base.FocalLength, _plain)),
        live=_is_live(shot, picture.xmp),
        caption=caption_of(exif, shot, picture.iptc, picture.xmp),
        sharpness=sharpness,
    )


def _directory(exif: Image.Exif, which: ExifTags.IFD) -> Mapping[int, Any]:
    try:
        return dict(exif.get_ifd(which))
    except BAD_METADATA:
        return {}


def _value(exif: Image.Exif, tag: int) -> object:
    try:
        return exif.get(tag)
    except BAD_METADATA:
        return None


def _camera(make: object, model: object) -> str:
    """Maker and model without saying the maker twice, nor what kind of firm it is."""
    maker, name = _FIRM.sub("", tidy(make)), tidy(model)
    said = {word.lower() for word in maker.split()}
    if not maker or (name and name.split()[0].lower() in said):
        return name
    return tidy(f"{maker} {name}".encode())


def _lens(model: object) -> str:
    name = tidy(model)
    return "" if _NO_LENS.fullmatch(name) else name


def _place(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    latitude = _degrees(gps.get(GPS.GPSLatitude), gps.get(GPS.GPSLatitudeRef), "NS")
    longitude = _degrees(gps.get(GPS.GPSLongitude), gps.get(GPS.GPSLongitudeRef), "EW")
    if latitude is None or longitude is None or not is_place(latitude, longitude):
        return None
    return latitude, longitude


def _degrees(value: object, side: object, sides: str) -> float | None:
    """Degrees, minutes and seconds to degrees; None without a side of the earth: half would be wrong."""
    which = tidy(side).upper()[:1]
    if not which or which not in sides or not isinstance(value, tuple) or not 1 <= len(value) <= 3:
        return None
    parts = [_number(part) for part in value]
    total = 0.0
    for part, share, most in zip(parts, (1, 60, 3600), (180.0, 60.0, 60.0), strict=False):
        if part is None or not within(part, (0.0, most)):
            return None
        total += part / share
    return -total if which == sides[1] else total


def _number(value: object) -> float | None:
    if isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    try:
        return float(value)  # type: ignore[arg-type]
    except BAD_METADATA:
        return None


def _plain(value: float) -> float:
    return value


def _seconds(apex: float) -> float:
    """EXIF 2.32, annex C: Tv = -log2(seconds)."""
    return float(2.0**-apex)


def _stops(apex: float) -> float:
    """EXIF 2.32, annex C: Av = 2 log2(f-number)."""
    return float(2.0 ** (apex / 2))


def _first(
    shot: Mapping[int, Any], limits: tuple[float, float], *ways: tuple[int, Callable[[float], float]]
) -> float | None:
    """The first of several tags that gives a number within limits."""
    for tag, convert in ways:
        stored = _number(shot.get(tag))
        try:
            value = convert(stored) if stored is not None else None
        except ArithmeticError:
            continue
        if value is not None and within(value, limits):
            return value
    return None


def _iso(shot: Mapping[int, Any]) -> int | None:
    for tag in _ISO_TAGS:
        value = shot.get(tag)
        number = _number(value[0] if isinstance(value, tuple) and value else value)
        if number is not None and number != _ISO_ELSEWHERE and within(number, ISO):
            return int(number)
    return None


def _is_live(shot: Mapping[int, Any], xmp: bytes) -> bool:
    note = shot.get(Base.MakerNote)
    if isinstance(note, bytes) and _has_content_id(note):
        return True
    return _MOTION.search(xmp, 0, _MOST_XMP) is not None


def _has_content_id(note: bytes) -> bool:
    """Whether Apple's maker note ties the photo to a video: a big-endian TIFF directory at byte 14."""
    if not note.startswith(_APPLE_NOTE):
        return False
    at = _APPLE_DIRECTORY_AT
    entries = min(int.from_bytes(note[at : at + 2], "big"), _MOST_ENTRIES)
    starts = range(at + 2, at + 2 + 12 * entries, 12)
    return any(int.from_bytes(note[start : start + 2], "big") == _APPLE_CONTENT_ID for start in starts)
