"""What became of each job of an export: the files that were written, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from kopia_desktop.core.errors import TranslationNotFound
from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import Text
from kopia_desktop.gui.theme import GRID, ICON
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.services.exports import ExportOutcome


class OutcomeList(QWidget):
    """Fills while the export runs; each line can be read by the keyboard and a screen reader."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.head = Text("", self)
        self.head.setObjectName("export-state")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(GRID)
        self.list = QListWidget(self)
        self.list.setObjectName("export-outcomes")
        self.list.setAccessibleName(self.tr("What became of each recording"))
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setSpacing(GRID // 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        self._total = 0
        self.outcomes: list[ExportOutcome] = []

    @property
    def failed(self) -> tuple[ExportOutcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.error is not None)

    def begin(self, total: int) -> None:
        """A run of so many jobs."""
        self._total = total
        self.outcomes = []
        self.list.clear()
        self.progress.setMaximum(total)
        self.progress.setValue(0)
        self.progress.show()
        self._say_progress()

    def add(self, outcome: ExportOutcome, job: Job) -> None:
        """One more is done."""
        self.outcomes.append(outcome)
        names = ", ".join(path.name for path in outcome.paths)
        if outcome.error is None:
            item = QListWidgetItem(icon("done"), f"{job.title}\n{names}", self.list)
        else:
            why = self._why(outcome, job)
            sign = icon("error", ink=self._context.theming.colours.error)
            item = QListWidgetItem(sign, f"{job.title}\n{why}", self.list)
            item.setToolTip(worded(outcome.error).details)
        self.progress.setValue(len(self.outcomes))
        self._say_progress()

    @Slot()
    def end(self) -> None:
        """Nothing more comes."""
        self.progress.hide()
        written = sum(len(outcome.paths) for outcome in self.outcomes)
        said = [self.tr("%n file(s) written.", "", written)]
        if self.failed:
            said.append(self.tr("%n recording(s) could not be exported.", "", len(self.failed)))
        left = self._total - len(self.outcomes)
        if left:
            said.append(self.tr("Stopped before %n recording(s).", "", left))
        self.head.setText(" ".join(said))

    def _say_progress(self) -> None:
        text = self.tr("{done} of {total}")
        self.head.setText(text.format(done=len(self.outcomes), total=self._total))

    def _why(self, outcome: ExportOutcome, job: Job) -> str:
        assert outcome.error is not None
        if job.status is not JobStatus.COMPLETED:
            return self.tr("The transcript is not complete yet; export it when it is.")
        if isinstance(outcome.error, TranslationNotFound):
            return self.tr("There is no such translation of it yet.")
        return worded(outcome.error).text
