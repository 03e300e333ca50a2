import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent

PROGRAM = """
import sys
from ui.in_memory import InMemoryWorker
from photoclip.settings import Settings
from photoclip.ui.preferences.settings_store import SettingsInMemory
from photoclip.ui import app

class Worker(InMemoryWorker):
    def start(self, publish):
        print("started", flush=True)
        super().start(publish)
    def close(self):
        print("closed", flush=True)
        super().close()

def painted():
    print("painted", "torch" in sys.modules, flush=True)

sys.exit(app.run(Worker(), SettingsInMemory(Settings(theme="dark")), on_first_paint=painted))
"""


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT to another process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_window_is_painted_before_the_worker_starts_and_ctrl_c_closes_both(
    number: signal.Signals,
) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "painted False\n"
        assert process.stdout.readline() == "started\n"
        process.send_signal(number)
        assert process.stdout.read() == "closed\n"
        assert process.wait(20) == 0
