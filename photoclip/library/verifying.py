"""Looking at all of a library, and at the photos themselves if asked to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum

from photoclip import paths
from photoclip.domain.catalog import Catalog
from photoclip.domain.models import ModelKey
from photoclip.errors import CatalogDamaged, PhotoclipError
from photoclip.library import recalling
from photoclip.library.recalling import Measured
from photoclip.library.workshop import Workshop

Progress = Callable[[str, int, int], None]
"""Called now and then with what is being looked at, how much of it was, and how much there is."""

_LEAST_RECALL = 0.95
_STEP = 100
_REPAIR = "Run: photoclip repair."
_INDEX = "Run: photoclip index."


class Area(StrEnum):
    """The part of a library that a finding is about."""

    SETTINGS = "settings"
    CATALOG = "catalog"
    VECTORS = "vectors"
    INDEX = "index"
    THUMBNAILS = "thumbnails"
    BACKUPS = "backups"
    FILES = "files"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is damaged, in a sentence, and the way out."""

    area: Area
    sentence: str
    remedy: str


@dataclass
class Report:
    """`notes` are worth knowing and no damage; `changed` are files that the next scan will look at."""

    findings: list[Finding] = field(default_factory=list)
    recalls: list[Measured] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changed: list[tuple[bytes, str]] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.findings


def verify(workshop: Workshop, progress: Progress, *, deep: bool = False, recall: bool = False) -> Report:
    """Look at everything; if `deep`, also read every photo and compare it with its content hash.

    If `recall`, every index is also asked by words, and for all photos above a cut-off.

    Raises:
        LibraryTooNew, StorageFault: the library cannot be opened, though nothing says that it is damaged.
    """
    report = Report()
    if fault := workshop.safekeeping.settings_fault():
        report.findings.append(Finding(Area.SETTINGS, fault, _REPAIR))
    else:
        _check_model_name(workshop, report)
    progress("Looking at the catalog", 0, 0)
    try:
        with closing(workshop.open_catalog(False)) as catalog:
            _check_catalog(workshop, catalog, report, progress, deep=deep, recall=recall)
    except CatalogDamaged as damage:
        report.findings.append(Finding(Area.CATALOG, str(damage), _REPAIR))
    progress("Looking at the backups", 0, 0)
    _check_backups(workshop, report)
    return report


def _check_model_name(workshop: Workshop, report: Report) -> None:
    name = workshop.load_settings().model
    try:
        workshop.models.find(name)
    except PhotoclipError:
        report.findings.append(
            Finding(
                Area.SETTINGS,
                f"The settings name the model {name}, which is not to be found.",
                "Put it back, or choose another with: photoclip index --model starter.",
            )
        )


def _check_catalog(
    workshop: Workshop, catalog: Catalog, report: Report, progress: Progress, *, deep: bool, recall: bool
) -> None:
    faults = catalog.faults()
    report.findings += [Finding(Area.CATALOG, fault, _REPAIR) for fault in faults]
    if faults:
        report.notes.append("What depends on the catalog was not looked at, since the catalog is damaged.")
        return
    for key in catalog.models.all():
        progress(f"Looking at the vectors of {key.model_id}", 0, 0)
        _check_model(workshop, catalog, key, report)
        progress(f"Asking the index of {key.model_id}", 0, 0)
        for measured in recalling.measure(workshop, catalog, key, thorough=recall):
            _check_recall(report, measured)
    _check_thumbnails(workshop, catalog, report, progress)
    _check_files(workshop, catalog, report, progress, deep=deep)


def _check_model(workshop: Workshop, catalog: Catalog, key: ModelKey, report: Report) -> None:
    vectors, dimensions = catalog.vectors.of(key), catalog.models.dimensions(key)
    if damaged := catalog.vectors.damaged(key):
        report.findings.append(
            Finding(
                Area.VECTORS,
                f"{len(damaged):,} vectors of {key} are damaged.",
                "Run: photoclip repair, then photoclip index, which makes them again.",
            )
        )
    indexes = workshop.new_indexes()
    # An index that lags is no fault while the model is still being made ready.
    if indexes.is_damaged(key, dimensions, vectors) or not catalog.files.count_pending(key):
        faults = indexes.faults(key, dimensions, vectors)
        report.findings += [Finding(Area.INDEX, fault, _INDEX) for fault in faults]


def _check_recall(report: Report, measured: Measured) -> None:
    report.recalls.append(measured)
    if not measured.recall.in_use:
        report.notes.append(f"{measured}; searches do not need it yet, they look at every vector.")
    elif measured.by_words or measured.recall.share >= _LEAST_RECALL:
        report.notes.append(f"{measured}.")
    else:
        report.findings.append(
            Finding(Area.INDEX, f"{measured}, too few.", "Run: photoclip repair, then photoclip index.")
        )


def _check_thumbnails(workshop: Workshop, catalog: Catalog, report: Report, progress: Progress) -> None:
    missing, unsound = 0, 0
    for number, (content_hash, _) in enumerate(catalog.photos.places()):
        if number % _STEP == 0:
            progress("Looking at the thumbnails", number, 0)
        if not workshop.thumbnails.has(content_hash):
            missing += 1
        elif not workshop.thumbnails.sound(content_hash):
            unsound += 1
    if missing:
        report.notes.append(
            f"Thumbnails missing: {missing:,}; photoclip index makes those of photos that can be read."
        )
    if unsound:
        report.findings.append(
            Finding(
                Area.THUMBNAILS,
                f"Damaged thumbnails: {unsound:,}; they are not shown.",
                "Run: photoclip repair, then photoclip index, which makes them again.",
            )
        )


def _check_files(
    workshop: Workshop, catalog: Catalog, report: Report, progress: Progress, *, deep: bool
) -> None:
    """Files that changed are the next scan's work; content that changed alone is damage to a photo."""
    separator = os.sep.encode()
    offline = tuple(
        folder.path.rstrip(separator) + separator
        for folder in catalog.folders.all()
        if not os.path.isdir(folder.path)
    )
    away = 0
    for number, (path, size, mtime_ns, content_hash) in enumerate(catalog.files.in_sight()):
        if number % _STEP == 0:
            progress("Reading the photos" if deep else "Looking at the files", number, 0)
        if path.startswith(offline):
            away += 1
            continue
        if not size and not mtime_ns:
            continue  # it could not even be looked at, and is listed as such by `status`
        if change := _change(path, size, mtime_ns):
            report.changed.append((path, change))
        elif deep and content_hash is not None and _has_rotted(workshop, path, content_hash):
            report.findings.append(
                Finding(
                    Area.PHOTOS,
                    f"The content of {paths.display(path)} changed while its size and time did not.",
                    "The drive may be failing: check it, and compare the photo with a copy of yours.",
                )
            )
    if away:
        report.notes.append(f"{away:,} files are in folders that are not there now; they were not looked at.")
    for change, count in Counter(change for _, change in report.changed).most_common():
        report.notes.append(f"{count:,} files {change} since the last scan.")


def _change(path: bytes, size: int, mtime_ns: int) -> str:
    try:
        now = os.stat(path)
    except OSError:
        return "are no longer there or cannot be looked at"
    return "" if (now.st_size, now.st_mtime_ns) == (size, mtime_ns) else "have changed"


def _has_rotted(workshop: Workshop, path: bytes, content_hash: bytes) -> bool:
    now = workshop.fingerprint(path)
    return isinstance(now, bytes) and now != content_hash


def _check_backups(workshop: Workshop, report: Report) -> None:
    """The newest one is what a restore takes; the others are checked when they are asked for."""
    backups = workshop.safekeeping.backups()
    if not backups:
        report.notes.append("There is no backup of the catalog yet; photoclip backup makes one.")
        return
    if fault := workshop.safekeeping.fault(backups[0]):
        report.findings.append(
            Finding(
                Area.BACKUPS,
                f"The newest backup ({backups[0].name}) is damaged: {fault}",
                "Run: photoclip repair, which sets it aside, then photoclip backup.",
            )
        )
