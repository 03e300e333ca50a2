"""An HNSW graph on disk, with a manifest that is believed before hnswlib sees the file.

hnswlib 0.8 loads flipped bits and a wrong dimension without a word, can abort
the process on a damaged header (hnswlib#673), and reports no error when the
disk is full. So the graph's hash is checked before it is loaded, and its size
after it was saved.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import hnswlib
import numpy as np
from numpy.typing import NDArray

from photoclip import paths, storage

MANIFEST = "manifest.json"
M = 16
"""Links per node; with 200 at construction, recall@50 of 0.985 at ef 128 (docs/measurements.md)."""
EF_CONSTRUCTION = 200
EF_SEARCH = 128


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the graph beside it holds.

    `vectors` counts the catalog's vectors up to `last_row` that it covers,
    `nodes` the distinct ones among them.
    """

    model: str
    dimensions: int
    metric: str
    nodes: int
    vectors: int
    last_row: int
    file: str
    sha256: str


def new(dimensions: int, nodes: int) -> Any:
    """An empty graph with room for `nodes`; inner product over unit vectors is the cosine."""
    graph = hnswlib.Index(space="ip", dim=dimensions)
    graph.init_index(max_elements=max(nodes, 1), M=M, ef_construction=EF_CONSTRUCTION, random_seed=1)
    graph.set_ef(EF_SEARCH)
    return graph


def add(graph: Any, labels: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
    """Add distinct float32 (n, dimensions) unit vectors, growing the graph as needed."""
    needed = graph.get_current_count() + len(labels)
    if needed > graph.get_max_elements():
        graph.resize_index(needed)
    graph.add_items(vectors, labels)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a saved graph, or None where there is none that makes sense."""
    try:
        raw = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        found = Manifest(**raw)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    for field in fields(Manifest):
        wanted = int if field.type == "int" else str
        if type(getattr(found, field.name)) is not wanted:
            return None
    return found if Path(found.file).name == found.file else None


def load(folder: Path, manifest: Manifest) -> Any | None:
    """The graph that a manifest describes, or None where the file is not that graph."""
    file = folder / manifest.file
    try:
        if _sha256(file) != manifest.sha256:
            return None
        graph = hnswlib.Index(space="ip", dim=manifest.dimensions)
        graph.load_index(str(file), max_elements=manifest.nodes)
    except (OSError, RuntimeError):
        return None
    if graph.get_current_count() != manifest.nodes:
        return None
    graph.set_ef(EF_SEARCH)
    return graph


def save(folder: Path, graph: Any, *, model: str, dimensions: int, vectors: int, last_row: int) -> None:
    """Write a graph and then its manifest; until the manifest is replaced, the old pair stays valid.

    Raises:
        StorageFault: the disk refused; the old pair is still there.
    """
    paths.private_dir(folder)
    name = f"graph-{last_row}-{vectors}.hnsw"
    with storage.replacing(folder / name) as temporary:
        graph.save_index(str(temporary))
        if temporary.stat().st_size != graph.index_file_size():
            raise OSError("the disk took only a part")
        digest = _sha256(temporary)
    manifest = Manifest(model, dimensions, "ip", graph.get_current_count(), vectors, last_row, name, digest)
    storage.write(folder / MANIFEST, json.dumps(asdict(manifest), indent=2).encode())
    tidy(folder, manifest)


def tidy(folder: Path, manifest: Manifest) -> None:
    """Remove what saves that were cut off left behind: all but the graph that the manifest names."""
    for other in folder.iterdir():
        if other.name not in (manifest.file, MANIFEST):
            with contextlib.suppress(OSError):
                other.unlink()


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
