"""What every reader hands over: a picture reduced to what is needed, and what the file says about it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that was read, not yet upright and not yet RGB.

    `width` and `height` are those of the photo as stored, in pixels, whatever
    was reduced; `orientation` is the EXIF turn that is still to be made;
    `profile` is the embedded ICC profile; `xmp` and `iptc` are the blocks of
    those names. `image` is None where no pixels were needed.
    """

    image: Image.Image | None
    width: int
    height: int
    format: str
    exif: Image.Exif
    orientation: int = 1
    profile: bytes | None = None
    xmp: bytes = b""
    iptc: bytes = b""
