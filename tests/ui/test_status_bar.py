import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, InMemoryWorker

from photoclip.domain.catalog import Coverage
from photoclip.domain.models import EncoderReport
from photoclip.ui import wording
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.progress_text import activity_text, coverage_text, model_text
from photoclip.worker.messages import Activity, FolderState, LibraryChanged, ModelInUse, WorkerState

MANY = Coverage(files=40_003, searchable=38_112, problems=12, waiting=1_879)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (WorkerState(Activity.IDLE), "Up to date · 12 cannot be searched"),
        (WorkerState(Activity.IDLE, paused=True), "Paused"),
        (WorkerState(Activity.SCANNING, done=3_120), "Looking for photos… 3,120 files seen"),
        (WorkerState(Activity.LOADING_MODEL, message="CLIP ViT-B/32"), "Loading CLIP ViT-B/32…"),
        (
            WorkerState(Activity.DOWNLOADING, done=120_000_000, total=605_000_000, message="CLIP ViT-B/32"),
            "Downloading CLIP ViT-B/32… 120 MB of 605 MB",
        ),
        (
            WorkerState(Activity.INDEXING, done=1_200, total=4_003, rate=42.3, seconds_left=171),
            "Reading 1,200 of 4,003 · 42 photos/s · about 3 minutes left",
        ),
        (
            WorkerState(Activity.INDEXING, paused=True, done=1_200, total=4_003, rate=42.3, seconds_left=171),
            "Paused · Reading 1,200 of 4,003",
        ),
        (
            WorkerState(Activity.INDEXING, done=120, total=900, rate=42.3, waits_for="the mains"),
            "Waiting for the mains · 120 of 900 read",
        ),
        (WorkerState(Activity.SCANNING, done=7, waits_for="the mains"), "Waiting for the mains"),
        (WorkerState(Activity.SCANNING, paused=True, waits_for="the mains"), "Paused · Looking for photos…"),
        (WorkerState(Activity.IDLE, waits_for="the mains"), "Up to date · 12 cannot be searched"),
        (WorkerState(Activity.FAILED, message="The disk is full."), "Stopped"),
    ],
)
def test_what_the_worker_does_is_said_in_one_line(qapp: object, state: WorkerState, text: str) -> None:
    assert activity_text(state, MANY) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (5, "less than a minute left"),
        (70, "about a minute left"),
        (171, "about 3 minutes left"),
        (7_300, "about 2 hours left"),
        (300_000, "about 3 days left"),
    ],
)
def test_the_time_left_is_rounded_the_more_the_longer_it_is(qapp: object, seconds: float, text: str) -> None:
    assert wording.time_left(seconds) == text


def test_coverage_is_honest(qapp: object) -> None:
    assert coverage_text(MANY) == "38,112 of 40,003 searchable"
    assert coverage_text(Coverage(5, 5, 0, 0)) == "5 searchable"
    assert coverage_text(Coverage(0, 0, 0, 0)) == ""


def test_model_device_and_precision_are_named(qapp: object) -> None:
    use = ModelInUse(CARDS[0], EncoderReport("cpu", "bfloat16"), CARDS[1])
    assert model_text(use) == "Starter (built in, basic) · CPU · bfloat16 · next: CLIP ViT-B/32"
    assert model_text(ModelInUse(CARDS[0], None)) == "Starter (built in, basic)"


def test_progress_is_shown_while_there_is_some(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    bar = window.status.progress
    assert bar.isHidden()
    worker.publish(WorkerState(Activity.INDEXING, done=250, total=1000, rate=9.5, seconds_left=80))
    qtbot.waitUntil(bar.isVisible)
    assert (bar.value(), bar.maximum()) == (250, 1000)
    assert window.status.activity.text() == "Reading 250 of 1,000 · 9.5 photos/s · about a minute left"
    worker.publish(WorkerState(Activity.LOADING_MODEL))
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    worker.publish(WorkerState(Activity.IDLE))
    qtbot.waitUntil(bar.isHidden)


def test_the_button_pauses_and_resumes(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    button = window.status.pause
    assert button.accessibleName() == "Pause indexing"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.accessibleName() == "Resume indexing")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.accessibleName() == "Pause indexing")
    assert [call for call in worker.calls if call in ("pause", "resume")] == ["pause", "resume"]


def test_a_fallback_is_visible_with_its_reason(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    note = "CUDA was not used: the driver is too old."
    window.resize(1400, 700)
    worker.run_on("cpu", "float32", note)
    qtbot.waitUntil(window.status.warning.isVisible)
    assert window.status.warning.toolTip() == note
    assert window.status.note.isVisible()
    assert window.status.note.text() == note
    worker.run_on("cuda", "float16")
    qtbot.waitUntil(window.status.warning.isHidden)
    assert window.status.note.isHidden()


def test_a_narrow_window_gives_up_the_least_important_first(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.publish(WorkerState(Activity.INDEXING, done=1_200, total=4_003, rate=42.3, seconds_left=171))
    worker.publish(LibraryChanged(MANY, [FolderState("/photos", 40_003, False)]))
    worker.run_on("cpu", "float32", "CUDA was not used: the driver is too old.")
    qtbot.waitUntil(window.status.warning.isVisible)
    status = window.status
    window.resize(620, 500)
    qtbot.waitUntil(lambda: status.note.isHidden() and status.model.isHidden())
    assert status.warning.isVisible()
    assert window.width() == 620
    window.resize(1600, 500)
    qtbot.waitUntil(
        lambda: status.note.isVisible() and status.model.isVisible() and status.coverage.isVisible()
    )


def test_what_waits_for_the_mains_can_go_on_anyway(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.state = WorkerState(Activity.INDEXING, done=120, total=900, rate=3.0, waits_for="the mains")
    worker.publish(worker.state)
    button, entry = window.status.pause, window.commands[Command.PAUSE]
    qtbot.waitUntil(lambda: button.accessibleName() == "Go on anyway")
    assert button.toolTip() == "Go on anyway"
    assert entry.text() == "&Go on anyway"
    assert window.status.progress.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert worker.calls[-1] == "resume"
    qtbot.waitUntil(lambda: button.accessibleName() == "Pause indexing")
    assert window.status.activity.text().startswith("Reading 120 of 900")
    worker.publish(WorkerState(Activity.SCANNING, done=7, waits_for="the mains"))
    qtbot.waitUntil(lambda: window.status.activity.text() == "Waiting for the mains")
    assert window.status.progress.isHidden(), "a bar of unknown length would run while nothing does"


def test_why_the_worker_stopped_is_said_once(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    reason = "The disk is full; free some space."
    worker.publish(WorkerState(Activity.FAILED, message=reason))
    worker.say(reason)
    qtbot.waitUntil(lambda: window.view.messages.text() == reason)
    assert window.status.activity.text() == "Stopped"
    assert reason in window.status.activity.toolTip(), "it is still to be found once the message is dismissed"
