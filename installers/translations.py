#!/usr/bin/env python3
"""Bring the translations up to date with the source: the texts to translate, and the compiled files.

    .venv/bin/python installers/translations.py

Reads every text of the window by Qt's own `lupdate`, and every sentence that
is said below the window from the syntax tree. New texts are marked as
unfinished in `resources/translations/photoclip_*.ts`; translate them there
(Qt Linguist opens these files) and run this again.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "photoclip"
TRANSLATIONS = ROOT / "resources" / "translations"
SAID = TRANSLATIONS / "said.txt"
_TOOLS = Path(PySide6.__file__).parent
_LEAST_LENGTH = 12

_PARTS = (
    "the mains",
    "the end of low-power mode",
    "free some space",
    "it lies on a drive that is read-only",
    "mend the permissions",
    "check that the folder is there",
    "check the drive",
    "free some space or mend the permissions",
    "the folder is looked at every few minutes instead",
    "the system's limit is reached; raise it with sudo sysctl fs.inotify.max_user_watches={0}",
    "the system's limit is reached; raise it with sudo sysctl fs.inotify.max_user_instances=1024",
    "too many files are open on this machine; close some programs",
    "Only {0} of the {1} folders in here are watched live",
    "Not every new folder in here can be watched live",
    "{0} ({1}); {2}.",
    "one of {0}",
    "a whole number from {0} to {1}",
    "a list of texts",
    "true or false",
    'In {0}, "{1}" is no setting of photoclip and has no effect; {2}',
    'did you mean "{0}"?',
    "remove it.",
    "Starter (built in, basic)",
)
"""What stands inside of other sentences, or names something."""

_FAULTS_OF_THE_SYSTEM = (
    "No space left on device",
    "Permission denied",
    "Read-only file system",
    "No such file or directory",
    "Not a directory",
    "Is a directory",
    "File exists",
    "File name too long",
    "Input/output error",
    "Stale file handle",
    "Too many open files",
    "Operation not permitted",
    "Disk quota exceeded",
)
"""What Python says for an OSError, wherever one is quoted in a sentence."""


def said() -> list[str]:
    """Every sentence that is said below the window, its values as {0}, {1} and so on."""
    found = {"language", *_PARTS, *_FAULTS_OF_THE_SYSTEM, *_models()}
    for file in sorted(PACKAGE.rglob("*.py")):
        # The command line speaks English; the window's own texts are Qt's to find.
        if file.relative_to(PACKAGE).parts[0] not in ("ui", "cli"):
            found.update(_sentences(ast.parse(file.read_text(encoding="utf-8"))))
    return sorted(found)


def _models() -> Iterator[str]:
    """What the catalogue says of the models."""
    catalogue = tomllib.loads((ROOT / "resources" / "models" / "catalogue.toml").read_text(encoding="utf-8"))
    for models in catalogue.values():
        for model in models if isinstance(models, list) else []:
            yield from (model[name] for name in ("title", "purpose", "languages") if name in model)


def _sentences(tree: ast.Module) -> Iterator[str]:
    silent = _docstrings(tree)
    parts = {id(value) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for value in node.values}
    for node in ast.walk(tree):
        if id(node) in silent or id(node) in parts:
            continue
        if isinstance(node, ast.JoinedStr):
            text = _template(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.replace("{", "{{").replace("}", "}}") if "{" in node.value else node.value
        else:
            continue
        if _is_sentence(text):
            yield text


def _template(node: ast.JoinedStr) -> str:
    text, count = "", 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            text += str(value.value)
        else:
            text += f"{{{count}}}"
            count += 1
    return text


def _is_sentence(text: str) -> bool:
    words = [word for word in text.split() if not word.startswith("{")]
    begins = text[:1].isupper() or text[:1] in '{“"'
    return (
        len(text) >= _LEAST_LENGTH
        and len(words) >= 2
        and begins
        and text.endswith((".", "!"))
        and "\n" not in text
    )


def _docstrings(tree: ast.Module) -> set[int]:
    """Texts that stand for themselves: docstrings, and those below a constant or a field."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def update() -> None:
    """Write the templates, and tell every translation which texts there are."""
    SAID.write_text("\n".join(said()) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        listed = Path(place) / "said.py"
        lines = (f'QT_TRANSLATE_NOOP("said", {_quoted(text)})\n' for text in said())
        listed.write_text("".join(lines), encoding="utf-8")
        sources = [str(file) for file in sorted((PACKAGE / "ui").rglob("*.py"))]
        for translation in translations():
            _run(
                "lupdate",
                "-locations",
                "none",
                "-no-obsolete",
                "-silent",
                *sources,
                str(listed),
                "-ts",
                str(translation),
            )


def compile_all() -> None:
    """Make what the program reads of each translation."""
    for translation in translations():
        _run("lrelease", "-silent", str(translation), "-qm", str(translation.with_suffix(".qm")))


def translations() -> list[Path]:
    """The translations that there are."""
    return sorted(TRANSLATIONS.glob("photoclip_*.ts"))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _run(tool: str, *arguments: str) -> None:
    program = _TOOLS / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *arguments], check=True)


if __name__ == "__main__":
    update()
    compile_all()
