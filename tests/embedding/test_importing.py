from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from embedding.checkpoints import UNRUNNABLE, make, put_weights, weights_of
from embedding.conftest import MakeModel

from photoclip.embedding import catalogue, importing, weights
from photoclip.embedding.encoder import load_encoder
from photoclip.embedding.hashes import weights_sha256
from photoclip.embedding.importing import import_model
from photoclip.errors import BadInput, ModelRejected


@pytest.fixture(autouse=True)
def _kept(models_dir: Path) -> None:
    """Every import goes to this test's own folder."""


def test_a_folder_is_imported_under_its_name(model_folder: MakeModel, models_dir: Path) -> None:
    source = model_folder("vit", "holiday")
    (source / "README.md").write_text("not needed")
    (source / "vocab.json").write_text("{}")
    folder = import_model(source)
    assert folder == models_dir / "imported" / "holiday"
    assert sorted(file.name for file in folder.iterdir()) == [
        "open_clip_config.json",
        "open_clip_model.safetensors",
        "vocab.json",
    ]
    assert load_encoder(folder, "local:holiday", "cpu").dimensions == 24


def test_a_file_with_its_config_beside_is_imported(model_folder: MakeModel) -> None:
    source = model_folder("resnet")
    file = (source / "open_clip_model.safetensors").rename(source / "weights.safetensors")
    assert import_model(file, "my own").name == "my-own"


def test_importing_again_replaces_the_model(model_folder: MakeModel, models_dir: Path) -> None:
    before = weights_sha256(import_model(model_folder("vit", "a"), "mine") / "open_clip_model.safetensors")
    after = weights_sha256(import_model(model_folder("resnet", "b"), "mine") / "open_clip_model.safetensors")
    assert before != after
    assert [folder.name for folder in (models_dir / "imported").iterdir()] == ["mine"]


def test_a_checkpoint_that_is_refused_leaves_nothing(model_folder: MakeModel, models_dir: Path) -> None:
    source = model_folder("timm")
    put_weights(source, {name: value for name, value in weights_of(source).items() if "visual." in name})
    with pytest.raises(ModelRejected, match="lacks"):
        import_model(source)
    assert list((models_dir / "imported").iterdir()) == []


def test_a_tower_that_loads_and_cannot_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelRejected, match="cannot encode a photo"):
        import_model(make(tmp_path / "model", UNRUNNABLE))


def test_a_pickle_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "open_clip_pytorch_model.bin"
    file.write_bytes(b"\x80\x04.")
    with pytest.raises(ModelRejected, match="pickle"):
        import_model(file)


def test_what_is_not_there_or_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no"):
        import_model(tmp_path / "nothing")
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(BadInput, match="is not a model"):
        import_model(tmp_path / "photo.jpg")


def test_a_file_without_config_asks_which_model_it_is(model_folder: MakeModel) -> None:
    source = model_folder("vit")
    (source / "open_clip_config.json").unlink()
    with pytest.raises(BadInput, match="--as ID"):
        import_model(source / "open_clip_model.safetensors")


def test_a_name_of_the_catalogue_is_not_taken_by_accident(model_folder: MakeModel) -> None:
    with pytest.raises(BadInput, match="is a model of the catalogue"):
        import_model(model_folder("vit", "vit-b-32-openai"))


def test_weights_that_are_not_the_named_model_are_refused(model_folder: MakeModel) -> None:
    with pytest.raises(ModelRejected, match="is not OpenCLIP ViT-B/32 256px"):
        import_model(model_folder("vit"), "small")


def test_a_model_of_another_architecture_is_not_the_named_one(model_folder: MakeModel) -> None:
    with pytest.raises(ModelRejected, match="24 dimensions and not 1024"):
        import_model(model_folder("vit"), "rn50-openai")


def test_weights_of_the_catalogue_are_recognised_by_their_hash(
    model_folder: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = model_folder("vit")
    digest = weights_sha256(source / "open_clip_model.safetensors")
    card = dataclasses.replace(catalogue.find("small"), sha256=digest, dimensions=24)
    monkeypatch.setattr(catalogue, "_catalogue", lambda path: (card,))
    folder = import_model(source)
    assert folder.name == card.id
    assert weights.local_folder(card) == folder
    assert catalogue.installed() == []
    assert catalogue.find("small") == card


def test_a_config_for_a_model_of_the_catalogue_comes_from_open_clip(tmp_path: Path) -> None:
    config = importing._config(tmp_path, catalogue.find("ViT-B-32/openai"))
    assert config["model_cfg"]["quick_gelu"] is True
    assert config["model_cfg"]["embed_dim"] == 512
    assert config["preprocess_cfg"]["mean"][0] == pytest.approx(0.48145466)
