"""What is said in place of photos where there are none: first run, still looking, nothing found, no match."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from photoclip.domain.ports import Coverage
from photoclip.ui import icons, wording
from photoclip.ui.shortcuts import Command
from photoclip.ui.theme import blend
from photoclip.worker.messages import Activity, Browse, Question, SearchWords


@dataclass(frozen=True, slots=True)
class PageText:
    """A page: an icon, one large line, a few plain ones, and at most one thing to do."""

    icon: str
    title: str
    text: str
    button: str = ""
    command: Command | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which page is right for an empty answer. `folders` is None until it is known."""

    folders: int | None
    activity: Activity
    coverage: Coverage | None


def page_for(question: Question, message: str, situation: Situation) -> PageText | None:
    """The page for a question without photos; None where it is too early to say anything."""
    if not isinstance(question, Browse):
        return _no_match(question, message, situation)
    if situation.folders is None:
        return None
    if situation.folders == 0:
        return _welcome()
    if situation.activity in (Activity.SCANNING, Activity.INDEXING):
        return _looking()
    return _no_photos(message)


def _welcome() -> PageText:
    return PageText(
        icon="photo",
        title=QCoreApplication.translate("pages", "Find photos by what is in them"),
        text=QCoreApplication.translate(
            "pages",
            "Add a folder and photoclip looks through it, and through the folders inside. "
            "Your photos stay where they are and are never changed; nothing leaves this computer.\n\n"
            "You can also drop a folder on this window.",
        ),
        button=QCoreApplication.translate("pages", "Add a folder of photos…"),
        command=Command.ADD_FOLDER,
    )


def _looking() -> PageText:
    return PageText(
        icon="folder",
        title=QCoreApplication.translate("pages", "Looking through your folders…"),
        text=QCoreApplication.translate("pages", "Photos appear here as they are found."),
    )


def _no_photos(message: str) -> PageText:
    return PageText(
        icon="folder",
        title=QCoreApplication.translate("pages", "No photos here yet"),
        text=message
        or QCoreApplication.translate(
            "pages",
            "No photos were found in your folders. Photos that you put there later appear by themselves.",
        ),
        button=QCoreApplication.translate("pages", "Add another folder…"),
        command=Command.ADD_FOLDER,
    )


def _no_match(question: Question, message: str, situation: Situation) -> PageText:
    if isinstance(question, SearchWords):
        title = QCoreApplication.translate("pages", "No good match for “{words}”").format(
            words=_shortened(question.text)
        )
        hint = QCoreApplication.translate(
            "pages", "Try fewer or more common words, and say what can be seen: “red car”, “people at a table”."
        )
    else:
        title = QCoreApplication.translate("pages", "No similar photos")
        hint = QCoreApplication.translate("pages", "No other photo in the library comes close to this one.")
    coverage = situation.coverage
    waiting = ""
    if coverage is not None and coverage.waiting:
        waiting = QCoreApplication.translate(
            "pages", "{photos} are not searchable yet; new matches appear here by themselves."
        ).format(photos=wording.photos(coverage.waiting))
    return PageText(
        icon="search",
        title=title,
        text="\n\n".join(part for part in (message, hint, waiting) if part),
        button=QCoreApplication.translate("pages", "Show all photos"),
        command=Command.ALL_PHOTOS,
    )


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


class MessagePage(QWidget):
    """Shows a `PageText` in the middle of the window."""

    wanted = Signal(object)
    """The `Command` of the button that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageText("photo", "", "")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._icon = _LargeIcon()
        self.title = _plain_label()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.text = _plain_label()
        self.button = QPushButton()
        self.button.setMinimumHeight(self.button.fontMetrics().height() + 18)
        self.button.setMinimumWidth(220)
        self.button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        for widget in (self._icon, self.title, self.text):
            column.addWidget(widget, 0, middle)
        column.addSpacing(8)
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)

    def show_page(self, page: PageText) -> None:
        if page == self._page:
            return
        self._page = page
        self._icon.set_name(page.icon)
        self.title.setText(page.title)
        self.text.setText(page.text)
        self.text.setFixedWidth(480)
        self.button.setText(page.button)
        self.button.setVisible(bool(page.button))
        self.button.setDefault(True)

    def _press(self) -> None:
        if self._page.command is not None:
            self.wanted.emit(self._page.command)


class _LargeIcon(QWidget):
    _SIDE = 72

    def __init__(self) -> None:
        super().__init__()
        self._name = "photo"
        self.setFixedSize(self._SIDE, self._SIDE)

    def set_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        colour = blend(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.4)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icons.pixmap(self._name, colour, self._SIDE, self.devicePixelRatioF()))
        painter.end()


def _plain_label() -> QLabel:
    label = QLabel()
    # The words of a search are shown; they must not pass for markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
