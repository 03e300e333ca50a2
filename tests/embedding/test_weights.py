from __future__ import annotations

import dataclasses
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from embedding.checkpoints import CONFIGS
from embedding.conftest import MakeModel
from embedding.mirror import COMMIT, Mirror

from photoclip.domain.models import ModelCard
from photoclip.embedding import download, hashes, weights
from photoclip.embedding.encoder import load_encoder
from photoclip.errors import BadInput, ModelRejected, ModelUnavailable, StorageFault


class Stop(Exception):
    """Raised by a user who has enough."""


@pytest.fixture
def card(mirror: Mirror, model_folder: MakeModel) -> ModelCard:
    """A model that the mirror offers."""
    folder = model_folder("vit", "offered")
    mirror.files = {file.name: file.read_bytes() for file in folder.iterdir()}
    return ModelCard(
        id="tiny",
        title="Tiny",
        purpose="",
        open_clip_name="",
        open_clip_tag="",
        dimensions=24,
        image_size=CONFIGS["vit"]["vision_cfg"]["image_size"],
        parameters_millions=1.6,
        languages="English",
        licence="Apache-2.0",
        hub_repo="someone/tiny",
        files=("open_clip_config.json", "open_clip_model.safetensors"),
    )


@pytest.fixture
def content(mirror: Mirror, card: ModelCard) -> bytes:
    return mirror.files["open_clip_model.safetensors"]


def pinned(card: ModelCard, content: bytes) -> ModelCard:
    return dataclasses.replace(card, revision=COMMIT, sha256=hashlib.sha256(content).hexdigest())


@pytest.mark.usefixtures("models_dir")
@pytest.mark.parametrize("pin", [False, True])
def test_a_fetched_model_loads(card: ModelCard, content: bytes, pin: bool) -> None:
    folder = weights.fetch(pinned(card, content) if pin else card)
    assert load_encoder(folder, card.id, "cpu").dimensions == 24
    assert (folder / "open_clip_model.safetensors").read_bytes() == content
    assert weights.local_folder(card) == folder


def test_telemetry_is_off_before_open_clip_brings_the_hub_in() -> None:
    program = (
        "from photoclip.embedding.quiet import import_open_clip; import_open_clip(); "
        "from huggingface_hub import constants; print(constants.HF_HUB_DISABLE_TELEMETRY)"
    )
    own = {name: value for name, value in os.environ.items() if name != "HF_HUB_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=own, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True"


@pytest.mark.usefixtures("models_dir")
def test_the_hub_is_asked_for_the_pinned_commit_and_learns_nothing_of_the_user(
    card: ModelCard, content: bytes, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    weights.fetch(pinned(card, content))
    hub = [path for _, path, _ in mirror.requests if not path.startswith("/cdn")]
    assert all(path.startswith(f"/someone/tiny/resolve/{COMMIT}/") for path in hub)
    assert all("authorization" not in headers for headers in mirror.headers)
    assert not any("torch" in headers.get("user-agent", "") for headers in mirror.headers)


@pytest.mark.usefixtures("models_dir")
def test_progress_runs_from_nothing_to_everything(card: ModelCard, mirror: Mirror) -> None:
    told: list[tuple[int, int]] = []
    weights.fetch(card, lambda done, total: told.append((done, total)))
    total = sum(len(file) for file in mirror.files.values())
    assert {all_of_it for _, all_of_it in told} == {total}
    done = [here for here, _ in told]
    assert done == sorted(done)
    assert done[-1] == total
    assert len(done) > 5


@pytest.mark.usefixtures("models_dir")
def test_the_second_use_makes_no_request(card: ModelCard, mirror: Mirror) -> None:
    folder = weights.fetch(card)
    mirror.requests.clear()
    assert weights.fetch(card) == folder
    assert mirror.requests == []


@pytest.mark.usefixtures("models_dir")
def test_a_connection_that_breaks_is_taken_up_where_it_ended(
    card: ModelCard, content: bytes, mirror: Mirror
) -> None:
    half = len(content) // 2
    mirror.cut_after = [half, 1000]
    folder = weights.fetch(card)
    assert mirror.ranges() == [None, f"bytes={half}-", f"bytes={half + 1000}-"]
    assert (folder / "open_clip_model.safetensors").read_bytes() == content


@pytest.mark.usefixtures("models_dir")
def test_a_download_that_was_stopped_is_continued_next_time(
    card: ModelCard, content: bytes, mirror: Mirror
) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Stop

    with pytest.raises(Stop):
        weights.fetch(card, stop)
    assert weights.local_folder(card) is None, "half a model is none"
    mirror.requests.clear()
    told: list[int] = []
    folder = weights.fetch(card, lambda done, total: told.append(done))
    (asked,) = mirror.ranges()
    assert asked is not None
    assert int(re.findall(r"\d+", asked)[0]) > len(content) // 3
    assert told[1] > len(content) // 3
    assert (folder / "open_clip_model.safetensors").read_bytes() == content
    assert sorted(file.name for file in folder.iterdir()) == list(card.files)


@pytest.mark.usefixtures("models_dir")
def test_a_mirror_that_cannot_continue_sends_everything_again(
    card: ModelCard, content: bytes, mirror: Mirror
) -> None:
    mirror.no_ranges = True
    mirror.cut_after = [len(content) // 2]
    assert (weights.fetch(card) / "open_clip_model.safetensors").read_bytes() == content


@pytest.mark.usefixtures("models_dir")
def test_wrong_bytes_are_refused_and_not_kept(card: ModelCard, mirror: Mirror, models_dir: Path) -> None:
    mirror.wrong = True
    with pytest.raises(ModelRejected, match="checksum differs"):
        weights.fetch(card)
    assert weights.local_folder(card) is None
    assert not list(models_dir.rglob("*.part"))
    mirror.wrong = False
    assert weights.fetch(card).is_dir()


@pytest.mark.usefixtures("models_dir")
def test_other_weights_than_the_catalogues_are_refused_before_they_are_fetched(
    card: ModelCard, mirror: Mirror
) -> None:
    with pytest.raises(ModelRejected, match="other weights than the catalogue's"):
        weights.fetch(dataclasses.replace(card, sha256="0" * 64))
    assert mirror.ranges() == []


@pytest.mark.usefixtures("models_dir")
def test_weights_without_any_checksum_are_refused(card: ModelCard, content: bytes, mirror: Mirror) -> None:
    mirror.no_checksums = True
    with pytest.raises(ModelRejected, match="names no checksum"):
        weights.fetch(card)
    assert weights.fetch(pinned(card, content)).is_dir(), "the catalogue's own is as good"


@pytest.mark.usefixtures("mirror")
def test_without_a_network_the_message_says_what_to_do(
    card: ModelCard, models_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelUnavailable) as refused:
        weights.fetch(card)
    text = str(refused.value)
    for part in (
        "http://127.0.0.1:9/someone/tiny/tree/main",
        "open_clip_config.json, open_clip_model.safetensors",
        str(models_dir / "imported" / "tiny"),
    ):
        assert part in text
    assert "\n" not in text


def test_files_put_where_the_message_says_are_found(
    card: ModelCard, models_dir: Path, model_folder: MakeModel
) -> None:
    shutil.copytree(model_folder("vit"), models_dir / "imported" / "tiny")
    assert weights.fetch(card) == models_dir / "imported" / "tiny"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of Unix")
def test_what_is_fetched_is_private_whatever_the_umask(
    card: ModelCard, mirror: Mirror, models_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashes, "_REMEMBERED_FROM", 0)
    mirror.cut_after = [1000]
    before = os.umask(0)
    try:
        weights.fetch(card)
    finally:
        os.umask(before)
    made = [models_dir, *models_dir.rglob("*")]
    assert [path.name for path in made if path.stat().st_mode & 0o077] == []
    assert {"hashes.json", "open_clip_model.safetensors"} <= {path.name for path in made}


@pytest.mark.usefixtures("models_dir")
def test_offline_mode_makes_no_request(
    card: ModelCard, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="HF_HUB_OFFLINE forbids the network"):
        weights.fetch(card)
    assert mirror.requests == []


@pytest.mark.usefixtures("models_dir")
@pytest.mark.parametrize("address", ["not an address", "ftp://127.0.0.1", "http://"])
def test_an_endpoint_that_is_no_address_is_named(
    card: ModelCard, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", address)
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        weights.fetch(card)


@pytest.mark.usefixtures("models_dir")
def test_a_file_that_the_hub_does_not_have_is_not_asked_for_again(card: ModelCard, mirror: Mirror) -> None:
    del mirror.files["open_clip_model.safetensors"]
    with pytest.raises(ModelUnavailable, match="answers 404"):
        weights.fetch(card)
    assert len(mirror.requests) == 2


@pytest.mark.usefixtures("models_dir", "mirror")
def test_a_connection_that_brings_nothing_is_given_up(
    card: ModelCard, content: bytes, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "_PAUSE_S", 0)
    mirror.cut_after = [100, 0, 0, 0, 0, 0, 0]
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        weights.fetch(card)
    assert len(mirror.ranges()) == 6


@pytest.mark.usefixtures("mirror")
def test_a_disk_without_room_is_noticed_before_the_download(
    card: ModelCard, mirror: Mirror, models_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(models_dir.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1_000))
    with pytest.raises(StorageFault, match=r"needs \d+ MB and .* has 0 MB left"):
        weights.fetch(card)
    assert mirror.ranges() == []


def test_a_model_that_is_not_on_the_hub_is_imported(card: ModelCard, models_dir: Path) -> None:
    with pytest.raises(BadInput, match=r"put its files into .*imported"):
        weights.fetch(dataclasses.replace(card, hub_repo=None))


def test_large_weights_are_hashed_once(
    tmp_path: Path, models_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashes, "_REMEMBERED_FROM", 10)
    file = tmp_path / "weights"
    file.write_bytes(b"x" * 100)
    stamp = file.stat()
    digest = hashes.weights_sha256(file)
    assert digest == hashlib.sha256(b"x" * 100).hexdigest()
    file.write_bytes(b"y" * 100)
    assert hashes.weights_sha256(file) == hashlib.sha256(b"y" * 100).hexdigest(), "its time changed"
    (models_dir / "hashes.json").write_text(
        f'{{"{file}": [100, {file.stat().st_mtime_ns}, "remembered"], "/gone": [1, 2, "z"]}}'
    )
    monkeypatch.setattr(hashes, "_hashed", {})  # as at the next start of the program
    assert hashes.weights_sha256(file) == "remembered"
    (models_dir / "hashes.json").write_text("damaged")
    assert hashes.weights_sha256(file) == "remembered", "within one run nothing is read twice"
    monkeypatch.setattr(hashes, "_hashed", {})
    assert hashes.weights_sha256(file) == hashlib.sha256(b"y" * 100).hexdigest()
    assert stamp.st_size == 100
