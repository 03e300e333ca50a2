"""The tokenizer that belongs to a model, from the model's own folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch

from photoclip.embedding.architecture import BUILD_FAULTS
from photoclip.embedding.folder import ModelFolder, require_transformers
from photoclip.embedding.quiet import import_open_clip, quiet
from photoclip.errors import ModelRejected

Tokenizer = Callable[[Sequence[str]], torch.Tensor]
"""n texts to int64 token ids of shape (n, context length), cut off where they are longer."""


def tokenizer_of(folder: ModelFolder) -> Tokenizer:
    """open_clip's tokenizer for the model in a folder; nothing is fetched and no foreign code is run.

    Raises:
        ModelUnavailable: it needs `transformers`, which is not installed.
        ModelRejected: the folder's tokenizer files are missing or not readable.
    """
    config = folder.config
    if config.needs_transformers:
        require_transformers(folder.path.name)
    open_clip = import_open_clip()
    options = dict(config.text.get("tokenizer_kwargs") or {})
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
