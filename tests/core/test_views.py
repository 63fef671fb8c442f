"""A transcript as it is read: spelling, then hesitations, over stored words that never change."""

from __future__ import annotations

import time

from kopia_desktop.core.transcript import Segment, Transcript, Word, words_text
from kopia_desktop.core.views import view


def segment(number: int, text: str) -> Segment:
    words = tuple(
        Word(word, number + n / 100, number + n / 100 + 0.005)
        for n, word in enumerate(text.split())
    )
    return Segment(number, float(number), number + 1.0, words_text(words), words)


def transcript(*texts: str, language: str) -> Transcript:
    segments = tuple(segment(n, text) for n, text in enumerate(texts))
    return Transcript("job_1", language, 60.0, segments, "Talk")


def test_spelling_follows_the_language_and_hesitations_are_asked_for() -> None:
    stored = transcript("Um, colors, uh, matter.", "Uh.", "Hmm... grey.", language="en_uk")
    kept = view(stored, remove_fillers=False)
    assert [s.text for s in kept.segments] == ["Um, colours, uh, matter.", "Uh.", "Hmm... grey."]
    shown = view(stored, remove_fillers=True)
    assert [(s.id, s.text) for s in shown.segments] == [(0, "Colours matter."), (2, "Grey.")]
    assert (shown.job_id, shown.title, shown.duration) == ("job_1", "Talk", 60.0)
    assert stored.segments[0].text == "Um, colors, uh, matter."


def test_another_code_can_stand_in() -> None:
    stored = transcript("The colour, um, fades.", language="en")
    assert view(stored, remove_fillers=False) == stored
    assert view(stored, remove_fillers=True, language_code="en_us").text == "The color fades."


def test_a_view_of_a_view_is_the_same() -> None:
    stored = transcript("Er, the center, uh, held.", "Mhm. Okay.", language="en_au")
    once = view(stored, remove_fillers=True)
    assert once.text == "The centre held. Okay."
    assert view(once, remove_fillers=True) == once


def test_eighty_thousand_words_take_under_two_seconds() -> None:
    texts = [
        f"Um, the colors of center {n}, uh, were organized well and we went there."
        for n in range(10)
    ] + ["Great, then we should, er, record it later, because nobody knows the program yet."] * 10
    stored = transcript(*(texts * 290), language="en_uk")
    assert sum(len(s.words) for s in stored.segments) >= 80_000
    began = time.process_time()  # the machine's other work does not count
    shown = view(stored, remove_fillers=True)
    assert time.process_time() - began < 2.0
    assert (
        shown.segments[0].text == "The colours of centre 0 were organised well and we went there."
    )
