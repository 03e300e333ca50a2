"""A library's worth of photos for the pictures in docs/, made from the free sample photos."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageOps

Crop = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the photo."""
WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)
_CAMERAS = (("FUJIFILM", "X-T4", "XF35mmF1.4 R", 35.0), ("NIKON CORPORATION", "NIKON Z 6", "", 50.0))
_MAKE, _MODEL, _EXIF, _GPS = 0x010F, 0x0110, 0x8769, 0x8825
_EXPOSURE, _F_NUMBER, _ISO, _TAKEN, _FOCAL_LENGTH, _LENS = 0x829A, 0x829D, 0x8827, 0x9003, 0x920A, 0xA434


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo to make: of which sample and which part of it, where it goes, and when it was taken."""

    sample: str
    place: str
    taken: str
    crop: Crop = WHOLE
    mirrored: bool = False
    where: tuple[float, float] | None = None
    camera: int = 0


_HOUSTON = (29.5593, -95.0900)
_SHOTS = (
    Shot("coffee.png", "2024 May/DSCF1041.jpg", "2024-05-18T08:12:04"),
    Shot("astronaut.png", "2024 May/DSCF1043.jpg", "2024-05-18T10:13:40", where=_HOUSTON),
    Shot("rocket.jpg", "2024 May/DSCF1048.jpg", "2024-05-18T18:02:31", where=_HOUSTON),
    Shot("chelsea.png", "2024 May/DSCF1052.jpg", "2024-05-18T19:20:11"),
    Shot("motorcycle_left.png", "2024 May/DSCF1055.jpg", "2024-05-18T19:41:00"),
    Shot("hubble_deep_field.jpg", "2024 May/DSCF1060.jpg", "2024-05-18T21:40:00", where=_HOUSTON),
    Shot("coins.png", "2024 May/DSCF1021.jpg", "2024-05-11T16:30:00"),
    Shot("coffee.png", "2024 May/DSCF1024.jpg", "2024-05-11T09:15:40", (0.2, 0.05, 0.85, 0.85)),
    Shot("moon.png", "2024 May/DSCF1030.jpg", "2024-05-11T22:15:00"),
    Shot("chelsea.png", "2024 May/DSCF1027.jpg", "2024-05-11T15:06:10", (0.1, 0, 0.75, 0.8)),
    Shot("astronaut.png", "2024 May/DSCF1026.jpg", "2024-05-11T12:20:11", (0.22, 0, 0.72, 0.5)),
    Shot("rocket.jpg", "2024 Spring/IMG_2264.jpg", "2024-04-06T18:04:00", (0.3, 0.1, 0.8, 0.9), camera=1),
    Shot(
        "motorcycle_left.png",
        "2024 Spring/IMG_2262.jpg",
        "2024-04-06T11:24:00",
        (0.1, 0.2, 0.7, 0.9),
        camera=1,
    ),
    Shot("coffee.png", "2024 Spring/IMG_2260.jpg", "2024-04-06T09:18:00", (0, 0.2, 0.6, 1), True, camera=1),
    Shot(
        "chelsea.png", "2024 Spring/IMG_2261.jpg", "2024-04-06T10:09:00", (0.3, 0.05, 1, 0.95), True, camera=1
    ),
    Shot(
        "hubble_deep_field.jpg", "2024 Spring/IMG_2265.jpg", "2024-04-06T21:44:00", (0, 0, 0.5, 0.6), camera=1
    ),
    Shot("astronaut.png", "2023 Workshop/IMG_2207.jpg", "2023-09-09T11:20:00", (0.45, 0, 1, 0.7), camera=1),
    Shot(
        "motorcycle_left.png",
        "2023 Workshop/IMG_2206.jpg",
        "2023-09-09T11:26:00",
        (0.4, 0.1, 1, 0.9),
        camera=1,
    ),
    Shot("brick.png", "2023 Workshop/IMG_2210.jpg", "2023-09-09T12:01:00", camera=1),
    Shot("gravel.png", "2023 Workshop/IMG_2211.jpg", "2023-09-09T12:02:00", camera=1),
    Shot("grass.png", "2023 Workshop/IMG_2212.jpg", "2023-09-09T12:04:00", camera=1),
    Shot("page.png", "2023 Workshop/IMG_2241.jpg", "2023-09-10T16:41:00", camera=1),
    Shot("retina.jpg", "2023 Workshop/IMG_2250.jpg", "2023-09-10T17:05:00", camera=1),
)
_ON_CARD = (
    Shot("coffee.png", "DSC_0007.jpg", "2023-04-02T08:30:00", (0.1, 0.1, 1, 1), camera=1),
    Shot("chelsea.png", "DSC_0011.jpg", "2023-04-02T08:44:00", (0, 0, 0.6, 0.7), True, camera=1),
    Shot("motorcycle_left.png", "DSC_0019.jpg", "2023-04-02T10:10:00", (0, 0, 0.6, 0.7), True, camera=1),
)
_BURST_SHOTS = 5


def make_pictures_folder(samples: Path, folder: Path) -> None:
    """Photos of several days, a burst, duplicates, and files that no program can read."""
    for shot in (*_SHOTS, *_burst()):
        _make(shot, samples, folder)
    _make_duplicates(folder)
    _make_broken(folder)


def make_card(samples: Path, folder: Path) -> None:
    """What is on the memory card that is taken out later."""
    for shot in _ON_CARD:
        _make(shot, samples, folder)


def _burst() -> list[Shot]:
    """A few shots a second, each framed a little differently."""
    start = datetime(2024, 4, 6, 15, 30, 0, tzinfo=UTC)
    shots = []
    for number in range(_BURST_SHOTS):
        shift = 0.03 * number
        taken = (start + timedelta(seconds=number)).strftime("%Y-%m-%dT%H:%M:%S")
        crop = (0.02 + shift, 0.04, 0.82 + shift, 0.96)
        shots.append(Shot("chelsea.png", f"2024 Spring/IMG_{2270 + number}.jpg", taken, crop, camera=1))
    return shots


def _make(shot: Shot, samples: Path, folder: Path) -> None:
    target = folder / shot.place
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(samples / shot.sample) as source:
        photo = source.convert("RGB")
    width, height = photo.size
    left, top, right, bottom = shot.crop
    photo = photo.crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))
    if shot.mirrored:
        photo = ImageOps.mirror(photo)
    photo.save(target, quality=92, exif=_exif(shot))
    _date(target, shot.taken)


def _exif(shot: Shot) -> Image.Exif:
    make, model, lens, focal = _CAMERAS[shot.camera]
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL] = make, model
    own = exif.get_ifd(_EXIF)
    own[_TAKEN] = shot.taken.replace("-", ":").replace("T", " ")
    own[_EXPOSURE], own[_F_NUMBER], own[_ISO], own[_FOCAL_LENGTH] = 1 / 250, 2.8, 400, focal
    if lens:
        own[_LENS] = lens
    if shot.where is not None:
        latitude, longitude = shot.where
        exif.get_ifd(_GPS).update(
            {1: "N" if latitude >= 0 else "S", 2: _degrees(latitude)}
            | {3: "E" if longitude >= 0 else "W", 4: _degrees(longitude)}
        )
    return exif


def _degrees(value: float) -> tuple[float, float, float]:
    whole = abs(value)
    minutes = (whole - int(whole)) * 60
    return float(int(whole)), float(int(minutes)), round((minutes - int(minutes)) * 60, 2)


def _make_duplicates(folder: Path) -> None:
    """One file twice, and two photos once more in half the size."""
    copies = folder / "Copies"
    copies.mkdir(exist_ok=True)
    (copies / "Rocket (copy).jpg").write_bytes((folder / "2024 May/DSCF1048.jpg").read_bytes())
    _date(copies / "Rocket (copy).jpg", "2024-02-20T08:00:00")
    for source, name in (
        ("2024 May/DSCF1041.jpg", "Coffee small.jpg"),
        ("2024 May/DSCF1052.jpg", "Cat small.jpg"),
    ):
        with Image.open(folder / source) as photo:
            photo.resize((photo.width // 2, photo.height // 2)).save(copies / name, quality=88)
        _date(copies / name, "2024-02-20T08:01:00")


def _make_broken(folder: Path) -> None:
    whole = (folder / "2024 May/DSCF1043.jpg").read_bytes()
    for place, data in (
        ("2024 May/DSCF1099.jpg", whole[:900]),
        ("2024 May/DSCF1100.jpg", b""),
        ("2024 Spring/Notes.jpg", b"Buy film, cat food, coffee.\n" * 20),
        ("2023 Workshop/Scan.tif", b"II*\0" + bytes(64)),
    ):
        (folder / place).write_bytes(data)
        _date(folder / place, "2024-02-20T08:02:00")


def _date(file: Path, taken: str) -> None:
    moment = datetime.fromisoformat(taken).replace(tzinfo=UTC).timestamp()
    os.utime(file, (moment, moment))
