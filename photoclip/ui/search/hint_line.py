"""One quiet line under the chips: what to know about the words that were typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from photoclip.domain.asked import Asked, Hint, HintKind
from photoclip.domain.models import ModelCard
from photoclip.ui import icons
from photoclip.ui.search import hint_words
from photoclip.ui.theme import quiet_text
from photoclip.worker.messages import ModelInUse


class HintLine(QWidget):
    """Shows the hint that matters most; the next one comes when it is dismissed.

    A hint about what models are poor at is said for one search and no more;
    one that was dismissed stays away.
    """

    mend_wanted = Signal(object)
    """A `Hint` whose suggestion is to be put into the text."""
    model_wanted = Signal()

    def __init__(self, icon_book: icons.Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[Hint] = []
        self._dismissed: set[Hint] = set()
        self._said: set[HintKind] = set()
        self._model: ModelCard | None = None
        self._held_back = False
        self._below = False
        self._sign = side = self.fontMetrics().height()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._take)
        self.dismiss = QToolButton(autoRaise=True)
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the hint"))
        self.dismiss.setIconSize(QSize(side * 3 // 4, side * 3 // 4))
        self.dismiss.clicked.connect(self.drop)
        icon_book.dress(self.dismiss, "close")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12 + self._sign + 8, 4, 12, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1000)
        self._grid.setColumnStretch(3, 1)
        self._grid.addWidget(self._text, 0, 0)
        self._grid.addWidget(self.button, 0, 1)
        self._grid.addWidget(self.dismiss, 0, 2, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def text(self) -> str:
        """What is shown; "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    @Slot(object)
    def take_model(self, use: ModelInUse) -> None:
        self._model = use.card
        self._show()

    @Slot(object)
    def show_asked(self, asked: Asked | None) -> None:
        """The hints of the answer that is on screen."""
        hints: Sequence[Hint] = asked.hints if asked is not None else ()
        shown = {hint.kind for hint in self._hints}
        # Once a search goes on without it, a limit was said.
        self._said |= (shown - {hint.kind for hint in hints}) & hint_words.LIMITS
        news = (hint for hint in hints if not self._is_over(hint))
        self._hints = sorted(dict.fromkeys(news), key=hint_words.rank)
        self._show()

    def hold_back(self, held: bool) -> None:
        """Hints are about the list; they wait while something else is on screen."""
        self._held_back = held
        self._show()

    def _is_over(self, hint: Hint) -> bool:
        return hint in self._dismissed or hint.kind in self._said

    @Slot()
    def drop(self) -> None:
        """Dismiss the hint that is shown."""
        if not self._hints:
            return
        gone = self._hints.pop(0)
        self._dismissed.add(gone)
        if gone.kind in hint_words.LIMITS or gone.kind is HintKind.LANGUAGE:
            self._said.add(gone.kind)
        self._hints = [hint for hint in self._hints if not self._is_over(hint)]
        self._show()

    @Slot()
    def _take(self) -> None:
        if self._hints and self._hints[0].kind is HintKind.LANGUAGE:
            self.model_wanted.emit()
        elif self._hints:
            self.mend_wanted.emit(self._hints[0])

    def _show(self) -> None:
        if self._hints:
            hint = self._hints[0]
            self._text.setText(hint_words.sentence(hint, self._model))
            # No wider than its words, so that the button stands beside them.
            advance = self.fontMetrics().horizontalAdvance(self._text.text())
            self._text.setMaximumWidth(advance + self.fontMetrics().averageCharWidth())
            words = hint_words.offer(hint)
            # An ampersand in what was typed is no mnemonic.
            self.button.setText(words.replace("&", "&&"))
            self.button.setVisible(bool(words))
            self._fit()
        self.setAccessibleName(self._text.text() if self._hints else "")
        self.setVisible(bool(self._hints) and not self._held_back)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short, the button goes under the text."""
        beside = self.fontMetrics().averageCharWidth() * 30 + self.button.sizeHint().width()
        below = self.width() < beside + self.dismiss.sizeHint().width() + 60
        if below is not self._below:
            self._below = below
            self._grid.removeWidget(self.button)
            row, column = (1, 0) if below else (0, 1)
            self._grid.addWidget(self.button, row, column, Qt.AlignmentFlag.AlignLeading)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._sign
        sign = icons.pixmap("info", quiet_text(self.palette()), side, self.devicePixelRatioF())
        left = 12 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - 12 - side
        painter.drawPixmap(left, self._text.y() + (self._text.height() - side) // 2, sign)
        painter.end()
