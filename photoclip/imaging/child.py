"""The inside of a decoding process: it answers requests until its pipe ends.

Nothing but the standard library is imported before `serve` has set the limits.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from multiprocessing.connection import Connection

MEMORY_LIMIT_BYTES = 5 << 29
"""Address space of a process on Linux, 2.5 GiB: a full buffer, its reduction and the libraries."""
LEAST_MEMORY_BYTES = 700 << 20
"""Less would not do for photos of 24 megapixels: the libraries alone take more than half of it."""

_GRACE_S = 5.0


def serve(connection: Connection, limit_s: float, memory_bytes: int = MEMORY_LIMIT_BYTES) -> None:
    """Send one message when ready, then an answer for each request."""
    _keep_quiet()
    _limit_memory(memory_bytes)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one core each
    from PIL import AvifImagePlugin, Image

    from photoclip.domain.decoding import Decoded
    from photoclip.imaging import wire
    from photoclip.imaging.decode import decode

    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    Image.MAX_IMAGE_PIXELS = None  # `scale.check_pixels` is lower and knows about reduced decodes
    connection.send_bytes(wire.READY)
    while True:
        try:
            request = connection.recv()
        except EOFError:
            return
        # The parent kills a late process. This ends it should the parent be
        # gone, even while a C library holds the interpreter's lock.
        faulthandler.dump_traceback_later(limit_s + _GRACE_S, exit=True, file=2)
        answer = decode(request)
        faulthandler.cancel_dump_traceback_later()
        connection.send_bytes(wire.pack(answer))
        if isinstance(answer, Decoded) and answer.picture is not None:
            connection.send_bytes(answer.picture.data.cast("B"))
        del answer  # a whole picture is not held until the next request


def _keep_quiet() -> None:
    """Ctrl-C is for the parent; what C libraries print is for nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    warnings.simplefilter("ignore")


def _limit_memory(most: int) -> None:
    # macOS accepts RLIMIT_AS and ignores it, Windows has no such thing.
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """End at once when the parent is gone, however it went, and whatever is being decoded."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
