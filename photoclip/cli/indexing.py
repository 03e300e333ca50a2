"""`photoclip index`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing

from photoclip import bootstrap, paths
from photoclip.cli.progress import Progress, duration
from photoclip.cli.reports import print_coverage
from photoclip.domain.ports import Catalog, Encoder
from photoclip.errors import BadInput, EnvironmentFault
from photoclip.library import health, keeping
from photoclip.library.events import Indexed, Indexing, LibraryEvent, Scanned, Scanning
from photoclip.library.pace import Pace
from photoclip.library.workshop import Workshop
from photoclip.paths import absolute


def index(options: argparse.Namespace) -> int:
    """Make the photos in folders searchable; files that cannot be read are listed, no error."""
    folders = [_checked(path) for path in options.paths]
    library = options.library or paths.default_library()
    with bootstrap.writing(library) as workshop, closing(workshop.open_catalog(True)) as catalog:
        if lost := keeping.leave_lost_model(workshop):
            print(lost, file=sys.stderr)
        name = workshop.models.lasting_name(options.model or workshop.load_settings().model)
        card = workshop.models.find(name)
        for folder in folders:
            catalog.folders.add(folder)
        wanted = folders or catalog.folders.all()
        if not wanted:
            raise BadInput("No folder has been indexed yet; name one: photoclip index FOLDER.")
        with Progress() as progress:
            _scan(workshop, catalog, wanted, progress)
            _embed(workshop, catalog, name, options.device, progress)
        if not keeping.let_serve(workshop, catalog, name):
            serving = workshop.models.find(workshop.load_settings().model).title
            print(f"{serving} goes on serving: it finds photos that cannot be read now.", file=sys.stderr)
        print_coverage(health.status(catalog, catalog.models.newest(card.id)))
    return 0


def _checked(path: str) -> bytes:
    """A folder that can be walked, as an absolute path.

    Raises:
        BadInput: it is not there, no folder, or empty.
        EnvironmentFault: it may not be read.
    """
    if not os.path.lexists(path):
        raise BadInput(f"There is no folder {path}; check the spelling.")
    if not os.path.isdir(path):
        raise BadInput(f"{path} is not a folder; name the folder that it is in.")
    try:
        with os.scandir(path) as entries:
            empty = next(entries, None) is None
    except OSError as fault:
        raise EnvironmentFault(
            f"The folder {path} cannot be read ({fault.strerror}); mend its permissions."
        ) from fault
    if empty:
        raise BadInput(f"The folder {path} is empty; name a folder with photos.")
    return os.fsencode(absolute(path))


def _scan(workshop: Workshop, catalog: Catalog, folders: Sequence[bytes], progress: Progress) -> None:
    for event in keeping.look_at(workshop, catalog, folders, lambda seen: progress.show("Looking", seen, 0)):
        if isinstance(event, Scanning) and event.files:
            progress.show("Looking", event.files, 0)
        elif isinstance(event, Scanned):
            _tell_scanned(event, progress)


def _tell_scanned(event: Scanned, progress: Progress) -> None:
    place = paths.display(event.folder)
    if event.offline:
        progress.say(f"{place} is not there or empty; its photos stay in the library.")
        return
    gone = f", {event.missing:,} gone" if event.missing else ""
    progress.say(f"{place}: {event.files:,} files, {event.new:,} new or changed{gone}.")


def _embed(workshop: Workshop, catalog: Catalog, name: str, device: str | None, progress: Progress) -> None:
    key = workshop.models.key(name)
    if key is not None and keeping.is_current(workshop, catalog, key, thorough=True):
        return
    card = workshop.models.find(name)
    encoder = workshop.models.encoder(
        name,
        device or workshop.load_settings().device,
        lambda done, total: progress.show(f"Fetching {card.title}", done >> 20, total >> 20, unit="MB"),
    )
    # Only now is it sure that the model can be had; from here on a run that was cut off is taken up again.
    keeping.make_ready(workshop, catalog, name)
    with closing(workshop.new_decoder()) as decoder:
        events = keeping.make_current(workshop, catalog, decoder, encoder, Pace())
        rate = _follow(events, encoder, progress)
    report = encoder.report()
    pace = f", {rate:.1f} photos/s" if rate else ""
    progress.say(f"{card.title} on {report.device} ({report.precision}){pace}.")
    if report.note:
        progress.say(report.note)


def _follow(events: Iterator[LibraryEvent], encoder: Encoder, progress: Progress) -> float | None:
    rate = None
    for event in events:
        if isinstance(event, Indexing):
            rate = event.rate or rate
            progress.show("Indexing", event.done, event.total, _detail(event, encoder.report().device))
        elif isinstance(event, Indexed):
            progress.end()
    return rate


def _detail(event: Indexing, device: str) -> str:
    parts = [device]
    if event.rate is not None and event.seconds_left is not None:
        parts += [f"{event.rate:.1f} photos/s", f"{duration(event.seconds_left)} left"]
    if event.failed:
        parts.append(f"{event.failed:,} cannot be searched")
    return ", ".join(parts)
