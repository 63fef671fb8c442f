"""The waveform: read whole or not at all, drawn at every width as the naive way would, fast."""

from __future__ import annotations

import random
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.waveform import MAGIC, PEAKS_PER_SECOND, Waveform
from kopia_desktop.worker.peaks import PeaksWriter

Pairs = list[tuple[int, int]]


def content(pairs: Pairs) -> bytes:
    return MAGIC + b"".join(
        low.to_bytes(1, signed=True) + high.to_bytes(1, signed=True) for low, high in pairs
    )


def some(count: int, seed: int = 1) -> Pairs:
    chance = random.Random(seed)
    return [(chance.randint(-127, 0), chance.randint(0, 127)) for _ in range(count)]


def test_what_the_worker_writes_is_read(tmp_path: Path) -> None:
    writer = PeaksWriter(tmp_path / "a.peaks")
    writer.feed(np.array([0.0] * 320 + [0.5, -1.0] * 160, np.float32))
    writer.finish()
    waveform = Waveform.read(tmp_path / "a.peaks")
    assert waveform.duration == 0.04
    assert list(waveform.columns(0.0, 0.04, 2)) == [(0, 0), (-127, 63)]


@pytest.mark.parametrize(
    "damaged",
    [b"", b"KPEAKS1", b"RIFF" * 10, MAGIC + b"\x01", MAGIC + b"\x80\x00", MAGIC[:-1] + b"\0\0\0"],
)
def test_what_is_damaged_is_refused(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "a.peaks"
    path.write_bytes(damaged)
    with pytest.raises(ValueError, match="waveform"):
        Waveform.read(path)
    with pytest.raises(FileNotFoundError):
        Waveform.read(tmp_path / "none.peaks")


def test_an_empty_one_is_a_flat_line() -> None:
    for empty in (Waveform(), Waveform.of(MAGIC)):
        assert empty.duration == 0.0
        assert list(empty.columns(0.0, 1.0, 3)) == [(0, 0)] * 3


def test_outside_of_the_sound_it_is_flat() -> None:
    waveform = Waveform.of(content([(-5, 5)] * 100))
    assert list(waveform.columns(-1.0, 3.0, 4)) == [(0, 0), (-5, 5), (-5, 5), (0, 0)]
    assert list(waveform.columns(0.0, 2.0, 0)) == []
    assert list(waveform.columns(1.0, 1.0, 2)) == [(0, 0)] * 2


def test_closer_than_a_peak_each_column_shows_its_peak() -> None:
    waveform = Waveform.of(content([(-1, 1), (-2, 2), (-3, 3)]))
    assert list(waveform.columns(0.02, 0.04, 4)) == [(-2, 2)] * 4


@given(
    count=st.integers(1, 9000),
    columns=st.integers(1, 300),
    start=st.floats(0.0, 0.9),
    share=st.floats(0.05, 1.0),
)
@settings(max_examples=60, deadline=None)
def test_no_peak_is_lost_at_any_width(count: int, columns: int, start: float, share: float) -> None:
    """The loudest of the whole is shown, and no column shows what is not near it."""
    pairs = some(count, seed=count)
    waveform = Waveform.of(content(pairs))
    first = start * waveform.duration
    last = first + share * (waveform.duration - first)
    shown = waveform.columns(first, last, columns)
    inside = pairs[int(first * PEAKS_PER_SECOND) + 1 : int(last * PEAKS_PER_SECOND)]
    assert len(shown) == columns
    if inside and columns <= len(inside):
        assert max(high for _, high in shown) >= max(high for _, high in inside)
        assert min(low for low, _ in shown) <= min(low for low, _ in inside)
    width = (last - first) * PEAKS_PER_SECOND / columns
    for number, (low, high) in enumerate(shown):
        left = first * PEAKS_PER_SECOND + number * width
        near = pairs[max(int(left - width) - 1, 0) : int(left + 2 * width) + 2]
        assert any(low == each for each, _ in near)
        assert any(high == each for _, each in near)


def test_ten_hours_are_quick() -> None:
    """The limits are those of the design, not those of this computer: measured 0.25 s and 1 ms."""
    count = 10 * 3600 * PEAKS_PER_SECOND
    peaks = (content(some(1000))[len(MAGIC) :] * (count // 1000))[: 2 * count]
    began = time.perf_counter()
    waveform = Waveform.of(MAGIC + peaks)
    assert time.perf_counter() - began < 1.0
    for start, end in ((0.0, 36_000.0), (1000.0, 1010.0), (0.0, 9000.0), (100.0, 259.6)):
        assert _fastest(waveform, start, end) < 0.003


def _fastest(waveform: Waveform, start: float, end: float) -> float:
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        waveform.columns(start, end, 2000)
        taken.append(time.perf_counter() - began)
    return min(taken)
