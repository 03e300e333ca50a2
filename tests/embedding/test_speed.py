import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from photoclip import paths
from photoclip.domain.errands import ModelSpeed
from photoclip.embedding import catalogue, speed
from photoclip.embedding.shelf import Shelf
from photoclip.errors import BadInput, ModelUnavailable


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOCLIP_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(speed, "_LEAST_S", 0.0)
    monkeypatch.setattr(speed, "_LEAST_BATCHES", 1)
    return tmp_path / "models"


def test_a_model_that_is_here_is_measured_with_its_own_weights_and_remembered(models: Path) -> None:
    first = Shelf().measure("starter", "cpu")
    assert first.model_id == "starter"
    assert first.photos_per_second > 0
    assert first.device == "cpu"
    (remembered,) = json.loads((models / "speeds.json").read_text()).values()
    assert remembered == [first.photos_per_second, first.device, first.precision]
    assert Shelf().measure("starter", "cpu") == first


def test_a_model_that_is_not_here_is_measured_without_a_download(models: Path) -> None:
    measured = Shelf().measure("vit-b-32-256-datacomp", "cpu")
    assert measured.photos_per_second > 0
    assert {file.name for file in models.iterdir()} == {"speeds.json"}


def test_what_was_remembered_is_not_measured_again_and_a_damaged_file_counts_for_nothing(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def measured(card: object, device: str, check: object) -> ModelSpeed:
        made.append(device)
        return ModelSpeed("starter", 5.0, "cpu", "float32")

    monkeypatch.setattr(speed, "_measured", measured)
    card = catalogue.find("starter")
    speed.measure(card, "cpu")
    speed.measure(card, "cpu")
    assert len(made) == 1
    for damage in (b"{", b"[1]", b'{"a": [1]}', b'{"a": ["x", 1, 2]}', b'{"a": [-1, "cpu", "float32"]}'):
        (models / "speeds.json").write_bytes(damage)
        speed.measure(card, "cpu")
    assert len(made) == 6


def test_a_model_that_memory_does_not_suffice_for_is_refused_politely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=500_000_000))
    with pytest.raises(ModelUnavailable, match=r"needs about .* MB of memory and 500 MB are free"):
        Shelf().measure("vit-l-14-openai", "cpu")
    assert not (paths.models_dir() / "speeds.json").exists()


def test_a_model_that_needs_transformers_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoclip.embedding.folder.find_spec", lambda _: None)
    with pytest.raises(ModelUnavailable, match="multilingual"):
        Shelf().measure("multilingual", "cpu")


def test_a_model_that_nobody_knows_is_refused() -> None:
    card = replace(catalogue.find("small"), id="other", hub_repo=None, open_clip_name="Nothing")
    with pytest.raises(BadInput, match="fetch it first"):
        speed.measure(card, "cpu")
    with pytest.raises(BadInput, match="no device"):
        Shelf().measure("small", "gpu")
