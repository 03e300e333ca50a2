"""Models whose tokenizer or text tower is that of `transformers`, an optional extra."""

from __future__ import annotations

import copy
import json
import socket
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from embedding.checkpoints import CONFIGS, make, write_config
from embedding.conftest import MakeModel

from photoclip.embedding import catalogue, folder, weights
from photoclip.embedding.encoder import load_encoder
from photoclip.embedding.quiet import import_open_clip
from photoclip.errors import ModelRejected, ModelUnavailable

SIGLIP = {
    **CONFIGS["siglip"],
    "text_cfg": {
        **CONFIGS["siglip"]["text_cfg"],
        "hf_tokenizer_name": "someone/somewhere",
        "tokenizer_kwargs": {"clean": "canonicalize"},
    },
}
XLM_ROBERTA = {
    "embed_dim": 24,
    "vision_cfg": CONFIGS["vit"]["vision_cfg"],
    "text_cfg": {
        "hf_model_name": "xlm-roberta-base",
        "hf_tokenizer_name": "xlm-roberta-base",
        "hf_pooler_type": "mean_pooler",
    },
}
TEXT_TOWER = {
    "model_type": "xlm-roberta",
    "vocab_size": 300,
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "max_position_embeddings": 90,
    "pad_token_id": 1,
    "type_vocab_size": 1,
}


def put_tokenizer(target: Path) -> None:
    """A tokenizer of bytes, in the files that `transformers` writes."""
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: index for index, token in enumerate(["<s>", "<pad>", "</s>", "<unk>", *alphabet])}
    tokenizer = Tokenizer(models.BPE(vocabulary, [], unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel()
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>").save_pretrained(
        target
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every address that was to be connected to; none can be."""
    addresses: list[object] = []

    def connect(_: socket.socket, address: object) -> None:
        addresses.append(address)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", connect)
    return addresses


@pytest.mark.parametrize("config", [SIGLIP, XLM_ROBERTA], ids=["siglip", "xlm-roberta"])
def test_such_a_model_loads_from_its_folder_alone(
    config: dict[str, Any], tmp_path: Path, asked: list[object]
) -> None:
    pytest.importorskip("transformers")
    tower = tmp_path / "tower"
    tower.mkdir()
    (tower / "config.json").write_text(json.dumps(TEXT_TOWER))
    built = copy.deepcopy(config)
    if "hf_model_name" in built["text_cfg"]:
        built["text_cfg"]["hf_model_name"] = str(tower)  # open_clip alone would ask the hub for the name
    model = make(tmp_path / "model", built)
    write_config(model, config)
    (model / "config.json").write_text(json.dumps(TEXT_TOWER))
    put_tokenizer(model)
    vectors = load_encoder(model, "local:model", "cpu").encode_texts(["a dog", "海边的狗" * 3000, "!"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors.shape == (3, 24)
    assert asked == []


def test_clips_own_vocabulary_in_foreign_files_needs_no_extra(
    model_folder: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "find_spec", lambda name: None)
    model = model_folder("vit")
    expected = load_encoder(model, "local:model", "cpu").encode_texts(["A dog, at the  sea"])
    text = {**CONFIGS["vit"]["text_cfg"], "hf_tokenizer_name": "openai/clip-vit-large-patch14"}
    write_config(model, {**CONFIGS["vit"], "text_cfg": text})
    tokens = import_open_clip().SimpleTokenizer().encoder
    vocabulary = dict(zip(tokens, tokens.values(), strict=True))
    vocabulary["<|startoftext|>"] = vocabulary.pop("<start_of_text>")
    vocabulary["<|endoftext|>"] = vocabulary.pop("<end_of_text>")
    (model / "vocab.json").write_text(json.dumps(vocabulary))
    found = load_encoder(model, "local:model", "cpu").encode_texts(["A dog, at the  sea"])
    np.testing.assert_array_equal(found, expected)
    (model / "vocab.json").write_text(json.dumps({**vocabulary, "dog</w>": 3}))
    with pytest.raises(ModelUnavailable, match="multilingual"):
        load_encoder(model, "local:model", "cpu")


def test_missing_tokenizer_files_are_not_looked_for_on_the_hub(tmp_path: Path, asked: list[object]) -> None:
    pytest.importorskip("transformers")
    model = make(tmp_path / "model", SIGLIP)
    with pytest.raises(ModelRejected, match=r"tokenizer of model cannot be read.*copy the tokenizer files"):
        load_encoder(model, "local:model", "cpu")
    assert asked == []


def test_code_that_comes_with_a_tokenizer_is_not_run(tmp_path: Path, asked: list[object]) -> None:
    pytest.importorskip("transformers")
    model = make(tmp_path / "model", SIGLIP)
    (model / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "Evil", "auto_map": {"AutoTokenizer": ["evil.Evil", "evil.Evil"]}})
    )
    (model / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Evil: pass\n")
    with pytest.raises(ModelRejected):
        load_encoder(model, "local:model", "cpu")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("config", [SIGLIP, XLM_ROBERTA], ids=["siglip", "xlm-roberta"])
def test_without_the_extra_it_is_asked_for(
    config: dict[str, Any], model_folder: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "find_spec", lambda name: None)
    model = model_folder("vit")
    write_config(model, config)
    (model / "config.json").write_text(json.dumps(TEXT_TOWER))
    with pytest.raises(ModelUnavailable, match=r'pip install "photoclip\[multilingual\]"'):
        load_encoder(model, "local:model", "cpu")


def test_without_the_extra_nothing_is_downloaded(
    models_dir: Path, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable, match="multilingual"):
        weights.fetch(catalogue.find("multilingual"))
    assert asked == []
