"""A model's own preprocessing, taken from the model that open_clip built; never a constant."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.embedding.folder import ModelFolder
from photoclip.errors import ModelRejected


@dataclass(frozen=True, slots=True)
class Normalisation:
    """Mean and standard deviation of each of R, G and B, on a scale of 0 to 1."""

    mean: tuple[float, ...]
    std: tuple[float, ...]


def preprocessing_of(model: Any, folder: ModelFolder) -> tuple[Preprocess, Normalisation]:
    """Size, resize mode, interpolation and fill for the decoder; mean and std for the encoder.

    Raises:
        ModelRejected: the config states something that open_clip's own transform does not do.
    """
    config = dict(model.visual.preprocess_cfg)
    height, width = _pair(config["size"])
    mean, std = config["mean"], config["std"]
    mode, interpolation, fill = config["resize_mode"], config["interpolation"], config["fill_color"]
    if not (
        mode in set(ResizeMode)
        and interpolation in ("bicubic", "bilinear", "random")
        and type(fill) is int
        and 0 <= fill <= 255
        and _three_numbers(mean)
        and _three_numbers(std)
        and min(std) > 0
    ):
        raise ModelRejected(
            f"The preprocessing that {folder.path.name} states is not one of open_clip's; "
            "get the original config."
        )
    mode = ResizeMode(mode)
    if mode is ResizeMode.SHORTEST and height != width:
        interpolation = "bicubic"  # open_clip 3.3 resizes to a rectangle in this way only
    bilinear = interpolation == "bilinear"
    preprocess = Preprocess(height, width, "bilinear" if bilinear else "bicubic", mode, fill)
    return preprocess, Normalisation(tuple(mean), tuple(std))


def _pair(size: int | list[int] | tuple[int, int]) -> tuple[int, int]:
    if isinstance(size, int):
        return size, size
    height, width = size
    return height, width


def _three_numbers(values: object) -> bool:
    if not isinstance(values, list | tuple) or len(values) != 3:
        return False
    return all(isinstance(value, int | float) and math.isfinite(value) for value in values)
