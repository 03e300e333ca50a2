"""What has to be made anew when the settings change while the program runs."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.domain.pipeline import Decoder
from photoclip.library.workshop import Workshop
from photoclip.settings import Settings


@dataclass(frozen=True, slots=True)
class Need:
    """What else a change of the settings touches. `trouble` is a sentence about what could not be done."""

    watch: bool
    thumbnails: bool
    model: bool
    trouble: str


class Adjusting:
    """Keeps the decoder in line with the settings. Belongs to the keeper's thread."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._settings = Settings()
        self.decoder: Decoder

    def begin(self) -> str:
        """Make the decoder; a sentence about what of the settings cannot be had, else "".

        Raises:
            EnvironmentFault: the settings are damaged.
        """
        self._settings = self._workshop.load_settings()
        self.decoder = self._workshop.new_decoder()
        return self._workshop.follow_settings()

    def end(self) -> None:
        self.decoder.close()

    def follow(self) -> Need:
        """Take the settings as they are now.

        Raises:
            EnvironmentFault: they are damaged; those of before go on.
        """
        before, now = self._settings, self._workshop.load_settings()
        self._settings = now
        if (before.processors, before.memory_mb) != (now.processors, now.memory_mb):
            self.decoder.close()
            self.decoder = self._workshop.new_decoder()
        moved = before.thumbnails_dir != now.thumbnails_dir
        thumbnails = moved or before.thumbnail_px != now.thumbnail_px
        return Need(
            watch=moved or (before.ignore, before.follow_links) != (now.ignore, now.follow_links),
            thumbnails=thumbnails,
            model=before.device != now.device,
            trouble=self._workshop.follow_settings() if thumbnails else "",
        )
