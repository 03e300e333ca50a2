"""open_clip's architectures, built without weights and without the network."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from photoclip.embedding.config import CONFIG_NAME
from photoclip.embedding.folder import ModelFolder
from photoclip.embedding.quiet import import_open_clip, quiet
from photoclip.embedding.uncompiled import uncompiled
from photoclip.errors import ModelRejected

BUILD_FAULTS = (
    TypeError,
    ValueError,
    RuntimeError,
    AssertionError,
    LookupError,
    AttributeError,
    ArithmeticError,
    ImportError,
    OSError,
)
"""What open_clip, timm and transformers raise for a config that describes no model of theirs."""

_RANDOM = frozenset({"normal_", "uniform_", "erfinv_", "kaiming_normal_", "kaiming_uniform_"})
_POSITION_IDS = "text.transformer.embeddings.position_ids"


class _NoRandomStart(TorchFunctionMode):
    """Skips the random first values of weights, which the file replaces anyway (3.2 s for ViT-L/14).

    And the cutting of a triangle on "meta", where there are no values: torch
    would load sympy for it (35 MB).
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        named = kwargs or {}
        name = getattr(func, "__name__", "")
        if name in _RANDOM or (name == "triu_" and args[0].is_meta):
            return args[0] if args else named["tensor"]
        return func(*args, **named)


def build(folder: ModelFolder, device: str) -> Any:
    """The architecture that a folder's config describes, on "cpu" or "meta", its weights undefined.

    Raises:
        ModelRejected: the config describes no architecture of the installed open_clip.
    """
    open_clip = import_open_clip()
    try:
        with (
            tempfile.TemporaryDirectory() as draft,
            quiet(),
            uncompiled(),
            _NoRandomStart(),
            torch.device(device),
        ):
            # A folder with the checked config alone: open_clip looks at nothing else.
            (Path(draft) / CONFIG_NAME).write_text(json.dumps(_local(folder)), encoding="utf-8")
            return open_clip.create_model(
                f"local-dir:{draft}",
                load_weights=False,
                device=device,
                pretrained_image=False,
                pretrained_text=False,
            )
    except BUILD_FAULTS as fault:
        raise ModelRejected(
            f"The config of {folder.path.name} describes no model that the installed open_clip can build "
            f"({fault}); get the original file, or update open_clip."
        ) from fault


def _local(folder: ModelFolder) -> dict[str, Any]:
    """The config with the text tower's description taken from the folder, never from the hub."""
    config = folder.config.as_json()
    if config["model_cfg"]["text_cfg"].get("hf_model_name"):
        config["model_cfg"]["text_cfg"]["hf_model_name"] = str(folder.path.resolve())
    return config


def renamed(model: Any, weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights under this model's names: open_clip's own conversions of older and foreign formats.

    Unlike `open_clip.load_checkpoint` it neither resizes position embeddings nor
    invents a logit bias.
    """
    from open_clip.convert import convert_state_dict
    from open_clip.model import convert_to_custom_text_state_dict

    if all(name.startswith("module.") for name in weights):
        weights = {name.removeprefix("module."): value for name, value in weights.items()}
    weights = convert_state_dict(model, weights)
    if "positional_embedding" in weights and not hasattr(model, "positional_embedding"):
        weights = convert_to_custom_text_state_dict(weights)
    for name in ("logit_scale", "logit_bias"):
        own, value = getattr(model, name, None), weights.get(name)
        if own is not None and value is not None and own.numel() == value.numel():
            weights[name] = value.reshape(own.shape)
    if _POSITION_IDS in weights and _POSITION_IDS not in model.state_dict():
        del weights[_POSITION_IDS]  # transformers has computed these itself since 4.31
    return weights
