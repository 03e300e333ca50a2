"""How many photos per second a model embeds on this machine, measured whether or not its weights are here."""

from __future__ import annotations

import gc
import json
import math
import platform
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import psutil
import torch

from photoclip import paths, storage
from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.domain.errands import ModelSpeed
from photoclip.domain.models import EncoderReport, ModelCard
from photoclip.embedding import catalogue, weights
from photoclip.embedding.architecture import BUILD_FAULTS
from photoclip.embedding.device import Device, choose_device, release_memory
from photoclip.embedding.encoder import load_encoder
from photoclip.embedding.folder import require_transformers
from photoclip.embedding.image_tower import ImageTower
from photoclip.embedding.preprocessing import Normalisation
from photoclip.embedding.quiet import import_open_clip, quiet
from photoclip.errors import BadInput, ModelUnavailable

_LEAST_S, _LEAST_BATCHES = 1.0, 3
_MOST_S = 12.0
"""The largest models on a slow processor would take minutes for three batches; one tells enough."""
_QUICK_S = 0.5
"""A model that takes longer for a photo is measured one photo at a time."""
_ROOM_MB = 400
"""For torch's own work beside the weights: a batch of 8 through ViT-L/14 takes about 300 MB."""
_COPIES = 1.6
"""Of the float32 weights: a copy in half precision is tried beside them."""
_CACHE_CAP = 1_000_000


def measure(card: ModelCard, device: str = "auto", check: Callable[[], None] = lambda: None) -> ModelSpeed:
    """Photos per second through a model's image tower, as the library would run it.

    A model whose weights are not on this machine gets random ones, which take
    the same time; nothing is downloaded. What was measured once is remembered.
    `check` is called between two batches, and may raise to end it.

    Raises:
        BadInput: there is no such device, or the model is only a name.
        ModelUnavailable: memory would not suffice, or `transformers` is needed and absent.
        ModelRejected, EnvironmentFault: as `ImageTower.encode`.
    """
    chosen = choose_device(device)
    key = _key(card, chosen)
    known = _remembered().get(key)
    if known is not None:
        return ModelSpeed(card.id, *known)
    if card.needs_transformers:
        require_transformers(card.title)
    try:
        speed = _measured(card, device, check)
    finally:
        gc.collect()  # towers hold cycles, and the next one needs their memory
        release_memory(chosen)
    _remember(key, speed)
    return speed


def _measured(card: ModelCard, device: str, check: Callable[[], None]) -> ModelSpeed:
    """A frame of its own, so that all of the model is free when it returns."""
    folder = catalogue.own_folder(card.id) or weights.local_folder(card)
    if folder is not None:
        _check_memory(card, card.parameters_millions)
        encoder = load_encoder(folder, card.id, device)
        size = encoder.preprocess.height, encoder.preprocess.width
        return _timed(card.id, encoder.encode_images, encoder.report, encoder.batch_size, size, check)
    tower, size = _random_tower(card, device)
    return _timed(card.id, tower.encode, tower.report, tower.batch_size, size, check)


def _timed(
    model_id: str,
    encode: Callable[[Any], Any],
    report: Callable[[], EncoderReport],
    batch: int,
    size: tuple[int, int],
    check: Callable[[], None],
) -> ModelSpeed:
    """The median of several batches of noise, after photos that choose the precision and warm torch up."""
    images = np.random.default_rng(0).integers(0, 256, (batch, *size, 3), dtype=np.uint8)
    encode(images[:1])
    check()
    start = perf_counter()
    encode(images[:1])
    check()
    if perf_counter() - start < _QUICK_S:
        encode(images)  # torch prepares itself for each size of batch
    else:
        images = images[:1]  # a batch would take so long that nobody could end it
    times: list[float] = []
    while sum(times) < _MOST_S and (len(times) < _LEAST_BATCHES or sum(times) < _LEAST_S):
        start = perf_counter()
        encode(images)
        times.append(perf_counter() - start)
        check()
    ran = report()
    return ModelSpeed(model_id, round(len(images) / median(times), 2), ran.device, ran.precision)


def _random_tower(card: ModelCard, device: str) -> tuple[ImageTower, tuple[int, int]]:
    config = _architecture(card)
    count = sum(one.numel() for one in _build(card, config, "meta").parameters())
    _check_memory(card, count / 1e6)
    side = config["vision_cfg"].get("image_size", card.image_size)
    height, width = (side, side) if isinstance(side, int) else (int(side[0]), int(side[1]))
    half = (0.5, 0.5, 0.5)
    tower = ImageTower(
        _build(card, config, "cpu"),
        Preprocess(height, width, "bicubic", ResizeMode.SHORTEST, 0),
        Normalisation(half, half),
        device,
        rebuild=lambda: _build(card, config, "cpu"),
    )
    return tower, (height, width)


def _architecture(card: ModelCard) -> dict[str, Any]:
    found = import_open_clip().get_model_config(card.open_clip_name) if card.open_clip_name else None
    if not found:
        raise BadInput(f"{card.title} is not on this machine and open_clip does not know it; fetch it first.")
    return dict(found)


def _build(card: ModelCard, config: dict[str, Any], place: str) -> Any:
    """The image tower alone: the tower of text may want files from the hub."""
    from open_clip.model import _build_vision_tower

    try:
        with quiet(), torch.device(place):
            visual = _build_vision_tower(
                config["embed_dim"], config["vision_cfg"], quick_gelu=config.get("quick_gelu", False)
            )
    except BUILD_FAULTS as fault:
        raise ModelUnavailable(
            f"{card.title} cannot be measured with the installed open_clip ({fault}); update open_clip."
        ) from fault
    return visual.eval().requires_grad_(False)


def _check_memory(card: ModelCard, millions: float) -> None:
    needed = millions * 4 * _COPIES + _ROOM_MB
    free = psutil.virtual_memory().available / 1e6
    if needed > free:
        raise ModelUnavailable(
            f"{card.title} needs about {needed:,.0f} MB of memory and {free:,.0f} MB are free; "
            "close other programs, or choose a smaller model."
        )


def _key(card: ModelCard, device: Device) -> str:
    """What the speed depends on."""
    runs_on = torch.cuda.get_device_name(device.name) if device.kind == "cuda" else _processor()
    return " | ".join((card.id, device.name, runs_on, str(torch.get_num_threads()), torch.__version__))


def _processor() -> str:
    """The processor's name where the system tells it, else its kind."""
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8", errors="replace") as told:
            for line in told:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        pass  # not Linux
    return platform.processor() or platform.machine()


def _file() -> Path:
    return paths.models_dir() / "speeds.json"


def _remembered() -> dict[str, tuple[float, str, str]]:
    """What was measured before; nothing where the file is missing or damaged."""
    try:
        if _file().stat().st_size > _CACHE_CAP:
            return {}
        raw = json.loads(_file().read_bytes())
        return {key: _entry(value) for key, value in raw.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _entry(value: object) -> tuple[float, str, str]:
    if not (isinstance(value, list) and len(value) == 3):
        raise ValueError("no speed")
    rate, device, precision = value
    sound = isinstance(rate, int | float) and math.isfinite(rate) and rate > 0
    if not (sound and isinstance(device, str) and isinstance(precision, str)):
        raise ValueError("no speed")
    return float(rate), device, precision


def _remember(key: str, speed: ModelSpeed) -> None:
    known: dict[str, object] = dict(_remembered())
    known[key] = [speed.photos_per_second, speed.device, speed.precision]
    paths.private_dir(paths.models_dir())
    storage.write(_file(), (json.dumps(known, indent=1) + "\n").encode(), durable=False)
