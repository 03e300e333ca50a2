"""A model from its folder: every weight comes from the file, or loading fails and says what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from photoclip.domain.decoding import Preprocess
from photoclip.embedding.architecture import BUILD_FAULTS, build, renamed
from photoclip.embedding.folder import ModelFolder
from photoclip.embedding.preprocessing import Normalisation, preprocessing_of
from photoclip.embedding.quiet import quiet
from photoclip.embedding.tokenizing import Tokenizer, tokenizer_of
from photoclip.errors import ModelRejected, ModelUnavailable

_DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in float32 on the CPU, in evaluation mode, with what it needs around it.

    `model` is open_clip's CLIP, CustomTextCLIP or CoCa.
    """

    model: Any
    tokenizer: Tokenizer
    preprocess: Preprocess
    normalisation: Normalisation


def load(folder: ModelFolder) -> LoadedModel:
    """Load a model whose folder was opened.

    Raises:
        ModelUnavailable: `transformers` is needed and absent, or a file cannot be read.
        ModelRejected: a weight is missing, left over, of another shape or not finite.
    """
    tokenizer = tokenizer_of(folder)
    # First without memory: what the file's header promises must be what the architecture needs.
    outline = build(folder, "meta")
    promised = {
        name: torch.empty(entry.shape, dtype=_DTYPES[entry.dtype], device="meta")
        for name, entry in folder.tensors.items()
    }
    _check_same(_renamed(outline, promised, folder), outline.state_dict(), folder)
    model = build(folder, "cpu")
    weights = _renamed(model, _read(folder), folder)
    _check_same(weights, model.state_dict(), folder)
    model.load_state_dict(weights, strict=True)
    _check_finite(model, folder)
    model.eval().requires_grad_(False)
    preprocess, normalisation = preprocessing_of(model, folder)
    return LoadedModel(model, tokenizer, preprocess, normalisation)


def _read(folder: ModelFolder) -> dict[str, torch.Tensor]:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(folder.weights, device="cpu")
    except SafetensorError as fault:
        raise ModelRejected(f"{folder.weights} is damaged ({fault}); fetch it again.") from fault
    except OSError as fault:
        raise ModelUnavailable(f"{folder.weights} cannot be read ({fault}); check the drive.") from fault


def _renamed(model: Any, weights: dict[str, torch.Tensor], folder: ModelFolder) -> dict[str, torch.Tensor]:
    try:
        with quiet():
            return renamed(model, weights)
    except BUILD_FAULTS as fault:
        raise ModelRejected(
            f"{folder.weights} is not the model that its config describes ({fault}); get both from one place."
        ) from fault


def _check_same(found: dict[str, torch.Tensor], needed: dict[str, torch.Tensor], folder: ModelFolder) -> None:
    """Compare names, shapes and kinds of number; open_clip itself would fill or resize some silently."""
    name = folder.path.name
    missing = [key for key in needed if key not in found]
    if missing:
        raise ModelRejected(
            f"{folder.weights} lacks {len(missing)} of the model's {len(needed)} weights ({_some(missing)}), "
            "so a part of it would stay random; get the complete file."
        )
    wrong = [key for key in needed if found[key].shape != needed[key].shape]
    if wrong:
        key = wrong[0]
        raise ModelRejected(
            f"The weights and the config of {name} are of different models or image sizes: "
            f"{len(wrong)} weights differ, first {key}, which is {list(found[key].shape)} "
            f"and should be {list(needed[key].shape)}; get both from one place."
        )
    extra = [key for key in found if key not in needed]
    if extra:
        raise ModelRejected(
            f"{folder.weights} holds {len(extra)} weights that its config has no place for ({_some(extra)}); "
            "get both from one place."
        )
    packed = [key for key in needed if needed[key].is_floating_point() and not found[key].is_floating_point()]
    if packed:
        raise ModelRejected(
            f"{folder.weights} is quantised to integers ({_some(packed)}); get the float16 or float32 file."
        )


def _check_finite(model: Any, folder: ModelFolder) -> None:
    broken = [
        key
        for key, value in model.state_dict().items()
        if value.is_floating_point() and not _is_finite(value)
    ]
    if broken:
        raise ModelRejected(
            f"{folder.weights} has values that are not finite in {len(broken)} weights ({_some(broken)}); "
            "fetch it again."
        )


def _is_finite(value: torch.Tensor) -> bool:
    """The extremes carry NaN and infinities; 45 times as fast as looking at every value."""
    return value.numel() == 0 or bool(torch.isfinite(torch.stack(torch.aminmax(value))).all())


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown
