from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from embedding.checkpoints import CONFIGS, make
from embedding.mirror import Mirror

MakeModel = Callable[..., Path]


@pytest.fixture(scope="session")
def _models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("models")
    return {kind: make(root / kind, config) for kind, config in CONFIGS.items()}


@pytest.fixture
def model_folder(_models: dict[str, Path], tmp_path: Path) -> MakeModel:
    """Makes a folder of a kind of model, to be damaged at will."""

    def copy(kind: str, name: str = "model") -> Path:
        return Path(shutil.copytree(_models[kind], tmp_path / name))

    return copy


@pytest.fixture
def models_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where weights are kept during this test."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("PHOTOCLIP_MODELS", str(folder))
    return folder


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    """A hub on this machine, and `HF_ENDPOINT` naming it."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with Mirror() as running:
        monkeypatch.setenv("HF_ENDPOINT", running.address)
        monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
        yield running
