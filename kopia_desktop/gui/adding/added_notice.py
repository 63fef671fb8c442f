"""A quiet bar: how far adding is, and what was not taken. Nothing is shown where all went well."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from kopia_desktop.gui.adding.add_flow import AddFlow
from kopia_desktop.gui.adding.not_taken import NotTakenDialog
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.notices import NoticeBar, Tone
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.jobs import counted, shown_name
from kopia_desktop.services.adding import AddSummary
from kopia_desktop.services.collecting import LeftOut

_PATIENCE = 400
"""Milliseconds of adding after which its progress is shown."""

_INTERVAL = 100
"""Milliseconds between two texts, so that they can be read."""


class AddedNotice(NoticeBar):
    """Connects itself to the flow. Its words stay until dismissed or the next adding."""

    def __init__(self, context: Context, flow: AddFlow, parent: QWidget) -> None:
        super().__init__(context.theming, parent)
        self.setObjectName("added-notice")
        self._flow = flow
        self._summary = AddSummary()
        self._since = QElapsedTimer()
        self._shown = QElapsedTimer()
        self._build()
        flow.busy_changed.connect(self._show_busy)
        flow.progress.connect(self._show_progress)
        flow.finished.connect(self.show_summary)
        self.hide()

    def _build(self) -> None:
        self._label.setObjectName("added-text")
        self._again = plain_button("added-again", self.tr("Transcribe again"), self)
        self._again.clicked.connect(self._transcribe_again)
        self._details = plain_button("added-details", self.tr("Details…"), self)
        self._details.clicked.connect(self.open_details)
        self._cancel = plain_button("added-cancel", self.tr("Stop adding"), self)
        self._cancel.clicked.connect(self._flow.cancel)
        self._close = QToolButton(self)
        self._close.setObjectName("added-close")
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self.hide)
        self._row.setContentsMargins(MARGIN, GRID, GRID, GRID)
        for widget in (self._again, self._details, self._cancel, self._close):
            self._row.addWidget(widget)

    @Slot(object)
    def show_summary(self, summary: AddSummary) -> None:
        """Say what came of it, where there is something to say."""
        self._summary = summary
        if summary.is_plain() and summary.job_ids:
            self.hide()
            return
        self._again.setVisible(bool(summary.already))
        self._details.setVisible(bool(summary.refused or summary.others))
        self._cancel.hide()
        self._close.show()
        self.say(self._words(summary), Tone.INFO if summary.failure is None else Tone.ERROR)
        self.show()

    @Slot()
    def open_details(self) -> NotTakenDialog:
        """The list of what was not taken, each with its reason."""
        dialog = NotTakenDialog(self._summary, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    @Slot()
    def _transcribe_again(self) -> None:
        self.hide()
        self._flow.transcribe_again()

    @Slot(bool)
    def _show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._since.start()
            self._shown.invalidate()

    @Slot(int, int, str)
    def _show_progress(self, done: int, total: int, name: str) -> None:
        if not self._since.isValid() or self._since.elapsed() < _PATIENCE:
            return
        if self._shown.isValid() and self._shown.elapsed() < _INTERVAL:
            return
        self._shown.start()
        self._again.hide()
        self._details.hide()
        self._close.hide()
        self._cancel.show()
        self.say(self._progress(done, total, name), Tone.INFO)
        self.show()

    def _progress(self, done: int, total: int, name: str) -> str:
        if not total:
            return self.tr("Looking through folders: %n recording(s) so far", "", done)
        text = self.tr("Adding {done} of {total}: {name}")
        return text.format(done=counted(done), total=counted(total), name=_short(shown_name(name)))

    def _words(self, summary: AddSummary) -> str:
        parts = []
        if summary.added:
            parts.append(self.tr("%n added", "", len(summary.added)))
        if summary.resumed:
            parts.append(self.tr("%n going on where it stopped", "", len(summary.resumed)))
        if summary.already:
            parts.append(self.tr("%n already in the list", "", len(summary.already)))
        if summary.refused:
            parts.append(self.tr("%n not taken", "", len(summary.refused)))
        others = summary.left_out.get(LeftOut.OTHER_FILES, 0)
        if others:
            parts.append(self.tr("%n other file(s) left out", "", others))
        if summary.rest:
            parts.append(self.tr("%n not looked at", "", summary.rest))
        text = ", ".join(parts)
        if summary.failure is not None:
            return f"{worded(summary.failure).text} {text}".strip()
        if summary.cancelled:
            return self.tr("Adding was stopped: {what}").format(what=text or self.tr("none added"))
        return text or self.tr("There is no file and no link in it.")


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:20]}…{name[-19:]}"
