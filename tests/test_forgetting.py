from pathlib import Path

import pytest

from photoclip import forgetting, own_files, paths
from photoclip.own_files import Kind

DIGEST = "ab" + "0" * 30
COMMIT = "f" * 40
OWN = (
    "library/catalog.sqlite3",
    "library/catalog.sqlite3-wal",
    "library/library.lock",
    "library/settings.json",
    "library/.settings.json-abcd_123",
    "library/backups/catalog-20240102-030405-v3.sqlite3",
    "library/backups/settings-20240102-030405.json",
    "library/set-aside/20240102-030405/catalog.sqlite3",
    "library/index/background-0a1b.f32",
    "library/index/starter@0123456789ab/graph-1-2.hnsw",
    "library/index/starter@0123456789ab/manifest.json",
    f"library/thumbnails/ab/{DIGEST}.jpg",
    f"library/thumbnails-1024/ab/{DIGEST}.jpg",
    f"models/hub/timm--a/{COMMIT}/open_clip_model.safetensors",
    f"models/hub/timm--a/{COMMIT}.partial/open_clip_model.safetensors.0123456789ab.part",
    f"models/hub/timm--a/{COMMIT}.lock",
    "models/imported/mine/open_clip_config.json",
    "models/speeds.json",
    "models/hashes.json",
    "logs/photoclip.log",
    "logs/photoclip.log.1",
    "logs/crash-20240102-030405-77.log",
    "config/window.ini",
)
FOREIGN = (
    "library/holiday.jpg",
    "library/catalog.sqlite3.bak",
    "library/thumbnails/cover.jpg",
    "library/thumbnails/ab/holiday.jpg",
    f"library/thumbnails/cd/{DIGEST}.jpg",
    "library/backups/diary.txt",
    "library/index/notes/manifest.json",
    "models/imported/mine/notes.md",
    "models/thesis.pdf",
    "logs/other.log",
    "config/other.ini",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOCLIP_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(paths, "logs_dir", lambda: tmp_path / "logs")
    return tmp_path


def filled(home: Path, names: tuple[str, ...]) -> None:
    for name in names:
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12345")


def all_files(home: Path) -> set[str]:
    return {str(file.relative_to(home)) for file in home.rglob("*") if not file.is_dir()}


def everything(home: Path) -> tuple[own_files.Stored, ...]:
    return own_files.everything(home / "library", window=home / "config" / "window.ini")


def test_all_that_photoclip_made_goes_and_everything_else_stays(home: Path) -> None:
    filled(home, OWN + FOREIGN)
    assert forgetting.forget_everything(everything(home)) == []
    assert all_files(home) == set(FOREIGN)


def test_folders_that_become_empty_go_too(home: Path) -> None:
    filled(home, OWN)
    forgetting.forget_everything(everything(home))
    assert not (home / "library").exists()
    assert not (home / "logs").exists()


def test_links_are_removed_and_never_followed(home: Path) -> None:
    photos = home / "photos"
    filled(home, (f"photos/ab/{DIGEST}.jpg", "photos/settings.json", "photos/manifest.json"))
    library = home / "library"
    (library / "index").mkdir(parents=True)
    (library / "settings.json").symlink_to(photos / "settings.json")
    (library / "thumbnails").symlink_to(photos, target_is_directory=True)
    (library / "index" / "starter@0123").symlink_to(photos, target_is_directory=True)
    (library / "other").symlink_to(photos, target_is_directory=True)
    assert forgetting.forget_everything(everything(home)) == []
    assert {entry.name for entry in library.iterdir() if entry.name != "index"} == {"other"}
    assert not (library / "index" / "starter@0123").is_symlink()
    assert len(list(photos.rglob("*.*"))) == 3


def test_thumbnails_in_a_folder_of_the_users_own_go_from_among_other_pictures(home: Path) -> None:
    own = f"pictures/thumbnails/ab/{DIGEST}.jpg", f"pictures/thumbnails-256/ab/{DIGEST}.jpg"
    others = "pictures/thumbnails/ab/me.jpg", f"pictures/ab/{DIGEST}.jpg", "pictures/me.jpg"
    filled(home, (*own, *others))
    forgetting.forget_everything(own_files.everything(home / "library", str(home / "pictures")))
    assert all_files(home) == set(others)


def test_sizes_count_only_what_is_photoclips_own(home: Path) -> None:
    filled(home, OWN + FOREIGN)
    sizes = {stored.kind: forgetting.size(stored) for stored in everything(home)}
    assert set(sizes) == set(Kind)
    assert sizes[Kind.THUMBNAILS] == 10
    assert sum(sizes.values()) == 5 * len(OWN)


def test_what_cannot_be_removed_is_said_and_the_rest_goes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(home, OWN)
    unlink = Path.unlink

    def refusing(file: Path, missing_ok: bool = False) -> None:
        if file.parent.name == "backups":
            raise PermissionError(13, "Permission denied")
        unlink(file, missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    faults = forgetting.forget_everything(everything(home))
    assert len(faults) == 2
    assert all("remove it by hand" in fault for fault in faults)
    assert all(name.startswith("library/backups/") for name in all_files(home))


def test_a_library_that_is_not_there_is_no_fault(home: Path) -> None:
    assert forgetting.forget_everything(everything(home)) == []
