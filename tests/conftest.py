"""Rules for every test: nothing touches the user's own library, and logged errors fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from photoclip.catalog.catalog import Catalog
from photoclip.embedding.quiet import no_telemetry

# Some tests import open_clip by themselves, before the program would have done this.
no_telemetry()

# The same examples in every run: a run says something about a change, and not about chance.
# New ones are looked for with --hypothesis-profile=default.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("PHOTOCLIP_LIBRARY", raising=False)
    monkeypatch.delenv("PHOTOCLIP_MODELS", raising=False)


@pytest.fixture(autouse=True)
def _no_logged_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    errors = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not errors, f"errors were logged: {errors}"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of a library that does not exist yet."""
    return tmp_path / "library"


@pytest.fixture
def catalog(library: Path) -> Iterator[Catalog]:
    """A writing catalog."""
    opened = Catalog(library, writing=True)
    yield opened
    opened.close()
