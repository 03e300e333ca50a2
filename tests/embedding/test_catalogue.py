from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from embedding.conftest import MakeModel

from photoclip.embedding import catalogue
from photoclip.embedding.architecture import build
from photoclip.embedding.config import parse_config
from photoclip.embedding.folder import ModelFolder
from photoclip.embedding.importing import import_model
from photoclip.embedding.preprocessing import preprocessing_of
from photoclip.embedding.quiet import import_open_clip
from photoclip.errors import BadInput, ModelRejected


def test_listing_the_models_loads_neither_torch_nor_the_hub() -> None:
    code = (
        "import sys; from photoclip.embedding.shelf import Shelf; shelf = Shelf(); "
        "[shelf.key(card.id) for card in shelf.cards()]; "
        "print({'torch', 'open_clip', 'huggingface_hub', 'timm'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_every_size_is_offered_once() -> None:
    sizes = [card.size for card in catalogue.cards() if card.size]
    assert sorted(sizes) == ["large", "largest", "medium", "multilingual", "small"]


def test_no_model_of_the_catalogue_comes_as_a_pickle() -> None:
    for card in catalogue.cards():
        assert any(name.endswith(".safetensors") for name in card.files), card.id
        assert all(Path(name).suffix in {".json", ".safetensors", ".txt", ".model"} for name in card.files)


@pytest.mark.parametrize(
    "name",
    ["small", "SMALL", " small ", "vit-b-32-256-datacomp", "ViT-B-32-256/datacomp_s34b_b86k"],
)
def test_a_model_is_found_by_any_of_its_names(name: str) -> None:
    assert catalogue.find(name).id == "vit-b-32-256-datacomp"


def test_the_openai_models_are_found_by_both_of_open_clips_spellings() -> None:
    assert catalogue.find("ViT-B-32/openai") == catalogue.find("ViT-B-32-quickgelu/openai")


def test_a_wrong_name_gets_the_nearest_ones() -> None:
    with pytest.raises(BadInput, match=r'^There is no model "smal"; did you mean "small"\?$'):
        catalogue.find("smal")


def test_a_name_like_none_gets_the_sizes() -> None:
    with pytest.raises(BadInput, match=r"choose small, medium, large.*the list of models"):
        catalogue.find("qqqqqq")


def test_a_folder_is_a_model(model_folder: MakeModel, models_dir: Path) -> None:
    card = catalogue.find(str(model_folder("vit", "holiday")))
    assert (card.id, card.dimensions, card.image_size) == ("local:holiday", 24, 32)
    assert card.parameters_millions > 1


def test_a_folder_named_like_a_model_does_not_hide_it(
    model_folder: MakeModel, models_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(model_folder("vit", "small").parent)
    assert catalogue.find("small").id == "vit-b-32-256-datacomp"
    assert catalogue.find(f".{os.sep}small").id == "local:small"


def test_a_folder_without_a_model_says_what_it_lacks(tmp_path: Path, models_dir: Path) -> None:
    with pytest.raises(Exception, match=r"open_clip_config\.json"):
        catalogue.find(str(tmp_path))


def test_imported_models_are_listed_and_found_by_name(model_folder: MakeModel, models_dir: Path) -> None:
    import_model(model_folder("vit", "My Model"))
    assert [card.id for card in catalogue.installed()] == ["local:My-Model"]
    assert catalogue.find("my-model").id == "local:My-Model"
    assert catalogue.find("local:My-Model").dimensions == 24


def test_a_damaged_import_does_not_hide_the_others(model_folder: MakeModel, models_dir: Path) -> None:
    import_model(model_folder("vit", "good"))
    damaged = import_model(model_folder("vit", "bad"))
    (damaged / "open_clip_model.safetensors").write_bytes(b"short")
    assert [card.id for card in catalogue.installed()] == ["local:good"]
    with pytest.raises(ModelRejected):
        catalogue.find("bad")


@pytest.mark.parametrize("size", ["small", "medium", "large", "largest", "multilingual"])
def test_what_the_catalogue_states_is_what_open_clip_builds(size: str) -> None:
    card = catalogue.find(size)
    open_clip = import_open_clip()
    trained = open_clip.get_pretrained_cfg(card.open_clip_name, card.open_clip_tag)
    assert trained, "open_clip knows these weights"
    model = json.loads(json.dumps(open_clip.get_model_config(card.open_clip_name)))
    folder = ModelFolder(Path(size), Path(size), parse_config({"model_cfg": model}, size), {})
    outline = build(folder, "meta")
    assert preprocessing_of(outline, folder)[0].height == card.image_size
    assert folder.config.dimensions == card.dimensions
    millions = sum(weight.numel() for weight in outline.parameters()) / 1e6
    assert millions == pytest.approx(card.parameters_millions, abs=0.1)
