from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from embedding.checkpoints import CONFIGS, put_weights, weights_of, write_config
from embedding.conftest import MakeModel
from PIL import Image

from photoclip import paths
from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.embedding import checkpoint, precision
from photoclip.embedding.encoder import ClipEncoder, load_encoder
from photoclip.embedding.folder import open_folder
from photoclip.embedding.header import read_header
from photoclip.embedding.quiet import import_open_clip, quiet
from photoclip.errors import ModelRejected, ModelUnavailable

TEXTS = ["a dog", "海边的狗", "", "words " * 2000]


def load(folder: Path) -> ClipEncoder:
    return load_encoder(folder, "test", "cpu")


@pytest.fixture
def _float32(monkeypatch: pytest.MonkeyPatch) -> None:
    """A processor without bfloat16."""
    monkeypatch.setattr(precision, "has_bfloat16", lambda: False)


@pytest.mark.usefixtures("_float32")
@pytest.mark.parametrize("kind", [*CONFIGS, "starter"])
def test_vectors_are_those_of_open_clip_itself(kind: str, model_folder: MakeModel) -> None:
    folder = paths.resources() / "models" / "starter" if kind == "starter" else model_folder(kind)
    encoder = load(folder)
    with quiet():
        model, _, transform = import_open_clip().create_model_and_transforms(f"local-dir:{folder}")
        tokenizer = import_open_clip().get_tokenizer(f"local-dir:{folder}")
    model.eval()
    size = encoder.preprocess.height, encoder.preprocess.width
    pixels = np.random.default_rng(3).integers(0, 256, (3, *size, 3), dtype=np.uint8)
    with torch.inference_mode():
        images = torch.stack([transform(Image.fromarray(one)) for one in pixels])
        image_vectors = model.encode_image(images, normalize=True).numpy()
        text_vectors = model.encode_text(tokenizer(TEXTS), normalize=True).numpy()
    np.testing.assert_allclose(encoder.encode_images(pixels), image_vectors, atol=1e-4)
    np.testing.assert_allclose(encoder.encode_texts(TEXTS), text_vectors, atol=1e-4)
    assert encoder.logit_scale == pytest.approx(model.logit_scale.exp().item())


def test_preprocessing_is_the_models_own(model_folder: MakeModel) -> None:
    loaded = checkpoint.load(open_folder(model_folder("vit")))
    assert loaded.preprocess == Preprocess(32, 32, "bilinear", ResizeMode.SQUASH, 0)
    assert loaded.normalisation.mean == (0.4, 0.5, 0.6)
    assert loaded.normalisation.std == (0.2, 0.3, 0.25)


@pytest.mark.parametrize(
    "change", [{"resize_mode": "stretch"}, {"std": [0, 1, 1]}, {"mean": 0.5}, {"fill_color": "x"}]
)
def test_a_preprocessing_that_open_clip_does_not_know_is_refused(
    change: dict[str, Any], model_folder: MakeModel
) -> None:
    folder = model_folder("vit")
    write_config(folder, CONFIGS["vit"], **change)
    with pytest.raises(ModelRejected, match="preprocessing"):
        load(folder)


@pytest.mark.parametrize("kind", ["timm", "vit"])
def test_an_image_tower_alone_is_refused_and_the_missing_weights_are_named(
    kind: str, model_folder: MakeModel
) -> None:
    folder = model_folder(kind)
    put_weights(folder, {name: value for name, value in weights_of(folder).items() if "visual." in name})
    with pytest.raises(
        ModelRejected, match=r"lacks \d+ of the model's \d+ weights .*and \d+ more"
    ) as refused:
        load(folder)
    assert "positional_embedding" in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("siglip", "logit_bias"),
        ("vit", "logit_scale"),
        ("resnet", "visual.layer1.0.bn1.running_mean"),
        ("timm", "visual.head.proj.weight"),
    ],
)
def test_a_single_missing_weight_is_refused(kind: str, name: str, model_folder: MakeModel) -> None:
    folder = model_folder(kind)
    weights = weights_of(folder)
    del weights[name]
    put_weights(folder, weights)
    with pytest.raises(ModelRejected, match=f"lacks 1 of .*{name}"):
        load(folder)


def test_weights_for_another_image_size_are_refused_and_not_resized(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    vision = {**CONFIGS["vit"]["vision_cfg"], "image_size": 64}
    write_config(folder, {**CONFIGS["vit"], "vision_cfg": vision})
    with pytest.raises(
        ModelRejected, match=r"image sizes.*visual\.positional_embedding.*\[5, 64\].*\[17, 64\]"
    ):
        load(folder)


def test_weights_of_a_larger_model_are_refused(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    write_config(folder, {**CONFIGS["vit"], "vision_cfg": {**CONFIGS["vit"]["vision_cfg"], "layers": 1}})
    with pytest.raises(ModelRejected, match=r"has no place for.*resblocks\.1"):
        load(folder)


def test_weights_that_are_not_finite_are_refused(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    weights = weights_of(folder)
    weights["ln_final.weight"][3] = torch.nan
    weights["visual.proj"][0, 0] = torch.inf
    put_weights(folder, weights)
    with pytest.raises(ModelRejected, match="not finite in 2 weights"):
        load(folder)


def test_quantised_weights_are_refused(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    weights = weights_of(folder)
    weights["visual.proj"] = weights["visual.proj"].to(torch.int8)
    put_weights(folder, weights)
    with pytest.raises(ModelRejected, match="quantised"):
        load(folder)


def test_a_file_that_is_cut_short_is_refused(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    weights = folder / "open_clip_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1000])
    with pytest.raises(ModelRejected, match="incomplete"):
        load(folder)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"12345",
        struct.pack("<Q", 10**15) + b"{}",
        struct.pack("<Q", 4) + b"null",
        struct.pack("<Q", 2) + b"{}",
        struct.pack("<Q", 200_000) + b"[" * 200_000,
        struct.pack("<Q", 70)
        + b'{"a":{"dtype":"F32","shape":[-1,-4],"data_offsets":[0,16]}}'.ljust(70)
        + bytes(16),
        struct.pack("<Q", 70)
        + b'{"a":{"dtype":"F32","shape":[1e9],"data_offsets":[0,16]}}'.ljust(70)
        + bytes(16),
        struct.pack("<Q", 70)
        + b'{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}'.ljust(70)
        + bytes(4),
    ],
)
def test_a_file_that_is_no_safetensors_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(content)
    with pytest.raises(ModelRejected):
        read_header(file)


def test_a_pickle_is_never_read(model_folder: MakeModel, tmp_path: Path) -> None:
    folder = model_folder("vit")
    (folder / "open_clip_model.safetensors").rename(folder / "open_clip_pytorch_model.bin")
    with pytest.raises(ModelRejected, match=r"is a pickle.*get the \.safetensors"):
        load(folder)


def test_the_only_safetensors_file_is_taken_whatever_its_name(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    (folder / "open_clip_model.safetensors").rename(folder / "open_clip_pytorch_model.safetensors")
    assert load(folder).dimensions == 24


def test_several_files_are_not_guessed_between(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    content = (folder / "open_clip_model.safetensors").read_bytes()
    (folder / "open_clip_model.safetensors").rename(folder / "a.safetensors")
    (folder / "b.safetensors").write_bytes(content)
    with pytest.raises(ModelRejected, match=r"several.*a\.safetensors, b\.safetensors"):
        load(folder)


def test_a_missing_config_is_asked_for(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    (folder / "open_clip_config.json").unlink()
    with pytest.raises(ModelUnavailable, match="beside the weights"):
        load(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "null",
        '{"model_cfg": []}',
        '{"model_cfg": {"embed_dim": 4}}',
        "[" * 100_000,
        "x" * 2_000_000,
    ],
)
def test_a_config_that_is_none_is_refused(text: str, model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    (folder / "open_clip_config.json").write_text(text)
    with pytest.raises(ModelRejected):
        load(folder)


@pytest.mark.parametrize(
    ("tower", "change"),
    [
        ("vision_cfg", {"timm_model_name": "hf-hub:someone/something"}),
        ("vision_cfg", {"timm_model_name": "local-dir:/etc"}),
        ("vision_cfg", {"timm_model_name": ["resnet18"]}),
        ("vision_cfg", {"timm_model_name": "no_such_architecture"}),
        ("vision_cfg", {"layers": 1_000_000}),
        ("vision_cfg", {"width": 10**12}),
        ("vision_cfg", {"width": float("nan")}),
        ("vision_cfg", {"width": 10_000}),
        ("vision_cfg", {"patch_size": 0}),
        ("vision_cfg", {"surprise": 1}),
        ("text_cfg", {"context_length": 100_000}),
        ("text_cfg", {"tokenizer_kwargs": {"trust_remote_code": True}}),
        ("text_cfg", {"tokenizer_kwargs": {"bpe_path": "/etc/passwd"}}),
        ("text_cfg", {"tokenizer_kwargs": "x"}),
        ("text_cfg", {"hf_model_name": {"a": 1}}),
        ("text_cfg", {"width": 33}),
    ],
)
def test_a_config_cannot_fetch_run_or_fill_anything(
    tower: str, change: dict[str, Any], model_folder: MakeModel
) -> None:
    folder = model_folder("vit")
    write_config(folder, {**CONFIGS["vit"], tower: {**CONFIGS["vit"][tower], **change}})
    with pytest.raises(ModelRejected):
        load(folder)


def test_a_text_tower_of_transformers_is_described_in_the_folder_or_not_at_all(
    model_folder: MakeModel,
) -> None:
    folder = model_folder("vit")
    write_config(folder, {**CONFIGS["vit"], "text_cfg": {"hf_model_name": "xlm-roberta-base"}})
    with pytest.raises(ModelUnavailable, match=r"config\.json"):
        load(folder)
    (folder / "config.json").write_text(
        json.dumps({"model_type": "bert", "auto_map": {"AutoModel": "evil.Model"}})
    )
    with pytest.raises(ModelRejected, match=r"config\.json"):
        load(folder)


def test_a_vocabulary_too_small_for_the_tokenizer_is_refused(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    write_config(folder, {**CONFIGS["vit"], "text_cfg": {**CONFIGS["vit"]["text_cfg"], "vocab_size": 100}})
    weights = weights_of(folder)
    weights["token_embedding.weight"] = weights["token_embedding.weight"][:100].clone()
    put_weights(folder, weights)
    with pytest.raises(ModelRejected, match="tokenizer"):
        load(folder)


def test_weights_saved_by_data_parallel_training_load(model_folder: MakeModel) -> None:
    folder = model_folder("vit")
    expected = load(folder).encode_texts(["a dog"])
    put_weights(folder, {f"module.{name}": value for name, value in weights_of(folder).items()})
    np.testing.assert_array_equal(load(folder).encode_texts(["a dog"]), expected)
