"""Moving the files of photos to the system's bin, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from photoclip import paths
from photoclip.domain.catalog import Catalog
from photoclip.domain.errands import Binned, BinnedFile, MoveToBin, Outcome, PutBack, Restored
from photoclip.domain.machine import Bin
from photoclip.errors import PhotoclipError


class Binning:
    """Every file of some photos that is in sight goes to the bin."""

    def __init__(
        self, catalog: Catalog, system: Bin, errand: MoveToBin, expect: Callable[[bytes], None]
    ) -> None:
        """`expect` is told of each file before it goes: that it is missing then is no surprise."""
        self._catalog = catalog
        self._bin = system
        self._errand = errand
        self._expect = expect
        self._binned: list[BinnedFile] = []
        self._faults: list[str] = []

    def steps(self) -> Iterator[tuple[int, int]]:
        wanted = tuple(dict.fromkeys(self._errand.photo_ids))
        places = self._catalog.files.places_of(wanted)
        for done, photo_id in enumerate(wanted):
            yield done, len(wanted)
            for place in places.get(photo_id, []):
                self._put(place.path, offline=place.offline)
        yield len(wanted), len(wanted)

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        return Outcome(Binned(tuple(self._binned)), tuple(self._faults), cancelled)

    def _put(self, path: bytes, *, offline: bool) -> None:
        if offline:
            self._faults.append(f"{paths.display(path)} is on a drive that is away; connect it first.")
            return
        self._expect(path)
        try:
            self._binned.append(self._bin.put(path))
        except PhotoclipError as fault:
            self._faults.append(str(fault))


class PuttingBack:
    """Files from the bin go to where they were."""

    def __init__(self, system: Bin, errand: PutBack) -> None:
        self._bin = system
        self._errand = errand
        self._restored = 0
        self._faults: list[str] = []

    def steps(self) -> Iterator[tuple[int, int]]:
        files = self._errand.files
        for done, file in enumerate(files):
            yield done, len(files)
            self._put_back(file)
        yield len(files), len(files)

    def outcome(self, *, cancelled: bool = False) -> Outcome:
        return Outcome(Restored(self._restored), tuple(self._faults), cancelled)

    def _put_back(self, file: BinnedFile) -> None:
        if not file.place:
            self._faults.append(
                f"{paths.display(file.path)} can only be put back from the bin itself; open the bin."
            )
            return
        try:
            self._bin.put_back(file)
            self._restored += 1
        except PhotoclipError as fault:
            self._faults.append(str(fault))
