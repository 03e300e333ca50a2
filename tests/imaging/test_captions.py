"""What people and programs have written into photos is found wherever it stands, and nothing else is."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.PngImagePlugin import PngInfo

from photoclip.imaging.captions import caption_of
from photoclip.imaging.sense import MOST_CAPTION, is_caption

UTF_8 = b"\x1c\x01\x5a\x00\x03\x1b%G"


def exif_with(first=(), comment: object = None, **_) -> Image.Exif:
    exif = Image.Exif()
    for tag, value in dict(first).items():
        exif[tag] = value
    if comment is not None:
        exif.get_ifd(IFD.Exif)[Base.UserComment] = comment
        exif[IFD.Exif] = exif.get_ifd(IFD.Exif)
    return exif


def told(first=(), comment: object = None, iptc: bytes = b"", xmp: bytes = b"") -> list[str]:
    exif = exif_with(first)
    caption = caption_of(exif, {} if comment is None else {Base.UserComment: comment}, iptc, xmp)
    assert is_caption(caption)
    return caption.split("\n") if caption else []


def data_set(number: int, data: bytes) -> bytes:
    return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(data)) + data


def packet(title: str = "", description: str = "") -> bytes:
    inner = "".join(
        f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></dc:{name}>'
        for name, text in (("title", title), ("description", description))
        if text
    )
    return f"<x:xmpmeta><rdf:RDF><rdf:Description>{inner}</rdf:Description></rdf:RDF></x:xmpmeta>".encode()


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".tif"])
def test_texts_of_a_file_are_read_with_and_without_its_pixels(tmp_path, scene, read, extension):
    path = tmp_path / f"a{extension}"
    exif = exif_with({Base.ImageDescription: "Anna at sea"}, b"ASCII\0\0\0a windy day")
    xmp = packet("The ferry", "Anna at sea")
    if extension == ".png":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        scene(60, 40).save(path, exif=exif, pnginfo=info)
    elif extension == ".tif":
        exif[700] = xmp
        scene(60, 40).save(path, exif=exif)
    else:
        scene(60, 40).save(path, exif=exif, xmp=xmp)
    for details in (read(path, thumbnail=True).details, read(path, details_only=True).details):
        assert details.caption == "The ferry\nAnna at sea\na windy day"


def test_the_block_of_iptc_of_a_jpeg_is_read(tmp_path, scene, read):
    path = tmp_path / "a.jpg"
    scene(60, 40).save(path)
    block = UTF_8 + data_set(5, b"Title") + data_set(120, "Überfahrt".encode()) + data_set(25, b"keyword")
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block + b"\0" * (len(block) % 2)
    segment = b"Photoshop 3.0\0" + resource
    whole = path.read_bytes()
    path.write_bytes(whole[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + whole[2:])
    for details in (read(path, thumbnail=True).details, read(path, details_only=True).details):
        assert details.caption == "Title\nÜberfahrt"


def test_windows_writes_wide_letters_and_others_what_they_like():
    assert told({Base.XPTitle: "Fähre 渡轮".encode("utf-16-le") + b"\0\0"}) == ["Fähre 渡轮"]
    assert told({Base.XPComment: tuple("Hi".encode("utf-16-le"))}) == ["Hi"]
    assert told({Base.XPSubject: (1 << 70, "x")}) == []
    assert told({Base.ImageDescription: "FÃ¤hre"}) == ["Fähre"]
    assert told({Base.ImageDescription: "Fähre"}) == ["Fähre"]


@pytest.mark.parametrize(
    ("comment", "lines"),
    [
        (b"ASCII\0\0\0a dog\0\0\0", ["a dog"]),
        (b"\0" * 8 + b"a dog", ["a dog"]),
        (b"UNICODE\0" + "a dog".encode("utf-16-le"), ["a dog"]),
        (b"UNICODE\0" + "a dog".encode("utf-16-be"), ["a dog"]),
        (b"UNICODE\0" + "狗".encode("utf-16-le"), ["狗"]),
        (b"JIS\0\0\0\0\0" + "犬".encode("iso2022_jp"), ["犬"]),
        (b"a dog on a beach", ["a dog on a beach"]),
        ("a dog", ["a dog"]),
        (b"ASCII\0\0\0" + b" " * 100, []),
        (b"", []),
        (7, []),
    ],
)
def test_a_comment_is_read_in_its_own_letters(comment, lines):
    assert told(comment=comment) == lines


def test_a_caption_in_iptc_may_be_in_older_letters():
    assert told(iptc=data_set(120, "Fähre".encode("latin-1"))) == ["Fähre"]
    assert told(iptc=data_set(105, b"Head") + data_set(120, b"cut off")[:-3]) == ["Head", "cut"]
    assert told(iptc=b"\x1c\x02\x78\xff\xff") == []
    assert told(iptc=b"nonsense" * 100) == []


@pytest.mark.parametrize(
    ("xmp", "lines"),
    [
        (packet("A &amp; B &#228;&#x1F40B;"), ["A & B ä🐋"]),
        (packet("<![CDATA[A & B]]>"), ["A & B"]),
        (b"<dc:title>plain</dc:title>", ["plain"]),
        (b"<dc:title rdf:parseType='x'>plain</dc:title>", ["plain"]),
        (b"<dc:title/><dc:description/>", []),
        (b"<dc:titles>no</dc:titles>", []),
        (b"<dc:title><rdf:Alt/></dc:title>", []),
        (b"<dc:title>never closed", []),
        (b"<dc:title", []),
        (b" " * 300_000 + packet("too far"), []),
    ],
)
def test_titles_and_descriptions_of_a_packet_are_read(xmp, lines):
    assert told(xmp=xmp) == lines


def test_entities_that_a_packet_declares_are_not_looked_up():
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    assert told(xmp=bomb + packet("&b; &f;")) == ["&b; &f;"]


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "KONICA MINOLTA DIGITAL CAMERA", "Minolta DSC",
        "DCIM\\100MEDIA\\DJI_0001.JPG", "Exif_JPEG_PICTURE", "SAMSUNG", "Digital Still Camera", "default",
        "GE DIGITAL CAMERA", "Created with GIMP",
    ],
)  # fmt: skip
def test_what_a_camera_writes_into_every_photo_is_left_out(text):
    assert told({Base.ImageDescription: text}) == []
    assert told({Base.ImageDescription: f"My {text}"}) == [" ".join(f"My {text}".split())]


def test_a_caption_is_lines_for_people():
    assert told({Base.ImageDescription: "a\tb\r\n\r\n c \x1b[2J\u202ed"}) == ["a b", "c [2J d"]
    assert told(xmp=packet("Dog", "DOG")) == ["Dog"]
    assert told(xmp=packet("👩‍👧")) == ["👩‍👧"]


def test_a_long_caption_is_cut():
    (line,) = told({Base.ImageDescription: "x" * 1_000_000})
    assert len(line) == MOST_CAPTION


@settings(max_examples=300)
@given(st.binary(max_size=200), st.binary(max_size=200), st.binary(max_size=200))
def test_no_bytes_make_it_fail(comment, iptc, xmp):
    told({Base.XPTitle: comment}, comment, b"\x1c\x02\x78" + iptc, b"<dc:title>" + xmp + b"</dc:title>")


def test_no_packet_takes_long():
    drawn = random.Random(3)
    parts = [b"<dc:title", b">", b"<rdf:li", b"</rdf:li", b"</dc:title", b"<", b"&"]
    for _ in range(20):
        told(xmp=b"".join(drawn.choice(parts) for _ in range(60_000)))
    told(xmp=b"<dc:title>" * 30_000)
