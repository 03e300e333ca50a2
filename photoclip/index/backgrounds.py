"""The background captions' vectors of each model, on disk beside its graph."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip import paths, storage
from photoclip.domain.models import ModelKey
from photoclip.errors import StorageFault


class Backgrounds:
    """Implements `domain.indexes.Backgrounds` over one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: ModelKey, captions: Sequence[str]) -> NDArray[np.float32] | None:
        try:
            data = self._file(key, captions).read_bytes()
        except OSError:
            return None
        body = storage.unsealed(data)
        if body is None or not captions or len(body) % (4 * len(captions)):
            return None
        return np.frombuffer(body, "<f4").astype(np.float32).reshape(len(captions), -1)

    def put(self, key: ModelKey, captions: Sequence[str], vectors: NDArray[np.float32]) -> None:
        body = vectors.astype("<f4").tobytes()
        with contextlib.suppress(StorageFault):
            paths.private_dir(self._folder)
            storage.write(self._file(key, captions), storage.seal(body), durable=False)

    def _file(self, key: ModelKey, captions: Sequence[str]) -> Path:
        """Named by what it depends on, so that new weights or captions never meet old vectors."""
        name = hashlib.sha256("\n".join([key.model_id, key.weights_sha256, *captions]).encode()).hexdigest()
        return self._folder / f"background-{name[:32]}.f32"
