"""Install translation models for languages, before there is anything to translate."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.downloads import DownloadOrder
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.adding.language_box import LanguageBox
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.targets import Targets
from kopia_desktop.gui.dialogs.targets_panel import TargetsPanel
from kopia_desktop.gui.dialogs.targets_reading import targets_between
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.model_facts import about_size

_FIRST_SIZE = QSize(640, 600)
_FIRST = "en"


class LanguagesDialog(QDialog):
    """Choose what is spoken, tick what it is to become."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("languages-dialog")
        self.setWindowTitle(self.tr("Add languages"))
        self._context = context
        self._spoken = LanguageBox(self, with_auto=False)
        self._spoken.setObjectName("languages-spoken")
        self._spoken.setAccessibleName(self.tr("Language of the recordings"))
        self._spoken.show_code(_FIRST)
        later = self.tr("{languages}: ready as soon as the download is here.")
        self.panel = TargetsPanel(context, self, later=later)
        self._go = QPushButton(self.tr("Install"), self)
        self._lay_out()
        self._spoken.chosen.connect(self._read)
        self.panel.changed.connect(self._show_plan)
        self.panel.stale.connect(self._read)
        context.download_list.ended.connect(self._read)
        self._show_plan()
        self._read()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Recordings in this language"), self)
        label.setBuddy(self._spoken)
        into = QLabel(self.tr("can be translated into:"), self)
        into.setBuddy(self.panel.view.search)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("languages-cancel")
        self._go.setObjectName("languages-go")
        self._go.setDefault(True)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._install)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        for widget in (label, self._spoken, into):
            column.addWidget(widget)
        column.addWidget(self.panel, 1)
        column.addSpacing(GRID)
        column.addWidget(buttons)
        self.resize(_FIRST_SIZE)

    @Slot()
    def _read(self) -> None:
        work = functools.partial(targets_between, self._context, self._spoken.code)
        self._context.bridge.lanes.files(work, self._show)

    def _show(self, targets: Targets) -> None:
        if targets.source == self._spoken.code:
            self.panel.show_targets(targets)

    @Slot()
    def _show_plan(self) -> None:
        plan = self.panel.plan
        self._go.setEnabled(bool(plan.orders) and self.panel.fits)
        text = self.tr("Install")
        if plan.orders:
            text = self.tr("Download {size}").format(size=about_size(plan.bytes))
        self._go.setText(text)

    @Slot()
    def _install(self) -> None:
        self._go.setEnabled(False)
        started = functools.partial(_started, self._context, self.panel.plan.orders)
        self._context.bridge.lanes.edit(started, self._done, self._refused)

    def _done(self, _: None) -> None:
        self.accept()

    def _refused(self, error: KopiaError) -> None:
        self._show_plan()
        self.panel.trouble.say_error(error)


def _started(context: Context, orders: Sequence[DownloadOrder]) -> None:
    """In the lane."""
    for order in orders:
        context.downloads.start(order)
