"""The details of a photo on the wire: a list of plain values, each checked before it is believed."""

from __future__ import annotations

import re
from dataclasses import astuple, fields

from photoclip.domain.photos import PhotoDetails
from photoclip.imaging.sense import (
    EXPOSURE,
    F_NUMBER,
    FOCAL_LENGTH,
    ISO,
    is_caption,
    is_place,
    is_text,
    within,
)

_MOST_SIDE = 2**31 - 1
_MOST_SHARPNESS = 1e9
_FORMAT = re.compile(r"[A-Z0-9]{1,16}")
_TAKEN_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)
_NUMBERS = {
    "exposure": EXPOSURE,
    "f_number": F_NUMBER,
    "focal_length": FOCAL_LENGTH,
    "sharpness": (0.0, _MOST_SHARPNESS),
}
_NAMES = [field.name for field in fields(PhotoDetails)]


def details_to(details: PhotoDetails) -> list[object]:
    """The fields in their order."""
    return list(astuple(details))


def details_from(found: object) -> PhotoDetails | None:
    """The details in a list from a process that may be hostile; None where they are none."""
    if not isinstance(found, list) or len(found) != len(_NAMES):
        return None
    told = dict(zip(_NAMES, found, strict=True))
    sound = (
        _is_picture(told["width"], told["height"], told["format"], told["taken_at"])
        and _is_camera(told["camera"], told["lens"], told["iso"], told["live"])
        and _is_caption(told["caption"])
        and _is_place(told["latitude"], told["longitude"])
        and all(_is_number(told[name], limits) for name, limits in _NUMBERS.items())
    )
    return PhotoDetails(**told) if sound else None


def _is_picture(width: object, height: object, form: object, taken_at: object) -> bool:
    sides = all(type(side) is int and 0 < side <= _MOST_SIDE for side in (width, height))
    dated = taken_at is None or (isinstance(taken_at, str) and _TAKEN_AT.fullmatch(taken_at) is not None)
    return sides and dated and isinstance(form, str) and _FORMAT.fullmatch(form) is not None


def _is_camera(camera: object, lens: object, iso: object, live: object) -> bool:
    named = all(isinstance(name, str) and is_text(name) for name in (camera, lens))
    return named and type(live) is bool and (iso is None or (type(iso) is int and within(iso, ISO)))


def _is_caption(caption: object) -> bool:
    return isinstance(caption, str) and is_caption(caption)


def _is_place(latitude: object, longitude: object) -> bool:
    if latitude is None or longitude is None:
        return latitude is longitude
    return isinstance(latitude, float) and isinstance(longitude, float) and is_place(latitude, longitude)


def _is_number(value: object, limits: tuple[float, float]) -> bool:
    return value is None or (isinstance(value, float) and within(value, limits))
