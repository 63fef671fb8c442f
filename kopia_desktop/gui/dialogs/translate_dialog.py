"""Ask for translations of a transcript, into the languages that installed translators know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.languages import base
from kopia_desktop.core.translation import Translation
from kopia_desktop.gui.check_list import CheckList
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.labels import Text, Trouble
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.languages import by_name

_ROWS = 7


class TranslateDialog(QDialog):
    """Lists the languages; those that are ticked are made, one after the other, by the engine."""

    def __init__(self, context: Context, job_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("translate-dialog")
        self.setWindowTitle(self.tr("Translate"))
        self._context = context
        self._job_id = job_id
        self._about = Text(self.tr("Translate this transcript into:"), self)
        self._list = CheckList(_ROWS, self)
        self._list.setObjectName("translate-languages")
        self._list.setAccessibleName(self.tr("Languages to translate into"))
        self._list.toggled.connect(self._show_whether)
        self._about.setBuddy(self._list)
        self._formal = QCheckBox(self.tr("Formal address, where the language has one"), self)
        self._formal.setObjectName("translate-formal")
        self._formal.setChecked(True)
        self._trouble = Trouble(context.theming, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("translate-cancel")
        self._go = QPushButton(self.tr("Translate"), self)
        self._go.setObjectName("translate-go")
        self._go.setDefault(True)
        self._go.setEnabled(False)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._request)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        for widget in (self._about, self._list, self._formal, self._trouble, buttons):
            column.addWidget(widget)
        self._list.hide()
        self._formal.hide()
        context.bridge.lanes.files(self._targets, self._show)

    def _targets(self) -> tuple[str, ...]:
        """In the lane: what can be translated to and is not the language spoken."""
        job = self._context.jobs.get(self._job_id)
        spoken = base(job.spoken_language or "")
        installed = self._context.translations.installed_targets()
        return tuple(code for code in installed if base(code) != spoken)

    def _show(self, codes: Sequence[str]) -> None:
        if not codes:
            self._about.setText(
                self.tr(
                    "No translation model is installed on this computer yet, so there is no"
                    " language to translate into. The transcript itself is complete."
                )
            )
            self._go.hide()
            return
        self._list.offer(by_name(codes))
        self._list.show()
        self._formal.show()
        self._list.setFocus()
        self.adjustSize()

    @Slot()
    def _show_whether(self) -> None:
        self._go.setEnabled(bool(self._list.checked()))

    @Slot()
    def _request(self) -> None:
        codes, formal, job_id = self._list.checked(), self._formal.isChecked(), self._job_id
        translations = self._context.translations
        self._context.bridge.lanes.edit(
            lambda: translations.request(job_id, codes, formal=formal),
            self._requested,
            self._trouble.say_error,
        )

    def _requested(self, _: Sequence[Translation]) -> None:
        self.accept()
