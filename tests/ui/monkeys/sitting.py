"""A monkey's sitting: which actions in which mixture, when to look whether all holds, and the report."""

from __future__ import annotations

import argparse
import faulthandler
import json
import random
import sys
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from faults import census
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from support import colour_workshop
from ui.monkeys.browsing import Browsing
from ui.monkeys.checks import Checks, Widgets, wait
from ui.monkeys.ears import Ears
from ui.monkeys.hand import Hand
from ui.monkeys.keeping import Keeping
from ui.monkeys.outside import Outside

from photoclip import bootstrap, own_files
from photoclip.domain.query import Query
from photoclip.library import verifying
from photoclip.library.workshop import Workshop
from photoclip.machine import heap
from photoclip.machine.bin import SystemBin
from photoclip.ui import main_window
from photoclip.ui.actions.desktop import Desktop
from photoclip.ui.actions.shortcuts import Command
from photoclip.ui.app import make_application, window_file, window_store
from photoclip.ui.main_window import MainWindow
from photoclip.ui.session import Session
from photoclip.ui.stall_watch import StallWatch
from photoclip.worker.worker import Worker

HOME = "home"
"""The folder that stands for the user's own one, with the bin."""
_EVERY = 50
_UNDO_EVERY = 200
_TOLD = 30
_HUNG_SECONDS = 120.0
_WARM_UP = 0.5
"""The share of the samples in which caches fill; the rest is what must be flat."""
_FEWEST_SAMPLES = 12
_MOST_RISE = 0.05
"""From the third quarter to the fourth, as a share; the library itself grows meanwhile."""
_MORE_HANDLES = 8
"""Threads of pools and decoders, and what each of them has open, come and go."""
_TILE_BYTES = 20_000_000
_MOST_WINDOWS = 2
"""The one that is open, and one that was replaced a moment ago."""
_MORE_WIDGETS = 200
_PACE_MS = (0, 0, 5, 20, 60, 150)


class NotingDesktop(Desktop):
    """Asks no other program for anything."""

    asked = 0

    def open_file(self, path: bytes) -> bool:
        return self._note(path)

    def open_folder(self, path: bytes) -> bool:
        return self._note(path)

    def show_in_folder(self, path: bytes) -> bool:
        return self._note(path)

    def _note(self, path: bytes) -> bool:
        NotingDesktop.asked += 1
        return len(path) % 5 > 0


class Monkey(QObject):
    """One sitting of one monkey."""

    def __init__(
        self, session: Session, outside: Outside, library: Path, seed: int, ears: Ears, *, loud: bool
    ) -> None:
        super().__init__()
        self._chance = random.Random(seed)
        self._session = session
        self._outside = outside
        self._ears = ears
        self._loud = loud
        self._hand = Hand(seed, lambda: outside.roots, outside.exports)
        self._look = Browsing(self._chance)
        self._keep = Keeping(self._chance, outside, self._hand)
        self.checks = Checks(session, library, self._hand.is_needed)
        self.last: deque[str] = deque(maxlen=_TOLD)
        self.done: Counter[str] = Counter()
        self.samples: list[census.Sample] = []
        self.widgets: list[Widgets] = []
        self.undone: list[str] = []

    def begin(self) -> None:
        """The first run, and its first index."""
        wait(300)
        self._keep.begin(self.checks.window)
        self._keep.add_folder_again(self.checks.window)
        self.checks.rest()

    def use(self, actions: int, told: Callable[[str], None]) -> None:
        doings, weights = zip(*self._doings(), strict=True)
        for number in range(1, actions + 1):
            self._act(number, self._chance.choices(doings, weights)[0])
            if number % _EVERY == 0 or number == actions:
                self._check(number)
                told(f"{number} actions, {self.samples[-1]}, {self.widgets[-1]}")

    def end(self) -> None:
        self._hand.stop()

    def _act(self, number: int, doing: Callable[[MainWindow], None]) -> None:
        faulthandler.dump_traceback_later(_HUNG_SECONDS, exit=True)
        # A dialog that is open takes all that a person does.
        for _ in range(200):
            if not self._hand.is_needed():
                break
            wait(25)
        else:
            raise AssertionError(f"{QApplication.activeModalWidget()} cannot be closed: {self._hand.done}")
        self._look.said = self._keep.said = ""
        self.last.append(f"{number} {doing.__name__}")
        if self._loud:
            _tell(self.last[-1])
        window = self.checks.window
        # Filled at once, so that what grows is no cache on its way to the limit of the settings.
        window.thumbnails.set_capacity(_TILE_BYTES)
        doing(window)
        self.done[doing.__name__] += 1
        self.last[-1] += f": {self._look.said or self._keep.said}"
        wait(self._chance.choice(_PACE_MS))
        self._hear()

    def _hear(self) -> None:
        assert not self._ears.heard, "\n".join(self._ears.heard)

    def _check(self, number: int) -> None:
        self.checks.rest()
        self.checks.rows()
        if number % _UNDO_EVERY == 0:
            self._outside.bring_back()
            self.checks.rest()
            self.undone.append(self.checks.undo())
        self._come_home()
        self.samples.append(self.checks.census(self._outside.folders()))
        self.widgets.append(self.checks.widgets())
        assert self.widgets[-1].windows <= _MOST_WINDOWS, "windows that were replaced are still there"
        self._hear()

    def _come_home(self) -> None:
        """To all photos in a window of one size, so that what is counted can be compared."""
        window = self.checks.window
        window.viewer.slideshow.stop()
        if window.isFullScreen():
            window.showNormal()
        window.flow.choose(Query())
        window.resize(1200, 800)
        if not window.view.shows_viewer() and window.view.shows_problems():
            window.commands[Command.ALL_PHOTOS].trigger()
        self.checks.rest()

    def _doings(self) -> list[tuple[Callable[[MainWindow], None], int]]:
        look, keep = self._look, self._keep
        return [
            *((doing, 8) for doing in (look.click_photo, look.choose_source, look.use_viewer, look.scroll)),
            *((doing, 5) for doing in (look.type_words, look.move_by_keys, look.open_photo, keep.mark)),
            *((doing, 4) for doing in (look.go_back, keep.undo_some, keep.drop_photos, keep.any_command)),
            *((doing, 3) for doing in (look.band, look.arrange, look.resize_tiles, keep.use_inspector)),
            *((doing, 3) for doing in (look.clear_words, look.take_chip_off, look.photo_menu)),
            *((doing, 3) for doing in (keep.change_in_album, keep.source_menu, keep.live_outside)),
            *((doing, 2) for doing in (look.walk_sources, look.resize_window, look.press_button)),
            *((doing, 2) for doing in (look.use_tab, look.viewer_button, keep.make_album, keep.rename_album)),
            *((doing, 2) for doing in (keep.arrange_album, keep.delete_album, keep.use_errands, keep.bin)),
            *((doing, 2) for doing in (keep.export, keep.drop_outside, keep.paste, keep.preferences)),
            *((doing, 2) for doing in (keep.use_problems, keep.answer_bars, keep.begin)),
            *((doing, 1) for doing in (look.watch_slideshow, keep.change_theme, keep.change_language)),
            (keep.add_folder_again, 1),
        ]


def report(monkey: Monkey, stalls: StallWatch, seed: int, seconds: float) -> dict[str, object]:
    samples = monkey.samples
    widgets = [sample.all for sample in monkey.widgets]
    late = samples[int(len(samples) * _WARM_UP) :]
    faults = _growth(late) if len(samples) >= _FEWEST_SAMPLES else []
    half = len(widgets) // 2
    if half and max(widgets[half:]) > max(widgets[:half]) + _MORE_WIDGETS:
        faults.append(f"Widgets grow: {widgets}.")
    return {
        "seed": seed,
        "actions": sum(monkey.done.values()),
        "seconds": round(seconds),
        "faults": faults,
        "memory_mb": [round(sample.memory / 1e6) for sample in samples],
        "handles": [sample.handles for sample in samples],
        "threads": [sample.threads for sample in samples],
        "widgets": widgets,
        "undone": monkey.undone,
        "stalls": len(stalls.stalls),
        "longest_stall_ms": round(stalls.longest * 1000),
        "stalled_in": Counter(_place(stall.stack) for stall in stalls.stalls).most_common(8),
        "done": dict(monkey.done.most_common()),
        "said": Counter(text[:80] for text in monkey.checks.following.troubles).most_common(12),
    }


def _growth(late: list[census.Sample]) -> list[str]:
    memory = [sample.memory for sample in late]
    half = len(memory) // 2
    third, fourth = sum(memory[:half]) / half, sum(memory[half:]) / len(memory[half:])
    # How many processes decode is a setting, which the monkey changes.
    late = [
        replace(sample, children_memory=sample.children_memory // max(1, sample.children)) for sample in late
    ]
    own = ("memory", "handles", "threads", "children grow")
    found = [fault for fault in census.faults(late) if not fault.startswith(own)]
    if fourth > third * (1 + _MOST_RISE):
        rise = (fourth - third) / 1e6
        found.append(f"Memory rises by {rise:.0f} MB from one quarter of the sitting to the next.")
    for name in ("handles", "threads"):
        counts = [getattr(sample, name) for sample in late]
        if max(counts[half:]) > max(counts[:half]) + _MORE_HANDLES:
            found.append(f"More and more {name}: {counts}.")
    return found


def _place(stack: str) -> str:
    """The line of photoclip in which the window stood still."""
    own = [line.strip() for line in stack.splitlines() if "/photoclip/" in line and "File" in line]
    return own[-1].split("/photoclip/")[-1] if own else "(Qt)"


def sit(folder: Path, options: argparse.Namespace) -> int:
    ears = Ears()
    ears.listen()
    outside = Outside(folder / "photos", options.seed)
    outside.draw(options.photos)
    library = folder / "library"
    if options.starter:
        with bootstrap.writing(library) as workshop:
            return use(workshop, folder, outside, ears, options)
    return use(replace(colour_workshop(library), bin=SystemBin()), folder, outside, ears, options)


def use(workshop: Workshop, folder: Path, outside: Outside, ears: Ears, options: argparse.Namespace) -> int:
    library = folder / "library"
    main_window.Desktop = NotingDesktop  # type: ignore[misc]
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    heap.share()  # as bootstrap does for the window
    app = make_application(["monkey"])
    everything = own_files.everything(library, "", window_file())
    session = Session(Worker(workshop), bootstrap._OwnSettings(workshop), window_store(), everything)
    session.window.painted.connect(session.window.start)
    session.window.resize(1200, 800)
    session.window.show()
    monkey = Monkey(session, outside, library, options.seed, ears, loud=options.loud)
    stalls = StallWatch(session)
    started = time.monotonic()
    fault = ""
    try:
        monkey.begin()
        stalls.start()
        monkey.use(options.actions, _tell)
        stalls.stop()
    except (AssertionError, RuntimeError, AttributeError, TypeError, ValueError, OSError):
        fault = traceback.format_exc()
    faulthandler.cancel_dump_traceback_later()
    monkey.end()
    stalls.stop()
    session.close()
    wait(50)
    found = report(monkey, stalls, options.seed, time.monotonic() - started)
    faults = [fault, *ears.heard] if fault else [*found["faults"], *ears.heard]  # type: ignore[misc]
    faults += outside.faults(folder / HOME / "Trash" / "files")
    faults += [finding.sentence for finding in verifying.verify(workshop, lambda *_: None).findings]
    if faults:
        _tell(f"seed {options.seed}, the last actions:")
        for line in (*monkey.last, "the hand:", *monkey._hand.done[-12:], *faults):
            _tell(line)
    print(json.dumps({**found, "faults": faults}), flush=True)
    del session, app
    return 1 if faults else 0


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
