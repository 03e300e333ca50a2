"""The text tower at work, on the CPU and in float32, with the last texts remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from photoclip.embedding.device import first_line
from photoclip.embedding.tokenizing import Tokenizer
from photoclip.errors import ModelRejected

_REMEMBERED = 256
_BATCH = 32


class TextTower:
    """Turns texts into vectors. May be used from several threads; a long list lets single queries in between.

    `model` is open_clip's; only its text side is touched.
    """

    def __init__(self, model: Any, tokenizer: Tokenizer) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._lock = Lock()
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self.dimensions = int(self.encode(["a photo"]).shape[1])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Texts of any length and script to float32 (n, dimensions) of unit length.

        Raises:
            ModelRejected: the tower and its tokenizer do not fit each other, or its values are no numbers.
        """
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        found: dict[str, NDArray[np.float32]] = {}
        distinct = list(dict.fromkeys(texts))
        for start in range(0, len(distinct), _BATCH):
            with self._lock:
                found |= self._batch(distinct[start : start + _BATCH])
        return np.stack([found[text] for text in texts])

    def _batch(self, texts: list[str]) -> dict[str, NDArray[np.float32]]:
        new = [text for text in texts if text not in self._known]
        fresh = dict(zip(new, self._run(new), strict=True)) if new else {}
        found = {text: fresh[text] if text in fresh else self._known[text] for text in texts}
        for text, vector in found.items():
            self._known[text] = vector
            self._known.move_to_end(text)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found

    def _run(self, texts: list[str]) -> NDArray[np.float32]:
        # Lone surrogates come from arguments that are no UTF-8, and no tokenizer takes them.
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        try:
            with torch.inference_mode():
                features = self._model.encode_text(self._tokenizer(clean), normalize=False)
                vectors = F.normalize(features.to(torch.float32), dim=-1)
        except (RuntimeError, IndexError) as fault:
            raise ModelRejected(
                f"This model cannot encode text ({first_line(fault)}): its tokenizer and its text tower "
                "do not fit each other; get both from one place."
            ) from fault
        if not bool(torch.isfinite(vectors).all()):
            raise ModelRejected("This model gives no numbers for a text; fetch it again or choose another.")
        numbers: NDArray[np.float32] = vectors.numpy()
        return numbers
