"""One file to its answer. Runs in a decoding process: a file here may do anything."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from PIL import Image

from photoclip.domain.decoding import THUMBNAIL_PX, Decoded, DecodeRequest
from photoclip.domain.photos import Problem
from photoclip.imaging.carrying import exif_for, xmp_for
from photoclip.imaging.colour import to_rgb
from photoclip.imaging.exif import upright
from photoclip.imaging.files import check_file_size, content_hash, open_photo
from photoclip.imaging.formats import HEADER_BYTES, Format, check_name, recognise
from photoclip.imaging.framing import encode_thumbnail, fitted, model_input, part_of, sharpness_of
from photoclip.imaging.metadata import details_of
from photoclip.imaging.picture import Picture
from photoclip.imaging.pillow import read_with_pillow
from photoclip.imaging.problems import explain
from photoclip.imaging.scale import Needed, needed_for
from photoclip.imaging.viewing import to_look_at


def decode(request: DecodeRequest) -> Decoded | Problem:
    """Answer a request; never raises on account of a file."""
    try:
        return _answer(request)
    # Pillow and the C libraries below it raise nearly every class there is on a
    # bad file (ValueError, TypeError, KeyError, SyntaxError, struct.error,
    # MemoryError ...), and one that is missed here would end a good process.
    except Exception as error:  # noqa: BLE001
        return explain(error)


def _answer(request: DecodeRequest) -> Decoded:
    extension = check_name(request.path)
    with open_photo(request.path) as file:
        kind = recognise(file.read(HEADER_BYTES), extension)
        check_file_size(file)
        digest = content_hash(file)
        if request.fingerprint_only:
            return Decoded(digest)
        picture = _read(file, kind, None if request.details_only else needed_for(request))
        if picture.image is None:
            return Decoded(digest, details_of(picture))
    if request.picture is not None:
        return _whole(request, digest, picture, picture.image, request.picture)
    return _framed(request, digest, picture, picture.image)


def _read(file: BinaryIO, kind: Format, needed: Needed | None) -> Picture:
    # Each costs memory and start-up time that a library of JPEG photos never needs.
    if kind is Format.HEIF:
        from photoclip.imaging.heif import read_heif

        return read_heif(file, needed)
    if kind is Format.RAW:
        from photoclip.imaging.raw import read_raw

        return read_raw(file, needed)
    return read_with_pillow(file, kind, needed)


def _framed(request: DecodeRequest, digest: bytes, picture: Picture, image: Image.Image) -> Decoded:
    """What was asked for, from one upright RGB picture."""
    # A CMYK photo has been through its profile already.
    profile = picture.profile if image.mode == "RGB" else None
    image = upright(to_rgb(image, picture.profile), picture.orientation)
    thumbnail, sharpness = None, None
    if request.thumbnail:
        small = fitted(image, max(request.thumbnail_px, THUMBNAIL_PX))
        thumbnail, sharpness = encode_thumbnail(small, profile, request.thumbnail_px), sharpness_of(small)
    pixels = None
    if request.preprocess is not None:
        shown = image if request.crop is None else part_of(image, request.crop)
        pixels = model_input(shown, request.preprocess)
    return Decoded(digest, details_of(picture, sharpness), thumbnail, pixels)


def _whole(
    request: DecodeRequest, digest: bytes, picture: Picture, image: Image.Image, box: tuple[int, int]
) -> Decoded:
    """The whole picture, and what a copy of it carries."""
    details = details_of(picture)
    shown = to_look_at(image, picture.orientation, picture.profile, box)
    decoded = Decoded(digest, details, picture=shown)
    if request.metadata is None:
        return decoded
    size = (shown.shape[1], shown.shape[0])
    return replace(
        decoded,
        exif=exif_for(picture.exif, request.metadata, size),
        xmp=xmp_for(picture.xmp, request.metadata),
    )
