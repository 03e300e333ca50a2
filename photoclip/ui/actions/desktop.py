"""Handing photos to the rest of the desktop: default program, file manager, dropped folders."""

from __future__ import annotations

import os
import sys
from pathlib import PurePath
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QMimeData, QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def file_url(path: bytes) -> QUrl:
    """A URL of a file whose name may not be UTF-8: each byte stays what it is."""
    if os.name == "posix":
        return QUrl.fromEncoded(b"file://" + quote_from_bytes(path).encode(), QUrl.ParsingMode.StrictMode)
    return QUrl.fromLocalFile(os.fsdecode(path))


def local_path(url: QUrl) -> str:
    """The path of a local URL in Python's own spelling, which keeps bytes that are not UTF-8."""
    if os.name == "posix":
        return os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))
    return url.toLocalFile()


def local_paths(mime: QMimeData) -> list[str]:
    """The local files and folders of a drag."""
    return [local_path(url) for url in mime.urls() if url.isLocalFile()]


class Desktop(QObject):
    """Opens things in other programs; none of its methods waits for them."""

    def open_file(self, path: bytes) -> bool:
        return QDesktopServices.openUrl(file_url(path))

    def open_folder(self, path: bytes) -> bool:
        """Show what is in a folder, in the file manager."""
        return QDesktopServices.openUrl(file_url(path))

    def show_in_folder(self, path: bytes) -> bool:
        """Show the file in the file manager: selected where that is possible, else its folder."""
        if sys.platform == "darwin":
            return bool(QProcess.startDetached("open", ["-R", os.fsdecode(path)])[0])
        if sys.platform == "win32":
            return bool(QProcess.startDetached("explorer", ["/select,", os.fsdecode(path)])[0])
        if self._ask_file_manager(path):
            return True
        return QDesktopServices.openUrl(file_url(os.fsencode(PurePath(os.fsdecode(path)).parent)))

    def _ask_file_manager(self, path: bytes) -> bool:
        # Imported where it is used: a desktop without D-Bus loses nothing at the start.
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.sessionBus()
        interface = bus.interface() if bus.isConnected() else None
        service = "org.freedesktop.FileManager1"
        if interface is None or service not in interface.activatableServiceNames().value():
            return False
        call = QDBusMessage.createMethodCall(
            service, "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "ShowItems"
        )
        call.setArguments([[bytes(file_url(path).toEncoded().data()).decode()], ""])
        return bus.send(call)
