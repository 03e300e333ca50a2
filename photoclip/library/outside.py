"""Pictures that are looked for: files in and outside of the library, whole or in part, as vectors."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Generator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from photoclip import paths
from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.models import ModelKey
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder, Encoder
from photoclip.domain.query import Crop
from photoclip.errors import BadInput
from photoclip.library.recognising import SERIALS

_WAIT_SECONDS = 0.1
_MOST_KEPT = 8
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_File = tuple[bytes, int, int]
_State = tuple[ModelKey, _File, Crop | None]


class OutsidePictures:
    """Decodes pictures apart from this process and embeds them; the last few are remembered."""

    def __init__(self, decoder: Callable[[], Decoder]) -> None:
        self._decoder = decoder
        self._vectors: dict[_State, NDArray[np.float32]] = {}
        self._hashes: dict[_File, bytes] = {}

    def content_hash(self, path: bytes) -> Generator[None, None, bytes]:
        """What a file holds, by which the library knows its photos; yields while it is being read.

        Raises:
            BadInput: it cannot be read as a picture.
        """
        file = _seen(path)
        if file not in self._hashes:
            decoded = yield from self._decode(DecodeRequest(path, fingerprint_only=True))
            _remember(self._hashes, file, decoded.content_hash)
        return self._hashes[file]

    def vector(
        self, encoder: Encoder, path: bytes, crop: Crop | None = None
    ) -> Generator[None, None, NDArray[np.float32]]:
        """The unit vector of a picture file, float32 (dimensions,); yields while it is being decoded.

        Raises:
            BadInput: it cannot be read as a picture, or the part of it is none.
        """
        if crop is not None:
            _check(crop)
        state = (encoder.key, _seen(path), crop)
        if state not in self._vectors:
            decoded = yield from self._decode(DecodeRequest(path, preprocess=encoder.preprocess, crop=crop))
            assert decoded.pixels is not None  # noqa: S101 - they were asked for
            _remember(self._vectors, state, encoder.encode_images(decoded.pixels[np.newaxis])[0])
        return self._vectors[state]

    def _decode(self, request: DecodeRequest) -> Generator[None, None, Decoded]:
        decoder = self._decoder()
        asked = dataclasses.replace(request, serial=next(SERIALS))
        decoder.submit(asked)
        while (result := decoder.next_result(_WAIT_SECONDS)) is None or result.request != asked:
            yield  # nothing yet, or the answer to a question that was left
        if isinstance(result.outcome, Problem):
            raise BadInput(f"{paths.display(asked.path)} cannot be searched by: {result.outcome.reason}")
        return result.outcome


def _seen(path: bytes) -> _File:
    try:
        seen = os.stat(path)
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        raise BadInput(f"{paths.display(path)} is not there any more; search by another picture.") from fault
    return path, seen.st_size, seen.st_mtime_ns


def _check(crop: Crop) -> None:
    left, top, right, bottom = crop
    if not (0.0 <= left < right <= 1.0 and 0.0 <= top < bottom <= 1.0):
        raise BadInput("This part of the picture is empty; draw a frame around what is looked for.")


def _remember(known: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    known[key] = value
    if len(known) > _MOST_KEPT:
        del known[next(iter(known))]
