"""Whatever is read from outside: a sound result or one sentence, never another error, never a hang.

The same examples on every run; PHOTOCLIP_FUZZ=N takes N times as many, and others.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from support import ColourEncoder

from photoclip import settings as library_settings
from photoclip.cli import labelled
from photoclip.domain.models import ModelCard
from photoclip.embedding import catalogue
from photoclip.embedding.config import CONFIG_NAME, read_config
from photoclip.embedding.header import read_header
from photoclip.errors import PhotoclipError
from photoclip.imaging.exif import exif_from_bytes, orientation_of, taken_at
from photoclip.index import graph
from photoclip.library.relevance import parse_captions
from photoclip.library.searching import MOST_CHARACTERS, as_prompt

TIMES = int(os.environ.get("PHOTOCLIP_FUZZ", "1"))
fuzzed = settings(
    max_examples=100 * TIMES,
    derandomize=TIMES == 1,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

ANY_TEXT = st.text(st.characters(), max_size=300)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**400, -(10**400), 2**63, 0, -1])
    | st.floats()
    | ANY_TEXT
    | st.sampled_from(["\ud800", "\udcff", "\0", "../..", "", "é" * 1000])
)
LONG = st.integers(1900, 2100).map("x ".__mul__)
DEEP = st.integers(1, 100_000).flatmap(
    lambda depth: st.sampled_from([b"[" * depth, b'{"a":' * depth, b"[" * depth + b"]" * depth])
)


def documents(*keys: str) -> st.SearchStrategy[bytes]:
    """JSON objects that have some of the keys, with anything in them, some of them twice; and no JSON."""
    names = st.sampled_from(keys) | ANY_TEXT
    values = st.recursive(
        LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4)
    )
    pairs = st.lists(st.tuples(names, values), max_size=8)
    return pairs.map(_with_repeated_keys) | values.map(_bytes) | DEEP | st.binary(max_size=300)


def _with_repeated_keys(pairs: list[tuple[str, Any]]) -> bytes:
    return b"{" + b", ".join(_bytes(name) + b": " + _bytes(value) for name, value in pairs) + b"}"


def _bytes(value: object) -> bytes:
    return json.dumps(value).encode("ascii")


def sentence_or(read: Callable[[], Any]) -> Any:
    """What `read` gives, or None where it refused with one sentence."""
    try:
        return read()
    except PhotoclipError as refusal:
        said = str(refusal)
        assert said
        assert said.rstrip()[-1] in ".?"
        return None


@fuzzed
@given(
    ANY_TEXT | st.text(st.sampled_from(" \t\n\0\u202e\ud800dog,'\";%*?[]()")) | st.text("x ", min_size=2100)
)
def test_any_text_becomes_one_bounded_line_for_the_model(text: str) -> None:
    prompt = as_prompt(text)
    assert len(prompt) <= MOST_CHARACTERS
    assert len(prompt.splitlines()) <= 1
    assert as_prompt(prompt) == prompt
    prompt.encode("utf-8")
    vectors = ColourEncoder().encode_texts([prompt])
    assert np.linalg.norm(vectors[0]) == pytest.approx(1.0, abs=1e-5)


@fuzzed
@given(documents(*library_settings.Settings.__dataclass_fields__, "unknown"))
def test_settings_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / library_settings.FILE_NAME).write_bytes(data)
    found = sentence_or(lambda: library_settings.load(tmp_path))
    if found is not None:
        assert isinstance(found, library_settings.Settings)
        assert sentence_or(lambda: library_settings.save(tmp_path, found)) is None
        assert library_settings.load(tmp_path) == found


@fuzzed
@given(ANY_TEXT | st.text("# \n\r\t\u2028captions", max_size=300))
def test_captions_are_lines_with_something_in_them(text: str) -> None:
    for caption in parse_captions(text):
        assert caption == caption.strip() != ""
        assert len(caption.splitlines()) == 1
        assert not caption.startswith("#")


@fuzzed
@given(
    st.binary(max_size=400)
    | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(st.lists(st.sampled_from(["file", "kind", "label", "a.jpg", "", '"', "\0"]))).map(
        lambda rows: "\n".join(",".join(row) for row in rows).encode()
    )
)
def test_a_manifest_of_labelled_photos_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.csv").write_bytes(data)
    rows = sentence_or(lambda: labelled.manifest(tmp_path))
    for row in rows or ():
        assert isinstance(row["file"], str)
        assert isinstance(row["kind"], str)


MODEL_KEYS = (
    "model_cfg", "preprocess_cfg", "vision_cfg", "text_cfg", "embed_dim", "image_size", "layers", "width",
    "hf_model_name", "hf_tokenizer_name", "tokenizer_kwargs", "timm_model_name", "mean", "std",
    "context_length", "interpolation", "resize_mode", "model_type", "auto_map",
)  # fmt: skip
_VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(MODEL_KEYS), inner)
)
TOWERS = st.dictionaries(st.sampled_from(MODEL_KEYS), _VALUES, max_size=6)
NEARLY_CONFIGS = st.fixed_dictionaries(
    {
        "model_cfg": st.fixed_dictionaries(
            {"embed_dim": st.just(24) | LEAVES, "vision_cfg": TOWERS, "text_cfg": TOWERS},
            optional={"x": _VALUES},
        )
    },
    optional={"preprocess_cfg": TOWERS, "more": _VALUES},
).map(_bytes)


@fuzzed
@given(documents(*MODEL_KEYS) | NEARLY_CONFIGS, documents(*MODEL_KEYS))
def test_a_models_config_is_read_or_refused(tmp_path: Path, data: bytes, beside: bytes) -> None:
    (tmp_path / CONFIG_NAME).write_bytes(data)
    (tmp_path / "config.json").write_bytes(beside)
    config = sentence_or(lambda: read_config(tmp_path))
    if config is not None:
        assert config.dimensions > 0
        assert config.image_size > 0
        assert isinstance(config.needs_transformers, bool)
        config.as_json()


ENTRY = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from(["F32", "F16", "I64"]) | LEAVES,
        "shape": st.lists(st.integers(-1, 2**40) | LEAVES, max_size=5),
        "data_offsets": st.lists(st.integers(-1, 200) | LEAVES, max_size=3),
    }
)
HEADERS = st.dictionaries(ANY_TEXT, ENTRY, max_size=3).map(_bytes) | documents(
    "dtype", "shape", "data_offsets"
)


@fuzzed
@given(HEADERS, st.integers(-8, 8) | st.integers(0, 2**64 - 1), st.binary(max_size=200))
def test_the_header_of_weights_is_read_or_refused(
    tmp_path: Path, header: bytes, off: int, data: bytes
) -> None:
    file = tmp_path / "weights.safetensors"
    length = min(max(0, len(header) + off), 2**64 - 1)
    file.write_bytes(struct.pack("<Q", length) + header + data)
    found = sentence_or(lambda: read_header(file))
    if found is not None:
        assert all(isinstance(side, int) and side >= 0 for entry in found.values() for side in entry.shape)


TABLES = st.dictionaries(
    st.sampled_from([*ModelCard.__dataclass_fields__, "unknown"]),
    st.integers()
    | st.booleans()
    | st.just('"text"')
    | st.just('["a", "b"]')
    | st.just("[1]")
    | st.just("1979-05-27"),
)
TOML = st.lists(TABLES, max_size=3).map(
    lambda tables: "".join(
        "[[model]]\n" + "".join(f"{name} = {str(value).lower()}\n" for name, value in table.items())
        for table in tables
    ).encode()
)


@fuzzed
@given(
    TOML
    | st.binary(max_size=300)
    | ANY_TEXT.map(lambda text: text.encode("utf-8", "replace"))
    | DEEP.map(lambda d: b"a = " + d[:5000])
)
def test_a_catalogue_of_models_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "catalogue.toml"
    file.write_bytes(data)
    catalogue._catalogue.cache_clear()
    found = sentence_or(lambda: catalogue._catalogue(file))
    assert found is None or all(isinstance(card, ModelCard) for card in found)


MANIFEST = ("model", "dimensions", "metric", "nodes", "vectors", "last_row", "file", "sha256")
NEARLY_MANIFESTS = st.fixed_dictionaries(
    {name: st.integers(-1, 9) | ANY_TEXT | LEAVES for name in MANIFEST}, optional={"more": LEAVES}
).map(_bytes)


@fuzzed
@given(documents(*MANIFEST) | NEARLY_MANIFESTS)
def test_the_manifest_of_an_index_makes_sense_or_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / graph.MANIFEST).write_bytes(data)
    found = graph.read_manifest(tmp_path)
    if found is not None:
        assert Path(found.file).name == found.file
        assert graph.load(tmp_path, found) is None


DATES = st.text("0123456789:-/. T\0", max_size=24) | st.binary(max_size=24) | LEAVES | st.datetimes().map(str)


@fuzzed
@given(DATES, DATES, DATES, LEAVES)
def test_a_date_in_a_photo_is_sensible_or_none(
    first: object, second: object, third: object, turn: object
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = third
    exif[ExifTags.Base.Orientation] = turn
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    camera[ExifTags.Base.DateTimeOriginal], camera[ExifTags.Base.DateTimeDigitized] = first, second
    date = taken_at(exif)
    assert date is None or np.datetime64(date) >= np.datetime64("1826-01-01")
    assert orientation_of(exif) in range(1, 9)


def exif_block() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = "2020:01:02 03:04:05"
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2019:01:02 03:04:05"
    return exif.tobytes()


@pytest.mark.filterwarnings("ignore::UserWarning")
@fuzzed
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=20), st.integers(0, 200))
def test_damaged_metadata_is_read_or_left(changes: list[tuple[int, int]], end: int) -> None:
    block = bytearray(exif_block())
    for at, value in changes:
        block[at % len(block)] = value
    exif = exif_from_bytes(bytes(block[: max(end, 1)] if end % 2 else block))
    assert orientation_of(exif) in range(1, 9)
    date = taken_at(exif)
    assert date is None or np.datetime64(date) >= np.datetime64("1826-01-01")
