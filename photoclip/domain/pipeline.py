"""The way of a photo: decoding, encoding and thumbnails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.decoding import DecodeRequest, DecodeResult, Preprocess
from photoclip.domain.errands import CopyOptions
from photoclip.domain.models import EncoderReport, ModelKey

SKETCH_SIDE = 16
"""Pixels of each side of a sketch."""


class Decoder(Protocol):
    """Decodes files apart from this process, several at once, each within limits.

    Not thread-safe: one thread submits and collects.
    """

    @property
    def capacity(self) -> int:
        """How many requests keep every decoding process busy."""
        ...

    def submit(self, request: DecodeRequest) -> None:
        """Queue a request; never blocks."""
        ...

    def next_result(self, timeout: float | None) -> DecodeResult | None:
        """The next finished request in any order, or None after `timeout` seconds."""
        ...

    def close(self) -> None:
        """End the decoding processes; requests still queued are dropped."""
        ...


class Encoder(Protocol):
    """The two towers of one model. All vectors are float32 of unit length.

    Both methods may be called from several threads at once.
    """

    @property
    def key(self) -> ModelKey: ...

    @property
    def dimensions(self) -> int: ...

    @property
    def preprocess(self) -> Preprocess: ...

    @property
    def logit_scale(self) -> float:
        """The learned scale of cosines (1 / temperature), already exponentiated."""
        ...

    @property
    def batch_size(self) -> int:
        """Photos per batch that suit the device."""
        ...

    def report(self) -> EncoderReport: ...

    def encode_images(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """uint8 RGB (n, height, width, 3), as `preprocess` asks, to (n, dimensions)."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Texts to (n, dimensions); the last queries are cached."""
        ...

    def encode_places(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        """One photo's pixels, uint8 RGB (height, width, 3) as `preprocess` asks, place by place.

        float32 (rows, columns, dimensions) of unit length, in the space of texts;
        None where the model's image tower has no places.
        """
        ...


class ThumbnailStore(Protocol):
    """Thumbnails on disk by content hash; all of it can be made again."""

    @property
    def px(self) -> int:
        """The longest side of its thumbnails, in pixels."""
        ...

    def path(self, content_hash: bytes) -> str: ...

    def has(self, content_hash: bytes) -> bool: ...

    def sound(self, content_hash: bytes) -> bool:
        """Whether it is there and every byte as it was written; reads all of it."""
        ...

    def drop(self, content_hash: bytes) -> None:
        """Remove a thumbnail, so that it is made again.

        Raises:
            StorageFault: the disk refused.
        """
        ...

    def sweep(self) -> None:
        """Remove what a writer that was killed left behind, and thumbnails of another size."""
        ...

    def clear(self) -> None:
        """Remove all that was ever put here, of every size; what the disk refuses to remove stays."""
        ...

    def put(self, content_hash: bytes, data: bytes) -> None:
        """Write one thumbnail, whole or not at all.

        Raises:
            StorageFault: the disk refused.
        """
        ...


class Sketches(Protocol):
    """Tiny grey pictures of photos: they tell copies of one photo from photos that only look alike."""

    def of(self, content_hash: bytes) -> NDArray[np.uint8] | None:
        """uint8 (`SKETCH_SIDE`, `SKETCH_SIDE`), the photo stretched into a square.

        None where its thumbnail is not there or damaged.
        """
        ...


class PhotoCopier(Protocol):
    """Makes copies of photos; what it copies is opened for reading only."""

    def copy(self, source: bytes, folder: bytes, options: CopyOptions) -> bytes:
        """Copy one photo into a folder that exists; the path of the copy.

        It keeps its name, with another suffix where the format changes, and a
        number where the name is taken. A copy is whole or not there at all.

        Raises:
            StorageFault: the target refused (full, read-only); no part of the copy is left.
            BadInput: the photo cannot be read, or not be written in this format.
        """
        ...
