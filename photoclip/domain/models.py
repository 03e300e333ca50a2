"""Models: what the catalogue declares, and what a loaded encoder reports."""

from __future__ import annotations

from dataclasses import dataclass

STARTER_ID = "starter"
STARTER_TITLE = "Starter (built in, basic)"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """One row of the model catalogue. None means: not known from a source."""

    id: str
    title: str
    purpose: str
    open_clip_name: str
    open_clip_tag: str
    dimensions: int
    image_size: int
    parameters_millions: float
    languages: str
    licence: str
    size: str | None = None
    """The name a user chooses by: small, medium, large, largest, multilingual."""
    imagenet_zero_shot: float | None = None
    """Top-1 in percent, as published in `imagenet_source`."""
    imagenet_source: str | None = None
    download_mb: float | None = None
    download_estimated: bool = False
    commercial_use: bool = True
    needs_transformers: bool = False
    hub_repo: str | None = None
    files: tuple[str, ...] = ()
    revision: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class ModelKey:
    """Which weights made a vector: the catalogue's id and the weights' own hash.

    Two checkpoints under one name, or one checkpoint that changed on disk,
    never share vectors.
    """

    model_id: str
    weights_sha256: str

    def __str__(self) -> str:
        return f"{self.model_id}@{self.weights_sha256[:12]}"


@dataclass(frozen=True, slots=True)
class EncoderReport:
    """What really runs.

    `device` is "cuda", "mps" or "cpu"; `precision` that of the image tower
    ("float32", "bfloat16", "float16"); `note` says in a sentence why another
    device or precision was not used, or is empty.
    """

    device: str
    precision: str
    note: str = ""
