"""`open_clip_config.json`, treated as what it is: a file from somewhere else.

open_clip passes most of it on as keyword arguments, so a config could name a
model to download, ask for code from the hub to be run, or describe a tower that
fills the memory. Whatever could is refused here, before open_clip sees it.
"""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photoclip.errors import ModelRejected, ModelUnavailable

CONFIG_NAME = "open_clip_config.json"
_CONFIG_CAP = 1_000_000  # bytes; real ones have about one thousand
_NUMBER_CAP = 2_000_000  # the largest real number is a vocabulary of 256,000
_CAPS = {"layers": 512, "num_hidden_layers": 512, "context_length": 4096, "image_size": 4096}
_TOKENIZER_OPTIONS = frozenset({"clean", "strip_sep_token", "language"})
_TIMM_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""A name in timm's own registry; "hf-hub:" and "local-dir:" names would fetch or read elsewhere."""


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """What the config describes: open_clip's `model_cfg` and `preprocess_cfg`, checked."""

    model: dict[str, Any]
    preprocess: dict[str, Any]

    @property
    def dimensions(self) -> int:
        return int(self.model["embed_dim"])

    @property
    def image_size(self) -> int:
        """Of a tower that is not square, the shorter side, in pixels."""
        size = self.model["vision_cfg"].get("image_size", 224)
        return int(min(size) if isinstance(size, list) else size)

    @property
    def text(self) -> dict[str, Any]:
        return dict(self.model["text_cfg"])

    @property
    def needs_transformers(self) -> bool:
        return bool(self.text.get("hf_tokenizer_name") or self.text.get("hf_model_name"))

    def as_json(self) -> dict[str, Any]:
        """A copy in the layout of the file."""
        return copy.deepcopy({"model_cfg": self.model, "preprocess_cfg": self.preprocess})


def read_config(folder: Path) -> ModelConfig:
    """The config of a model's folder.

    Raises:
        ModelUnavailable: there is none, or it cannot be read.
        ModelRejected: it is no config of open_clip, or asks for what is not allowed.
    """
    path = folder / CONFIG_NAME
    found = _read_json(path)
    config = parse_config(found, path)
    if config.text.get("hf_model_name"):
        _check_text_tower(folder)
    return config


def parse_config(found: dict[str, Any], source: Path | str) -> ModelConfig:
    """Check a config that was read from `source`, which is named in messages.

    Raises:
        ModelRejected: as above.
    """
    model, preprocess = found.get("model_cfg"), found.get("preprocess_cfg", {})
    if not isinstance(model, dict) or not isinstance(preprocess, dict):
        raise ModelRejected(f"{source} is not a config of open_clip: it has no model_cfg.")
    towers = [model.get("vision_cfg"), model.get("text_cfg")]
    if not all(isinstance(tower, dict) for tower in towers) or type(model.get("embed_dim")) is not int:
        raise ModelRejected(f"{source} does not describe an image tower, a text tower and embed_dim.")
    _check_values(found, "", source)
    _check_sizes(model, source)
    _check_names(model["vision_cfg"], model["text_cfg"], source)
    return ModelConfig(copy.deepcopy(model), copy.deepcopy(preprocess))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            text = file.read(_CONFIG_CAP + 1)
    except OSError as fault:
        raise ModelUnavailable(
            f"{path} cannot be read ({fault.strerror}); a model needs its {path.name} beside the weights."
        ) from fault
    if len(text) > _CONFIG_CAP:
        raise ModelRejected(f"{path} is larger than a model's config can be; get the original file.")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise ModelRejected(f"{path} is not JSON; get the original file.") from fault
    if not isinstance(found, dict):
        raise ModelRejected(f"{path} is not a config; get the original file.")
    return found


def _check_values(value: object, key: str, source: Path | str) -> None:
    """Numbers that no real model has are refused: they would only fill the memory."""
    if isinstance(value, dict):
        for name, inner in value.items():
            _check_values(inner, name, source)
    elif isinstance(value, list):
        for inner in value:
            _check_values(inner, key, source)
    elif isinstance(value, int | float) and not abs(value) <= _CAPS.get(key, _NUMBER_CAP):  # NaN too
        raise ModelRejected(f"{source} asks for {key} = {value}, which no model has.")


def _check_sizes(model: dict[str, Any], source: Path | str) -> None:
    size = model["vision_cfg"].get("image_size", 224)
    sides = size if isinstance(size, list) and len(size) == 2 else [size]
    if not all(type(side) is int and side > 0 for side in (*sides, model["embed_dim"])):
        raise ModelRejected(f"{source} describes an image_size or embed_dim that no model has.")


def _check_names(vision: dict[str, Any], text: dict[str, Any], source: Path | str) -> None:
    trunk = vision.get("timm_model_name")
    if trunk is not None and not (isinstance(trunk, str) and _TIMM_NAME.fullmatch(trunk)):
        raise ModelRejected(f"{source} names the image tower {trunk!r}, which timm does not have.")
    options = text.get("tokenizer_kwargs") or {}
    if not isinstance(options, dict) or not options.keys() <= _TOKENIZER_OPTIONS:
        raise ModelRejected(f"{source} sets tokenizer options that photoclip does not allow: {options}.")
    for key in ("hf_model_name", "hf_tokenizer_name"):
        if not isinstance(text.get(key) or "", str):
            raise ModelRejected(f"{source} has a {key} that is not a name.")


def _check_text_tower(folder: Path) -> None:
    """A text tower of `transformers` is described by a second file, `config.json`, also from elsewhere."""
    path = folder / "config.json"
    described = _read_json(path)
    if "auto_map" in described or not isinstance(described.get("model_type"), str):
        raise ModelRejected(f"{path} does not name an architecture that `transformers` has itself.")
    _check_values(described, "", path)
