"""The rules for subtitles of one export; they begin as the settings have them."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.controls import Control
from kopia_desktop.gui.dialogs.setting_controls import control_for, settings_of
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording import settings as words


class CueSection(QWidget):
    """Folded until it is asked for."""

    changed = Signal()

    def __init__(self, defaults: SubtitleSettings, ask: AskPath, parent: QWidget) -> None:
        super().__init__(parent)
        self._defaults = defaults
        self.fold = QToolButton(self)
        self.fold.setObjectName("cue-fold")
        self.fold.setText(self.tr("Rules for subtitles"))
        self.fold.setAccessibleName(self.tr("Rules for subtitles"))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setAutoRaise(True)
        self.fold.setCheckable(True)
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reset = plain_button("cue-reset", self.tr("As in the settings"), self)
        self._body = QWidget(self)
        self.controls = self._make_controls(ask)
        leading = Qt.AlignmentFlag.AlignLeading
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.fold, 0, leading)
        column.addWidget(self._body)
        self.fold.toggled.connect(self._unfold)
        self.reset.clicked.connect(self._reset)
        self._unfold(False)
        self._show_rules(defaults)

    def _make_controls(self, ask: AskPath) -> dict[str, Control]:
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        grid.setColumnStretch(0, 1)
        controls: dict[str, Control] = {}
        for row, item in enumerate(settings_of("subtitles")):
            control = control_for("subtitles", item, ask, self._body)
            label = QLabel(words.label("subtitles", item.name), self._body)
            label.setWordWrap(True)
            label.setBuddy(control.focus)
            control.widget.setToolTip(words.help_text("subtitles", item))
            grid.addWidget(label, row, 0)
            grid.addWidget(control.widget, row, 1)
            control.changed.connect(self._change)
            controls[item.name] = control
        grid.addWidget(self.reset, len(controls), 0, 1, 2, Qt.AlignmentFlag.AlignTrailing)
        return controls

    @property
    def rules(self) -> SubtitleSettings:
        """As they stand now."""
        values = {name: control.value() for name, control in self.controls.items()}
        return dataclasses.replace(self._defaults, **values)  # type: ignore[arg-type]

    def _show_rules(self, rules: SubtitleSettings) -> None:
        for name, control in self.controls.items():
            control.set_value(getattr(rules, name))
        self.reset.setEnabled(rules != self._defaults)

    @Slot(bool)
    def _unfold(self, shown: bool) -> None:
        folded = (
            Qt.ArrowType.LeftArrow
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            else Qt.ArrowType.RightArrow
        )
        self.fold.setArrowType(Qt.ArrowType.DownArrow if shown else folded)
        self._body.setVisible(shown)

    @Slot()
    def _change(self) -> None:
        self.reset.setEnabled(self.rules != self._defaults)
        self.changed.emit()

    @Slot()
    def _reset(self) -> None:
        self._show_rules(self._defaults)
        self.changed.emit()
