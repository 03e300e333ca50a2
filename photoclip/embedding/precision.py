"""The precision of the image tower, found by a short measurement, never assumed.

The towers of text stay in float32: one query costs milliseconds, and all photos
of a library are compared with it.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import numpy as np
import torch

from photoclip.embedding.device import Device, first_line
from photoclip.embedding.placing import PRECISIONS, PlacedTower, lowered

_AGREEMENT = {"cuda": 0.999, "mps": 0.999, "cpu": 0.998}
"""Least cosine with float32, for every probe."""

_WORTH = 1.15
"""A smaller gain in speed is within the measurement's own error."""

_SLOW_S = 0.3
"""A tower that needs longer for one photo is measured with one photo, once."""


def probes(height: int, width: int) -> torch.Tensor:
    """uint8 (4, 3, height, width): a soft light, a gradient, hard edges and noise, the same every time.

    The choice must not depend on the photos that happen to come first. The
    smooth ones lead, since there bfloat16 strays furthest: on EfficientNet-Lite2
    the soft light has a cosine of 0.90 and noise one of 0.998; of 66 photos, a
    blurred clock had the lowest, 0.97.
    """
    y, x = np.mgrid[0:height, 0:width]
    light = 255 * np.exp(-((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) / 0.064)
    ramp = x * 255 // max(width - 1, 1)
    board = (x // 16 + y // 16) % 2 * 255
    grey = [np.repeat(one.astype(np.uint8)[None], 3, axis=0) for one in (light, ramp, board)]
    noise = np.random.default_rng(0).integers(0, 256, (3, height, width), dtype=np.uint8)
    return torch.from_numpy(np.stack([*grey, noise]))


def choose_precision(tower: PlacedTower, height: int, width: int) -> tuple[PlacedTower, str]:
    """The given float32 tower, or a copy in lower precision that agrees with it and is worth it.

    A GPU takes float16 where it agrees. A CPU takes bfloat16 only where it has
    the instructions, agrees and is measured to be faster. Takes about a second;
    for the largest models on a CPU, the time of three photos.

    Returns:
        The tower to use, and a sentence on why a lower precision is not used, or "".
    """
    dtype = _candidate(tower.device)
    if dtype is None:
        return tower, ""
    name = PRECISIONS[dtype]
    images = probes(height, width)
    full_s, full = _timed(tower, images[:1])
    if full_s < 3 * _SLOW_S:  # this first run also warmed torch up
        full_s, full = _timed(tower, images)
    images = images[: len(full)]
    try:
        low = lowered(tower, dtype)
        low_s, found = _timed(low, images)
    except RuntimeError as fault:
        return tower, f"{name} does not run here ({first_line(fault)}), so float32 is used."
    agreement = float((full * found).sum(dim=-1).min())
    if not agreement > _AGREEMENT[tower.device.kind]:  # NaN too
        return tower, f"{name} changes this model's vectors (cosine {agreement:.4f}), so float32 is used."
    if tower.device.kind == "cpu" and low_s * _WORTH > full_s:
        return tower, f"{name} is not faster on this processor, so float32 is used."
    return low, ""


def has_bfloat16(cpu: Callable[[], dict[str, object]] | None = None) -> bool:
    """Whether this processor multiplies bfloat16 itself (AVX512-BF16 or AMX).

    Elsewhere torch imitates it, at a fraction of float32's speed. `cpu` answers
    like `torch.cpu.get_capabilities`.
    """
    ask = cpu or getattr(torch.cpu, "get_capabilities", None)
    if ask is not None:
        found = ask()
        return any(bool(found.get(name)) for name in ("avx512_bf16", "amx_bf16", "amx_tile"))
    names = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")  # torch before 2.11
    return any(bool(getattr(torch.cpu, name, bool)()) for name in names)


def _candidate(device: Device) -> torch.dtype | None:
    if device.kind in ("cuda", "mps"):
        return torch.float16
    return torch.bfloat16 if has_bfloat16() else None


def _timed(tower: PlacedTower, images: torch.Tensor) -> tuple[float, torch.Tensor]:
    """Seconds for one run, the best of three where they are quick, and the vectors."""
    times = []
    for _ in range(3):
        start = perf_counter()
        found = tower.encode(images)
        times.append(perf_counter() - start)
        if times[0] > _SLOW_S * len(images):
            break
    return min(times), found
