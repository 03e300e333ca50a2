from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from embedding.checkpoints import CONFIGS
from embedding.conftest import MakeModel
from numpy.typing import NDArray

from photoclip import paths
from photoclip.domain.models import ModelKey
from photoclip.domain.pipeline import Encoder
from photoclip.embedding.encoder import load_encoder
from photoclip.embedding.hashes import weights_sha256
from photoclip.errors import BadInput

STARTER = paths.resources() / "models" / "starter"


def pixels(count: int, size: int = 32) -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (count, size, size, 3), dtype=np.uint8)


@pytest.fixture
def encoder(model_folder: MakeModel) -> Encoder:
    return load_encoder(model_folder("vit"), "local:model", "cpu")


def test_the_built_in_model_loads_and_gives_unit_vectors() -> None:
    starter = load_encoder(STARTER, "starter", "cpu")
    vectors = np.concatenate(
        [starter.encode_texts(["a dog", "ein Hund"]), starter.encode_images(pixels(2, 224))]
    )
    assert vectors.shape == (4, 512)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert starter.key == ModelKey("starter", weights_sha256(STARTER / "open_clip_model.safetensors"))
    assert starter.logit_scale == pytest.approx(20)


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_kind_of_tower_gives_unit_vectors_of_one_length(kind: str, model_folder: MakeModel) -> None:
    encoder = load_encoder(model_folder(kind), "local:model", "cpu")
    size = encoder.preprocess.height
    for vectors in (encoder.encode_images(pixels(3, size)), encoder.encode_texts(["a", "b", "c"])):
        assert vectors.shape == (3, encoder.dimensions) == (3, 24)
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_batch_of_any_size_keeps_its_order(encoder: Encoder) -> None:
    images = pixels(3 * encoder.batch_size + 1)
    together = encoder.encode_images(images)
    for index in (0, encoder.batch_size, len(images) - 1):
        np.testing.assert_allclose(
            encoder.encode_images(images[index : index + 1])[0], together[index], atol=0.01
        )


def test_nothing_in_gives_nothing_out(encoder: Encoder) -> None:
    assert encoder.encode_images(pixels(0)).shape == (0, 24)
    assert encoder.encode_texts([]).shape == (0, 24)


def test_pixels_of_another_model_are_our_mistake(encoder: Encoder) -> None:
    with pytest.raises(ValueError, match="uint8"):
        encoder.encode_images(pixels(1, 48))
    with pytest.raises(ValueError, match="uint8"):
        encoder.encode_images(pixels(1).astype(np.float32))  # type: ignore[arg-type]


def test_pixels_may_be_read_only_and_strided(encoder: Encoder) -> None:
    images = pixels(4)[::2]
    images.flags.writeable = False
    assert encoder.encode_images(images).shape == (2, 24)


def test_texts_of_any_length_and_script_are_taken(encoder: Encoder) -> None:
    texts = ["x" * 10_000, "海边日落" * 2_500, "🏖️", "\udc80 broken", " \n\t"]
    assert np.isfinite(encoder.encode_texts(texts)).all()


def test_a_repeated_text_gives_the_same_vector(encoder: Encoder) -> None:
    found = encoder.encode_texts(["a dog", "a cat", "a dog"])
    np.testing.assert_array_equal(found[0], found[2])
    np.testing.assert_array_equal(encoder.encode_texts(["a cat"])[0], found[1])


def test_what_a_caller_does_to_a_vector_does_not_reach_the_next_caller(encoder: Encoder) -> None:
    before = encoder.encode_texts(["a dog"]).copy()
    encoder.encode_texts(["a dog"])[:] = 0
    np.testing.assert_array_equal(encoder.encode_texts(["a dog"]), before)


def test_images_and_texts_are_encoded_from_several_threads(encoder: Encoder) -> None:
    images, texts = pixels(8), [f"text {number}" for number in range(40)]
    expected = encoder.encode_images(images), encoder.encode_texts(texts)
    wrong: list[str] = []

    def work(which: int) -> None:
        for _ in range(5):
            found = encoder.encode_texts(texts) if which % 2 else encoder.encode_images(images)
            if not np.allclose(found, expected[which % 2], atol=1e-5):
                wrong.append(f"thread {which}")

    threads = [threading.Thread(target=work, args=(which,)) for which in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_an_unknown_device_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="choose auto, cuda, mps or cpu"):
        load_encoder(tmp_path, "x", "tpu")


def test_two_checkpoints_under_one_name_have_different_keys(model_folder: MakeModel) -> None:
    one = load_encoder(model_folder("vit", "a"), "local:same", "cpu")
    other = load_encoder(model_folder("resnet", "b"), "local:same", "cpu")
    assert one.key != other.key
