"""A second model for the pictures in docs/, as none can be downloaded: the starter with rounded weights."""

from __future__ import annotations

import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

NAME = "starter-5-bit"
_STEPS = 15
"""Of a weight on either side of zero."""


def make_rounded(starter: Path, folder: Path) -> Path:
    """The folder of a copy whose weights are rounded to five bits in each output channel."""
    made = folder / NAME
    made.mkdir(parents=True)
    shutil.copy(starter / "open_clip_config.json", made)
    name = "open_clip_model.safetensors"
    save_file({key: _rounded(weight) for key, weight in load_file(starter / name).items()}, made / name)
    return made


def _rounded(weight: torch.Tensor) -> torch.Tensor:
    if weight.ndim < 2:
        return weight
    values = weight.float().flatten(1)
    step = values.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / _STEPS
    return ((values / step).round() * step).reshape(weight.shape).to(weight.dtype)
