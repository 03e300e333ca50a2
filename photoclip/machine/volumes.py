"""The lasting id that a volume carries itself, by the ways of each system."""

from __future__ import annotations

import ctypes
import os
import plistlib
import subprocess
import sys
from pathlib import Path
from xml.parsers.expat import ExpatError

from photoclip.machine.mounts import Mount

_SECONDS = 10.0


def volume_id(mount: Mount, by_uuid: Path) -> str:
    """ "uuid:…" or "serial:…", or "" where the volume has none. `by_uuid` is Linux's /dev/disk/by-uuid."""
    if sys.platform == "win32":
        return _serial(os.fsdecode(mount.point))
    if sys.platform == "darwin":
        return _of_diskutil(mount.point)
    return _by_uuid(mount.device, by_uuid)


def _by_uuid(device: str, by_uuid: Path) -> str:
    """udev keeps a link for each volume: its name is the UUID, what it leads to the device."""
    if not device.startswith("/"):
        return ""
    wanted = os.path.realpath(device)
    try:
        links = sorted(os.listdir(by_uuid))
    except OSError:
        return ""
    return next((f"uuid:{name}" for name in links if os.path.realpath(by_uuid / name) == wanted), "")


def _of_diskutil(point: bytes) -> str:
    try:
        asked = [b"/usr/sbin/diskutil", b"info", b"-plist", point]
        told = subprocess.run(asked, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed
    except (OSError, subprocess.SubprocessError):
        return ""
    return uuid_in_plist(told.stdout)


def uuid_in_plist(told: bytes) -> str:
    """The VolumeUUID in what `diskutil info -plist` says, as "uuid:…"; "" where there is none."""
    try:
        facts = plistlib.loads(told)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return ""
    uuid = facts.get("VolumeUUID") if isinstance(facts, dict) else None
    return f"uuid:{uuid}" if isinstance(uuid, str) and uuid else ""


def _serial(point: str) -> str:
    """The serial number that Windows gives a volume when it is formatted."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        fail_critical_errors = 1  # no dialog about a card reader without a card
        kernel.SetThreadErrorMode(fail_critical_errors, None)
        number = ctypes.c_uint32()
        root = os.path.join(point, "")
        told = kernel.GetVolumeInformationW(root, None, 0, ctypes.byref(number), None, None, None, 0)
        return f"serial:{number.value:08x}" if told and number.value else ""
    return ""
