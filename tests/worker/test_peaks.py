"""The waveform's file: its bytes, and that it is there only when it is whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kopia_desktop.core.waveform import MAGIC, PEAKS_PER_SECOND
from kopia_desktop.worker.peaks import PeaksWriter


def write(path: Path, blocks: list[list[float]]) -> bytes:
    writer = PeaksWriter(path)
    for block in blocks:
        writer.feed(np.array(block, np.float32))
    writer.finish()
    return path.read_bytes()


def test_each_20_ms_is_its_quietest_and_loudest_sample(tmp_path: Path) -> None:
    quiet, loud = [0.0] * 320, [0.5, -1.0] * 160
    data = write(tmp_path / "a.peaks", [quiet + loud + [0.25] * 10])
    assert data[: len(MAGIC)] == b"KPEAKS1\n"
    pairs = np.frombuffer(data[len(MAGIC) :], np.int8).reshape(-1, 2).tolist()
    assert pairs == [[0, 0], [-127, 63], [31, 31]]


@pytest.mark.parametrize("size", [1, 7, 319, 320, 321, 5_000])
def test_blocks_of_any_size_make_the_same_file(tmp_path: Path, size: int) -> None:
    sound = np.sin(np.arange(2_000) / 7.0).astype(np.float32).tolist()
    blocks = [sound[at : at + size] for at in range(0, len(sound), size)]
    assert write(tmp_path / "a.peaks", blocks) == write(tmp_path / "b.peaks", [sound])


def test_sound_beyond_full_scale_is_held_there(tmp_path: Path) -> None:
    data = write(tmp_path / "a.peaks", [[3.0, -3.0] * 160])
    assert np.frombuffer(data[len(MAGIC) :], np.int8).tolist() == [-127, 127]


def test_an_hour_takes_360_kilobytes(tmp_path: Path) -> None:
    minute = [0.0] * 60 * 16_000
    data = write(tmp_path / "a.peaks", [minute])
    assert len(data) == len(MAGIC) + 60 * PEAKS_PER_SECOND * 2
    assert (len(data) - len(MAGIC)) * 60 == 360_000


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.peaks"
    writer = PeaksWriter(path)
    writer.feed(np.zeros(1_000, np.float32))
    assert not path.exists()
    writer.finish()
    assert list(path.parent.iterdir()) == [path]


def test_an_abandoned_waveform_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.peaks").write_bytes(b"older")
    writer = PeaksWriter(tmp_path / "a.peaks")
    writer.feed(np.zeros(1_000, np.float32))
    writer.abandon()
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"older"]
