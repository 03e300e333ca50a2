"""Pictures that are in no library, as vectors to search by."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator

import numpy as np
from numpy.typing import NDArray

from photoclip import paths
from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess
from photoclip.domain.models import ModelKey
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder, Encoder
from photoclip.errors import BadInput
from photoclip.library.recognising import SERIALS

_WAIT_SECONDS = 0.1
_State = tuple[ModelKey, bytes, int, int]


class OutsidePictures:
    """Decodes pictures apart from this process and embeds them; the last one is remembered."""

    def __init__(self, decoder: Callable[[], Decoder]) -> None:
        self._decoder = decoder
        self._last: tuple[_State, NDArray[np.float32]] | None = None

    def vector(self, encoder: Encoder, file: str) -> Generator[None, None, NDArray[np.float32]]:
        """The unit vector of a picture file, float32 (dimensions,); yields while it is being decoded.

        Raises:
            BadInput: it cannot be read as a picture.
        """
        path = os.fsencode(file)
        try:
            seen = os.stat(path)
        except OSError as fault:
            raise BadInput(
                f"{paths.display(path)} is not there any more; search by another picture."
            ) from fault
        state = (encoder.key, path, seen.st_size, seen.st_mtime_ns)
        if self._last is None or self._last[0] != state:
            pixels = yield from self._pixels(path, encoder.preprocess)
            self._last = (state, encoder.encode_images(pixels[np.newaxis])[0])
        return self._last[1]

    def _pixels(self, path: bytes, preprocess: Preprocess) -> Generator[None, None, NDArray[np.uint8]]:
        decoder = self._decoder()
        asked = DecodeRequest(path, preprocess=preprocess, serial=next(SERIALS))
        decoder.submit(asked)
        while (result := decoder.next_result(_WAIT_SECONDS)) is None or result.request != asked:
            yield  # nothing yet, or the answer to a question that was left
        if isinstance(result.outcome, Problem):
            raise BadInput(f"{paths.display(path)} cannot be searched by: {result.outcome.reason}")
        return _checked(result.outcome)


def _checked(decoded: Decoded) -> NDArray[np.uint8]:
    assert decoded.pixels is not None  # noqa: S101 - they were asked for
    return decoded.pixels
