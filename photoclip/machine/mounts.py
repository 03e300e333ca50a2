"""What is mounted on this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import psutil

# Nothing of a user's lies in these, or a look into them has effects (autofs mounts what is named).
_PSEUDO = frozenset(
    (
        "autofs",
        "binfmt_misc",
        "bpf",
        "cgroup",
        "cgroup2",
        "configfs",
        "debugfs",
        "devfs",
        "devpts",
        "devtmpfs",
        "efivarfs",
        "fusectl",
        "fuse.portal",
        "fuse.snapfuse",
        "hugetlbfs",
        "mqueue",
        "nsfs",
        "proc",
        "pstore",
        "rpc_pipefs",
        "securityfs",
        "selinuxfs",
        "squashfs",
        "sysfs",
        "tracefs",
    )
)
# File systems that others change unseen: those of servers, and those that a virtual machine's host lends.
_REMOTE = frozenset(
    (
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "davfs2",
        "ftp",
        "fuse.curlftpfs",
        "fuse.davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "prl_fs",
        "vboxsf",
        "vmhgfs",
        "webdav",
    )
)
_OF_STICKS = frozenset(("exfat", "fuseblk", "hfs", "hfsplus", "msdos", "ntfs", "ntfs3", "vfat"))
_SYSTEM_PLACES = (b"/proc/", b"/sys/", b"/dev/", b"/boot/")


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of the system's list of mounts: `kind` is the file system, `options` have commas between."""

    device: str
    point: bytes
    kind: str
    options: str = ""

    @property
    def is_system(self) -> bool:
        """Whether no photo can lie there."""
        return self.kind in _PSEUDO or os.path.join(self.point, b"").startswith(_SYSTEM_PLACES)

    @property
    def is_remote(self) -> bool:
        kind = self.kind.lower()
        return (
            kind in _REMOTE
            or kind.startswith("smb")
            or "remote" in self.options.split(",")
            or self.point.startswith((b"\\\\", b"//"))
        )


def mounts() -> list[Mount]:
    """What is mounted now, in the system's order; empty where it will not say."""
    try:
        parts = psutil.disk_partitions(all=True)
    except (OSError, RuntimeError, RuntimeWarning):
        return []
    return [Mount(part.device, os.fsencode(part.mountpoint), part.fstype, part.opts) for part in parts]


def is_removable(mount: Mount, blocks: Path) -> bool:
    """Whether it is made to be unplugged. `blocks` is Linux's list of drives, /sys/class/block."""
    if "removable" in mount.options.split(","):
        return True
    if mount.point.startswith((b"/media/", b"/run/media/", b"/Volumes/")):
        return not mount.is_remote
    if mount.point.startswith(b"/mnt/") and mount.kind in _OF_STICKS:
        return True
    return _is_plugged_in(mount.device, blocks)


def _is_plugged_in(device: str, blocks: Path) -> bool:
    """Whether a drive calls itself removable or hangs on USB; large USB drives do not call themselves so."""
    if not device.startswith("/dev/"):
        return False
    place = Path(os.path.realpath(blocks / Path(device).name))
    if any(part.startswith("usb") for part in place.parts):
        return True
    for folder in (place, place.parent):  # a partition's flag is its drive's
        try:
            return (folder / "removable").read_text().strip() == "1"
        except OSError:
            continue
    return False
