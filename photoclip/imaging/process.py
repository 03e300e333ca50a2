"""One decoding process, seen from outside: asked, timed, killed, started again."""

from __future__ import annotations

import math
import multiprocessing
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import ModuleType

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.photos import Problem, ProblemKind
from photoclip.imaging import child, wire

_START_LIMIT_S = 60.0
_DEATH_LIMIT_S = 5.0
_TRANSFER_LIMIT_S = 10.0
"""How long a message may take from its first byte to its last; a hostile process may stop between."""
_SPAWN = multiprocessing.get_context("spawn")
_STARTING = threading.Lock()

_CRASHED = Problem(
    ProblemKind.CRASHED, "The decoder crashed on this file; it is skipped until the file changes."
)
_NOT_STARTED = Problem(
    ProblemKind.UNREADABLE, "photoclip could not start a process to read this file; it is tried again."
)


class DecodingProcess:
    """Belongs to one thread; only `close` may be called from another.

    The process is started by the first request, and again after it crashed or
    was killed for being late. One that answers what makes no sense has been
    taken over by a file, and is treated as crashed.
    """

    def __init__(self, limit_s: float, memory_bytes: int = child.MEMORY_LIMIT_BYTES) -> None:
        self._limit_s = limit_s
        self._memory_bytes = memory_bytes
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._closed = False
        self._lock = threading.Lock()
        self._deadline = math.inf
        self._stopped = threading.Event()

    def answer(self, request: DecodeRequest) -> Decoded | Problem:
        """The answer to one request, within the time limit and whatever the file does."""
        try:
            connection = self._running()
        except (OSError, EOFError):
            self._stop()
            return _NOT_STARTED
        try:
            with self._limited(self._limit_s + _TRANSFER_LIMIT_S):
                # A pickle only ever goes this way; nothing that the process sends is unpickled.
                connection.send(request)
                if not connection.poll(self._limit_s):
                    self._stop()
                    return self._late()
                message = connection.recv_bytes(wire.most_bytes(request))
                return wire.unpack(message, request, connection.recv_bytes)
        except (OSError, EOFError, wire.BadAnswer):
            self._stop()
            return _CRASHED

    def close(self) -> None:
        """Kill the process, now and for good; an `answer` that waits for it returns."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def finish(self) -> None:
        """Let go of the pipe and the process's entry in the system; for the owning thread."""
        self._stop()

    def _late(self) -> Problem:
        return Problem(
            ProblemKind.TIMED_OUT,
            f"Reading this file took longer than {self._limit_s:.0f} seconds and was stopped.",
        )

    def _running(self) -> Connection:
        """The pipe to a process that is alive and ready.

        Raises:
            OSError, EOFError: it does not start.
        """
        # The sentinel, not is_alive(): that one reaps, and so does any other thread that starts a process.
        if self._process is not None and wait([self._process.sentinel], timeout=0):
            self._stop()
        if self._connection is None:
            self._connection = self._start()
            if not self._connection.poll(_START_LIMIT_S):
                raise TimeoutError
            with self._limited(_TRANSFER_LIMIT_S):
                if self._connection.recv_bytes(len(wire.READY)) != wire.READY:
                    raise EOFError
        return self._connection

    @contextmanager
    def _limited(self, limit_s: float) -> Iterator[None]:
        """End the process should the block take longer: a read or write that waits for it then fails."""
        self._deadline = time.monotonic() + limit_s
        try:
            yield
        finally:
            self._deadline = math.inf

    def _watch(self, process: BaseProcess, stopped: threading.Event) -> None:
        """Kill a process that stops in the middle of a message: who reads it would wait for ever."""
        while not stopped.wait(_TRANSFER_LIMIT_S):
            if time.monotonic() > self._deadline:
                with self._lock:
                    if self._process is process:
                        process.kill()
                return

    def _start(self) -> Connection:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(
            target=child.serve,
            args=(theirs, self._limit_s, self._memory_bytes),
            name="photoclip-decode",
            daemon=True,
        )
        with theirs, self._lock, _main_hidden():
            if self._closed:
                ours.close()
                raise BrokenPipeError
            process.start()
            self._process = process
            self._stopped = threading.Event()
        threading.Thread(
            target=self._watch, args=(process, self._stopped), name="photoclip-watchdog", daemon=True
        ).start()
        return ours

    def _stop(self) -> None:
        with self._lock:
            self._stopped.set()
            process, self._process = self._process, None
            connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            # One that waits for a dead network drive does not even die; it is left behind.
            process.join(_DEATH_LIMIT_S)
            if process.exitcode is not None:
                process.close()
        if connection is not None:
            connection.close()


@contextmanager
def _main_hidden() -> Iterator[None]:
    """Keep `spawn` from running the parent's main module in the child.

    It would: for `python -m photoclip` that is the whole command line, for a
    script without a guard it is the script again, and for one read from
    standard input the child dies looking for a file named "<stdin>".
    """
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
