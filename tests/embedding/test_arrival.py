import gc
import subprocess
import sys

import pytest

from photoclip.embedding import arrival
from photoclip.embedding.arrival import unhurried

PROGRAM = """
import gc, sys
from photoclip.embedding.arrival import spare_the_window, unhurried
spare_the_window()
with unhurried():
    import torch
print(gc.isenabled(), gc.get_freeze_count() > 0, float(torch.ones(2).sum()))
"""


def test_torch_is_whole_after_its_libraries_were_opened_ahead() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "True", "2.0"]
    assert not ran.stderr


def test_garbage_is_collected_again_once_all_have_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "_spared", True)
    with unhurried():
        with unhurried():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_without_a_window_nothing_is_put_off() -> None:
    with unhurried():
        assert gc.isenabled()
