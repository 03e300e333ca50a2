"""What other systems say of a volume, read from their own words."""

from __future__ import annotations

import plistlib

import pytest

from photoclip.machine.volumes import uuid_in_plist


def test_the_volume_s_uuid_is_found_in_what_diskutil_says() -> None:
    told = plistlib.dumps({"DeviceNode": "/dev/disk4s1", "VolumeUUID": "0F0A-11", "WritableVolume": True})
    assert uuid_in_plist(told) == "uuid:0F0A-11"


@pytest.mark.parametrize(
    "told",
    [b"", b"Could not find disk", b"<plist>", b"bplist00\xff", plistlib.dumps({}), plistlib.dumps([1])],
)
def test_anything_else_is_no_uuid(told: bytes) -> None:
    assert uuid_in_plist(told) == ""
