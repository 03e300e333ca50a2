"""Why the photo in the viewer answers the search, in words, over a corner of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from photoclip.ui import wording
from photoclip.ui.eliding_label import ElidingLabel
from photoclip.ui.search.asked_words import words_of
from photoclip.ui.theme import blend, quiet_text
from photoclip.worker.messages import Explained

_MARGIN = 12
_LETTERS_WIDE = 34
_COVERING = 225
"""Of 255: how much of the photo behind is covered."""
_MOST_WORDS = 8


class WhyPanel(QWidget):
    """The words with their shares as bars, what let the photo in, and its relevance."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._top = 0
        self.title = ElidingLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.bars: list[ShareBar] = []
        self.let_in = _quiet_label()
        self.note = _quiet_label()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN - 2)
        self._column.setSpacing(4)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(4)
        self._column.addWidget(self.title)
        self._column.addLayout(self._bars)
        self._column.addWidget(self.let_in)
        self._column.addWidget(self.note)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Why this photo is here"))
        parent.installEventFilter(self)
        self.hide()

    def show_explained(self, explained: Explained) -> None:
        title = self.tr("Why this photo is here")
        if explained.relevance is not None:
            title = self.tr("{share} match").format(share=wording.percent(explained.relevance))
        self._fill(title, _shown(explained.words), self._let_in_words(explained), self._note_words(explained))

    def show_note(self, text: str) -> None:
        """A sentence in place of an explanation."""
        self._fill(self.tr("Why this photo is here"), [], "", text)

    def text(self) -> str:
        """All that is shown, line by line."""
        bars = [f"{bar.word} {wording.percent(bar.share)}" for bar in self.bars]
        lines = [self.title.text(), *bars, self.let_in.text(), self.note.text()]
        return "\n".join(line for line in lines if line)

    def set_top(self, top: int) -> None:
        """Stay below what covers so many pixels of the top."""
        self._top = top
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().color(QPalette.ColorRole.Window))
        colour.setAlpha(_COVERING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()

    def _let_in_words(self, explained: Explained) -> str:
        if not explained.let_in:
            return ""
        parts = " · ".join(words_of(part) for part in explained.let_in)
        return self.tr("Let in by {parts}").format(parts=parts)

    def _note_words(self, explained: Explained) -> str:
        if explained.problem:
            return explained.problem
        if explained.heat is not None and not explained.heat.any():
            return self.tr("No single place stands out; it is the photo as a whole.")
        return ""

    def _fill(self, title: str, words: Sequence[tuple[str, float]], let_in: str, note: str) -> None:
        self.title.set_text(title)
        for bar in self.bars:
            self._bars.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.bars = [ShareBar(word, share, self) for word, share in words]
        for bar in self.bars:
            self._bars.addWidget(bar)
            bar.show()
        for label, text in ((self.let_in, let_in), (self.note, note)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleDescription(self.text())
        self._settle()

    def _settle(self) -> None:
        """In the trailing corner at the top."""
        room = self._room.size()
        wide = self.fontMetrics().averageCharWidth() * _LETTERS_WIDE + 2 * _MARGIN
        width = max(min(wide, room.width() - 2 * _MARGIN), 1)
        left = _MARGIN if self.isRightToLeft() else room.width() - width - _MARGIN
        self._column.activate()
        height = self._column.totalHeightForWidth(width)
        self.setGeometry(left, self._top + _MARGIN, width, max(height, self._column.minimumSize().height()))


class ShareBar(QWidget):
    """A word over a bar as long as its share; one that works against the photo has none."""

    def __init__(self, word: str, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word, self.share = word, share
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height() + self._thickness() + 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, metrics = self.palette(), self.fontMetrics()
        line = QRectF(0, 0, self.width(), metrics.height())
        percent = wording.percent(self.share)
        room = self.width() - metrics.horizontalAdvance(percent) - metrics.averageCharWidth()
        word = metrics.elidedText(self.word, Qt.TextElideMode.ElideRight, room)
        leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(line, int(leading | Qt.AlignmentFlag.AlignVCenter), word)
        painter.setPen(quiet_text(palette))
        painter.drawText(line, int(trailing | Qt.AlignmentFlag.AlignVCenter), percent)
        self._paint_bar(painter, line.bottom() + 1)
        painter.end()

    def _paint_bar(self, painter: QPainter, top: float) -> None:
        palette, thick = self.palette(), self._thickness()
        ink, ground = (
            palette.color(role) for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(ink, ground, 0.15))
        painter.drawRoundedRect(QRectF(0, top, self.width(), thick), thick / 2, thick / 2)
        length = self.width() * min(max(self.share, 0.0), 1.0)
        if length < 1:
            return
        left = self.width() - length if self.isRightToLeft() else 0.0
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(QRectF(left, top, max(length, thick), thick), thick / 2, thick / 2)

    def _thickness(self) -> int:
        return max(4, self.fontMetrics().height() // 4)


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label


def _shown(words: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The words that count most, in the order of the query."""
    ranked = sorted(range(len(words)), key=lambda place: -words[place][1])[:_MOST_WORDS]
    return [words[place] for place in sorted(ranked)]
