"""`photoclip search` and `photoclip similar`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import closing

import numpy as np

from photoclip import bootstrap, paths
from photoclip.cli.library import place
from photoclip.domain.catalog import Catalog
from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.hits import Hit
from photoclip.domain.photos import Problem
from photoclip.domain.pipeline import Encoder
from photoclip.errors import BadInput
from photoclip.library import keeping
from photoclip.library.searching import Searcher, clean
from photoclip.library.workshop import Workshop

_NO_MATCH = 1
_Ask = Callable[[Searcher, Catalog, Workshop], list[Hit]]


def search(options: argparse.Namespace) -> int:
    """Print the best photos for words."""
    text = clean(" ".join(options.text))
    return _answer(
        options, lambda searcher, *_: searcher.words(text, limit=options.limit, cut=not options.all)
    )


def similar(options: argparse.Namespace) -> int:
    """Print the photos most like one, which need not be in the library."""
    path = os.fsencode(paths.absolute(options.file))
    if not os.path.lexists(path):
        raise BadInput(f"There is no file {options.file}; check the spelling.")

    def ask(searcher: Searcher, catalog: Catalog, workshop: Workshop) -> list[Hit]:
        decoded = _decode(workshop, DecodeRequest(path, fingerprint_only=True))
        photo_id = catalog.photos.id_of(decoded.content_hash)
        key = catalog.models.newest(keeping.serving_card(workshop).id)
        if photo_id is not None and key is not None and catalog.vectors.has(photo_id, key):
            return searcher.similar_to(photo_id, limit=options.limit, cut=not options.all)
        encoder = searcher.encoder()
        pixels = _decode(workshop, DecodeRequest(path, preprocess=encoder.preprocess)).pixels
        assert pixels is not None  # noqa: S101 - it was asked for
        vector = encoder.encode_images(pixels[np.newaxis])[0]
        return searcher.similar(vector, limit=options.limit, cut=not options.all)

    return _answer(options, ask)


def _answer(options: argparse.Namespace, ask: _Ask) -> int:
    library = place(options)
    workshop = bootstrap.reading(library)
    if workshop is None:
        print(f"The library in {library} is empty; fill it with: photoclip index FOLDER.", file=sys.stderr)
        if options.json:
            print("[]")
        return _NO_MATCH
    with closing(workshop.open_catalog(False)) as catalog:
        searcher = Searcher(
            catalog,
            workshop.new_indexes(),
            keeping.serving_card(workshop),
            lambda: _encoder(workshop),
            workshop.captions,
            workshop.backgrounds,
        )
        hits = ask(searcher, catalog, workshop)
        places = {row.photo_id: row.path for row in catalog.photos.rows([hit.photo_id for hit in hits])}
        return _print([(places[hit.photo_id], hit) for hit in hits if hit.photo_id in places], options)


def _encoder(workshop: Workshop) -> Encoder:
    settings = workshop.load_settings()
    return workshop.models.encoder(settings.model, settings.device, lambda done, total: None)


def _decode(workshop: Workshop, request: DecodeRequest) -> Decoded:
    with closing(workshop.new_decoder()) as decoder:
        decoder.submit(request)
        result = decoder.next_result(None)
    assert result is not None  # noqa: S101 - waited without a limit
    if isinstance(result.outcome, Problem):
        raise BadInput(f"{paths.display(request.path)} cannot be searched by: {result.outcome.reason}")
    return result.outcome


def _print(found: list[tuple[bytes, Hit]], options: argparse.Namespace) -> int:
    if options.json:
        rows = [
            {"path": os.fsdecode(path), "score": round(hit.score, 4), "relevance": round(hit.relevance, 4)}
            for path, hit in found
        ]
        # ASCII only, so that names that are no text survive as surrogate escapes.
        print(json.dumps(rows, indent=2))
    else:
        for path, hit in found:
            print(f"{hit.relevance:4.0%}  {hit.score:.3f}  {paths.display(path)}")
    if found:
        return 0
    if not options.json:
        print("No photo matches well enough; other words may, and --all shows the nearest.", file=sys.stderr)
    return _NO_MATCH
