"""A worker in memory over real picture files: small, and honest about every promise of `PhotoWorker`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage

from photoclip.domain.catalog import Coverage
from photoclip.domain.models import STARTER_ID, STARTER_TITLE, EncoderReport, ModelCard
from photoclip.domain.photos import PhotoRow
from photoclip.worker.messages import (
    Activity,
    Answer,
    Browse,
    Event,
    FolderState,
    GridRow,
    LibraryChanged,
    ManyMissing,
    ModelInUse,
    Question,
    QuestionFailed,
    RowsLoaded,
    SearchSimilar,
    SearchWords,
    Trouble,
    WorkerState,
)


def save_picture(path: Path, colour: str, width: int = 96, height: int = 64) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def make_rows(folder: Path, count: int) -> list[GridRow]:
    """Photos IMG_0001.jpg and so on, each with a thumbnail, both real JPEG files."""
    rows = []
    for photo_id in range(1, count + 1):
        colour = QColor.fromHsv(photo_id * 37 % 360, 200, 200).name()
        photo = save_picture(folder / f"IMG_{photo_id:04}.jpg", colour, 96, 64)
        thumbnail = save_picture(folder / f"thumbnail-{photo_id}.jpg", colour, 48, 32)
        row = PhotoRow(
            photo_id, photo_id.to_bytes(16, "big"), os.fsencode(photo), 96, 64, "2024-05-06T07:08:09"
        )
        rows.append(GridRow(row, str(thumbnail)))
    return rows


def card(model_id: str, title: str, size: str | None = None, **more: object) -> ModelCard:
    facts: dict[str, object] = {
        "purpose": "For trying things out",
        "open_clip_name": "ViT-B-32",
        "open_clip_tag": "some_tag",
        "dimensions": 512,
        "image_size": 224,
        "parameters_millions": 151.0,
        "languages": "English",
        "licence": "MIT",
    }
    return ModelCard(id=model_id, title=title, size=size, **(facts | more))  # type: ignore[arg-type]


CARDS = (
    card(STARTER_ID, STARTER_TITLE, purpose="Works at once; knows common things"),
    card(
        "vit-b-32",
        "CLIP ViT-B/32",
        "small",
        purpose="Fast on any computer",
        download_mb=605.0,
        imagenet_zero_shot=68.3,
        imagenet_source="a published table",
    ),
    card(
        "vit-l-14",
        "CLIP ViT-L/14",
        "large",
        purpose="Finds finer things, wants a GPU",
        download_mb=1710.0,
        imagenet_zero_shot=79.2,
        imagenet_source="a published table",
        licence="Research only",
        commercial_use=False,
    ),
    card(
        "siglip2",
        "SigLIP 2",
        "multilingual",
        languages="109 languages",
        needs_transformers=True,
        download_mb=1500.0,
    ),
)


class InMemoryWorker:
    """Answers at once, or with `holding` set, only when `release` is called.

    A photo matches words when each of them is in its caption; photos are the
    more similar, the closer their ids.
    """

    def __init__(self, rows: Sequence[GridRow] = (), captions: dict[int, str] | None = None) -> None:
        self.rows = {row.photo.photo_id: row for row in rows}
        self.captions = captions or {}
        self.folders: list[str] = ["/photos"] if rows else []
        self.asked: list[Question] = []
        self.rows_asked: list[list[int]] = []
        self.offline: dict[str, str] = {}
        self.calls: list[str] = []
        self.thumbnails_wanted: list[list[int]] = []
        self.holding = False
        self.failing = ""
        self.state = WorkerState(Activity.IDLE)
        self.use = ModelInUse(CARDS[0], None)
        self._publish: Callable[[Event], None] | None = None

    # --- what the window calls

    def start(self, publish: Callable[[Event], None]) -> None:
        self.calls.append("start")
        self._publish = publish
        self.publish(self.state)
        self.publish(self.use)
        self.publish_library()

    def close(self) -> None:
        self.calls.append("close")
        self._publish = None

    def ask(self, question: Question) -> None:
        self.asked.append(question)
        if not self.holding:
            self.release(question)

    def load_rows(self, photo_ids: Sequence[int]) -> None:
        self.rows_asked.append(list(photo_ids))
        self.publish(RowsLoaded([row for key in photo_ids if (row := self.row(key)) is not None]))

    def add_folder(self, path: str) -> None:
        self.calls.append(f"add_folder {path}")
        self.folders.append(path)
        self.publish_library()

    def remove_folder(self, path: str) -> None:
        self.calls.append(f"remove_folder {path}")
        self.folders.remove(path)
        self.publish_library()

    def accept_missing(self, folder: str) -> None:
        self.calls.append(f"accept_missing {folder}")
        self.miss(folder, 0, 0)

    def rescan(self) -> None:
        self.calls.append("rescan")

    def pause(self) -> None:
        self.calls.append("pause")
        self.publish(replace(self.state, paused=True))

    def resume(self) -> None:
        self.calls.append("resume")
        self.publish(replace(self.state, paused=False, waits_for=""))

    def choose_model(self, model_id: str) -> None:
        self.calls.append(f"choose_model {model_id}")

    def cancel_model_change(self) -> None:
        self.calls.append("cancel_model_change")
        self.use = replace(self.use, upcoming=None)
        self.publish(self.use)

    def want_thumbnails(self, photo_ids: Sequence[int]) -> None:
        self.thumbnails_wanted.append(list(photo_ids))

    def models(self) -> Sequence[ModelCard]:
        return CARDS

    # --- what a test does with it

    def publish(self, event: Event) -> None:
        assert self._publish is not None, "the worker speaks only between start and close"
        self._publish(event)

    def publish_library(self) -> None:
        count = len(self.ids())
        folders = [
            FolderState(path, count, path in self.offline, self.offline.get(path, ""))
            for path in self.folders
        ]
        self.publish(LibraryChanged(Coverage(count, count, 0, 0), folders))

    def release(self, question: Question) -> None:
        """Answer a question, however old it is."""
        if self.failing:
            self.publish(QuestionFailed(question.question_id, self.failing))
        else:
            self.publish(self._answer(question))

    def say(self, message: str) -> None:
        self.publish(Trouble(message))

    def miss(self, folder: str, missing: int, total: int) -> None:
        self.publish(ManyMissing(folder, missing, total))

    def run_on(self, device: str, precision: str, note: str = "") -> None:
        self.use = ModelInUse(CARDS[1], EncoderReport(device, precision, note))
        self.publish(self.use)

    def ids(self) -> list[int]:
        return list(self.rows)

    def row(self, photo_id: int) -> GridRow | None:
        return self.rows.get(photo_id)

    def _answer(self, question: Question) -> Answer:
        if isinstance(question, Browse):
            return Answer(question.question_id, np.array(self.ids(), np.int64), None)
        if isinstance(question, SearchWords):
            words = question.text.lower().split()
            found = [key for key in self.ids() if all(word in self.captions.get(key, "") for word in words)]
        else:
            assert isinstance(question, SearchSimilar)
            others = (key for key in self.ids() if key != question.photo_id)
            found = sorted(others, key=lambda key: abs(key - question.photo_id))
        relevance = np.linspace(0.96, 0.31, len(found), dtype=np.float32)
        message = "" if found else "Nothing in the library comes close."
        return Answer(question.question_id, np.array(found, np.int64), relevance, message)


class HugeWorker(InMemoryWorker):
    """A library of as many photos as one likes, made up as they are asked for."""

    def __init__(self, count: int, template: GridRow) -> None:
        super().__init__([template])
        self._count = count
        self._template = template

    def ids(self) -> list[int]:
        return list(range(1, self._count + 1))

    def row(self, photo_id: int) -> GridRow | None:
        photo = PhotoRow(
            photo_id=photo_id,
            content_hash=photo_id.to_bytes(16, "big"),
            path=f"/photos/IMG_{photo_id:06}.jpg".encode(),
            width=400,
            height=300,
            taken_at=None,
        )
        return GridRow(photo, self._template.thumbnail)
