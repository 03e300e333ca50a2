"""Pillow, HEIF and RAW: decoding apart from the program, and thumbnails."""
