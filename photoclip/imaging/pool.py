"""Decoding processes in parallel, behind the `Decoder` port."""

from __future__ import annotations

import queue
import threading

from photoclip.domain.decoding import DecodeRequest, DecodeResult
from photoclip.imaging.child import MEMORY_LIMIT_BYTES
from photoclip.imaging.process import DecodingProcess

TIME_LIMIT_S = 30.0
"""How long one file may take, from the moment a process is given it."""

_REQUESTS_PER_PROCESS = 2
_CLOSE_LIMIT_S = 10.0


class DecodePool:
    """Implements `domain.pipeline.Decoder`.

    One thread per process waits for its answers. Threads and processes are
    started by the first request; a process that crashes or is late is replaced,
    and costs only the file it was working on.
    """

    def __init__(
        self, processes: int, limit_s: float = TIME_LIMIT_S, memory_bytes: int = MEMORY_LIMIT_BYTES
    ) -> None:
        """`memory_bytes` is the most that one process may take (where the system knows such a limit)."""
        self._processes = [DecodingProcess(limit_s, memory_bytes) for _ in range(max(1, processes))]
        self._threads: list[threading.Thread] = []
        self._requests: queue.SimpleQueue[DecodeRequest | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[DecodeResult | None] = queue.SimpleQueue()
        self._closed = threading.Event()

    @property
    def capacity(self) -> int:
        """One request in work and one waiting for each process."""
        return _REQUESTS_PER_PROCESS * len(self._processes)

    def submit(self, request: DecodeRequest) -> None:
        """Queue a request; never blocks. After `close` it is dropped."""
        if self._closed.is_set():
            return
        if not self._threads:
            self._threads = [self._supervise(process) for process in self._processes]
        self._requests.put(request)

    def next_result(self, timeout: float | None) -> DecodeResult | None:
        """The next finished request in any order; None after `timeout` seconds, or when closed."""
        if self._closed.is_set():
            return None
        try:
            return self._results.get(timeout=timeout)
        except queue.Empty:
            return None

    def close(self) -> None:
        """Kill the processes and drop what is queued; a second call does nothing."""
        if self._closed.is_set():
            return
        self._closed.set()
        for process in self._processes:
            process.close()
        for _ in self._threads:
            self._requests.put(None)
        for thread in self._threads:
            thread.join(_CLOSE_LIMIT_S)
        self._results.put(None)  # wakes a caller that waits without a limit

    def _supervise(self, process: DecodingProcess) -> threading.Thread:
        # A daemon, so that a program that forgets `close` can still end.
        thread = threading.Thread(target=self._work, args=(process,), name="photoclip-decode", daemon=True)
        thread.start()
        return thread

    def _work(self, process: DecodingProcess) -> None:
        while (request := self._requests.get()) is not None and not self._closed.is_set():
            outcome = process.answer(request)
            self._results.put(DecodeResult(request, outcome))
        process.finish()
