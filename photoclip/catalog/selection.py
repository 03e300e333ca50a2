"""What many photos have in common, asked of SQLite and not of a row for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from photoclip.catalog.connection import Connection
from photoclip.domain.browsing import SelectionFacts

_PORTION = """
    SELECT count(*), coalesce(sum(size), 0), min(taken_at), max(taken_at),
        min(coalesce(rating, 0)), max(coalesce(rating, 0)),
        min(coalesce(favourite, 0)), max(coalesce(favourite, 0))
    FROM (SELECT photo_id, min(size) AS size FROM files WHERE missing_since IS NULL AND photo_id IN ()
        GROUP BY photo_id) AS place
    JOIN photos ON photos.id = place.photo_id LEFT JOIN marks ON marks.photo_id = place.photo_id
"""
_LABELS = """
    SELECT label, count(DISTINCT photo_id) FROM tags WHERE photo_id IN () AND EXISTS (
        SELECT 1 FROM files WHERE files.photo_id = tags.photo_id AND missing_since IS NULL)
    GROUP BY label
"""


def together(connection: Connection, photo_ids: Sequence[int]) -> SelectionFacts:
    """As `domain.catalog.Photos.together`."""
    ids = list(dict.fromkeys(photo_ids))
    portions = [row for row in connection.rows_among(_PORTION, ids) if row[0]]
    photos = sum(row[0] for row in portions)
    labels: Counter[str] = Counter()
    for label, count in connection.rows_among(_LABELS, ids):
        labels[label] += count
    ratings = {rating for row in portions for rating in row[4:6]}
    favourites = {bool(favourite) for row in portions for favourite in row[6:8]}
    return SelectionFacts(
        photos=photos,
        size=sum(row[1] for row in portions),
        rating=ratings.pop() if len(ratings) == 1 else None,
        favourite=favourites.pop() if len(favourites) == 1 else None,
        first_taken=min((row[2] for row in portions if row[2] is not None), default=None),
        last_taken=max((row[3] for row in portions if row[3] is not None), default=None),
        tags=sorted(label for label, count in labels.items() if count == photos),
    )
