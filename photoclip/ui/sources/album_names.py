"""Names of albums: unique among siblings, and fit to be read."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from photoclip.ui.sources.source_nodes import plain

LONGEST = 120


def tidy(name: str) -> str:
    return " ".join(plain(name).split())


def wrong(name: str, taken: Collection[str]) -> str:
    """What is wrong with a name, in a sentence; "" where nothing is."""
    name = tidy(name)
    if not name:
        return QCoreApplication.translate("albums", "Give it a name.")
    if len(name) > LONGEST:
        text = QCoreApplication.translate("albums", "The name may have at most {number} characters.")
        return text.format(number=LONGEST)
    if name.casefold() in {other.casefold() for other in taken}:
        return QCoreApplication.translate("albums", "There is one of this name here already.")
    return ""


def free(name: str, taken: Collection[str]) -> str:
    """The name itself, or with the first number that makes it unique."""
    folded = {other.casefold() for other in taken}
    name = tidy(name)[: LONGEST - 8]
    number, tried = 1, name
    while tried.casefold() in folded:
        number += 1
        tried = f"{name} {number}"
    return tried
