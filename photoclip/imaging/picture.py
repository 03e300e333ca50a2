"""What every reader hands over: a picture reduced to what is needed, and what the file says about it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded file, not yet upright and not yet RGB.

    `width` and `height` are those of the photo as stored, in pixels, whatever
    was reduced; `orientation` is the EXIF turn that is still to be made;
    `profile` is the embedded ICC profile.
    """

    image: Image.Image
    width: int
    height: int
    format: str
    exif: Image.Exif
    orientation: int = 1
    profile: bytes | None = None
