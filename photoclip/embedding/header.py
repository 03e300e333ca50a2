"""The header of a safetensors file, read without torch.

Format: https://huggingface.co/docs/safetensors (8 bytes of length, little
endian; a JSON object; the tensors' bytes without gaps).
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from photoclip.errors import ModelRejected, ModelUnavailable

_HEADER_CAP = 25_000_000
"""Bytes; the same limit as huggingface_hub's own reader."""

_BYTES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}
FLOATS = frozenset({"F64", "F32", "F16", "BF16"})


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """One tensor of the file: safetensors' name of its dtype, and its shape."""

    dtype: str
    shape: tuple[int, ...]


def read_header(path: Path) -> dict[str, TensorEntry]:
    """Every tensor that the file holds, after checking that the file is as long as its header says.

    Raises:
        ModelUnavailable: the file cannot be read.
        ModelRejected: it is no safetensors file, or it is cut short.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
            length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
            if not 2 <= length <= min(_HEADER_CAP, size):
                raise ModelRejected(f"{path} is not a safetensors file, or only its start; fetch it again.")
            text = file.read(length)
    except OSError as fault:
        raise ModelUnavailable(f"{path} cannot be read ({fault.strerror}); check the drive.") from fault
    return _checked(_parsed(text, path), size - 8 - length, path)


def _parsed(text: bytes, path: Path) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise ModelRejected(f"{path} is not a safetensors file; fetch it again.") from fault
    if not isinstance(found, dict):
        raise ModelRejected(f"{path} is not a safetensors file; fetch it again.")
    found.pop("__metadata__", None)
    return found


def _checked(found: dict[str, Any], data_bytes: int, path: Path) -> dict[str, TensorEntry]:
    entries: dict[str, TensorEntry] = {}
    needed = 0
    for name, entry in found.items():
        match entry:
            case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [int(begin), int(end)]}:
                pass
            case _:
                raise ModelRejected(f"{path} has a damaged header at {name!r}; fetch it again.")
        if dtype not in _BYTES:
            raise ModelRejected(
                f"{path} stores {name!r} as {dtype}, which photoclip does not read; "
                "get the float16, bfloat16 or float32 file of this model."
            )
        sizes = tuple(side for side in shape if isinstance(side, int) and side >= 0)
        if len(sizes) != len(shape) or begin < 0 or end - begin != prod(sizes) * _BYTES[dtype]:
            raise ModelRejected(f"{path} has a damaged header at {name!r}; fetch it again.")
        entries[name] = TensorEntry(dtype, sizes)
        needed = max(needed, end)
    if not entries or needed != data_bytes:
        raise ModelRejected(
            f"{path} is incomplete: it holds {data_bytes} of {needed} bytes of weights; fetch it again."
        )
    return entries


def parameters_millions(entries: dict[str, TensorEntry]) -> float:
    """How many floating-point values the file holds, in millions."""
    return sum(prod(entry.shape) for entry in entries.values() if entry.dtype in FLOATS) / 1e6
