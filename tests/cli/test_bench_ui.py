import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from photoclip import bootstrap
from photoclip.cli import bench_ui
from photoclip.cli.parser import parser
from photoclip.cli.progress import Progress
from photoclip.domain.models import STARTER_ID
from photoclip.library import keeping


def test_every_photo_of_the_library_has_what_a_first_indexing_leaves(tmp_path: Path) -> None:
    with Progress() as progress:
        bench_ui.make_library(tmp_path, 300, progress)
    workshop = bootstrap.reading(tmp_path)
    assert workshop is not None
    with closing(workshop.open_catalog(False)) as catalog:
        coverage = catalog.files.coverage(workshop.models.key(STARTER_ID))
        assert (coverage.files, coverage.searchable) == (300, 300)
        key = workshop.models.key(STARTER_ID)
        assert key is not None
        assert keeping.is_current(workshop, catalog, key, thorough=True)
        rows = catalog.photos.rows(catalog.photos.in_sight().tolist())
    assert len(rows) == 300
    assert all(workshop.thumbnails.sound(row.content_hash) for row in rows)


def test_the_figures_are_those_of_a_real_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    options = parser().parse_args(["bench", "ui", "--photos", "400", "--json"])
    assert options.command(options) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["photos"] == 400
    assert 0 < figures["first_thumbnail"] <= figures["first_screen"]
    assert figures["wheel"]["p50"] <= figures["wheel"]["p95"] <= figures["wheel"]["longest"]
    assert figures["drag"]["p50"] > 0
    assert figures["cache_bytes"] > 0
    assert figures["peak_memory_mb"] > 0


def test_other_commands_load_no_qt() -> None:
    program = "import sys; from photoclip.cli.parser import parser; parser(); print('PySide6' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
