"""Which translation stands beside the original, and how it is made anew where it is behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.translation import Translation
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.header import TranscriptHeader
from kopia_desktop.gui.transcript.segment_editor import Leaving
from kopia_desktop.gui.transcript.transcript_reader import TranscriptReader
from kopia_desktop.gui.transcript.view import TranscriptView


class LanguagesShown(QObject):
    """Keeps the header's parts as the store has the job's translations."""

    status_text = Signal(str)
    failed = Signal(object)
    """A KopiaError: it cannot be translated again."""

    def __init__(
        self,
        context: Context,
        header: TranscriptHeader,
        view: TranscriptView,
        reader: TranscriptReader,
    ) -> None:
        super().__init__(header)
        self._context = context
        self._header = header
        self._view = view
        self._reader = reader
        self._all: tuple[Translation, ...] = ()
        header.translation_chosen.connect(self.choose)
        reader.opened.connect(self._show)
        reader.job_changed.connect(self._show)
        reader.translations_changed.connect(self._take)
        reader.translation_shown.connect(self._show)

    @Slot(str)
    def choose(self, translation_id: str) -> None:
        """Show one of the job's translations; with an empty id none."""
        self._view.editing.leave(Leaving.ELSEWHERE)
        found = [each for each in self._all if each.id == translation_id]
        self._reader.show_translation(found[0] if found else None)

    def translate_again(self) -> None:
        """Have the lines that changed, or are missing, translated anew."""
        shown, service = self._reader.translation, self._context.translations
        if shown is None:
            self.status_text.emit(self.tr("Show a translation first."))
            return
        self._view.editing.leave(Leaving.ELSEWHERE)
        self._context.bridge.lanes.edit(
            lambda: service.request(shown.job_id, [shown.language], formal=shown.formal),
            self._asked,
            self._refused,
        )

    @Slot(object)
    def _take(self, translations: tuple[Translation, ...]) -> None:
        self._all = translations
        self._show()

    @Slot()
    def _show(self) -> None:
        job, shown = self._reader.job, self._reader.translation
        if job is not None:
            mine = [each for each in self._all if each.job_id == job.id]
            self._header.set_translations(job, mine, "" if shown is None else shown.id)

    def _asked(self, translations: Sequence[Translation]) -> None:
        self.status_text.emit(self.tr("The changed lines are being translated."))

    def _refused(self, error: KopiaError) -> None:
        self.failed.emit(error)
