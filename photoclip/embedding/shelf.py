"""The models that can be named, and the encoders that are loaded."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from photoclip.domain.errands import ModelSpeed
from photoclip.domain.models import ModelCard, ModelKey
from photoclip.domain.pipeline import Encoder
from photoclip.embedding import catalogue
from photoclip.embedding.arrival import unhurried
from photoclip.embedding.folder import find_weights
from photoclip.embedding.hashes import weights_sha256


class Shelf:
    """Implements `library.workshop.ModelShelf`. Only `encoder`, `measure` and `bring_in` load torch."""

    def __init__(self, processors: Callable[[], int] = lambda: 0) -> None:
        """`processors` tells the most that a model may use now, 0 for all."""
        self._processors = processors
        self._guard = threading.Lock()
        self._loaded: dict[tuple[ModelKey, str], Encoder] = {}

    def cards(self) -> Sequence[ModelCard]:
        return [*catalogue.cards(), *catalogue.installed()]

    def find(self, name: str) -> ModelCard:
        return catalogue.find(name)

    def lasting_name(self, name: str) -> str:
        """The name to remember: a size may mean another model one day, a relative folder another place."""
        card = catalogue.find(name)
        folder = Path(name).expanduser()
        return str(folder.absolute()) if card.id.startswith("local:") and folder.is_dir() else card.id

    def key(self, name: str) -> ModelKey | None:
        from photoclip.embedding import weights

        folder = catalogue.own_folder(name) or weights.local_folder(catalogue.find(name))
        return None if folder is None else _key(name, folder)

    def encoder(self, name: str, device: str, progress: Callable[[int, int], None]) -> Encoder:
        """As `ModelShelf.encoder`. One thread at a time loads; nobody waits for another model's download."""
        from photoclip.embedding import weights

        with unhurried():
            from photoclip.embedding.device import limit_processors
            from photoclip.embedding.encoder import load_encoder

        limit_processors(self._processors())
        key = self.key(name)
        if key is not None and (key, device) in self._loaded:
            return self._loaded[key, device]
        # A download may take hours, and another model must be had meanwhile.
        folder = catalogue.own_folder(name) or weights.fetch(catalogue.find(name), progress)
        key = _key(name, folder)
        with self._guard:
            if (key, device) not in self._loaded:
                with unhurried():
                    self._loaded[key, device] = load_encoder(folder, key.model_id, device)
            return self._loaded[key, device]

    def measure(self, name: str, device: str, check: Callable[[], None] = lambda: None) -> ModelSpeed:
        """Photos per second of a model on this machine, without fetching it; remembered.

        `check` is called between two batches, and may raise to end it.

        Raises:
            BadInput: there is no such model or device.
            ModelUnavailable: memory would not suffice, or `transformers` is needed and absent.
        """
        from photoclip.embedding.device import limit_processors
        from photoclip.embedding.speed import measure

        limit_processors(self._processors())
        return measure(catalogue.find(name), device, check)

    def bring_in(self, path: Path, name: str | None) -> str:
        """Copy a checkpoint that was downloaded by hand to where it is found; returns its name.

        Raises:
            BadInput: there is nothing to import at `path`.
            ModelRejected: it is not one complete model.
        """
        from photoclip.embedding.importing import import_model

        return import_model(path, name).name


def _key(name: str, folder: Path) -> ModelKey:
    return ModelKey(catalogue.find(name).id, weights_sha256(find_weights(folder)))
