"""The second step of the main window: transcript, player, adding, and what plays them together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kopia_desktop.gui.adding.add_flow import AddFlow
from kopia_desktop.gui.adding.added_notice import AddedNotice
from kopia_desktop.gui.adding.drop_overlay import DropOverlay
from kopia_desktop.gui.adding.empty_state import EmptyState
from kopia_desktop.gui.adding.options_panel import OptionsButton
from kopia_desktop.gui.application import Uncaught
from kopia_desktop.gui.conductor import Conductor
from kopia_desktop.gui.doors import Doors
from kopia_desktop.gui.downloads.arrivals import Arrivals
from kopia_desktop.gui.downloads.bar import DownloadsBar
from kopia_desktop.gui.failed_exports import FailedExports
from kopia_desktop.gui.player.panel import PlayerPanel
from kopia_desktop.gui.start_up import StartUp
from kopia_desktop.gui.tab_order import read_in_order
from kopia_desktop.gui.transcript.page import TranscriptPage
from kopia_desktop.gui.tray import Tray
from kopia_desktop.gui.wishes import Wishes

if TYPE_CHECKING:
    from kopia_desktop.gui.main_window import MainWindow


class Workplace(QObject):
    """The parts that the first picture does without. Made by the window's ``complete``."""

    def __init__(self, window: MainWindow, *, put_aside: Path | None) -> None:
        super().__init__(window)
        context = window.context
        self.window = window
        self.page = TranscriptPage(context, window)
        self.player = PlayerPanel(context, window)
        self.empty = EmptyState(context, window)
        self.options = OptionsButton(context, window.top_bar)
        self.adding = AddFlow(context, window)
        self.overlay = DropOverlay(context, window)
        self.tray = Tray(context, window)
        self.failed_exports = FailedExports(context, window.notices, window)
        self.downloads = DownloadsBar(context, window)
        self.arrivals = Arrivals(context, self)
        self.wishes = Wishes(context, self)
        self.start_up = StartUp(context, window.notices)
        self.uncaught = Uncaught(self)
        self.doors = Doors(self)
        self._place()
        self.conductor = Conductor(self)
        if put_aside is not None:
            self.start_up.say_settings_were_broken(put_aside)

    def _place(self) -> None:
        window = self.window
        window.down.addWidget(self.page)
        window.down.addWidget(self.player)
        window.down.setStretchFactor(0, 1)
        window.down.setCollapsible(0, False)
        window.top_bar.add_options(self.options)
        self.added = AddedNotice(window.context, self.adding, window)
        window.column.insertWidget(window.column.indexOf(window.notices) + 1, self.added)
        window.column.insertWidget(window.column.indexOf(window.status), self.downloads)

    def order_tabs(self) -> None:
        """Called once everything has its place in the window."""
        window = self.window
        above = (*window.top_bar.tab_parts, window.notices, self.added)
        content = (self.empty, *window.jobs.tab_parts, *self.page.tab_parts, self.player)
        read_in_order(*above, *content, self.downloads, window.status)
        window.notices.stand_behind(window.top_bar.tab_parts[-1])

    def finish(self) -> None:
        """The window closes: what waits is done now."""
        self.page.finish()
        self.player.stop()
        self.window.jobs.flush()
        self.uncaught.close()
