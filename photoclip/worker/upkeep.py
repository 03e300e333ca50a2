"""Keeping every wanted model current: the one that serves, and the one that is to follow."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from photoclip.domain.catalog import Catalog
from photoclip.domain.pipeline import Decoder, Encoder
from photoclip.errors import ModelRejected, ModelUnavailable, PhotoclipError
from photoclip.library import keeping
from photoclip.library.dropping import drop_model
from photoclip.library.events import LibraryEvent
from photoclip.library.pace import Pace
from photoclip.library.thumbnailing import Wanted
from photoclip.library.workshop import Workshop
from photoclip.worker.messages import Activity, WorkerState
from photoclip.worker.telling import Teller

_Follow = Callable[[Catalog, Iterator[LibraryEvent]], None]


class Upkeep:
    """Recognises, loads and embeds. Belongs to the keeper's thread."""

    def __init__(
        self,
        workshop: Workshop,
        teller: Teller,
        wanted: Wanted,
        follow: _Follow,
        check: Callable[[int], None],
    ) -> None:
        """`follow` goes through long work event by event, `check` stops or waits between two items."""
        self._workshop = workshop
        self._teller = teller
        self._wanted = wanted
        self._follow = follow
        self._check = check
        self._given_up: dict[str, PhotoclipError] = {}
        self._checked: set[str] = set()
        self._unknown: set[int] = set()
        self._stale: set[str] = set()
        self.pace = Pace()

    def make_current(self, catalog: Catalog, decoder: Decoder) -> PhotoclipError | None:
        """Bring every model up to date; why one of them could not be had, if so."""
        fault: PhotoclipError | None = None
        settings = self._workshop.load_settings()
        for name in filter(None, (settings.model, settings.next_model)):
            if name not in self._given_up:
                try:
                    self._make_current(catalog, decoder, name)
                except (ModelUnavailable, ModelRejected) as failed:
                    # Not tried again by itself: that might be a download that nobody asked for.
                    self._given_up[name] = failed
                    self._leave(name)
            fault = fault or self._given_up.get(name)
        return fault

    def forgive(self) -> None:
        """What was given up may be tried again."""
        self._given_up.clear()

    def check_again(self) -> None:
        """Look once more for what was lost: thumbnails are in another place, or of another size."""
        self._checked.clear()

    def load_again(self) -> None:
        """Another device is to be used."""
        settings = self._workshop.load_settings()
        self._stale = {name for name in (settings.model, settings.next_model) if name}
        self._given_up.clear()

    def retry(self, catalog: Catalog, file_ids: Sequence[int] | None) -> None:
        """Files that were not searchable are tried again, as if never tried."""
        with catalog.transaction():
            catalog.files.retry(file_ids)
        self._unknown.clear()
        self._teller.change(catalog, force=True)

    def choose(self, catalog: Catalog, name: str) -> None:
        """Make a model ready and then let it serve."""
        self._given_up.clear()
        self._workshop.models.find(name)
        self._workshop.update_settings(
            lambda now: dataclasses.replace(now, next_model="" if name == now.model else name)
        )
        self._teller.model(catalog)

    def cancel_change(self, catalog: Catalog) -> None:
        """Leave the model that was to follow."""
        self._workshop.update_settings(lambda now: dataclasses.replace(now, next_model=""))
        self._teller.model(catalog)

    def drop(self, catalog: Catalog, name: str) -> None:
        """Forget a model that does not serve; should it be chosen again, it is made ready anew."""
        drop_model(self._workshop, catalog, name)
        self._checked.discard(name)
        self._teller.model(catalog)

    def _make_current(self, catalog: Catalog, decoder: Decoder, name: str) -> None:
        key = self._workshop.models.key(name)
        if catalog.files.count_recognisable():
            self._follow(catalog, keeping.recognise_moved(catalog, decoder, self._unknown))
        thorough = name not in self._checked
        if key is None or not keeping.is_current(self._workshop, catalog, key, thorough=thorough):
            encoder = self._load(name)
            keeping.make_ready(self._workshop, catalog, name)
            self.pace = Pace()
            events = keeping.make_current(
                self._workshop, catalog, decoder, encoder, self.pace, self._wanted, thorough=thorough
            )
            self._follow(catalog, events)
            self._unknown.clear()
        else:
            if name in self._stale:
                self._record(catalog, self._load(name))
            if thorough:
                self._workshop.thumbnails.sweep()
        self._stale.discard(name)
        self._checked.add(name)
        keeping.let_serve(self._workshop, catalog, name)
        self._teller.model(catalog)
        self._teller.change(catalog, force=True)

    def _record(self, catalog: Catalog, encoder: Encoder) -> None:
        with catalog.transaction():
            catalog.models.record(encoder.key, encoder.dimensions, encoder.report())

    def _leave(self, name: str) -> None:
        self._workshop.update_settings(
            lambda now: dataclasses.replace(now, next_model="") if now.next_model == name else now
        )

    def _load(self, name: str) -> Encoder:
        card = self._workshop.models.find(name)
        self._teller.tell(WorkerState(Activity.LOADING_MODEL, message=card.title))

        def progress(done: int, total: int) -> None:
            self._check(done)
            self._teller.tell(WorkerState(Activity.DOWNLOADING, done=done, total=total, message=card.title))

        device = self._workshop.load_settings().device
        return self._workshop.models.encoder(name, device, progress)
