"""open_clip and what it imports, without their noise: no warning and no log line of theirs reaches a user."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from photoclip.embedding.uncompiled import uncompiled

_OPEN_CLIP = f"{os.sep}open_clip{os.sep}"


class _NotFromOpenClip(logging.Filter):
    """open_clip logs to the root logger itself, so a logger's level cannot silence it."""

    def filter(self, record: logging.LogRecord) -> bool:
        return _OPEN_CLIP not in record.pathname


@contextmanager
def quiet() -> Iterator[None]:
    """Silence warnings and open_clip's log lines inside the block.

    The handler on the root logger keeps `logging.warning` from installing one of
    its own that would print to the terminal for the rest of the run.
    """
    root, handler, only_others = logging.getLogger(), logging.NullHandler(), _NotFromOpenClip()
    root.addHandler(handler)
    root.addFilter(only_others)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        root.removeFilter(only_others)
        root.removeHandler(handler)


def no_telemetry() -> None:
    """To be called before huggingface_hub is imported, which reads the variable then.

    Without it the library adds the machine's torch version to every request and
    fetches a registry to recognise who is calling.
    """
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"


def import_open_clip() -> Any:
    """The open_clip module. The first call takes seconds, since it imports torch, timm and torchvision."""
    no_telemetry()
    import torch  # noqa: F401  # whole: only what builds on it does without the compiler

    with quiet(), uncompiled():
        import open_clip
    return open_clip
