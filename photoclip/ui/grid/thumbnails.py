"""Tiles by content hash: decoded in a pool, kept in a bounded cache."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from photoclip import storage
from photoclip.ui.grid.tiles import TileSpec, make_tile
from photoclip.ui.picture import read_file

CACHE_BYTES = 160_000_000
"""About 1,200 tiles of 180 pixels; twenty screens to scroll back without a decode."""
QUEUE_LIMIT = 300
"""Tiles that may wait. Older ones have been scrolled past and are asked for again when seen."""
WORKERS = 2
_JPEG_END = b"\xff\xd9"
"""What thumbnails from before there were seals end in. A damaged one is never drawn, it counts as missing."""


_Key = tuple[bytes, bool]
"""The content hash, and whether the tile is grey."""


def _specs(spec: TileSpec) -> dict[bool, TileSpec]:
    """In colour, and grey."""
    return {grey: replace(spec, grey=grey) for grey in (False, True)}


@dataclass(frozen=True, slots=True)
class _Tile:
    pixmap: QPixmap
    spec: TileSpec

    @property
    def cost(self) -> int:
        return self.pixmap.width() * self.pixmap.height() * 4


class Thumbnails(QObject):
    """Hands out tiles that are ready and prepares the others, the last asked for first.

    Everything is known by the photo's content hash, so that a tile that comes
    late can be drawn for no other photo.
    """

    ready = Signal(object)
    """The content hash of a tile that became ready, or turned out to be missing."""

    _made = Signal(object, object, object)

    def __init__(self, spec: TileSpec, parent: QObject | None = None, cache_bytes: int = CACHE_BYTES) -> None:
        super().__init__(parent)
        self._specs = _specs(spec)
        self._capacity = cache_bytes
        self._cost = 0
        self._tiles: OrderedDict[_Key, _Tile] = OrderedDict()
        self._missing: set[bytes] = set()
        self._waiting: OrderedDict[_Key, str] = OrderedDict()
        self._running: set[_Key] = set()
        self._pool = QThreadPool(self, maxThreadCount=WORKERS)
        self._made.connect(self._keep)

    @property
    def spec(self) -> TileSpec:
        return self._specs[False]

    @Slot(object)
    def set_spec(self, spec: TileSpec) -> None:
        """Make tiles differently from now on; old ones serve until theirs are ready."""
        if spec != self.spec:
            self._specs = _specs(spec)
            self._waiting.clear()

    def pixmap(self, content_hash: bytes, path: str, *, grey: bool = False) -> QPixmap | None:
        """The tile of a photo, in colour or `grey`, or None while it is being made from the file `path`."""
        key = (content_hash, grey)
        tile = self._tiles.get(key)
        if tile is not None:
            self._tiles.move_to_end(key)
        if (tile is None or tile.spec != self._specs[grey]) and content_hash not in self._missing:
            self._want(key, path)
        # A drive that goes away turns no photos into empty places.
        shown = tile or self._tiles.get((content_hash, not grey))
        return shown.pixmap if shown is not None else None

    def is_missing(self, content_hash: bytes) -> bool:
        """Whether there is no thumbnail, or none that can be read."""
        return content_hash in self._missing

    def try_missing_again(self) -> None:
        """Thumbnails appear while the library is indexed."""
        self._missing.clear()

    @property
    def cached_bytes(self) -> int:
        """What the tiles in memory take."""
        return self._cost

    @property
    def capacity(self) -> int:
        """What they may take, in bytes."""
        return self._capacity

    @Slot(object)
    def set_capacity(self, cache_bytes: int) -> None:
        """Keep no more than this; what was looked at longest ago goes first."""
        self._capacity = cache_bytes
        self._drop_oldest()

    def close(self) -> None:
        """Drop what waits and let the pool finish; a stuck network drive is not waited for."""
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone(1000)

    def _want(self, key: _Key, path: str) -> None:
        if key in self._running:
            return
        self._waiting[key] = path
        self._waiting.move_to_end(key)
        if len(self._waiting) > QUEUE_LIMIT:
            self._waiting.popitem(last=False)
        self._feed()

    def _feed(self) -> None:
        while self._waiting and len(self._running) < WORKERS:
            key, path = self._waiting.popitem(last=True)
            self._running.add(key)
            self._pool.start(partial(self._make, key[0], path, self._specs[key[1]]))

    def _make(self, content_hash: bytes, path: str, spec: TileSpec) -> None:
        """Runs in the pool."""
        try:
            data = storage.unsealed(read_file(path), _JPEG_END)
            image = QImage() if data is None else make_tile(data, spec)
        except OSError:
            image = QImage()
        self._made.emit(content_hash, spec, image)

    @Slot(object, object, object)
    def _keep(self, content_hash: bytes, spec: TileSpec, image: QImage) -> None:
        key = (content_hash, spec.grey)
        self._running.discard(key)
        if image.isNull():
            if key not in self._tiles:
                self._missing.add(content_hash)
        elif spec == self._specs[spec.grey] or key not in self._tiles:
            self._put(key, _Tile(QPixmap.fromImage(image), spec))
        self._feed()
        self.ready.emit(content_hash)

    def _put(self, key: _Key, tile: _Tile) -> None:
        old = self._tiles.pop(key, None)
        self._cost += tile.cost - (old.cost if old else 0)
        self._tiles[key] = tile
        self._drop_oldest()

    def _drop_oldest(self) -> None:
        while self._cost > self._capacity and len(self._tiles) > 1:
            _, dropped = self._tiles.popitem(last=False)
            self._cost -= dropped.cost
