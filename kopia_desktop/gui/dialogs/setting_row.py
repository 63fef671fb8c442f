"""One setting: its name and help at the leading side, its control at the trailing one."""

from __future__ import annotations

from dataclasses import Field
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.controls import Control
from kopia_desktop.gui.labels import Muted, RowLabel, Trouble
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording import settings as words


class SettingRow(QWidget):
    """Shows a setting and hands changes of it to ``changes``; what is refused goes back."""

    def __init__(
        self,
        context: Context,
        changes: SettingChanges,
        page: str,
        item: Field[Any],
        control: Control,
    ) -> None:
        parent = control.widget.parentWidget()
        super().__init__(parent)
        self.id = SettingId(page, item.name)
        self.control = control
        self._changes = changes
        self._label = RowLabel(words.label(page, item.name), self)
        self._label.setBuddy(control.focus)
        self._help = Muted(words.help_text(page, item), self)
        control.focus.setAccessibleDescription(self._help.text())
        self.trouble = Trouble(context.theming, self)
        self._lay_out()
        control.changed.connect(self._change)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._help, 1, 0)
        if self.control.is_wide:
            grid.addWidget(self.control.widget, 2, 0, 1, 2)
        else:
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(self.control.widget, 0, 1, 2, 1, trailing)
        grid.addWidget(self.trouble, 3, 0, 1, 2)

    def matches(self, text: str) -> bool:
        """Whether a search for the text means this setting; case does not matter."""
        wanted = text.casefold()
        return any(wanted in shown.casefold() for shown in (self._label.text(), self._help.text()))

    def show_value(self, settings: Settings) -> None:
        """Take the value, unless the person's own is still on its way."""
        if self.id not in self._changes.open:
            self.control.set_value(self.id.of(settings))

    def say_refused(self, error: KopiaError, settings: Settings) -> None:
        """The disk did not take it: say so, show what holds."""
        self.show_value(settings)
        self.trouble.say_error(error)

    @Slot()
    def _change(self) -> None:
        self.trouble.clear()
        self._changes.change(self.id, self.control.value(), after=self.control.patience)
