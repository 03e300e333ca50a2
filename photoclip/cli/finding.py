"""`photoclip search` and `photoclip similar`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from photoclip import bootstrap, paths
from photoclip.cli import hints
from photoclip.cli.library import place
from photoclip.domain.catalog import Catalog
from photoclip.domain.query import Arrangement, Crop, Query
from photoclip.errors import BadInput
from photoclip.library import keeping
from photoclip.library.answering import Answers
from photoclip.library.layout import Answered
from photoclip.library.searching import Searcher
from photoclip.library.workshop import Workshop

_NO_MATCH = 1
_NONE_MATCHES = "No photo matches well enough; other words may, and --all shows the nearest."


@dataclass(frozen=True, slots=True)
class _Row:
    """A photo of the answer; None where nothing was ranked, or the photo has no vector."""

    path: bytes
    score: float | None
    relevance: float | None


def search(options: argparse.Namespace) -> int:
    """Print the photos that answer words."""
    text = " ".join(options.text)
    if not any(letter.isalnum() for letter in text):
        raise BadInput("There is nothing to search for; type a few words, such as: a dog on a beach.")
    return _answer(options, Query(text, wrong_share=options.wrong), ())


def similar(options: argparse.Namespace) -> int:
    """Print the photos most like some, which need not be in the library."""
    files = [paths.absolute(file) for file in options.files]
    for named, file in zip(options.files, files, strict=True):
        if not os.path.lexists(os.fsencode(file)):
            raise BadInput(f"There is no file {paths.display(os.fsencode(named))}; check the spelling.")
    query = Query(options.words or "", wrong_share=options.wrong)
    if options.crop is None:
        return _answer(options, query, files)
    if len(files) > 1:
        raise BadInput("--crop is the part of one file; name only that one.")
    return _answer(
        options, Query(query.words, image=files[0], crop=options.crop, wrong_share=options.wrong), ()
    )


def crop(text: str) -> Crop:
    """LEFT,TOP,RIGHT,BOTTOM as shares of the sides."""
    try:
        left, top, right, bottom = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("must be four numbers, as in 0.1,0.2,0.5,0.6") from None
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise argparse.ArgumentTypeError("must be a part of the picture: LEFT,TOP,RIGHT,BOTTOM from 0 to 1")
    return left, top, right, bottom


def share(text: str) -> float:
    """A share of wrong photos."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.0 < value < 1.0:
        raise argparse.ArgumentTypeError("must be between 0 and 1, as in 0.3")
    return value


def _answer(options: argparse.Namespace, query: Query, pictures: Sequence[str]) -> int:
    library = place(options)
    workshop = bootstrap.reading(library)
    if workshop is None:
        print(f"The library in {library} is empty; fill it with: photoclip index FOLDER.", file=sys.stderr)
        if options.json:
            print("[]")
        return _NO_MATCH
    with closing(workshop.open_catalog(False)) as catalog, closing(workshop.new_single_decoder()) as decoder:
        searcher = _searcher(workshop, catalog)
        answers = Answers(
            catalog, lambda model_id: searcher, lambda: decoder, workshop.sketches, workshop.gazetteer
        )
        steps = answers.answer(query, Arrangement(), pictures=pictures, cut=not options.all)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                answered: Answered = end.value
                break
        return _print(answered, _rows(answered, catalog, searcher, options.limit), searcher, options)


def _searcher(workshop: Workshop, catalog: Catalog) -> Searcher:
    chosen = workshop.load_settings()
    return Searcher(
        catalog,
        workshop.new_indexes(),
        keeping.serving_card(workshop),
        lambda: workshop.models.encoder(chosen.model, chosen.device, lambda done, total: None),
        workshop.captions,
        workshop.backgrounds,
    )


def _rows(answered: Answered, catalog: Catalog, searcher: Searcher, limit: int) -> list[_Row]:
    shown = limit if answered.matching is None else min(limit, answered.matching)
    ids = answered.photo_ids[:shown]
    nothing = np.full(len(ids), np.nan, np.float32)
    relevance = nothing if answered.relevance is None else answered.relevance[:shown]
    view = searcher.view()
    scores = nothing
    if answered.direction is not None and view is not None:
        direction = answered.direction / max(float(np.linalg.norm(answered.direction)), 1e-6)
        scores = view.index.products(direction[np.newaxis], ids)[0]
    places = {row.photo_id: row.path for row in catalog.photos.rows(ids.tolist())}
    return [
        _Row(places[photo_id], _number(score), _number(judged))
        for photo_id, score, judged in zip(ids.tolist(), scores, relevance, strict=True)
        if photo_id in places
    ]


def _number(value: np.float32) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def _print(answered: Answered, rows: list[_Row], searcher: Searcher, options: argparse.Namespace) -> int:
    asked = answered.asked
    said = [hints.sentence(hint, searcher.card.title) for hint in asked.hints] if asked is not None else []
    said = list(dict.fromkeys(said))
    for line in said:
        print(line, file=sys.stderr)
    message = _message(answered, rows)
    if options.json:
        _print_json(answered, rows, said, message, options)
    else:
        if options.understood:
            print(f"Understood: {'  '.join(hints.understood(asked))}", file=sys.stderr)
        for row in rows:
            print(f"{_share(row.relevance)}  {_score(row.score)}  {paths.display(row.path)}")
        if message:
            print(message, file=sys.stderr)
    return 0 if rows else _NO_MATCH


def _message(answered: Answered, rows: list[_Row]) -> str:
    """What is to be said of an answer, of which the photos below the cut-off are not printed."""
    if rows:
        return answered.message
    return answered.message if answered.message and not len(answered.photo_ids) else _NONE_MATCHES


def _print_json(
    answered: Answered, rows: list[_Row], said: list[str], message: str, options: argparse.Namespace
) -> None:
    photos = [{"path": os.fsdecode(row.path), "score": row.score, "relevance": row.relevance} for row in rows]
    whole: object = photos
    if options.understood:
        whole = {
            "understood": hints.understood(answered.asked),
            "hints": said,
            "message": message,
            "matching": len(answered.photo_ids) if answered.matching is None else answered.matching,
            "photos": photos,
        }
    # ASCII only, so that names that are no text survive as surrogate escapes.
    print(json.dumps(whole, indent=2))


def _share(relevance: float | None) -> str:
    return "   -" if relevance is None else f"{relevance:4.0%}"


def _score(score: float | None) -> str:
    return "    -" if score is None else f"{score:.3f}"
