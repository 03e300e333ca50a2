"""What a decoding process sends is believed no more than the file that it reads."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode
from photoclip.domain.photos import PhotoDetails, Problem, ProblemKind
from photoclip.imaging import child, process, wire
from photoclip.imaging.process import DecodingProcess

FULL = DecodeRequest(b"a.jpg", preprocess=Preprocess(4, 5, "bicubic", ResizeMode.SHORTEST), thumbnail=True)
FINGERPRINT = DecodeRequest(b"a.jpg", fingerprint_only=True)
DETAILS = [800, 600, "JPEG", "2020-01-02T03:04:05"]
JPEG = b"\xff\xd8\xff" + bytes(97)
PIXELS = bytes(4 * 5 * 3)


def message(header: object, body: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(4, "big") + text + body


def header(**changes: object) -> dict[str, object]:
    return {"hash": "ab" * 16, "details": DETAILS, "thumbnail": len(JPEG), **changes}


def test_an_answer_arrives_as_it_was_sent() -> None:
    pixels = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)
    sent = Decoded(b"x" * 16, PhotoDetails(800, 600, "JPEG", "2020-01-02T03:04:05"), JPEG, pixels)
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
        message(header(details=[800, 0, "JPEG", None]), JPEG + PIXELS),
        message(header(details=[True, 600, "JPEG", None]), JPEG + PIXELS),
        message(header(details=[1 << 70, 600, "JPEG", None]), JPEG + PIXELS),
        message(header(details=[800, 1.5, "JPEG", None]), JPEG + PIXELS),
        message(header(details=[800, 600, "J\x1bPEG", None]), JPEG + PIXELS),
        message(header(details=[800, 600, "JPEG", "yesterday"]), JPEG + PIXELS),
        message(header(details=[800, 600, "JPEG", "2020-01-02T03:04:05\n"]), JPEG + PIXELS),
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


def test_what_was_not_asked_for_is_no_answer() -> None:
    with pytest.raises(wire.BadAnswer):
        wire.unpack(message(header(), JPEG + PIXELS), FINGERPRINT)
    with pytest.raises(wire.BadAnswer):
        wire.unpack(message(header(thumbnail=0, details=None)), FULL)


@given(st.binary(max_size=400), st.sampled_from([FULL, FINGERPRINT]))
def test_any_bytes_are_an_answer_or_none(data: bytes, request: DecodeRequest) -> None:
    try:
        found = wire.unpack(len(data).to_bytes(4, "big") + data, request)
    except wire.BadAnswer:
        return
    assert isinstance(found, Decoded | Problem)


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
