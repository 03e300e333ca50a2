"""Photos to the clipboard as files, text and picture, and pictures from it to search by."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage

from photoclip import paths
from photoclip.domain.photos import PhotoRow
from photoclip.ui.actions import desktop
from photoclip.worker.messages import PictureLoaded

LARGEST = (8192, 8192)
"""A panorama of 30,000 pixels is handed on smaller: hardly a program takes the whole of it."""

LoadPicture = Callable[[int, bytes, tuple[int, int] | None], None]


class Clipboard(QObject):
    """Copies photos; a picture is decoded apart from the window and follows its file by a moment."""

    picture_found = Signal(str, str)
    """The path of a picture to search by, and the name to show for it."""
    trouble = Signal(str)
    _made = Signal(object, int)
    _written = Signal(str, str)

    def __init__(self, load_picture: LoadPicture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load_picture = load_picture
        # Below zero, so that they are never those of the viewer.
        self._ticket = 0
        self._copied: list[PhotoRow] = []
        self._needs_picture = False
        self._folder: Path | None = None
        self._pasted = 0
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._made.connect(self._take_image)
        self._written.connect(self._take_written)

    # --- to the clipboard

    def copy_files(self, photos: list[PhotoRow]) -> None:
        """Files and their paths, and of a single photo its picture too."""
        self._copied = photos
        self._needs_picture = False
        QGuiApplication.clipboard().setMimeData(_files(photos))
        if len(photos) == 1:
            self._ask(photos[0])

    def copy_picture(self, photos: list[PhotoRow]) -> None:
        self._copied = photos[:1]
        self._needs_picture = True
        if photos:
            self._ask(photos[0])

    def copy_paths(self, photos: list[PhotoRow]) -> None:
        self._ticket -= 1  # a picture that is on its way must not replace the text
        QGuiApplication.clipboard().setText(_path_text(photos))

    @Slot(object)
    def take_picture(self, loaded: PictureLoaded) -> None:
        if loaded.ticket != self._ticket:
            return
        if loaded.pixels is not None:
            self._pool.start(partial(self._make_image, loaded))
        elif self._needs_picture:
            self.trouble.emit(self.tr("The picture cannot be copied. {reason}").format(reason=loaded.problem))

    def _ask(self, photo: PhotoRow) -> None:
        self._ticket -= 1
        whole = photo.width <= LARGEST[0] and photo.height <= LARGEST[1]
        self._load_picture(self._ticket, photo.path, None if whole else LARGEST)

    def _make_image(self, loaded: PictureLoaded) -> None:
        """Runs in the pool. Copied, because a QImage over bytes does not keep them."""
        form = QImage.Format.Format_RGB888
        image = QImage(loaded.pixels or b"", loaded.width, loaded.height, 3 * loaded.width, form).copy()
        with contextlib.suppress(RuntimeError):  # the window closed meanwhile
            self._made.emit(image, loaded.ticket)

    @Slot(object, int)
    def _take_image(self, image: QImage, ticket: int) -> None:
        board = QGuiApplication.clipboard()
        if ticket != self._ticket or not (self._needs_picture or _holds(board.mimeData(), self._copied)):
            return
        mime = QMimeData() if self._needs_picture else _files(self._copied)
        mime.setImageData(image)
        board.setMimeData(mime)

    # --- from the clipboard

    @Slot()
    def paste(self) -> None:
        """Search by the picture, or the picture's file, that the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        files = desktop.local_paths(mime) if mime is not None else []
        if len(files) == 1:
            self.picture_found.emit(files[0], _name(files[0]))
        elif mime is not None and mime.hasImage():
            self._search_by(QGuiApplication.clipboard().image(), self.tr("the picture from the clipboard"))
        else:
            self.trouble.emit(
                self.tr("There is no picture in the clipboard. Copy one in another program, then try again.")
            )

    @Slot(object)
    def search_by_dropped(self, image: QImage) -> None:
        """Search by a picture that was dropped and is no file."""
        self._search_by(image, self.tr("the dropped picture"))

    def _search_by(self, image: QImage, name: str) -> None:
        """A picture that is no file is written to a private one first."""
        if image.isNull():
            self.trouble.emit(self.tr("This picture cannot be read."))
            return
        self._pasted += 1
        self._pool.start(partial(self._write, image, self._pasted, name))

    def close(self) -> None:
        """Wait for a file that is being written, and leave none behind."""
        self._ticket -= 1
        self._pool.clear()
        self._pool.waitForDone(2000)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _write(self, image: QImage, number: int, name: str) -> None:
        """Runs in the pool; "" is told where the disk refused."""
        try:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="photoclip-"))
            file = str(self._folder / f"picture-{number}.png")
            written = file if image.save(file, "PNG", 90) else ""  # type: ignore[call-overload]
        except OSError:
            written = ""
        with contextlib.suppress(RuntimeError):  # the window closed meanwhile
            self._written.emit(written, name)

    @Slot(str, str)
    def _take_written(self, file: str, name: str) -> None:
        if file:
            self.picture_found.emit(file, name)
        else:
            self.trouble.emit(
                self.tr("The picture could not be kept while searching; free some space and try again.")
            )


def _files(photos: list[PhotoRow]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([desktop.file_url(photo.path) for photo in photos])
    mime.setText(_path_text(photos))
    return mime


def _holds(mime: QMimeData | None, photos: list[PhotoRow]) -> bool:
    """Whether these photos are still what the clipboard holds."""
    return mime is not None and mime.urls() == [desktop.file_url(photo.path) for photo in photos]


def _path_text(photos: list[PhotoRow]) -> str:
    return "\n".join(paths.display(photo.path) for photo in photos)


def _name(file: str) -> str:
    return paths.display(os.path.basename(os.fsencode(file)))
