"""What was typed as a command line, in which `-people` is a word of a query and no option."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from photoclip.cli import finding
from photoclip.cli.parser import parser

_HELP = "-h"
_WITH_VALUE = "--library"
_WORDS = "--words"


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; where they are wrong, the program ends as argparse ends it."""
    line = parser()
    at = _command(arguments)
    words = _marked("".join(arguments[at : at + 1]), arguments[at + 1 :])
    options, left = line.parse_known_args([*arguments[: at + 1], *words])
    # Of words that options stand between, argparse takes the first ones alone.
    if left and options.command is finding.search and not any(word.startswith("-") for word in left):
        options.text += left
    elif left:
        line.error(f"unrecognized arguments: {' '.join(left)}")
    return options


def _command(arguments: Sequence[str]) -> int:
    """Where the command stands: it is the first argument that is no option and no option's value."""
    before = ""
    for place, argument in enumerate(arguments):
        # Options may be cut short: `--lib`.
        if not argument.startswith("-") and not (len(before) > 2 and _WITH_VALUE.startswith(before)):
            return place
        before = argument
    return len(arguments)


def _marked(command: str, arguments: Sequence[str]) -> Iterator[str]:
    """Arguments with a space before words that begin with a minus, which argparse takes for no options."""
    before, rest = "", iter(arguments)
    for argument in rest:
        if command == "search" and argument == "--":
            yield from (f" {word}" for word in rest)
        elif (command == "search" or before == _WORDS) and _is_minus_word(argument):
            yield f" {argument}"
        else:
            yield argument
        before = argument


def _is_minus_word(argument: str) -> bool:
    return argument.startswith("-") and not argument.startswith("--") and argument not in ("-", _HELP)
