"""A page of the settings: rows made from the typed settings, under headings."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.setting_controls import control_for, settings_of
from kopia_desktop.gui.dialogs.setting_row import SettingRow
from kopia_desktop.gui.labels import Muted, heading
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import GRID, MARGIN

_WIDEST = 90
"""Characters of a line of help; wider windows leave the rest empty."""


class SettingsPage(QScrollArea):
    """Scrolls where the window is too low; its rows fill themselves with ``show_settings``."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.changes = changes
        self.ask = ask
        self.title = title
        self.rows: dict[SettingId, SettingRow] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget(self)
        self.content.setMaximumWidth(_WIDEST * self.fontMetrics().averageCharWidth())
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(MARGIN)
        self.column.addWidget(heading(title, self.content, points=4))
        self.setWidget(self.content)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._besides: list[QWidget] = []

    def add_heading(self, text: str) -> None:
        """A line over the rows that follow; it goes while a search hides rows."""
        self.column.addSpacing(GRID)
        self.add(heading(text, self.content))

    def add(self, widget: QWidget) -> None:
        """Something that is no setting; it goes while a search hides rows."""
        self._besides.append(widget)
        self.column.addWidget(widget)

    def add_text(self, text: str) -> None:
        """A quiet paragraph."""
        self.add(Muted(text, self.content))

    def add_settings(self, page: str, *, without: Iterable[str] = ()) -> None:
        """A row for each setting of a page of ``Settings``."""
        left_out = frozenset(without)
        for item in settings_of(page):
            if item.name not in left_out:
                control = control_for(page, item, self.ask, self.content)
                row = SettingRow(self.context, self.changes, page, item, control)
                control.focus.installEventFilter(self)
                self.rows[row.id] = row
                self.column.addWidget(row)

    def finish(self) -> None:
        """Nothing more comes: what is left of the height stays below."""
        self.column.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        """Show these values."""
        for row in self.rows.values():
            row.show_value(settings)

    def refresh(self) -> None:
        """The page came to be seen: read again what is not a setting."""

    def look(self) -> None:
        """Every two seconds while the page is seen: pure memory only."""

    def filter(self, text: str) -> bool:
        """Show only the settings a search means; whether there is one. Empty shows all."""
        wanted = text.strip()
        whole = not wanted or wanted.casefold() in self.title.casefold()
        for widget in self._besides:
            widget.setVisible(whole)
        found = False
        for row in self.rows.values():
            fits = whole or row.matches(wanted)
            row.setVisible(fits)
            found = found or fits
        return found or whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A control that gets the keyboard comes into sight."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, MARGIN, 4 * MARGIN)
        return False
