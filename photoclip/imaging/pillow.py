"""The formats that Pillow decodes."""

from __future__ import annotations

from typing import BinaryIO

from PIL import (  # importing a plugin registers it; `Image.open` finds no other
    AvifImagePlugin,  # noqa: F401
    BmpImagePlugin,  # noqa: F401
    GifImagePlugin,  # noqa: F401
    IcoImagePlugin,  # noqa: F401
    Image,
    Jpeg2KImagePlugin,  # noqa: F401
    JpegImagePlugin,
    MpoImagePlugin,  # noqa: F401
    PngImagePlugin,  # noqa: F401
    PpmImagePlugin,  # noqa: F401
    PsdImagePlugin,  # noqa: F401
    TgaImagePlugin,  # noqa: F401
    TiffImagePlugin,  # noqa: F401
    WebPImagePlugin,  # noqa: F401
)

from photoclip.imaging.exif import exif_of, exif_of_png, iptc_of, orientation_of, xmp_of
from photoclip.imaging.formats import Format
from photoclip.imaging.picture import Picture
from photoclip.imaging.scale import (
    DRAFT_OVERSAMPLING,
    MAX_JPEG_PIXELS,
    MAX_PIXELS,
    MAX_WEBP_PIXELS,
    Needed,
    check_pixels,
    reduced,
)

_JPEG_SCALES = (8, 4, 2)


def read_with_pillow(file: BinaryIO, kind: Format, needed: Needed | None) -> Picture:
    """Decode the first frame, reduced while it is decoded (JPEG) or right after, in its own mode.

    With None needed no pixels are decoded.

    Raises:
        Rejected: more pixels than `check_pixels` allows.
        Exception: on bad files, whatever Pillow raises (nearly anything).
    """
    image = Image.open(file, formats=[kind.value])
    if needed is None:
        return _described(file, image, kind)
    width, height = image.size
    drafted = isinstance(image, JpegImagePlugin.JpegImageFile) and _draft(image, needed)
    check_pixels(*image.size, MAX_WEBP_PIXELS if kind is Format.WEBP else MAX_PIXELS)
    image.load()
    if not drafted:
        # TIFF is turned upright while it loads, an icon may not have the size it claims.
        width, height = image.size
    exif = exif_of(image)
    profile = image.info.get("icc_profile")
    return Picture(
        reduced(image, needed),
        width,
        height,
        image.format or kind.value,
        exif,
        orientation_of(exif),
        profile if isinstance(profile, bytes) else None,
        xmp_of(image),
        iptc_of(image),
    )


def _described(file: BinaryIO, image: Image.Image, kind: Format) -> Picture:
    exif = exif_of_png(image, file) if kind is Format.PNG else exif_of(image)
    # TIFF has its sides turned already when it is opened.
    turn = 1 if kind is Format.TIFF else orientation_of(exif)
    name = image.format or kind.value
    return Picture(None, *image.size, name, exif, turn, xmp=xmp_of(image), iptc=iptc_of(image))


def _draft(image: JpegImagePlugin.JpegImageFile, needed: Needed) -> bool:
    """Let libjpeg decode at 1/2, 1/4 or 1/8 where that keeps enough; says whether it will.

    A progressive file is held whole as coefficients however small it is
    decoded, so it has to pass the limit at its full size.
    """
    width, height = image.size
    check_pixels(width, height, MAX_PIXELS if image.info.get("progressive") else MAX_JPEG_PIXELS)
    allowed = needed.factor(width, height, DRAFT_OVERSAMPLING)
    scale = next((scale for scale in _JPEG_SCALES if scale <= allowed), 1)
    if scale == 1:
        return False
    image.draft(None, (width // scale, height // scale))
    return True
