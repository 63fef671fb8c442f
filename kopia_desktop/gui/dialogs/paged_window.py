"""A window of pages: a search over their list at the leading side, the open page beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import GRID, ICON, MARGIN


class PagedWindow(QWidget):
    """Not modal: it can stay open beside the work. Esc empties the search, then closes."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        """``name`` is what the names of its objects begin with."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(f"{name}-window")
        self.search = QLineEdit(self)
        self.search.setObjectName(f"{name}-search")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}-pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setItemDelegate(RoomyRows(self.list))

    def say_what_is_searched(self, text: str) -> None:
        """For the field while it is empty, and for those who hear it."""
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)

    def lay_out(self, content: QWidget, nothing: QLabel, *, widest: int = 0) -> None:
        """When the list is filled.

        ``nothing`` is what a search says that finds no page; the list takes up to ``widest`` pixels
        where it does not need more.
        """
        self._nothing = nothing
        nothing.hide()
        side = QVBoxLayout()
        side.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        side.setSpacing(GRID)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        side.addWidget(nothing)
        hint = self.fontMetrics().horizontalAdvance(self.search.placeholderText())
        needed = max(self.list.sizeHintForColumn(0) + 4 * GRID, hint + ICON + 5 * GRID)
        self.list.setMinimumWidth(needed)
        for widget in (self.search, self.list, nothing):
            widget.setMaximumWidth(max(needed, widest))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addWidget(content, 1)

    def show_found(self, found: Sequence[bool]) -> None:
        """Only the pages that a search found, one of them open."""
        for row, fits in enumerate(found):
            self.list.item(row).setHidden(not fits)
        self._nothing.setVisible(not any(found))
        if any(found) and not found[max(0, self.list.currentRow())]:
            self.list.setCurrentRow(found.index(True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus()
        else:
            super().keyPressEvent(event)
