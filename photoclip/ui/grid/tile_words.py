"""What a photo of the grid is called, and what is said of it to those who point at it or cannot see it."""

from __future__ import annotations

import html
import os
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from photoclip import paths
from photoclip.domain.photos import PhotoRow
from photoclip.ui import wording


def file_name(photo: PhotoRow) -> str:
    """The file's name, fit to be shown."""
    return paths.display(os.fsencode(PurePath(os.fsdecode(photo.path)).name))


def notes(photo: PhotoRow) -> list[str]:
    """What is special about a photo, in sentences; its badges in words."""
    found = []
    if photo.problem:
        found.append(photo.problem)
    if photo.offline:
        found.append(QCoreApplication.translate("tile", "Its drive is not connected."))
    if photo.still_of_live:
        found.append(QCoreApplication.translate("tile", "A live photo; its video is not beside it."))
    return found


def tool_tip(photo: PhotoRow, relevance: float | None) -> str:
    """Rich text; every part that comes from a file is escaped, or its name could pass for markup."""
    taken = photo.taken_at.replace("T", " ") if photo.taken_at else ""
    size = f"{photo.width} × {photo.height}"
    lines = [f"<b>{html.escape(file_name(photo))}</b>"]
    if relevance is not None:
        lines.append(_match(relevance))
    lines.append(" · ".join(html.escape(part) for part in (taken, size) if part))
    lines.append(html.escape(paths.display(os.fsencode(PurePath(os.fsdecode(photo.path)).parent))))
    lines += [html.escape(note) for note in notes(photo)]
    return "<p style='white-space:pre'>" + "<br>".join(lines) + "</p>"


def spoken(photo: PhotoRow, relevance: float | None, judged: int = 0) -> str:
    """One line for screen readers: the name, and all that badges show.

    `judged` is 1 for a photo that is liked in this search, -1 for one that is not, else 0.
    """
    parts = [file_name(photo)]
    if relevance is not None:
        parts.append(_match(relevance))
    if judged:
        liked = QCoreApplication.translate("tile", "liked for this search")
        parts.append(liked if judged > 0 else QCoreApplication.translate("tile", "not liked for this search"))
    if photo.rating:
        parts.append(stars(photo.rating))
    if photo.favourite:
        parts.append(QCoreApplication.translate("tile", "favourite"))
    return ", ".join(parts + notes(photo))


def stars(rating: int) -> str:
    if rating == 1:
        return QCoreApplication.translate("tile", "1 star")
    return QCoreApplication.translate("tile", "{number} stars").format(number=rating)


def _match(relevance: float) -> str:
    return QCoreApplication.translate("tile", "{share} match").format(share=wording.percent(relevance))
