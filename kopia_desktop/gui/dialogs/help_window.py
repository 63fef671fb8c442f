"""The help: short pages, all of them searched as a person types."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidgetItem, QTextBrowser, QTextEdit, QWidget

from kopia_desktop.gui.dialogs.help_pages import SHORTCUTS, HelpPage, help_pages, shortcuts_page
from kopia_desktop.gui.dialogs.paged_window import PagedWindow
from kopia_desktop.gui.labels import Text
from kopia_desktop.gui.theme import DARK, GRID, LIGHT, MARGIN, is_dark
from kopia_desktop.gui.wording.directions import from_left

_FIRST_SIZE = QSize(760, 560)


class HelpWindow(PagedWindow):
    """Made of the words alone; it needs no service."""

    def __init__(self, shortcuts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``shortcuts`` are pairs of what is done and its keys, in the order of the menus."""
        super().__init__("help", parent)
        self.setWindowTitle(self.tr("Help"))
        self.say_what_is_searched(self.tr("Search the help"))
        self._shortcuts = tuple(shortcuts)
        self.pages: tuple[HelpPage, ...] = (*help_pages(), shortcuts_page(self._shortcuts))
        for page in self.pages:
            QListWidgetItem(page.title, self.list)
        self.text = QTextBrowser(self)
        self.text.setObjectName("help-text")
        self.text.setAccessibleName(self.tr("Help text"))
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(MARGIN)
        self.lay_out(self.text, Text(self.tr("The help does not speak of that."), self))
        self.resize(_FIRST_SIZE)
        self.list.currentRowChanged.connect(self._open)
        self.search.textChanged.connect(self._filter)
        self.list.setCurrentRow(0)
        self.search.setFocus()

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
        self.show_found([page.mentions(wanted) for page in self.pages])
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


def _table(shortcuts: Sequence[tuple[str, str]], *, mirrored: bool) -> str:
    """Qt's documents mirror texts, not tables."""
    rows = ""
    first, side, width = ("left", "right", "100%") if mirrored else ("right", "left", "auto")
    room = f"padding-top: {GRID // 2}px; padding-bottom: {GRID // 2}px"
    for what, keys in shortcuts:
        cells = [
            f'<td align="{side}" style="{room}; padding-{first}: {3 * GRID}px">{escape(what)}</td>',
            f'<td align="{side}" style="{room}"><b>{from_left(escape(keys))}</b></td>',
        ]
        rows += f"<tr>{''.join(reversed(cells) if mirrored else cells)}</tr>"
    return f'<table width="{width}" cellspacing="0" style="margin-top: {GRID}px">{rows}</table>'
