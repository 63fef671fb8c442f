"""What a preview shows of each format, and where it stops."""

from __future__ import annotations

import pytest

from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.exporters import EXPORTERS, ExportOptions
from kopia_desktop.gui.dialogs.preview_text import preview_text


def _transcript(texts: list[str]) -> Transcript:
    segments = tuple(Segment(i, 5.0 * i, 5.0 * i + 2.0, text, ()) for i, text in enumerate(texts))
    return Transcript("job_1", "en", 5.0 * len(texts), segments, title="Talk & more.wav")


@pytest.mark.parametrize("format", list(EXPORTERS))
def test_every_format_shows_what_was_said(format: str) -> None:
    said = ["Good morning and welcome.", "How are you?"]
    content = EXPORTERS[format].render(_transcript(said), ExportOptions())
    shown = preview_text(format, content)
    assert not shown.is_cut
    words = " ".join(shown.text.split())
    assert all(text in words for text in said)


@pytest.mark.parametrize("format", ["docx", "html"])
def test_documents_show_text_only(format: str) -> None:
    content = EXPORTERS[format].render(_transcript(["Hello <you> & me."]), ExportOptions())
    shown = preview_text(format, content).text
    assert "Hello <you> & me." in shown
    assert "Talk & more" in shown
    assert "</" not in shown
    assert "{" not in shown


def test_texts_are_those_of_the_file() -> None:
    content = EXPORTERS["srt"].render(_transcript(["One.", "Two."]), ExportOptions())
    assert (
        preview_text("srt", content).text
        == content.decode("utf-8-sig").replace("\r\n", "\n").strip()
    )


@pytest.mark.parametrize("format", list(EXPORTERS))
def test_a_long_file_is_cut(format: str) -> None:
    said = [f"This is sentence number {i}." for i in range(5000)]
    shown = preview_text(format, EXPORTERS[format].render(_transcript(said), ExportOptions()))
    assert shown.is_cut
    assert len(shown.text.splitlines()) <= 200
    assert "number 4999" not in shown.text


@pytest.mark.parametrize("format", ["srt", "txt", "docx", "json"])
def test_texts_from_the_right_are_known(format: str) -> None:
    content = EXPORTERS[format].render(
        _transcript(["صباح الخير وشكرا لكم على الحضور"]), ExportOptions()
    )
    assert preview_text(format, content).is_mirrored is (format != "json")
    content = EXPORTERS[format].render(_transcript(["Good morning."]), ExportOptions())
    assert not preview_text(format, content).is_mirrored
