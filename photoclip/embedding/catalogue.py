"""The models a user can choose from: the built-in one, the catalogue's, and imported ones.

Importing this loads neither torch nor open_clip: `photoclip models` is quick.
"""

from __future__ import annotations

import difflib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from photoclip import paths
from photoclip.domain.models import STARTER_ID, STARTER_TITLE, ModelCard
from photoclip.embedding.folder import WEIGHTS_NAME, is_model_folder, local_card, local_id
from photoclip.errors import BadInput, EnvironmentFault, PhotoclipError

STARTER = ModelCard(
    id=STARTER_ID,
    title=STARTER_TITLE,
    purpose="The first search, with no download; a real CLIP model finds far more.",
    open_clip_name="",
    open_clip_tag="",
    dimensions=512,
    image_size=224,
    parameters_millions=22.6,
    languages="English",
    licence="Apache-2.0",
    files=("open_clip_config.json", WEIGHTS_NAME),
    sha256="632e1c458399ed08a70381abf1e43c32a97c679d411469d22442d8cc674be34e",
)
"""Facts from resources/models/starter/MODEL_CARD.md. Not measured on ImageNet, so it states no figure."""


def cards() -> tuple[ModelCard, ...]:
    """The built-in model and the catalogue's, in the catalogue's order.

    Raises:
        EnvironmentFault: the shipped catalogue is missing or unreadable.
    """
    return (STARTER, *_catalogue(paths.resources() / "models" / "catalogue.toml"))


def installed() -> list[ModelCard]:
    """Imported models that the catalogue does not have, by name. Folders that cannot be read are left out."""
    known = {card.id for card in cards()}
    found = []
    for folder in imported_folders():
        if folder.name not in known:
            try:
                found.append(local_card(folder))
            except PhotoclipError:
                continue
    return found


def imported_folder(name: str) -> Path:
    """Where a model imported under `name` lies, or would."""
    return paths.models_dir() / "imported" / name


def imported_folders() -> list[Path]:
    """The folders of imported models, by name."""
    root = imported_folder("")
    if not root.is_dir():
        return []
    return sorted(folder for folder in root.iterdir() if folder.name[0] != "." and is_model_folder(folder))


def find(name: str) -> ModelCard:
    """The model that a user means by an id, a size, "open_clip name/tag", an imported name or a folder.

    Raises:
        BadInput: there is none; the nearest names are offered.
        ModelRejected, ModelUnavailable: it is a folder, and not that of a model.
    """
    card = named(name)
    if card is not None:
        return card
    folder = own_folder(name)
    if folder is not None:
        return local_card(folder)
    raise BadInput(_unknown(name, name.strip().casefold()))


def named(name: str) -> ModelCard | None:
    """The model of the catalogue with this id, size or open_clip name."""
    wanted = name.strip().casefold()
    return next((card for card in cards() if wanted in _names(card)), None)


def own_folder(name: str) -> Path | None:
    """The folder of a model outside the catalogue: an imported name, or a path to a folder."""
    wanted = name.strip().casefold()
    if named(name) is not None:
        return None  # a folder that happens to be called "small" does not hide the model
    for folder in imported_folders():
        if wanted in (folder.name.casefold(), local_id(folder).casefold()):
            return folder
    path = Path(name.strip()).expanduser()
    return path if name.strip() and path.is_dir() else None


def _names(card: ModelCard) -> set[str]:
    names = {card.id, card.size or card.id}
    if card.open_clip_name:
        # open_clip takes both spellings of the models that OpenAI trained with its quick GELU.
        plain = card.open_clip_name.removesuffix("-quickgelu")
        names |= {f"{card.open_clip_name}/{card.open_clip_tag}", f"{plain}/{card.open_clip_tag}"}
    return {name.casefold() for name in names}


def _unknown(name: str, wanted: str) -> str:
    sizes = [card.size for card in cards() if card.size]
    known = [*sizes, *(card.id for card in cards()), *(folder.name for folder in imported_folders())]
    full = {other: card.id for card in cards() for other in _names(card) if "/" in other}
    near = difflib.get_close_matches(wanted, [*known, *full], n=3, cutoff=0.6)
    if near:
        offered = dict.fromkeys(f'"{full.get(one, one)}"' for one in near)
        return f'There is no model "{name}"; did you mean {" or ".join(offered)}?'
    return f'There is no model "{name}"; choose {", ".join(sizes)}, or another from the list of models.'


@cache
def _catalogue(path: Path) -> tuple[ModelCard, ...]:
    try:
        with path.open("rb") as file:
            return tuple(_card(row) for row in tomllib.load(file)["model"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as fault:
        raise EnvironmentFault(
            f"The model catalogue {path} cannot be read; install photoclip again."
        ) from fault


def _card(row: dict[str, Any]) -> ModelCard:
    card = ModelCard(**{**row, "files": tuple(row["files"])})
    for name, hint in get_type_hints(ModelCard).items():
        if not _fits(getattr(card, name), hint):
            raise TypeError(name)
    return card


def _fits(value: object, hint: Any) -> bool:
    if hint == tuple[str, ...]:
        return isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    allowed = get_args(hint) or (hint,)
    return type(value) in allowed or (type(value) is int and float in allowed)
