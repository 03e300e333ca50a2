"""One model as the use cases see it: the `Encoder` port."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.decoding import Preprocess
from photoclip.domain.models import EncoderReport, ModelKey
from photoclip.embedding import checkpoint
from photoclip.embedding.device import check_name
from photoclip.embedding.folder import ModelFolder, open_folder
from photoclip.embedding.hashes import weights_sha256
from photoclip.embedding.image_tower import ImageTower
from photoclip.embedding.text_tower import TextTower
from photoclip.errors import ModelRejected


def load_encoder(folder: Path, model_id: str, device: str = "auto") -> ClipEncoder:
    """Load a model from its folder; device and precision are chosen at the first photo.

    Raises:
        BadInput: there is no such device.
        ModelUnavailable: a file is missing or cannot be read, or `transformers` is needed.
        ModelRejected: the files are not one complete model.
    """
    check_name(device)
    opened = open_folder(folder)
    key = ModelKey(model_id, weights_sha256(opened.weights))
    return ClipEncoder(key, opened, device)


class ClipEncoder:
    """A loaded model. Images and texts may be encoded from different threads at once."""

    def __init__(self, key: ModelKey, folder: ModelFolder, device: str = "auto") -> None:
        loaded = checkpoint.load(folder)
        visual, loaded.model.visual = loaded.model.visual, None
        self._key = key
        self._preprocess = loaded.preprocess
        self._logit_scale = _logit_scale(loaded.model)
        self._texts = TextTower(loaded.model, loaded.tokenizer)
        self._images = ImageTower(
            visual,
            loaded.preprocess,
            loaded.normalisation,
            device,
            rebuild=lambda: checkpoint.load(folder).model.visual,
        )

    @property
    def key(self) -> ModelKey:
        return self._key

    @property
    def dimensions(self) -> int:
        return self._texts.dimensions

    @property
    def preprocess(self) -> Preprocess:
        return self._preprocess

    @property
    def logit_scale(self) -> float:
        return self._logit_scale

    @property
    def batch_size(self) -> int:
        return self._images.batch_size

    def report(self) -> EncoderReport:
        return self._images.report()

    def encode_images(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """uint8 RGB (n, height, width, 3), as `preprocess` asks, to float32 (n, dimensions) of unit length.

        Raises:
            ValueError: the shape or dtype is another.
            EnvironmentFault: not even one photo fits into memory.
            ModelRejected: the model does not run.
        """
        asked = (self._preprocess.height, self._preprocess.width, 3)
        if pixels.dtype != np.uint8 or pixels.shape[1:] != asked:
            raise ValueError(f"pixels are {pixels.dtype} {pixels.shape}, and uint8 (n, {asked}) is needed")
        if not len(pixels):
            return np.empty((0, self.dimensions), dtype=np.float32)
        vectors = self._images.encode(pixels)
        if vectors.shape[1] != self.dimensions:
            raise ModelRejected(
                f"This model gives {vectors.shape[1]} numbers for a photo and {self.dimensions} for a text, "
                "which cannot be compared; get its original config."
            )
        return vectors

    def encode_places(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        """uint8 RGB (height, width, 3), as `preprocess` asks, to float32 (rows, columns, dimensions).

        Each place is of unit length and can be compared with texts; None where
        the image tower has no places.

        Raises:
            ValueError: the shape or dtype is another.
        """
        asked = (self._preprocess.height, self._preprocess.width, 3)
        if pixels.dtype != np.uint8 or pixels.shape != asked:
            raise ValueError(f"pixels are {pixels.dtype} {pixels.shape}, and uint8 {asked} is needed")
        found = self._images.encode_places(pixels)
        return found if found is not None and found.shape[-1] == self.dimensions else None

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._texts.encode(texts)


def _logit_scale(model: Any) -> float:
    scale = float(model.logit_scale.detach().exp().flatten()[0])
    if not (math.isfinite(scale) and scale > 0):
        raise ModelRejected(f"This model's logit scale is {scale}, which is no temperature; fetch it again.")
    return scale
