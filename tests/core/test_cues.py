"""Cues: nothing is lost, limits hold, times are right, breaks are where a reader wants them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.cues import Cue, lay_out
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Segment, Word, words_text

RULES = SubtitleSettings()
GAP = RULES.min_gap


def said(text: str, *, start: float = 0.0, rate: float = 14.0, unspaced: int = 0) -> Segment:
    """A segment at ``rate`` characters a second; ``unspaced``: characters a word, 0 for spaces."""
    parts = text.split()
    if unspaced:
        parts = [text[i : i + unspaced] for i in range(0, len(text), unspaced)]
    words: list[Word] = []
    now = start
    for part in parts:
        seconds = (len(part) + (0 if unspaced else 1)) / rate
        words.append(Word(part, now, now + 0.9 * seconds, 0.9, bool(unspaced and words)))
        now += seconds
    return Segment(0, start, words[-1].end, text, tuple(words))


def lines(cues: Sequence[Cue]) -> list[str]:
    return [line for cue in cues for line in cue.lines]


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_sound(cues: Sequence[Cue], rules: SubtitleSettings = RULES) -> None:
    for cue in cues:
        assert cue.start < cue.end
        assert 1 <= len(cue.lines) <= rules.max_lines
        assert all(line and line == line.strip() for line in cue.lines)
        assert cue.end - cue.start <= rules.max_seconds + 1e-6
    for one, following in pairwise(cues):
        assert following.start - one.end >= rules.min_gap - 1e-6


# Random segments

LATIN = st.sampled_from(
    "a of the and London Peter 25 000 million however, right. Dr. J. (so) well-known «oui» -->"
    " extraordinary incomprehensibilities no! 3.5 % – https://example.org/a/very/long/address/indeed"
    " internationalisation".split()
)
JAPANESE = st.sampled_from(
    "会議 です。 の 「東京」 コンピュ ーター 、 っ て ました AI 25 が".split()
)


@st.composite
def segment_lists(
    draw: st.DrawFn, vocabulary: st.SearchStrategy[str], glued: bool
) -> list[Segment]:
    """Segments with random pauses, zero-length words, missing words and overlaps."""
    now = 0.0
    segments = []
    for _ in range(draw(st.integers(1, 4))):
        now = max(0.0, now + draw(st.sampled_from([-1.5, 0.0, 0.05, 0.4, 2.5])))
        start = now
        words: list[Word] = []
        for text in draw(st.lists(vocabulary, min_size=1, max_size=25)):
            seconds = draw(st.sampled_from([0.0, 0.05, 0.3, 0.3, 1.2, 9.0]))
            words.append(Word(text, now, now + seconds, 0.5, glued and bool(words)))
            now += seconds + draw(st.sampled_from([0.0, 0.0, 0.1, 1.1]))
        kept = () if draw(st.integers(0, 4)) == 0 else tuple(words)
        segments.append(Segment(0, start, now, words_text(words), kept))
    return segments


def check_random(segments: list[Segment], language: str, limit: int, breakable: bool) -> None:
    cues = lay_out(segments, RULES, language)
    assert_sound(cues)
    ordered = all(
        b.start >= (a.words[-1].start if a.words else a.end) for a, b in pairwise(segments)
    )
    told = squeezed("".join(lines(cues)))
    expected = squeezed("".join(segment.text for segment in segments))
    if ordered:
        assert told == expected
    else:  # cues of overlapping segments are in the order of time
        assert sorted(told) == sorted(expected)
    for line in lines(cues):
        assert len(line) <= limit or (" " not in line and not breakable)
    starts = [start for segment in segments for start in _starts(segment)]
    assert all(cue.start >= min(starts) for cue in cues)


def _starts(segment: Segment) -> list[float]:
    return [word.start for word in segment.words] or [segment.start]


@settings(max_examples=300, deadline=None)
@given(segment_lists(LATIN, glued=False))
def test_any_spaced_segments_keep_every_word_and_all_limits(segments: list[Segment]) -> None:
    check_random(segments, "en", RULES.max_line_length, breakable=False)


@settings(max_examples=300, deadline=None)
@given(segment_lists(JAPANESE, glued=True))
def test_any_unspaced_segments_keep_every_word_and_all_limits(segments: list[Segment]) -> None:
    check_random(segments, "ja", RULES.max_line_length_cjk, breakable=True)


@settings(max_examples=150, deadline=None)
@given(
    segment_lists(LATIN, glued=False),
    st.builds(
        SubtitleSettings,
        max_lines=st.integers(1, 4),
        max_line_length=st.integers(10, 60),
        min_gap=st.sampled_from([0.0, 0.083, 1.0]),
        min_seconds=st.sampled_from([0.1, 5 / 6, 5.0]),
        max_seconds=st.sampled_from([1.0, 7.0]),
    ),
)
def test_any_rules_are_kept(segments: list[Segment], rules: SubtitleSettings) -> None:
    cues = lay_out(segments, rules, "en")
    assert_sound(cues, rules)
    for line in lines(cues):
        assert len(line) <= rules.max_line_length or " " not in line


@settings(max_examples=100, deadline=None)
@given(st.lists(LATIN, min_size=1, max_size=40), st.sampled_from([3.0, 14.0, 40.0]))
def test_a_cue_starts_with_its_first_word(texts: list[str], rate: float) -> None:
    segment = said(" ".join(texts), start=5.0, rate=rate)
    remaining = list(segment.words)
    for cue in lay_out([segment], RULES, "en"):
        assert cue.start >= remaining[0].start
        assert cue.start == pytest.approx(remaining[0].start, abs=0.5)
        del remaining[: len(cue.text.split())]
    assert not remaining


# Breaks


def test_sentences_of_a_segment_stand_in_cues_of_their_own() -> None:
    segment = said("The meeting begins at nine in the morning. Please bring your own papers along.")
    assert [cue.lines for cue in lay_out([segment], RULES, "en")] == [
        ("The meeting begins at nine in the morning.",),
        ("Please bring your own papers along.",),
    ]


def test_lines_break_at_the_clause_and_before_the_conjunction() -> None:
    clause = said("When the rain had finally stopped, we walked down to the river.")
    conjunction = said("We walked slowly along the river and talked about the whole year.")
    assert lines(lay_out([clause], RULES, "en"))[0] == "When the rain had finally stopped,"
    assert lines(lay_out([conjunction], RULES, "en"))[0] == "We walked slowly along the river"


@pytest.mark.parametrize(
    ("language", "text", "together"),
    [
        (
            "en",
            "The chairman of our association is called Dr. Margaret Jane Thompson.",
            "Dr. Margaret",
        ),
        ("en", "Yesterday evening there were again some 25 000 visitors in town.", "25 000"),
        ("en", "They said that the new building would cost 12 million in all.", "12 million"),
        ("es", "Ayer por la tarde llegamos por fin a la ciudad de Nueva York.", "Nueva York"),
        (
            "de",
            "Gestern Abend haben wir schließlich lange mit Anna Schmidt geredet.",
            "Anna Schmidt",
        ),
    ],
)
def test_names_and_numbers_stay_on_one_line(language: str, text: str, together: str) -> None:
    cues = lay_out([said(text)], RULES, language)
    assert len(lines(cues)) > 1
    assert any(together in line for line in lines(cues))


def test_no_line_ends_with_an_article_where_it_need_not() -> None:
    text = "She put all of the books that she had bought in the city on the table in the kitchen."
    ends = [line.split()[-1] for line in lines(lay_out([said(text)], RULES, "en"))]
    assert not {"the", "of", "in", "on", "that"} & set(ends)


def test_two_lines_are_balanced_and_a_little_bottom_heavy() -> None:
    text = "seven winters passed before anybody noticed something strange happening"
    (cue,) = lay_out([said(text, rate=16.0)], RULES, "en")
    first, second = cue.lines
    assert abs(len(first) - len(second)) <= 12
    assert len(first) <= len(second)


def test_a_word_longer_than_a_line_is_kept_whole() -> None:
    address = "https://example.org/" + "a" * 60
    cues = lay_out([said(f"Look at {address} tonight.", rate=30)], RULES, "en")
    assert address in lines(cues)


def test_a_short_answer_shares_a_cue_only_when_it_would_flash_by() -> None:
    question = said("Are you coming with us?", start=0.0)
    end = question.end
    hurried = [
        question,
        Segment(0, end + 0.1, end + 0.3, "Yes."),
        said("Then go.", start=end + 0.4),
    ]
    calm = [question, Segment(0, end + 0.5, end + 0.7, "Yes."), said("Then go.", start=end + 2.0)]
    shared = [cue.lines for cue in lay_out(hurried, RULES, "en") if "Yes." in cue.text]
    assert shared == [("Yes.", "Then go.")]
    assert ("Yes.",) in [cue.lines for cue in lay_out(calm, RULES, "en")]


# Times


def test_a_short_cue_stays_into_the_silence_but_not_into_the_next_one() -> None:
    alone = lay_out([Segment(0, 1.0, 1.2, "Yes.")], RULES, "en")
    followed = lay_out(
        [Segment(0, 1.0, 1.2, "Yes."), said("No, not today.", start=1.6)], RULES, "en"
    )
    assert alone[0].end == pytest.approx(1.0 + RULES.min_seconds)
    assert followed[0].end == pytest.approx(1.6 - GAP)


def test_a_fast_cue_stays_until_it_can_be_read() -> None:
    segment = said("Nobody could have understood that so fast", rate=60.0)
    (cue,) = lay_out([segment], RULES, "en")
    assert cue.end - cue.start == pytest.approx(len(cue.text) / RULES.max_rate)


def test_no_cue_stands_longer_than_allowed() -> None:
    cues = lay_out([Segment(0, 0.0, 60.0, "Hum.", (Word("Hum.", 0.0, 60.0),))], RULES, "en")
    assert cues == (Cue(0.0, RULES.max_seconds, ("Hum.",)),)


def test_times_come_from_the_words_and_not_from_equal_parts() -> None:
    first = said("This sentence was spoken in a hurry at the start.", rate=25.0)
    second = said("And this one followed after a long silence.", start=20.0)
    both = Segment(0, 0.0, second.end, f"{first.text} {second.text}", first.words + second.words)
    cues = lay_out([both], RULES, "en")
    assert [cue.start for cue in cues] == [0.0, 20.0]


def test_an_edited_text_keeps_the_times_of_what_was_not_edited() -> None:
    first = said("We met the minister of finance", start=0.0)
    second = said("and she signed the paper.", start=30.0)
    text = "We met the Minister of Foreign Affairs and then she signed the paper."
    segment = Segment(0, 0.0, second.end, text, first.words + second.words, edited=True)
    cues = lay_out([segment], RULES, "en")
    assert squeezed("".join(lines(cues))) == squeezed(text)
    assert cues[-1].start == pytest.approx(30.0, abs=0.2)
    assert cues[-1].lines[0].startswith("and then she")


def test_without_words_the_time_is_shared_by_characters() -> None:
    text = "The first half of this sentence is here, and the second half of it is there at the end."
    first, second = lay_out([Segment(0, 10.0, 18.0, text)], RULES, "en")
    share = len(squeezed(first.text)) / len(squeezed(text))
    assert second.start == pytest.approx(10.0 + 8.0 * share)


def test_overlapping_segments_give_cues_in_the_order_of_time() -> None:
    long = said("I am telling a rather long story that goes on and on, and on, for ever.", rate=6.0)
    short = said("Really?", start=4.0)
    cues = lay_out([long, short], RULES, "en")
    assert_sound(cues)
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)
    assert [cue.text for cue in cues].index("Really?") > 0


def test_segments_without_any_time_still_give_readable_cues() -> None:
    segments = [
        Segment(0, 3.0, 3.0, f"Sentence number {n} of many, all at once.") for n in range(5)
    ]
    cues = lay_out(segments, RULES, "en")
    assert_sound(cues)
    assert all(cue.end - cue.start >= 0.2 for cue in cues)


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_empty_text_gives_no_cue(text: str) -> None:
    assert lay_out([Segment(0, 0.0, 1.0, text)], RULES, "en") == ()


def test_suppressed_segments_give_no_cue() -> None:
    assert lay_out([Segment(0, 0.0, 1.0, "Thank you.", suppressed=True)], RULES, "en") == ()


# Scripts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ja",
            "「東京タワー」へ行きましょう、と彼は言いました。チェックインは、ちょっと待ってください！",
        ),
        ("zh", "他说：“我们明天去北京（首都）。”然后，大家都笑了；没有人反对这个建议，真的！"),
    ],
)
@pytest.mark.parametrize("with_words", [True, False])
def test_no_line_begins_with_closing_or_ends_with_opening_marks(
    language: str, text: str, with_words: bool
) -> None:
    segment = said(text, rate=5.0, unspaced=1) if with_words else Segment(0, 0.0, 12.0, text)
    set_lines = lines(lay_out([segment], RULES, language))
    assert "".join(set_lines) == text
    assert all(len(line) <= RULES.max_line_length_cjk for line in set_lines)
    assert not any(line[0] in "、。」，；）”！ーっッャョゅ" for line in set_lines)
    assert not any(line[-1] in "「（“" for line in set_lines)


def test_katakana_words_and_numbers_are_not_divided() -> None:
    text = "昨年度のコンピューターシステムの更新について、2024年に25000人から意見が寄せられました。"
    set_lines = lines(lay_out([Segment(0, 0.0, 12.0, text)], RULES, "ja"))
    for whole in ("コンピューターシステム", "2024年", "25000人"):
        assert any(whole in line for line in set_lines)


def test_english_inside_a_japanese_recording_keeps_the_limits_for_latin() -> None:
    text = "This whole sentence is in English."
    assert lines(lay_out([said(text)], RULES, "ja")) == [text]


def test_thai_is_divided_between_clusters_never_inside_one() -> None:
    text = "สวัสดีครับทุกท่านยินดีต้อนรับสู่การประชุมประจำปีของเราวันนี้เราจะพูดถึงการปรับปรุงระบบ"
    set_lines = lines(lay_out([Segment(0, 0.0, 14.0, text)], RULES, "th"))
    assert "".join(set_lines) == text
    assert len(set_lines) > 1
    assert not any(line[0] in "ะัาำิีึืุู็่้๊๋์ๆ" for line in set_lines)
    assert not any(line[-1] in "เแโใไ" for line in set_lines)


def test_korean_breaks_at_its_spaces() -> None:
    text = "오늘 회의에서는 작년 컴퓨터 시스템의 개선에 대해 이야기하겠습니다."
    set_lines = lines(lay_out([said(text, rate=7.0)], RULES, "ko"))
    assert " ".join(set_lines) == text
    assert all(len(line) <= RULES.max_line_length_cjk for line in set_lines)


def test_direction_marks_are_kept() -> None:
    text = "\u200fقال \u2068Kopia\u2069 إن التسجيل وصل إلى نهايته، ثم شكر الجميع على حضورهم.\u200f"
    cues = lay_out([said(text)], RULES, "ar")
    assert " ".join(lines(cues)) == text


def test_a_no_break_space_keeps_a_number_with_its_unit() -> None:
    text = "Le nouveau bâtiment de la bibliothèque a coûté 25\u202f000\u00a0€ à la ville."
    assert any("25\u202f000\u00a0€" in line for line in lines(lay_out([said(text)], RULES, "fr")))


# Size


@pytest.mark.parametrize("unspaced", [0, 2])
def test_eighty_thousand_words_take_seconds(unspaced: int) -> None:
    text = (
        "会議はコンピューター、です。" if unspaced else "the people of London met, and then left."
    )
    count = 80_000 // (7 if unspaced else 8)
    segments = [said(text, start=6.0 * n, unspaced=unspaced) for n in range(count)]
    began = time.process_time()
    cues = lay_out(segments, RULES, "ja" if unspaced else "en")
    assert time.process_time() - began < 15.0
    assert len(cues) >= count


def test_one_endless_segment_does_not_cost_more() -> None:
    words = tuple(Word("word", 0.3 * n, 0.3 * n + 0.25) for n in range(20_000))
    began = time.process_time()
    cues = lay_out([Segment(0, 0.0, 6000.0, words_text(words), words)], RULES, "en")
    assert time.process_time() - began < 8.0
    assert_sound(cues)
    assert sum(len(cue.text.split()) for cue in cues) == 20_000
