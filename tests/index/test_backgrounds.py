"""Background vectors kept on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from support import unit_vectors

from photoclip.domain.models import ModelKey
from photoclip.index.backgrounds import Backgrounds

KEY = ModelKey("starter", "c" * 64)
CAPTIONS = ["a dog", "a cat"]


def test_they_come_back_for_the_same_captions_and_weights_only(tmp_path: Path) -> None:
    kept = Backgrounds(tmp_path / "index")
    vectors = unit_vectors(2, 8)
    kept.put(KEY, CAPTIONS, vectors)
    found = kept.get(KEY, CAPTIONS)
    assert found is not None
    np.testing.assert_array_equal(found, vectors)
    assert kept.get(KEY, ["a dog", "a bird"]) is None
    assert kept.get(ModelKey("starter", "d" * 64), CAPTIONS) is None


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    kept = Backgrounds(tmp_path)
    kept.put(KEY, CAPTIONS, unit_vectors(2, 8))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-3])
    assert kept.get(KEY, CAPTIONS) is None
