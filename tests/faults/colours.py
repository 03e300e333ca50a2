"""The photoclip command with a model that sees colours, so that it starts in half a second.

All else is the real program. Every photo that is embedded leaves a byte in the
file that PHOTOCLIP_EMBEDDED names, before the embedding is made, and every file
whose content is looked at leaves one in that of PHOTOCLIP_READ. A first line
on stderr says that the work begins. With PHOTOCLIP_HALT_AFTER it waits, once
so many were embedded, until it is sent a line.
"""

from __future__ import annotations

import os
import sys

import numpy as np
from faults.running import HALTED
from numpy.typing import NDArray
from support import ColourEncoder, ColourShelf

from photoclip import bootstrap
from photoclip.cli import run
from photoclip.domain.decoding import DecodeRequest
from photoclip.imaging.pool import DecodePool

STARTED = "started"


class CountingEncoder(ColourEncoder):
    def encode_images(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        so_far = note("PHOTOCLIP_EMBEDDED", len(pixels))
        after = os.environ.get("PHOTOCLIP_HALT_AFTER")
        if after and so_far >= int(after) > so_far - len(pixels):
            print(HALTED, file=sys.stderr, flush=True)
            sys.stdin.readline()
        return super().encode_images(pixels)


class CountingShelf(ColourShelf):
    def __init__(self, processors: int = 0) -> None:
        self.encoders = {name: CountingEncoder(name) for name in ("starter", "colours-2")}


class CountingPool(DecodePool):
    def submit(self, request: DecodeRequest) -> None:
        note("PHOTOCLIP_READ", 1)
        super().submit(request)


def note(variable: str, count: int) -> int:
    """Append so many bytes to the file that a variable names; its size then."""
    journal = os.open(os.environ[variable], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(journal, b"." * count)
    size = os.fstat(journal).st_size
    os.close(journal)
    return size


if __name__ == "__main__":
    bootstrap.DecodePool = CountingPool  # type: ignore[misc]
    bootstrap.Shelf = CountingShelf  # type: ignore[assignment,misc]
    print(STARTED, file=sys.stderr, flush=True)
    sys.exit(run(sys.argv[1:]))
