"""Ask for translations of a transcript: what is installed begins at once, the rest is one click.

What is missing is downloaded first, and the translations begin by themselves when it is here.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.downloads import DownloadOrder
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.targets import Targets
from kopia_desktop.gui.dialogs.targets_panel import TargetsPanel
from kopia_desktop.gui.dialogs.targets_reading import read_targets
from kopia_desktop.gui.labels import Muted, Text
from kopia_desktop.gui.memory import window_memory
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wishes import Wish
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.model_facts import about_size

_FIRST_SIZE = QSize(640, 600)
_FORMAL = "translate/formal"


class TranslateDialog(QDialog):
    """Several languages may be ticked at once."""

    wished = Signal(object)
    """A tuple of Wish: translations whose downloads were asked for just now."""

    def __init__(self, context: Context, job_id: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("translate-dialog")
        self.setWindowTitle(self.tr("Translate"))
        self._context = context
        self._job_id = job_id
        self._wishes: tuple[Wish, ...] = ()
        self._about = Text("", self)
        later = self.tr("{languages}: translated as soon as the download is here.")
        self.panel = TargetsPanel(context, self, later=later)
        self._about.setBuddy(self.panel.view.search)
        self._address = _Address(context, self)
        self._go = QPushButton(self.tr("Translate"), self)
        self._lay_out()
        self.panel.changed.connect(self._show_plan)
        self.panel.stale.connect(self._read)
        context.download_list.ended.connect(self._read)
        context.bridge.translations_changed.connect(self._read)
        self.panel.view.search.setFocus()
        self._show_plan()
        self._read()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("translate-cancel")
        self._go.setObjectName("translate-go")
        self._go.setDefault(True)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._request)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        column.addWidget(self._about)
        column.addWidget(self.panel, 1)
        column.addWidget(self._address)
        column.addSpacing(GRID)
        column.addWidget(buttons)
        self.resize(_FIRST_SIZE)

    @Slot()
    def _read(self) -> None:
        work = functools.partial(read_targets, self._context, self._job_id)
        self._context.bridge.lanes.files(work, self._show, self.panel.trouble.say_error)

    def _show(self, targets: Targets) -> None:
        spoken = language_name(targets.source)
        self._about.setText(
            self.tr("Translate from {language} into:").format(language=spoken)
            if targets.source
            else self.tr("Nobody speaks here, so there is nothing to translate.")
        )
        self.panel.show_targets(targets)

    @Slot()
    def _show_plan(self) -> None:
        plan = self.panel.plan
        chosen = self.panel.model.chosen
        with_forms = [target.name for target in chosen if target.has_forms]
        self._address.show_languages(with_forms, are_all=len(with_forms) == len(chosen))
        self._go.setEnabled(not plan.is_empty() and self.panel.fits)
        text = self.tr("Translate")
        if plan.bytes:
            text = self.tr("Download {size} and translate").format(size=about_size(plan.bytes))
        self._go.setText(text)

    @Slot()
    def _request(self) -> None:
        plan, formal = self.panel.plan, self._address.is_formal
        self._address.remember()
        self._go.setEnabled(False)
        codes = [target.code for target in plan.now]
        work = functools.partial(
            _requested, self._context, self._job_id, codes, plan.orders, formal=formal
        )
        self._wishes = tuple(
            Wish(self._job_id, target.code, formal, tuple(order.name for order in way.missing))
            for target, way in plan.later
        )
        self._context.bridge.lanes.edit(work, self._requested, self._refused)

    def _requested(self, _: None) -> None:
        if self._wishes:
            self.wished.emit(self._wishes)
        self.accept()

    def _refused(self, error: KopiaError) -> None:
        self._go.setEnabled(True)
        self.panel.trouble.say_error(error)


class _Address(QWidget):
    """Formal or informal, for the languages that have both; the last choice is remembered."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = window_memory(context.data)
        self._formal = QRadioButton(self.tr("formally"), self)
        self._informal = QRadioButton(self.tr("informally"), self)
        self._languages = Muted("", self)
        formal = self._memory.value(_FORMAL, True, bool) is True
        self._formal.setObjectName("translate-formal")
        self._formal.setAccessibleName(self.tr("Address people formally"))
        self._formal.setChecked(formal)
        self._informal.setObjectName("translate-informal")
        self._informal.setAccessibleName(self.tr("Address people informally"))
        self._informal.setChecked(not formal)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(QLabel(self.tr("Address people"), self))
        for button in (self._formal, self._informal):
            group.addButton(button)
            row.addWidget(button)
        row.addWidget(self._languages, 1)

    @property
    def is_formal(self) -> bool:
        return self._formal.isChecked()

    def show_languages(self, names: Sequence[str], *, are_all: bool) -> None:
        """Shown for these; without any there is nothing to choose."""
        self.setVisible(bool(names))
        self._languages.setText("" if are_all else f"({', '.join(names)})")

    def remember(self) -> None:
        if not self.isHidden():
            self._memory.setValue(_FORMAL, self.is_formal)


def _requested(
    context: Context,
    job_id: str,
    codes: Sequence[str],
    orders: Sequence[DownloadOrder],
    *,
    formal: bool,
) -> None:
    """In the lane: nothing is fetched where what is there cannot be asked for."""
    if codes:
        context.translations.request(job_id, codes, formal=formal)
    for order in orders:
        context.downloads.start(order)
