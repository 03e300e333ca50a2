"""The worker as the window sees it: two threads, of which one alone writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from photoclip.domain.models import ModelCard
from photoclip.library.workshop import Workshop
from photoclip.worker.answerer import Answerer
from photoclip.worker.keeper import Keeper
from photoclip.worker.messages import Event, Question
from photoclip.worker.turn import Turn


class Worker:
    """Keeps a library current and answers questions about it.

    Every method returns at once and may be called from any thread. What comes
    of it is told to `publish`, which is called from the worker's own threads.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._models = workshop.models
        turn = Turn()
        self._keeper = Keeper(workshop, self._tell, turn)
        self._answerer = Answerer(workshop, self._tell, self._keeper.opened, turn)
        self._publish: Callable[[Event], None] | None = None

    def start(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self._keeper.start()
        self._answerer.start()

    def close(self) -> None:
        """Stop both threads; work in hand is left for the next start. Events told meanwhile are dropped."""
        self._publish = None
        self._keeper.close()
        self._keeper.opened.set()
        self._answerer.close()

    def ask(self, question: Question) -> None:
        """Queue a question; one that waits is replaced by a newer one. Ends in Answer or QuestionFailed."""
        self._answerer.ask(question)

    def load_rows(self, photo_ids: Sequence[int]) -> None:
        """Ask for rows to draw; ends in RowsLoaded."""
        self._answerer.load_rows(photo_ids)

    def add_folder(self, path: str) -> None:
        """Watch a folder from now on; ends in LibraryChanged or Trouble."""
        self._keeper.add_folder(path)

    def remove_folder(self, path: str) -> None:
        """Watch a folder no more; its photos leave the view, nothing of them is forgotten."""
        self._keeper.remove_folder(path)

    def accept_missing(self, folder: str) -> None:
        """A person says that the many photos that are gone from a folder were removed on purpose."""
        self._keeper.accept_missing(folder)

    def want_thumbnails(self, photo_ids: Sequence[int]) -> None:
        """These are in view without a thumbnail: they are made first; ends in LibraryChanged."""
        self._keeper.want_thumbnails(photo_ids)

    def rescan(self) -> None:
        """Look at all folders again."""
        self._keeper.rescan()

    def pause(self) -> None:
        self._keeper.pause()

    def resume(self) -> None:
        """Go on, also on battery until the machine is on the mains again."""
        self._keeper.resume()

    def choose_model(self, model_id: str) -> None:
        """Make a model ready and then let it serve; ends in ModelInUse or Trouble."""
        self._keeper.choose_model(model_id)

    def cancel_model_change(self) -> None:
        """Stop making another model ready; the serving one goes on. Ends in ModelInUse."""
        self._keeper.cancel_model_change()

    def models(self) -> Sequence[ModelCard]:
        """The models a user can choose: the starter and the five sizes first."""
        return self._models.cards()

    def _tell(self, event: Event) -> None:
        publish = self._publish
        if publish is not None:
            publish(event)
