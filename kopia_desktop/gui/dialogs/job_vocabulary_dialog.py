"""The vocabulary of one transcript: how its names are spelled, at once and in every export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.job import Job
from kopia_desktop.core.vocabulary import Vocabulary
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.vocabulary_editor import VocabularyEditor
from kopia_desktop.gui.labels import Muted, Trouble
from kopia_desktop.gui.theme import GRID, MARGIN


@dataclass(frozen=True, slots=True)
class _Found:
    """What the dialog shows first."""

    job: Job
    lists: Mapping[str, Vocabulary]


class JobVocabularyDialog(QDialog):
    """A list can be taken over; the transcript has terms of its own then."""

    def __init__(self, context: Context, job_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job-vocabulary-dialog")
        self.setWindowTitle(self.tr("Vocabulary of this transcript"))
        self._context = context
        self._job_id = job_id
        self._lists: Mapping[str, Vocabulary] = {}
        self._own = ""
        self._from = QComboBox(self)
        self._from.setObjectName("job-vocabulary-from")
        self._from.setAccessibleName(self.tr("Take the terms from"))
        self._from.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._from.setMinimumContentsLength(16)
        self.editor = VocabularyEditor(context.theming, self)
        self._trouble = Trouble(context.theming, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("job-vocabulary-no")
        self._go = QPushButton(self.tr("Apply"), self)
        self._go.setObjectName("job-vocabulary-apply")
        self._go.setDefault(True)
        self._go.setEnabled(False)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._apply)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._from.activated.connect(self._take)
        self.editor.changed.connect(self._typed)
        context.bridge.lanes.read(self._look, self._show, self._trouble.say_error)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        label = QLabel(self.tr("&Take the terms from"), self)
        label.setBuddy(self._from)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(label)
        row.addWidget(self._from, 1)
        about = Muted(
            self.tr(
                "Spelling changes at once and can be changed back; nothing that was recognised is"
                " lost. Terms are listened for when a recording is transcribed."
            ),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addWidget(self.editor, 1)
        for widget in (about, self._trouble, buttons):
            column.addWidget(widget)

    def _look(self) -> _Found:
        """In the lane."""
        return _Found(self._context.jobs.get(self._job_id), self._context.vocabularies.lists())

    def _show(self, found: _Found) -> None:
        self._lists = found.lists
        self._own = found.job.options.vocabulary.text
        self._from.clear()
        self._from.addItem(self.tr("This transcript"), None)
        for name in found.lists:
            self._from.addItem(name, name)
        self.editor.show_text(self._own)
        self._show_whether()
        self.editor.edit.setFocus()

    @Slot(int)
    def _take(self, index: int) -> None:
        name = self._from.itemData(index)
        self.editor.show_text(self._own if name is None else self._lists[name].text)
        self._show_whether()

    @Slot()
    def _typed(self) -> None:
        if self._from.currentData() is None:
            self._own = self.editor.text
        self._show_whether()

    def _show_whether(self) -> None:
        self._go.setEnabled(not self.editor.problems)

    @Slot()
    def _apply(self) -> None:
        job_id, vocabulary = self._job_id, self.editor.vocabulary
        vocabularies = self._context.vocabularies
        self._context.bridge.lanes.edit(
            lambda: vocabularies.set_for_job(job_id, vocabulary),
            self._applied,
            self._trouble.say_error,
        )

    def _applied(self, _: Job) -> None:
        self.accept()
