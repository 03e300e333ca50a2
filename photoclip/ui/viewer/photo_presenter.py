"""Brings one photo onto the canvas: thumbnail, sharp picture, detail or frames, and what falls short."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.domain.photos import PhotoRow
from photoclip.ui.viewer.animation import Animation
from photoclip.ui.viewer.full_photo import Detail, Screen, Shortfall, region_to_read
from photoclip.ui.viewer.photo_canvas import PhotoCanvas
from photoclip.ui.viewer.photo_loader import LoadPicture, PhotoLoader


class PhotoPresenter(QObject):
    """Knows the photo on the canvas, how far it was loaded, and why no further."""

    noted = Signal(str)
    """A quiet sentence on the photo; empty where there is nothing to say."""
    loaded = Signal()
    """The photo is as good as it will be without a zoom."""

    def __init__(self, canvas: PhotoCanvas, load_picture: LoadPicture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._photo: PhotoRow | None = None
        self._screen: Screen | None = None
        self._preview_missing: bool | None = None
        self.loader = PhotoLoader(load_picture, self)
        self.animation = Animation(self)
        self.loader.preview_loaded.connect(self._take_preview)
        self.loader.photo_loaded.connect(self._take_screen)
        self.loader.detail_loaded.connect(self._take_detail)
        self.animation.frame.connect(self._take_frame)
        canvas.sharper_wanted.connect(self._load_detail)

    def is_loaded(self) -> bool:
        """Whether the photo came, or it is known that it cannot."""
        return self._screen is not None

    def expect(self) -> None:
        """Another photo follows; what is on the canvas stays until it comes."""
        self._photo = self._screen = self._preview_missing = None
        self.animation.stop()
        self._canvas.expect_another()
        self.noted.emit("")

    def show(self, photo: PhotoRow, thumbnail: str) -> None:
        self._photo = photo
        self.loader.load(photo, thumbnail, self._canvas.box())

    def clear(self) -> None:
        """Let go of the picture; nothing late may come."""
        self.loader.cancel()
        self.expect()
        self._canvas.show_nothing()

    def close(self) -> None:
        """Wait for what is being read."""
        self.animation.close()
        self.loader.close()

    def play(self) -> None:
        """Let a photo with several frames play, if it is seen."""
        if self._screen is not None and self._screen.animation is not None and self._canvas.isVisible():
            self.animation.play(self._screen.animation)

    @Slot(object)
    def _take_preview(self, image: QImage) -> None:
        self._preview_missing = image.isNull()
        if not self._preview_missing:
            self._canvas.show_image(image, self._photo_size())
        elif self._screen is None:
            # The photo itself is on its way; an empty canvas tells no lie meanwhile.
            self._canvas.show_nothing()
        self._tell_shortfall()

    @Slot(object)
    def _take_screen(self, screen: Screen) -> None:
        self._screen = screen
        if screen.shortfall is None:
            self._canvas.show_image(screen.image, screen.size)
            self.play()
        self._tell_shortfall()
        self.loaded.emit()

    @Slot(object)
    def _take_frame(self, image: QImage) -> None:
        self._canvas.show_image(image, image.size())

    @Slot()
    def _load_detail(self) -> None:
        screen, view = self._screen, self._canvas.view
        if screen is not None and screen.shortfall is None and screen.animation is None:
            self.loader.load_detail(screen, region_to_read(view.photo, view.visible(), view.scale))

    @Slot(object)
    def _take_detail(self, detail: Detail) -> None:
        if detail.shortfall == Shortfall.GONE:
            self.noted.emit(self.tr("The file is no longer where it was; this is what was read before"))
        elif detail.shortfall is not None:
            self.noted.emit(self.tr("This photo cannot be read any sharper"))
        else:
            self._canvas.show_detail(detail.image, detail.part)

    def _photo_size(self) -> QSize:
        return QSize(self._photo.width, self._photo.height) if self._photo else QSize()

    def _tell_shortfall(self) -> None:
        """Say why a photo stays at its thumbnail, in the picture's place where there is not even that."""
        if self._screen is None or self._screen.shortfall is None or self._photo is None:
            return
        gone = self._screen.shortfall == Shortfall.GONE
        if self._preview_missing:
            self.noted.emit("")
            self._canvas.show_nothing(self._why_nothing(gone, self._photo.offline))
        else:
            self.noted.emit(self._why_preview(gone, self._photo.offline))

    def _why_nothing(self, gone: bool, offline: bool) -> str:
        if gone and offline:
            return self.tr("The drive of this photo is not connected, and there is no preview of it yet")
        if gone:
            return self.tr("The file of this photo is not where it was, and there is no preview of it")
        return self.tr("This photo cannot be shown here. Ctrl+O opens it in your default program")

    def _why_preview(self, gone: bool, offline: bool) -> str:
        if gone and offline:
            return self.tr("Preview; the drive of this photo is not connected")
        if gone:
            return self.tr("Preview; the file cannot be opened where it was")
        return self.tr(
            "Preview; the full picture cannot be shown here. Ctrl+O opens it in your default program"
        )
