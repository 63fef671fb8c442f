"""Ask for translations of a transcript, into the languages that installed translators know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.languages import base
from kopia_desktop.core.translation import Translation
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.languages import language_name

_CODE = Qt.ItemDataRole.UserRole


class TranslateDialog(QDialog):
    """Lists the languages; those that are ticked are made, one after the other, by the engine."""

    def __init__(self, context: Context, job_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("translate-dialog")
        self.setWindowTitle(self.tr("Translate"))
        self._context = context
        self._job_id = job_id
        self._about = QLabel(self.tr("Translate this transcript into:"), self)
        self._about.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Languages to translate into"))
        self._list.itemChanged.connect(self._show_whether)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._about.setBuddy(self._list)
        self._formal = QCheckBox(self.tr("Formal address, where the language has one"), self)
        self._formal.setChecked(True)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("translate-cancel")
        self._go = QPushButton(self.tr("Translate"), self)
        self._go.setDefault(True)
        self._go.setEnabled(False)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._request)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        for widget in (self._about, self._list, self._formal, self._problem, buttons):
            column.addWidget(widget)
        self._list.hide()
        self._formal.hide()
        context.bridge.lanes.files(self._targets, self._show)

    def _targets(self) -> tuple[str, ...]:
        """In the lane: what can be translated to and is not the language spoken."""
        job = self._context.jobs.get(self._job_id)
        spoken = base(job.spoken_language or "")
        installed = self._context.translations.installed_targets()
        return tuple(code for code in sorted(installed) if base(code) != spoken)

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
        for code in sorted(codes, key=language_name):
            item = QListWidgetItem(language_name(code), self._list)
            item.setData(_CODE, code)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._list.show()
        self._formal.show()
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self.adjustSize()

    def _chosen(self) -> tuple[str, ...]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(
            item.data(_CODE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    @Slot()
    def _show_whether(self) -> None:
        self._go.setEnabled(bool(self._chosen()))

    @Slot()
    def _request(self) -> None:
        codes, formal, job_id = self._chosen(), self._formal.isChecked(), self._job_id
        translations = self._context.translations
        self._context.bridge.lanes.edit(
            lambda: translations.request(job_id, codes, formal=formal), self._requested, self._say
        )

    def _requested(self, _: Sequence[Translation]) -> None:
        self.accept()

    def _say(self, error: KopiaError) -> None:
        words = worded(error)
        self._problem.setText(words.text)
        self._problem.setToolTip(words.details)
        self._problem.show()
