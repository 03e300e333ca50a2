"""From an understood query to directions among the vectors: words, pictures, and words that move either."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np

from photoclip import paths
from photoclip.domain.asked import Asked, Shift
from photoclip.domain.catalog import Catalog
from photoclip.domain.query import USUAL_WRONG_SHARE, Query
from photoclip.errors import BadInput
from photoclip.library import ranking
from photoclip.library.outside import OutsidePictures
from photoclip.library.ranking import Wanted
from photoclip.library.relevance import Scale
from photoclip.library.searching import Searcher
from photoclip.library.view import Ids, Matrix, View

_WORDS_SHARE = 0.7
"""What words of weight 1 count against the photo that they move: of 0.3 to 1.5 the one that brought
photos of the same thing, changed as asked, nearest to the top (the starter on labelled photos)."""
Waiting = Generator[None, None, Wanted]


class Wanting:
    """Finds the vectors of what is asked for. Belongs to the catalog's thread."""

    def __init__(self, catalog: Catalog, outside: OutsidePictures) -> None:
        self._catalog = catalog
        self._outside = outside

    def wanted(
        self, searcher: Searcher, view: View, query: Query, asked: Asked, pictures: Sequence[str] = ()
    ) -> Waiting:
        """What is looked for; yields while pictures are being read. `pictures` are more files to be like.

        Raises:
            BadInput: a photo or picture that is named cannot be searched by.
        """
        likes, left_out = yield from self._likenesses(searcher, query, (*asked.likenesses, *pictures))
        if likes:
            words = (*(Shift(text, 1.0) for text in asked.meanings), *asked.shifts)
            scales = [_like(searcher, view, _unit(np.mean(likes, axis=0)), words)]
            unwanted = list(asked.unwanted)
        else:
            scales, unwanted = _of_words(searcher, view, asked)
        calibration = searcher.calibration(view)
        return Wanted(
            tuple(scales),
            tuple(calibration.of_words(vector) for vector in _texts(searcher, unwanted)),
            _ids(query.liked),
            _ids(query.disliked),
            left_out,
        )

    def _likenesses(
        self, searcher: Searcher, query: Query, files: Sequence[str]
    ) -> Generator[None, None, tuple[list[Matrix], Ids]]:
        """The vectors of all that the answer has to be like, and the photos of the library among them."""
        vectors: list[Matrix] = []
        known: list[int] = list(query.similar)
        if query.crop is not None and len(query.similar) == 1 and not query.image:
            path = self._path(query.similar[0])
            vectors.append((yield from self._outside.vector(searcher.encoder(), path, query.crop)))
        else:
            vectors += [searcher.photo(photo_id) for photo_id in query.similar]
        if query.image:
            path = os.fsencode(query.image)
            vectors.append((yield from self._outside.vector(searcher.encoder(), path, query.crop)))
        for file in files:
            path = _absolute(file)
            content_hash = yield from self._outside.content_hash(path)
            photo_id = self._catalog.photos.id_of(content_hash)
            if photo_id is not None and searcher.has(photo_id):
                known.append(photo_id)
                vectors.append(searcher.photo(photo_id))
            else:
                vectors.append((yield from self._outside.vector(searcher.encoder(), path)))
        return vectors, _ids(known)

    def _path(self, photo_id: int) -> bytes:
        rows = self._catalog.photos.rows([photo_id])
        if not rows:
            raise BadInput("This photo is not there any more; search by another one.")
        return rows[0].path


def alike(searcher: Searcher, photo_id: int, limit: int) -> Ids:
    """The photos most like one of the library, best first.

    Raises:
        BadInput: that photo has no vector of this model.
    """
    vector, view = searcher.photo(photo_id), searcher.view()
    if view is None:
        return _ids(())
    scale = searcher.calibration(view).of_photo(vector)
    ranked = ranking.rank(view, Wanted((scale,), left_out=_ids([photo_id])), None, USUAL_WRONG_SHARE)
    return ranked.photo_ids[: min(limit, ranked.matching)]


def _of_words(searcher: Searcher, view: View, asked: Asked) -> tuple[list[Scale], list[str]]:
    """Scales of the words that are wanted, and the words that are not."""
    meanings, shifts, unwanted = list(asked.meanings), asked.shifts, list(asked.unwanted)
    if not meanings:  # there is nothing to move: what it was to be moved to is looked for itself
        meanings = [shift.text for shift in shifts if shift.weight > 0]
        unwanted += [shift.text for shift in shifts if shift.weight < 0]
        shifts = ()
    vectors = _texts(searcher, meanings)
    if shifts:
        centre = searcher.bank(view.key).mean(axis=0)
        moved = _weighted(_texts(searcher, [shift.text for shift in shifts]) - centre, shifts)
        vectors = np.stack([_moved(vector, centre, moved) for vector in vectors])
    calibration = searcher.calibration(view)
    return [calibration.of_words(vector) for vector in vectors], unwanted


def _moved(vector: Matrix, centre: Matrix, by: Matrix) -> Matrix:
    """Words moved by others, as far from the middle of all words as before."""
    away = vector - centre
    return _unit(centre + np.float32(np.linalg.norm(away)) * _unit(_unit(away) + by))


def _weighted(directions: Matrix, shifts: Sequence[Shift]) -> Matrix:
    """The sum of directions at equal length, times their weights."""
    total: Matrix = np.zeros(directions.shape[1], np.float32)
    for direction, shift in zip(directions, shifts, strict=True):
        total += np.float32(shift.weight) * _unit(direction)
    return total


def _like(searcher: Searcher, view: View, photo: Matrix, words: Sequence[Shift]) -> Scale:
    """What is like a photo, moved by words.

    Texts and photos lie in cones of their own (Liang et al., "Mind the gap",
    2022), so each is taken from the middle of its own kind; and photos differ
    more among themselves than words tell them apart, so that each direction is
    made to spread the library as widely as the photo's does.
    """
    calibration = searcher.calibration(view)
    if not words:
        return calibration.of_photo(photo)
    sample = view.sample()
    direction = _unit(photo - sample.mean(axis=0))
    spread = _spread(sample, direction)
    centre = searcher.bank(view.key).mean(axis=0)
    moved = direction.copy()
    for text, shift in zip(_texts(searcher, [shift.text for shift in words]), words, strict=True):
        by = _unit(text - centre)
        moved += np.float32(_WORDS_SHARE * shift.weight * spread / _spread(sample, by)) * by
    return calibration.of_mix(moved)


def _spread(sample: Matrix, direction: Matrix) -> float:
    return max(float((sample @ direction).std()), 1e-4)


def _texts(searcher: Searcher, texts: Sequence[str]) -> Matrix:
    return searcher.texts(texts) if texts else np.empty((0, 0), np.float32)


def _absolute(file: str) -> bytes:
    try:
        return os.fsencode(paths.absolute(os.fspath(Path(file).expanduser())))
    except (OSError, ValueError, RuntimeError) as fault:
        raise BadInput("There is no picture of this name; search by another one.") from fault


def _unit(vector: Matrix) -> Matrix:
    unit: Matrix = (vector / max(float(np.linalg.norm(vector)), 1e-6)).astype(np.float32)
    return unit


def _ids(photo_ids: Sequence[int]) -> Ids:
    return np.unique(np.array(photo_ids, np.int64))
