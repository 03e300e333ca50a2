import gc
import subprocess
import sys

from photoclip.embedding.arrival import unhurried

PROGRAM = """
import gc, sys
from photoclip.embedding.arrival import unhurried
with unhurried():
    import torch
print(gc.isenabled(), gc.get_freeze_count() > 0, float(torch.ones(2).sum()))
"""


def test_torch_is_whole_after_its_libraries_were_opened_ahead() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "True", "2.0"]
    assert not ran.stderr


def test_garbage_is_collected_again_once_all_have_left() -> None:
    with unhurried():
        with unhurried():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
