"""The photos of a library that a monkey uses, and what other programs do to them meanwhile."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections import Counter
from pathlib import Path

from PIL import Image, ImageDraw
from support import COLOURS, age, draw

_BURST = 4
_MOST_PICTURES = 400
_EXIF_TAKEN = 36867
_EXIF_PART = 0x8769


class Outside:
    """Folders of photos. Whatever is done to them here is noted, so that any other change is found."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.roots = [folder / "camera", folder / "archive"]
        self.pictures = folder / "elsewhere"
        self.exports = folder / "exports"
        self._chance = random.Random(seed)
        self._known: dict[Path, bytes] = {}
        self._away: Path | None = None
        self._number = 0

    def draw(self, photos: int) -> None:
        for folder in (self.pictures, self.exports):
            folder.mkdir(parents=True)
        for colour in COLOURS:
            draw(self.pictures / f"{colour}.png", colour, 9)
        while len(self._known) < photos:
            self._new(self._chance.choice(self.roots) / f"trip {self._chance.randrange(6)}")
        self._burst()
        self._duplicate()
        self._animate()
        self._break()

    def some_picture(self) -> Path:
        return self._chance.choice(sorted(self.pictures.iterdir()))

    def folders(self) -> int:
        """How many folders there are to watch."""
        return sum(1 for root in self.roots for _ in os.walk(root)) + 1

    def live(self) -> str:
        """Let another program do something; returns what."""
        usual = [self._arrive, self._arrive, self._burst, self._edit, self._delete, self._duplicate]
        doing = self._chance.choice([*usual, self._break, self._rename_folder, self._take_away])
        if self._away is not None and self._chance.random() < 0.5:
            doing = self.bring_back
        doing()
        return doing.__name__.strip("_").replace("_", " ")

    def bring_back(self) -> None:
        if self._away is not None:
            self._put(self._away.with_name(f"{self._away.name} in a drawer"), self._away)
            self._away = None

    def faults(self, bin: Path) -> list[str]:
        """Photos that are not as they were left: those in the bin are, wherever they came from."""
        kept = Counter(_hash(file) for file in bin.iterdir()) if bin.exists() else Counter()
        found = []
        for path, content in self._known.items():
            if path.exists():
                if _hash(path) != content:
                    found.append(f"{path} is not as it was")
            elif kept[content]:
                kept[content] -= 1
            else:
                found.append(f"{path} is neither there nor in the bin")
        strangers = [p for root in self.roots for p in root.rglob("*") if p.is_file()]
        return found + [f"{path} was made by nobody" for path in strangers if path not in self._known]

    # --- what happens

    def _arrive(self) -> None:
        for _ in range(self._chance.randint(1, 5)):
            self._new(self._chance.choice(self._plugged()) / f"trip {self._chance.randrange(6)}")
        if len(self._photos()) > _MOST_PICTURES:
            for _ in range(8):
                self._delete()

    def _burst(self) -> None:
        """The same scene several times within a second."""
        folder = self._chance.choice(self._plugged()) / "burst"
        colour, moment = self._chance.choice(list(COLOURS)), self._moment()
        for _ in range(_BURST):
            self._new(folder, colour, moment)

    def _animate(self) -> None:
        path = self.roots[0] / f"moving {self._next()}.gif"
        frames = [Image.new("RGB", (120, 90), colour) for colour in COLOURS.values()]
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=80, loop=0)
        self._note(age(path))

    def _break(self) -> None:
        """Files that only look like photos."""
        whole = self._new(self._chance.choice(self._plugged())).read_bytes()
        for content in (b"", b"no photo at all", whole[: len(whole) // 2]):
            path = self._chance.choice(self._plugged()) / f"broken {self._next()}.jpg"
            path.write_bytes(content)
            self._note(age(path))

    def _edit(self) -> None:
        for path in self._some(3):
            self._write(path, self._chance.choice(list(COLOURS)), self._moment())

    def _delete(self) -> None:
        for path in self._some(3):
            path.unlink()
            del self._known[path]

    def _duplicate(self) -> None:
        for path in self._some(4):
            copy = path.with_name(f"copy {self._next()}{path.suffix}")
            shutil.copyfile(path, copy)
            self._note(age(copy))

    def _rename_folder(self) -> None:
        folders = [path for root in self._plugged() for path in root.iterdir() if path.is_dir()]
        if folders:
            folder = self._chance.choice(folders)
            self._put(folder, folder.with_name(f"trip {self._next() + 100}"))

    def _take_away(self) -> None:
        """A drive is pulled out."""
        if self._away is None and self.roots[1].exists():
            self._away = self.roots[1]
            self._put(self._away, self._away.with_name(f"{self._away.name} in a drawer"))

    # --- small things

    def _put(self, before: Path, after: Path) -> None:
        # Those in the bin stay known by the place that they are put back to.
        here = [path for path in self._known if before in path.parents and path.exists()]
        moved = {path: path.relative_to(before) for path in here}
        before.rename(after)
        for path, inside in moved.items():
            self._known[after / inside] = self._known.pop(path)

    def _plugged(self) -> list[Path]:
        return [root for root in self.roots if root != self._away]

    def _photos(self) -> list[Path]:
        roots = self._plugged()
        return sorted(p for p in self._known if p.exists() and any(root in p.parents for root in roots))

    def _some(self, most: int) -> list[Path]:
        photos = self._photos()
        return self._chance.sample(photos, min(len(photos), self._chance.randint(1, most)))

    def _new(self, folder: Path, colour: str = "", moment: str = "") -> Path:
        path = folder / f"IMG_{self._next():05d}.jpg"
        folder.mkdir(parents=True, exist_ok=True)
        return self._write(path, colour or self._chance.choice(list(COLOURS)), moment or self._moment())

    def _write(self, path: Path, colour: str, moment: str) -> Path:
        size = self._chance.choice([(320, 240), (240, 320), (900, 300), (1600, 1200)])
        image = Image.new("RGB", size, COLOURS[colour])
        ImageDraw.Draw(image).text((8, 8), str(self._next()), fill=(128, 128, 128))
        exif = Image.Exif()
        exif.get_ifd(_EXIF_PART)[_EXIF_TAKEN] = moment
        kind = {".gif": "GIF", ".png": "PNG"}.get(path.suffix, "JPEG")
        image.save(path, kind, **({"exif": exif} if kind == "JPEG" else {}))
        return self._note(age(path))

    def _note(self, path: Path) -> Path:
        self._known[path] = _hash(path)
        return path

    def _moment(self) -> str:
        return f"20{self._chance.randrange(10, 25)}:{self._chance.randrange(1, 13):02d}:05 12:30:00"

    def _next(self) -> int:
        self._number += 1
        return self._number


def _hash(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
