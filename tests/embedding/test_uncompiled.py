import subprocess
import sys
from pathlib import Path

import pytest
from embedding.conftest import MakeModel

USING_A_MODEL = """
import sys
from pathlib import Path
import numpy as np
from photoclip.embedding.encoder import load_encoder

encoder = load_encoder(Path(sys.argv[1]), "model", "cpu")
size = encoder.preprocess
encoder.encode_images(np.zeros((1, size.height, size.width, 3), np.uint8))
encoder.encode_texts(["a dog"])
loaded = [name for name in ("torch._dynamo", "torch._inductor", "triton") if name in sys.modules]
print(*loaded, "none")

import torch
twice = torch.compiler.disable(lambda number: 2 * number)
print(twice(torch.ones(1)).item(), torch._dynamo.is_compiling(), "torch._dynamo.utils" in sys.modules)
"""
ASKING_FOR_MORE = """
import sys
from photoclip.embedding.uncompiled import uncompiled
import torch
with uncompiled():
    from torch._dynamo.utils import counters
    import torch._dynamo
print(type(counters).__name__, torch._dynamo.is_compiling())
"""


def run(program: str, *arguments: Path) -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return ran.stdout.split()


@pytest.mark.parametrize("kind", ["vit", "resnet", "siglip"])
def test_a_model_works_without_torchs_compiler_which_is_whole_when_somebody_needs_it(
    model_folder: MakeModel, kind: str
) -> None:
    assert run(USING_A_MODEL, model_folder(kind)) == ["none", "2.0", "False", "True"]


def test_what_nobody_foresaw_is_answered_by_the_compiler_itself() -> None:
    assert run(ASKING_FOR_MORE) == ["defaultdict", "False"]
