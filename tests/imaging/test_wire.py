"""What a decoding process sends is believed no more than the file that it reads."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import astuple, replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode
from photoclip.domain.errands import CopyMetadata
from photoclip.domain.photos import PhotoDetails, Problem, ProblemKind
from photoclip.imaging import child, process, wire
from photoclip.imaging.process import DecodingProcess

FULL = DecodeRequest(b"a.jpg", preprocess=Preprocess(4, 5, "bicubic", ResizeMode.SHORTEST), thumbnail=True)
FINGERPRINT = DecodeRequest(b"a.jpg", fingerprint_only=True)
DETAILED = DecodeRequest(b"a.jpg", details_only=True)
PICTURE = DecodeRequest(b"a.jpg", picture=(0, 10), metadata=CopyMetadata.KEEP)
SHOT = ["Canon EOS 5D", "EF 50mm", 48.5, -2.5, 0.004, 2.8, 400, 50.0, True, "Anna\nat sea", 12.5]
BARE = ["", "", None, None, None, None, None, None, False, "", None]
DETAILS = [800, 600, "JPEG", "2020-01-02T03:04:05", *SHOT]
EXIF = b"Exif\0\0" + bytes(20)
XMP = b"<x/>"
JPEG = b"\xff\xd8\xff" + bytes(97)
PIXELS = bytes(4 * 5 * 3)


def message(header: object, body: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(4, "big") + text + body


def header(**changes: object) -> dict[str, object]:
    usual = {
        "hash": "ab" * 16,
        "details": DETAILS,
        "thumbnail": len(JPEG),
        "exif": 0,
        "xmp": 0,
        "picture": None,
    }
    return usual | changes


def with_shot(**changes: object) -> list[object]:
    return list(astuple(replace(PhotoDetails(*DETAILS), **changes)))  # type: ignore[arg-type]


def picture_header(**changes: object) -> dict[str, object]:
    usual = header(thumbnail=0, exif=len(EXIF), xmp=len(XMP), picture=[2, 3])
    return usual | changes


def test_an_answer_arrives_as_it_was_sent() -> None:
    pixels = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)
    sent = Decoded(b"x" * 16, PhotoDetails(*DETAILS), JPEG, pixels)  # type: ignore[arg-type]
    found = wire.unpack(wire.pack(sent), FULL)
    assert isinstance(found, Decoded)
    assert (found.content_hash, found.details, found.thumbnail) == (b"x" * 16, sent.details, JPEG)
    assert found.pixels is not None
    assert np.array_equal(found.pixels, pixels)
    assert found.pixels.flags.writeable
    assert wire.unpack(wire.pack(Decoded(b"x" * 16)), FINGERPRINT) == Decoded(b"x" * 16)
    for kind in ProblemKind:
        problem = Problem(kind, "The file is named é.jpg.")
        assert wire.unpack(wire.pack(problem), FULL) == problem


NONSENSE: dict[str, list[object]] = {
    "camera": [None, 7, "two\nlines", "\x1b[2J", "x" * 101, " x", "\udcff", "turned \u202eback"],
    "lens": [None, "\0"],
    "latitude": [None, 91.0, float("nan"), float("inf"), 48, "48"],
    "longitude": [None, -181.0, True],
    "exposure": [0.0, -1.0, float("nan"), 1e9, "1/250", 1],
    "f_number": [0.0, float("inf")],
    "iso": [0, 1.5, True, 1 << 40],
    "focal_length": [-5.0, 1e9],
    "live": [1, None, "yes"],
    "caption": [None, 7, "\n", "a\n\nb", "a\r\nb", "two  spaces", "x" * 4001, "turned \u202eback", "\x1b[2J"],
    "sharpness": [-1.0, float("nan"), 1e12],
}


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\0\0\0\0",
        b"\xff\xff\xff\xff{}",
        message([]),
        message(None),
        message({}),
        b"\0\0\0\x04\xff\xfe\xfd\xfc",
        b"\0\0\x27\x10" + b"[" * 10_000,
        pickle.dumps(Decoded(b"x" * 16)),
        message({"problem": "nonsense", "reason": "x"}),
        message({"problem": "damaged", "reason": ""}),
        message({"problem": "damaged", "reason": "\x1b[2J"}),
        message({"problem": "damaged", "reason": "two\nlines"}),
        message({"problem": "damaged", "reason": "\udcff"}),
        message({"problem": "damaged", "reason": "x" * 2001}),
        message({"problem": "damaged", "reason": "x", "more": 1}),
        message({"problem": "damaged", "reason": "x"}, b"more"),
        message({"problem": ["damaged"], "reason": "x"}),
        message(header(hash="ab" * 15), JPEG + PIXELS),
        message(header(hash="AB" * 16), JPEG + PIXELS),
        message(header(hash="../../../../../../../etc/passwd0"), JPEG + PIXELS),
        message(header(details=None), JPEG + PIXELS),
        message(header(details=[800, 600, "JPEG"]), JPEG + PIXELS),
        message(header(details=[800, 0, "JPEG", None, *BARE]), JPEG + PIXELS),
        message(header(details=[True, 600, "JPEG", None, *BARE]), JPEG + PIXELS),
        message(header(details=[1 << 70, 600, "JPEG", None, *BARE]), JPEG + PIXELS),
        message(header(details=[800, 1.5, "JPEG", None, *BARE]), JPEG + PIXELS),
        message(header(details=[800, 600, "J\x1bPEG", None, *BARE]), JPEG + PIXELS),
        message(header(details=[800, 600, "JPEG", "yesterday", *BARE]), JPEG + PIXELS),
        message(header(details=[800, 600, "JPEG", "2020-01-02T03:04:05\n", *BARE]), JPEG + PIXELS),
        *(
            message(header(details=with_shot(**{name: value})), JPEG + PIXELS)
            for name, values in NONSENSE.items()
            for value in values
        ),
        message(header(details=DETAILS[:-1]), JPEG + PIXELS),
        message(header(details=[*DETAILS, None]), JPEG + PIXELS),
        message(header(details=dict(enumerate(DETAILS))), JPEG + PIXELS),
        message(header(exif=len(EXIF)), JPEG + EXIF + PIXELS),
        message(header(xmp=len(XMP)), JPEG + XMP + PIXELS),
        message(header(exif=True), JPEG + PIXELS),
        message(header(picture=[2, 3]), JPEG + PIXELS),
        message(header(thumbnail=-1), JPEG + PIXELS),
        message(header(thumbnail=True), JPEG + PIXELS),
        message(header(thumbnail=0), PIXELS),
        message(header(thumbnail=100), b"<svg".ljust(100) + PIXELS),
        message(header(thumbnail=1 << 40), JPEG + PIXELS),
        message(header(), JPEG + PIXELS[:-1]),
        message(header(), JPEG + PIXELS + b"x"),
        message(header()),
        message(header(more=1), JPEG + PIXELS),
    ],
)
def test_what_makes_no_sense_is_no_answer(hostile: bytes) -> None:
    with pytest.raises(wire.BadAnswer):
        wire.unpack(hostile, FULL)


def test_numbers_and_names_of_a_shot_arrive_as_they_were_sent() -> None:
    for details in (DETAILS, [800, 600, "JPEG", None, *BARE]):
        found = wire.unpack(message(header(thumbnail=0, details=details)), DETAILED)
        assert found == Decoded(b"\xab" * 16, PhotoDetails(*details))  # type: ignore[arg-type]


def test_the_longest_caption_arrives_whatever_it_is_written_in() -> None:
    sent = Decoded(b"x" * 16, replace(PhotoDetails(*DETAILS), caption="\U0001f40b" * 4000))  # type: ignore[arg-type]
    assert wire.unpack(wire.pack(sent), DETAILED) == sent


def test_nowhere_in_the_gulf_of_guinea_is_no_place() -> None:
    with pytest.raises(wire.BadAnswer):
        wire.unpack(message(header(details=with_shot(latitude=0.0, longitude=0.0)), JPEG + PIXELS), FULL)


def test_a_picture_arrives_behind_its_message_and_is_not_copied() -> None:
    shown = np.arange(18, dtype=np.uint8).reshape(2, 3, 3)
    sent = Decoded(b"x" * 16, PhotoDetails(*DETAILS), picture=shown, exif=EXIF, xmp=XMP)  # type: ignore[arg-type]
    behind = shown.tobytes()
    asked: list[int] = []

    def receive(most: int) -> bytes:
        asked.append(most)
        return behind

    found = wire.unpack(wire.pack(sent), PICTURE, receive)
    assert isinstance(found, Decoded)
    assert found.picture is not None
    assert np.array_equal(found.picture, shown)
    assert found.picture.base is not None
    assert np.shares_memory(found.picture, np.frombuffer(behind, np.uint8))
    assert (asked, found.exif, found.xmp, found.details) == ([18], EXIF, XMP, sent.details)


@pytest.mark.parametrize(
    "hostile",
    [
        message(picture_header(picture=None), EXIF + XMP),
        message(picture_header(picture=[0, 3]), EXIF + XMP),
        message(picture_header(picture=[-1, 3]), EXIF + XMP),
        message(picture_header(picture=[True, 3]), EXIF + XMP),
        message(picture_header(picture=[2.0, 3]), EXIF + XMP),
        message(picture_header(picture=[2, 3, 3]), EXIF + XMP),
        message(picture_header(picture=[11, 3]), EXIF + XMP),
        message(picture_header(picture=[2, 1 << 40]), EXIF + XMP),
        message(picture_header(picture=[2, 4]), EXIF + XMP),
        message(picture_header(picture="23"), EXIF + XMP),
        message(picture_header(exif=-1, xmp=len(EXIF + XMP) + 1), EXIF + XMP),
        message(picture_header(exif=70_000), bytes(70_000) + XMP),
        message(picture_header(), b"Exix" + EXIF[4:] + XMP),
        message(picture_header(), EXIF + XMP + b"x"),
        message(picture_header(thumbnail=len(JPEG)), JPEG + EXIF + XMP),
        message(picture_header(details=None), EXIF + XMP),
    ],
)
def test_a_picture_that_makes_no_sense_is_no_answer(hostile: bytes) -> None:
    with pytest.raises(wire.BadAnswer):
        wire.unpack(hostile, PICTURE, lambda most: bytes(18))


def test_what_was_not_asked_for_is_no_answer() -> None:
    for request in (DETAILED, PICTURE):
        with pytest.raises(wire.BadAnswer):
            wire.unpack(message(header(), JPEG + PIXELS), request)
    with pytest.raises(wire.BadAnswer):
        wire.unpack(message(header(), JPEG + PIXELS), FINGERPRINT)
    with pytest.raises(wire.BadAnswer):
        wire.unpack(message(header(thumbnail=0, details=None)), FULL)


REQUESTS = st.sampled_from([FULL, FINGERPRINT, DETAILED, PICTURE])


@given(st.binary(max_size=400), REQUESTS)
def test_any_bytes_are_an_answer_or_none(data: bytes, request: DecodeRequest) -> None:
    try:
        found = wire.unpack(len(data).to_bytes(4, "big") + data, request)
    except wire.BadAnswer:
        return
    assert isinstance(found, Decoded | Problem)


VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=120)
    | st.lists(st.integers() | st.floats(), max_size=3)
)  # fmt: skip


@given(
    st.dictionaries(st.integers(0, len(DETAILS) - 1), VALUES, max_size=3),
    st.dictionaries(
        st.sampled_from(["hash", "thumbnail", "exif", "xmp", "picture", "more"]), VALUES, max_size=2
    ),
    st.binary(max_size=40),
    REQUESTS,
)
def test_an_answer_with_anything_in_it_is_a_sound_one_or_none(
    changed: dict[int, object], named: dict[str, object], body: bytes, request: DecodeRequest
) -> None:
    details = [changed.get(place, value) for place, value in enumerate(DETAILS)]
    try:
        found = wire.unpack(message(header(details=details, **named), body), request, lambda most: body)
    except wire.BadAnswer:
        return
    assert isinstance(found, Decoded)
    if found.details is not None:
        assert found.details.camera.isprintable()
        place = (found.details.latitude, found.details.longitude)
        assert place == (None, None) or (abs(place[0] or 0) <= 90 and abs(place[1] or 0) <= 180)


class Bomb:
    """Unpickling it makes a file."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return open, (self.mark, "w")


def send_a_pickle(connection: Connection, limit_s: float, memory_bytes: int) -> None:
    connection.send_bytes(wire.READY)
    connection.recv()
    connection.send(Bomb(os.environ["BOMB"]))


def send_a_pickle_at_once(connection: Connection, limit_s: float, memory_bytes: int) -> None:
    connection.send(Bomb(os.environ["BOMB"]))


def send_far_too_much(connection: Connection, limit_s: float, memory_bytes: int) -> None:
    connection.send_bytes(wire.READY)
    connection.recv()
    os.write(connection.fileno(), b"\x7f\xff\xff\xff" + bytes(1000))
    connection.recv()


def stop_in_the_middle(connection: Connection, limit_s: float, memory_bytes: int) -> None:
    connection.send_bytes(wire.READY)
    connection.recv()
    os.write(connection.fileno(), b"\0\0\0\x64{")
    connection.recv()


def stop_in_the_middle_of_the_greeting(connection: Connection, limit_s: float, memory_bytes: int) -> None:
    os.write(connection.fileno(), b"\0\0")
    connection.recv()


@pytest.mark.skipif(sys.platform == "win32", reason="writes into the pipe itself")
@pytest.mark.parametrize(
    ("hostile", "kind"),
    [
        (send_a_pickle, ProblemKind.CRASHED),
        (send_a_pickle_at_once, ProblemKind.UNREADABLE),
        (send_far_too_much, ProblemKind.CRASHED),
        (stop_in_the_middle, ProblemKind.CRASHED),
        (stop_in_the_middle_of_the_greeting, ProblemKind.UNREADABLE),
    ],
)
def test_a_decoder_taken_over_by_a_file_gains_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hostile: Callable[[Connection, float], None],
    kind: ProblemKind,
) -> None:
    mark = tmp_path / "ran"
    monkeypatch.setenv("BOMB", str(mark))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.setattr(process, "_TRANSFER_LIMIT_S", 0.5)
    monkeypatch.setattr(child, "serve", hostile)
    decoder = DecodingProcess(limit_s=0.5)
    try:
        found = decoder.answer(FULL)
        assert isinstance(found, Problem)
        assert found.kind is kind
        assert not mark.exists()
        assert multiprocessing.active_children() == []
    finally:
        decoder.close()
        decoder.finish()
