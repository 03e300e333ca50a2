"""Photos on their way out of the window: as ids for photoclip itself, as files for every other program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

from photoclip.domain.photos import PhotoRow
from photoclip.ui.actions import desktop

PHOTOS_TYPE = "application/x-photoclip-photos"
"""A JSON list of photo ids."""
_MOST_BYTES = 1 << 25
_LARGEST_ID = (1 << 63) - 1


def mime_of(photo_ids: Sequence[int], loaded: Iterable[PhotoRow]) -> QMimeData:
    """What is dragged or copied: all ids, and the files of those photos that are loaded and within reach."""
    mime = QMimeData()
    mime.setData(PHOTOS_TYPE, json.dumps([int(photo_id) for photo_id in photo_ids]).encode())
    urls = [desktop.file_url(photo.path) for photo in loaded if not photo.offline]
    if urls:
        mime.setUrls(urls)
    return mime


def photo_ids(mime: QMimeData) -> tuple[int, ...]:
    """The photos in a drag; none where it has none, or what calls itself so is something else."""
    if not mime.hasFormat(PHOTOS_TYPE):
        return ()
    data = bytes(mime.data(PHOTOS_TYPE).data())
    if len(data) > _MOST_BYTES:
        return ()
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(found, list):
        return ()
    sound = all(type(photo_id) is int and 0 < photo_id <= _LARGEST_ID for photo_id in found)
    return tuple(found) if sound else ()
