"""The worker as the window sees it: four threads, of which one alone writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from photoclip.domain.changes import Change
from photoclip.domain.errands import Errand
from photoclip.domain.models import ModelCard
from photoclip.domain.query import Query
from photoclip.library.workshop import Workshop
from photoclip.worker.answerer import Answerer
from photoclip.worker.errands import Errands
from photoclip.worker.jobs import Places
from photoclip.worker.keeper import Keeper
from photoclip.worker.messages import Event, Question
from photoclip.worker.pictures import Pictures
from photoclip.worker.turn import Turn


class Worker:
    """Keeps a library current and answers questions about it.

    Every method returns at once and may be called from any thread. What comes
    of it is told to `publish`, which is called from the worker's own threads.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._models = workshop.models
        turn = Turn()
        self._keeper = keeper = Keeper(workshop, self._tell, turn, self.load_sources)
        self._answerer = Answerer(workshop, self._tell, keeper.opened, turn)
        places = Places(keeper.expect_gone, keeper.files_changed)
        self._errands = Errands(workshop, self._tell, keeper.opened, places)
        self._pictures = Pictures(workshop.new_single_decoder, self._tell)
        self._publish: Callable[[Event], None] | None = None
        self._started = False

    def start(self, publish: Callable[[Event], None]) -> None:
        """Begin, or where it has begun, speak to another window from now on and tell it how things are."""
        self._publish = publish
        if self._started:
            self._keeper.repeat()
            return
        self._started = True
        for thread in (self._keeper, self._answerer, self._errands, self._pictures):
            thread.start()

    def close(self) -> None:
        """Stop all threads; work in hand is left for the next start. Events told meanwhile are dropped."""
        self._publish = None
        self._pictures.close()
        self._keeper.close()
        self._keeper.opened.set()
        self._errands.close()
        self._answerer.close()

    def ask(self, question: Question) -> None:
        """Queue a question; one that waits is replaced by a newer one. Ends in Answer or QuestionFailed."""
        self._answerer.ask(question)

    def load_rows(self, photo_ids: Sequence[int]) -> None:
        """Ask for rows to draw; ends in RowsLoaded."""
        self._answerer.load_rows(photo_ids)

    def load_sources(self) -> None:
        """Ask for what the source list shows; ends in SourcesLoaded."""
        self._answerer.load_sources()

    def load_facts(self, photo_ids: Sequence[int]) -> None:
        """Ask for what the inspector shows; the newest selection counts. Ends in FactsLoaded."""
        self._answerer.load_facts(photo_ids)

    def load_similar(self, photo_id: int, limit: int) -> None:
        """Ask for the photos most like one; the newest counts. Ends in SimilarLoaded."""
        self._answerer.load_similar(photo_id, limit)

    def explain(self, photo_id: int, query: Query) -> None:
        """Ask why a photo answers a query; the newest counts. Ends in Explained."""
        self._answerer.explain(photo_id, query)

    def load_problems(self) -> None:
        """Ask for the files that are not searchable; ends in ProblemsLoaded."""
        self._answerer.load_problems()

    def load_picture(self, ticket: int, path: bytes, box: tuple[int, int] | None) -> None:
        """Ask for a whole picture, to fit into `box`; the last few are served. Ends in PictureLoaded."""
        self._pictures.load(ticket, path, box)

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

    def retry(self, file_ids: Sequence[int] | None) -> None:
        """Try files again that were not searchable, all of them if None; ends in LibraryChanged."""
        self._keeper.retry(file_ids)

    def change(self, change_id: int, change: Change) -> None:
        """Change the catalog, beside whatever else goes on; ends in Changed or ChangeFailed."""
        self._keeper.change(change_id, change)

    def run(self, errand_id: int, errand: Errand) -> None:
        """Do some long work after what was asked for before; ends in ErrandDone."""
        self._errands.run(errand_id, errand)

    def cancel(self, errand_id: int) -> None:
        """Stop an errand between two items; ends in ErrandDone."""
        self._errands.cancel(errand_id)

    def pause_errand(self, errand_id: int, paused: bool) -> None:
        self._errands.pause(errand_id, paused)

    def settings_changed(self) -> None:
        """The settings were saved anew; what depends on them follows."""
        self._keeper.settings_changed()

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

    def drop_model(self, model_id: str) -> None:
        """Forget what a model that does not serve has read, for good; ends in ModelInUse or Trouble."""
        self._keeper.drop_model(model_id)

    def models(self) -> Sequence[ModelCard]:
        """The models a user can choose: the starter and the five sizes first."""
        return self._models.cards()

    def _tell(self, event: Event) -> None:
        publish = self._publish
        if publish is not None:
            publish(event)
