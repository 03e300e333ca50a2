from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.in_memory import CARDS, InMemoryWorker, card

from photoclip.domain.errands import MeasureModel, ModelSpeed, Outcome
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.main_window import MainWindow
from photoclip.ui.preferences import model_words
from photoclip.ui.preferences.model_dialog import ModelDialog
from photoclip.worker.messages import Activity, ErrandDone, ModelInUse, WorkerState


def opened(qtbot: QtBot, window: MainWindow) -> ModelDialog:
    window.commands[Command.MODEL].trigger()
    qtbot.waitUntil(lambda: window.findChild(ModelDialog) is not None)
    dialog = window.findChild(ModelDialog)
    assert isinstance(dialog, ModelDialog)
    return dialog


def test_the_models_are_listed_and_the_one_in_use_is_marked(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    names = [button.accessibleName() for button in dialog.buttons.values()]
    assert names == [
        "Starter (built in, basic), in use",
        "Small: CLIP ViT-B/32",
        "Large: CLIP ViT-L/14",
        "Multilingual: SigLIP 2",
    ]
    assert dialog.selected() == CARDS[0]
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_choosing_another_one_tells_the_worker(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    dialog.buttons["vit-b-32"].click()
    assert "605 MB from the Hugging Face hub" in dialog.effect.text()
    assert "“Starter (built in, basic)” keeps serving" in dialog.effect.text()
    dialog.take.click()
    assert worker.calls[-1] == "choose_model vit-b-32"
    qtbot.waitUntil(lambda: window.findChild(ModelDialog) is None)


def test_cancelling_changes_nothing(qtbot: QtBot, window: MainWindow, worker: InMemoryWorker) -> None:
    dialog = opened(qtbot, window)
    dialog.buttons["vit-b-32"].click()
    dialog.reject()
    assert not [call for call in worker.calls if call.startswith("choose_model")]


def test_a_model_on_its_way_is_marked_and_the_old_one_can_be_kept(qtbot: QtBot) -> None:
    dialog = ModelDialog(CARDS, ModelInUse(CARDS[0], None, CARDS[1]))
    qtbot.addWidget(dialog)
    assert dialog.buttons["vit-b-32"].accessibleName().endswith("being made ready")
    assert not dialog.take.isEnabled()
    dialog.buttons["starter"].click()
    assert dialog.take.isEnabled(), "going back to the starter is a choice while another is on its way"


def test_licence_quality_and_its_source_are_told(qapp: object) -> None:
    assert model_words.facts(CARDS[2]) == (
        "1.7 GB download · ImageNet 79.2 % · English · Research only · not for commercial use"
    )
    assert "a published table" in model_words.hint(CARDS[2])
    assert "ImageNet" not in model_words.facts(CARDS[0])


def test_a_change_of_model_can_be_taken_back_in_the_dialog(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    dialog = opened(qtbot, window)
    assert dialog.keep.isHidden(), "there is nothing to take back"
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(ModelDialog) is None)
    worker.use = ModelInUse(CARDS[0], None, CARDS[1])
    worker.publish(worker.use)
    action = window.commands[Command.KEEP_MODEL]
    qtbot.waitUntil(action.isVisible)
    dialog = opened(qtbot, window)
    assert dialog.keep.text() == "Keep using Starter (built in, basic)"
    assert "being made ready" in dialog.effect.text()
    dialog.keep.click()
    assert worker.calls[-1] == "cancel_model_change"
    qtbot.waitUntil(lambda: window.findChild(ModelDialog) is None)
    qtbot.waitUntil(lambda: not action.isVisible())


def test_the_menu_offers_to_stop_a_change_while_there_is_one(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    action = window.commands[Command.KEEP_MODEL]
    assert not action.isVisible()
    worker.publish(WorkerState(Activity.DOWNLOADING, done=1, total=2))
    qtbot.waitUntil(action.isVisible)
    assert action.text() == "&Stop changing the model"
    worker.publish(ModelInUse(card("one", "One & only"), None, CARDS[1]))
    qtbot.waitUntil(lambda: action.text() == "&Keep using One && only")
    action.trigger()
    assert worker.calls[-1] == "cancel_model_change"
    worker.publish(WorkerState(Activity.IDLE))
    qtbot.waitUntil(lambda: not action.isVisible())


def test_a_model_that_has_read_the_photos_switches_at_once(qtbot: QtBot) -> None:
    dialog = ModelDialog(CARDS, ModelInUse(CARDS[0], None), ready=["vit-l-14"])
    qtbot.addWidget(dialog)
    dialog.buttons["vit-l-14"].click()
    assert "switches at once" in dialog.effect.text()
    assert dialog.take.isEnabled()


def test_the_worker_s_word_on_who_has_read_the_photos_reaches_the_dialog(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.publish(ModelInUse(CARDS[0], None, ready=["starter", "vit-l-14"]))
    qtbot.waitUntil(lambda: "ready" in marked(window, "vit-l-14", qtbot))
    assert marked(window, "starter", qtbot).endswith("in use")


def marked(window: MainWindow, model_id: str, qtbot: QtBot) -> str:
    """The accessible name of a model in a dialog that is opened to see it."""
    dialog = opened(qtbot, window)
    name = dialog.buttons[model_id].accessibleName()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(ModelDialog) is None)
    return name


def test_measurements_run_on_the_worker_and_end_with_the_dialog(
    qtbot: QtBot, window: MainWindow, worker: InMemoryWorker
) -> None:
    worker.holding_errands = True
    dialog = opened(qtbot, window)
    dialog.cards.measure.click()
    first = worker.errands[0][0]
    assert [errand for _, errand in worker.errands] == [MeasureModel(each.id) for each in CARDS]
    worker.finish(first, Outcome(ModelSpeed("starter", 64.2, "cpu", "float32")))
    qtbot.waitUntil(lambda: dialog.cards.speed_words("starter") == "64 photos/s on the processor")
    dialog.reject()
    cancelled = {call for call in worker.calls if call.startswith("cancel ")}
    assert cancelled == {f"cancel {errand_id}" for errand_id, _ in worker.errands[1:]}


def test_speeds_are_not_guessed_until_they_were_measured_one_after_the_other(qtbot: QtBot) -> None:
    dialog = ModelDialog(CARDS, None)
    qtbot.addWidget(dialog)
    assert dialog.cards.speed_words("starter") == "speed not measured yet"
    asked: list[str] = []
    dialog.measure_wanted.connect(asked.append)
    dialog.cards.measure.click()
    assert asked == ["starter", "vit-b-32", "vit-l-14", "siglip2"]
    assert not dialog.cards.measure.isEnabled()
    dialog.take_speed(ModelSpeed("starter", 64.2, "cpu", "float32"))
    assert dialog.cards.speed_words("starter") == "64 photos/s on the processor"
    assert dialog.cards.progress.text() == "Measuring, 3 to go…"
    for model_id in asked[1:]:
        dialog.take_done(ErrandDone(1, MeasureModel(model_id), Outcome(None, ("Too little memory.",))))
    assert dialog.cards.speed_words("siglip2") == "not measured"
    assert dialog.cards.measure.isEnabled()
    assert dialog.cards.progress.text() == ""


def test_stars_follow_the_published_figure(qapp: object) -> None:
    assert model_words.stars(CARDS[0]) == ""
    assert model_words.stars(CARDS[1]) == "★★☆☆☆"
    assert model_words.stars(CARDS[2]) == "★★★★☆"
    assert model_words.quality(CARDS[2]) == "★★★★☆ 79.2 %"
    assert model_words.quality(CARDS[0]) == "not rated"
    assert model_words.stars_aloud(CARDS[2]) == "4 of 5 stars"


def test_a_click_anywhere_on_a_card_chooses_its_model(qtbot: QtBot) -> None:
    dialog = ModelDialog(CARDS, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    tile = dialog.buttons["vit-b-32"].parentWidget()
    assert tile is not None
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton, pos=tile.rect().bottomRight() - QPoint(4, 4))
    assert dialog.selected() == CARDS[1]
