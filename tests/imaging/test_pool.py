"""The pool answers every request, whatever the file does to the process that reads it."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoclip.domain.decoding import Decoded, DecodeRequest, Preprocess, ResizeMode
from photoclip.domain.photos import Problem, ProblemKind
from photoclip.domain.pipeline import Decoder
from photoclip.imaging.child import LEAST_MEMORY_BYTES
from photoclip.imaging.pool import DecodePool

SMALL = Preprocess(64, 64, "bicubic", ResizeMode.SHORTEST)
PATIENCE_S = 60
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def photo(tmp_path, scene) -> Path:
    path = tmp_path / "photo.jpg"
    scene(800, 600).save(path)
    return path


def ask(pool: DecodePool, path: Path, **wishes: object) -> Decoded | Problem:
    pool.submit(DecodeRequest(os.fsencode(path), **wishes))  # type: ignore[arg-type]
    result = pool.next_result(PATIENCE_S)
    assert result is not None
    return result.outcome


def child_pid() -> int:
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    return child.pid


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        select.select([], [], [], 0.005)


def has_open(pid: int, path: Path) -> bool:
    names = Path(f"/proc/{pid}/fd")
    try:
        return any(link.readlink() == path for link in names.iterdir())
    except OSError:
        return False


def wait_for_end(pid: int) -> None:
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], PATIENCE_S)[0], f"process {pid} lives on"
    finally:
        os.close(handle)


def test_a_photo_comes_back_whole(pool, photo):
    port: Decoder = pool
    request = DecodeRequest(os.fsencode(photo), preprocess=SMALL, thumbnail=True)
    port.submit(request)
    result = port.next_result(PATIENCE_S)
    assert result.request == request
    assert isinstance(result.outcome, Decoded)
    assert (result.outcome.pixels.shape, result.outcome.pixels.dtype) == ((64, 64, 3), np.uint8)
    assert result.outcome.thumbnail.startswith(b"\xff\xd8\xff")
    assert result.outcome.details.width == 800


def test_every_request_of_many_is_answered_once(tmp_path, scene):
    paths = [tmp_path / f"{number}.jpg" for number in range(60)]
    for number, path in enumerate(paths):
        scene(40 + number, 30).save(path)
    pool = DecodePool(2)
    try:
        assert pool.capacity == 4
        for path in paths:
            pool.submit(DecodeRequest(os.fsencode(path), preprocess=SMALL))
        results = [pool.next_result(PATIENCE_S) for _ in paths]
        assert {result.request.path for result in results} == {os.fsencode(path) for path in paths}
        for result in results:
            number = int(Path(os.fsdecode(result.request.path)).stem)
            assert result.outcome.details.width == 40 + number
        assert pool.next_result(0.0) is None
    finally:
        pool.close()


def test_nothing_is_started_before_the_first_request():
    pool = DecodePool(2)
    assert multiprocessing.active_children() == []
    assert pool.next_result(0.0) is None
    pool.close()


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_read(photo, slow_photo):
    pool = DecodePool(1, limit_s=1.0)
    try:
        problem = ask(pool, slow_photo, thumbnail=True)
        assert problem.kind is ProblemKind.TIMED_OUT
        assert isinstance(ask(pool, photo, fingerprint_only=True), Decoded)
    finally:
        pool.close()


@linux
def test_a_crash_costs_only_the_file_that_caused_it(pool, photo, slow_photo):
    assert isinstance(ask(pool, photo), Decoded)
    pid = child_pid()
    pool.submit(DecodeRequest(os.fsencode(slow_photo), thumbnail=True))
    pool.submit(DecodeRequest(os.fsencode(photo), thumbnail=True))
    wait_until(lambda: has_open(pid, slow_photo))
    os.kill(pid, signal.SIGSEGV)
    first, second = pool.next_result(PATIENCE_S), pool.next_result(PATIENCE_S)
    assert first.request.path == os.fsencode(slow_photo)
    assert first.outcome.kind is ProblemKind.CRASHED
    assert isinstance(second.outcome, Decoded)
    assert child_pid() != pid


@linux
def test_a_process_killed_while_idle_costs_nothing(pool, photo):
    ask(pool, photo)
    pid = child_pid()
    os.kill(pid, signal.SIGKILL)
    wait_for_end(pid)
    assert isinstance(ask(pool, photo), Decoded)


@linux
def test_a_child_has_a_memory_limit_and_leaves_no_core_file(pool, photo):
    ask(pool, photo)
    limits = Path(f"/proc/{child_pid()}/limits").read_text()
    values = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()}
    assert values["Max address space"] == str(5 << 29)
    assert values["Max core file size"] == "0"


@linux
def test_ctrl_c_does_not_reach_the_children(pool, photo):
    ask(pool, photo)
    pid = child_pid()
    os.kill(pid, signal.SIGINT)
    assert isinstance(ask(pool, photo), Decoded)
    assert child_pid() == pid


@linux
def test_the_children_load_neither_torch_nor_qt(pool, photo, tmp_path, scene, dng):
    for path in (photo, dng(tmp_path / "a.dng", scene(800, 600))):
        assert isinstance(ask(pool, path, thumbnail=True, preprocess=SMALL), Decoded)
    loaded = Path(f"/proc/{child_pid()}/maps").read_text().lower()
    assert "libraw" in loaded
    assert "torch" not in loaded
    assert "pyside" not in loaded
    assert "libqt" not in loaded


def test_close_ends_the_processes_and_may_be_called_again(photo):
    pool = DecodePool(2)
    ask(pool, photo)
    pool.close()
    pool.close()
    assert multiprocessing.active_children() == []
    pool.submit(DecodeRequest(os.fsencode(photo)))
    assert pool.next_result(None) is None


def test_close_waits_for_nothing_that_is_queued_or_in_work(photo, slow_photo):
    pool = DecodePool(1)
    ask(pool, photo)
    for _ in range(20):
        pool.submit(DecodeRequest(os.fsencode(slow_photo), thumbnail=True))
    began = time.monotonic()
    pool.close()
    assert time.monotonic() - began < 3
    assert multiprocessing.active_children() == []


def test_close_while_a_process_starts_leaves_none(photo):
    pool = DecodePool(2)
    pool.submit(DecodeRequest(os.fsencode(photo)))
    pool.submit(DecodeRequest(os.fsencode(photo)))
    pool.close()
    assert multiprocessing.active_children() == []


UNGUARDED = """
import sys
from photoclip.domain.decoding import DecodeRequest
from photoclip.imaging.pool import DecodePool
import multiprocessing, os
pool = DecodePool(1)
for path in sys.argv[1:]:
    pool.submit(DecodeRequest(os.fsencode(path), thumbnail=True))
print(type(pool.next_result(60).outcome).__name__, flush=True)
for child in multiprocessing.active_children():
    print(child.pid, flush=True)
"""


def run(*command: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], input=given, capture_output=True, text=True, timeout=PATIENCE_S
    )


@pytest.mark.parametrize("way", ["stdin", "-c", "script", "-m"])
def test_any_main_program_can_decode(tmp_path, monkeypatch, photo, way):
    (tmp_path / "unguarded.py").write_text(UNGUARDED)
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(tmp_path), str(Path(__file__).resolve().parents[2])])
    )
    command = {
        "stdin": ["-"],
        "-c": ["-c", UNGUARDED],
        "script": [str(tmp_path / "unguarded.py")],
        "-m": ["-m", "unguarded"],
    }[way]
    done = run(*command, str(photo), given=UNGUARDED if way == "stdin" else None)
    assert done.stdout.startswith("Decoded\n")
    assert done.stderr == ""


@linux
def test_a_program_that_forgets_to_close_leaves_no_process(monkeypatch, photo, slow_photo):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    done = run("-c", UNGUARDED, str(photo), str(slow_photo))
    assert done.returncode == 0
    wait_for_end(int(done.stdout.split()[1]))


@linux
def test_what_c_libraries_print_stays_in_the_child(tmp_path, monkeypatch, scene):
    fax = tmp_path / "fax.tif"
    scene(400, 300).convert("1").save(fax, compression="group4")
    data = bytearray(fax.read_bytes())
    data[200:400] = bytes(range(200))
    fax.write_bytes(data)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    noisy = f"from PIL import Image; Image.open({str(fax)!r}).load()"
    assert "Fax4Decode" in run("-c", noisy).stderr
    assert run("-c", UNGUARDED, str(fax)).stderr == ""


@linux
@pytest.mark.parametrize("busy", [False, True])
def test_no_process_outlives_a_parent_killed_at_once(monkeypatch, photo, slow_photo, busy):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    paths = [str(photo), *([str(slow_photo)] * 5 if busy else [])]
    script = UNGUARDED + "sys.stdin.read()\n"
    with subprocess.Popen(
        [sys.executable, "-c", script, *paths], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout.readline() == "Decoded\n"
        pid = int(parent.stdout.readline())
        if busy:
            wait_until(lambda: has_open(pid, slow_photo))
        began = time.monotonic()
        parent.kill()
        wait_for_end(pid)
        assert time.monotonic() - began < 2


@linux
def test_a_pipe_put_in_place_of_a_photo_does_not_hang_the_child(pool, photo, tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    began = time.monotonic()
    ask(pool, photo)
    assert ask(pool, tmp_path / "pipe.jpg", thumbnail=True).kind is ProblemKind.NOT_A_PHOTO
    assert time.monotonic() - began < 20


def test_a_picture_just_under_the_pixel_limit_decodes(tmp_path, pool):
    strip = tmp_path / "strip.png"
    Image.new("1", (20000, 6000)).save(strip)
    assert isinstance(ask(pool, strip, thumbnail=True), Decoded)


def test_nothing_in_imaging_loads_torch_or_qt():
    script = (
        "import importlib, pkgutil, sys, photoclip.imaging as imaging\n"
        "for module in pkgutil.iter_modules(imaging.__path__, 'photoclip.imaging.'):\n"
        "    importlib.import_module(module.name)\n"
        "print({'torch', 'open_clip', 'PySide6', 'sqlite3'} & set(sys.modules))"
    )
    assert run("-c", script).stdout == "set()\n"


def test_the_parent_loads_no_decoder():
    script = "import sys, photoclip.imaging.pool; print({'PIL', 'rawpy', 'pi_heif'} & set(sys.modules))"
    assert run("-c", script).stdout == "set()\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_photo_gets_no_more_memory_than_the_user_allows(tmp_path: Path) -> None:
    photo = tmp_path / "large.png"
    Image.new("RGBA", (8_000, 7_500), "red").save(photo)
    request = DecodeRequest(os.fsencode(photo), thumbnail=True)
    outcomes = []
    for memory_bytes in (400 << 20, LEAST_MEMORY_BYTES):
        with closing(DecodePool(1, memory_bytes=memory_bytes)) as pool:
            pool.submit(request)
            result = pool.next_result(60)
            assert result is not None
            outcomes.append(result.outcome)
    assert isinstance(outcomes[0], Problem)
    assert outcomes[0].reason == "Reading this file takes more memory than photoclip gives to one photo."
    assert isinstance(outcomes[1], Decoded)
