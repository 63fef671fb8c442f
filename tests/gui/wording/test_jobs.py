"""The one line that matters of a job, and what a screen reader says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from kopia_desktop.core.job import CANCELLED, Job, JobError, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.pace import Pace
from kopia_desktop.gui.wording.jobs import (
    Leaving,
    Mark,
    shown_name,
    spoken,
    spoken_length,
    state_line,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DONE = Job(
    "job1",
    JobStatus.COMPLETED,
    JobOptions(),
    NOW,
    NOW,
    media=MediaFile("/x/Interview with Ana", "Interview with Ana", 1, 1),
    detected_language="en",
    duration=1450.0,
    speech_seconds=900.0,
    progress=1.0,
)
RUNNING = replace(DONE, status=JobStatus.PROCESSING, progress=0.61)

pytestmark = pytest.mark.usefixtures("qapp")


def paced() -> Pace:
    pace = Pace()
    for moment, done in ((0.0, 0.0), (1.0, 100.0), (11.0, 240.0)):
        pace.feed(moment, done)
    return pace


@pytest.mark.parametrize(
    ("job", "text", "mark"),
    [
        (DONE, "24:10 · English · done", Mark.NONE),
        (replace(DONE, speech_seconds=0.0), "24:10 · no speech · done", Mark.NONE),
        (RUNNING, "61 %", Mark.NONE),
        (replace(RUNNING, progress=0.0), "Starting · 24:10", Mark.NONE),
        (replace(RUNNING, paused=True), "Paused · 61 %", Mark.PAUSED),
        (replace(RUNNING, status=JobStatus.QUEUED), "Waiting · 61 %", Mark.WAITING),
        (
            replace(RUNNING, status=JobStatus.QUEUED, progress=0.0, duration=None),
            "Waiting",
            Mark.WAITING,
        ),
        (
            replace(
                RUNNING,
                status=JobStatus.PENDING,
                media=None,
                media_url="https://example.org/a/b.mp3",
                progress=0.0,
            ),
            "Fetching from example.org",
            Mark.FETCHING,
        ),
        (
            replace(RUNNING, status=JobStatus.PENDING, media=None),
            "Waiting for its upload",
            Mark.FETCHING,
        ),
        (
            replace(DONE, status=JobStatus.FAILED, error=JobError("no_audio", "x")),
            "There is no sound in this file.",
            Mark.ERROR,
        ),
        (
            replace(RUNNING, status=JobStatus.FAILED, error=JobError(CANCELLED, "x")),
            "Stopped · 61 %",
            Mark.STOPPED,
        ),
    ],
)
def test_the_line_that_matters(job: Job, text: str, mark: Mark) -> None:
    line = state_line(job)
    assert (line.text, line.mark) == (text, mark)


def test_speed_and_time_left() -> None:
    assert state_line(RUNNING, pace=paced()).text == "61 % · 14× · 1 min left"


def test_deleting_comes_before_all_else() -> None:
    assert state_line(RUNNING, leaving=Leaving.SOON).text == "Deleting in a moment"
    assert state_line(DONE, leaving=Leaving.NOW).mark is Mark.LEAVING


def test_what_is_heard(qapp: QApplication) -> None:
    assert spoken(DONE).startswith("Interview with Ana, completed, 24 minute")
    assert spoken(DONE).endswith(", English")
    failed = replace(DONE, status=JobStatus.FAILED, error=JobError("no_audio", "x"))
    assert spoken(failed) == "Interview with Ana, failed, There is no sound in this file."
    assert "being transcribed, 61 %, 1 min left" in spoken(RUNNING, pace=paced())
    assert spoken(DONE, leaving=Leaving.SOON) == "Interview with Ana, Deleting in a moment"
    assert spoken(replace(RUNNING, paused=True)).startswith("Interview with Ana, paused")
    assert ", no speech" in spoken(replace(DONE, speech_seconds=0.0))


def test_lengths_in_words() -> None:
    assert spoken_length(50.4).startswith("50 second")
    assert spoken_length(4323.0).startswith("1 hour")
    assert "12 minute" in spoken_length(4323.0)
    assert "minute" not in spoken_length(7200.0)


def test_a_name_cannot_turn_the_line_round() -> None:
    assert shown_name("evil\u202egpm.exe") == "evilgpm.exe"
    assert shown_name("a\nb\tc") == "a b c"
    assert shown_name("می\u200cخواهم.mp3") == "می\u200cخواهم.mp3"
    assert shown_name("broken\udcff") == "broken\ufffd"


def test_right_to_left_keeps_each_fact_together(qapp: QApplication) -> None:
    from PySide6.QtCore import Qt

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert state_line(DONE).text == "\u206824:10\u2069 · \u2068English\u2069 · \u2068done\u2069"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
