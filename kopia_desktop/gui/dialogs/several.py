"""A control for several of a list: formats to write, languages to translate to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kopia_desktop.core.settings import listed
from kopia_desktop.gui.check_list import CheckList
from kopia_desktop.gui.dialogs.controls import Control
from kopia_desktop.gui.setting_changes import Value


class Several(Control):
    """Several of a list, kept as ``a,b``; values that are not offered are kept and shown last."""

    is_wide = True

    def __init__(self, choices: dict[str, str], rows: int, parent: QWidget) -> None:
        self.list = CheckList(rows, parent)
        super().__init__(self.list)
        self._choices = choices
        self.list.offer(choices)
        self.list.toggled.connect(self._tell)

    def offer(self, choices: dict[str, str]) -> None:
        """Show other choices; what is checked stays."""
        self._choices = choices
        self.set_value(self.value())

    def value(self) -> str:
        return ",".join(self.list.checked())

    def set_value(self, value: Value) -> None:
        wanted = listed(str(value))
        others = {one: one for one in wanted if one not in self._choices}
        self.list.offer(self._choices | others)
        self.list.check(wanted)
