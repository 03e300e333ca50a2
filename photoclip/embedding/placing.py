"""An image tower on a device, in a precision."""

from __future__ import annotations

import copy
import logging
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F

from photoclip.embedding import explaining
from photoclip.embedding.device import Device
from photoclip.embedding.preprocessing import Normalisation

_log = logging.getLogger(__name__)

PRECISIONS = {torch.float32: "float32", torch.bfloat16: "bfloat16", torch.float16: "float16"}


@dataclass(frozen=True, slots=True)
class PlacedTower:
    """An image tower ready to run. `mean` and `std` are float32 of shape (1, 3, 1, 1) on its device."""

    visual: Any
    device: Device
    dtype: torch.dtype
    mean: torch.Tensor
    std: torch.Tensor

    def encode(self, pixels: torch.Tensor) -> torch.Tensor:
        """uint8 (n, 3, height, width) on the CPU to float32 (n, dimensions) of unit length on the CPU.

        Raises:
            RuntimeError: torch's own, when the device fails or has too little memory.
        """
        with torch.inference_mode():
            images = self._normalised(pixels)
            # What `encode_image` of open_clip's classes does; CoCa's tower answers (features, tokens).
            found = self.visual(images)
            features = found[0] if isinstance(found, tuple) else found
            return F.normalize(features.to(torch.float32), dim=-1).cpu()

    def encode_places(self, pixels: torch.Tensor) -> torch.Tensor | None:
        """uint8 (1, 3, height, width) to float32 (rows, columns, dimensions) of unit length, as `encode`.

        None where the tower has no places, or gives values that are no numbers.

        Raises:
            RuntimeError: as `encode`.
        """
        with torch.inference_mode():
            try:
                found = explaining.places(self.visual, self._normalised(pixels))
            except torch.OutOfMemoryError:
                raise
            except explaining.NO_PLACES as fault:
                _log.info("this image tower shows no places: %s", fault)
                return None
            if found is None or not bool(torch.isfinite(found).all()):
                return None
            return F.normalize(found.to(torch.float32), dim=-1).cpu()

    def _normalised(self, pixels: torch.Tensor) -> torch.Tensor:
        images = pixels.to(self.device.name).to(torch.float32).div_(255)
        images = images.sub_(self.mean).div_(self.std).to(self.dtype)
        return images.contiguous() if self.device.kind == "mps" else images


def place(visual: Any, device: Device, dtype: torch.dtype, normalisation: Normalisation) -> PlacedTower:
    """Move a tower, in place, to a device and a precision.

    Channels-last runs convolutions at up to twice the speed on the CPU (measured:
    EfficientNet-Lite2, 33 to 67 photos/s on 2 cores); MPS does not gain from it.
    """
    visual.to(device=device.name, dtype=dtype)
    if device.kind != "mps":
        visual.to(memory_format=torch.channels_last)
    mean, std = (
        torch.tensor(values, dtype=torch.float32, device=device.name).view(1, 3, 1, 1)
        for values in (normalisation.mean, normalisation.std)
    )
    return PlacedTower(visual, device, dtype, mean, std)


def lowered(tower: PlacedTower, dtype: torch.dtype) -> PlacedTower:
    """A copy of a tower in another precision, beside the first."""
    return PlacedTower(
        copy.deepcopy(tower.visual).to(dtype=dtype), tower.device, dtype, tower.mean, tower.std
    )


def fused(visual: Any) -> Any:
    """Join the branches that a timm tower only needed in training; the values stay the same to 1e-6.

    MobileCLIP2-S0 on 2 cores: 17 to 27 photos/s in float32.
    """
    if hasattr(visual, "trunk"):
        from timm.utils.model import reparameterize_model

        visual.trunk = reparameterize_model(visual.trunk, inplace=True)
    return visual
