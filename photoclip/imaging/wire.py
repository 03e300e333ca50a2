"""How an answer travels from a decoding process to its parent.

A hostile file may have taken over the process that reads it, so what arrives
is believed no more than the file was: no pickle, which would run code in the
parent, but a short JSON header, the bytes that it announces, and a whole
picture as a message of its own, with every length, type and value checked
against what was asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.decoding import MOST_PICTURE_PIXELS, Decoded, DecodeRequest
from photoclip.domain.photos import CONTENT_HASH_BYTES, Problem, ProblemKind
from photoclip.imaging.wire_details import details_from, details_to

READY = b"ready"
"""The first message of a process: it waits for requests."""

Receive = Callable[[int], bytes]
"""The next message, of at most so many bytes."""

_LENGTH_BYTES = 4
_MOST_HEADER = 65_536
"""Bytes; a caption may be 4,000 characters, of which each takes up to 12 as JSON in ASCII."""
_MOST_REASON = 2_000
_MOST_THUMBNAIL = 4_000_000
"""Bytes; 512 x 512 pixels of noise are 300 kB, and an ICC profile may come on top."""
_MOST_METADATA = 65_000
_JPEG = b"\xff\xd8\xff"
_EXIF = b"Exif\0\0"


class BadAnswer(Exception):
    """What came back is no answer to what was asked; it never leaves `imaging`."""


def most_bytes(request: DecodeRequest) -> int:
    """How long the first message of an answer to this request may be at most."""
    return _LENGTH_BYTES + _MOST_HEADER + _MOST_THUMBNAIL + 2 * _MOST_METADATA + prod(_shape(request))


def pack(answer: Decoded | Problem) -> bytes:
    """An answer as one message; the picture, if there is one, goes behind it as it is."""
    if isinstance(answer, Problem):
        return _message({"problem": answer.kind.value, "reason": answer.reason[:_MOST_REASON]})
    thumbnail = answer.thumbnail or b""
    header = {
        "hash": answer.content_hash.hex(),
        "details": answer.details and details_to(answer.details),
        "thumbnail": len(thumbnail),
        "exif": len(answer.exif),
        "xmp": len(answer.xmp),
        "picture": None if answer.picture is None else list(answer.picture.shape[:2]),
    }
    pixels = b"" if answer.pixels is None else answer.pixels.tobytes()
    return _message(header, thumbnail, answer.exif, answer.xmp, pixels)


def _message(header: Mapping[str, object], *parts: bytes) -> bytes:
    text = json.dumps(header).encode("ascii")
    return b"".join([len(text).to_bytes(_LENGTH_BYTES, "big"), text, *parts])


def _nothing_more(_: int) -> bytes:
    raise BadAnswer


def unpack(message: bytes, request: DecodeRequest, receive: Receive = _nothing_more) -> Decoded | Problem:
    """The answer to `request` in a message from a process that may be hostile.

    `receive` is asked for the picture, where one was asked for and comes.

    Raises:
        BadAnswer: it is none.
    """
    length = int.from_bytes(message[:_LENGTH_BYTES], "big")
    body = memoryview(message)[_LENGTH_BYTES:]
    _must(2 <= length <= min(_MOST_HEADER, len(body)))
    try:
        header = json.loads(bytes(body[:length]).decode("ascii"))
    except (ValueError, RecursionError) as fault:
        raise BadAnswer from fault
    match header:
        case {"problem": str(kind), "reason": str(reason), **rest}:
            _must(not rest and len(body) == length)
            return _problem(kind, reason)
        case {
            "hash": str(digest),
            "details": details,
            "thumbnail": int(thumbnail),
            "exif": int(exif),
            "xmp": int(xmp),
            "picture": picture,
            **rest,
        }:
            _must(not rest and all(type(size) is int for size in (thumbnail, exif, xmp)))
            return _decoded(request, digest, details, (thumbnail, exif, xmp), picture, body[length:], receive)
    raise BadAnswer


def _problem(kind: str, reason: str) -> Problem:
    # The reason is shown to people: in a terminal it must not move the cursor.
    _must(kind in set(ProblemKind) and 0 < len(reason) <= _MOST_REASON and reason.isprintable())
    return Problem(ProblemKind(kind), reason)


def _decoded(
    request: DecodeRequest,
    digest: str,
    details: object,
    lengths: tuple[int, int, int],
    picture: object,
    data: memoryview,
    receive: Receive,
) -> Decoded:
    _must(re.fullmatch(f"[0-9a-f]{{{2 * CONTENT_HASH_BYTES}}}", digest) is not None)
    shape = _shape(request)
    _check_lengths(request, lengths)
    _must(len(data) == sum(lengths) + prod(shape))
    thumbnail, exif, xmp = _cut(data, lengths)
    _must(thumbnail.startswith(_JPEG) or not thumbnail)
    _must(exif.startswith(_EXIF) or not exif)
    told = None
    if not request.fingerprint_only:
        told = details_from(details)
        _must(told is not None)
    return Decoded(
        bytes.fromhex(digest),
        told,
        thumbnail or None,
        _pixels(data[sum(lengths) :], shape) if prod(shape) else None,
        _picture(request, picture, receive),
        exif,
        xmp,
    )


def _check_lengths(request: DecodeRequest, lengths: tuple[int, int, int]) -> None:
    thumbnail, exif, xmp = lengths
    wanted = request.thumbnail and not _without_pixels(request) and request.picture is None
    _must(0 < thumbnail <= _MOST_THUMBNAIL if wanted else thumbnail == 0)
    carried = _MOST_METADATA if _wants_picture(request) and request.metadata is not None else 0
    _must(0 <= exif <= carried and 0 <= xmp <= carried)


def _cut(data: memoryview, lengths: tuple[int, int, int]) -> list[bytes]:
    parts, at = [], 0
    for length in lengths:
        parts.append(bytes(data[at : at + length]))
        at += length
    return parts


def _picture(request: DecodeRequest, shape: object, receive: Receive) -> NDArray[np.uint8] | None:
    """The picture that comes as the next message, over the memory in which it came."""
    if not _wants_picture(request):
        _must(shape is None)
        return None
    match shape:
        case [int(height), int(width)] if type(height) is int and type(width) is int:
            pass
        case _:
            raise BadAnswer
    most_width, most_height = request.picture or (0, 0)
    _must(height > 0 and width > 0 and height * width <= MOST_PICTURE_PIXELS + height + width)
    _must((most_width <= 0 or width <= most_width) and (most_height <= 0 or height <= most_height))
    data = receive(3 * height * width)
    _must(len(data) == 3 * height * width)
    return np.frombuffer(data, np.uint8).reshape(height, width, 3)


def _pixels(data: memoryview, shape: tuple[int, int, int]) -> NDArray[np.uint8]:
    return np.frombuffer(data, np.uint8).reshape(shape).copy()


def _without_pixels(request: DecodeRequest) -> bool:
    return request.fingerprint_only or request.details_only


def _wants_picture(request: DecodeRequest) -> bool:
    return request.picture is not None and not _without_pixels(request)


def _shape(request: DecodeRequest) -> tuple[int, int, int]:
    """Height, width and channels of the pixels that a request asks for; zeros where it asks for none."""
    asked = request.preprocess
    if asked is None or _without_pixels(request) or request.picture is not None:
        return 0, 0, 0
    return asked.height, asked.width, 3


def _must(true: Any) -> None:
    if not true:
        raise BadAnswer
