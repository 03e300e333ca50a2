"""A worker in memory over real picture files: small, and honest about every promise of `PhotoWorker`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from photoclip.domain.asked import Asked
from photoclip.domain.browsing import (
    AlbumInfo,
    FilePlace,
    FolderNode,
    LabelCount,
    PhotoFacts,
    ProblemFile,
    SelectionFacts,
    Sources,
    Tag,
)
from photoclip.domain.catalog import Coverage
from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    AlbumRecord,
    ArrangeAlbum,
    Change,
    DeleteAlbum,
    MakeAlbum,
    MarkPhotos,
    RemoveFromAlbum,
    RenameAlbum,
    RestoreAlbums,
    Several,
    TagPhotos,
)
from photoclip.domain.errands import Errand, Outcome
from photoclip.domain.models import STARTER_ID, STARTER_TITLE, EncoderReport, ModelCard
from photoclip.domain.photos import PhotoDetails, PhotoRow
from photoclip.domain.query import Filters, Order, Query, Section, SectionKind
from photoclip.worker.messages import (
    Activity,
    Answer,
    Changed,
    ChangeFailed,
    ErrandDone,
    ErrandState,
    Event,
    Explained,
    FactsLoaded,
    FolderState,
    GridRow,
    LibraryChanged,
    ManyMissing,
    ModelInUse,
    PictureLoaded,
    ProblemsLoaded,
    Question,
    QuestionFailed,
    RowsLoaded,
    SimilarLoaded,
    SourcesLoaded,
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
    more similar, the closer their ids. What a test put into `understood` for
    the words of a query is what they are understood as: its meanings are then
    what captions are searched for. Photos that are liked come first, others
    that are not come last. With `folds`, the nearest are shown below the fold
    where none matches. A model that is asked by its id sees what `captions_of`
    has for it, where that has anything. Models that are ready switch at once.
    """

    def __init__(self, rows: Sequence[GridRow] = (), captions: dict[int, str] | None = None) -> None:
        self.rows = {row.photo.photo_id: row for row in rows}
        self.captions = captions or {}
        self.captions_of: dict[str, dict[int, str]] = {}
        self.understood: dict[str, Asked] = {}
        self.folds = False
        self.folders: list[str] = ["/photos"] if rows else []
        self.asked: list[Question] = []
        self.rows_asked: list[list[int]] = []
        self.offline: dict[str, str] = {}
        self.calls: list[str] = []
        self.thumbnails_wanted: list[list[int]] = []
        self.facts_asked: list[list[int]] = []
        self.explained: list[tuple[int, Query]] = []
        self.holding_explained = False
        self.problems: list[ProblemFile] = []
        self.changes: list[Change] = []
        self.errands: list[tuple[int, Errand]] = []
        self.albums: dict[int, AlbumInfo] = {}
        self.in_album: dict[int, list[int]] = {}
        self.tags: dict[int, list[str]] = {}
        self.holding = False
        self.holding_errands = False
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
        if model_id in self.use.ready:
            chosen = next(card for card in CARDS if card.id == model_id)
            self.use = replace(self.use, card=chosen, report=None, upcoming=None)
            self.publish(self.use)

    def cancel_model_change(self) -> None:
        self.calls.append("cancel_model_change")
        self.use = replace(self.use, upcoming=None)
        self.publish(self.use)

    def want_thumbnails(self, photo_ids: Sequence[int]) -> None:
        self.thumbnails_wanted.append(list(photo_ids))

    def models(self) -> Sequence[ModelCard]:
        return CARDS

    def load_sources(self) -> None:
        self.publish(SourcesLoaded(self.sources()))

    def load_facts(self, photo_ids: Sequence[int]) -> None:
        self.facts_asked.append(list(photo_ids))
        rows = [row.photo for key in photo_ids if (row := self.row(key)) is not None]
        if len(rows) == 1:
            thumbnail = self.rows[rows[0].photo_id].thumbnail if rows[0].photo_id in self.rows else ""
            self.publish(FactsLoaded(list(photo_ids), self._facts(rows[0]), thumbnail=thumbnail))
        elif rows:
            self.publish(FactsLoaded(list(photo_ids), selection=self._selection(rows)))
        else:
            self.publish(FactsLoaded(list(photo_ids)))

    def load_similar(self, photo_id: int, limit: int) -> None:
        others = [key for key in self.ids() if key != photo_id]
        nearest = sorted(others, key=lambda key: abs(key - photo_id))[:limit]
        self.publish(SimilarLoaded(photo_id, [row for key in nearest if (row := self.row(key)) is not None]))

    def explain(self, photo_id: int, query: Query) -> None:
        """The upper left quarter of every photo speaks for the words."""
        self.explained.append((photo_id, query))
        if self.holding_explained:
            return
        heat = np.zeros((8, 12), np.float32)
        heat[:4, :6] = 1.0
        words = query.words.split()
        shares = [(word, 1 / len(words)) for word in words]
        self.publish(Explained(photo_id, query, heat, shares, relevance=0.8))

    def drop_model(self, model_id: str) -> None:
        self.calls.append(f"drop_model {model_id}")
        if model_id == self.use.card.id:
            self.say("This model serves the searches of this library; choose another model first.")
            return
        self.use = replace(self.use, ready=[one for one in self.use.ready if one != model_id])
        self.publish(self.use)

    def load_problems(self) -> None:
        self.publish(ProblemsLoaded(list(self.problems)))

    def load_picture(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> None:
        image = QImage(os.fsdecode(path)).convertToFormat(QImage.Format.Format_RGB888)
        if image.isNull():
            self.publish(PictureLoaded(ticket, problem="The file is damaged."))
            return
        if box is not None and (image.width() > box[0] or image.height() > box[1]):
            image = image.scaled(box[0], box[1], Qt.AspectRatioMode.KeepAspectRatio)
        lines = [
            bytes(image.constScanLine(y))[: 3 * image.width()]  # lines are padded to four bytes
            for y in range(image.height())
        ]
        self.publish(PictureLoaded(ticket, image.width(), image.height(), b"".join(lines)))

    def retry(self, file_ids: Sequence[int] | None) -> None:
        self.calls.append(f"retry {'all' if file_ids is None else list(file_ids)}")

    def change(self, change_id: int, change: Change) -> None:
        self.changes.append(change)
        try:
            inverse = self._apply(change)
        except KeyError:
            self.publish(ChangeFailed(change_id, "That is not there any more."))
            return
        self.publish(Changed(change_id, inverse))
        self.load_sources()
        self.publish_library()

    def run(self, errand_id: int, errand: Errand) -> None:
        self.errands.append((errand_id, errand))
        self.publish(ErrandState(errand_id, errand, 0, 1))
        if not self.holding_errands:
            self.finish(errand_id, Outcome(None))

    def cancel(self, errand_id: int) -> None:
        self.calls.append(f"cancel {errand_id}")
        self.finish(errand_id, Outcome(None, cancelled=True))

    def pause_errand(self, errand_id: int, paused: bool) -> None:
        self.calls.append(f"pause_errand {errand_id} {paused}")
        self.publish(ErrandState(errand_id, dict(self.errands)[errand_id], 0, 1, paused=paused))

    def settings_changed(self) -> None:
        self.calls.append("settings_changed")

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
        if question.model_id and question.model_id not in (self.use.card.id, *self.use.ready):
            self.publish(QuestionFailed(question.question_id, "That model has not read this library yet."))
        elif self.failing:
            self.publish(QuestionFailed(question.question_id, self.failing))
        else:
            self.publish(self._answer(question))

    def say(self, message: str) -> None:
        self.publish(Trouble(message))

    def miss(self, folder: str, missing: int, total: int) -> None:
        self.publish(ManyMissing(folder, missing, total))

    def finish(self, errand_id: int, outcome: Outcome) -> None:
        """End an errand that was held."""
        self.publish(ErrandDone(errand_id, dict(self.errands)[errand_id], outcome))

    def sources(self) -> Sources:
        """What the library holds, as the source list shows it."""
        rows = [row.photo for key in self.ids()[:1000] if (row := self.row(key)) is not None]
        folders = [
            FolderNode(os.fsencode(path), path.rsplit("/", 1)[-1], len(rows), path in self.offline, True)
            for path in self.folders
        ]
        labels = Counter(label for own in self.tags.values() for label in own)
        return Sources(
            photos=len(self.ids()),
            recent=len(rows),
            favourites=sum(row.favourite for row in rows),
            problems=sum(not file.ignored for file in self.problems),
            folders=folders,
            albums=[self._album_info(album) for album in self.albums.values()],
            labels=[LabelCount(label, count) for label, count in sorted(labels.items())],
        )

    def run_on(self, device: str, precision: str, note: str = "") -> None:
        self.use = ModelInUse(CARDS[1], EncoderReport(device, precision, note))
        self.publish(self.use)

    def ids(self) -> list[int]:
        return list(self.rows)

    def row(self, photo_id: int) -> GridRow | None:
        return self.rows.get(photo_id)

    def _answer(self, question: Question) -> Answer:
        query = question.query
        ids = [key for key in self.ids() if self._passes(key, query.filters)]
        if query.filters.album is not None and question.arrangement.order is Order.ALBUM:
            ids = [key for key in self.in_album[query.filters.album] if key in ids]
        if not query.ranks:
            return Answer(question.question_id, np.array(ids, np.int64), None)
        asked = self.understood.get(query.words)
        words = query.words.lower().split() if asked is None else asked.meanings
        if asked is not None and not words:
            return Answer(question.question_id, np.array(ids, np.int64), None, asked=asked)
        if query.similar:
            similar = query.similar[0]
            ids = sorted((key for key in ids if key not in query.similar), key=lambda key: abs(key - similar))
        captions = self.captions_of.get(question.model_id, self.captions)
        found = [key for key in ids if all(word in captions.get(key, "") for word in words)]
        found.sort(key=lambda key: (key not in query.liked, key in query.disliked))
        if self.folds and not found:
            return self._fold(question, ids[:5], asked)
        relevance = np.linspace(0.96, 0.31, len(found), dtype=np.float32)
        message = "" if found else "Nothing in the library comes close."
        return Answer(question.question_id, np.array(found, np.int64), relevance, message, asked=asked)

    def _fold(self, question: Question, nearest: list[int], asked: Asked | None) -> Answer:
        return Answer(
            question.question_id,
            np.array(nearest, np.int64),
            np.linspace(0.08, 0.02, len(nearest), dtype=np.float32),
            sections=[Section(SectionKind.BELOW, "", 0)],
            asked=asked,
            matching=0,
        )

    def _passes(self, photo_id: int, filters: Filters) -> bool:
        if filters == Filters():
            return True
        row = self.row(photo_id)
        return (
            row is not None
            and row.photo.path.startswith(filters.folder)
            and (filters.album is None or photo_id in self.in_album.get(filters.album, []))
            and (not filters.label or filters.label in self.tags.get(photo_id, []))
            and (row.photo.favourite or not filters.favourite)
            and row.photo.rating >= filters.rating
        )

    def _apply(self, change: Change) -> Change:
        """Make a change; the one that takes it back. Raises KeyError for what is not there."""
        if isinstance(change, MarkPhotos):
            return self._mark(change)
        if isinstance(change, TagPhotos):
            return self._tag(change)
        if isinstance(change, MakeAlbum):
            return self._make_album(change)
        if isinstance(change, DeleteAlbum):
            return self._delete_album(change)
        if isinstance(change, RestoreAlbums):
            return self._restore_album(change)
        if isinstance(change, RenameAlbum):
            before = self.albums[change.album_id]
            self.albums[change.album_id] = replace(before, name=change.name)
            return RenameAlbum(change.album_id, before.name)
        if isinstance(change, AddToAlbum | RemoveFromAlbum | ArrangeAlbum):
            return self._fill_album(change)
        if isinstance(change, Several):
            return Several(tuple(reversed([self._apply(part) for part in change.changes])))
        return change

    def _mark(self, change: MarkPhotos) -> Change:
        inverses = []
        for key in change.photo_ids:
            photo = self.rows[key].photo
            rating = photo.rating if change.rating is not None else None
            favourite = photo.favourite if change.favourite is not None else None
            inverses.append(MarkPhotos((key,), rating, favourite))
            marked = replace(
                photo,
                rating=photo.rating if change.rating is None else change.rating,
                favourite=photo.favourite if change.favourite is None else change.favourite,
            )
            self.rows[key] = replace(self.rows[key], photo=marked)
        return Several(tuple(inverses))

    def _tag(self, change: TagPhotos) -> Change:
        touched = [key for key in change.photo_ids if (change.label in self._labels(key)) != change.tagged]
        for key in touched:
            own = self._labels(key)
            self.tags[key] = [*own, change.label] if change.tagged else [n for n in own if n != change.label]
        return TagPhotos(tuple(touched), change.label, not change.tagged)

    def _labels(self, photo_id: int) -> list[str]:
        return self.tags.get(photo_id, [])

    def _make_album(self, change: MakeAlbum) -> Change:
        album_id = max(self.albums, default=0) + 1
        self.albums[album_id] = AlbumInfo(
            album_id,
            change.name,
            change.kind,
            change.parent,
            query=change.query,
            arrangement=change.arrangement,
        )
        self.in_album[album_id] = list(change.photo_ids)
        return DeleteAlbum(album_id)

    def _delete_album(self, change: DeleteAlbum) -> Change:
        album = self.albums.pop(change.album_id)
        photos = tuple((key, place) for place, key in enumerate(self.in_album.pop(change.album_id)))
        record = AlbumRecord(
            album.album_id, album.name, album.kind, album.parent, 0, 0.0, None, "", photos, ()
        )
        return RestoreAlbums((record,))

    def _restore_album(self, change: RestoreAlbums) -> Change:
        (record,) = change.albums
        self.albums[record.album_id] = AlbumInfo(record.album_id, record.name, record.kind, record.parent)
        self.in_album[record.album_id] = [key for key, _ in record.photos]
        return DeleteAlbum(record.album_id)

    def _fill_album(self, change: AddToAlbum | RemoveFromAlbum | ArrangeAlbum) -> Change:
        before = self.in_album[change.album_id]
        if isinstance(change, AddToAlbum):
            after = before + [key for key in change.photo_ids if key not in before]
        elif isinstance(change, RemoveFromAlbum):
            after = [key for key in before if key not in change.photo_ids]
        else:
            after = list(change.photo_ids)
        self.in_album[change.album_id] = after
        return ArrangeAlbum(change.album_id, tuple(before))

    def _album_info(self, album: AlbumInfo) -> AlbumInfo:
        if album.kind is not AlbumKind.HAND:
            return album
        photos = self.in_album[album.album_id]
        return replace(album, photos=len(photos), cover=photos[0] if photos else None)

    def _facts(self, photo: PhotoRow) -> PhotoFacts:
        details = PhotoDetails(
            photo.width, photo.height, "JPEG", photo.taken_at, "Acme One", "Acme 35mm f/2", 48.8584, 2.2945
        )
        tags = [Tag(label, "person", None, 0.0) for label in self._labels(photo.photo_id)]
        albums = [(key, self.albums[key].name) for key, own in self.in_album.items() if photo.photo_id in own]
        place = FilePlace(photo.path, 123_456, 1_700_000_000_000_000_000, photo.offline, photo.problem)
        return PhotoFacts(photo, details, [place], tags, albums, "Paris, France")

    def _selection(self, photos: Sequence[PhotoRow]) -> SelectionFacts:
        ratings = {photo.rating for photo in photos}
        hearts = {photo.favourite for photo in photos}
        taken = sorted(photo.taken_at for photo in photos if photo.taken_at)
        shared = set.intersection(*(set(self._labels(photo.photo_id)) for photo in photos))
        return SelectionFacts(
            len(photos),
            123_456 * len(photos),
            ratings.pop() if len(ratings) == 1 else None,
            hearts.pop() if len(hearts) == 1 else None,
            taken[0] if taken else None,
            taken[-1] if taken else None,
            sorted(shared),
        )


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
