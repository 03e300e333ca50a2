"""The menu beside the search field: what can be typed, by examples that insert themselves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


def examples() -> list[tuple[str, list[tuple[str, str]]]]:
    """Under each title, what is typed and what it asks for."""
    translate = QCoreApplication.translate
    return [
        (
            translate("syntax", "Words"),
            [
                (translate("syntax", "red car"), translate("syntax", "what can be seen")),
                ('"IMG_12"', translate("syntax", "exactly this in names, tags and texts")),
                (translate("syntax", "-people"), translate("syntax", "without people in it")),
                (translate("syntax", "beach AND dog"), translate("syntax", "both in one photo")),
                (translate("syntax", '+ "at night"'), translate("syntax", "more like this")),
            ],
        ),
        (
            translate("syntax", "When and where"),
            [
                ("date:2019-06..2019-08", translate("syntax", "from June to August 2019")),
                (translate("syntax", "last summer"), translate("syntax", "days in plain words")),
                (translate("syntax", "in May"), translate("syntax", "May of any year")),
                (translate("syntax", "near:Paris"), translate("syntax", "taken close to a place")),
                ("has:gps", translate("syntax", "with a known place")),
            ],
        ),
        (
            translate("syntax", "What is known of a photo"),
            [
                ("tag:", translate("syntax", "its labels")),
                ("album:", translate("syntax", "its albums")),
                ("folder:", translate("syntax", "its folder")),
                ("rating:>=3", translate("syntax", "three stars or more")),
                ("is:favourite", translate("syntax", "favourites, or is:untagged")),
                ("camera:", translate("syntax", "the camera, or lens:")),
                ("type:raw", translate("syntax", "the kind of file")),
                ("orientation:portrait", translate("syntax", "or landscape, or square")),
            ],
        ),
    ]


class SyntaxMenu(QMenu):
    """Lists examples; choosing one inserts it."""

    chosen = Signal(str)
    """The text to insert."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What can be searched for"))
        for title, lines in examples():
            # A section of Qt's own is drawn as high as a bare line in some styles.
            heading = self.addAction(title)
            heading.setEnabled(False)
            font = self.font()
            font.setBold(True)
            heading.setFont(font)
            for typed, meaning in lines:
                # Behind a tabulator, menus show what is said of an entry.
                action = self.addAction(f"{typed.replace('&', '&&')}\t{meaning}")
                action.setData(typed)
            self.addSeparator()
        self.triggered.connect(self._choose)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
