"""What a person should hear again."""

from __future__ import annotations

from dataclasses import replace

from kopia_desktop.core.doubts import LOW_CONFIDENCE, is_doubtful, is_doubtful_as_whole
from kopia_desktop.core.transcript import Doubt, Segment, Word

SURE = Segment(1, 0.0, 1.0, "Hello", (Word("Hello", 0.0, 1.0, LOW_CONFIDENCE),))
UNSURE = replace(SURE, words=(Word("Hello", 0.0, 1.0, LOW_CONFIDENCE - 0.01),))


def test_a_word_below_an_even_chance_is_doubtful() -> None:
    assert not is_doubtful(SURE)
    assert is_doubtful(UNSURE)
    assert not is_doubtful_as_whole(UNSURE)


def test_a_segment_in_doubt_is_until_a_person_corrects_it() -> None:
    doubtful = replace(SURE, doubt=Doubt.LOOP)
    assert is_doubtful(doubtful)
    assert is_doubtful_as_whole(doubtful)
    assert not is_doubtful(replace(doubtful, edited=True))
    assert is_doubtful(replace(UNSURE, doubt=Doubt.LOOP, edited=True))
