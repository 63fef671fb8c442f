"""The registry, and what holds for every format."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.errors import UnknownFormat
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.exporters import EXPORTERS, ExportOptions, exporter

OPTIONS = ExportOptions()


def test_every_format_is_found_by_its_name() -> None:
    assert tuple(EXPORTERS) == (
        "srt", "vtt", "txt", "txt-times", "json", "csv", "md", "docx", "html",
    )  # fmt: skip
    for name, found in EXPORTERS.items():
        assert exporter(name.upper()) is found
        assert found.name == name
        assert found.label
        assert not found.extension.startswith(".")


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UnknownFormat) as raised:
        exporter("pdf")
    assert "'pdf'" in raised.value.message
    assert all(name in raised.value.hint for name in EXPORTERS)


def test_golden(golden: tuple[Transcript, str, bytes]) -> None:
    transcript, name, expected = golden
    assert EXPORTERS[name].render(transcript, OPTIONS) == expected


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_empty_transcript_is_a_valid_file_without_text(name: str) -> None:
    empty = Transcript("job_1", "en", 3.0, ())
    silent = replace(empty, segments=(Segment(1, 0.0, 2.0, "Thank you.", suppressed=True),))
    content = EXPORTERS[name].render(empty, OPTIONS)
    assert EXPORTERS[name].render(silent, OPTIONS) == content
    assert b"Thank" not in content


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_same_transcript_gives_the_same_bytes_in_another_process(
    name: str, recordings: Mapping[str, Transcript]
) -> None:
    here = EXPORTERS[name].render(recordings["ar"], OPTIONS)
    script = (
        "import pickle, sys\n"
        "from kopia_desktop.exporters import EXPORTERS, ExportOptions\n"
        "transcript = pickle.load(sys.stdin.buffer)\n"
        f"sys.stdout.buffer.write(EXPORTERS[{name!r}].render(transcript, ExportOptions()))\n"
    )
    there = subprocess.run(
        [sys.executable, "-c", script],
        input=pickle.dumps(recordings["ar"]),
        capture_output=True,
        check=True,
    ).stdout
    assert there == here


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=5), st.text(max_size=20))
def test_any_text_can_be_written(texts: list[str], title: str) -> None:
    segments = tuple(Segment(n, 2.0 * n, 2.0 * n + 1.5, text) for n, text in enumerate(texts))
    transcript = Transcript("job_1", "en", 20.0, segments, title)
    for one in EXPORTERS.values():
        content = one.render(transcript, OPTIONS)
        if one.name != "docx":
            content.decode("utf-8")


def test_half_a_surrogate_pair_does_not_stop_an_export() -> None:
    transcript = Transcript("job_1", "en", 2.0, (Segment(1, 0.0, 1.0, "bad \ud83d end"),), "\udc00")
    for one in EXPORTERS.values():
        assert one.render(transcript, OPTIONS)


@pytest.mark.parametrize("name", EXPORTERS)
def test_eighty_thousand_words_stay_within_time_and_memory(
    name: str, long_recording: Transcript
) -> None:
    began = time.process_time()
    content = EXPORTERS[name].render(long_recording, OPTIONS)
    assert time.process_time() - began < 15.0
    assert len(content) > 10_000
    part = replace(long_recording, segments=long_recording.segments[:500])
    tracemalloc.start()
    try:
        EXPORTERS[name].render(part, OPTIONS)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 7_500_000  # of a twentieth of the words: under 150 MB for all of them
