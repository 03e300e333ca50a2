"""What the settings are called and do, in words for people; no widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoclip.ui import wording


def title(name: str) -> str:
    """The label of a setting's field."""
    return {
        "model": QCoreApplication.translate("settings", "Model"),
        "next_model": QCoreApplication.translate("settings", "Model being made ready"),
        "device": QCoreApplication.translate("settings", "Runs on"),
        "theme": QCoreApplication.translate("settings", "Appearance"),
        "ignore": QCoreApplication.translate("settings", "Ignored names"),
        "follow_links": QCoreApplication.translate("settings", "Follow links to other folders"),
        "processors": QCoreApplication.translate("settings", "Processors"),
        "memory_mb": QCoreApplication.translate("settings", "Memory for reading photos"),
        "on_battery": QCoreApplication.translate("settings", "On battery"),
        "language": QCoreApplication.translate("settings", "Language"),
        "thumbnail_px": QCoreApplication.translate("settings", "Size of thumbnails"),
        "thumbnails_dir": QCoreApplication.translate("settings", "Place of thumbnails"),
        "thumbnail_memory_mb": QCoreApplication.translate("settings", "Memory for thumbnails"),
    }[name]


def effect(name: str) -> str:
    """What a setting does, in a sentence or two."""
    return {
        "model": QCoreApplication.translate("settings", "The model that answers your searches."),
        "next_model": QCoreApplication.translate(
            "settings", "Takes over once it has read every photo; empty where there is none."
        ),
        "device": QCoreApplication.translate(
            "settings", "At once: the model is loaded anew. The processor is used where it fails."
        ),
        "theme": QCoreApplication.translate("settings", "Light or dark, at once."),
        "ignore": QCoreApplication.translate(
            "settings",
            "One on each line. “*.tmp” is every file of that kind, “Rejects/” every folder of that name, "
            "“2019/raw/*” a place below a watched folder.",
        ),
        "follow_links": QCoreApplication.translate(
            "settings", "Folders that a symbolic link leads to are looked through as well, each one once."
        ),
        "processors": QCoreApplication.translate(
            "settings", "The most that reading photos and the model may use, from now on."
        ),
        "memory_mb": QCoreApplication.translate(
            "settings", "Less memory reads fewer photos at a time, and not the very largest."
        ),
        "on_battery": QCoreApplication.translate(
            "settings", "What becomes of reading photos while the computer is not plugged in."
        ),
        "language": QCoreApplication.translate(
            "settings", "Of the window. Which languages searches take depends on the model."
        ),
        "thumbnail_px": QCoreApplication.translate(
            "settings", "The longest side. Thumbnails are made anew in this size as they are needed."
        ),
        "thumbnails_dir": QCoreApplication.translate(
            "settings", "Thumbnails can always be made again, so any drive with room will do."
        ),
        "thumbnail_memory_mb": QCoreApplication.translate(
            "settings", "More makes scrolling back smoother, less leaves room for other programs."
        ),
    }[name]


def choice(name: str, value: object) -> str:
    """One of a setting's choices."""
    return {
        ("device", "auto"): QCoreApplication.translate("settings", "The fastest that works"),
        ("device", "cuda"): QCoreApplication.translate("settings", "NVIDIA graphics card (CUDA)"),
        ("device", "mps"): QCoreApplication.translate("settings", "Apple graphics (MPS)"),
        ("device", "cpu"): QCoreApplication.translate("settings", "Processor"),
        ("theme", "system"): QCoreApplication.translate("settings", "As the system"),
        ("theme", "light"): QCoreApplication.translate("settings", "Light"),
        ("theme", "dark"): QCoreApplication.translate("settings", "Dark"),
        ("on_battery", "continue"): QCoreApplication.translate("settings", "Go on as usual"),
        ("on_battery", "slow"): QCoreApplication.translate("settings", "Go on slowly"),
        ("on_battery", "pause"): QCoreApplication.translate("settings", "Pause"),
        ("language", "system"): QCoreApplication.translate("settings", "As the system"),
        # A language is called by its own name, so that whoever needs it can read it.
        ("language", "en"): "English",
        ("language", "zh_CN"): "简体中文",
        ("thumbnail_px", 256): QCoreApplication.translate("settings", "Small (256 pixels)"),
        ("thumbnail_px", 512): QCoreApplication.translate("settings", "Medium (512 pixels)"),
        ("thumbnail_px", 1024): QCoreApplication.translate("settings", "Large (1024 pixels)"),
    }[name, value]


def none(name: str) -> str:
    """What 0 or nothing means where it stands for no limit or the usual place."""
    return {
        "processors": QCoreApplication.translate("settings", "All"),
        "memory_mb": QCoreApplication.translate("settings", "No limit"),
        "thumbnails_dir": QCoreApplication.translate("settings", "In the library"),
    }.get(name, "")


def suffix(name: str) -> str:
    """The unit of a number."""
    return QCoreApplication.translate("settings", " MB") if name.endswith("_mb") else ""


def pattern(text: str) -> str:
    """What one ignored pattern means."""
    folders, bare = text.endswith("/"), text.rstrip("/")
    if "/" in bare and folders:
        words = QCoreApplication.translate("settings", "the folders “{place}” below a watched folder")
    elif "/" in bare:
        words = QCoreApplication.translate("settings", "whatever lies at “{place}” below a watched folder")
    elif folders:
        words = QCoreApplication.translate("settings", "every folder called “{place}” with all it holds")
    else:
        words = QCoreApplication.translate("settings", "every file or folder called “{place}”")
    return words.format(place=wording.place(bare))


def patterns(texts: tuple[str, ...]) -> str:
    """What the ignored patterns mean together."""
    if not texts:
        return QCoreApplication.translate("settings", "Nothing more than caches, bins and hidden files.")
    said = "; ".join(map(pattern, texts[:4]))
    if len(texts) > 4:
        said += QCoreApplication.translate("settings", "; and {number} more").format(
            number=wording.number(len(texts) - 4)
        )
    return QCoreApplication.translate("settings", "Passes over {patterns}.").format(patterns=said)
