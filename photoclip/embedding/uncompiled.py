"""torch's compiler stays out of the process: photoclip compiles no model.

`import open_clip` needs two functions of `torch._dynamo`, by way of timm and
torchvision, and would load the whole of it for them: sympy, triton and 900
modules more, 145 MB and half of the time that the import takes. So does
arithmetic on the "meta" device, on which architectures are outlined.
"""

from __future__ import annotations

import importlib
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PACKAGE = "torch._dynamo"


class _Deferred(types.ModuleType):
    """Stands for a module until anything but the given names is asked of it; then the module itself comes."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        _withdraw()
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def uncompiled() -> Iterator[None]:
    """Inside, open_clip is imported and models are built without loading torch's compiler."""
    if _PACKAGE in sys.modules:
        yield
        return
    package, utils = _Deferred(_PACKAGE), _Deferred(f"{_PACKAGE}.utils")
    package.__dict__.update(__path__=[], utils=utils, disable=_as_it_is)
    utils.__dict__.update(is_compile_supported=_never)
    sys.modules.update({module.__name__: module for module in (package, utils)})
    try:
        yield
    finally:
        _withdraw()


def _withdraw() -> None:
    for name in [name for name, module in sys.modules.items() if isinstance(module, _Deferred)]:
        del sys.modules[name]


def _as_it_is(function: Any = None, *_choices: object, **_named: object) -> Any:
    """What marks a function as not to be compiled, where nothing is."""
    return function if function is not None else _as_it_is


def _never(_device: str) -> bool:
    return False
