"""Camera RAW: the preview that the camera embedded, else a development at half size."""

from __future__ import annotations

import io
from typing import BinaryIO, Final

import rawpy
from PIL import Image, UnidentifiedImageError

from photoclip.domain.decoding import THUMBNAIL_PX
from photoclip.imaging.exif import BAD_METADATA, taken_at, upright_size
from photoclip.imaging.formats import Format
from photoclip.imaging.picture import Picture
from photoclip.imaging.pillow import read_with_pillow
from photoclip.imaging.scale import Needed, check_pixels, reduced

# LibRaw's `flip` (dcraw's): 3 upside down, 5 a quarter turn to the left, 6 to the right.
_ORIENTATION_OF_FLIP: Final = {3: 3, 5: 8, 6: 6}

_NO_PREVIEW = (rawpy.LibRawNonFatalError, rawpy.LibRawDataError, rawpy.NotSupportedError)
_BAD_PREVIEW = (OSError, ValueError, SyntaxError, EOFError, UnidentifiedImageError)


def read_raw(file: BinaryIO, needed: Needed) -> Picture:
    """Decode a RAW file; width and height are those of the developed photo, upright.

    Raises:
        Rejected: more pixels than `check_pixels` allows.
        rawpy.LibRawError: LibRaw does not know the camera, or the file is damaged.
    """
    with rawpy.imread(file) as raw:
        orientation = _ORIENTATION_OF_FLIP.get(raw.sizes.flip, 1)
        width, height = upright_size(raw.sizes.width, raw.sizes.height, orientation)
        preview = None if needed.full_scale else _preview(raw, needed)
        if preview is not None and max(preview.width, preview.height) >= THUMBNAIL_PX:
            image, turn = preview.image, _turn_of_preview(preview, raw, orientation)
        else:
            image, turn = _developed(raw, needed), 1
    if turn >= 5:
        width, height = height, width
    exif = _exif(file, preview)
    return Picture(image, width, height, Format.RAW.value, exif, turn, preview.profile if preview else None)


def _preview(raw: rawpy.RawPy, needed: Needed) -> Picture | None:
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


def _developed(raw: rawpy.RawPy, needed: Needed) -> Image.Image:
    """Half size in each direction, white balance of the camera; LibRaw turns it upright itself."""
    check_pixels(raw.sizes.raw_width // 2, raw.sizes.raw_height // 2)
    pixels = raw.postprocess(half_size=not needed.full_scale, use_camera_wb=True, output_bps=8)
    image = Image.fromarray(pixels)
    return reduced(image, needed.factor(*image.size))


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
