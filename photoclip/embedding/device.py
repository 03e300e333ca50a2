"""Which device runs the image tower: asked for, really working, and why not another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import torch

from photoclip.errors import BadInput

_GPUS = ("cuda", "mps")
_TITLES = {"cuda": "NVIDIA GPU (CUDA)", "mps": "Apple GPU (MPS)"}


@dataclass(frozen=True, slots=True)
class Device:
    """A device that works. `name` is torch's, `note` a sentence on what was asked for and is not used."""

    name: str
    note: str = ""

    @property
    def kind(self) -> str:
        """ "cuda", "mps" or "cpu"."""
        return self.name.partition(":")[0]


def limit_processors(most: int) -> None:
    """Let torch use so many processors at the most, 0 for all that it would take by itself."""
    usual = _usual_threads()
    wanted = min(most, usual) if most > 0 else usual
    # Torch keeps the number for each thread that runs models, and so this is asked by each of them.
    if torch.get_num_threads() != wanted:
        torch.set_num_threads(wanted)


@cache
def _usual_threads() -> int:
    """What torch takes by itself."""
    return torch.get_num_threads()


def check_name(asked: str) -> None:
    """Raise for a name that is no device of ours.

    Raises:
        BadInput: it is not "auto", "cuda", "cuda:1", "mps" or "cpu".
    """
    if not re.fullmatch(r"auto|cpu|mps|cuda(:\d+)?", asked):
        raise BadInput(f'There is no device "{asked}"; choose auto, cuda, mps or cpu.')


def choose_device(asked: str = "auto") -> Device:
    """The device asked for if it works, else the CPU with a note; "auto" takes the first GPU that works.

    Raises:
        BadInput: as `check_name`.
    """
    check_name(asked)
    if asked == "cpu":
        return Device("cpu")
    faults: list[str] = []
    for name in _GPUS if asked == "auto" else (asked,):
        fault = _why_not(name)
        if fault is None:
            return Device(name, " ".join(faults))
        if asked != "auto" or _present(name):
            faults.append(fault)
    return Device("cpu", " ".join(faults))


def release_memory(device: Device) -> None:
    """Give memory that torch keeps for later back to the device."""
    if device.kind == "cuda":
        torch.cuda.empty_cache()
    elif device.kind == "mps":
        torch.mps.empty_cache()


def _present(name: str) -> bool:
    return torch.cuda.is_available() if name.startswith("cuda") else torch.backends.mps.is_available()


def _why_not(name: str) -> str | None:
    """None for a device that computes, else a sentence; a card can be there and be too old for torch."""
    title = _TITLES[name.partition(":")[0]]
    if not _present(name):
        return f"No {title} was found, so the CPU is used."
    try:
        right = float((torch.ones(4, device=name) * 3).sum()) == 12.0
    except (RuntimeError, AssertionError) as fault:
        return f"The {title} does not work with this torch ({first_line(fault)}), so it is not used."
    return None if right else f"The {title} computes wrong values, so it is not used."


def first_line(fault: BaseException) -> str:
    """What went wrong in one line, for a note; torch's messages run over many."""
    lines = str(fault).strip().splitlines()
    return (lines[0] if lines else type(fault).__name__)[:160]
