"""What a person changes about albums, and the change that takes each one back; inside a transaction."""

from __future__ import annotations

from collections.abc import Sequence

from photoclip.domain.catalog import Catalog
from photoclip.domain.changes import (
    AddToAlbum,
    AlbumKind,
    AlbumRecord,
    ArrangeAlbum,
    Change,
    DecideInAlbum,
    DeleteAlbum,
    MakeAlbum,
    MoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    RestoreAlbums,
    SaveQuery,
    SetCover,
    Several,
)
from photoclip.domain.query import Arrangement, Filters
from photoclip.errors import BadInput
from photoclip.library.inverses import by_value
from photoclip.library.naming import checked


def make(catalog: Catalog, change: MakeAlbum) -> Change:
    _check_group(catalog, change.parent)
    name = _free_name(catalog, change.name, change.parent)
    asked = None
    if change.kind is AlbumKind.SMART:
        if change.query is None:
            raise BadInput("A smart album needs something to ask for; search first, and save the search.")
        asked = change.query, change.arrangement
    if change.photo_ids and change.kind is not AlbumKind.HAND:
        raise _no_photos(name, change.kind)
    album_id = catalog.albums.make(name, change.kind, change.parent, asked)
    catalog.albums.put_photos(album_id, catalog.photos.known(change.photo_ids))
    return DeleteAlbum(album_id)


def delete(catalog: Catalog, album_id: int) -> Change:
    root = _record(catalog, album_id)
    records = [root]
    for record in records:
        records += [_record(catalog, child) for child in catalog.albums.children(record.album_id)]
    for record in reversed(records):
        catalog.albums.delete(record.album_id)
    catalog.albums.place(root.parent, catalog.albums.children(root.parent))
    return RestoreAlbums(tuple(records))


def restore(catalog: Catalog, change: RestoreAlbums) -> Change:
    ours = {record.album_id for record in change.albums}
    roots = [record for record in change.albums if record.parent not in ours]
    for record in change.albums:
        if catalog.albums.record(record.album_id) is not None:
            raise BadInput(f"The album “{record.name}” is there already; it is not put back a second time.")
        if record in roots:
            _check_group(catalog, record.parent)
        _free_name(catalog, record.name, record.parent, as_it_is=True)
        siblings = catalog.albums.children(record.parent)
        catalog.albums.put_back(record)
        if record in roots:
            siblings.insert(record.position, record.album_id)
            catalog.albums.place(record.parent, siblings)
    deletions = tuple(DeleteAlbum(record.album_id) for record in reversed(roots))
    return deletions[0] if len(deletions) == 1 else Several(deletions)


def rename(catalog: Catalog, change: RenameAlbum) -> Change:
    record = _record(catalog, change.album_id)
    if change.name.strip() != record.name:
        catalog.albums.rename(change.album_id, _free_name(catalog, change.name, record.parent))
    return RenameAlbum(change.album_id, record.name)


def move(catalog: Catalog, change: MoveAlbum) -> Change:
    album_id, record = change.album_id, _record(catalog, change.album_id)
    _check_group(catalog, change.parent)
    above = change.parent
    while above is not None:
        if above == album_id:
            raise BadInput(f"The group “{record.name}” cannot be moved into itself; choose another group.")
        above = _record(catalog, above).parent
    if change.parent != record.parent:
        _free_name(catalog, record.name, change.parent, as_it_is=True)
    before = catalog.albums.children(record.parent)
    follower = _after(before, album_id)
    siblings = before if change.parent == record.parent else catalog.albums.children(change.parent)
    target = siblings[change.position] if 0 <= change.position < len(siblings) else None
    if target != album_id:
        left = [one for one in before if one != album_id]
        catalog.albums.place(record.parent, left)
        rest = [one for one in siblings if one != album_id]
        rest.insert(rest.index(target) if target is not None else len(rest), album_id)
        catalog.albums.place(change.parent, rest)
    now = catalog.albums.children(record.parent)
    return MoveAlbum(album_id, record.parent, -1 if follower is None else now.index(follower))


def _after(siblings: Sequence[int], album_id: int) -> int | None:
    place = siblings.index(album_id) + 1
    return siblings[place] if place < len(siblings) else None


def set_cover(catalog: Catalog, change: SetCover) -> Change:
    record = _record(catalog, change.album_id)
    if change.photo_id is None or catalog.photos.known([change.photo_id]):
        catalog.albums.set_cover(change.album_id, change.photo_id)
    return SetCover(change.album_id, record.cover)


def save(catalog: Catalog, change: SaveQuery) -> Change:
    record = _record(catalog, change.album_id)
    if record.kind is not AlbumKind.SMART:
        raise BadInput(f"“{record.name}” is no smart album; save the search as a new one.")
    before = catalog.albums.saved(change.album_id)
    catalog.albums.save(change.album_id, change.query, change.arrangement)
    return SaveQuery(change.album_id, *before)


def put_photos(catalog: Catalog, change: AddToAlbum | RemoveFromAlbum | ArrangeAlbum) -> Change:
    record = _record(catalog, change.album_id)
    if record.kind is not AlbumKind.HAND:
        raise _no_photos(record.name, record.kind)
    before = [photo_id for photo_id, _ in record.photos]
    named = catalog.photos.known(change.photo_ids)
    match change:
        case AddToAlbum():
            after = list(dict.fromkeys([*before, *named]))
        case RemoveFromAlbum():
            leaving = set(named)
            after = [photo_id for photo_id in before if photo_id not in leaving]
        case ArrangeAlbum():
            after = _with_unseen(catalog, change.album_id, before, named)
    catalog.albums.put_photos(change.album_id, after)
    back = ArrangeAlbum(change.album_id, tuple(before))
    came = set(after).difference(before)
    if came <= _in_sight(catalog, change.album_id):
        return back
    return Several((RemoveFromAlbum(change.album_id, tuple(came)), back))


def _in_sight(catalog: Catalog, album_id: int) -> set[int]:
    return set(catalog.photos.find(Filters(album=album_id), Arrangement()).photo_ids.tolist())


def _with_unseen(catalog: Catalog, album_id: int, before: Sequence[int], named: Sequence[int]) -> list[int]:
    """Photos in their new order, and those that nobody could see to put in order behind their neighbours."""
    placed = set(named)
    unseen = set(before) - placed - _in_sight(catalog, album_id)
    behind: dict[int | None, list[int]] = {None: []}
    neighbour = None
    for photo_id in before:
        if photo_id in unseen:
            behind.setdefault(neighbour, []).append(photo_id)
        elif photo_id in placed:
            neighbour = photo_id
    after = behind[None]
    for photo_id in named:
        after += [photo_id, *behind.get(photo_id, ())]
    return after


def decide(catalog: Catalog, change: DecideInAlbum) -> Change:
    record = _record(catalog, change.album_id)
    if record.kind is not AlbumKind.SMART:
        raise BadInput(f"“{record.name}” is no smart album; add photos to it or remove them instead.")
    photo_ids = catalog.photos.known(change.photo_ids)
    before = dict(record.decisions)
    catalog.albums.decide(change.album_id, photo_ids, change.keep)
    return by_value(photo_ids, before.get, lambda ids, keep: DecideInAlbum(change.album_id, ids, keep))


def _record(catalog: Catalog, album_id: int) -> AlbumRecord:
    record = catalog.albums.record(album_id)
    if record is None:
        raise BadInput("This album is not there any more; choose another one.")
    return record


def _check_group(catalog: Catalog, parent: int | None) -> None:
    if parent is not None and (group := _record(catalog, parent)).kind is not AlbumKind.GROUP:
        raise BadInput(f"“{group.name}” is no group, so no album can be in it; choose a group.")


def _no_photos(name: str, kind: AlbumKind) -> BadInput:
    if kind is AlbumKind.GROUP:
        return BadInput(f"“{name}” is a group, which holds albums; choose an album for these photos.")
    return BadInput(
        f"“{name}” is a smart album, which finds its photos by itself; choose another album for these."
    )


def _free_name(catalog: Catalog, name: str, parent: int | None, *, as_it_is: bool = False) -> str:
    """A name that no sibling has; `as_it_is` for one that was an album's before."""
    if not as_it_is:
        name = checked(name)
    if catalog.albums.named(name, parent) is not None:
        raise BadInput(f"There is an album or a group “{name}” in this place already; choose another name.")
    return name
