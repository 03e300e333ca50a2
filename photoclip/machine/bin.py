"""The system's bin, through Send2Trash; on Linux also the way back out of it."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from photoclip.domain.errands import BinnedFile
from photoclip.errors import StorageFault
from photoclip.paths import display
from photoclip.storage import remedy

# The freedesktop.org Trash specification 1.0 names all of these.
_FILES, _INFO, _INFO_SUFFIX = b"files", b"info", b".trashinfo"
_MOST_INFO_BYTES = 64_000

# Where there is no bin on this drive, or none that this user may make.
_NO_BIN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class SystemBin:
    """Implements `domain.machine.Bin`. Safe from any thread."""

    def put(self, path: bytes) -> BinnedFile:
        """As `domain.machine.Bin.put`."""
        _check_is_file(path)
        whole = os.path.abspath(path)
        try:
            _send(whole)
        except OSError as fault:
            raise _refused(path, fault) from fault
        except Exception as fault:  # GLib and COM have error classes of their own
            raise StorageFault(
                f"{display(path)} could not be moved to the bin; delete it with the file manager."
            ) from fault
        if os.path.lexists(whole):
            raise StorageFault(
                f"{display(path)} could not be moved to the bin; delete it with the file manager."
            )
        return BinnedFile(path, _place_of(whole) if _follows_freedesktop() else b"")

    def put_back(self, file: BinnedFile) -> None:
        """As `domain.machine.Bin.put_back`."""
        shown = display(file.path)
        if not file.place or not os.path.lexists(file.place):
            raise StorageFault(f"{shown} is not in the bin any more; look for it with the file manager.")
        try:
            os.makedirs(os.path.dirname(os.path.abspath(file.path)), exist_ok=True)  # noqa: PTH103
            _move_back(file.place, file.path)
        except FileExistsError as fault:
            raise StorageFault(
                f"Another file is at {shown} by now; move it away, or take yours from the bin with the file "
                "manager."
            ) from fault
        except OSError as fault:
            raise StorageFault(
                f"{shown} could not be put back ({fault.strerror or fault}); {remedy(fault)}."
            ) from fault
        with contextlib.suppress(OSError):
            os.unlink(_info_of(file.place))  # noqa: PTH108 - a path in bytes


def _follows_freedesktop() -> bool:
    return sys.platform not in ("win32", "darwin")


def _check_is_file(path: bytes) -> None:
    try:
        kind = os.lstat(path).st_mode
    except OSError as fault:
        raise StorageFault(f"{display(path)} is no longer there; look at the folder again.") from fault
    if not stat.S_ISREG(kind):
        raise StorageFault(f"{display(path)} is not an ordinary file; delete it with the file manager.")


def _send(path: bytes) -> None:
    from send2trash import send2trash

    send2trash(path if _follows_freedesktop() else os.fsdecode(path))


def _refused(path: bytes, fault: OSError) -> StorageFault:
    # Send2Trash raises a PermissionError of its own where a drive has no bin.
    cause = fault.strerror or str(fault)
    if fault.errno in _NO_BIN:
        way_out = "check that you may write there, or delete it with the file manager"
    else:
        way_out = remedy(fault)
    return StorageFault(f"{display(path)} could not be moved to the bin ({cause}); {way_out}.")


def _move_back(place: bytes, path: bytes) -> None:
    """Rename without overwriting.

    Raises:
        FileExistsError: there is a file by now.
        OSError: the disk refused; the file is still in the bin.
    """
    try:
        os.link(place, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here: the name is taken first, which nobody else can then do.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            os.replace(place, path)  # noqa: PTH105 - a path in bytes
        except OSError:
            os.unlink(path)  # noqa: PTH108
            raise
        return
    os.unlink(place)  # noqa: PTH108


def _place_of(path: bytes) -> bytes:
    """Where a file lies that was put into the bin just now, b"" where it is not found."""
    wanted = _real(path)
    newest, found = -1, b""
    for trash in _trashes(path):
        for info in _infos(trash, path):
            try:
                changed = os.stat(info).st_mtime_ns
            except OSError:
                continue
            if changed > newest and _path_in(info, _base_of(trash)) == wanted:
                place = os.path.join(trash, _FILES, os.path.basename(info)[: -len(_INFO_SUFFIX)])
                if os.path.lexists(place):
                    newest, found = changed, place
    return found


def _trashes(path: bytes) -> Iterator[bytes]:
    """The bins where a file may go: that of the home folder, and the two kinds at the top of its drive."""
    data = os.environb.get(b"XDG_DATA_HOME") or os.path.expanduser(b"~/.local/share")  # noqa: PTH111
    yield os.path.join(data, b"Trash")
    user = str(os.getuid()).encode()
    top = _top_of(os.path.dirname(os.path.realpath(os.path.dirname(path)) + b"/"))
    yield os.path.join(top, b".Trash", user)
    yield os.path.join(top, b".Trash-" + user)


def _top_of(folder: bytes) -> bytes:
    while not os.path.ismount(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return folder


def _base_of(trash: bytes) -> bytes:
    """What a relative path in a bin's notes starts from."""
    around = os.path.dirname(trash)
    return os.path.dirname(around) if os.path.basename(around) == b".Trash" else around


def _infos(trash: bytes, path: bytes) -> Iterator[bytes]:
    """The notes that may be about a file: a number is put behind or into its name where it is taken."""
    stem = os.path.splitext(os.path.basename(path))[0]
    try:
        with os.scandir(os.path.join(trash, _INFO)) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return
    for name in names:
        if name.startswith(stem) and name.endswith(_INFO_SUFFIX):
            yield os.path.join(trash, _INFO, name)


def _path_in(info: bytes, base: bytes) -> bytes:
    """Where the file of a note was, b"" where the note does not tell; percent-encoded bytes, as in a URL."""
    try:
        with open(info, "rb") as stream:  # noqa: PTH123 - a path in bytes
            lines = stream.read(_MOST_INFO_BYTES).splitlines()
    except OSError:
        return b""
    value = next((line[len(b"Path=") :] for line in lines if line.startswith(b"Path=")), b"")
    return _real(os.path.join(base, unquote_to_bytes(value))) if value else b""


def _real(path: bytes) -> bytes:
    """One spelling of where a file is, or was, that follows the links to its folder."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def _info_of(place: bytes) -> bytes:
    files, name = os.path.split(place)
    return os.path.join(os.path.dirname(files), _INFO, name + _INFO_SUFFIX)
