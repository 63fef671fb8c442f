"""Prepare a recording: FLAC sections, going on after a break, the waveform, the hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from kopia_desktop.core.errors import MediaDamaged, MediaTooLong
from kopia_desktop.core.transcript import Section
from kopia_desktop.core.waveform import MAGIC
from kopia_desktop.worker.prepare import prepare, read_section
from kopia_desktop.worker.protocol import MediaProbed, Prepare, Prepared, Reply, SectionCut

SPEECH = Path(__file__).parent.parent / "data" / "speech"
RATE = 16_000
Floats = NDArray[np.float32]


class Run:
    """One run of ``prepare``: its replies and what lies in its folder."""

    def __init__(
        self,
        media: Path,
        folder: Path,
        *,
        finished: frozenset[int] = frozenset(),
        max_seconds: float = 600.0,
    ) -> None:
        self.folder = folder
        self.peaks = folder.with_suffix(".peaks")
        self.replies: list[Reply] = []
        request = Prepare(
            "job", str(media), None, max_seconds, str(folder), str(self.peaks), finished
        )
        self.done: Prepared = prepare(request, self._take)

    def _take(self, reply: Reply) -> None:
        if isinstance(reply, SectionCut) and reply.section.file_name:
            assert (self.folder / reply.section.file_name).is_file(), "reported before it is there"
        self.replies.append(reply)

    @property
    def sections(self) -> list[Section]:
        return [reply.section for reply in self.replies if isinstance(reply, SectionCut)]

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}


@pytest.fixture(scope="module")
def media() -> Path:
    return SPEECH / "en_1min_1.ogg"


@pytest.fixture(scope="module")
def whole(media: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Run(media, tmp_path_factory.mktemp("whole") / "sections")


def test_the_container_speaks_first_and_the_sections_follow(whole: Run) -> None:
    first, *others = whole.replies
    assert isinstance(first, MediaProbed)
    assert first.info.duration == pytest.approx(61.3, abs=0.1)
    assert others
    assert all(isinstance(reply, SectionCut) for reply in others)
    assert [section.index for section in whole.sections] == list(range(len(whole.sections)))


def test_sections_follow_each_other_to_the_end(whole: Run) -> None:
    sections = whole.sections
    assert len(sections) > 1
    ends = [0.0, *(section.end for section in sections)]
    assert [section.start for section in sections] == ends[:-1]
    assert ends[-1] == whole.done.duration == pytest.approx(61.3, abs=0.1)


def test_a_sections_file_is_its_sound(
    whole: Run, media: Path, listen: Callable[..., Floats]
) -> None:
    heard = listen(media)
    for section in whole.sections:
        assert section.file_name == f"{section.index:06}.flac"
        path = whole.folder / section.file_name
        read = read_section(str(path))
        part = heard[round(section.start * RATE) : round(section.end * RATE)]
        assert read.dtype == np.float32
        assert len(read) == len(part)
        assert np.abs(read - part).max() < 1 / 16_000
        assert soundfile.info(str(path)).subtype == "PCM_16"
    assert set(whole.files()) == {section.file_name for section in whole.sections}


def test_the_hash_is_the_files_own(whole: Run, media: Path) -> None:
    assert whole.done.sha256 == hashlib.sha256(media.read_bytes()).hexdigest()


def test_the_waveform_covers_the_recording(whole: Run) -> None:
    pairs = (len(whole.peaks.read_bytes()) - len(MAGIC)) / 2
    assert pairs == np.ceil(whole.done.duration * 50)


def test_a_second_run_writes_only_what_is_missing(whole: Run, media: Path, tmp_path: Path) -> None:
    again = Run(media, tmp_path / "sections", finished=frozenset({0}))
    assert again.sections == whole.sections[1:]
    expected = whole.files()
    del expected["000000.flac"]
    assert again.files() == expected
    assert again.done == whole.done
    assert again.peaks.read_bytes() == whole.peaks.read_bytes()


def test_a_broken_run_is_overwritten(whole: Run, media: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sections"
    folder.mkdir()
    (folder / "000000.flac.part").write_bytes(b"half")
    (folder / "000001.flac").write_bytes(b"from a crash")
    assert Run(media, folder).files() == whole.files()


def test_silence_is_a_section_without_a_file(tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(25 * RATE, np.float32), RATE)
    run = Run(path, tmp_path / "sections")
    assert all(section.file_name is None and not section.spans for section in run.sections)
    assert run.sections[-1].end == run.done.duration == 25.0
    assert run.files() == {}


def test_sound_beyond_full_scale_does_not_wrap_around(tmp_path: Path) -> None:
    loud = read_section(str(SPEECH / "single_en_01.flac")) * 8
    path = tmp_path / "loud.wav"
    soundfile.write(path, loud, RATE, subtype="FLOAT")
    run = Run(path, tmp_path / "sections")
    read = read_section(str(run.folder / "000000.flac"))
    assert read.max() > 0.99
    assert np.abs(read - np.clip(loud, -1.0, 1.0)).max() < 0.001


@pytest.mark.parametrize("content", [b"fLaC" + bytes(4_000), b"RIFF\x24\0\0\0WAVEfmt "])
def test_damage_leaves_no_half_waveform(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "damaged"
    path.write_bytes(content)
    with pytest.raises(Exception, match=r"\w") as raised:
        Run(path, tmp_path / "sections")
    assert type(raised.value).__module__ == MediaDamaged.__module__
    assert not list(tmp_path.glob("*.p*"))


def test_a_recording_over_the_limit_is_refused(media: Path, tmp_path: Path) -> None:
    with pytest.raises(MediaTooLong):
        Run(media, tmp_path / "sections", max_seconds=20.0)
    assert not list(tmp_path.glob("*.p*"))
