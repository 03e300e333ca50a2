"""`photoclip index`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing

from photoclip import bootstrap, paths
from photoclip.cli.library import place
from photoclip.cli.progress import Progress, duration
from photoclip.cli.reports import print_coverage
from photoclip.domain.catalog import Catalog, WatchedFolder
from photoclip.domain.pipeline import Decoder, Encoder
from photoclip.errors import BadInput, EnvironmentFault
from photoclip.library import health, keeping
from photoclip.library.events import Indexed, Indexing, LibraryEvent, Moved, Scanned, Scanning
from photoclip.library.pace import Pace
from photoclip.library.places import same_place
from photoclip.library.workshop import Workshop
from photoclip.paths import absolute

_SETTLE_S = 2.0
_MOST_WAITS = 30


def index(options: argparse.Namespace) -> int:
    """Make the photos in folders searchable; files that cannot be read are listed, no error."""
    folders = [_checked(path) for path in options.paths]
    library = place(options)
    with bootstrap.writing(library) as workshop, closing(workshop.open_catalog(True)) as catalog:
        if lost := keeping.leave_lost_model(workshop):
            print(lost, file=sys.stderr)
        name = workshop.models.lasting_name(options.model or workshop.load_settings().model)
        card = workshop.models.find(name)
        for folder in folders:
            if told := keeping.add_folder(catalog, folder):
                print(told, file=sys.stderr)
        wanted = _watched(catalog, folders)
        with Progress() as progress:
            _keep_up(workshop, catalog, wanted, name, options, progress)
            if catalog.backup_due():
                catalog.back_up(
                    lambda done, total: progress.show("Copying the catalog", done, total, unit="pages")
                )
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


def _watched(catalog: Catalog, named: Sequence[bytes]) -> list[WatchedFolder]:
    """The watched folders that the named ones are or lie in; all when none is named.

    Raises:
        BadInput: there is none yet.
    """
    known = catalog.folders.all()
    if not known:
        raise BadInput("No folder has been indexed yet; name one: photoclip index FOLDER.")
    wanted = {same_place(catalog, path) for path in named}
    return [folder for folder in known if not named or folder.path in wanted]


def _keep_up(
    workshop: Workshop,
    catalog: Catalog,
    folders: Sequence[WatchedFolder],
    name: str,
    options: argparse.Namespace,
    progress: Progress,
) -> None:
    """Look and embed; files that are still being written are waited for, a while."""
    with closing(workshop.new_decoder()) as decoder:
        unsettled = _scan(workshop, catalog, folders, options.accept_missing, progress)
        _embed(workshop, catalog, decoder, name, options.device, progress)
        for _ in range(_MOST_WAITS):
            if not unsettled:
                break
            progress.show("Waiting for files that are still being written", len(unsettled), 0)
            time.sleep(_SETTLE_S)
            unsettled = _scan(workshop, catalog, unsettled, options.accept_missing, progress, quiet=True)
            _embed(workshop, catalog, decoder, name, options.device, progress)
    if unsettled:
        progress.say("Some files are still being written; run photoclip index again when they are done.")


def _scan(
    workshop: Workshop,
    catalog: Catalog,
    folders: Sequence[WatchedFolder],
    accept_missing: bool,
    progress: Progress,
    *,
    quiet: bool = False,
) -> list[WatchedFolder]:
    """Walk folders; returns those with files that are still being written."""
    accepted = [folder.path for folder in folders] if accept_missing else []
    unsettled: set[bytes] = set()
    watch = lambda seen: progress.show("Looking", seen, 0)  # noqa: E731
    for event in keeping.look_at(workshop, catalog, folders, watch, accepted):
        if isinstance(event, Scanning) and event.files:
            progress.show("Looking", event.files, 0)
        elif isinstance(event, Moved):
            progress.say(f"{paths.display(event.old)} is now found in {paths.display(event.new)}.")
        elif isinstance(event, Scanned):
            if event.unsettled:
                unsettled.add(event.folder)
            if not quiet or event.new:
                _tell_scanned(event, progress)
    return [folder for folder in catalog.folders.all() if folder.path in unsettled]


def _tell_scanned(event: Scanned, progress: Progress) -> None:
    place = paths.display(event.folder)
    if event.another_drive:
        progress.say(
            f"Another drive is mounted in place of {place}; its photos stay in the library. "
            f"If it is the right one, run: photoclip folders add {place}."
        )
        return
    if event.offline:
        progress.say(f"{place} is not there or empty; its photos stay in the library.")
        return
    gone = f", {event.missing:,} gone" if event.missing else ""
    progress.say(f"{place}: {event.files:,} files, {event.new:,} new or changed{gone}.")
    if event.asked:
        progress.say(
            f"{event.asked:,} of {event.total:,} files in {place} are gone at once; they stay "
            "in the library. If you removed them, run photoclip index --accept-missing."
        )


def _embed(
    workshop: Workshop,
    catalog: Catalog,
    decoder: Decoder,
    name: str,
    device: str | None,
    progress: Progress,
) -> None:
    key = workshop.models.key(name)
    for event in keeping.recognise_moved(catalog, decoder, set()):
        if isinstance(event, Indexing):
            progress.show("Recognising", event.done, event.total)
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
    rate = _follow(keeping.make_current(workshop, catalog, decoder, encoder, Pace()), encoder, progress)
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
