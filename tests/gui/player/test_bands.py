"""Segments by time, and how far their edges may go."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.transcript import Doubt, Segment
from kopia_desktop.gui.player.bands import SHORTEST, Bands
from kopia_desktop.gui.player.edges import Edge, MovedEdges

BANDS = Bands.of(
    [
        Segment(7, 1.0, 2.0, "a"),
        Segment(9, 2.5, 4.0, "b", doubt=Doubt.LOOP),
        Segment(8, 4.0, 6.0, "c"),
    ]
)


def ids(segments: object) -> list[int]:
    return [segment.id for segment in segments]  # type: ignore[attr-defined]


def test_who_is_heard() -> None:
    assert BANDS.at(0.5) is None
    assert BANDS.at(2.0) is None
    assert ids([BANDS.at(4.0), BANDS.from_(2.1), BANDS.before(2.6), BANDS.after(2.5)]) == [
        8,
        9,
        9,
        8,
    ]
    assert BANDS.from_(6.0) is None
    assert BANDS.before(1.0) is None
    assert BANDS.after(4.0) is None
    assert ids(BANDS.between(1.5, 3.0)) == [7, 9]
    assert BANDS.count(1.5, 3.0) == 2
    assert ids(BANDS.doubtful().all) == [9]
    corrected = replace(BANDS.all[1], edited=True)
    assert ids(Bands.of([corrected]).doubtful().all) == []


def test_columns_with_speech() -> None:
    assert BANDS.runs(0.0, 8.0, 16) == [(2, 2), (5, 7)]
    assert Bands().runs(0.0, 8.0, 16) == []


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.01, 5)), max_size=30),
    st.floats(0, 100),
    st.floats(0.1, 50),
)
def test_runs_agree_with_the_segments(
    places: list[tuple[float, float]], start: float, length: float
) -> None:
    bands = Bands.of([Segment(i, a, a + d, "") for i, (a, d) in enumerate(places)])
    columns = 20
    step = length / columns
    found = {
        column
        for first, count in bands.runs(start, start + length, columns)
        for column in range(first, first + count)
    }
    for column in range(columns):
        left, right = start + column * step, start + column * step + step
        if any(band.start < right and band.end > left for band in bands.all):
            assert column in found  # overlapping segments may fill a gap, never open one


def test_edges_stop_at_the_neighbours() -> None:
    segment = BANDS.of_id(9)
    assert segment is not None
    moved = MovedEdges.begun(segment, BANDS.room(segment, 10.0))
    assert moved.to(Edge.START, 0.0).start == 2.0
    assert moved.to(Edge.END, 9.0).end == 4.0
    assert moved.to(Edge.START, 3.99).start == 4.0 - SHORTEST
    assert moved.to(Edge.END, 0.0).end == 2.5 + SHORTEST
    assert not moved.has_moved()
    assert moved.to(Edge.START, 2.7).has_moved()


def test_the_last_one_may_reach_the_end() -> None:
    segment = BANDS.of_id(8)
    assert segment is not None
    assert BANDS.room(segment, 10.0) == (4.0, 10.0)
    assert BANDS.room(segment, 5.0) == (4.0, 6.0)  # a duration that is known too short


def test_segments_that_overlap_may_stay_as_they_are() -> None:
    bands = Bands.of([Segment(1, 0.0, 3.0, ""), Segment(2, 2.0, 4.0, "")])
    second = bands.of_id(2)
    assert second is not None
    moved = MovedEdges.begun(second, bands.room(second, 5.0))
    assert moved.to(Edge.START, 1.0).start == 2.0
    assert moved.to(Edge.START, 2.5).start == 2.5


def test_a_very_short_one_can_grow() -> None:
    tiny = Segment(1, 1.0, 1.05, "")
    moved = MovedEdges.begun(tiny, (0.0, 5.0))
    assert moved.to(Edge.END, 1.0).end == 1.05
    assert moved.to(Edge.END, 2.0).end == 2.0


def test_other_edges_for_one() -> None:
    changed = BANDS.with_edges(9, 2.2, 3.0)
    assert [(each.start, each.end) for each in changed.all] == [(1.0, 2.0), (2.2, 3.0), (4.0, 6.0)]
