"""What a library must know, found by looking at the disk without photoclip."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from photoclip.domain.catalog import Catalog

Places = dict[bytes, bytes]
"""The content hash of a photo by its path."""


def on_disk(folder: Path) -> Places:
    """All whole photos below a folder."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            data = Path(place, name).read_bytes()
            if data.endswith(b"IEND\xaeB`\x82"):
                found[os.fsencode(Path(place, name))] = hashlib.blake2b(data, digest_size=16).digest()
    return found


def in_sight(catalog: Catalog) -> Places:
    """What a library has in sight and can show."""
    shown = set(catalog.photos.in_sight().tolist())
    known = {row.content_hash for row in catalog.photos.rows(sorted(shown))}
    return {path: photo for path, _, _, photo in catalog.files.in_sight() if photo in known}
