"""The page: a job is opened, its lines are read, its state is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from kopia_desktop.core.events import JobChanged
from kopia_desktop.core.job import JobError, JobStatus, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Span
from kopia_desktop.core.vocabulary import NO_VOCABULARY, parse
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.job_state import FailureStrip
from tests.gui.conftest import spoken
from tests.gui.transcript.conftest import Reader


def empty_words(reader: Reader) -> str:
    label = reader.page.findChild(QLabel, "transcript-empty-sentence")
    assert label.isVisible()
    text: str = label.text()
    return text


def test_the_lines_of_a_job_are_shown(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    assert reader.texts() == ["Hello there.", "How are you today?"]
    assert reader.page.findChild(QLabel, "transcript-title").text() == "Talk.wav"
    facts = reader.page.findChild(QLabel, "transcript-facts").text()
    assert facts == "0:04 · English 99 % · Starter model · CPU"


def test_another_vocabulary_is_seen_at_once_and_can_be_left_again(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(("today copia is new", "the co pia, he said")))
    service = reader.arranged.context.vocabularies
    service.set_for_job(job.id, parse("Kopia = copia, co pia"))
    spelled = ["today Kopia is new", "the Kopia, he said"]
    reader.qtbot.waitUntil(lambda: reader.texts() == spelled)
    service.set_for_job(job.id, NO_VOCABULARY)
    stored = ["today copia is new", "the co pia, he said"]
    reader.qtbot.waitUntil(lambda: reader.texts() == stored)


def test_segments_are_published_for_the_waveform(reader: Reader) -> None:
    with reader.qtbot.waitSignal(reader.page.segments_changed, timeout=5000) as told:
        reader.open(reader.arranged.completed())
    assert [segment.text for segment in told.args[0]] == reader.texts()


def test_nothing_is_chosen(reader: Reader) -> None:
    assert empty_words(reader) == "Choose a recording to read."
    reader.open(reader.arranged.completed())
    reader.page.close_job()
    reader.settle()
    assert empty_words(reader) == "Choose a recording to read."
    assert reader.model.rowCount() == 0


def test_nobody_speaks(reader: Reader) -> None:
    reader.open(reader.arranged.completed([]))
    assert empty_words(reader) == "Nobody speaks in this recording."


@pytest.mark.parametrize(
    ("code", "button"), [("media_not_found", "Locate file…"), ("worker_error", "Run again")]
)
def test_a_failed_job_says_why_and_helps(reader: Reader, code: str, button: str) -> None:
    job = reader.arranged.job()
    assert reader.arranged.work.fail(job.id, JobError(code, "Why.", "What next."))
    reader.open(job)
    strip = reader.page.findChild(FailureStrip)
    assert strip.isVisible()
    assert strip.text
    help_button = reader.page.findChild(QPushButton, "transcript-help")
    assert help_button.text() == button
    if code == "media_not_found":
        with reader.qtbot.waitSignal(reader.page.locate_requested) as told:
            help_button.click()
        assert told.args == [job.id]
    else:
        help_button.click()
        reader.settle()
        assert reader.arranged.app.jobs.get(job.id).status is JobStatus.QUEUED
        reader.qtbot.waitUntil(strip.isHidden, timeout=2000)


def test_lines_appear_while_they_are_recognised(reader: Reader) -> None:
    job = reader.arranged.running()
    reader.open(job)
    assert empty_words(reader) == "Listening…"
    reader.arranged.recognise(job.id, 1, [spoken("The second half.", 31.0)])
    reader.tell_added(job, 1)
    assert reader.texts() == ["The second half."]
    reader.arranged.recognise(job.id, 0, [spoken("The first half.", 1.0)])
    reader.tell_added(job, 0)
    assert reader.texts() == ["The first half.", "The second half."]


def test_progress_is_told(reader: Reader) -> None:
    job = reader.arranged.running()
    reader.arranged.recognise(job.id, 0, [spoken("Words.", 1.0)])
    reader.open(job)
    assert reader.page.findChild(QLabel, "transcript-facts").text().startswith("50 % · 1:00 ·")


def test_a_job_that_leaves_fillers_out_hides_them_and_gets_them_back(reader: Reader) -> None:
    job = reader.arranged.job(remove_filler_words=True)
    work = reader.arranged.work
    work.begin(job.id, MediaInfo(MediaType.AUDIO, 60.0, "wav", "pcm_s16le", 1))
    for index in (0, 1):
        span = Span(30.0 * index, 30.0 * (index + 1))
        section = Section(index, span.start, span.end, (span,), f"{index:06}.flac")
        work.add_section(job.id, section)
    work.set_language(job.id, "en", 0.99)
    work.finish_preparation(job.id, duration=60.0, sha256="00")
    reader.open(job)
    assert reader.view.filler_mode is FillerMode.HIDDEN
    reader.arranged.recognise(job.id, 0, [spoken("Um, the first half.", 1.0)])
    reader.tell_added(job, 0)
    reader.arranged.recognise(job.id, 1, [spoken("Uh, the rest.", 31.0)])
    reader.tell_added(job, 1)
    reader.arranged.app.bus.publish(JobChanged(job.id))
    expected = ["Um, the first half.", "Uh, the rest."]
    reader.qtbot.waitUntil(lambda: reader.texts() == expected, timeout=5000)


def test_a_line_is_shown_as_soon_as_it_is_there(reader: Reader) -> None:
    job = reader.arranged.completed([f"Line {n}." for n in range(900)])
    segment = reader.segments(job)[700]
    reader.page.show_segment(job.id, segment.id)
    reader.settle()
    reader.qtbot.waitUntil(lambda: reader.view.currentIndex().row() == 700, timeout=5000)
    top = reader.view.row_rect(700).top()
    assert 0 <= top < reader.view.viewport().height()


def test_undo_and_redo_say_whether_they_can(reader: Reader) -> None:
    told: list[tuple[str, bool]] = []
    reader.page.undo_available.connect(lambda can: told.append(("undo", can)))
    reader.page.redo_available.connect(lambda can: told.append(("redo", can)))
    reader.open(reader.arranged.completed())
    assert dict(told) == {"undo": False, "redo": False}
    reader.choose(0)
    reader.page.delete_segment()
    reader.settle()
    assert dict(told) == {"undo": True, "redo": False}
    reader.page.undo()
    reader.settle()
    assert dict(told) == {"undo": False, "redo": True}


def test_every_control_has_a_name_and_is_reached(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    reader.page.replace()
    for widget in reader.page.findChildren(QWidget):
        if isinstance(widget, QPushButton | QToolButton) and widget.isVisible():
            assert widget.accessibleName() or widget.text(), widget
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()


def test_the_header_keeps_its_facts_in_a_narrow_window(reader: Reader) -> None:
    segments = [spoken("Not sure.", 0.0, confidence=0.1)]
    reader.open(reader.arranged.completed(segments=segments))
    reader.qtbot.wait(150)
    button = reader.page.findChild(QToolButton, "transcript-doubts")
    assert button.text() == "1 doubtful"
    reader.page.resize(480, 600)
    reader.qtbot.wait(1)
    assert button.text() == "1"
    assert button.accessibleName() == "1 doubtful"
    assert reader.page.findChild(QLabel, "transcript-facts").width() > 100
