"""The whole collection of broken files, and the oddities of file systems."""

from __future__ import annotations

import ast
import csv
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode
from photoclip.domain.photos import Problem, ProblemKind
from photoclip.imaging.pool import DecodePool

pytestmark = pytest.mark.measure

SMALL = Preprocess(224, 224, "bicubic", ResizeMode.SHORTEST)
TEXTURES_ARE_NO_PHOTOS = {"pillow_zero_mask_totals.dds"}


def decode_all(paths: list[bytes]) -> dict[bytes, Decoded | Problem]:
    pool = DecodePool(2)
    try:
        for path in paths:
            pool.submit(DecodeRequest(path, preprocess=SMALL, thumbnail=True))
        results = [pool.next_result(60) for _ in paths]
    finally:
        pool.close()
    return {result.request.path: result.outcome for result in results}


def test_every_broken_file_is_answered_and_every_good_one_decodes(shared_data):
    folder = shared_data / "hostile"
    with (folder / "manifest.csv").open(encoding="utf-8") as manifest:
        expected = {os.fsencode(folder / row["file"]): row["expect"] for row in csv.DictReader(manifest)}
    began = time.monotonic()
    outcomes = decode_all(list(expected))
    assert time.monotonic() - began < 60
    assert len(outcomes) == len(expected) == 993

    failed = {p for p, expect in expected.items() if expect == "decode" and isinstance(outcomes[p], Problem)}
    assert not failed
    odd = {
        Path(os.fsdecode(path)).name
        for path, expect in expected.items()
        if expect == "odd-decode" and isinstance(outcomes[path], Problem)
    }
    assert odd <= TEXTURES_ARE_NO_PHOTOS
    accepted = {
        p for p, expect in expected.items() if expect == "reject" and isinstance(outcomes[p], Decoded)
    }
    assert not accepted

    problems = [outcome for outcome in outcomes.values() if isinstance(outcome, Problem)]
    assert not [p for p in problems if p.kind in (ProblemKind.CRASHED, ProblemKind.TIMED_OUT)]
    assert all(p.reason.endswith(".") and "Error" not in p.reason for p in problems)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot make these files")
def test_oddities_of_file_systems_neither_hang_nor_hide_a_photo(shared_data, tmp_path):
    target = tmp_path / "odd"
    seed = shared_data / "album" / "2004" / "IMG_1015.jpg"
    maker = shared_data / "hostile" / "make_special.py"
    subprocess.run(
        [sys.executable, str(maker), str(target), str(seed)], check=True, capture_output=True, cwd=tmp_path
    )
    with Path(f"{target}.expect.csv").open(encoding="utf-8", newline="") as listed:
        rows = [(ast.literal_eval(row["name_repr"]), row["expect"]) for row in csv.DictReader(listed)]
    outcomes = decode_all([os.path.join(os.fsencode(target), name) for name, _ in rows])
    for name, expect in rows:
        outcome = outcomes[os.path.join(os.fsencode(target), name)]
        if expect == "index":
            assert isinstance(outcome, Decoded), (name, outcome)
        elif expect == "skip" and name != b"unreadable.jpg":
            assert isinstance(outcome, Problem), (name, outcome)
