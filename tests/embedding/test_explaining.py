from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest
import torch
from embedding.checkpoints import CONFIGS, PREPROCESS, make, write_config
from embedding.conftest import MakeModel
from numpy.typing import NDArray
from torch import nn

from photoclip import paths
from photoclip.embedding import explaining
from photoclip.embedding.encoder import load_encoder

STARTER = paths.resources() / "models" / "starter"
GRIDS = {"vit": (2, 2), "resnet": (2, 2), "timm": (2, 2), "siglip": (10, 10), "coca": (2, 2)}


def noise(size: int) -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (size, size, 3), dtype=np.uint8)


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_kind_of_tower_sees_places_that_can_be_compared_with_texts(
    kind: str, model_folder: MakeModel
) -> None:
    encoder = load_encoder(model_folder(kind), "local:model", "cpu")
    places = encoder.encode_places(noise(encoder.preprocess.height))
    assert places is not None
    assert places.shape == (*GRIDS[kind], encoder.dimensions)
    assert places.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(places, axis=-1), 1, atol=1e-5)


@pytest.mark.parametrize("kind", CONFIGS)
def test_what_is_seen_of_places_leaves_the_photo_s_own_vector_as_it_was(
    kind: str, model_folder: MakeModel
) -> None:
    encoder = load_encoder(model_folder(kind), "local:model", "cpu")
    image = noise(encoder.preprocess.height)
    before = encoder.encode_images(image[np.newaxis])
    encoder.encode_places(image)
    np.testing.assert_array_equal(encoder.encode_images(image[np.newaxis]), before)


def test_a_tower_with_a_class_token_of_timm_sees_places_too(tmp_path: Path) -> None:
    config = copy.deepcopy(CONFIGS["siglip"])
    config["vision_cfg"] = {
        "timm_model_name": "test_vit",
        "timm_pool": "token",
        "timm_proj": "linear",
        "image_size": 160,
    }
    encoder = load_encoder(make(tmp_path / "model", config), "local:model", "cpu")
    places = encoder.encode_places(noise(160))
    assert places is not None
    assert places.shape == (10, 10, 24)


def test_a_pooled_mean_is_made_of_its_places() -> None:
    """The built-in model: what is seen of a photo of one colour is the same at each place's middle."""
    encoder = load_encoder(STARTER, "starter", "cpu")
    image = np.zeros((224, 224, 3), np.uint8)
    image[:, 112:] = 255
    places = encoder.encode_places(image)
    assert places is not None
    assert places.shape == (7, 7, 512)
    left, right = places[3, 1], places[3, 5]
    assert float(left @ places[4, 1]) > float(left @ right)


def test_a_tower_of_no_known_kind_has_no_places() -> None:
    assert explaining.places(nn.Identity(), torch.zeros(1, 3, 8, 8)) is None


def test_a_tower_that_only_resembles_a_known_kind_has_no_places(model_folder: MakeModel) -> None:
    encoder = load_encoder(model_folder("vit"), "local:model", "cpu")
    encoder.encode_images(noise(32)[np.newaxis])
    tower = encoder._images._settled()
    del tower.visual.transformer.resblocks[-1].ln_1
    assert encoder.encode_places(noise(32)) is None


def test_places_of_pixels_in_another_shape_are_refused(model_folder: MakeModel) -> None:
    encoder = load_encoder(model_folder("vit"), "local:model", "cpu")
    with pytest.raises(ValueError, match="is needed"):
        encoder.encode_places(noise(32)[np.newaxis])


def test_an_image_that_is_wider_than_high_has_more_columns(tmp_path: Path) -> None:
    config = copy.deepcopy(CONFIGS["vit"])
    config["vision_cfg"]["image_size"] = [32, 64]
    folder = make(tmp_path / "model", config)
    write_config(folder, config, **PREPROCESS)
    encoder = load_encoder(folder, "local:model", "cpu")
    places = encoder.encode_places(np.zeros((32, 64, 3), np.uint8))
    assert places is not None
    assert places.shape[:2] == (2, 4)
