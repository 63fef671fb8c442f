"""A transcript's page over a real store, with what a person does to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from kopia_desktop.core.events import SegmentsAdded
from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.page import TranscriptPage
from kopia_desktop.gui.transcript.segment_editor import SegmentEditor
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TranscriptModel
from kopia_desktop.gui.transcript.view import TranscriptView
from tests.gui.conftest import Arranged


class Reader:
    """A person at the page: real keys and a real mouse."""

    def __init__(self, page: TranscriptPage, arranged: Arranged, qtbot: QtBot) -> None:
        self.page = page
        self.arranged = arranged
        self.qtbot = qtbot
        self.status: list[str] = []
        self.played: list[float] = []
        page.status_text.connect(self.status.append)
        page.play_from.connect(self.played.append)

    @property
    def view(self) -> TranscriptView:
        return self.page.view

    @property
    def model(self) -> TranscriptModel:
        model = self.view.model()
        assert isinstance(model, TranscriptModel)
        return model

    @property
    def editor(self) -> SegmentEditor:
        editor = self.view.editing.editor
        assert editor is not None
        return editor

    def open(self, job: Job) -> Job:
        self.page.open_job(job.id)
        self.settle()
        return job

    def settle(self) -> None:
        """Every lane has answered and what was to be painted is."""
        self.arranged.settle()
        self.qtbot.wait(1)
        self.arranged.settle()

    def texts(self, column: int = ORIGINAL) -> list[str]:
        """What the rows say."""
        cells = (self.model.cell(row, column) for row in range(self.model.rowCount()))
        return ["" if cell is None else cell.text for cell in cells]

    def stored(self, job: Job) -> list[str]:
        """What the store says."""
        return [segment.text for segment in self.segments(job)]

    def segments(self, job: Job) -> tuple[Segment, ...]:
        service = self.arranged.app.transcripts
        return service.read(job.id, remove_fillers=False).segments

    def tell_added(self, job: Job, section: int = 0) -> None:
        """What the engine says when it has stored a section."""
        self.arranged.app.bus.publish(SegmentsAdded(job.id, section))
        self.qtbot.wait(150)
        self.settle()

    def choose(self, row: int, column: int = ORIGINAL) -> None:
        self.view.go_to(row, column)
        self.view.setFocus()

    def edit(self, row: int, column: int = ORIGINAL) -> SegmentEditor:
        """Open the editor with the keyboard."""
        self.choose(row, column)
        self.key(Qt.Key.Key_Return)
        return self.editor

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """To the editor if one is open, else to the view."""
        self.qtbot.keyClick(self.view.editing.editor or self.view, key, held)

    def control(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.editor, text)

    def word_point(self, row: int, word: int, column: int = ORIGINAL) -> QPoint:
        """The middle of a word in the viewport."""
        layout = self.view.layout_of(row, column)
        assert layout is not None
        rect: QRectF = layout.rectangles(layout.shown.words[word].range)[0]
        origin = QPointF(self.view.cell_rect(row, column).topLeft())
        return (origin + rect.center()).toPoint()

    def click(self, point: QPoint) -> None:
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


@pytest.fixture
def reader(context: Context, arranged: Arranged, qtbot: QtBot) -> Iterator[Reader]:
    page = TranscriptPage(context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    made = Reader(page, arranged, qtbot)
    yield made
    page.close_job()
    made.settle()
