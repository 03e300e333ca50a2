"""A library's life in fast motion: what people and cameras do to photos, drawn at random."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from pathlib import Path

from faults.listening import Listener
from faults.oracle import Places, on_disk
from support import COLOURS, draw

from photoclip.domain.query import Query
from photoclip.worker.messages import Question
from photoclip.worker.worker import Worker

_MOST_PHOTOS = 400
_FEWEST_PHOTOS = 120
_PICTURES = 600
_NAMES = 80


class Life:
    """Watched folders, and everything that can happen to them."""

    def __init__(
        self, folder: Path, worker: Worker, listener: Listener, seed: int, models: list[str]
    ) -> None:
        self._folder = folder
        self._worker = worker
        self._listener = listener
        self._chance = random.Random(seed)
        self._models = models
        self._roots = [folder / name for name in ("camera", "archive")]
        self._extra = folder / "visitor"
        self._has_extra = False
        self._unplugged: dict[Path, Places] = {}
        self._half: dict[Path, bytes] = {}
        self._question = 0
        self.done: Counter[str] = Counter()

    def begin(self) -> None:
        for root in (*self._roots, self._extra):
            root.mkdir(parents=True)
            for _ in range(_FEWEST_PHOTOS // 3):
                self._new_photo(root)
        for root in self._roots:
            self._worker.add_folder(str(root))

    def live(self, events: int) -> None:
        """Let so many things happen, one right after the other."""
        for _ in range(events):
            doing = self._chance.choice(self._choices())
            self.done[doing.__name__.strip("_")] += 1
            doing()

    def expected(self) -> Places:
        """What the library has to show once the worker has come to rest."""
        watched = [*self._roots, *([self._extra] if self._has_extra else [])]
        found: Places = {}
        for root in watched:
            found |= self._unplugged[root] if root in self._unplugged else on_disk(root)
        return found

    @property
    def is_unplugged(self) -> bool:
        return bool(self._unplugged)

    def folders(self) -> int:
        """How many folders may be watched now; those of a drive in a drawer may be so still."""
        watched = [*self._roots, *map(self._away, self._roots), *([self._extra] if self._has_extra else [])]
        return sum(1 for root in watched for _ in os.walk(root))

    def settle(self) -> None:
        """What was half copied is completed, what is unplugged plugged in, so that a check sees it all."""
        for photo, data in self._half.items():
            if photo.exists():
                photo.write_bytes(data)
        self._half.clear()

    def unplug(self) -> None:
        """Pull a drive out, now and then. Only what the library has seen can be asked of it then."""
        root = self._chance.choice(self._roots)
        if self._unplugged or self._chance.random() < 0.7:
            return
        self.done["unplug"] += 1
        self._unplugged[root] = on_disk(root)
        root.rename(self._away(root))
        if self._chance.random() < 0.5:
            root.mkdir()  # an empty mount point

    # --- what happens

    def _choices(self) -> list:  # type: ignore[type-arg]
        few, many = self._count() < _FEWEST_PHOTOS, self._count() > _MOST_PHOTOS
        growing = [self._arrive, self._arrive, self._copy_half, self._duplicate]
        shrinking = [self._delete, self._delete]
        return [
            *(growing if not many else shrinking),
            *(shrinking if not few else growing),
            *([self._rename, self._move, self._edit, self._replace, self._touch] * 2),
            self._rename_folder,
            self._plug_in,
            *([self._search, self._search_similar, self._browse] * 3),
            self._pause_and_resume,
            self._worker.rescan,
            self._change_model,
            self._add_or_remove_folder,
        ]

    def _arrive(self) -> None:
        """A burst from a camera."""
        folder = self._chance.choice(self._plugged()) / f"trip {self._chance.randrange(12)}"
        for _ in range(self._chance.randint(1, 12)):
            self._new_photo(folder)

    def _copy_half(self) -> None:
        photo = self._new_photo(self._chance.choice(self._plugged()))
        data = photo.read_bytes()
        photo.write_bytes(data[: len(data) // 2])
        self._half[photo] = data

    def _duplicate(self) -> None:
        for photo in self._some(4):
            copy = photo.with_name(self._name("copy"))
            if copy != photo:
                shutil.copyfile(photo, copy)

    def _delete(self) -> None:
        for photo in self._some(8):
            photo.unlink()

    def _rename(self) -> None:
        for photo in self._some(6):
            photo.rename(photo.with_name(self._name("named")))

    def _move(self) -> None:
        for photo in self._some(6):
            target = self._chance.choice(self._plugged()) / f"moved {self._chance.randrange(6)}"
            target.mkdir(exist_ok=True)
            photo.rename(target / self._name("moved"))

    def _edit(self) -> None:
        """Another picture under the same name, in the same file."""
        for photo in self._some(4):
            self._draw(photo, size=(48, 32))

    def _replace(self) -> None:
        """Another picture takes the place of a file, as programs that save safely do it."""
        for photo in self._some(4):
            self._draw(photo.with_name(self._name("new")), size=(48, 32)).replace(photo)

    def _touch(self) -> None:
        for photo in self._some(5):
            photo.touch()

    def _rename_folder(self) -> None:
        folder = self._chance.choice(self._plugged()) / f"trip {self._chance.randrange(12)}"
        renamed = folder.with_name(f"trip {self._chance.randrange(12, 24)}")
        if renamed.exists():
            folder, renamed = renamed, folder
        if folder.exists() and not renamed.exists():
            self._half = {p: data for p, data in self._half.items() if folder not in p.parents}
            folder.rename(renamed)

    def _plug_in(self) -> None:
        for root in list(self._unplugged):
            if root.exists():
                root.rmdir()
            self._away(root).rename(root)
            del self._unplugged[root]

    def _search(self) -> None:
        self._ask(Question(self._next_question(), Query(words=self._colour())))

    def _search_similar(self) -> None:
        answer = self._ask(Question(self._next_question()))
        if answer is not None and len(answer):
            self._ask(Question(self._next_question(), Query(similar=(int(self._chance.choice(answer)),))))

    def _browse(self) -> None:
        """Scroll: rows are loaded, and thumbnails that are not there yet are wanted."""
        shown = self._ask(Question(self._next_question()))
        if shown:
            start = self._chance.randrange(len(shown))
            before = self._listener.counts["RowsLoaded"]
            self._worker.load_rows(shown[start : start + 40])
            self._worker.want_thumbnails(shown[start : start + 40])
            self._listener.wait_for_rows(before)

    def _pause_and_resume(self) -> None:
        self._worker.pause()
        self._arrive()
        self._search()
        self._worker.resume()

    def _change_model(self) -> None:
        if len(self._models) > 1:
            self._models.append(self._models.pop(0))
            self._worker.choose_model(self._models[0])

    def _add_or_remove_folder(self) -> None:
        self._has_extra = not self._has_extra
        change = self._worker.add_folder if self._has_extra else self._worker.remove_folder
        change(str(self._extra))

    # --- small things

    def _plugged(self) -> list[Path]:
        return [root for root in self._roots if root not in self._unplugged]

    def _photos(self) -> list[Path]:
        return sorted(p for root in self._plugged() for p in root.rglob("*.png") if p not in self._half)

    def _some(self, most: int) -> list[Path]:
        photos = self._photos()
        return self._chance.sample(photos, min(len(photos), self._chance.randint(1, most)))

    def _count(self) -> int:
        return len(self._photos())

    def _away(self, root: Path) -> Path:
        return self._folder / f"{root.name} in a drawer"

    def _new_photo(self, folder: Path) -> Path:
        return self._draw(folder / self._name("photo"))

    def _draw(self, photo: Path, size: tuple[int, int] = (64, 48)) -> Path:
        mark = self._mark()
        return draw(photo, list(COLOURS)[mark % len(COLOURS)], mark, size=size)

    def _colour(self) -> str:
        return self._chance.choice(list(COLOURS))

    def _mark(self) -> int:
        """Which picture: one of so few that they come again, and a catalog is not ever growing."""
        return self._chance.randrange(_PICTURES)

    def _name(self, what: str) -> str:
        return f"{what} {self._chance.randrange(_NAMES)}.png"

    def _next_question(self) -> int:
        self._question += 1
        return self._question

    def _ask(self, question: Question) -> list[int]:
        self._worker.ask(question)
        answer = self._listener.wait_for_answer(question.question_id)
        return [] if answer is None else [int(photo_id) for photo_id in answer.photo_ids]
