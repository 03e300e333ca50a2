"""The tokenizer that belongs to a model, from the model's own folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from photoclip.embedding.architecture import BUILD_FAULTS
from photoclip.embedding.folder import ModelFolder, require_transformers
from photoclip.embedding.quiet import import_open_clip, quiet
from photoclip.errors import ModelRejected

_CONTEXT_LENGTH = 77  # open_clip's, where a config states none
_VOCABULARY_CAP = 4_000_000  # bytes; CLIP's has 860,000

Tokenizer = Callable[[Sequence[str]], torch.Tensor]
"""n texts to int64 token ids of shape (n, context length), cut off where they are longer."""


def tokenizer_of(folder: ModelFolder) -> Tokenizer:
    """open_clip's tokenizer for the model in a folder; nothing is fetched and no foreign code is run.

    Raises:
        ModelUnavailable: it needs `transformers`, which is not installed.
        ModelRejected: the folder's tokenizer files are missing or not readable.
    """
    config = folder.config
    open_clip = import_open_clip()
    options = dict(config.text.get("tokenizer_kwargs") or {})
    if not config.text.get("hf_model_name") and not options and _has_clip_vocabulary(folder.path):
        plain: Tokenizer = open_clip.SimpleTokenizer(
            context_length=config.text.get("context_length", _CONTEXT_LENGTH)
        )
        return plain
    if config.needs_transformers:
        require_transformers(folder.path.name)
    if config.text.get("hf_tokenizer_name"):
        # Without these, transformers asks the hub for what is missing and offers to run the folder's code.
        options |= {"local_files_only": True, "trust_remote_code": False}
    try:
        with quiet():
            tokenizer: Tokenizer = open_clip.get_tokenizer(f"local-dir:{folder.path}", **options)
    except BUILD_FAULTS as fault:
        raise ModelRejected(
            f"The tokenizer of {folder.path.name} cannot be read ({str(fault).splitlines()[0]}); "
            "copy the tokenizer files of the model into its folder."
        ) from fault
    return tokenizer


def _has_clip_vocabulary(folder: Path) -> bool:
    """Whether the folder brings CLIP's own vocabulary in the files of `transformers`.

    open_clip has that tokenizer itself, and its own configurations of such models
    (MobileCLIP2) use it: with it they were measured, since it pads with 0 where
    `transformers` may pad with the end token, and no extra is needed.
    """
    path = folder / "vocab.json"
    if not path.is_file() or path.stat().st_size > _VOCABULARY_CAP:
        return False
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    own = import_open_clip().SimpleTokenizer().encoder
    marks = {"<|startoftext|>": own["<start_of_text>"], "<|endoftext|>": own["<end_of_text>"]}
    words = {token: index for token, index in own.items() if index not in marks.values()}
    return bool(found == words | marks)
