"""What an image tower sees at each place of a photo, in the space of texts.

Where a tower pools by attention, or by a mean, each place is pooled alone:
attention over one place is its value and output projection, as in MaskCLIP
(Zhou et al., "Extract Free Dense Labels from CLIP", 2022). Where a class token
is the photo's feature, the last block's attention is that of values with
values (Li et al., "CLIP Surgery", 2023), without its residual and MLP (Lan et
al., "ClearCLIP", 2024), since what queries and keys attend to is not the place.
"""

from __future__ import annotations

import math
from typing import Any

import torch
import torch.nn.functional as F

NO_PLACES = (RuntimeError, AssertionError, AttributeError, TypeError, ValueError, LookupError)
"""What a tower of a build that is not known here raises when it is asked for places."""

_MOST_PLACES = 64 * 64


def places(visual: Any, images: torch.Tensor) -> torch.Tensor | None:
    """Normalised images (1, 3, height, width) to (rows, columns, dimensions), or None for another tower.

    Raises:
        NO_PLACES: the tower is of a kind that resembles a known one, and is not.
    """
    if hasattr(visual, "trunk"):
        return _of_timm(visual, images)
    if hasattr(visual, "attnpool"):
        return _of_resnet(visual, images)
    if hasattr(visual, "transformer") and hasattr(visual, "ln_post"):
        return _of_vit(visual, images)
    return None


def _of_resnet(visual: Any, images: torch.Tensor) -> torch.Tensor:
    features = visual.stem(images)
    for layer in (visual.layer1, visual.layer2, visual.layer3, visual.layer4):
        features = layer(features)
    pool = visual.attnpool
    grid: torch.Tensor = pool.c_proj(pool.v_proj(features[0].permute(1, 2, 0)))
    return grid


def _of_vit(visual: Any, images: torch.Tensor) -> torch.Tensor | None:
    tokens, last = visual._embeds(images), visual.transformer.resblocks[-1]
    for block in visual.transformer.resblocks[:-1]:
        tokens = block(tokens)
    if visual.attn_pool is not None or visual.pool_type != "tok":
        tokens = last(tokens)[:, 1:]
        # The class token stands before each place, because pools leave the first one out.
        pooled, _ = visual._pool(tokens[0, :, None].expand(-1, 2, -1))
    else:
        attention = last.attn
        value = F.linear(last.ln_1(tokens), *_last_third(attention.in_proj_weight, attention.in_proj_bias))
        seen = last.ls_1(attention.out_proj(_among_values(value, attention.num_heads)))
        pooled = visual.ln_post(seen[0, 1:])
    if visual.proj is not None:
        pooled = pooled @ visual.proj
    return _in_rows(pooled, images)


def _of_timm(visual: Any, images: torch.Tensor) -> torch.Tensor | None:
    trunk = visual.trunk
    if hasattr(trunk, "blocks") and getattr(trunk, "global_pool", "") == "token":
        features = _last_block_alone(trunk, images)
    else:
        features = trunk.forward_features(images)
    if features.dim() == 4:
        if features.shape[1] != trunk.num_features and features.shape[-1] == trunk.num_features:
            features = features.permute(0, 3, 1, 2)
        rows, columns = features.shape[-2:]
        alone = features[0].flatten(1).T[:, :, None, None]
        return _projected(visual, alone).reshape(rows, columns, -1)
    before = int(getattr(trunk, "num_prefix_tokens", 0))
    # Each place fills a photo of its own, also where class tokens stand: any pool gives it back.
    alone = features[0, before:, None].expand(-1, before + 1, -1)
    return _in_rows(_projected(visual, alone), images)


def _last_block_alone(trunk: Any, images: torch.Tensor) -> torch.Tensor:
    """The tokens after the last block's values alone; its own answer is put aside."""
    last, entered = trunk.blocks[-1], []
    hook = last.register_forward_pre_hook(lambda _, given: entered.append(given[0]))
    try:
        trunk.forward_features(images)
    finally:
        hook.remove()
    attention = last.attn
    value = F.linear(last.norm1(entered[0]), *_last_third(attention.qkv.weight, attention.qkv.bias))
    tokens: torch.Tensor = trunk.norm(attention.proj(_among_values(value, attention.num_heads)))
    return tokens


def _projected(visual: Any, alone: torch.Tensor) -> torch.Tensor:
    found: torch.Tensor = visual.head(visual.trunk.forward_head(alone))
    return found


def _last_third(weight: torch.Tensor, bias: torch.Tensor | None) -> tuple[torch.Tensor, torch.Tensor | None]:
    """The projection to values, of one that makes queries, keys and values."""
    return weight.chunk(3)[2], None if bias is None else bias.chunk(3)[2]


def _among_values(value: torch.Tensor, heads: int) -> torch.Tensor:
    """Attention in which the values are queries and keys too, (1, n, width) to (1, n, width)."""
    split = value.reshape(*value.shape[:2], heads, -1).transpose(1, 2)
    return F.scaled_dot_product_attention(split, split, split).transpose(1, 2).flatten(2)


def _in_rows(features: torch.Tensor, images: torch.Tensor) -> torch.Tensor | None:
    """(n, dimensions) in rows as wide as the image's proportions say."""
    count, (height, width) = len(features), images.shape[-2:]
    rows = round(math.sqrt(count * height / width))
    if rows < 1 or count % rows or not 1 < count <= _MOST_PLACES:
        return None
    return features.reshape(rows, count // rows, -1)
