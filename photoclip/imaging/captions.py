"""What people and programs have written into a photo: titles and descriptions, wherever they stand."""

from __future__ import annotations

import contextlib
import html
import re
import struct
from collections.abc import Iterator, Mapping
from typing import Any, Final

from PIL import Image
from PIL.ExifTags import Base

from photoclip.imaging.exif import BAD_METADATA
from photoclip.imaging.sense import MOST_CAPTION, tidy_lines

_MOST_BYTES = 8 * MOST_CAPTION
"""Of each text; whatever is behind would be cut off anyway."""
_MOST_XMP = 1 << 18
_MOST_SETS = 1000
_MOST_ITEMS = 20

_TITLES = (Base.XPTitle, Base.XPSubject, Base.XPComment)
_COMMENT_CODE_BYTES = 8
"""EXIF 2.32, tag 0x9286: a text begins with the name of its character set."""

# IPTC-IIM 4.2: the character set in record 1; object name, headline and caption in record 2.
_SET_MARK = 0x1C
_CHARACTER_SET = (1, 90)
_UTF_8 = b"\x1b%G"
_IPTC_TEXTS = ((2, 5), (2, 105), (2, 120))

_XMP_TEXTS: Final = (b"dc:title", b"dc:description")

# What cameras write into every photo, so that it says nothing of any.
_BOILERPLATE = re.compile(
    r"""(?:(?:olympus|sony|ge|(?:konica[ ])?minolta|pentax|samsung|kodak|casio|sanyo|ricoh|fujifilm)[ ])?
        (?:digital[ ]camera|digital[ ]still[ ]camera|dsc)
    |samsung|exif[_ ]jpeg(?:[_ ]picture)?|jpeg[ ]?picture|default|untitled|picture|ascii|unicode
    |created[ ]with[ ](?:the[ ])?gimp|hdrpl|cof|rhdr|mde|sdr|edf|fbt|ptr|vtr|oznor
    |dcim\\.*|lead[ ]technologies.*""",
    re.IGNORECASE | re.VERBOSE,
)


def caption_of(exif: Image.Exif, shot: Mapping[int, Any], iptc: bytes, xmp: bytes) -> str:
    """All texts, a line each, each once; empty where there are none.

    `shot` is the EXIF directory, `iptc` a block of IPTC-IIM, `xmp` a packet.
    """
    lines: dict[str, str] = {}
    for text in (*_in_xmp(xmp), *_in_iptc(iptc), *_in_exif(exif, shot)):
        for line in tidy_lines(text):
            if not _BOILERPLATE.fullmatch(line):
                lines.setdefault(line.casefold(), line)
    return "\n".join(lines.values())[:MOST_CAPTION].strip()


def _in_exif(exif: Image.Exif, shot: Mapping[int, Any]) -> Iterator[str]:
    for tag in _TITLES:
        yield _wide(_value(exif, tag), little=True)
    yield _plain(_value(exif, Base.ImageDescription))
    comment = shot.get(Base.UserComment)
    if isinstance(comment, bytes):
        yield _comment(comment[: _MOST_BYTES + _COMMENT_CODE_BYTES], little=exif.endian != ">")
    else:
        yield _plain(comment)


def _value(exif: Image.Exif, tag: int) -> object:
    try:
        return exif.get(tag)
    except BAD_METADATA:
        return None


def _plain(value: object) -> str:
    """A text in UTF-8 or else Latin-1; Pillow has read it as the latter."""
    if isinstance(value, bytes):
        value = value[:_MOST_BYTES].decode("latin-1")
    if not isinstance(value, str):
        return ""
    text = value[:_MOST_BYTES].split("\0", 1)[0]
    with contextlib.suppress(UnicodeError):
        return text.encode("latin-1").decode("utf-8")
    return text


def _wide(value: object, *, little: bool) -> str:
    """UTF-16, as Windows writes its fields: bytes, or a tuple of them."""
    if isinstance(value, tuple):
        try:
            value = bytes(value[:_MOST_BYTES])
        except (TypeError, ValueError):
            return ""
    if not isinstance(value, bytes):
        return ""
    data = value[:_MOST_BYTES]
    return data.decode("utf-16-le" if little else "utf-16-be", "replace").split("\0", 1)[0].lstrip("\ufeff")


def _comment(value: bytes, *, little: bool) -> str:
    code, text = value[:_COMMENT_CODE_BYTES], value[_COMMENT_CODE_BYTES:]
    if code.startswith(b"UNICODE"):
        # The byte order should be that of the file, and often is not: Latin letters tell.
        high, low = text[::2].count(0), text[1::2].count(0)
        return _wide(text, little=little if high == low else low > high)
    if code.startswith(b"JIS"):
        return text.decode("iso2022_jp", "replace")
    return _plain(text if not code.strip(b"\0 ") or code.startswith(b"ASCII") else value)


def _in_iptc(block: bytes) -> Iterator[str]:
    """Texts of a block of data sets: a mark, record, number, two bytes of length, data."""
    utf_8, at = False, 0
    for _ in range(_MOST_SETS):
        head = block[at : at + 5]
        if len(head) < 5 or head[0] != _SET_MARK:
            return
        (length,) = struct.unpack(">H", head[3:])
        data, which = block[at + 5 : at + 5 + length], (head[1], head[2])
        at += 5 + length
        if which == _CHARACTER_SET:
            utf_8 = data == _UTF_8
        elif which in _IPTC_TEXTS:
            yield data.decode("utf-8", "replace") if utf_8 else _plain(data)


def _in_xmp(packet: bytes) -> Iterator[str]:
    """The items of the two properties; entities that a packet declares are never looked up."""
    packet = packet[:_MOST_XMP]
    for name in _XMP_TEXTS:
        for whole in _elements(packet, name):
            for item in list(_elements(whole, b"rdf:li")) or [whole]:
                text = item[:_MOST_BYTES].removeprefix(b"<![CDATA[").removesuffix(b"]]>")
                if b"<" not in text:
                    yield html.unescape(text.decode("utf-8", "replace"))


def _elements(packet: bytes, name: bytes) -> Iterator[bytes]:
    """What is between the tags of elements of this name."""
    at = 0
    for _ in range(_MOST_ITEMS):
        begin = packet.find(b"<" + name, at)
        start = packet.find(b">", begin) + 1
        end = packet.find(b"</" + name, start)
        if begin < 0 or start == 0 or end < 0:
            return
        opened = packet[begin + 1 + len(name) : start - 1]
        if opened.endswith(b"/") or opened[:1].strip(b" \t\r\n"):
            at = start  # an empty element, or one whose name only begins so
            continue
        yield packet[start:end].strip()
        at = end
