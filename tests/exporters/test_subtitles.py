"""srt and vtt, read back by a real subtitle reader (FFmpeg's)."""

from __future__ import annotations

import io
from collections.abc import Mapping

import av
import pytest

from kopia_desktop.core.cues import Cue, lay_out
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.exporters import EXPORTERS, ExportOptions

OPTIONS = ExportOptions()
READERS = {"srt": "srt", "vtt": "webvtt"}


def read_back(content: bytes, name: str) -> list[tuple[int, int, str]]:
    """Start and end in milliseconds and the text of every cue, as FFmpeg understands the file."""
    found = []
    with av.open(io.BytesIO(content), format=READERS[name]) as container:
        for packet in container.demux(subtitles=0):
            if packet.size == 0:
                continue
            (subtitle,) = packet.decode()
            text = (
                subtitle.ass.split(b",", 8)[8].decode().replace("\\N", "\n").replace("\\{{}", "{")
            )
            start = round(packet.pts * packet.time_base * 1000)
            end = round((packet.pts + packet.duration) * packet.time_base * 1000)
            found.append((start, end, text.replace("\u2060", "")))
    return found


def expected(cues: tuple[Cue, ...]) -> list[tuple[int, int, str]]:
    return [(round(cue.start * 1000), round(cue.end * 1000), cue.text) for cue in cues]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("language", ["en", "es", "ar", "ja"])
def test_a_reader_finds_every_cue(
    name: str, language: str, recordings: Mapping[str, Transcript]
) -> None:
    transcript = recordings[language]
    cues = lay_out(transcript.segments, OPTIONS.subtitles, transcript.language)
    content = EXPORTERS[name].render(transcript, OPTIONS)
    assert read_back(content, name) == expected(cues)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "He drew an arrow --> and went on.",
        "00:00:01,000 --> 00:00:02,000",
        "one\n\n2\n\ntwo",
        "Use <b>bold</b> & {\\an8} here, <i>please</i>.",
        "a < b and c > d",
        "&lt; is an entity &amp;",
        "WEBVTT",
        "NOTE this",
        "bell\x07 and null\x00 inside",
    ],
)
def test_no_text_breaks_the_file(name: str, text: str) -> None:
    segments = (Segment(1, 1.0, 3.0, text), Segment(2, 9.0, 11.0, "The end."))
    content = EXPORTERS[name].render(Transcript("job_1", "en", 12.0, segments), OPTIONS)
    said = " ".join(text.replace("\x07", "").replace("\x00", "").split())
    cues = read_back(content, name)
    assert " ".join(" ".join(cue[2] for cue in cues[:-1]).split()) == said
    assert cues[-1][2] == "The end."


@pytest.mark.parametrize("name", READERS)
def test_more_than_99_hours(name: str) -> None:
    transcript = Transcript("job_1", "en", 400_000.0, (Segment(1, 360_001.5, 360_004.0, "Late."),))
    content = EXPORTERS[name].render(transcript, OPTIONS)
    assert b"100:00:01" in content
    assert read_back(content, name) == [(360_001_500, 360_004_000, "Late.")]


def test_line_ends_and_encoding() -> None:
    transcript = Transcript("job_1", "en", 9.0, (Segment(1, 0.0, 2.0, "Héllo."),))
    srt = EXPORTERS["srt"].render(transcript, OPTIONS)
    assert srt == "1\r\n00:00:00,000 --> 00:00:02,000\r\nHéllo.\r\n\r\n".encode()
    vtt = EXPORTERS["vtt"].render(transcript, OPTIONS)
    assert vtt == "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nHéllo.\n".encode()


@pytest.mark.parametrize("name", READERS)
def test_the_rules_of_the_settings_are_used(
    name: str, recordings: Mapping[str, Transcript]
) -> None:
    narrow = ExportOptions(subtitles=SubtitleSettings(max_lines=1, max_line_length=20))
    cues = read_back(EXPORTERS[name].render(recordings["es"], narrow), name)
    assert cues
    assert all("\n" not in text and len(text) <= 20 for _, _, text in cues)
