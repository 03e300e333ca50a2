"""The popups that ask for an album or a tag for the selected photos."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from photoclip.ui.actions.album_picker import Choice, PickPopup
from photoclip.ui.actions.selection_actions import SelectionActions
from photoclip.ui.sources.source_names import SourceNames


class Pickers(QObject):
    """Opens a popup over the photos and passes on what was picked."""

    new_album_wanted = Signal()
    """A new album of the selected photos, without a name yet."""

    def __init__(
        self, actions: SelectionActions, names: SourceNames, over: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._names = names
        self._over = over

    @Slot()
    def pick_album(self) -> None:
        choices = [Choice(key, self._names.album(key)) for key in self._actions.album_choices()]
        popup = PickPopup(
            choices,
            name=self.tr("Add to an album"),
            prompt=self.tr("Name of an album"),
            new=self.tr("New album “{name}”"),
            new_unnamed=self.tr("New album…"),
            parent=self._over,
        )
        popup.picked.connect(self._actions.add_to_album)
        popup.created.connect(self._make_album)
        self._show(popup)

    @Slot()
    def pick_tag(self) -> None:
        popup = PickPopup(
            [Choice(label, label) for label in self._names.labels()],
            name=self.tr("Add a tag"),
            prompt=self.tr("Name of a tag"),
            new=self.tr("New tag “{name}”"),
            parent=self._over,
        )
        popup.picked.connect(self._actions.tag)
        popup.created.connect(self._actions.tag)
        self._show(popup)

    def _show(self, popup: PickPopup) -> None:
        popup.show_at(self._over.mapToGlobal(QPoint(self._over.width() // 2, self._over.height() // 6)))

    @Slot(str)
    def _make_album(self, name: str) -> None:
        if name:
            self._actions.add_to_new_album(name)
        else:
            self.new_album_wanted.emit()
