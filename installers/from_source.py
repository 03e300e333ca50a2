#!/usr/bin/env python3
"""Set photoclip up from a checkout and use it, or test it. Needs only Python 3.11 or newer.

    python3 installers/from_source.py try [FOLDER] [WORDS]
    python3 installers/from_source.py test [PYTEST ARGUMENTS]

Everything lands in `.venv` inside the checkout; on Debian and its kin the
system libraries that Qt and the one compiled dependency need are installed
with apt-get (through sudo where needed).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "installers" / "constraints.txt"

QT_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
SAMPLE_PHOTOS = (
    "astronaut.png",
    "brick.png",
    "chelsea.png",
    "coffee.png",
    "coins.png",
    "grass.png",
    "gravel.png",
    "hubble_deep_field.jpg",
    "moon.png",
    "motorcycle_left.png",
    "page.png",
    "retina.jpg",
    "rocket.jpg",
)
SAMPLE_WORDS = "a cat"


def main() -> int:
    """Run one of the two commands; the exit code is that of what failed, else 0."""
    parser = argparse.ArgumentParser(description="Set photoclip up from a checkout, and use it or test it.")
    commands = parser.add_subparsers(dest="command", required=True)
    attempt = commands.add_parser("try", help="index a folder, search it, and open the window")
    attempt.add_argument("folder", nargs="?", help="your photos (default: a small album of free photos)")
    attempt.add_argument("words", nargs="?", help="what to search for")
    commands.add_parser("test", help="run every check and test; further arguments go to pytest")
    options, rest = parser.parse_known_args()
    if sys.version_info < (3, 11):
        sys.exit("photoclip needs Python 3.11 or newer; start this script with such a Python.")
    if rest and options.command != "test":
        parser.error(f"unknown arguments: {' '.join(rest)}")
    install_system_packages()
    if options.command == "test":
        install("test")
        return test(rest)
    install("sample")
    return use(options.folder, options.words)


def install_system_packages() -> None:
    """What pip cannot bring, on systems with apt-get; elsewhere Qt's own packages are enough."""
    if not shutil.which("apt-get"):
        return
    wanted = list(QT_LIBRARIES)
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not (shutil.which("c++") or shutil.which("g++")):
        wanted.append("g++")  # hnswlib is published as source only
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        wanted.append(f"python{sys.version_info.major}.{sys.version_info.minor}-dev")
    missing = [name for name in wanted if not is_installed(name)]
    if missing:
        prefix = [] if os.geteuid() == 0 else ["sudo"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run([*prefix, "apt-get", "update", "-q"], env=quiet)
        run([*prefix, "apt-get", "install", "-q", "-y", "--no-install-recommends", *missing], env=quiet)


def is_installed(package: str) -> bool:
    """Whether dpkg has a package; newer releases renamed some with the suffix t64."""
    for name in (package, f"{package}t64"):
        asked = subprocess.run(
            ["dpkg-query", "-W", "-f=${Status}", name], capture_output=True, text=True, check=False
        )
        if asked.stdout == "install ok installed":
            return True
    return False


def install(extra: str) -> None:
    """The virtual environment with photoclip and its dependencies, at the tested versions."""
    if not python().is_file():
        run([sys.executable, "-m", "venv", str(VENV)])
    stamp = VENV / f"photoclip-{extra}.stamp"
    state = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == state:
        return
    # Without this, hnswlib is compiled for this very processor and dies on others
    # that share pip's cache (hnswlib#553).
    environment = {**os.environ, "HNSWLIB_NO_NATIVE": "1"}
    command = [str(python()), "-m", "pip", "install", "-q", "-c", str(CONSTRAINTS), "-e", f"{ROOT}[{extra}]"]
    print("Installing photoclip and its dependencies; torch alone takes a few minutes.", flush=True)
    run(command, env=environment)
    stamp.write_text(state)


def use(folder: str | None, words: str | None) -> int:
    """The main job: index, search, and the window where there is a screen."""
    library = [] if folder else ["--library", str(VENV / "sample-library")]
    photoclip = [str(python()), "-m", "photoclip", *library]
    indexed = subprocess.run([*photoclip, "index", folder or str(sample_album())], check=False)
    if indexed.returncode:
        return indexed.returncode
    question = words or SAMPLE_WORDS
    # Nobody knows yet what is in a folder of the user's own, so without words the nearest are shown.
    nearest = ["--all", "--limit", "5"] if folder and not words else []
    print(f"\nphotoclip search {' '.join([repr(question), *nearest])}:", flush=True)
    subprocess.run([*photoclip, "search", question, *nearest], check=False)
    if has_screen():
        return subprocess.run(photoclip, check=False).returncode
    print("\nThere is no screen here, so the window stays closed.")
    return 0


def sample_album() -> Path:
    """A folder with the photos that scikit-image ships, all free to use."""
    album = VENV / "sample-album"
    album.mkdir(exist_ok=True)
    find = "import skimage, pathlib; print(pathlib.Path(skimage.__file__).parent / 'data')"
    source = subprocess.run(
        [str(python()), "-c", find], capture_output=True, text=True, check=True
    ).stdout.strip()
    for name in SAMPLE_PHOTOS:
        if not (album / name).exists():
            shutil.copy(Path(source) / name, album / name)
    return album


def has_screen() -> bool:
    """Whether a window can be shown."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return "SSH_CONNECTION" not in os.environ and "CI" not in os.environ


def test(arguments: list[str]) -> int:
    """Every check; all are run, and the first failure decides the exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    bin_folder = python().parent
    checks = (
        [str(bin_folder / "ruff"), "check", "."],
        [str(bin_folder / "ruff"), "format", "--check", "."],
        [str(bin_folder / "mypy")],
        [str(bin_folder / "lint-imports")],
        [str(python()), "-m", "pytest", *arguments],
    )
    failed = 0
    for check in checks:
        print(f"\n$ {' '.join([Path(check[0]).name, *check[1:]])}", flush=True)
        code = subprocess.run(check, cwd=ROOT, env=environment, check=False).returncode
        failed = failed or code
    return failed


def python() -> Path:
    """The virtual environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: list[str], env: dict[str, str] | None = None) -> None:
    """Run a step of the set-up; a failure ends everything with the command that failed."""
    if subprocess.run(command, env=env, check=False).returncode:
        sys.exit(f"This step failed: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
