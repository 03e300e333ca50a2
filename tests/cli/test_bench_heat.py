from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support import COLOURS, SHARED

from photoclip.cli import run
from photoclip.cli.bench_heat import pasted


def test_a_thing_is_pasted_where_its_box_says() -> None:
    thing = np.full((200, 100, 3), COLOURS["red"], np.uint8)
    scene = np.full((300, 500, 3), COLOURS["blue"], np.uint8)
    for seed in range(20):
        made = pasted(thing, scene, "red", np.random.default_rng(seed))
        height, width = made.picture.shape[:2]
        top, left, bottom, right = made.box
        rows, columns = np.nonzero((made.picture == COLOURS["red"]).all(axis=2))
        assert (rows.min(), rows.max() + 1) == (round(top * height), round(bottom * height))
        assert (columns.min(), columns.max() + 1) == (round(left * width), round(right * width))
        assert made.holds((top + bottom) / 2, (left + right) / 2)
        assert not made.holds(top - 0.01, left)
    assert (scene == COLOURS["blue"]).all()


def test_a_folder_without_things_and_scenes_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "manifest.csv").write_text("file,kind\na.jpg,caption\n", encoding="utf-8")
    assert run(["bench", "heat", "--data", str(tmp_path)]) == 2
    assert "name another folder" in capsys.readouterr().err


@pytest.mark.measure
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared photos are not here")
def test_the_heat_of_the_built_in_model_lies_on_the_thing_more_often_than_the_centre(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = str(SHARED / "retrieval")
    assert run(["bench", "heat", "--data", data, "--photos", "16", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["hits"] > 2 * found["centre"]
    assert found["hits"] > found["plain_patches"]
