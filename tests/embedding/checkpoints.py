"""Small checkpoints in open_clip's own format, with random weights, one of every kind of tower."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from photoclip.embedding.quiet import import_open_clip, quiet

_TEXT = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 2}

CONFIGS: dict[str, dict[str, Any]] = {
    "vit": {
        "embed_dim": 24,
        "quick_gelu": True,
        "vision_cfg": {"image_size": 32, "layers": 2, "width": 64, "head_width": 32, "patch_size": 16},
        "text_cfg": _TEXT,
    },
    "resnet": {
        "embed_dim": 24,
        "vision_cfg": {"image_size": 64, "layers": [1, 1, 1, 1], "width": 8, "patch_size": None},
        "text_cfg": _TEXT,
    },
    "timm": {
        "embed_dim": 24,
        "custom_text": True,
        "vision_cfg": {"timm_model_name": "mobileone_s0", "timm_pool": "avg", "image_size": 64},
        "text_cfg": _TEXT,
    },
    "siglip": {
        "embed_dim": 24,
        "custom_text": True,
        "init_logit_bias": -10,
        "vision_cfg": {"timm_model_name": "test_vit", "timm_pool": "", "image_size": 160},
        "text_cfg": {**_TEXT, "context_length": 64, "no_causal_mask": True, "pool_type": "last"},
    },
    "coca": {
        "embed_dim": 24,
        "custom_text": True,
        "multimodal_cfg": {"context_length": 76, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
        "vision_cfg": {
            "image_size": 32,
            "layers": 1,
            "width": 64,
            "head_width": 32,
            "patch_size": 16,
            "attentional_pool": True,
            "attn_pooler_heads": 2,
            "output_tokens": True,
        },
        "text_cfg": {**_TEXT, "context_length": 76, "embed_cls": True, "output_tokens": True},
    },
}

PREPROCESS = {
    "mean": [0.4, 0.5, 0.6],
    "std": [0.2, 0.3, 0.25],
    "interpolation": "bilinear",
    "resize_mode": "squash",
}


UNRUNNABLE = {
    **CONFIGS["timm"],
    "vision_cfg": {**CONFIGS["timm"]["vision_cfg"], "timm_model_name": "repghostnet_050"},
}
"""It builds and loads, and cannot run: timm's pooled width and open_clip's projection differ."""


def make(folder: Path, config: dict[str, Any], seed: int = 0) -> Path:
    """Write a model's folder; the weights are float16 on disk, as many real ones are."""
    open_clip = import_open_clip()
    folder.mkdir(parents=True)
    write_config(folder, config)
    torch.manual_seed(seed)
    with quiet():
        model = open_clip.create_model(f"local-dir:{folder}", load_weights=False, pretrained_text=False)
    weights = {
        # CoCa leaves one weight as the memory was, which may be anything.
        name: value.nan_to_num(0).clamp(-10, 10).half() if value.is_floating_point() else value
        for name, value in model.state_dict().items()
    }
    save_file(weights, folder / "open_clip_model.safetensors")
    return folder


def write_config(folder: Path, model: dict[str, Any], **preprocess: Any) -> None:
    config = {"model_cfg": copy.deepcopy(model), "preprocess_cfg": {**PREPROCESS, **preprocess}}
    (folder / "open_clip_config.json").write_text(json.dumps(config), encoding="utf-8")


def weights_of(folder: Path) -> dict[str, torch.Tensor]:
    """The weights, to be changed and written back with `put_weights`."""
    return {name: value.clone() for name, value in load_file(folder / "open_clip_model.safetensors").items()}


def put_weights(folder: Path, weights: dict[str, torch.Tensor]) -> None:
    save_file(weights, folder / "open_clip_model.safetensors")
