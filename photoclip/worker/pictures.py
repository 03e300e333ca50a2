"""Whole pictures for whoever looks at one, decoded apart from this process."""

from __future__ import annotations

import logging
from collections.abc import Callable

from photoclip.domain.decoding import DecodeRequest
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Decoder
from photoclip.errors import PhotoclipError
from photoclip.worker.background import Background
from photoclip.worker.messages import Event, PictureLoaded
from photoclip.worker.single import SingleDecoder

_log = logging.getLogger(__name__)
_MOST_WAITING = 4


class Pictures(Background):
    """Loads the last few pictures that were asked for, the newest first. Public methods return at once."""

    def __init__(self, new_decoder: Callable[[], Decoder], publish: Callable[[Event], None]) -> None:
        super().__init__("photoclip-pictures")
        self._decoder = SingleDecoder(new_decoder)
        self._publish = publish
        self._waiting: list[tuple[int, bytes, tuple[int, int] | None]] = []

    def load(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> None:
        with self._change:
            self._waiting.append((ticket, path, box))
            del self._waiting[:-_MOST_WAITING]
            self._change.notify_all()

    def close(self) -> None:
        with self._change:
            self._closed = True
        self._decoder.close()
        super().close()

    # --- the thread

    def _run(self) -> None:
        while (wanted := self._next()) is not None:
            self._load_safely(*wanted)

    def _next(self) -> tuple[int, bytes, tuple[int, int] | None] | None:
        with self._change:
            while not self._change.wait_for(self._has_work, self._decoder.seconds_left()):
                self._decoder.let_go()
            return None if self._closed else self._waiting.pop()

    def _has_work(self) -> bool:
        return self._closed or bool(self._waiting)

    def _load_safely(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> None:
        try:
            loaded = self._load(ticket, path, box)
        except PhotoclipError as fault:
            loaded = PictureLoaded(ticket, problem=str(fault))
        except Exception:  # noqa: BLE001 - a bug must cost one picture, not the thread
            _log.exception("a picture could not be loaded")
            problem = "The picture went wrong inside photoclip; the log has the details."
            loaded = PictureLoaded(ticket, problem=problem)
        if loaded is not None:
            self._publish(loaded)

    def _load(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> PictureLoaded | None:
        decoder = self._decoder.get()
        decoder.submit(DecodeRequest(path, picture=box or (0, 0), serial=ticket))
        result = decoder.next_result(None)
        if result is None:
            return None  # closed meanwhile
        if isinstance(result.outcome, Problem):
            return PictureLoaded(ticket, problem=result.outcome.reason)
        picture = result.outcome.picture
        assert picture is not None  # noqa: S101 - it was asked for
        height, width = picture.shape[:2]
        return PictureLoaded(ticket, width, height, picture.tobytes())
