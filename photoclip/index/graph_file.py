"""The vectors in a graph's file, read again without hnswlib, which gives them away one float at a time."""

from __future__ import annotations

import struct
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.errors import StorageFault
from photoclip.index.ranking import ready

_HEADER = struct.Struct("<6QiI3QdQ")
"""hnswlib 0.8.0, `HierarchicalNSW::saveIndex`: after it, every node with its links, vector and label."""
_LABEL = np.dtype("<i8")
_FLOAT = np.dtype("<f4")
_PART = 8192
"""Nodes read at once."""
_ALL_SHARE = 8
"""From one node in so many on, reading all of them one after the other is quicker than picking."""


class GraphFile:
    """Nodes by their place in the file of a graph that was found sound. Belongs to one thread.

    It is read and not mapped into memory: a drive that is unplugged is a fault
    that can be told then, and not the end of the program.
    """

    def __init__(self, file: Path, labels: Sequence[int], dimensions: int) -> None:
        """Look at the header, and whether the nodes are those of the `labels` that hnswlib tells.

        Raises:
            OSError: the file cannot be read, or is not laid out as it should be.
        """
        self._file = file
        self._dimensions = dimensions
        self._stream = file.open("rb", buffering=0)
        weakref.finalize(self, self._stream.close)  # whoever holds an index does not close it
        header = self._stream.read(_HEADER.size)
        if len(header) < _HEADER.size:
            raise OSError("the file is too short")
        nodes = len(labels)
        _, _, self._count, self._size, label, vector, *_ = _HEADER.unpack(header)
        end = vector + dimensions * _FLOAT.itemsize
        if (self._count, self._size, label) != (nodes, end + _LABEL.itemsize, end) or self._size % 4:
            raise OSError("the file is laid out in another way")
        self._columns = slice(vector // 4, end // 4)
        self._buffer = np.empty((min(_PART, nodes), self._size // 4), _FLOAT)
        self.labels = np.empty(nodes, np.int64)
        """The node at each place, int64 (nodes,)."""
        for start, part in self._parts():
            last = np.ascontiguousarray(part[:, self._columns.stop :]).view(_LABEL)
            self.labels[start : start + len(part)] = last[:, 0]
        if not np.array_equal(np.sort(self.labels), np.sort(np.asarray(labels, np.int64))):
            raise OSError("the file holds other nodes")

    def products(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """The product of a query with every node, float32 (nodes,).

        Raises:
            StorageFault: the drive refused.
        """
        found = np.empty(self._count, np.float32)
        query = ready(query)
        try:
            for start, part in self._parts():
                np.dot(part[:, self._columns], query, out=found[start : start + len(part)])
        except OSError as fault:
            raise self._unreadable(fault) from fault
        return found

    def vectors(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors at some places, float32 (len(places), dimensions).

        Raises:
            StorageFault: the drive refused.
        """
        found = np.empty((len(places), self._dimensions), np.float32)
        row = np.empty(self._dimensions, _FLOAT)
        first = _HEADER.size + self._columns.start * 4
        try:
            for number, place in enumerate(places.tolist()):
                self._stream.seek(first + place * self._size)
                self._fill(row)
                found[number] = row
        except OSError as fault:
            raise self._unreadable(fault) from fault
        return found

    def multiplied(self, queries: NDArray[np.float32], places: NDArray[np.int64]) -> NDArray[np.float32]:
        """The products of queries, float32 (k, dimensions), with some places: float32 (k, len(places)).

        Raises:
            StorageFault: the drive refused.
        """
        if len(places) * _ALL_SHARE < self._count:
            few: NDArray[np.float32] = ready(queries) @ self.vectors(places).T
            return few
        found = np.empty((len(queries), len(places)), np.float32)
        for number, query in enumerate(queries):
            found[number] = self.products(query)[places]
        return found

    def _parts(self) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """All nodes, some at a time, each part good until the next."""
        self._stream.seek(_HEADER.size)
        for start in range(0, self._count, _PART):
            part = self._buffer[: min(_PART, self._count - start)]
            self._fill(part)
            yield start, part

    def _fill(self, target: NDArray[np.float32]) -> None:
        view = target.reshape(-1).view(np.uint8).data
        while view:
            read = self._stream.readinto(view)
            if not read:
                raise OSError("the file has become shorter")
            view = view[read:]

    def _unreadable(self, fault: OSError) -> StorageFault:
        return StorageFault(
            f"The index {self._file} cannot be read ({fault.strerror or fault}); "
            "see whether its drive is there."
        )
