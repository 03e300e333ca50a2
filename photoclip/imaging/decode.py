"""One file to its answer. Runs in a decoding process: a file here may do anything."""

from __future__ import annotations

from typing import BinaryIO

from photoclip.domain.decoding import Decoded, DecodeRequest
from photoclip.domain.photos import PhotoDetails, Problem
from photoclip.imaging.colour import to_rgb
from photoclip.imaging.exif import taken_at, upright, upright_size
from photoclip.imaging.files import check_file_size, content_hash, open_photo
from photoclip.imaging.formats import HEADER_BYTES, Format, check_name, recognise
from photoclip.imaging.framing import encode_thumbnail, model_input
from photoclip.imaging.picture import Picture
from photoclip.imaging.pillow import read_with_pillow
from photoclip.imaging.problems import explain
from photoclip.imaging.scale import Needed, needed_for


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
        picture = _read(file, kind, needed_for(request))
    return _framed(request, digest, picture)


def _read(file: BinaryIO, kind: Format, needed: Needed) -> Picture:
    # Each costs memory and start-up time that a library of JPEG photos never needs.
    if kind is Format.HEIF:
        from photoclip.imaging.heif import read_heif

        return read_heif(file, needed)
    if kind is Format.RAW:
        from photoclip.imaging.raw import read_raw

        return read_raw(file, needed)
    return read_with_pillow(file, kind, needed)


def _framed(request: DecodeRequest, digest: bytes, picture: Picture) -> Decoded:
    """What was asked for, from one upright RGB picture."""
    image = upright(to_rgb(picture.image, picture.profile), picture.orientation)
    # A CMYK photo has been through its profile already.
    profile = picture.profile if picture.image.mode == "RGB" else None
    width, height = upright_size(picture.width, picture.height, picture.orientation)
    return Decoded(
        digest,
        PhotoDetails(width, height, picture.format, taken_at(picture.exif)),
        encode_thumbnail(image, profile) if request.thumbnail else None,
        model_input(image, request.preprocess) if request.preprocess is not None else None,
    )
