"""A matrix that grows in place."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.index.matrix import Matrix


@given(parts=st.lists(st.integers(0, 40)), seed=st.integers(0, 1000))
def test_rows_that_are_kept_stay_in_their_order(parts: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    matrix, truth = Matrix(3), np.empty((0, 3), np.float32)
    for part in parts:
        rows = chance.standard_normal((part, 3)).astype(np.float32)
        matrix.append(rows)
        truth = np.concatenate([truth, rows])
        kept = chance.random(len(truth)) < 0.8
        matrix.keep(kept)
        truth = truth[kept]
        np.testing.assert_array_equal(matrix.rows, truth)


def test_letting_go_of_rows_far_apart_moves_all_between_them() -> None:
    matrix = Matrix(2)
    rows = np.arange(40_000, dtype=np.float32).reshape(-1, 2)
    matrix.append(rows)
    kept = np.ones(20_000, bool)
    kept[[3, 5000, 5001, 19_999]] = False
    matrix.keep(kept)
    np.testing.assert_array_equal(matrix.rows, rows[kept])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere growing may copy")
def test_growing_never_takes_the_memory_twice() -> None:
    program = """
        from pathlib import Path
        import numpy as np
        from photoclip.index.matrix import Matrix
        def peak():
            lines = Path("/proc/self/status").read_text().splitlines()
            return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024
        matrix, part = Matrix(512), np.ones((2000, 512), np.float32)
        matrix.append(part)
        before = peak()
        for _ in range(49):
            matrix.append(part)
        print((peak() - before) / matrix.rows.nbytes)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert 0.9 < float(ran.stdout) < 1.25
