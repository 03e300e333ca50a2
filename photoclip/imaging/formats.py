"""What a file is: its name says whether it is tried, its first bytes say what it is."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from photoclip.domain.photos import ProblemKind
from photoclip.imaging.problems import Rejected
from photoclip.paths import display

HEADER_BYTES = 256
"""How much of a file `recognise` needs."""


class Format(StrEnum):
    """The allow-list. The values are Pillow's names, and "RAW"."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    GIF = "GIF"
    TIFF = "TIFF"
    BMP = "BMP"
    AVIF = "AVIF"
    HEIF = "HEIF"
    JPEG2000 = "JPEG2000"
    TGA = "TGA"
    PSD = "PSD"
    PPM = "PPM"
    ICO = "ICO"
    RAW = "RAW"


_RAW = (
    ".cr2 .cr3 .crw .nef .nrw .arw .srf .sr2 .dng .orf .rw2 .raf .pef .srw .x3f .raw .rwl"
    " .3fr .iiq .erf .kdc .mrw .mef .mos .dcr"
)
_PILLOW_AND_HEIF = (
    ".jpg .jpeg .jpe .jfif .jif .mpo .png .apng .webp .gif .tif .tiff .bmp .dib .avif .heic .heif"
    " .hif .jp2 .j2k .j2c .jpc .jpf .jpx .psd .ppm .pgm .pbm .pnm .pfm .ico"
)
# Photos too, though not decodable here: they deserve a better sentence than "not a photo".
_NOT_YET = ".jxl .jxr .wdp .hdp .psb .xcf .exr .hdr"

RAW_EXTENSIONS = frozenset(_RAW.split())
_TGA_EXTENSIONS = frozenset({".tga", ".icb", ".vda", ".vst"})
PHOTO_EXTENSIONS = RAW_EXTENSIONS | _TGA_EXTENSIONS | {*_PILLOW_AND_HEIF.split(), *_NOT_YET.split()}

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Format.JPEG2000),
    (b"\xff\x4f\xff\x51", Format.JPEG2000),
    (b"8BPS\0\1", Format.PSD),
    (b"\0\0\1\0", Format.ICO),
    (b"BM", Format.BMP),
    # RAW families that are no TIFF: Canon CRW, Fuji, Minolta, Sigma, Panasonic, Olympus, Phase One.
    (b"II\x1a\0\0\0HEAPCCDR", Format.RAW),
    (b"FUJIFILMCCD-RAW", Format.RAW),
    (b"\0MRM", Format.RAW),
    (b"FOVb", Format.RAW),
    (b"IIU\0", Format.RAW),
    (b"IIRO", Format.RAW),
    (b"IIRS", Format.RAW),
    (b"MMOR", Format.RAW),
    (b"IIII", Format.RAW),
    (b"MMMM", Format.RAW),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"II+\0", Format.TIFF),
    (b"MM\0+", Format.TIFF),
)
_CANON_CR2 = b"CR\x02"
_UNSUPPORTED_MAGIC = (
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"II\xbc", "JPEG XR"),
    (b"8BPS\0\2", "large Photoshop"),
    (b"gimp xcf", "GIMP"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
)
_APPLE_DOUBLE = b"\0\5\x16\7"

_HEIF_BRANDS = frozenset(b"heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1".split())
_AVIF_BRANDS = frozenset(b"avif avis".split())
_VIDEO_BRANDS = frozenset(b"isom mp41 mp42 avc1 qt M4V M4VP M4VH dash mmp4 MSNV f4v F4V XAVC".split())
_VIDEO_BRAND_STARTS = (b"iso", b"3gp", b"3g2")


def extension_of(path: bytes) -> str:
    """The lower-case extension with its dot, or "" where the name has none."""
    extension = Path(os.fsdecode(path)).suffix.lower()
    return "" if extension == "." else extension


def check_name(path: bytes) -> str:
    """The extension of a file that is worth opening.

    Raises:
        Rejected: the name says that it is something else.
    """
    extension = extension_of(path)
    if extension and extension not in PHOTO_EXTENSIONS:
        shown = display(os.fsencode(extension))[:24]
        raise Rejected(ProblemKind.NOT_A_PHOTO, f"photoclip reads no {shown} files.")
    return extension


def recognise(header: bytes, extension: str) -> Format:
    """The format of a file from its first `HEADER_BYTES`, whatever its name claims.

    The extension decides only where the content cannot: RAW files of many
    makers are TIFF inside, and TGA has no signature.

    Raises:
        Rejected: nothing that photoclip decodes.
    """
    found = _by_content(header, extension)
    if found is Format.TIFF and (extension in RAW_EXTENSIONS or header[8:11] == _CANON_CR2):
        return Format.RAW
    if found is not None:
        return found
    if extension in _TGA_EXTENSIONS and _looks_like_tga(header):
        return Format.TGA
    raise _unknown(header, extension)


def _by_content(header: bytes, extension: str) -> Format | None:
    for magic, found in _MAGIC:
        if header.startswith(magic):
            return found
    for magic, name in _UNSUPPORTED_MAGIC:
        if header.startswith(magic):
            raise Rejected(ProblemKind.UNSUPPORTED, f"photoclip cannot read {name} pictures yet.")
    if header[:4] == b"RIFF" and header[8:12] == b"WEBP":
        return Format.WEBP
    if header[:1] == b"P" and header[1:2] in b"123456fF" and header[2:3].isspace():
        return Format.PPM
    return _by_brand(header, extension) if header[4:8] == b"ftyp" else None


def _by_brand(header: bytes, extension: str) -> Format | None:
    """ISO base media files (ISO/IEC 14496-12): a major brand, a version, compatible brands."""
    end = min(int.from_bytes(header[:4], "big"), len(header))
    major = header[8:12]
    brands = {major, *(header[at : at + 4] for at in range(16, end - 3, 4))}
    if major == b"crx ":
        return Format.RAW
    if brands & _AVIF_BRANDS and major not in _HEIF_BRANDS - {b"mif1", b"msf1", b"mif2"}:
        return Format.AVIF
    if brands & _HEIF_BRANDS:
        return Format.HEIF
    if major.strip() in _VIDEO_BRANDS or major.startswith(_VIDEO_BRAND_STARTS):
        reason = f"The file is named {extension}, but it is a video." if extension else "This is a video."
        raise Rejected(ProblemKind.NOT_A_PHOTO, reason)
    return None


def _looks_like_tga(header: bytes) -> bool:
    """Whether an 18-byte TGA header makes sense (Truevision TGA 2.0, 1991)."""
    if len(header) < 18:
        return False
    colour_map, kind, depth = header[1], header[2], header[16]
    has_pixels = any(header[12:14]) and any(header[14:16])
    return (
        colour_map in (0, 1)
        and kind in (1, 2, 3, 9, 10, 11)
        and depth in (1, 8, 15, 16, 24, 32)
        and has_pixels
    )


def _unknown(header: bytes, extension: str) -> Rejected:
    if header.startswith(_APPLE_DOUBLE):
        return Rejected(ProblemKind.NOT_A_PHOTO, "This is a side file of macOS, not the photo itself.")
    if not extension:
        return Rejected(ProblemKind.NOT_A_PHOTO, "The file has no extension, and its content is no photo.")
    return Rejected(ProblemKind.DAMAGED, f"The file is named {extension}, but its content is no photo.")
