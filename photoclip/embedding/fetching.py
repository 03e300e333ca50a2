"""A model from the hub: all of its files, or none that is taken for complete."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from photoclip import paths
from photoclip.domain.models import ModelCard
from photoclip.embedding import hub
from photoclip.embedding.catalogue import imported_folder
from photoclip.embedding.download import disk, download, part_of
from photoclip.embedding.hashes import remember
from photoclip.embedding.hub import RemoteFile
from photoclip.errors import ModelRejected, ModelUnavailable, StorageFault

_REPORT_EVERY = 262_144  # bytes


def fetch_card(card: ModelCard, root: Path, progress: Callable[[int, int], None]) -> Path:
    """Fetch a card's files into `root`/COMMIT; what an earlier attempt left is continued.

    Every file is compared with the checksum that the hub announces, and the
    weights with the catalogue's too.

    Raises:
        ModelUnavailable, ModelRejected, StorageFault: as `weights.fetch`.
    """
    if hub.offline():
        raise ModelUnavailable(_by_hand(card, "HF_HUB_OFFLINE forbids the network"))
    try:
        wanted = [_checked(card, hub.describe(card, name)) for name in card.files]
        return _fetch(card, wanted, root, progress)
    except hub.faults() as fault:
        raise ModelUnavailable(_by_hand(card, _reason(fault))) from fault


def _checked(card: ModelCard, file: RemoteFile) -> RemoteFile:
    """The file with the checksum to insist on; weights without one are refused before a byte is fetched."""
    if not file.name.endswith(".safetensors"):
        return file
    announced = file.checksum if file.checksum and len(file.checksum) == 64 else None
    if card.sha256 and announced not in (None, card.sha256):
        raise ModelRejected(
            f"{file.url} offers other weights than the catalogue's for {card.title}; update photoclip, "
            "or fetch the right ones by hand and import them."
        )
    if not (card.sha256 or announced):
        raise ModelRejected(f"{hub.endpoint()} names no checksum for {file.name}; use another mirror.")
    return dataclasses.replace(file, checksum=card.sha256 or announced)


def _fetch(
    card: ModelCard, wanted: list[RemoteFile], root: Path, progress: Callable[[int, int], None]
) -> Path:
    commit = wanted[0].commit
    folder, draft = root / commit, root / f"{commit}.partial"
    paths.private_dir(root)
    with _alone(root / f"{commit}.lock", card):
        if folder.is_dir():
            return folder
        paths.private_dir(draft)
        _check_room(card, wanted, draft)
        total, done = sum(file.size for file in wanted), 0
        for file in wanted:
            target = draft / file.name
            if not (target.is_file() and file.is_right(target)):
                download(file, target, _adding(progress, done, total))
            done += file.size
            progress(done, total)
        with disk(folder):
            for leftover in draft.glob("*.part"):
                leftover.unlink()
            draft.rename(folder)
    for file in wanted:
        if file.checksum and len(file.checksum) == 64:
            remember(folder / file.name, file.checksum)
    return folder


@contextlib.contextmanager
def _alone(lock: Path, card: ModelCard) -> Iterator[None]:
    """Two programs never write to one unfinished file."""
    from huggingface_hub.utils import WeakFileLock  # type: ignore[attr-defined]  # not listed there

    with disk(lock):
        lock.touch(mode=0o600)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(WeakFileLock(lock, timeout=0.2))
        except TimeoutError as fault:
            raise ModelUnavailable(
                f"Another photoclip is downloading {card.title}; wait until it has finished."
            ) from fault
        yield


def _check_room(card: ModelCard, wanted: list[RemoteFile], draft: Path) -> None:
    needed = 0
    for file in wanted:
        target = draft / file.name
        held = target if target.is_file() else part_of(target, file)
        needed += file.size - (held.stat().st_size if held.is_file() else 0)
    free = shutil.disk_usage(draft).free
    if needed > free:
        raise StorageFault(
            f"{card.title} needs {needed / 1e6:,.0f} MB and {draft.parent} has {free / 1e6:,.0f} MB left; "
            "free some space, or name another folder with PHOTOCLIP_MODELS."
        )


def _adding(progress: Callable[[int, int], None], before: int, total: int) -> Callable[[int], None]:
    """Progress over all files, told every quarter of a megabyte."""
    told = -_REPORT_EVERY

    def received(size: int) -> None:
        nonlocal told
        if size < told or size - told >= _REPORT_EVERY:
            told = size
            progress(before + size, total)

    return received


def _reason(fault: Exception) -> str:
    response = getattr(fault, "response", None)
    if response is not None:
        return f"{hub.endpoint()} answers {response.status_code}"
    if hub.is_about_certificates(fault):
        return (
            f"{hub.endpoint()} cannot prove that it is what it says, because its certificate is not trusted "
            "here; check the clock of this machine and what stands between it and the network"
        )
    lines = str(fault).strip().splitlines()
    return f"{hub.endpoint()} cannot be reached: {lines[0] if lines else type(fault).__name__}"


def _by_hand(card: ModelCard, reason: str) -> str:
    return (
        f"{card.title} is not on this machine and cannot be fetched ({reason}); download "
        f"{', '.join(card.files)} from {hub.page(card)} on any machine and put them into "
        f"{imported_folder(card.id)}."
    )
