"""Texts of the window: headings, quiet lines, sentences about what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFont, QFontDatabase, QMouseEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import GRID, ICON, Theming
from kopia_desktop.gui.wording.errors import worded


class Text(QLabel):
    """Plain text in as many lines as it needs, at the leading side whatever script it is in."""

    def __init__(
        self,
        text: str,
        parent: QWidget,
        *,
        vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        super().__init__(text, parent)
        self._vertical = vertical
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Left alone, a label takes the direction of its own first letter ("API" in Arabic)."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(Qt.AlignmentFlag.AlignAbsolute | side | self._vertical)


def heading(text: str, parent: QWidget, *, points: int = 1) -> Text:
    """A bold line, so many points larger than the text."""
    label = Text(text, parent)
    font = QFont(label.font())
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() + points)
    label.setFont(font)
    return label


def fixed_font() -> QFont:
    """The system's font for keys, code and subtitles as they are written."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def mute(label: QLabel) -> None:
    """Make a label quiet: in the colour of placeholders, which is the theme's muted one."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class Muted(Text):
    """A quiet line below something, in as many lines as it needs."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        mute(self)


class RowLabel(Text):
    """A label that does what a check box's own text would: a click on it switches the box."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        buddy = self.buddy()
        if not isinstance(buddy, QWidget) or not buddy.isEnabled():
            return
        buddy.setFocus(Qt.FocusReason.MouseFocusReason)
        if isinstance(buddy, QCheckBox):
            buddy.click()


class Trouble(QWidget):
    """What went wrong, where it went wrong: a sentence, what to do, buttons that help.

    Takes no room while all is well.
    """

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self._theming = theming
        self._icon = QLabel(self)
        self._text = Text("", self)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self._buttons.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(GRID)
        texts.addWidget(self._text)
        texts.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        theming.changed.connect(self._colour)
        self._colour()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there; empty when all is well."""
        return "" if self.isHidden() else self._text.text()

    def add_button(self, name: str, text: str) -> QPushButton:
        """A button that helps; the owner connects it and shows it when it would."""
        button = plain_button(name, text, self)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def say(self, text: str, *, details: str = "") -> None:
        self._text.setText(text)
        self._text.setToolTip(details)
        self.setAccessibleName(text)
        self.show()

    def say_error(self, error: KopiaError) -> None:
        words = worded(error)
        self.say(words.text, details=words.details)

    def clear(self) -> None:
        self.hide()
        self._text.clear()

    @Slot()
    def _colour(self) -> None:
        palette = QPalette(self._text.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theming.colours.error)
        self._text.setPalette(palette)
        sign = icon("error", ink=self._theming.colours.error)
        self._icon.setPixmap(sign.pixmap(ICON, ICON))
