"""The scores themselves: a wrong ruler would make every figure wrong."""

from __future__ import annotations

import random
import time

import pytest

from tests.benchmarks.scoring import (
    Passage,
    TimedWord,
    align,
    sentence_score,
    time_score,
    timed_words,
    tokens,
    word_errors,
)


def passage(text: str, start: float, *, step: float = 0.5) -> Passage:
    words = tuple(
        (word, start + index * step, start + (index + 1) * step)
        for index, word in enumerate(text.split())
    )
    return Passage(start, start + len(words) * step, words)


def plain_distance(left: list[str], right: list[str]) -> int:
    """The textbook edit distance, cell by cell."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def test_case_and_punctuation_do_not_count() -> None:
    assert tokens("Great, then we DON'T: 5% (twenty-one)…") == [
        "great", "then", "we", "don't", "5%", "twenty", "one",
    ]  # fmt: skip
    assert word_errors("Uh, it was good.", "uh it was, good") == (0, 4)


@pytest.mark.parametrize(
    ("said", "heard", "errors"),
    [
        ("a b c d", "a b c d", 0),
        ("a b c d", "a x c d", 1),
        ("a b c d", "a c d", 1),
        ("a b c d", "a b x c d", 1),
        ("a b c d", "", 4),
        ("", "a b", 2),
        ("", "", 0),
        ("a b c", "b c d", 2),
    ],
)
def test_counts_each_kind_of_error(said: str, heard: str, errors: int) -> None:
    assert word_errors(said, heard) == (errors, len(said.split()))


def test_agrees_with_the_textbook_edit_distance() -> None:
    generator = random.Random(5)
    for _ in range(200):
        left = generator.choices("abcd", k=generator.randrange(12))
        right = generator.choices("abcd", k=generator.randrange(12))
        said = [TimedWord(word, generator.uniform(0, 9), 0.0, 0) for word in left]
        heard = [TimedWord(word, generator.uniform(0, 9), 0.0, 0) for word in right]
        alignment = align(said, heard)
        assert alignment.errors == plain_distance(left, right)
        assert [i for i, _ in alignment.pairs if i is not None] == list(range(len(left)))
        assert [j for _, j in alignment.pairs if j is not None] == list(range(len(right)))


def test_equal_alignments_are_decided_by_time() -> None:
    said = [TimedWord("no", 1.0, 1.2, 0), TimedWord("no", 9.0, 9.2, 1)]
    assert align(said, [TimedWord("no", 8.9, 9.1, 0)]).pairs == ((0, None), (1, 0))
    assert align(said, [TimedWord("no", 1.1, 1.3, 0)]).pairs == ((0, 0), (1, None))


def test_an_hour_of_words_is_aligned_in_seconds() -> None:
    generator = random.Random(6)
    said = [TimedWord(str(generator.randrange(500)), i * 0.45, 0.0, 0) for i in range(8000)]
    heard = [word for word in said if generator.random() > 0.05]
    began = time.perf_counter()
    assert align(said, heard).errors == len(said) - len(heard)
    assert time.perf_counter() - began < 20


def test_a_segment_that_is_a_sentence_agrees() -> None:
    sentences = [passage("We met Anna.", 1.0), passage("She was late, um, again.", 4.0)]
    assert sentence_score(sentences, sentences).strict_share == 1.0
    swapped = [passage("We met Hannah", 1.25), passage("She was late um again", 3.8)]
    score = sentence_score(sentences, swapped)
    assert (score.segments, score.agreeing, score.strict) == (2, 2, 1)


@pytest.mark.parametrize(
    "segment",
    [
        passage("We met", 1.0),  # a word is missing
        passage("We met Anna", 1.35),  # starts too late
        passage("We met Anna She", 1.0),  # a neighbour's word
        passage("We met Anna She was late um again", 1.0),  # a lump
    ],
)
def test_a_segment_that_is_no_sentence_does_not_agree(segment: Passage) -> None:
    sentences = [passage("We met Anna.", 1.0), passage("She was late, um, again.", 4.0)]
    assert sentence_score(sentences, [segment]).agreeing == 0


def test_two_halves_of_a_sentence_do_not_agree() -> None:
    sentences = [passage("She was late again.", 4.0)]
    halves = [passage("She was", 4.0), passage("late again", 5.0)]
    score = sentence_score(sentences, halves)
    assert (score.segments, score.agreeing) == (2, 0)


def test_segments_without_words_are_not_counted() -> None:
    sentences = [passage("We met.", 1.0)]
    assert sentence_score(sentences, [*sentences, Passage(3.0, 4.0, ())]).segments == 1


def test_time_errors_and_drift() -> None:
    said = timed_words([passage("a b c d e f g h i", 0.0)])
    heard = [
        TimedWord(word.text, word.start + 0.01 * index, word.end, 0)
        for index, word in enumerate(said)
    ]
    score = time_score(align(said, heard).matches())
    assert score.words == 9
    assert score.median == pytest.approx(0.04)
    assert score.early == pytest.approx(0.01)
    assert score.late == pytest.approx(0.07)
    assert score.drift == pytest.approx(0.06)


def test_time_errors_need_words() -> None:
    with pytest.raises(ValueError, match="too few"):
        time_score([])
