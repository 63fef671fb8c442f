"""The editor of one text: it stands over the text exactly where that was, and looks like it."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from kopia_desktop.core.edits import cleaned
from kopia_desktop.gui.theme import Colours
from kopia_desktop.gui.transcript.reading_type import ReadingType, fix_line_height
from kopia_desktop.gui.transcript.segment_layout import text_option
from kopia_desktop.gui.transcript.segment_text import Range, characters_before

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Leaving(Enum):
    """How a person goes out of the editor."""

    DONE = auto()  # Enter
    CANCELLED = auto()  # Esc
    ELSEWHERE = auto()  # the focus went
    UP = auto()
    DOWN = auto()
    NEXT = auto()  # Tab
    PREVIOUS = auto()


class SegmentEditor(QTextEdit):
    """A few lines of plain text without a frame.

    It knows nothing of the store: it says what a person wants.
    """

    leaving = Signal(object)
    """A ``Leaving``."""
    save_wanted = Signal()
    """The window is left, not the editor."""
    split_wanted = Signal()
    join_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    toggle_play = Signal()
    height_changed = Signal()

    def __init__(
        self, text: str, language: str, parent: QWidget, *, type_: ReadingType, colours: Colours
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segment-editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)
        self.setFont(type_.font)
        self.document().setDocumentMargin(0)
        option = text_option(language, text)
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)  # a document turns it itself
        self.document().setDefaultTextOption(option)
        self.setWordWrapMode(option.wrapMode())
        self.setPlainText(text)
        self._line = type_.line
        self._baseline = type_.baseline
        fix_line_height(self.document(), self._line)
        self.document().clearUndoRedoStacks()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, colours.text)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.document().contentsChanged.connect(self._keep_line_height)
        self.document().documentLayout().documentSizeChanged.connect(self._size_changed)

    @property
    def text(self) -> str:
        """As it will be stored."""
        return cleaned(self.toPlainText())

    @property
    def character(self) -> int:
        """Where the cursor stands in what was typed, counted in characters."""
        return characters_before(self.toPlainText(), self.textCursor().position())

    @property
    def wanted_height(self) -> int:
        return max(math.ceil(self.document().size().height()), self._line)

    def stand_at(self, cell: QRect) -> None:
        """Take a text's place, so that no letter moves."""
        first = self.document().firstBlock().layout().lineAt(0)
        shift = round(self._baseline - first.y() - first.ascent()) if first.isValid() else 0
        self.setGeometry(cell.x(), cell.y() + shift, cell.width(), self.wanted_height)

    def place_cursor(self, units: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(max(units, 0), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def place_cursor_at(self, x: float, *, last_line: bool) -> None:
        """Into the first or the last line, near a place across."""
        y = self.wanted_height - 2.0 if last_line else 2.0
        hit = self.document().documentLayout().hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
        self.place_cursor(hit)

    def show_played(self, place: Range | None, colours: Colours) -> None:
        """Mark the word that is heard; the cursor and the text are not touched."""
        marks: list[QTextEdit.ExtraSelection] = []
        if place is not None:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(place[0])
            cursor.setPosition(place[0] + place[1], QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(colours.accent_ground)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not left to the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(_is_ours(event))
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.split_wanted.emit()
            else:
                self.leaving.emit(Leaving.DONE)
        elif key == Qt.Key.Key_Escape:
            self.leaving.emit(Leaving.CANCELLED)
        elif key == Qt.Key.Key_Space and control:
            self.toggle_play.emit()
        elif key == Qt.Key.Key_Backspace and control and self._is_at_start():
            self.join_wanted.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            ahead = key == Qt.Key.Key_Tab
            self.leaving.emit(Leaving.NEXT if ahead else Leaving.PREVIOUS)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._is_at_edge(key, held):
            self.leaving.emit(Leaving.UP if key == Qt.Key.Key_Up else Leaving.DOWN)
        elif _is_undo(event):
            self.undo_wanted.emit()
        elif _is_redo(event):
            self.redo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        reason = event.reason()
        if reason is Qt.FocusReason.ActiveWindowFocusReason:
            self.save_wanted.emit()
        elif reason not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.leaving.emit(Leaving.ELSEWHERE)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        event.accept()

    def insertFromMimeData(self, source: object) -> None:
        """Pasted text becomes one line, as all text here is."""
        text = source.text()  # type: ignore[attr-defined]
        self.textCursor().insertText(" ".join(text.split("\n")).replace("\r", ""))

    def _is_at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _is_at_edge(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if held & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        moved = self.textCursor()
        up, down = QTextCursor.MoveOperation.Up, QTextCursor.MoveOperation.Down
        return not moved.movePosition(up if key == Qt.Key.Key_Up else down)

    @Slot()
    def _keep_line_height(self) -> None:
        """A paragraph that came by pasting has it too."""
        block = self.document().lastBlock()
        if block.blockFormat().lineHeightType() != _FIXED:
            fix_line_height(self.document(), self._line)

    @Slot()
    def _size_changed(self) -> None:
        self.height_changed.emit()


def _is_ours(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Backspace)
    if control and event.key() in (*keys, Qt.Key.Key_Delete):
        return not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    plain = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    return event.key() in plain or _is_undo(event) or _is_redo(event)


def _is_undo(event: QKeyEvent) -> bool:
    return _combination(event) == QKeySequence("Ctrl+Z")


def _is_redo(event: QKeyEvent) -> bool:
    return _combination(event) in (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


def _combination(event: QKeyEvent) -> QKeySequence:
    return QKeySequence(event.keyCombination())
