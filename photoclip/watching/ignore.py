"""What a user would not want to see among photos."""

from __future__ import annotations

_FOLDERS = frozenset(
    name.encode()
    for name in (
        "@eadir",  # Synology thumbnails
        "#recycle",
        "#snapshot",
        "$recycle.bin",
        "system volume information",
        "lost+found",
        "__macosx",
        "node_modules",
        "__pycache__",
        "site-packages",
        "lightroom previews",
    )
)
_FOLDER_ENDINGS = (b".lrdata", b".lrcat-data", b".photoslibrary-journal", b".app")
_FILES = frozenset(name.encode() for name in ("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"))


def skip_folder(name: bytes) -> bool:
    """Hidden folders, caches, bins and program folders, by name."""
    lower = name.lower()
    return name.startswith(b".") or lower in _FOLDERS or lower.endswith(_FOLDER_ENDINGS)


def skip_file(name: bytes) -> bool:
    """AppleDouble shadows (`._IMG.jpg`) and the droppings of file managers, by name."""
    return name.startswith((b"._", b".DS_Store")) or name.lower() in _FILES
