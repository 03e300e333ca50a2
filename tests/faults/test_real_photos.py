"""Real and broken photos beside the project, through the real way: files on disk, then the command line."""

from __future__ import annotations

import ast
import csv
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageOps
from support import SHARED, draw

from photoclip import paths
from photoclip.catalog.catalog import Catalog
from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.embedding.encoder import load_encoder
from photoclip.imaging.decode import decode
from photoclip.imaging.thumbnails import Thumbnails

pytestmark = [
    pytest.mark.measure,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the photos to measure on are not beside the project"),
]
MEMORY_LIMIT = 1.5e9


def photoclip(library: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "photoclip", "--library", str(library), *map(str, arguments)]


def status(library: Path) -> dict[str, Any]:
    done = subprocess.run(photoclip(library, "status", "--json"), check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def peak_memory(command: list[str]) -> int:
    """Run a command to its end; the most memory that it and its children held together, in bytes."""
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.05):
            peak = max(peak, sum(map(_share, [running.pid, *_children(running.pid)])))

    watcher = threading.Thread(target=watch)
    watcher.start()
    assert running.wait() == 0
    ended.set()
    watcher.join()
    return peak


def _children(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        own = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return own + [grandchild for child in own for grandchild in _children(child)]


def _share(pid: int) -> int:
    """Proportional set size: pages that processes share are counted once among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="memory is read from /proc")
def test_nearly_a_thousand_odd_and_broken_files_are_all_accounted_for_in_bounded_memory(
    library: Path, record_property: Callable[[str, object], None]
) -> None:
    folder = SHARED / "hostile"
    peak = peak_memory(photoclip(library, "index", folder))
    record_property("peak_bytes", peak)
    print(f"\npeak memory {peak / 1e6:.0f} MB")
    assert peak < MEMORY_LIMIT

    found = status(library)
    reasons = {problem["path"]: problem["reason"] for problem in found["problems"]}
    assert found["files"] == sum(entry.is_file() for entry in folder.iterdir())
    assert found["searchable"] + len(reasons) == found["files"]
    with (folder / "manifest.csv").open(newline="") as stream:
        expected = {str(folder / row["file"]): row["expect"] for row in csv.DictReader(stream)}
    assert [path for path, expect in expected.items() if expect == "decode" and path in reasons] == []
    assert [path for path, expect in expected.items() if expect == "reject" and path not in reasons] == []
    assert subprocess.run(photoclip(library, "verify"), capture_output=True).returncode == 0


def test_file_system_oddities_neither_stop_nor_mislead_a_scan(library: Path, tmp_path: Path) -> None:
    seed = draw(tmp_path / "seed.jpg", "red", 1)
    target = tmp_path / "odd"
    maker = [sys.executable, str(SHARED / "hostile" / "make_special.py"), str(target), str(seed)]
    subprocess.run(maker, check=True, capture_output=True)
    subprocess.run(photoclip(library, "index", target), check=True, capture_output=True, timeout=200)
    with closing(Catalog(library, writing=False)) as catalog:
        rows = {path for path, *_ in catalog.files.in_sight()}
        unsearchable = dict(catalog.files.not_searchable(catalog.models.newest("starter")))
    for name_repr, kind, expect in read_expectations(tmp_path / "odd.expect.csv"):
        path = os.fsencode(target) + b"/" + name_repr
        if expect == "index":
            assert path in rows, (name_repr, kind)
            assert path not in unsearchable, (name_repr, unsearchable.get(path))


def read_expectations(file: Path) -> list[tuple[bytes, str, str]]:
    with file.open(newline="", encoding="utf8") as stream:
        return [
            (ast.literal_eval(row["name_repr"]), row["kind"], row["expect"]) for row in csv.DictReader(stream)
        ]


def test_the_album_indexes_whole_and_a_turned_photo_is_the_same_photo(library: Path) -> None:
    subprocess.run(photoclip(library, "index", SHARED / "album"), check=True, capture_output=True)
    found = status(library)
    assert [Path(problem["path"]).name for problem in found["problems"]] == ["manifest.csv"]
    thumbnails = Thumbnails(library / "thumbnails")
    with closing(Catalog(library, writing=False)) as catalog:
        key = catalog.models.newest("starter")
        assert key is not None
        rows = catalog.photos.rows(catalog.photos.in_sight().tolist())
        turned = [row for row in rows if b"/orientation/" in row.path]
        vectors = np.stack([catalog.vectors.get(row.photo_id, key) for row in turned])
    assert len(turned) == 9
    assert {(row.width, row.height) for row in turned} == {(1800, 1200)}
    print(f"\nlowest cosine between the nine orientations {float((vectors @ vectors.T).min()):.4f}")
    pictures = [np.asarray(Image.open(thumbnails.path(row.content_hash)), np.float32) for row in turned]
    # Each is another JPEG of the same scene with its own number printed on it.
    assert max(float(np.abs(picture - pictures[0]).mean()) for picture in pictures) < 4.0


def test_the_nine_orientations_differ_by_the_digit_printed_on_them_and_by_nothing_else() -> None:
    encoder = load_encoder(paths.resources() / "models" / "starter", "starter")
    pixels = []
    for photo in sorted((SHARED / "album" / "orientation").glob("*.jpg")):
        decoded = decode(DecodeRequest(os.fsencode(photo), preprocess=encoder.preprocess))
        assert isinstance(decoded, Decoded)
        pixels.append(decoded.pixels)
    covered = np.stack(pixels)
    covered[:, 80:140, 90:135] = 105
    vectors = encoder.encode_images(covered)
    lowest = float((vectors @ vectors.T).min())
    print(f"\nlowest cosine with the digit covered {lowest:.4f}")
    assert len(vectors) == 9
    assert lowest > 0.98


def test_vectors_equal_those_of_open_clip_on_its_own_transform() -> None:
    import open_clip
    import torch

    place = str(paths.resources() / "models" / "starter")
    model, _, transform = open_clip.create_model_and_transforms(f"local-dir:{place}")
    model.eval()
    encoder = load_encoder(Path(place), "starter")
    photos = sorted((SHARED / "album").rglob("*.jpg")) + sorted((SHARED / "retrieval").glob("*.jpg"))[:60]
    drafted, full = [], []
    for photo in photos:
        with Image.open(photo) as image, torch.inference_mode():
            upright = ImageOps.exif_transpose(image).convert("RGB")
            truth = model.encode_image(transform(upright)[None], normalize=True)[0].numpy()
        for scores, full_scale in ((drafted, False), (full, True)):
            request = DecodeRequest(os.fsencode(photo), preprocess=encoder.preprocess, full_scale=full_scale)
            decoded = decode(request)
            assert isinstance(decoded, Decoded)
            assert decoded.pixels is not None
            scores.append(float(encoder.encode_images(decoded.pixels[None])[0] @ truth))
    print(f"\ncosine with open_clip: drafted {min(drafted):.4f}, full scale {min(full):.6f}")
    assert min(drafted) > 0.995
    assert min(full) > 0.9999
