"""Rows in order, what is known of them, and what makes one list of another."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.gui.jobs.listing import (
    KEPT,
    PAGE,
    Insertion,
    Listing,
    Span,
    difference,
    spans,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def job(job_id: str) -> Job:
    return Job(job_id, JobStatus.QUEUED, JobOptions(), NOW, NOW)


def listing(count: int) -> Listing:
    made = Listing()
    made.insert(Insertion(0, tuple(f"job{n}" for n in range(count))))
    return made


@given(st.lists(st.integers(0, 60), unique=True), st.lists(st.integers(0, 60), unique=True))
def test_the_difference_makes_one_list_of_the_other(old: list[int], new: list[int]) -> None:
    before = [f"job{n:02}" for n in sorted(old)]
    after = [f"job{n:02}" for n in sorted(new)]
    made = Listing()
    made.insert(Insertion(0, tuple(before)))
    found = difference(before, after)
    for span in found.removals:
        made.remove(span)
    for insertion in found.insertions:
        made.insert(insertion)
    assert list(made.ids) == after


def test_neighbouring_rows_go_together() -> None:
    assert list(spans([0, 1, 2, 5, 7, 8])) == [Span(0, 2), Span(5, 5), Span(7, 8)]
    assert list(spans([])) == []


def test_rows_are_found_whether_few_or_many_are_asked_for() -> None:
    made = listing(1000)
    assert made.rows_of({"job7", "job3", "gone"}) == [3, 7]
    many = {f"job{n}" for n in range(0, 100, 5)} | {"gone"}
    assert made.rows_of(many) == list(range(0, 100, 5))


def test_pages_with_rows_that_were_not_read() -> None:
    made = listing(3 * PAGE)
    made.remember(job(f"job{n}") for n in range(PAGE))
    assert made.unread(0, PAGE - 1) == []
    assert made.unread(PAGE - 1, 2 * PAGE) == [1, 2]
    assert made.unread(-20, 10_000) == [1, 2]
    made.doubt({"job5"})
    assert made.unread(0, 4) == []
    assert made.unread(5, 5) == [0]
    made.remember([job("job5")])
    assert made.unread(5, 5) == []


def test_what_was_not_looked_at_for_long_is_forgotten() -> None:
    made = listing(2 * KEPT)
    made.pinned = frozenset({"job1"})
    made.remember(job(f"job{n}") for n in range(KEPT))
    made.look_at(0, 0)
    made.remember(job(f"job{n}") for n in range(KEPT, KEPT + 500))
    assert made.job(0) is not None
    assert made.job(1) is not None
    assert made.job(2) is None
    assert made.job(KEPT + 499) is not None


def test_a_pinned_job_stays_known_when_its_row_goes() -> None:
    made = listing(5)
    made.remember(job(f"job{n}") for n in range(5))
    made.pinned = frozenset({"job1"})
    made.remove(Span(0, 2))
    assert list(made.ids) == ["job3", "job4"]
    assert made.known("job1") is not None
    assert made.known("job0") is None
    made.forget(["job1"])
    assert made.known("job1") is None
