"""Terms as text, a line each; what is wrong is marked and said while one types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from kopia_desktop.core import vocabulary
from kopia_desktop.core.vocabulary import Problem, Vocabulary
from kopia_desktop.gui.labels import Muted, Text, Trouble
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.wording.vocabulary import problem_text, summary

_ROWS, _COLUMNS = 12, 44
_MARKED = 50
"""Lines that are marked at most."""


class VocabularyEditor(QWidget):
    """``changed`` tells that a person has typed; ``vocabulary`` holds the lines that are right."""

    changed = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._vocabulary = Vocabulary()
        self._problems: tuple[Problem, ...] = ()
        help_ = Text(
            self.tr(
                "One name or term a line. After = write what is heard instead; it is replaced"
                " wherever it stands."
            ),
            self,
        )
        self.edit = QPlainTextEdit(self)
        self.edit.setObjectName("vocabulary-text")
        self.edit.setAccessibleName(self.tr("Names and terms"))
        self.edit.setAccessibleDescription(help_.text())
        self.edit.setPlaceholderText("Kopia = copia, copya\nNgozi Adichie")
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(self._least())
        help_.setBuddy(self.edit)
        self._summary = Muted("", self)
        self._summary.setObjectName("vocabulary-summary")
        self._trouble = Trouble(theming, self)
        self._trouble.setObjectName("vocabulary-problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(help_)
        column.addWidget(self.edit, 1)
        column.addWidget(self._summary)
        column.addWidget(self._trouble)
        self.edit.textChanged.connect(self._look)
        theming.changed.connect(self._mark)
        self._read()

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    @property
    def vocabulary(self) -> Vocabulary:
        return self._vocabulary

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps lines from being taken, the first line first."""
        return self._problems

    def show_text(self, text: str) -> None:
        """Show another text, without ``changed``."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(False)
        self._read()

    def go_to_problem(self) -> None:
        """The keyboard goes to the first line that is wrong."""
        if self._problems:
            block = self.edit.document().findBlockByNumber(self._problems[0].line - 1)
            self.edit.setTextCursor(QTextCursor(block))
            self.edit.centerCursor()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _look(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        self._vocabulary, self._problems = vocabulary.read(self.text)
        self._summary.setText(summary(self._vocabulary))
        if self._problems:
            self._trouble.say(problem_text(self._problems[0]))
        else:
            self._trouble.clear()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        marks = []
        for problem in self._problems[:_MARKED]:
            block = self.edit.document().findBlockByNumber(problem.line - 1)
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._theming.colours.error)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.edit.setExtraSelections(marks)

    def _least(self) -> QSize:
        metrics = self.edit.fontMetrics()
        return QSize(_COLUMNS * metrics.averageCharWidth(), _ROWS * metrics.lineSpacing())
