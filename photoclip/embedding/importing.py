"""Bringing in a checkpoint that was downloaded by hand."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from photoclip import paths
from photoclip.domain.models import ModelCard
from photoclip.embedding import catalogue
from photoclip.embedding.config import CONFIG_NAME, parse_config, read_config
from photoclip.embedding.download import disk
from photoclip.embedding.folder import WEIGHTS_NAME, find_weights, refuse_pickle
from photoclip.embedding.hashes import remember, weights_sha256
from photoclip.embedding.header import read_header
from photoclip.errors import BadInput, ModelRejected

_BESIDE = (
    "config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "vocab.txt",
    "merges.txt",
    "sentencepiece.bpe.model",
    "spiece.model",
    "tokenizer.model",
)
"""What tokenizers and text towers of `transformers` read from a model's folder; nothing else is copied."""


def import_model(path: Path, name: str | None = None) -> Path:
    """Copy a checkpoint to where photoclip finds it, after loading and running it.

    `path` is a folder with `open_clip_config.json` and a safetensors file, or
    that file. `name` is a model of the catalogue ("this file is that model"), or
    a name of the user's own; without it the weights' hash is looked up in the
    catalogue, and else the folder's name is taken. For a model of the catalogue
    the config may be missing: open_clip knows it.

    Returns:
        The new folder; its name is what the model is found by.

    Raises:
        BadInput: there is nothing to import at `path`, or no config for it.
        ModelUnavailable, ModelRejected: it is not one complete model, or not the one named.
        StorageFault: there is no room for it.
    """
    weights = _weights_at(path.expanduser())
    card = _card(weights, name)
    config = _config(weights.parent, card)
    read_header(weights)  # a file that is cut short is refused before it is copied
    target = catalogue.imported_folder(card.id if card else _own_name(name or weights.parent.resolve().name))
    with _draft(target) as draft:
        with disk(draft):
            (draft / CONFIG_NAME).write_text(json.dumps(config, indent=2), encoding="utf-8")
            shutil.copyfile(weights, draft / WEIGHTS_NAME)
            for beside in _BESIDE:
                if (weights.parent / beside).is_file():
                    shutil.copyfile(weights.parent / beside, draft / beside)
            for file in draft.iterdir():
                file.chmod(0o600)
        try:
            _try_out(draft, card)
        except ModelRejected as fault:
            # The user knows the file that was given, not the copy that was tried.
            raise ModelRejected(str(fault).replace(str(draft / WEIGHTS_NAME), str(weights))) from fault
        digest = weights_sha256(draft / WEIGHTS_NAME)
        with disk(target):
            _replace(draft, target)
    remember(target / WEIGHTS_NAME, digest)
    return target


def _weights_at(path: Path) -> Path:
    if path.is_dir():
        return find_weights(path)
    if not path.is_file():
        raise BadInput(
            f"There is no file or folder {path}; give the model's folder or its .safetensors file."
        )
    refuse_pickle(path)
    if path.suffix != ".safetensors":
        raise BadInput(f"{path} is not a model; give the model's folder or its .safetensors file.")
    return path


def _card(weights: Path, name: str | None) -> ModelCard | None:
    """The model of the catalogue that these weights are, or are said to be."""
    digest = weights_sha256(weights)
    known = {card.sha256: card for card in catalogue.cards() if card.sha256}
    if name is None:
        return known.get(digest)
    card = catalogue.named(name)
    if card and card.sha256 and card.sha256 != digest:
        raise ModelRejected(
            f"{weights} is not {card.title}: its SHA-256 is {digest[:12]}… and not {card.sha256[:12]}…; "
            "import it without --as, or get the right file."
        )
    return card


def _config(folder: Path, card: ModelCard | None) -> dict[str, Any]:
    """The config beside the weights, else the one that open_clip has for the catalogue's model."""
    if (folder / CONFIG_NAME).is_file():
        return read_config(folder).as_json()
    if card is None or not card.open_clip_name:
        raise BadInput(
            f"{folder} has no {CONFIG_NAME} beside the weights; put it there, or say which model "
            "of the catalogue this is with --as ID."
        )
    from photoclip.embedding.quiet import import_open_clip

    open_clip = import_open_clip()
    model = open_clip.get_model_config(card.open_clip_name)
    trained = open_clip.get_pretrained_cfg(card.open_clip_name, card.open_clip_tag)
    if not model or not trained:
        raise BadInput(
            f"The installed open_clip does not know {card.title}; put its {CONFIG_NAME} beside it."
        )
    if trained.get("quick_gelu"):
        model["quick_gelu"] = True
    keys = ("mean", "std", "interpolation", "resize_mode")
    found = {"model_cfg": model, "preprocess_cfg": {key: trained[key] for key in keys}}
    return parse_config(json.loads(json.dumps(found)), card.open_clip_name).as_json()


def _own_name(name: str) -> str:
    clean = re.sub(r"[^\w.+-]+", "-", name).strip("-.")[:80]
    if not clean:
        raise BadInput(f'"{name}" cannot be the name of a model; choose one of letters and digits with --as.')
    if catalogue.named(clean):
        raise BadInput(
            f'"{clean}" is a model of the catalogue; say so with --as {clean}, or choose another name.'
        )
    return clean


def _try_out(draft: Path, card: ModelCard | None) -> None:
    """Load the copy and run both towers once; what passes here will work later."""
    import numpy as np

    from photoclip.embedding.encoder import load_encoder

    encoder = load_encoder(draft, "local:draft", "cpu")
    size = encoder.preprocess.height, encoder.preprocess.width
    encoder.encode_images(np.full((1, *size, 3), 128, dtype=np.uint8))
    if card and card.dimensions != encoder.dimensions:
        raise ModelRejected(
            f"This is not {card.title}: it has {encoder.dimensions} dimensions and not {card.dimensions}; "
            "import it without --as."
        )


@contextlib.contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """A hidden folder beside the target, gone afterwards unless it has become the target."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    paths.private_dir(draft)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _replace(draft: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    draft.rename(target)
    shutil.rmtree(old, ignore_errors=True)
