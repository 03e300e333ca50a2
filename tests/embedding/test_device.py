from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from embedding.conftest import MakeModel
from numpy.typing import NDArray
from torch import nn

from photoclip.domain.decoding import Preprocess, ResizeMode
from photoclip.embedding import device, image_tower, precision
from photoclip.embedding.device import Device, choose_device
from photoclip.embedding.encoder import load_encoder
from photoclip.embedding.image_tower import ImageTower
from photoclip.embedding.placing import place
from photoclip.embedding.preprocessing import Normalisation
from photoclip.errors import EnvironmentFault, ModelRejected

SIZE = 16
NORMALISATION = Normalisation((0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
without_cuda = pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a CUDA device")


class Tower(nn.Module):
    """A tower that sees colours: the mean of each of 4 x 4 fields; the base of all that go wrong below."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return (nn.functional.adaptive_avg_pool2d(images, 4) * self.scale + 0.1).flatten(1)


class OutOfMemory(Tower):
    """Has room for `room` photos."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        if len(images) > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.")
        return super().forward(images)


class SlowInFloat32(Tower):
    """Gains from low precision, and in it gives no numbers once `runs` are over."""

    def __init__(self, runs: int = 10**6) -> None:
        super().__init__()
        self.runs = runs

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        if images.dtype == torch.float32:
            ballast = torch.ones(300, 300)
            for _ in range(20):
                ballast = ballast @ ballast * 0
            return super().forward(images) + ballast.sum()
        self.runs -= 1
        return super().forward(images) / (self.runs > 0)


class CoarseInBfloat16(SlowInFloat32):
    def forward(self, images: torch.Tensor) -> torch.Tensor:
        found = super().forward(images)
        return found if images.dtype == torch.float32 else found.flip(1)


class Broken(Tower):
    def forward(self, images: torch.Tensor) -> torch.Tensor:
        raise RuntimeError("shapes cannot be multiplied\nand many more lines")


def tower_of(visual: nn.Module, rebuilt: nn.Module | None = None, asked: str = "cpu") -> ImageTower:
    preprocess = Preprocess(SIZE, SIZE, "bicubic", ResizeMode.SHORTEST)

    def rebuild() -> Any:
        return rebuilt or Tower()

    return ImageTower(visual, preprocess, NORMALISATION, asked, rebuild)


@pytest.fixture
def photos() -> NDArray[np.uint8]:
    return np.random.default_rng(2).integers(0, 256, (20, SIZE, SIZE, 3), dtype=np.uint8)


@pytest.fixture
def expected(photos: NDArray[np.uint8]) -> NDArray[np.float32]:
    placed = place(Tower(), Device("cpu"), torch.float32, NORMALISATION)
    vectors: NDArray[np.float32] = placed.encode(torch.tensor(photos).permute(0, 3, 1, 2)).numpy()
    return vectors


@pytest.fixture(params=[False, True], ids=["without bfloat16", "with bfloat16"])
def _processor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(precision, "has_bfloat16", lambda: request.param)
    return bool(request.param)


@without_cuda
def test_a_device_that_is_not_there_gives_the_cpu_and_a_note(model_folder: MakeModel) -> None:
    encoder = load_encoder(model_folder("vit"), "local:model", "cuda")
    encoder.encode_images(np.zeros((1, 32, 32, 3), dtype=np.uint8))
    assert encoder.report().device == "cpu"
    assert encoder.report().note.startswith("No NVIDIA GPU (CUDA) was found, so the CPU is used.")


@without_cuda
def test_auto_says_when_there_is_no_gpu() -> None:
    assert choose_device("auto") in (Device("mps"), Device("cpu"))


def test_the_cpu_when_asked_for_needs_no_excuse() -> None:
    assert choose_device("cpu") == Device("cpu")


@without_cuda
def test_a_card_that_is_there_and_does_not_compute_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "_present", lambda name: name == "cuda")
    found = choose_device("auto")
    assert found.name == "cpu"
    assert "does not work with this torch" in found.note


@without_cuda
def test_a_device_that_fails_at_work_gives_way_to_the_cpu(
    photos: NDArray[np.uint8], expected: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_tower, "choose_device", lambda asked: Device("cuda"))
    tower = tower_of(Tower())
    np.testing.assert_allclose(tower.encode(photos), expected, atol=1e-5)
    assert (tower.report().device, tower.report().precision) == ("cpu", "float32")
    assert "The cuda device failed" in tower.report().note


@pytest.mark.usefixtures("_processor")
def test_memory_that_is_short_means_smaller_batches(
    photos: NDArray[np.uint8], expected: NDArray[np.float32]
) -> None:
    tower = tower_of(OutOfMemory(room=4))
    np.testing.assert_allclose(tower.encode(photos), expected, atol=0.01)
    assert tower.batch_size == 4
    assert "Memory is short" in tower.report().note
    assert tower.report().device == "cpu"


@pytest.mark.usefixtures("_processor")
def test_no_memory_for_one_photo_is_the_machines_fault(photos: NDArray[np.uint8]) -> None:
    with pytest.raises(EnvironmentFault, match="too little memory"):
        tower_of(OutOfMemory(room=0), OutOfMemory(room=0)).encode(photos)


@pytest.mark.usefixtures("_processor")
def test_a_tower_that_does_not_run_is_refused_in_one_line(photos: NDArray[np.uint8]) -> None:
    tower = tower_of(Broken(), Broken())
    for _ in range(2):
        with pytest.raises(ModelRejected, match=r"cannot encode a photo \(shapes cannot be multiplied\)"):
            tower.encode(photos)


def test_a_tower_without_numbers_is_refused(photos: NDArray[np.uint8]) -> None:
    broken = Tower()
    broken.scale.data.fill_(float("nan"))
    with pytest.raises(ModelRejected, match="no numbers"):
        tower_of(broken, broken).encode(photos)


def test_bfloat16_is_taken_where_it_is_faster_and_agrees(
    photos: NDArray[np.uint8], expected: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "has_bfloat16", lambda: True)
    tower = tower_of(SlowInFloat32())
    assert tower.report().precision == "float32"
    found = tower.encode(photos)
    assert tower.report().precision == "bfloat16"
    assert ((found * expected).sum(axis=1) > 0.998).all()


def test_bfloat16_is_not_taken_without_the_instructions(
    photos: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "has_bfloat16", lambda: False)
    tower = tower_of(SlowInFloat32())
    tower.encode(photos)
    assert tower.report().precision == "float32"


def test_bfloat16_is_not_taken_where_it_changes_the_vectors(
    photos: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(precision, "has_bfloat16", lambda: True)
    tower = tower_of(CoarseInBfloat16())
    with caplog.at_level("INFO", "photoclip"):
        tower.encode(photos)
    assert tower.report().precision == "float32"
    assert "bfloat16 changes this model's vectors" in caplog.text


def test_low_precision_that_overflows_later_is_done_again_in_float32(
    photos: NDArray[np.uint8], expected: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "has_bfloat16", lambda: True)
    tower = tower_of(SlowInFloat32(runs=5))
    np.testing.assert_allclose(tower.encode(photos), expected, atol=0.02)
    tower.encode(photos)
    np.testing.assert_allclose(tower.encode(photos), expected, atol=1e-5)
    assert tower.report().precision == "float32"
    assert "bfloat16 gives values that are no numbers, so float32 is used." in tower.report().note


@pytest.mark.parametrize(
    ("capabilities", "expected"),
    [
        ({"avx512_bf16": True}, True),
        ({"amx_tile": True}, True),
        ({"avx512_bf16": False, "avx2": True}, False),
    ],
)
def test_the_processor_is_asked_what_it_can(capabilities: dict[str, object], expected: bool) -> None:
    assert precision.has_bfloat16(lambda: capabilities) is expected
    assert precision.has_bfloat16() in (True, False)
