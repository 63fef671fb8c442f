"""kill -9 in the middle of work: what was done is there again, what was not is done then."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kopia_desktop.app import App
from kopia_desktop.core.job import JobStatus
from kopia_desktop.core.paths import resource
from kopia_desktop.core.transcript import Segment
from kopia_desktop.store.job_pages import JobQuery
from tests.gui.driven import Driven

Opens = Callable[[], Driven]

FIRST = "Hello, my name is Peter Miller."
SECOND = "Um, this is a short test recording."


@pytest.fixture
def opens(folder: Path) -> Iterator[Opens]:
    running: list[Driven] = []

    def start() -> Driven:
        driven = Driven(folder)
        running.append(driven)
        driven.wait_for_window()
        return driven

    yield start
    for one in running:
        one.close()


def is_completed(looks: dict[str, Any]) -> bool:
    return [job[1] for job in looks["jobs"]] == ["completed"]


def stored(folder: Path) -> list[Segment]:
    """The lines in the store, without any window."""
    app = App(folder)
    try:
        (job,) = app.jobs.page(JobQuery()).jobs
        assert job.status is JobStatus.COMPLETED
        return list(app.transcripts.read(job.id).segments)
    finally:
        app.close()


def open_first_line(driven: Driven) -> None:
    """A person picks the recording, and the first line of its text."""
    driven.wait(lambda looks: looks["jobs"])
    driven.do("press", "Alt+1", "Home")
    driven.wait(lambda looks: len(looks["lines"]) == 8)
    driven.do("press", "Alt+2", "Home")


def test_edits_and_their_history_survive(opens: Opens, folder: Path) -> None:
    driven = opens()
    driven.do("open", str(resource("sample", "sample.mp4")))
    driven.wait(lambda looks: is_completed(looks) and len(looks["lines"]) == 8)

    driven.do("press", "Alt+2", "Home", "Return", "Backspace")
    driven.do("type", ", indeed!")
    looks = driven.do("press", "Return")
    assert looks["lines"][0] == FIRST[:-1] + ", indeed!", looks
    time.sleep(0.3)
    driven.kill()
    assert [each.text for each in stored(folder)][:2] == [FIRST[:-1] + ", indeed!", SECOND]

    driven = opens()
    open_first_line(driven)
    assert driven.do("look")["lines"][:2] == [FIRST[:-1] + ", indeed!", SECOND]
    driven.do("press", "Down", "Return")
    looks = driven.do("type", " And more")
    assert looks["editing"], "nobody said that it is done"
    time.sleep(1.4)
    driven.kill()
    assert [each.text for each in stored(folder)][1] == SECOND + " And more"

    driven = opens()
    open_first_line(driven)
    looks = driven.wait(lambda looks: looks["undo"])
    assert not looks["redo"]
    for wanted in ([FIRST[:-1] + ", indeed!", SECOND], [FIRST, SECOND]):
        driven.do("press", "Ctrl+Z")
        driven.wait(lambda looks, wanted=wanted: looks["lines"][:2] == wanted)
    looks = driven.wait(lambda looks: not looks["undo"])
    assert looks["redo"]
    driven.do("press", "Ctrl+Shift+Z")
    driven.wait(lambda looks: looks["lines"][0] == FIRST[:-1] + ", indeed!")


def test_a_recording_goes_on_where_it_was(opens: Opens, folder: Path, speech: Path) -> None:
    """Five minutes in sections, killed after the first of them."""
    driven = opens()
    driven.do("open", str(speech / "en_5min.ogg"))
    looks = driven.wait(lambda looks: len(looks["lines"]) >= 5)
    assert not is_completed(looks), "too fast for this test"
    before = looks["lines"]
    driven.kill()

    driven = opens()
    looks = driven.wait(lambda looks: looks["jobs"])
    driven.do("press", "Alt+1", "Home")
    looks = driven.wait(is_completed, seconds=90)
    looks = driven.wait(lambda looks: len(looks["lines"]) > len(before))
    segments = stored(folder)
    assert looks["lines"] == [segment.text for segment in segments]
    assert looks["lines"][: len(before)] == before, "what was there stays"
    assert segments[-1].end > 290
    for one, after in itertools.pairwise(segments):
        assert one.end <= after.start + 0.001, (one.text, after.text)
