import json
import logging
from dataclasses import fields
from pathlib import Path

import pytest

from photoclip import settings
from photoclip.errors import EnvironmentFault
from photoclip.settings import DECLARED, Settings


def written(library: Path, **values: object) -> Path:
    library.mkdir(exist_ok=True)
    (library / settings.FILE_NAME).write_text(json.dumps(values))
    return library


def test_every_setting_is_declared_once_and_its_default_is_allowed() -> None:
    assert set(DECLARED) == {one.name for one in fields(Settings)}
    for name, declared in DECLARED.items():
        default = getattr(Settings(), name)
        assert declared.default == default
        assert not declared.wrong(list(default) if isinstance(default, tuple) else default)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("device", "gpu"),
        ("processors", -1),
        ("processors", True),
        ("thumbnail_px", 512.0),
        ("thumbnail_memory_mb", 31),
        ("follow_links", 1),
        ("ignore", [1]),
        ("ignore", "*.tmp"),
        ("model", None),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_what_it_must_be(
    library: Path, name: str, value: object
) -> None:
    with pytest.raises(EnvironmentFault, match=f'"{name}" must be '):
        settings.load(written(library, **{name: value}))


def test_a_misspelt_setting_is_said_once_with_the_nearest_one(
    library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    written(library, thumbnails_px=256, theme="dark", **{"\x1b[31m": 1})
    with caplog.at_level(logging.WARNING):
        assert settings.load(library) == Settings(theme="dark")
        settings.load(library)
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert '"thumbnails_px" is no setting' in said[0]
    assert 'did you mean "thumbnail_px"?' in said[0]
    assert "\x1b" not in said[1]
    assert settings.unknown(library) == said


def test_settings_without_a_misspelling_have_nothing_to_say(library: Path) -> None:
    settings.save(library, Settings(ignore=("*.tmp",), processors=2))
    assert settings.unknown(library) == []
    assert settings.load(library) == Settings(ignore=("*.tmp",), processors=2)
