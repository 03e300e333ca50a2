"""What feeds the machine, and whether it is to save power."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from photoclip.domain.machine import PowerState

_PROFILE = Path("/sys/firmware/acpi/platform_profile")
_ASKED_AGAIN_SECONDS = 30.0
_SECONDS = 5.0

# It warns of batteries that tell only a part of themselves.
warnings.filterwarnings("ignore", category=RuntimeWarning, module="psutil")


class Power:
    """Implements `domain.machine.Power`."""

    def __init__(
        self,
        battery: Callable[[], Any] | None = None,
        profile: Path = _PROFILE,
        pmset: Callable[[], str] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """
        Args:
            battery: what psutil says of the battery, or None where there is none.
            profile: where Linux keeps the name of the chosen power profile.
            pmset: what macOS says of its power settings; asked at most every 30 seconds.
            clock: seconds, for those 30.
        """
        self._battery = battery or _battery
        self._profile = profile
        if pmset is None and sys.platform == "darwin":
            pmset = _pmset
        self._pmset = pmset
        self._clock = clock
        self._mac: tuple[float, bool] | None = None

    def state(self) -> PowerState:
        return PowerState(self._on_battery(), self._saving())

    def _on_battery(self) -> bool:
        try:
            battery = self._battery()
        except (OSError, ValueError, AttributeError, NotImplementedError, RuntimeError, RuntimeWarning):
            return False
        # None stands for unknown.
        return battery is not None and battery.power_plugged is False

    def _saving(self) -> bool:
        if sys.platform == "win32":
            return _windows_saves()
        if self._pmset is not None:
            now = self._clock()
            if self._mac is None or now - self._mac[0] >= _ASKED_AGAIN_SECONDS:
                self._mac = now, low_power_in(self._pmset())
            return self._mac[1]
        try:
            return self._profile.read_text().strip() == "low-power"
        except (OSError, ValueError):
            return False


def _battery() -> Any:
    # psutil leaves the function out, an AttributeError, on systems where it cannot tell.
    return psutil.sensors_battery()


def low_power_in(told: str) -> bool:
    """Whether `pmset -g` says that Low Power Mode is on."""
    return any(line.split() == ["lowpowermode", "1"] for line in told.splitlines())


def _pmset() -> str:
    try:
        asked = ["/usr/bin/pmset", "-g"]
        return subprocess.run(asked, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout  # noqa: S603 - fixed
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""


class _SystemPowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS of winbase.h; the flag is 1 while the battery saver is on."""

    _fields_ = (
        ("ac_line_status", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("battery_life_percent", ctypes.c_ubyte),
        ("system_status_flag", ctypes.c_ubyte),
        ("battery_life_time", ctypes.c_uint32),
        ("battery_full_life_time", ctypes.c_uint32),
    )


def _windows_saves() -> bool:
    if sys.platform == "win32":
        status = _SystemPowerStatus()
        told = ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))
        return bool(told) and status.system_status_flag == 1
    return False
