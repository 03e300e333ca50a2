"""Where a model's files are, and how they get there from the hub.

models/imported/NAME/           imported by the user, or put there by hand
models/hub/OWNER--NAME/COMMIT/  fetched; a folder with this name is complete
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from photoclip import paths
from photoclip.domain.models import STARTER_ID, ModelCard
from photoclip.embedding import catalogue
from photoclip.embedding.folder import is_model_folder, require_transformers
from photoclip.errors import BadInput

Progress = Callable[[int, int], None]
"""Called with the bytes that are here and the bytes there will be; may raise to stop."""


def local_folder(card: ModelCard) -> Path | None:
    """The model's folder if it is on this machine: imported, fetched or shipped. Touches no network."""
    imported = catalogue.imported_folder(card.id.removeprefix("local:"))
    if is_model_folder(imported):
        return imported
    if card.id == STARTER_ID:
        return paths.resources() / "models" / STARTER_ID
    return _fetched(card)


def fetch(card: ModelCard, progress: Progress | None = None) -> Path:
    """The model's folder, fetched from the hub if it is not here; a broken download is continued.

    Raises:
        BadInput: the model is not on the hub.
        ModelUnavailable: no network, or the hub does not have it (says what to fetch by hand), or
            `transformers` is needed and absent.
        ModelRejected: what came is not what the catalogue or the hub announced.
        StorageFault: the disk is full or not writable.
    """
    here = local_folder(card)
    if here is not None:
        return here
    if card.hub_repo is None:
        place = catalogue.imported_folder(card.id.removeprefix("local:"))
        raise BadInput(f"{card.title} cannot be downloaded; put its files into {place}, or choose another.")
    if card.needs_transformers:
        require_transformers(card.title)
    from photoclip.embedding.fetching import fetch_card  # loads huggingface_hub

    return fetch_card(card, repository(card), progress or (lambda done, total: None))


def repository(card: ModelCard) -> Path:
    """Where the commits of a card's hub repository are kept."""
    return paths.models_dir() / "hub" / str(card.hub_repo).replace("/", "--")


def _fetched(card: ModelCard) -> Path | None:
    """The folder of the commit that the catalogue pins, else of the one that was fetched last."""
    root = repository(card)
    if card.hub_repo is None or not root.is_dir():
        return None
    complete = [one for one in root.iterdir() if re.fullmatch(r"[0-9a-f]{40}", one.name)]
    if card.revision:
        complete = [one for one in complete if one.name == card.revision]
    usable = [one for one in complete if all((one / name).is_file() for name in card.files)]
    return max(usable, key=lambda one: one.stat().st_mtime_ns, default=None)
