"""What could be meant by the word at the cursor: keys, and the names that a key takes. No widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from photoclip.domain.asked import Key, Shape, Trait
from photoclip.domain.browsing import FolderNode, Sources
from photoclip.domain.changes import AlbumKind
from photoclip.ui import wording
from photoclip.ui.sources.source_nodes import plain

MOST = 8
_SHORTEST = 2
"""Letters of a key before it is offered; after one, every word would bring up a list."""
_KEPT = 5000
"""Names of a kind that are looked through while one types."""
_AT_CURSOR = re.compile(r'(?:^|(?<=\s))[-+]?(?P<word>(?:[^\W\d]+:)?(?:"[^"]*|[^\s"]*))\Z')
_PLAIN = re.compile(r"[\w./\\-]+\Z")
_TYPES = ("jpeg", "png", "heic", "raw", "gif", "webp", "tiff", "avif", "bmp")


@dataclass(frozen=True, slots=True)
class Offer:
    """What is put in place of the characters from `start` to `end`; `shown` and `note` say what it is."""

    start: int
    end: int
    text: str
    shown: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that each key takes, as far as the window has been told."""

    names: Mapping[str, Sequence[str]]


def known(sources: Sources | None = None) -> Known:
    sources = sources or Sources()
    albums = [album.name for album in sources.albums if album.kind is not AlbumKind.GROUP]
    return Known(
        {
            Key.TAG: _distinct(label.label for label in sources.labels),
            Key.ALBUM: _distinct(iter(albums)),
            Key.FOLDER: _distinct(_folders(sources.folders)),
            Key.TYPE: _TYPES,
            Key.IS: (Trait.FAVOURITE.value, Trait.UNTAGGED.value),
            Key.HAS: (Trait.GPS.value,),
            Key.ORIENTATION: tuple(shape.value for shape in Shape),
            Key.RATING: (">=3", ">=4", "5"),
        }
    )


def offers(text: str, cursor: int, names: Known) -> list[Offer]:
    """At most `MOST`; none where the cursor is within a word."""
    if cursor < len(text) and not text[cursor].isspace():
        return []
    found = _AT_CURSOR.search(text[:cursor])
    if found is None:
        return []
    word, start = found["word"], found.start("word")
    key, colon, value = word.partition(":")
    if colon:
        return _names(key.casefold(), value.lstrip('"'), start + len(key) + 1, cursor, names)
    return _keys(word.casefold(), start, cursor) if len(word) >= _SHORTEST else []


def is_unfinished(text: str) -> bool:
    """Whether a text ends in a key whose value is still to come."""
    found = _AT_CURSOR.search(text)
    key, colon, value = found["word"].partition(":") if found else ("", "", "")
    return bool(colon) and not value.strip('"') and key.casefold() in key_notes()


def _keys(word: str, start: int, end: int) -> list[Offer]:
    return [
        Offer(start, end, f"{key}:", f"{key}:", note)
        for key, note in key_notes().items()
        if key.startswith(word)
    ]


def _names(key: str, typed: str, start: int, end: int, names: Known) -> list[Offer]:
    wanted = typed.casefold()
    all_of_it = names.names.get(key, ())
    begun = [name for name in all_of_it if name.casefold().startswith(wanted)]
    within = [name for name in all_of_it if wanted in name.casefold() and name not in begun]
    found = [name for name in (*begun, *within) if name.casefold() != wanted][:MOST]
    return [Offer(start, end, f"{_written(name)} ", name) for name in found]


def _written(name: str) -> str:
    return name if _PLAIN.match(name) or name.startswith(">=") else f'"{name}"'


def _distinct(names: Iterator[str]) -> tuple[str, ...]:
    """A name with a quotation mark cannot be written in a query; nor one that hides characters."""
    fit = (name for name in names if name and '"' not in name and plain(name) == name)
    return tuple(dict.fromkeys(name for name, _ in zip(fit, range(_KEPT), strict=False)))


def _folders(nodes: Sequence[FolderNode]) -> Iterator[str]:
    for node in nodes:
        yield wording.place(node.name)
        yield from _folders(node.children)


def key_notes() -> dict[str, str]:
    """Every key with a few words about it."""
    translate = QCoreApplication.translate
    return {
        Key.DATE: translate("keys", "when it was taken"),
        Key.FOLDER: translate("keys", "in which folder it is"),
        Key.ALBUM: translate("keys", "in which album it is"),
        Key.TAG: translate("keys", "which label it has"),
        Key.CAMERA: translate("keys", "with which camera"),
        Key.LENS: translate("keys", "with which lens"),
        Key.TYPE: translate("keys", "the kind of file"),
        Key.RATING: translate("keys", "its stars"),
        Key.IS: translate("keys", "favourite or untagged"),
        Key.HAS: translate("keys", "gps: a known place"),
        Key.NEAR: translate("keys", "close to a place"),
        Key.ORIENTATION: translate("keys", "portrait, landscape or square"),
        "similar": translate("keys", "like a picture file"),
    }
