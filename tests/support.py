"""Small honest parts for tests: photos drawn on the spot, and an encoder that sees colours."""

from __future__ import annotations

import dataclasses
import itertools
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from photoclip import paths, settings
from photoclip.catalog.catalog import Catalog
from photoclip.catalog.safekeeping import Safekeeping
from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.domain.errands import BinnedFile, ModelSpeed
from photoclip.domain.machine import PowerState
from photoclip.domain.models import EncoderReport, ModelCard, ModelKey
from photoclip.errors import BadInput, ModelUnavailable, StorageFault
from photoclip.imaging.copying import Copier
from photoclip.imaging.files import fingerprint
from photoclip.imaging.pool import DecodePool
from photoclip.imaging.sketches import Sketches
from photoclip.imaging.thumbnails import Thumbnails
from photoclip.index.backgrounds import Backgrounds
from photoclip.index.indexes import Indexes
from photoclip.library.gazetteer import Gazetteer
from photoclip.library.settled import SettledThumbnails
from photoclip.library.workshop import Progress, Workshop
from photoclip.machine.drives import Drives
from photoclip.settings import Settings
from photoclip.watching.live import LiveWatch
from photoclip.watching.scan import Scanner

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
COLOURS = {
    "red": (220, 30, 30),
    "green": (30, 180, 50),
    "blue": (30, 60, 220),
    "yellow": (240, 220, 40),
    "black": (10, 10, 10),
    "white": (245, 245, 245),
}


def draw(path: Path, colour: str = "red", mark: int = 0, size: tuple[int, int] = (320, 240)) -> Path:
    """Write a photo in one colour; `mark` makes its content its own.

    It looks as if written in the past: a file of this very moment counts as still being written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, COLOURS[colour])
    ImageDraw.Draw(image).text((8, 8), str(mark), fill=(128, 128, 128))
    image.save(path)
    return age(path)


def age(path: Path) -> Path:
    """Give a file a time in the past that no other has."""
    moment = 1_700_000_000_123_456_789 + next(_MOMENTS) * 1_000_000_001
    os.utime(path, ns=(moment, moment))
    return path


_MOMENTS = itertools.count()


class ColourEncoder:
    """A real encoder with three dimensions and a bias: photos and words meet where their colours do."""

    dimensions = 4
    logit_scale = 20.0
    batch_size = 4
    preprocess = Preprocess(16, 16, "bicubic", ResizeMode.SHORTEST)

    def __init__(self, model_id: str = "colours") -> None:
        self.key = ModelKey(model_id, "0" * 64)
        self.images_encoded = 0
        self.sees_places = True

    def report(self) -> EncoderReport:
        return EncoderReport("cpu", "float32")

    def encode_images(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        self.images_encoded += len(pixels)
        return _unit(pixels.reshape(len(pixels), -1, 3).mean(axis=1))

    def encode_places(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        """The colour of each quarter of each quarter of a side."""
        if not self.sees_places:
            return None
        places = pixels.reshape(4, 4, 4, 4, 3).mean(axis=(1, 3))
        return _unit(places.reshape(16, 3)).reshape(4, 4, 4)

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        named = [
            [COLOURS[word] for word in text.split() if word in COLOURS] or [(128, 128, 128)] for text in texts
        ]
        return _unit(np.array([np.mean(colours, axis=0) for colours in named]))


def _unit(colours: NDArray[np.float64]) -> NDArray[np.float32]:
    centred = np.concatenate([colours - 128.0, np.full((len(colours), 1), 20.0)], axis=1)
    return (centred / np.linalg.norm(centred, axis=1, keepdims=True)).astype(np.float32)


def unit_vectors(count: int, dimensions: int, seed: int = 0) -> NDArray[np.float32]:
    """Random unit vectors, float32 (count, dimensions)."""
    vectors = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class ColourShelf:
    """A shelf with two models that are always there: "colours" and "colours-2"."""

    def __init__(self) -> None:
        self.encoders = {name: ColourEncoder(name) for name in ("colours", "colours-2")}

    def cards(self) -> list[ModelCard]:
        return [self.find(name) for name in self.encoders]

    def find(self, name: str) -> ModelCard:
        if name == "broken":
            return dataclasses.replace(self.find("colours"), id="broken", title="broken")
        if name not in self.encoders:
            raise BadInput(f"There is no model {name}.")
        return ModelCard(name, name, "Sees colours.", "", "", 4, 16, 0.0, "English", "Apache-2.0")

    def lasting_name(self, name: str) -> str:
        return name

    def key(self, name: str) -> ModelKey | None:
        return self.encoders[name].key if name in self.encoders else None

    def encoder(self, name: str, device: str, progress: Progress) -> ColourEncoder:
        if name == "broken":
            raise ModelUnavailable("The weights of broken are not here.")
        return self.encoders[name]

    def measure(self, name: str, device: str, check: Callable[[], None]) -> ModelSpeed:
        return ModelSpeed(self.find(name).id, 1000.0, "cpu", "float32")


class Mains:
    """A machine that is plugged in, until a test says otherwise."""

    def __init__(self) -> None:
        self.now = PowerState()

    def state(self) -> PowerState:
        return self.now


class FolderBin:
    """A bin that is a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()

    def put(self, path: bytes) -> BinnedFile:
        self._folder.mkdir(exist_ok=True)
        place = self._folder / str(next(self._numbers))
        try:
            Path(os.fsdecode(path)).replace(place)
        except OSError as fault:
            raise StorageFault(f"{os.fsdecode(path)} cannot be moved; mend the permissions.") from fault
        return BinnedFile(path, os.fsencode(place))

    def put_back(self, file: BinnedFile) -> None:
        if os.path.lexists(file.path):
            raise StorageFault(f"Another file took the place of {os.fsdecode(file.path)}; move it first.")
        Path(os.fsdecode(file.place)).replace(os.fsdecode(file.path))


def scanner(chosen: Settings, own: list[bytes]) -> Scanner:
    """A scanner an hour ahead, for which no file is still being written."""
    return Scanner(own, chosen.ignore, chosen.follow_links, clock=lambda: time.time() + 3600)


CAPTIONS = [*COLOURS, *(f"thing {number}" for number in range(30))]


def colour_workshop(library: Path) -> Workshop:
    """A library's real parts, with models that see colours."""
    settings.save(library, Settings(model="colours"))
    thumbnails = SettledThumbnails(library, Thumbnails, lambda: settings.load(library))
    return Workshop(
        open_catalog=lambda writing: Catalog(library, writing=writing),
        new_decoder=lambda: DecodePool(1),
        new_single_decoder=lambda: DecodePool(1),
        new_copier=Copier,
        new_indexes=lambda: Indexes(library / "index"),
        new_watch=lambda changed: LiveWatch(changed, [os.fsencode(library)]),
        new_scanner=lambda: scanner(settings.load(library), [os.fsencode(library)]),
        drives=Drives(),
        power=Mains(),
        bin=FolderBin(library.parent / "bin"),
        thumbnails=thumbnails,
        sketches=Sketches(thumbnails),
        follow_settings=thumbnails.follow,
        backgrounds=Backgrounds(library / "index"),
        captions=CAPTIONS,
        gazetteer=Gazetteer(paths.resources() / "places"),
        models=ColourShelf(),
        load_settings=lambda: settings.load(library),
        update_settings=lambda change: settings.update(library, change),
        safekeeping=Safekeeping(library),
        fingerprint=fingerprint,
    )
