"""What a library holds, as the source list shows it, and all that is known of photos."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from photoclip import paths
from photoclip.domain.browsing import RECENT_DAYS, FolderNode, PhotoFacts, SelectionFacts, Sources
from photoclip.domain.catalog import Catalog, WatchedFolder
from photoclip.domain.gazetteer import Gazetteer
from photoclip.domain.paths import separator_of
from photoclip.domain.photos import PhotoDetails, PhotoRow
from photoclip.domain.query import Arrangement, Filters
from photoclip.errors import CatalogDamaged


def sources(catalog: Catalog) -> Sources:
    """What there is to choose from."""
    photos, folders = _folders(catalog)
    return Sources(
        photos=photos,
        recent=_count(catalog, Filters(added_days=RECENT_DAYS)),
        favourites=_count(catalog, Filters(favourite=True)),
        problems=catalog.files.coverage(None).problems,
        folders=folders,
        albums=catalog.albums.all(),
        labels=catalog.tags.labels(),
    )


def _count(catalog: Catalog, filters: Filters) -> int:
    return len(catalog.photos.find(filters, Arrangement()).photo_ids)


def _folders(catalog: Catalog) -> tuple[int, list[FolderNode]]:
    """How many photos there are, and the watched folders that hold any."""
    watched = catalog.folders.all()
    trees = _Trees([folder.path for folder in watched])
    photos = 0
    for _, group in itertools.groupby(catalog.files.of_photos(), lambda found: found[0]):
        photos += 1
        trees.add([path for _, path in group])
    return photos, trees.nodes(watched)


class _Trees:
    """How many photos are in the folders at and below some roots."""

    def __init__(self, roots: Sequence[bytes]) -> None:
        self._roots = frozenset(roots)
        self._chains: dict[bytes, tuple[bytes, ...]] = {}
        self._direct: Counter[bytes] = Counter()
        """Photos with one file only, which are most, by its folder."""
        self._spread: Counter[bytes] = Counter()
        """Photos with more files, counted once in each folder at or above any of them."""

    def add(self, files: Sequence[bytes]) -> None:
        """Count a photo."""
        if len(files) == 1:
            self._direct[_above(files[0])] += 1
        else:
            self._spread.update({one for file in files for one in self._chain(_above(file))})

    def _chain(self, folder: bytes) -> tuple[bytes, ...]:
        """A folder and those above it, up to its root; nothing where it lies below none."""
        below, above = [], folder
        while above not in self._chains:
            below.append(above)
            if above in self._roots or _above(above) == above:
                break
            above = _above(above)
        chain = self._chains.get(above, ())
        for one in reversed(below):
            chain = (one, *chain) if chain or one in self._roots else ()
            self._chains[one] = chain
        return chain

    def nodes(self, watched: Iterable[WatchedFolder]) -> list[FolderNode]:
        """The roots that hold photos, with all in them that do."""
        counts = self._spread
        for folder, photos in self._direct.items():
            for one in self._chain(folder):
                counts[one] += photos
        offline = {folder.path for folder in watched if folder.offline}
        tops: list[FolderNode] = []
        inside: dict[bytes, list[FolderNode]] = defaultdict(list)
        # A folder's path is longer than those of the folders above it, so what is in it comes first.
        for folder in sorted(counts, key=len, reverse=True):
            root = folder in self._roots
            node = FolderNode(
                folder,
                _name(folder),
                counts[folder],
                self._chain(folder)[-1] in offline,
                root,
                sorted(inside.pop(folder, ()), key=_by_name),
            )
            (tops if root else inside[_above(folder)]).append(node)
        return sorted(tops, key=_by_name)


def _name(folder: bytes) -> str:
    separator = separator_of(folder)
    return paths.display(folder.rstrip(separator).rpartition(separator)[2] or folder)


def _by_name(node: FolderNode) -> tuple[str, bytes]:
    return node.name.casefold(), node.path


def _above(path: bytes) -> bytes:
    """The folder that a path is in; a root, which ends with its separator, is in itself."""
    separator = separator_of(path)
    above = path.rpartition(separator)[0]
    is_root = not above or (separator == b"\\" and above.endswith(b":"))
    return above + separator if is_root else above


def facts(
    catalog: Catalog, gazetteer: Gazetteer, photo_ids: Sequence[int]
) -> PhotoFacts | SelectionFacts | None:
    """All that is known of one photo, or what several have in common; None where none is in sight."""
    together = catalog.photos.together(photo_ids)
    if together.photos > 1:
        return together
    rows = catalog.photos.rows(photo_ids)
    return _of_photo(catalog, gazetteer, rows[0]) if rows else None


def _of_photo(catalog: Catalog, gazetteer: Gazetteer, photo: PhotoRow) -> PhotoFacts:
    photo_id = photo.photo_id
    details = catalog.photos.details(photo_id)
    if details is None:
        raise CatalogDamaged("The catalog has lost a photo while it was shown; run photoclip verify.")
    return PhotoFacts(
        photo,
        details,
        catalog.files.places_of([photo_id]).get(photo_id, []),
        catalog.tags.of_photos([photo_id]).get(photo_id, []),
        [(place.album_id, place.album) for place in catalog.albums.of_photos([photo_id]).get(photo_id, [])],
        _place(gazetteer, details),
    )


def _place(gazetteer: Gazetteer, details: PhotoDetails) -> str:
    if details.latitude is None or details.longitude is None:
        return ""
    place = gazetteer.nearest(details.latitude, details.longitude)
    return place.name if place else ""
