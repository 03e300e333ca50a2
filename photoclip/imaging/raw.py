"""Camera RAW: the preview that the camera embedded, else a development at half size."""

from __future__ import annotations

import io
from typing import BinaryIO, Final

import rawpy
from PIL import Image, UnidentifiedImageError

from photoclip.imaging.exif import BAD_METADATA, taken_at, upright, upright_size
from photoclip.imaging.formats import Format
from photoclip.imaging.picture import Picture
from photoclip.imaging.pillow import read_with_pillow
from photoclip.imaging.scale import MAX_PIXELS, Needed, check_pixels, reduced, share_within

# LibRaw's `flip` (dcraw's): 3 upside down, 5 a quarter turn to the left, 6 to the right.
_ORIENTATION_OF_FLIP: Final = {3: 3, 5: 8, 6: 6}

_NEARLY = 0.9
"""Previews are often a little smaller than the photo itself."""
_MOST_WHOLE_PIXELS = 32_000_000
"""Developing more at full size takes many seconds, and 17 bytes per pixel."""

_NO_PREVIEW = (rawpy.LibRawNonFatalError, rawpy.LibRawDataError, rawpy.NotSupportedError)
_BAD_PREVIEW = (OSError, ValueError, SyntaxError, EOFError, UnidentifiedImageError)


def read_raw(file: BinaryIO, needed: Needed | None) -> Picture:
    """Decode a RAW file; width and height are those of the developed photo, upright.

    With None needed no pixels are decoded.

    Raises:
        Rejected: more pixels than `check_pixels` allows.
        rawpy.LibRawError: LibRaw does not know the camera, or the file is damaged.
    """
    with rawpy.imread(file) as raw:
        orientation = _ORIENTATION_OF_FLIP.get(raw.sizes.flip, 1)
        width, height = upright_size(raw.sizes.width, raw.sizes.height, orientation)
        preview = _preview(raw, needed)
        image: Image.Image | None = None
        profile = None
        if needed is not None:
            wanted = _wanted_side(needed, width, height)
            if preview is not None and (_side(preview) >= wanted or not _develops(raw)):
                turn = _turn_of_preview(preview, raw, orientation)
                image, profile = upright(preview.image, turn) if preview.image else None, preview.profile
            else:
                image = _developed(raw, needed, wanted)
    exif = _exif(file, preview)
    xmp, iptc = (preview.xmp, preview.iptc) if preview is not None else (b"", b"")
    return Picture(image, width, height, Format.RAW.value, exif, profile=profile, xmp=xmp, iptc=iptc)


def _side(preview: Picture) -> int:
    return max(preview.width, preview.height)


def _wanted_side(needed: Needed, width: int, height: int) -> int:
    """From which longest side on a picture is as good as what the sensor's data would give."""
    if needed.box is None:
        return needed.thumbnail
    return int(_NEARLY * share_within(needed.box, width, height) * max(width, height))


def _develops(raw: rawpy.RawPy) -> bool:
    """Whether the sensor's data can be read; a small preview is better than nothing."""
    try:
        raw.unpack()
    except rawpy.LibRawError:
        return False
    return True


def _preview(raw: rawpy.RawPy, needed: Needed | None) -> Picture | None:
    """The largest picture that the camera embedded, or None where there is none that decodes."""
    try:
        embedded = raw.extract_thumb()
    except _NO_PREVIEW:
        return None
    if embedded.format is not rawpy.ThumbFormat.JPEG or not isinstance(embedded.data, bytes):
        return None
    try:
        return read_with_pillow(io.BytesIO(embedded.data), Format.JPEG, needed)
    except _BAD_PREVIEW:
        return None


def _turn_of_preview(preview: Picture, raw: rawpy.RawPy, orientation: int) -> int:
    """How to turn the preview: as the RAW, unless the camera stored it upright already.

    Its own EXIF is of no use: many cameras write the orientation of the RAW
    into it and others nothing. For a quarter turn the proportions tell.
    """
    lies = preview.width >= preview.height
    sensor_lies = raw.sizes.width >= raw.sizes.height
    return 1 if orientation >= 5 and lies is not sensor_lies else orientation


def _developed(raw: rawpy.RawPy, needed: Needed, wanted: int) -> Image.Image:
    """White balance of the camera; LibRaw turns it upright itself.

    Half size in each direction, unless more is wanted of a sensor that can be
    developed in time.
    """
    width, height = raw.sizes.raw_width, raw.sizes.raw_height
    check_pixels(width, height, 4 * MAX_PIXELS)
    half = needed.box is None or max(width, height) // 2 >= wanted or width * height > _MOST_WHOLE_PIXELS
    pixels = raw.postprocess(half_size=half, use_camera_wb=True, output_bps=8)
    return reduced(Image.fromarray(pixels), needed)


def _exif(file: BinaryIO, preview: Picture | None) -> Image.Exif:
    """The metadata of a RAW that is TIFF inside, which most are; else that of its preview."""
    file.seek(0)
    exif = Image.Exif()
    try:
        exif.load_from_fp(file)
        if taken_at(exif) is not None:
            return exif
    except BAD_METADATA:
        pass
    return preview.exif if preview is not None else Image.Exif()
