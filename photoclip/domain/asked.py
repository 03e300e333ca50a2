"""What a person asks for in the words of a query, once they are understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from photoclip.domain.gazetteer import Place


class Key(StrEnum):
    """What a condition is about, as it is written before the colon."""

    DATE = "date"
    FOLDER = "folder"
    CAMERA = "camera"
    LENS = "lens"
    TYPE = "type"
    RATING = "rating"
    TAG = "tag"
    ALBUM = "album"
    IS = "is"
    HAS = "has"
    NEAR = "near"
    ORIENTATION = "orientation"


@dataclass(frozen=True, slots=True)
class Dates:
    """Days on which photos were taken.

    From `since` to `until`, "YYYY-MM-DD" and both included, "" where it is
    open; of these only the ones in `months`, 1 to 12, where any are named
    (`in May` of any year).
    """

    since: str = ""
    until: str = ""
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stars:
    """Ratings from `least` to `most`, both included; 0 is a photo that has none."""

    least: int = 0
    most: int = 5


class Trait(StrEnum):
    FAVOURITE = "favourite"
    UNTAGGED = "untagged"
    GPS = "gps"


class Shape(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    SQUARE = "square"


Value = Dates | Stars | Place | Trait | Shape | str
"""A text for folder, camera, lens, type (a format's name in lower case), tag and album."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to hold of a photo, or must not where it is `excluded`."""

    key: Key
    value: Value
    excluded: bool = False
    guessed: bool = False
    """Read from plain words (`last summer`, `in Paris`), which may have been meant as words after all."""


@dataclass(frozen=True, slots=True)
class Exact:
    """A quoted text: it occurs in a photo's file name, folders, tags, albums or text metadata."""

    text: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words for the model, which have to be in the photo, or must not where they are `excluded`."""

    text: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """Words by which what is asked for is moved: `+ "night"` has the weight 1, `- people*0.5` has -0.5."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """A picture file, `similar:PATH`, its name as `os.fsdecode` gives it."""

    path: str


Part = Condition | Exact | Meaning | Shift | Likeness


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a query and where it stands: the characters from `start` to `end` of the text."""

    start: int
    end: int
    part: Part


class HintKind(StrEnum):
    COUNTING = "counting"
    NEGATION = "negation"
    SIDES = "sides"
    READING = "reading"
    LANGUAGE = "language"
    """The serving model does not read the language of the words."""
    UNKNOWN_KEY = "unknown key"
    BAD_VALUE = "bad value"
    UNKNOWN_NAME = "unknown name"
    """There is no such album, tag, camera, lens or folder; `suggestion` is the nearest."""
    PLACE_AS_WORD = "place as word"
    """No photo was taken there, so that the name was left to the model as a word."""
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Hint:
    """What a person should know about a query: `written` is the part, `suggestion` a better one."""

    kind: HintKind
    written: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, understood; two mean the same where their `parts` are equal.

    All meanings have to hold (`beach AND dog` are two of them). `terms` are all
    parts in the order of the text, with their places; words that are left to the
    model stand in them as meanings.
    """

    terms: tuple[Term, ...] = ()
    hints: tuple[Hint, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(term.part for term in self.terms)

    @property
    def meanings(self) -> tuple[str, ...]:
        return tuple(p.text for p in self.parts if isinstance(p, Meaning) and not p.excluded)

    @property
    def unwanted(self) -> tuple[str, ...]:
        return tuple(p.text for p in self.parts if isinstance(p, Meaning) and p.excluded)

    @property
    def shifts(self) -> tuple[Shift, ...]:
        return tuple(p for p in self.parts if isinstance(p, Shift))

    @property
    def exact(self) -> tuple[Exact, ...]:
        return tuple(p for p in self.parts if isinstance(p, Exact))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(p for p in self.parts if isinstance(p, Condition))

    @property
    def likenesses(self) -> tuple[str, ...]:
        return tuple(p.path for p in self.parts if isinstance(p, Likeness))
