"""How an answer travels from a decoding process to its parent.

A hostile file may have taken over the process that reads it, so what arrives
is believed no more than the file was: no pickle, which would run code in the
parent, but a short JSON header, the thumbnail and the pixels, with every length,
type and value checked against what was asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.photos import CONTENT_HASH_BYTES, PhotoDetails, Problem, ProblemKind

READY = b"ready"
"""The first message of a process: it waits for requests."""

_LENGTH_BYTES = 4
_MOST_HEADER = 16_384
_MOST_REASON = 2_000
_MOST_THUMBNAIL = 4_000_000
"""Bytes; 512 x 512 pixels of noise are 300 kB, and an ICC profile may come on top."""
_MOST_SIDE = 2**31 - 1
_JPEG = b"\xff\xd8\xff"
_FORMAT = re.compile(r"[A-Z0-9]{1,16}")
_TAKEN_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)


class BadAnswer(Exception):
    """What came back is no answer to what was asked; it never leaves `imaging`."""


def most_bytes(request: DecodeRequest) -> int:
    """How long an answer to this request may be at most."""
    return _LENGTH_BYTES + _MOST_HEADER + _MOST_THUMBNAIL + prod(_shape(request))


def pack(answer: Decoded | Problem) -> bytes:
    """An answer as one message."""
    if isinstance(answer, Problem):
        return _message({"problem": answer.kind.value, "reason": answer.reason[:_MOST_REASON]})
    details = answer.details
    thumbnail = answer.thumbnail or b""
    header = {
        "hash": answer.content_hash.hex(),
        "details": details and [details.width, details.height, details.format, details.taken_at],
        "thumbnail": len(thumbnail),
    }
    pixels = b"" if answer.pixels is None else answer.pixels.tobytes()
    return _message(header, thumbnail, pixels)


def _message(header: Mapping[str, object], *parts: bytes) -> bytes:
    text = json.dumps(header).encode("ascii")
    return b"".join([len(text).to_bytes(_LENGTH_BYTES, "big"), text, *parts])


def unpack(message: bytes, request: DecodeRequest) -> Decoded | Problem:
    """The answer to `request` in a message from a process that may be hostile.

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
        case {"hash": str(digest), "details": details, "thumbnail": int(thumbnail), **rest}:
            _must(not rest and type(thumbnail) is int)
            return _decoded(request, digest, details, thumbnail, body[length:])
    raise BadAnswer


def _problem(kind: str, reason: str) -> Problem:
    # The reason is shown to people: in a terminal it must not move the cursor.
    _must(kind in set(ProblemKind) and 0 < len(reason) <= _MOST_REASON and reason.isprintable())
    return Problem(ProblemKind(kind), reason)


def _decoded(
    request: DecodeRequest, digest: str, details: object, thumbnail: int, data: memoryview
) -> Decoded:
    _must(re.fullmatch(f"[0-9a-f]{{{2 * CONTENT_HASH_BYTES}}}", digest) is not None)
    wanted = request.thumbnail and not request.fingerprint_only
    _must(0 < thumbnail <= _MOST_THUMBNAIL if wanted else thumbnail == 0)
    shape = _shape(request)
    _must(len(data) == thumbnail + prod(shape))
    picture = bytes(data[:thumbnail])
    _must(picture.startswith(_JPEG) or not wanted)
    return Decoded(
        bytes.fromhex(digest),
        None if request.fingerprint_only else _details(details),
        picture if wanted else None,
        _pixels(data[thumbnail:], shape) if prod(shape) else None,
    )


def _details(found: object) -> PhotoDetails:
    match found:
        case [int(width), int(height), str(form), (str() | None) as taken_at]:
            pass
        case _:
            raise BadAnswer
    _must(all(type(side) is int and 0 < side <= _MOST_SIDE for side in (width, height)))
    _must(_FORMAT.fullmatch(form) is not None)
    _must(taken_at is None or _TAKEN_AT.fullmatch(taken_at) is not None)
    return PhotoDetails(width, height, form, taken_at)


def _pixels(data: memoryview, shape: tuple[int, int, int]) -> NDArray[np.uint8]:
    return np.frombuffer(data, np.uint8).reshape(shape).copy()


def _shape(request: DecodeRequest) -> tuple[int, int, int]:
    """Height, width and channels of the pixels that a request asks for; zeros where it asks for none."""
    asked = None if request.fingerprint_only else request.preprocess
    return (0, 0, 0) if asked is None else (asked.height, asked.width, 3)


def _must(true: Any) -> None:
    if not true:
        raise BadAnswer
