import threading

from pytestqt.qtbot import QtBot

from photoclip.ui.bridge import Bridge
from photoclip.worker.messages import Activity, Trouble, WorkerState


def test_an_event_from_another_thread_arrives_in_this_one(qtbot: QtBot) -> None:
    bridge = Bridge()
    arrived_in = []
    bridge.trouble.connect(lambda _: arrived_in.append(threading.get_ident()))
    thread = threading.Thread(target=bridge.publish, args=(Trouble("A drive is gone."),))
    with qtbot.waitSignal(bridge.trouble) as caught:
        thread.start()
    thread.join()
    assert caught.args == [Trouble("A drive is gone.")]
    assert arrived_in == [threading.get_ident()]


def test_an_event_from_the_gui_thread_is_queued_too(qtbot: QtBot) -> None:
    bridge = Bridge()
    seen = []
    bridge.state_changed.connect(seen.append)
    bridge.publish(WorkerState(Activity.IDLE))
    assert not seen
    qtbot.waitUntil(lambda: len(seen) == 1)


def test_nothing_comes_through_once_it_is_shut(qtbot: QtBot) -> None:
    bridge = Bridge()
    with qtbot.assertNotEmitted(bridge.trouble, wait=50):
        bridge.publish(Trouble("was queued"))
        bridge.shut()
        bridge.publish(Trouble("came later"))
