"""Progress on stderr: a bar on a terminal, a quiet line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from tqdm import tqdm

_LINE_EVERY_SECONDS = 10.0


class Progress:
    """One bar or a few lines; nothing is left behind that could mix with results on stdout."""

    def __init__(self) -> None:
        self._bar: tqdm[None] | None = None
        self._terminal = sys.stderr.isatty()
        self._next_line = 0.0
        self._what = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def say(self, sentence: str) -> None:
        """A line of its own."""
        self.end()
        print(sentence, file=sys.stderr, flush=True)

    def show(self, what: str, done: int, total: int, detail: str = "", *, unit: str = "files") -> None:
        """Where the work is; `total` 0 means unknown."""
        if self._terminal:
            self._draw(what, done, total, detail, unit)
        elif time.monotonic() >= self._next_line:
            self._next_line = time.monotonic() + _LINE_EVERY_SECONDS
            of = f": {done:,} of {total:,} {unit}" if total else f": {done:,} {unit}" if done else ""
            print(f"{what}{of}{', ' + detail if detail else ''}", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the bar away."""
        self._next_line = 0.0
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _draw(self, what: str, done: int, total: int, detail: str, unit: str) -> None:
        if self._bar is None or self._what != what:
            self.end()
            self._what = what
            self._bar = tqdm(
                total=total or None,
                desc=what,
                unit=f" {unit}",
                leave=False,
                dynamic_ncols=True,
                file=sys.stderr,
                bar_format="{desc}: {percentage:3.0f}% |{bar}| {n:,}/{total:,}{postfix}" if total else None,
            )
        self._bar.total = total or None
        self._bar.n = done
        self._bar.set_postfix_str(detail, refresh=False)
        self._bar.refresh()


def duration(seconds: float) -> str:
    """A length of time for people: "about 3 minutes"."""
    if seconds < 60:
        return f"about {max(1, round(seconds))} s"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min"
    return f"about {seconds / 3600:.1f} h"
