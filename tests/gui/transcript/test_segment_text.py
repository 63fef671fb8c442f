"""Where words stand in a text, in Qt's units and in each filler mode."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kopia_desktop.core.transcript import Doubt, Segment, Word
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.reading_type import ReadingType
from kopia_desktop.gui.transcript.segment_layout import SegmentLayout
from kopia_desktop.gui.transcript.segment_text import (
    ShownText,
    characters_before,
    shown_text,
    units_before,
)
from tests.gui.conftest import spoken


def words_of(segment: Segment, language: str, mode: FillerMode = FillerMode.SHOWN) -> list[str]:
    shown = shown_text(segment, language, mode)
    assert shown is not None
    units = shown.text.encode("utf-16-le")
    return [
        units[2 * w.offset : 2 * (w.offset + w.length)].decode("utf-16-le") for w in shown.words
    ]


def test_words_are_where_they_stand_behind_an_emoji() -> None:
    segment = spoken("So 😀 it is", 0.0)
    assert words_of(segment, "en") == ["So", "😀", "it", "is"]
    assert units_before(segment.text, 4) == 5
    assert characters_before(segment.text, 5) == 4


def test_words_without_spaces() -> None:
    words = (
        Word("私は", 0.0, 0.4),
        Word("学生", 0.4, 0.8, glued=True),
        Word("です。", 0.8, 1.2, glued=True),
    )
    segment = Segment(1, 0.0, 1.2, "私は学生です。", words)
    assert words_of(segment, "ja") == ["私は", "学生", "です。"]
    shown = shown_text(segment, "ja", FillerMode.SHOWN)
    assert shown is not None
    assert shown.word_at(3) == 1
    assert shown.word_during(0.9) == 2


def test_a_word_that_the_text_no_longer_has_is_left_out() -> None:
    segment = Segment(1, 0.0, 1.0, "Hello all", spoken("Hello big world", 0.0).words)
    assert words_of(segment, "en") == ["Hello"]


def test_fillers_are_struck_or_hidden() -> None:
    segment = spoken("Um, it is, uh, late.", 0.0)
    struck = shown_text(segment, "en", FillerMode.STRUCK)
    assert struck is not None
    assert struck.struck == ((0, 3), (11, 3))
    assert words_of(segment, "en", FillerMode.HIDDEN) == ["It", "is", "late."]
    assert shown_text(spoken("Uh, um.", 0.0), "en", FillerMode.HIDDEN) is None


def test_doubts_are_ranges() -> None:
    words = tuple(
        Word(text, n / 2, n / 2 + 0.5, confidence)
        for n, (text, confidence) in enumerate(
            [("a", 0.9), ("bad", 0.2), ("idea", 0.3), ("here", 0.9), ("too", 0.1)]
        )
    )
    segment = Segment(1, 0.0, 2.5, "a bad idea here too", words)
    shown = shown_text(segment, "en", FillerMode.SHOWN)
    assert shown is not None
    assert shown.doubts == ((2, 8), (16, 3))
    whole = Segment(1, 0.0, 2.5, segment.text, words, doubt=Doubt.LOOP)
    shown = shown_text(whole, "en", FillerMode.SHOWN)
    assert shown is not None
    assert shown.doubts == ((0, 19),)


def test_a_word_at_a_border_of_directions_has_all_its_letters(qapp: QApplication) -> None:
    """English that begins a line of Arabic: Qt tells one place for both edges of its H."""
    text = "شارع Harrow"
    layout = SegmentLayout.of(
        ShownText(text), 400, "ar", type_=ReadingType.of(15), struck=QColor("grey")
    )
    alone = SegmentLayout.of(
        ShownText("Harrow"), 400, "en", type_=ReadingType.of(15), struck=QColor("grey")
    )
    (word,) = layout.rectangles((5, 6))
    (same,) = alone.rectangles((0, 6))
    assert abs(word.width() - same.width()) < 1.0
