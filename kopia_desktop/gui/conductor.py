"""Lets the parts of the window play together: who hears whose signals, and which action does what.

No part knows another; everything that passes between them passes here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from kopia_desktop.core.job import Job
from kopia_desktop.core.links import is_link
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.abilities import Abilities
from kopia_desktop.gui.command_palette import CommandPalette
from kopia_desktop.gui.transcript.fillers import FillerMode

if TYPE_CHECKING:
    from kopia_desktop.gui.workplace import Workplace

_FILLERS = {
    FillerMode.SHOWN: "fillers_shown",
    FillerMode.STRUCK: "fillers_struck",
    FillerMode.HIDDEN: "fillers_hidden",
}
"""The action that chooses a mode, and shows that it is chosen."""


class Conductor(QObject):
    """Made by the main window when its parts are there."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._parts = workplace
        self._window = workplace.window
        self._context = workplace.window.context
        self._open: Job | None = None
        self._connect_parts()
        self._connect_adding()
        self._connect_actions()
        self._show_current(self._window.jobs.current.job)

    def add(self, files: Sequence[str]) -> None:
        """Recordings by path or link, from the command line or another start."""
        links = [file for file in files if is_link(file)]
        paths = [file for file in files if file not in links]
        if links:
            self._parts.adding.add_links("\n".join(links))
        if paths:
            self._parts.adding.add_paths(paths)

    def _connect_parts(self) -> None:
        jobs, page, player = self._window.jobs, self._parts.page, self._parts.player
        jobs.job_activated.connect(self.open_job)
        jobs.hit_activated.connect(self._open_hit)
        jobs.current_job_changed.connect(self._show_current)
        jobs.export_requested.connect(self._parts.doors.export)
        jobs.locate_requested.connect(self._parts.doors.locate)
        page.play_from.connect(player.play_from)
        page.toggle_play.connect(player.toggle_play)
        page.segments_changed.connect(player.set_segments)
        page.segment_entered.connect(player.set_current_segment)
        page.export_requested.connect(self._parts.doors.export_one)
        page.translate_requested.connect(self._parts.doors.translate)
        page.locate_requested.connect(self._parts.doors.locate)
        page.status_text.connect(self._window.status.say)
        player.position_changed.connect(page.set_position)
        player.segment_edges_moved.connect(page.move_edges)
        player.locate_requested.connect(self._parts.doors.locate)
        bar = self._window.top_bar
        bar.search_changed.connect(jobs.set_search_text)
        bar.search_moved.connect(jobs.move_hit)
        bar.search_entered.connect(jobs.open_hit)
        jobs.search_left.connect(bar.clear_search)
        self._window.status.settings_requested.connect(self._parts.doors.settings)
        self._parts.start_up.settings_requested.connect(self._parts.doors.settings)
        self._parts.downloads.settings_requested.connect(self._parts.doors.settings)
        self._parts.arrivals.chosen.connect(self._model_came)
        self._parts.wishes.granted.connect(self._parts.doors.say_granted)
        self._parts.uncaught.happened.connect(self._window.say_error)
        self._parts.tray.open_requested.connect(self._open_from_tray)
        self._parts.tray.quit_requested.connect(self._window.quit)

    def _connect_adding(self) -> None:
        adding, empty = self._parts.adding, self._parts.empty
        empty.open_requested.connect(adding.open_files)
        empty.sample_requested.connect(adding.add_sample)
        self._parts.overlay.dropped.connect(adding.add_given)
        empty.settings_changed.connect(self._settings_changed)
        self._parts.doors.settings_changed.connect(self._settings_changed)
        self._parts.options.settings_changed.connect(self._settings_changed)
        self._parts.options.vocabulary_wanted.connect(self._parts.doors.vocabulary)
        self._parts.options.models_wanted.connect(self._parts.doors.models)
        adding.jobs_added.connect(self._show_added)
        adding.already_there.connect(self._show_added)

    def _connect_actions(self) -> None:
        window, parts = self._window, self._parts
        jobs, page, player, adding = window.jobs, parts.page, parts.player, parts.adding
        slots = {
            "open_files": adding.open_files,
            "open_folder": adding.open_folder,
            "paste": adding.paste,
            "sample": adding.add_sample,
            "export": self._export,
            "copy_text": jobs.copy_text_selected,
            "show_file": jobs.show_file_selected,
            "vocabulary": self._parts.doors.vocabulary,
            "settings": self._parts.doors.settings,
            "close_window": window.close,
            "quit": window.quit,
            "undo": self._undo,
            "redo": page.redo,
            "copy": page.copy,
            "find": page.find,
            "replace": page.replace,
            "find_next": page.find_next,
            "find_previous": page.find_previous,
            "search_all": window.top_bar.focus_search,
            "palette": self._open_palette,
            "focus_jobs": jobs.focus_list,
            "focus_transcript": page.focus_view,
            "focus_player": player.focus_controls,
            "zoom_in": page.zoom_in,
            "zoom_out": page.zoom_out,
            "zoom_reset": page.zoom_reset,
            "pause": jobs.pause_selected,
            "resume": jobs.resume_selected,
            "cancel": jobs.cancel_selected,
            "retry": jobs.retry_selected,
            "locate": self._locate,
            "delete_jobs": jobs.delete_selected,
            "edit_segment": page.edit_current,
            "split": page.split,
            "merge_above": page.merge_above,
            "merge_below": page.merge_below,
            "delete_segment": page.delete_segment,
            "revert": page.revert,
            "next_doubt": page.next_doubt,
            "previous_doubt": page.previous_doubt,
            "translate": self._translate,
            "job_vocabulary": self._job_vocabulary,
            "retranslate": page.retranslate,
            "play": player.toggle_play,
            "back": player.back,
            "forward": player.forward,
            "previous_segment": player.previous_segment,
            "next_segment": player.next_segment,
            "slower": player.slower,
            "faster": player.faster,
            "help": self._parts.doors.help,
            "shortcuts": self._parts.doors.shortcuts,
            "log": self._parts.doors.log,
            "report": self._parts.doors.copy_report,
            "licences": self._parts.doors.licences,
            "about": self._parts.doors.about,
        }
        for name, slot in slots.items():
            window.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())
        self._connect_switches()

    def _connect_switches(self) -> None:
        actions, page, player = self._window.actions_, self._parts.page, self._parts.player
        for mode, name in _FILLERS.items():
            actions[name].triggered.connect(lambda _=False, mode=mode: page.set_filler_mode(mode))
        page.filler_mode_changed.connect(self._show_filler_mode)
        for name, slot, signal in (
            ("loop", player.set_looping, player.looping_changed),
            ("picture", player.set_picture_shown, player.picture_shown_changed),
            ("mute", player.set_muted, player.muted_changed),
            ("follow", page.set_following, page.following_changed),
        ):
            actions[name].toggled.connect(slot)
            signal.connect(actions[name].setChecked)
        actions["full_screen"].toggled.connect(self._full_screen)
        Abilities(actions, self._window.jobs, page, self)

    @Slot()
    def _settings_changed(self) -> None:
        """Whoever shows something of the settings shows it anew."""
        settings = self._context.settings()
        self._context.theming.choose(settings.appearance.theme, motion=settings.appearance.motion)
        self._parts.page.set_reading_points(settings.appearance.reading_points)
        self._parts.options.refresh()
        self._window.status.refresh()

    @Slot(object)
    def _model_came(self, settings: Settings) -> None:
        self._settings_changed()
        self._parts.empty.card.say_ready(settings)
        self._parts.doors.say_model_came(settings.transcription.model)

    @Slot(str)
    def open_job(self, job_id: str) -> None:
        """Show a job's transcript and have its media ready to play."""
        self._window.jobs.select_job(job_id)
        self._parts.page.focus_view()

    @Slot(object)
    def _show_current(self, job: Job | None) -> None:
        before, self._open = self._open, job
        if job is None:
            self._parts.page.close_job()
            self._parts.player.close_job()
        elif before is None or before.id != job.id:
            self._parts.page.open_job(job.id)
            self._parts.player.open_job(job)
        else:
            self._parts.player.refresh_job(job)

    @Slot(str, int, float)
    def _open_hit(self, job_id: str, segment_id: int, seconds: float) -> None:
        self._window.jobs.select_job(job_id)
        self._parts.page.show_segment(job_id, segment_id)
        self._parts.player.play_when_open(job_id, seconds)

    @Slot(str)
    def _open_from_tray(self, job_id: str) -> None:
        self._window.bring_forward()
        if job_id:
            self.open_job(job_id)

    @Slot(object)
    def _show_added(self, job_ids: tuple[str, ...]) -> None:
        """The first of what was added is what a person wants to watch."""
        if job_ids and self._open is None:
            self._window.jobs.select_job(job_ids[0])

    @Slot()
    def _undo(self) -> None:
        """A deletion that still waits is undone first while the list has the keyboard."""
        if not self._window.jobs.undo_deletion_if_focused():
            self._parts.page.undo()

    @Slot()
    def _export(self) -> None:
        chosen = self._window.jobs.selected_ids()
        if chosen:
            self._parts.doors.export(chosen)

    @Slot()
    def _locate(self) -> None:
        if self._open is not None:
            self._parts.doors.locate(self._open.id)

    @Slot()
    def _translate(self) -> None:
        if self._open is not None:
            self._parts.doors.translate(self._open.id)

    @Slot()
    def _job_vocabulary(self) -> None:
        if self._open is not None:
            self._parts.doors.job_vocabulary(self._open.id)

    @Slot()
    def _open_palette(self) -> None:
        actions = self._window.actions_
        actions.draw_icons(actions)
        others = [actions[name] for name in actions if name != "palette"]
        palette = CommandPalette(others, self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open_over(self._window)

    @Slot(object)
    def _show_filler_mode(self, mode: FillerMode) -> None:
        self._window.actions_[_FILLERS[mode]].setChecked(True)

    @Slot(bool)
    def _full_screen(self, wanted: bool) -> None:
        if wanted != self._window.isFullScreen():
            state = self._window.windowState() ^ Qt.WindowState.WindowFullScreen
            self._window.setWindowState(state)
