"""The image tower at work: it chooses device and precision at the first photo, and gives way visibly."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from photoclip.domain.decoding import Preprocess
from photoclip.domain.models import EncoderReport
from photoclip.embedding.device import Device, choose_device, first_line, release_memory
from photoclip.embedding.placing import PRECISIONS, PlacedTower, fused, place
from photoclip.embedding.precision import choose_precision
from photoclip.embedding.preprocessing import Normalisation
from photoclip.errors import EnvironmentFault, ModelRejected

_log = logging.getLogger(__name__)

_FAULTS = (RuntimeError, AssertionError)
"""What torch and timm raise when a tower does not run; torch.OutOfMemoryError is a RuntimeError."""

_BATCH = {"cuda": 64, "mps": 32, "cpu": 8}
"""Photos at once. On a CPU 8 are as fast as 32 (ViT-B/32) or faster, since they stay in its cache."""


class ImageTower:
    """Turns pixels into vectors. Batches from several threads take turns.

    `rebuild` reads the tower from its file again, as float32 on the CPU: after a
    failure the copy on the device, or the one in low precision, is not to be
    trusted.
    """

    def __init__(
        self,
        visual: Any,
        preprocess: Preprocess,
        normalisation: Normalisation,
        device: str,
        rebuild: Callable[[], Any],
    ) -> None:
        self._visual = visual
        self._preprocess = preprocess
        self._normalisation = normalisation
        self._asked = device
        self._rebuild = rebuild
        self._lock = Lock()
        self._device: Device | None = None
        self._tower: PlacedTower | None = None
        self._largest_batch: int | None = None
        self._notes: list[str] = []

    @property
    def batch_size(self) -> int:
        """Photos per batch that suit the device, fewer after it ran out of memory."""
        with self._lock:
            return self._batch_size()

    def report(self) -> EncoderReport:
        """What runs now; before the first batch the precision is that of the weights, float32."""
        with self._lock:
            device = self._chosen_device()
            dtype = self._tower.dtype if self._tower else torch.float32
            notes = " ".join(note for note in self._notes if note)
            return EncoderReport(device.kind, PRECISIONS[dtype], notes)

    def encode(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """uint8 RGB (n, height, width, 3) to float32 (n, dimensions) of unit length.

        Raises:
            EnvironmentFault: not even one photo fits into memory.
            ModelRejected: the model does not run, or gives values that are no numbers.
        """
        images = torch.tensor(pixels).permute(0, 3, 1, 2)
        with self._lock:
            self._settled()
            found: NDArray[np.float32] = self._in_parts(images, self._batch_size()).numpy()
        return found

    def encode_places(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        """uint8 RGB (height, width, 3) to float32 (rows, columns, dimensions) of unit length.

        None where the tower has no places, or too little memory for them.
        """
        image = torch.tensor(pixels).permute(2, 0, 1)[None]
        with self._lock:
            try:
                found = self._settled().encode_places(image)
            except _FAULTS as fault:
                _log.info("the places of a photo could not be encoded: %s", first_line(fault))
                release_memory(self._chosen_device())
                return None
        return None if found is None else found.numpy()

    def _batch_size(self) -> int:
        return self._largest_batch or _BATCH[self._chosen_device().kind]

    def _chosen_device(self) -> Device:
        if self._device is None:
            self._device = choose_device(self._asked)
            self._notes.append(self._device.note)
        return self._device

    def _settled(self) -> PlacedTower:
        """The tower on its device and in its precision, which are chosen by the first call."""
        if self._tower is not None:
            return self._tower
        visual, self._visual = self._visual or self._rebuild(), None
        size = self._preprocess.height, self._preprocess.width
        try:
            tower = place(fused(visual), self._chosen_device(), torch.float32, self._normalisation)
            self._tower, reason = choose_precision(tower, *size)
        except _FAULTS as fault:
            return self._give_way(fault)
        # Why a precision was chosen is worth a line in the log; a note is for what went wrong.
        _log.info("%s. %s", PRECISIONS[self._tower.dtype], reason)
        return self._tower

    def _in_parts(self, images: torch.Tensor, size: int) -> torch.Tensor:
        return torch.cat([self._encode(part) for part in images.split(size)])  # type: ignore[no-untyped-call]

    def _encode(self, images: torch.Tensor) -> torch.Tensor:
        try:
            found = self._settled().encode(images)
        except _FAULTS as fault:
            too_many = _out_of_memory(fault) and len(images) > 1
            if not too_many:
                self._give_way(fault)
        else:
            if bool(torch.isfinite(found).all()) and bool(found.any(dim=-1).all()):
                return found
            too_many = False
            self._give_way(None)
        # Outside the handler, whose traceback holds on to the memory that may be short.
        return self._in_halves(images) if too_many else self._encode(images)

    def _in_halves(self, images: torch.Tensor) -> torch.Tensor:
        self._largest_batch = (len(images) + 1) // 2
        release_memory(self._chosen_device())
        self._note(f"Memory is short, so {self._largest_batch} photos are encoded at once.")
        return self._in_parts(images, self._largest_batch)

    def _give_way(self, fault: Exception | None) -> PlacedTower:
        """Go on in float32, and where that fails too on the CPU; `fault` is None for unusable values."""
        device, dtype = self._chosen_device(), self._tower.dtype if self._tower else torch.float32
        reason = first_line(fault) if fault else "it gives values that are no numbers"
        if fault is None and dtype != torch.float32:
            self._note(f"{PRECISIONS[dtype]} gives values that are no numbers, so float32 is used.")
        elif device.kind != "cpu":
            self._note(f"The {device.kind} device failed ({reason}), so the CPU is used.")
            self._device = Device("cpu")
        elif fault is not None and _out_of_memory(fault):
            raise EnvironmentFault(
                "There is too little memory for one photo; close other programs or choose a smaller model."
            ) from fault
        else:
            raise ModelRejected(
                f"This model cannot encode a photo ({reason}); choose another one, or fetch it again."
            ) from fault
        self._tower = None  # freed before its successor needs memory
        release_memory(device)
        visual = fused(self._rebuild())
        self._tower = place(visual, self._chosen_device(), torch.float32, self._normalisation)
        return self._tower

    def _note(self, note: str) -> None:
        _log.warning(note)
        if note not in self._notes:
            self._notes.append(note)


def _out_of_memory(fault: Exception) -> bool:
    """CUDA has a type for it; MPS and the CPU only say so, the latter differently on each system."""
    text = str(fault)
    said = any(words in text for words in ("out of memory", "allocate memory", "not enough memory"))
    return said or isinstance(fault, torch.OutOfMemoryError)
