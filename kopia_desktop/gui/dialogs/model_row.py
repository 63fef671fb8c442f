"""A model's row in the settings: what it is, how far it is, and the buttons for that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.downloads import DownloadStatus
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.dialogs.model_entry import ModelEntry, Stand
from kopia_desktop.gui.downloads.progress_line import ProgressLine
from kopia_desktop.gui.labels import Muted, Text, Trouble
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.wording.downloads import download_state
from kopia_desktop.gui.wording.model_facts import about_size


class ModelRow(QWidget):
    """Shown again it changes in place, so that the keyboard stays where it is."""

    download = Signal(object)
    """The ModelEntry that is wanted, or whose damaged files are to be fetched anew."""

    pause = Signal(str)
    resume = Signal(str)
    cancel = Signal(str)
    use = Signal(str)
    remove = Signal(str)
    """A name; the person was asked and said yes."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry: ModelEntry | None = None
        self._asks = False
        self._busy = False
        self._title = Text("", self)
        bold = QFont(self._title.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(bold)
        self._theming = theming
        self._note = Text("", self)
        self._about = Muted("", self)
        self._state = Muted("", self)
        self._line = ProgressLine(theming, self)
        self._trouble = Trouble(theming, self)
        self._first = plain_button("", "", self)
        self._second = plain_button("", "", self)
        self._first.clicked.connect(self._press_first)
        self._second.clicked.connect(self._press_second)
        self._lay_out()
        theming.changed.connect(self._colour)
        self._colour()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for widget in (self._title, self._note, self._about, self._state):
            texts.addWidget(widget)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.addLayout(texts, 0, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._first, self._second):
            buttons.addWidget(button)
        grid.addLayout(buttons, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._line, 1, 0, 1, 2)
        grid.addWidget(self._trouble, 2, 0, 1, 2)

    def show_entry(self, entry: ModelEntry, *, busy: bool = False) -> None:
        """What there is now; ``busy``: files are being copied, nothing else can begin."""
        if entry == self.entry and busy == self._busy:
            return
        if self.entry is not None and self.entry.stand is not entry.stand:
            self._asks = False
        self.entry, self._busy = entry, busy
        self._paint()

    def _paint(self) -> None:
        entry = self.entry
        assert entry is not None
        self._title.setText(entry.title)
        self._show(self._note, entry.note)
        self._show(self._about, entry.about)
        self._trouble.clear()
        coming = entry.download if entry.stand is Stand.COMING else None
        self._line.setVisible(coming is not None and bool(coming.total_bytes))
        state = ""
        if coming is not None:
            self._line.show_share(coming.fraction, rests=not coming.status.is_active)
            state = download_state(coming)
        elif entry.stand is Stand.DAMAGED:
            text = self.tr("Files of it are missing or damaged, so it cannot be used.")
            self._trouble.say(text, details=entry.reason)
        if self._asks:
            state = self.tr("Remove it? What waits for it will need another one.")
        if coming is not None and coming.status is DownloadStatus.FAILED:
            self._trouble.say(state)
            state = ""
        self._show(self._state, state)
        self._name_buttons(*self._buttons())

    def _show(self, label: Text, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _buttons(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Object names and texts; an empty one is not shown."""
        entry, none = self.entry, ("", "")
        assert entry is not None
        if self._asks:
            return ("remove-yes", self.tr("Remove")), ("remove-no", self.tr("Keep"))
        if entry.stand is Stand.AVAILABLE:
            text = self.tr("Download {size}").format(size=about_size(entry.bytes))
            return ("download", text), none
        if entry.stand is Stand.COMING and entry.download is not None:
            return self._download_buttons(entry.download.status)
        removal = none if entry.fixed else ("remove", self.tr("Remove…"))
        if entry.stand is Stand.DAMAGED and entry.order is not None:
            return ("repair", self.tr("Repair")), removal
        usable = entry.is_usable and not entry.is_chosen and entry.stand is Stand.INSTALLED
        return ("use", self.tr("Use")) if usable else none, removal

    def _download_buttons(self, status: DownloadStatus) -> tuple[tuple[str, str], tuple[str, str]]:
        if status is DownloadStatus.FAILED:
            return ("resume", self.tr("Try again")), ("cancel", self.tr("Give up"))
        if status is DownloadStatus.PAUSED:
            return ("resume", self.tr("Resume")), ("cancel", self.tr("Cancel"))
        return ("pause", self.tr("Pause")), ("cancel", self.tr("Cancel"))

    def _name_buttons(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        entry = self.entry
        assert entry is not None
        for button, (name, text) in ((self._first, first), (self._second, second)):
            button.setVisible(bool(name))
            button.setObjectName(f"{name}-{entry.name}")
            button.setProperty("deed", name)
            button.setText(text)
            button.setAccessibleName(f"{text}: {entry.title}")
            button.setEnabled(not self._busy)

    @Slot()
    def _colour(self) -> None:
        palette = QPalette(self._note.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theming.colours.accent)
        self._note.setPalette(palette)

    @Slot()
    def _press_first(self) -> None:
        self._press(self._first)

    @Slot()
    def _press_second(self) -> None:
        self._press(self._second)

    def _press(self, button: QPushButton) -> None:
        entry = self.entry
        assert entry is not None
        deed = str(button.property("deed"))
        if deed in ("download", "repair"):
            self.download.emit(entry)
        elif deed in ("pause", "resume", "cancel", "use"):
            getattr(self, deed).emit(entry.name)
        elif deed == "remove":
            self._ask(asks=True)
        else:
            self._ask(asks=False)
            if deed == "remove-yes":
                self.remove.emit(entry.name)

    def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self._paint()
        if asks:
            self._second.setFocus()
