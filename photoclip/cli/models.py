"""`photoclip models` and `photoclip models import`."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
from pathlib import Path

from photoclip import bootstrap, paths
from photoclip.cli.library import to_read
from photoclip.domain.models import STARTER_ID, ModelCard
from photoclip.library.dropping import drop_model


def show(options: argparse.Namespace) -> int:
    """The models to choose from: the recommended ones, or all."""
    if options.drop is not None:
        return _drop(options)
    shelf = bootstrap.models()
    cards = shelf.cards()
    here = {card.id for card in cards if shelf.key(card.id) is not None}
    if options.json:
        print(json.dumps([{**dataclasses.asdict(card), "here": card.id in here} for card in cards], indent=2))
        return 0
    shown = [card for card in cards if options.all or card.size or card.id == STARTER_ID or card.id in here]
    for card in shown:
        _print(card, card.id in here)
    if len(shown) < len(cards):
        print(f"\n{len(cards) - len(shown)} more with: photoclip models --all")
    print(f"Choose one with: photoclip index FOLDER --model ID. Downloads are kept in {paths.models_dir()}.")
    return 0


def _print(card: ModelCard, here: bool) -> None:
    title = f"{card.size}: {card.title}" if card.size else card.title
    print(f"\n{title}  [{card.id}]{'  (on this machine)' if here else ''}")
    print(f"  {card.purpose}")
    facts = [
        f"{card.image_size} px, {card.dimensions} dimensions, {card.parameters_millions:,.0f} M parameters"
    ]
    if card.imagenet_zero_shot is not None:
        facts.append(f"ImageNet zero-shot {card.imagenet_zero_shot:.1f} % ({card.imagenet_source})")
    if card.download_mb is not None and not here:
        facts.append(f"download {'about ' if card.download_estimated else ''}{card.download_mb:,.0f} MB")
    print(f"  {'; '.join(facts)}")
    limits = [] if card.commercial_use or card.licence == "unknown" else ["not for commercial use"]
    if card.needs_transformers:
        limits.append("needs photoclip[multilingual]")
    languages = "languages unknown" if card.languages == "unknown" else card.languages
    licence = "licence unknown" if card.licence == "unknown" else card.licence
    print(f"  {languages}; {licence}{''.join(f'; {limit}' for limit in limits)}")


def bring_in(options: argparse.Namespace) -> int:
    """Copy a checkpoint that was downloaded by hand to where photoclip finds it."""
    name = bootstrap.models().bring_in(Path(options.path), options.name)
    print(f"Imported as {name}; use it with: photoclip index FOLDER --model {name}")
    return 0


def _drop(options: argparse.Namespace) -> int:
    """Forget what a model that does not serve has read of the library; its weights stay on this machine."""
    library, _ = to_read(options)
    with bootstrap.writing(library) as workshop, contextlib.closing(workshop.open_catalog(True)) as catalog:
        dropped = drop_model(workshop, catalog, options.drop)
    print(f"Dropped {options.drop}: {dropped:,} photos would have to be read again by it.")
    return 0
