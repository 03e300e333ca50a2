"""Torch comes into the process without holding up its other threads, among which the window's may be."""

from __future__ import annotations

import atexit
import ctypes
import gc
import importlib.util
import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LIBRARIES = ("torch_global_deps", "c10", "torch_cpu", "torch")
"""In the order in which torch loads them; none of them knows Python."""
_log = logging.getLogger(__name__)
_guard = threading.Lock()
_inside = 0
_spared = False


def spare_the_window() -> None:
    """From now on torch comes in without haste, which costs some 35 MB; for a program with a window."""
    global _spared
    _spared = True


@contextmanager
def unhurried() -> Iterator[None]:
    """Inside, torch and what builds on it may be imported, and other threads go on meanwhile.

    Opening torch's libraries takes 300 ms in which Python would stand still,
    and each full collection of garbage among its 400,000 objects as long.
    """
    global _inside
    if not _spared:
        yield
        return
    if "torch" not in sys.modules:
        _open_libraries()
    with _guard:
        _inside += 1
        gc.disable()
    try:
        yield
    finally:
        with _guard:
            _inside -= 1
            if not _inside:
                # What was imported stays: it need not be gone through again before the end.
                gc.freeze()
                gc.enable()
                atexit.register(gc.unfreeze)


def _open_libraries() -> None:
    """A call through ctypes leaves Python to other threads; `import` and `ctypes.CDLL` do not.

    Where it does not succeed, the import does the same again and says what is wrong.
    """
    if sys.platform == "win32":
        return  # torch itself opens them through ctypes there
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return
    ending = "dylib" if sys.platform == "darwin" else "so"
    libraries = Path(spec.origin).parent / "lib"
    try:
        opened = ctypes.CDLL(None).dlopen
    except (OSError, AttributeError) as fault:
        _log.info("torch's libraries are not opened ahead: %s", fault)
        return
    opened.argtypes, opened.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    for name in _LIBRARIES:
        # torch makes the first one's names known to all, and so it has to be here.
        scope = os.RTLD_GLOBAL if name == _LIBRARIES[0] else os.RTLD_LOCAL
        opened(os.fsencode(libraries / f"lib{name}.{ending}"), os.RTLD_LAZY | scope)
