"""Words become sentences; none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.transcript import Word, words_text
from kopia_desktop.worker.sentences import split


def said(text: str, *, pauses: dict[int, float] | None = None, glued: bool = False) -> list[Word]:
    """Words of 0.3 s each, with pauses before those of the given numbers."""
    words, now = [], 0.0
    for number, word in enumerate(text.split()):
        now += (pauses or {}).get(number, 0.0)
        words.append(Word(word, now, now + 0.3, glued=glued and bool(words)))
        now += 0.3
    return words


def sentences(text: str, *, glued: bool = False) -> list[str]:
    return [words_text(part) for part in split(said(text, glued=glued))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Great, then we go.", "Are you there?", "Yes!", "Well…", "No."],
        ["Dr. Smith met Mr. Jones vs. the U.S. team.", "He won."],
        ["J. K. Rowling wrote it.", "We read it."],
        ["It costs 3.5 dollars.", "She paid 1.000,50 euros."],
        ["So do I.", "Then we left."],
        ["Me and the dog, e.g. Rex, i.e. him.", "Good."],
        ["¿Dónde está?", "¡Aquí!", "«Bien.»", "“Sí.”", "(No.)", "Vale."],
        ["La Sra. Gómez y el Sr. Ruiz llegaron.", "¿Y EE.UU. también?", "No sé."],
        ["أين الكتاب؟", "هنا."],
        ["यह किताब है।", "वह कलम है।"],
        ["He said \"stop!\" and left.", "We stayed."],
        ["Wait... what?", "Nothing."],
        ["No.", "I read No. 5 and fig. 3 in vol. 12.", "It is art.", "We like it."],
    ],
)  # fmt: skip
def test_sentences_end_where_punctuation_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_japanese_and_chinese_sentences_end_without_spaces() -> None:
    text = "今日は 天気が いい です。 散歩 しますか？ はい！ 好。 走吧。"
    assert sentences(text, glued=True) == [
        "今日は天気がいいです。", "散歩しますか？", "はい！", "好。", "走吧。"
    ]  # fmt: skip


def test_a_pause_ends_a_sentence_without_punctuation() -> None:
    words = said("so we went home and then Ben came", pauses={4: 2.1, 6: 0.7})
    assert [words_text(part) for part in split(words)] == [
        "so we went home",
        "and then",
        "Ben came",
    ]


def test_a_pause_before_i_is_no_new_sentence() -> None:
    words = said("then I went and I, too", pauses={1: 0.7, 4: 0.7})
    assert len(split(words)) == 1


def test_a_full_stop_before_a_small_letter_needs_a_pause() -> None:
    assert len(split(said("at 5 approx. then left. and went"))) == 1
    assert len(split(said("we left. and went", pauses={2: 0.7}))) == 2


def test_a_long_run_is_divided_at_its_clauses() -> None:
    run = " ".join(["word"] * 30 + ["word,"] + ["word"] * 40)
    first, second = split(said(run))
    assert (first[-1].text, len(first), len(second)) == ("word,", 31, 40)


WORDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["one", "Two", "I", "Mr.", "J.", "end.", "why?", "3.5", "so,", "好。", "…"]
        ),
        st.floats(0.0, 3.0),
        st.floats(0.02, 3.0),
    ),
    max_size=200,
)


@given(WORDS)
def test_no_word_is_lost_and_no_segment_is_endless(raw: list[tuple[str, float, float]]) -> None:
    words, now = [], 0.0
    for text, pause, length in raw:
        words.append(Word(text, now + pause, now + pause + length))
        now += pause + length
    parts = split(words)
    assert [word for part in parts for word in part] == words
    assert all(parts)
    for part in parts:
        assert len(part) == 1 or (len(part) <= 60 and part[-1].end - part[0].start <= 20.0)
