"""The command line run in this process, on a library of its own with the starter model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import skimage
from support import draw

from photoclip.cli import run

FREE_PHOTOS = Path(skimage.__file__).parent / "data"


@dataclass
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def cli(library: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Runs one command on the test's library; a traceback anywhere fails."""

    def call(*arguments: object) -> Result:
        capsys.readouterr()
        try:
            code = run(["--library", str(library), *map(str, arguments)])
        except SystemExit as exit_:  # argparse's own refusals
            code = int(exit_.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Result(code, out, err)

    return call


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Four real photos that scikit-image ships, and a file that is none."""
    folder = tmp_path / "album"
    folder.mkdir()
    for name in ("chelsea.png", "rocket.jpg", "coffee.png", "astronaut.png"):
        (folder / name).write_bytes((FREE_PHOTOS / name).read_bytes())
    draw(folder / "sub" / "plain.png", "blue")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")
    return folder
