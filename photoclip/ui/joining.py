"""Joins the parts of the window by their signals; none of them knows another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from photoclip.ui.actions.shortcuts import Command

if TYPE_CHECKING:
    from photoclip.ui.main_window import MainWindow


def join(window: MainWindow) -> None:
    """Join everything; called once, when all parts are there."""
    _join_photos(window)
    _join_sources(window)
    _join_inspector(window)
    _join_changes(window)
    _join_worker(window)
    _join_facts(window)
    _join_commands(window)
    _join_menus(window)
    window.deeds.update_commands()


def _join_photos(w: MainWindow) -> None:
    w.grid.spec_changed.connect(w.thumbnails.set_spec)
    w.grid.typed.connect(w.going.type_into_search)
    w.grid.customContextMenuRequested.connect(w.deeds.show_photo_menu)
    w.grid.rearranged.connect(w.deeds.rearrange)
    w.grid.stack_opened.connect(w.going.go_to_burst)
    w.grid.judged.connect(w.going.judge)
    w.search.left_down.connect(w.going.go_to_photos)
    w.search.picture_pasted.connect(w.clipboard.paste)
    w.flow.showing.connect(w.view.show_photos)
    w.flow.bare.connect(w.screen_use.take_first_run)
    w.flow.asked.connect(w.going.follow_query)
    w.flow.shown.parts_changed.connect(w.view.show_parts)
    w.flow.shown.asked_changed.connect(w.view.hints.show_asked)
    w.view.hints.mend_wanted.connect(w.flow.mend)
    w.view.hints.model_wanted.connect(w.model_choice.open)
    w.view.chips.removed.connect(w.flow.take_off)
    w.view.current_changed.connect(w.deeds.look_soon)
    w.view.page_changed.connect(w.deeds.look_soon)
    w.view.page_changed.connect(w.going.follow_page)
    w.view.browser.page.wanted.connect(w.deeds.run)
    w.viewer.full_screen_wanted.connect(w.screen_use.fill)
    w.viewer.facts_wanted.connect(w.deeds.load_facts_of)
    w.viewer.why.wanted.connect(w.deeds.explain)
    w.viewer.crop_box.chosen.connect(w.going.go_to_part)
    w.photo_actions.similar_wanted.connect(w.flow.find_similar)
    w.photo_actions.duplicates_wanted.connect(w.flow.find_duplicates)
    w.clipboard.picture_found.connect(w.flow.find_like_picture)
    w.drop.dropped.connect(w.deeds.add_folders)
    w.drop.image_dropped.connect(w.flow.find_like_picture)
    w.drop.picture_dropped.connect(w.clipboard.search_by_dropped)
    for speaker in (w.photo_actions, w.clipboard, w.changes):
        speaker.trouble.connect(w.view.messages.say)


def _join_sources(w: MainWindow) -> None:
    w.sources.chosen.connect(w.going.go_to_source)
    w.sources.problems_chosen.connect(w.going.go_to_problems)
    w.sources.change_wanted.connect(w.deeds.change)
    w.sources.folder_wanted.connect(w.dialogs.choose_folder)
    w.sources.folder_left.connect(w.worker.remove_folder)
    w.sources.folder_shown.connect(w.deeds.show_folder)
    w.sources.export_wanted.connect(w.deeds.export_album)
    w.sources.smart_album_wanted.connect(w.deeds.new_smart_album)
    w.panes.shown_changed.connect(w.commands.show_panes)


def _join_inspector(w: MainWindow) -> None:
    w.inspector.facts_wanted.connect(w.deeds.load_facts)
    w.inspector.similar_wanted.connect(w.deeds.load_similar)
    w.inspector.thumbnails_wanted.connect(w.worker.want_thumbnails)
    w.inspector.change_wanted.connect(w.deeds.change)
    w.inspector.photo_chosen.connect(w.going.go_to_photo)
    w.inspector.album_chosen.connect(w.going.go_to_album)
    w.inspector.label_chosen.connect(w.going.go_to_label)
    w.inspector.folder_chosen.connect(w.going.go_to_folder)
    problems = w.view.problems
    problems.load_wanted.connect(w.worker.load_problems)
    problems.retry_wanted.connect(w.worker.retry)
    problems.change_wanted.connect(w.deeds.change)
    problems.show_wanted.connect(w.deeds.show_file)
    problems.open_wanted.connect(w.deeds.open_file)


def _join_changes(w: MainWindow) -> None:
    w.selection.change_wanted.connect(w.deeds.change)
    w.pickers.new_album_wanted.connect(w.deeds.new_album_of_selection)
    w.changes.marked.connect(w.deeds.show_marks)
    w.changes.refused.connect(w.questions.refresh_soon)
    w.bridge.changed.connect(w.changes.take_changed)
    w.bridge.changed.connect(w.questions.refresh_soon)
    w.bridge.changed.connect(w.inspector.refresh)
    w.bridge.change_failed.connect(w.changes.take_failed)
    w.bin_question.confirmed.connect(w.errands.run)
    w.dialogs.errand_wanted.connect(w.errands.run)
    w.bridge.errand_moved.connect(w.errand_bar.take_state)
    w.bridge.errand_done.connect(w.errands.take_done)
    w.errands.quietly_done.connect(w.errand_bar.take_done)
    w.errands.said.connect(w.deeds.say_end)
    w.errand_bar.cancel_wanted.connect(w.worker.cancel)
    w.errand_bar.pause_wanted.connect(w.worker.pause_errand)
    w.errand_bar.undo_wanted.connect(w.changes.take_back)
    stack = w.changes.stack
    stack.undoTextChanged.connect(w.commands.name_undo)
    stack.redoTextChanged.connect(w.commands.name_redo)
    stack.canUndoChanged.connect(w.commands[Command.UNDO].setEnabled)
    stack.canRedoChanged.connect(w.commands[Command.REDO].setEnabled)
    for command in (Command.UNDO, Command.REDO):
        w.commands[command].setEnabled(False)


def _join_worker(w: MainWindow) -> None:
    bridge = w.bridge
    for ended in (bridge.answered, bridge.question_failed):
        ended.connect(w.turns.take_answer)
    bridge.answered.connect(w.questions.take_answer)
    bridge.question_failed.connect(w.questions.take_failure)
    bridge.question_progress.connect(w.flow.take_progress)
    bridge.rows_loaded.connect(w.model.take_rows)
    bridge.rows_loaded.connect(w.rows.take_rows)
    bridge.rows_loaded.connect(w.covers.take_rows)
    w.covers.rows_wanted.connect(w.worker.load_rows)
    bridge.state_changed.connect(w.status.show_state)
    bridge.state_changed.connect(w.flow.take_state)
    bridge.state_changed.connect(w.pause.take_state)
    bridge.state_changed.connect(w.model_change.take_state)
    bridge.library_changed.connect(w.status.show_library)
    bridge.library_changed.connect(w.flow.take_library)
    bridge.library_changed.connect(w.dialogs.take_library)
    bridge.library_changed.connect(w.deeds.look_for_thumbnails)
    bridge.library_changed.connect(w.inspector.refresh)
    bridge.library_changed.connect(w.deeds.take_library)
    bridge.library_changed.connect(w.deeds.count_soon)
    bridge.many_missing.connect(w.view.missing.ask)
    bridge.model_changed.connect(w.status.show_model)
    bridge.model_changed.connect(w.model_change.take_model)
    bridge.model_changed.connect(w.comparison.take_model)
    bridge.model_changed.connect(w.view.hints.take_model)
    bridge.trouble.connect(w.deeds.say_trouble)
    w.status.pause.clicked.connect(w.pause.toggle)
    w.dialogs.folder_chosen.connect(w.worker.add_folder)
    w.view.missing.accepted.connect(w.worker.accept_missing)


def _join_facts(w: MainWindow) -> None:
    bridge = w.bridge
    bridge.sources_loaded.connect(w.names.take_sources)
    bridge.sources_loaded.connect(w.search.take_sources)
    bridge.sources_loaded.connect(w.deeds.take_sources)
    bridge.facts_loaded.connect(w.inspector.take_facts)
    bridge.facts_loaded.connect(w.viewer.take_facts)
    bridge.similar_loaded.connect(w.inspector.take_similar)
    bridge.explained.connect(w.viewer.why.take)
    bridge.problems_loaded.connect(w.view.problems.take_problems)
    bridge.picture_loaded.connect(w.viewer.take_picture)
    bridge.picture_loaded.connect(w.clipboard.take_picture)


def _join_commands(w: MainWindow) -> None:
    photo, deeds, dialogs, selection = w.photo_actions, w.deeds, w.dialogs, w.selection
    _trigger(
        w,
        {
            Command.OPEN: w.view.open_current,
            Command.SIMILAR: w.going.go_to_similar,
            Command.PART: w.going.draw_part,
            Command.LIKE: w.going.like_selected,
            Command.DISLIKE: w.going.dislike_selected,
            Command.WHY: deeds.show_why,
            Command.DUPLICATES_OF: photo.show_duplicates,
            Command.OPEN_OUTSIDE: photo.open_outside,
            Command.SHOW_IN_FOLDER: photo.show_in_folder,
            Command.EXPORT: deeds.export,
            Command.TRASH: deeds.trash,
            Command.COPY: deeds.copy,
            Command.COPY_IMAGE: deeds.copy_picture,
            Command.COPY_PATH: deeds.copy_paths,
            Command.PASTE: w.clipboard.paste,
            Command.SELECT_ALL: w.grid.select_all,
            Command.SELECT_NONE: w.grid.select_none,
            Command.INVERT: w.grid.invert_selection,
            Command.FAVOURITE: selection.toggle_favourite,
            Command.ADD_TAG: w.pickers.pick_tag,
            Command.ADD_TO_ALBUM: w.pickers.pick_album,
            Command.REMOVE_FROM_ALBUM: selection.remove_from_album,
            Command.SET_COVER: selection.set_cover,
            Command.ALWAYS_KEEP: selection.always_keep,
            Command.NEVER_SHOW: selection.never_show,
            Command.NO_DECISION: selection.leave_to_album,
            Command.NEW_ALBUM: deeds.new_album,
            Command.NEW_GROUP: w.sources.new_group,
            Command.NEW_SMART_ALBUM: deeds.new_smart_album,
            Command.UNDO: w.changes.undo,
            Command.REDO: w.changes.redo,
            Command.FOLDERS: dialogs.show_folders,
            Command.MODEL: w.model_choice.open,
            Command.HELP: dialogs.show_shortcuts,
            Command.ABOUT: dialogs.show_about,
            Command.LOG: deeds.show_log,
            Command.PREFERENCES: w.preferences.open,
        },
    )
    w.commands.stars.triggered.connect(deeds.rate)


def _join_menus(w: MainWindow) -> None:
    _trigger(
        w,
        {
            Command.ADD_FOLDER: w.dialogs.choose_folder,
            Command.RESCAN: w.worker.rescan,
            Command.QUIT: w.close,
            Command.SEARCH: w.going.go_to_search,
            Command.BACK: w.going.go_back,
            Command.ALL_PHOTOS: w.going.show_all,
            Command.DUPLICATES: w.going.go_to_duplicates,
            Command.PROBLEMS: w.going.go_to_problems,
            Command.LARGER: w.grid.make_larger,
            Command.SMALLER: w.grid.make_smaller,
            Command.USUAL_SIZE: w.grid.make_usual,
            Command.SLIDESHOW: w.deeds.start_slideshow,
            Command.FULL_SCREEN: w.screen_use.toggle,
            Command.NEXT_PART: w.going.go_to_next_part,
        },
    )
    w.commands[Command.COLLAPSE].triggered.connect(w.flow.collapse)
    w.commands[Command.SHOW_SOURCES].triggered.connect(w.deeds.show_sources)
    w.commands[Command.SHOW_INSPECTOR].triggered.connect(w.deeds.show_inspector)
    w.commands[Command.CROP].toggled.connect(w.grid.set_filled)
    w.commands.theme_chosen.connect(w.set_theme)


def _trigger(w: MainWindow, handlers: dict[Command, Callable[[], object]]) -> None:
    for command, handler in handlers.items():
        w.commands[command].triggered.connect(handler)
