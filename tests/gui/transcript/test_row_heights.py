"""The tree of heights against a plain list."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.gui.transcript.row_heights import RowHeights

HEIGHTS = st.lists(st.integers(0, 90), max_size=40)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.integers(0, 40), HEIGHTS),
        st.tuples(st.just("remove"), st.integers(0, 40), st.integers(0, 12)),
        st.tuples(st.just("measured"), st.integers(0, 40), st.integers(0, 200)),
        st.tuples(st.just("append"), st.just(0), HEIGHTS),
    ),
    max_size=12,
)


def row_at(heights: list[int], y: int) -> int:
    """The row that holds a pixel, counted out."""
    if not heights:
        return -1
    rows = [row for row, height in enumerate(heights) if height]
    top = 0
    for row, height in enumerate(heights):
        if top <= y < top + height:
            return row
        top += height
    if y < 0:
        return 0
    return rows[-1] if rows else 0


@settings(deadline=None)
@given(HEIGHTS, STEPS)
def test_it_is_what_a_list_would_be(first: list[int], steps: list[tuple[str, int, object]]) -> None:
    tree, plain = RowHeights(), list(first)
    tree.reset(first)
    for kind, place, value in steps:
        row = min(place, len(plain))
        if kind in ("insert", "append"):
            assert isinstance(value, list)
            row = len(plain) if kind == "append" else row
            tree.insert(row, value)
            plain[row:row] = value
        elif kind == "remove":
            assert isinstance(value, int)
            count = min(value, len(plain) - row)
            tree.remove(row, count)
            del plain[row : row + count]
        elif row < len(plain):
            assert isinstance(value, int)
            tree.measured(row, value)
            plain[row] = value
            assert tree.is_exact(row)
    assert len(tree) == len(plain)
    assert [tree.height(row) for row in range(len(plain))] == plain
    assert [tree.top(row) for row in range(len(plain) + 1)] == [
        sum(plain[:row]) for row in range(len(plain) + 1)
    ]
    for y in range(-3, sum(plain) + 4):
        assert tree.row_at(y) == row_at(plain, y)


def test_estimates_and_what_was_measured_are_told_apart() -> None:
    tree = RowHeights()
    tree.reset([10, 10, 10])
    tree.measured(1, 14)
    tree.insert(0, [7])
    assert [tree.is_exact(row) for row in range(4)] == [False, False, True, False]
    tree.doubt(2)
    assert not tree.is_exact(2)
    assert tree.height(2) == 14
    assert tree.total == 41
