"""The help: short pages, all of them searched as a person types."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui.dialogs.help_pages import SHORTCUTS, HelpPage, help_pages, shortcuts_page
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import DARK, GRID, ICON, LIGHT, MARGIN, is_dark

_FIRST_SIZE = QSize(760, 560)


class HelpWindow(QWidget):
    """Not modal: it can stay open beside the work."""

    def __init__(self, shortcuts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``shortcuts`` are pairs of what is done and its keys, in the order of the menus."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help-window")
        self.setWindowTitle(self.tr("Help"))
        self._shortcuts = tuple(shortcuts)
        self.pages: tuple[HelpPage, ...] = (*help_pages(), shortcuts_page(self._shortcuts))
        self.search = QLineEdit(self)
        self.search.setObjectName("help-search")
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget(self)
        self.list.setObjectName("help-pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setItemDelegate(RoomyRows(self.list))
        for page in self.pages:
            QListWidgetItem(page.title, self.list)
        self._nothing = QLabel(self.tr("The help does not speak of that."), self)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self.text = QTextBrowser(self)
        self.text.setObjectName("help-text")
        self.text.setAccessibleName(self.tr("Help text"))
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(MARGIN)
        self._lay_out()
        self.list.currentRowChanged.connect(self._open)
        self.search.textChanged.connect(self._filter)
        self.list.setCurrentRow(0)
        self.search.setFocus()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        side.setSpacing(GRID)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        side.addWidget(self._nothing)
        hint = self.fontMetrics().horizontalAdvance(self.search.placeholderText())
        widest = max(self.list.sizeHintForColumn(0) + 4 * GRID, hint + ICON + 5 * GRID)
        self.list.setMinimumWidth(widest)
        for widget in (self.list, self.search, self._nothing):
            widget.setMaximumWidth(widest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addWidget(self.text, 1)
        self.resize(_FIRST_SIZE)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Open the page of that id."""
        self.search.clear()
        self.list.setCurrentRow([page.id for page in self.pages].index(name))

    @Slot(int)
    def _open(self, row: int) -> None:
        if row < 0:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        page = self.pages[row]
        body = (
            _table(self._shortcuts, mirrored=mirrored)
            if page.id == SHORTCUTS
            else "".join(f"<p>{escape(text)}</p>" for text in page.paragraphs)
        )
        way = "rtl" if mirrored else "ltr"
        self.text.setHtml(f'<div dir="{way}"><h2>{escape(page.title)}</h2>{body}</div>')
        self._mark()

    @Slot(str)
    def _filter(self, text: str) -> None:
        """Only pages that speak of it; the places are marked."""
        wanted = text.strip()
        found = [page.mentions(wanted) for page in self.pages]
        for row, fits in enumerate(found):
            self.list.item(row).setHidden(not fits)
        self._nothing.setVisible(not any(found))
        if any(found) and not found[max(0, self.list.currentRow())]:
            self.list.setCurrentRow(found.index(True))
        self._mark()

    def _mark(self) -> None:
        wanted = self.search.text().strip()
        marks: list[QTextEdit.ExtraSelection] = []
        if wanted:
            colours = DARK if is_dark(self.palette()) else LIGHT
            shade = QTextCharFormat()
            shade.setBackground(colours.match_ground)
            shade.setForeground(colours.text)
            place = self.text.document().find(wanted, QTextCursor(self.text.document()))
            while not place.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = place, shade
                marks.append(mark)
                place = self.text.document().find(wanted, place)
        self.text.setExtraSelections(marks)
        if marks:
            self.text.setTextCursor(QTextCursor(self.text.document()))
            self.text.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus()
        else:
            super().keyPressEvent(event)


def _table(shortcuts: Sequence[tuple[str, str]], *, mirrored: bool) -> str:
    """Qt's documents mirror texts, not tables."""
    rows = ""
    first, side, width = ("left", "right", "100%") if mirrored else ("right", "left", "auto")
    room = f"padding-top: {GRID // 2}px; padding-bottom: {GRID // 2}px"
    for what, keys in shortcuts:
        cells = [
            f'<td align="{side}" style="{room}; padding-{first}: {3 * GRID}px">{escape(what)}</td>',
            f'<td align="{side}" style="{room}"><b>\u2066{escape(keys)}\u2069</b></td>',
        ]
        rows += f"<tr>{''.join(reversed(cells) if mirrored else cells)}</tr>"
    return f'<table width="{width}" cellspacing="0" style="margin-top: {GRID}px">{rows}</table>'
