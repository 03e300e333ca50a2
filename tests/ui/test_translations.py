"""The translations: complete, current, and true to their values."""

from __future__ import annotations

import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from photoclip.ui import said
from photoclip.worker.messages import Trouble

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "installers"))

import translations  # noqa: E402

CHINESE = ROOT / "resources" / "translations" / "photoclip_zh_CN"
_VALUE = re.compile(r"\{\w*\}")


def messages() -> Iterator[tuple[str, str, str]]:
    """Context, English and Chinese of every text."""
    for context in ET.parse(CHINESE.with_suffix(".ts")).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            unfinished = translation.get("type") == "unfinished"
            yield name, message.findtext("source", ""), "" if unfinished else translation.text or ""


@pytest.fixture
def chinese(qtbot: QtBot) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(CHINESE.with_suffix(".qm")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_every_text_has_a_chinese_one() -> None:
    assert [(context, source) for context, source, text in messages() if not text] == []


def test_a_translation_has_the_same_values_as_its_text() -> None:
    for context, source, text in messages():
        if text:
            assert sorted(_VALUE.findall(text)) == sorted(_VALUE.findall(source)), (context, source)


def test_the_texts_to_translate_are_those_of_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(translations, "SAID", tmp_path / "said.txt")
    shutil.copy(CHINESE.with_suffix(".ts"), tmp_path)
    translations.update()
    for name in ("said.txt", "photoclip_zh_CN.ts"):
        fresh, kept = (tmp_path / name).read_text("utf-8"), (CHINESE.parent / name).read_text("utf-8")
        assert fresh == kept, f"{name} is out of date; run installers/translations.py"


def test_the_compiled_translation_is_that_of_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    shutil.copy(CHINESE.with_suffix(".ts"), tmp_path)
    translations.compile_all()
    assert (tmp_path / "photoclip_zh_CN.qm").read_bytes() == CHINESE.with_suffix(".qm").read_bytes()


def test_a_sentence_of_the_worker_is_said_in_chinese_with_its_values(chinese: None) -> None:
    english = "/photos is no folder that can be opened."
    heard = said.event(Trouble(english)).message
    assert "/photos" in heard
    assert heard != english


def test_a_sentence_inside_a_sentence_is_translated_too(chinese: None) -> None:
    heard = said.sentence(
        "The library in /x cannot be locked (No space left on device); mend the permissions."
    )
    assert "/x" in heard
    assert "No space" not in heard


def test_of_several_sentences_each_is_translated(chinese: None) -> None:
    heard = said.sentence("No cuda was found, so the CPU is used. Nothing of ours. The file is empty.")
    assert "so the CPU" not in heard
    assert "Nothing of ours." in heard
    assert "The file" not in heard


def test_without_a_translation_every_sentence_stays_as_it_is(qtbot: QtBot) -> None:
    trouble = Trouble("/photos is no folder that can be opened.")
    assert said.event(trouble) is trouble


def test_a_text_that_is_no_sentence_of_ours_stays_as_it_is(chinese: None) -> None:
    assert said.sentence("{0} % \\ (.*) nothing like it") == "{0} % \\ (.*) nothing like it"
    assert said.sentence("x" * 100_000) == "x" * 100_000
