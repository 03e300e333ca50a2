"""A model's folder: `open_clip_config.json` and one safetensors file. Opened without torch."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from photoclip.domain.models import ModelCard
from photoclip.embedding.config import CONFIG_NAME, ModelConfig, read_config
from photoclip.embedding.header import TensorEntry, parameters_millions, read_header
from photoclip.errors import ModelRejected, ModelUnavailable

WEIGHTS_NAME = "open_clip_model.safetensors"
_PICKLES = frozenset({".bin", ".pt", ".pth", ".ckpt", ".pkl", ".npz"})


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder whose config and weights' header have been read and checked."""

    path: Path
    weights: Path
    config: ModelConfig
    tensors: dict[str, TensorEntry]


def open_folder(path: Path) -> ModelFolder:
    """Read and check a model's folder.

    Raises:
        ModelUnavailable: a file is missing or cannot be read.
        ModelRejected: a file is not what it should be.
    """
    config = read_config(path)
    weights = find_weights(path)
    return ModelFolder(path, weights, config, read_header(weights))


def find_weights(path: Path) -> Path:
    """The safetensors file of a folder: open_clip's usual name, else the only one.

    Raises:
        ModelUnavailable: there is none.
        ModelRejected: there are several, or only a pickle, which is never read.
    """
    usual = path / WEIGHTS_NAME
    if usual.is_file():
        return usual
    found = sorted(path.glob("*.safetensors"))
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(file.name for file in found[:3])
        raise ModelRejected(f"{path} holds several safetensors files ({names}); keep the one of this model.")
    refuse_pickle(next((file for file in sorted(path.glob("*")) if file.suffix in _PICKLES), None))
    raise ModelUnavailable(f"{path} holds no safetensors file; put {WEIGHTS_NAME} beside {CONFIG_NAME}.")


def refuse_pickle(file: Path | None) -> None:
    """Raise for a file in a format that runs code when it is read.

    Raises:
        ModelRejected: `file` is a pickle.
    """
    if file is not None and file.suffix in _PICKLES:
        raise ModelRejected(
            f"{file} is a pickle, which can run any code when it is read; "
            "get the .safetensors file of this model."
        )


def is_model_folder(path: Path) -> bool:
    """Whether `path` has the two files of a model; nothing is read."""
    return (path / CONFIG_NAME).is_file() and any(path.glob("*.safetensors"))


def require_transformers(title: str) -> None:
    """Raise where the optional extra is not installed.

    Raises:
        ModelUnavailable: it is not.
    """
    if find_spec("transformers") is None:
        raise ModelUnavailable(
            f'{title} needs the "multilingual" extra: run `pip install "photoclip[multilingual]"`.'
        )


def local_id(path: Path) -> str:
    """The model id of a folder that is not in the catalogue."""
    return f"local:{path.resolve().name}"


def local_card(path: Path) -> ModelCard:
    """A catalogue row for a folder that is not in the catalogue.

    Raises:
        ModelUnavailable, ModelRejected: as `open_folder`.
    """
    opened = open_folder(path)
    return ModelCard(
        id=local_id(path),
        title=path.resolve().name,
        purpose="Your own model, read from a folder.",
        open_clip_name="",
        open_clip_tag="",
        dimensions=opened.config.dimensions,
        image_size=opened.config.image_size,
        parameters_millions=round(parameters_millions(opened.tensors), 1),
        languages="unknown",
        licence="unknown",
        commercial_use=False,
        needs_transformers=opened.config.needs_transformers,
        files=(CONFIG_NAME, opened.weights.name),
    )
