"""Hesitations: which words they are, and that a text reads right without them."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.fillers import filler_indexes, is_filler, without_fillers
from kopia_desktop.core.languages import is_unspaced, spoken_languages
from kopia_desktop.core.paths import resource
from kopia_desktop.core.transcript import Segment, Word, words_text

PAIRS = [
    # English: pairs of commas, stops, capitals
    (
        "en",
        "Great, then we should, er, record the program later.",
        "Great, then we should record the program later.",
    ),
    ("en", "Um, I think so.", "I think so."),
    ("en", "Uh, my name is Carla", "My name is Carla"),
    ("en", "Um. Yes.", "Yes."),
    ("en", "um, and then we left", "and then we left"),
    ("en", "I finished, uh, and left", "I finished and left"),
    ("en", "I finished, uh and left", "I finished, and left"),
    ("en", "and uh, then we left", "and then we left"),
    ("en", "I wanted to go, um, but it rained.", "I wanted to go, but it rained."),
    ("en", "I wanted to go um, but it rained.", "I wanted to go, but it rained."),
    ("en", "Yes, um, I think so.", "Yes, I think so."),
    ("en", "apples, um, oranges, and pears", "apples, oranges, and pears"),
    ("en", "I, uh, no, I don't", "I, no, I don't"),
    ("en", "we had, uh, uh, um, three.", "we had three."),
    ("en", "It was, um.", "It was."),
    ("en", "It was um.", "It was."),
    ("en", "It was, um...", "It was..."),
    ("en", "I think, um", "I think"),
    ("en", "It was good, um. Uh, then we left.", "It was good. Then we left."),
    ("en", "Is it, um?", "Is it?"),
    ("en", "It's nice, huh?", "It's nice?"),
    ("en", "He said: um, yes.", "He said: yes."),
    ("en", "Wait... uh... no", "Wait... no"),
    ("en", "I was um... thinking about it.", "I was thinking about it."),
    ("en", "I was um... Then we left.", "I was... Then we left."),
    ("en", "Umm, uhhh, ehhh, hmmm, erm, mhm. iPhone users", "iPhone users"),
    # English: dashes, quotes, brackets
    ("en", "I — um — think so.", "I think so."),
    ("en", "I—um—think so.", "I—think so."),
    ("en", "Um—I think so.", "I think so."),
    ("en", "Um — yes.", "Yes."),
    ("en", "- Um, yes.", "- Yes."),
    ("en", '"Um, I agree," he said.', '"I agree," he said.'),
    ("en", 'He said, "Well, um."', 'He said, "Well."'),
    ("en", "I went (uh, again) there.", "I went (again) there."),
    ("en", "It was good (um).", "It was good."),
    ("en", "Um, I-I mean, uh, I- I went.", "I-I mean I- I went."),
    # English: left alone
    ("en", 'He said "um" a lot.', 'He said "um" a lot.'),
    ("en", "uh-oh, it broke", "uh-oh, it broke"),
    ("en", "Uh oh, it broke", "Uh oh, it broke"),
    ("en", "She went to the ER yesterday.", "She went to the ER yesterday."),
    ("en", "It is 5 mm wide.", "It is 5 mm wide."),
    ("en", "To err is human, like, you know.", "To err is human, like, you know."),
    ("en", "Park Um Sun spoke.", "Park Um Sun spoke."),
    ("en", "UM, I THINK SO.", "I THINK SO."),
    ("en_uk", "Uh-huh. Right.", "Right."),
    # Spanish, French, Italian, Portuguese, Romanian
    ("es", "¿Eh, qué dices?", "¿Qué dices?"),
    ("es", "¡Eh, cuidado!", "¡Cuidado!"),
    ("es", "Vale, ¿eh? Vamos.", "Vale, ¿eh? Vamos."),
    ("es", "Este libro, eh, es bueno.", "Este libro es bueno."),
    ("es", "Quería ir, eh, pero llovió.", "Quería ir, pero llovió."),
    ("fr", "Euh, d'accord.", "D'accord."),
    ("fr", "Ah bon ? C'est, euh, un livre.", "Ah bon ? C'est un livre."),
    ("it", "Ehm, è vero. Eh già.", "È vero. Eh già."),
    ("pt", "Hum, um dia, hã, talvez.", "Um dia talvez."),
    ("ro", "Ăăă, nu știu.", "Nu știu."),
    # Germanic and Nordic
    ("de", "Und, äh, wenn er kommt?", "Und wenn er kommt?"),
    ("de", "Ich glaube, äh, dass er kommt.", "Ich glaube, dass er kommt."),
    ("de", "Ähm, ich komme um drei, er halt auch.", "Ich komme um drei, er halt auch."),
    ("nl", "Euh, ijs is lekker, er is meer.", "IJs is lekker, er is meer."),
    ("sv", "Öh, jag vet inte.", "Jag vet inte."),
    ("da", "Øhm, det er, øh, godt.", "Det er godt."),
    ("no", "Ehm, det er fint.", "Det er fint."),
    ("nb", "Eh, vi kommer.", "Vi kommer."),
    ("fi", "Öö, en tiedä, tota.", "En tiedä, tota."),
    # Slavic, Greek, Hungarian, Turkish, Vietnamese, Indonesian
    ("ru", "Я думаю, э-э, что он придёт.", "Я думаю, что он придёт."),
    ("ru", "Ммм, да. Труба 5 мм.", "Да. Труба 5 мм."),
    ("uk", "Еее, я не знаю.", "Я не знаю."),
    ("pl", "Yyy, nie wiem, eee, może.", "Nie wiem może."),
    ("cs", "Ehm, myslím, hmm, že ano.", "Myslím, že ano."),
    ("el", "Εμ, τι κάνεις;", "Τι κάνεις;"),
    ("el", "Το είδες, εε;", "Το είδες;"),
    ("hu", "Ööö, ő azt mondta, öm, hogy jön.", "Ő azt mondta, hogy jön."),
    ("tr", "Iıı, istanbul güzel şey.", "İstanbul güzel şey."),
    ("vi", "Ừm, tôi không biết.", "Tôi không biết."),
    ("id", "Eh, saya tidak tahu.", "Saya tidak tahu."),
    # Scripts without case
    ("ar", "اممم، أنا بخير.", "أنا بخير."),
    ("he", "אה, אם אני, אממם, זוכר.", "אם אני זוכר."),
    ("hi", "हम्म, हम ठीक हैं।", "हम ठीक हैं।"),
    ("ko", "음, 저는 학생이에요.", "저는 학생이에요."),
    ("ka", "ემმ, მე ვარ.", "მე ვარ."),
    # Scripts without spaces
    ("ja", "えーと、今日は天気がいいです。", "今日は天気がいいです。"),
    ("ja", "それで、えー、公園に行きます。", "それで、公園に行きます。"),
    ("ja", "え〜っと今日は、あの人が来た。", "今日は、あの人が来た。"),
    ("ja", "えーとても疲れた。", "とても疲れた。"),
    ("zh", "嗯，我觉得，呃，那个人应该去。", "我觉得，那个人应该去。"),
    ("zh", "我呃想说他打呃逆。", "我想说他打呃逆。"),
    ("yue", "嗯，我想去。", "我想去。"),
    ("th", "เอ่อ ผมอ่านหนังสือ", "ผมอ่านหนังสือ"),
]


def segment_of(text: str, language: str) -> Segment:
    """Words as recognition gives them: one each half second, characters in unspaced scripts."""
    pattern = r"(\s*)(\w[^\w\s]*)" if is_unspaced(language) else r"(\s*)(\S+)"
    words = tuple(
        Word(found, n * 0.5, n * 0.5 + 0.4, 0.9, glued=n > 0 and not gap)
        for n, (gap, found) in enumerate(re.findall(pattern, text))
    )
    return Segment(7, 0.0, len(words) * 0.5, words_text(words), words)


@pytest.mark.parametrize(("language", "text", "expected"), PAIRS)
def test_text_reads_right_without_hesitations(language: str, text: str, expected: str) -> None:
    stored = segment_of(text, language)
    shown = without_fillers(stored, language)
    assert shown is not None
    assert (shown.text, words_text(shown.words)) == (expected, expected)
    alone = without_fillers(Segment(7, 0.0, 1.0, text), language)
    assert alone is not None
    assert alone.text == expected


def test_the_table_of_pairs_is_wide() -> None:
    assert len(PAIRS) >= 60
    assert len({language for language, _, _ in PAIRS}) >= 28


@pytest.mark.parametrize("text", ["Um uh er", "Um.", "Mhm.", "(uh)", "Hmm... uh, um — er."])
def test_nothing_but_hesitations_leaves_no_segment(text: str) -> None:
    assert without_fillers(segment_of(text, "en"), "en") is None
    assert without_fillers(Segment(1, 0.0, 1.0, text), "en") is None


def test_a_segment_without_text_leaves_none() -> None:
    assert without_fillers(Segment(1, 0.0, 1.0, " "), "en") is None


def test_a_segment_without_hesitations_is_the_same_object() -> None:
    stored = segment_of("We left, you know.", "en")
    assert without_fillers(stored, "en") is stored


def test_words_that_stay_keep_their_times_and_the_stored_ones_are_untouched() -> None:
    stored = segment_of("Um, we should, er, go, uh.", "en")
    before = tuple(stored.words)
    shown = without_fillers(stored, "en")
    assert shown is not None
    assert [(w.text, w.start, w.end, w.confidence) for w in shown.words] == [
        ("We", 0.5, 0.9, 0.9),
        ("should", 1.0, 1.4, 0.9),
        ("go.", 2.0, 2.4, 0.9),
    ]
    assert (shown.start, shown.end, shown.id) == (0.5, 2.4, 7)
    assert stored.words == before


def test_a_segment_keeps_its_own_times_where_its_ends_stay() -> None:
    words = (Word("We,", 1.0, 1.4), Word("um,", 1.5, 1.9), Word("left.", 2.0, 2.4))
    shown = without_fillers(Segment(1, 0.8, 2.9, words_text(words), words), "en")
    assert shown is not None
    assert (shown.text, shown.start, shown.end) == ("We left.", 0.8, 2.9)


def test_an_edited_segment_whose_text_is_not_its_words_is_mended_too() -> None:
    words = (Word("Um,", 0.0, 0.4), Word("yes", 0.5, 0.9))
    shown = without_fillers(Segment(1, 0.0, 1.0, "Um, yes,\nuh, indeed", words, edited=True), "en")
    assert shown is not None
    assert (shown.text, words_text(shown.words), shown.edited) == ("Yes, indeed", "Yes", True)


def test_line_breaks_of_a_text_without_words_stay() -> None:
    shown = without_fillers(Segment(1, 0.0, 1.0, "One, um, two.\nThree uh four."), "en")
    assert shown is not None
    assert shown.text == "One two.\nThree four."


def test_glued_parts_of_a_word_are_one_word() -> None:
    parts = (
        Word("Uh", 0, 1), Word("-huh,", 1, 2, glued=True), Word("uh", 2, 3),
        Word("-oh!", 3, 4, glued=True),
    )  # fmt: skip
    assert filler_indexes(parts, "en") == {0, 1}
    shown = without_fillers(Segment(1, 0, 4, words_text(parts), parts), "en")
    assert shown is not None
    assert shown.text == "Uh-oh!"


def test_struck_places_are_those_that_are_taken_out() -> None:
    for language, text, expected in PAIRS:
        stored = segment_of(text, language)
        struck = filler_indexes(stored.words, language)
        inside_a_word = re.search(r"\w—\w", text) is not None
        assert bool(struck) == (text != expected and not inside_a_word), text
        shown = without_fillers(stored, language)
        assert shown is not None
        stay = {word.start for i, word in enumerate(stored.words) if i not in struck}
        assert {word.start for word in shown.words} <= stay, text


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("um", "en", True), ("Ummm...", "en", True), ("uhhhh,", "en", True), ("eeeh", "en", True),
        ("mm-hmm", "en", True), ("UHHH", "en", True), ("uh\u2011huh", "en", True),
        ("like", "en", False), ("uh-uh", "en", False), ("mm-mm", "en", False), ("oh", "en", False),
        ("ugh", "en", False), ("ER", "en", False), ("HMM", "en", False), ("'um'", "en", False),
        ("err", "en", False), ("hum", "en", False), ("", "en", False), ("...", "en", False),
        ("este", "es", False), ("bueno", "es", False), ("um", "de", False), ("er", "de", False),
        ("halt", "de", False), ("um", "pt", False), ("er", "nl", False), ("em", "ca", False),
        ("eh", "fr", False), ("ben", "fr", False), ("öö", "et", False), ("ő", "hu", False),
        ("あの", "ja", False), ("那个", "zh", False), ("그", "ko", False), ("هم", "ar", False),
        ("أم", "ar", False), ("אם", "he", False), ("हम", "hi", False), ("ага", "ru", False),
        ("e\u0301e\u0301e\u0301", "cs", True), ("ä\u0308hm"[1:], "de", False),
        ("a\u0308hm", "de", True), ("hmm", "so", True), ("um", "so", False), ("УГУ", "ru", False),
    ],
)  # fmt: skip
def test_single_words(word: str, language: str, expected: bool) -> None:
    assert is_filler(word, language) is expected


def test_major_languages_have_their_own_table() -> None:
    table = json.loads(resource("fillers.json").read_text("utf-8"))["languages"]
    major = "en es fr de it pt nl pl ru uk tr ar he hi ja zh ko sv da no fi cs el hu ro id vi th"
    assert set(major.split()) <= set(table)
    translated = json.loads(resource("languages.json").read_text("utf-8"))["translation"]
    known = set(spoken_languages()) | {row["code"] for row in translated}
    assert set(table) <= known


def test_every_table_entry_is_a_hesitation_of_its_language() -> None:
    table = json.loads(resource("fillers.json").read_text("utf-8"))["languages"]
    for language, row in table.items():
        for entry in row.get("words", []) + row.get("leading", []) + row.get("anywhere", []):
            assert is_filler(entry, language), (language, entry)
            assert is_filler(entry + entry[-1] * 3, language), (language, entry)
        for kept in row.get("keep", []):
            assert not is_filler(kept, language), (language, kept)


WORDS = {
    "en": ["um", "Uh", "er", "uh-huh", "ER", "mm", "we", "I", "know", "But", "yes", "5", "went"],
    "fr": ["euh", "Ah", "bon", "hum", "oui", "Elle", "mais", "l'ami", "vient"],
    "de": ["äh", "Ähm", "um", "er", "dass", "Ja", "geht"],
    "es": ["eh", "Eh", "este", "qué", "pero", "No", "va"],
    "ja": ["えーと", "えー", "あー", "え", "ー", "と", "ても", "今日", "は", "ん", "うー"],
    "zh": ["嗯", "呃", "逆", "我", "啊", "想", "好"],
    "th": ["เอ่อ", "อ่า", "น", "ผม", "อืม"],
}
MARKS = ["", "", "", "", ",", ".", "?", "...", "…"]


@st.composite
def spoken(draw: st.DrawFn) -> tuple[str, Segment]:
    """A language and a segment of its words with marks as recognition writes them."""
    language = draw(st.sampled_from(sorted(WORDS)))
    unspaced = is_unspaced(language)
    marks = ["", "", "", "、", "。"] if unspaced else MARKS
    drawn = draw(
        st.lists(
            st.tuples(st.sampled_from(WORDS[language]), st.sampled_from(marks), st.booleans()),
            min_size=1,
            max_size=10,
        )
    )
    words = tuple(
        Word(word + mark, float(n), n + 0.5, glued=unspaced and glued)
        for n, (word, mark, glued) in enumerate(drawn)
    )
    return language, Segment(1, 0.0, float(len(words)), words_text(words), words)


def letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@settings(deadline=None)
@given(spoken())
def test_once_is_enough(given_: tuple[str, Segment]) -> None:
    language, stored = given_
    shown = without_fillers(stored, language)
    if shown is not None:
        assert without_fillers(shown, language) is shown
        assert filler_indexes(shown.words, language) == frozenset()


@settings(deadline=None)
@given(spoken())
def test_only_hesitations_go_and_nothing_is_invented(given_: tuple[str, Segment]) -> None:
    language, stored = given_
    shown = without_fillers(stored, language)
    kept = shown.words if shown else ()
    by_start = {word.start: word for word in stored.words}
    for word in kept:
        old = by_start[word.start]
        if is_unspaced(language):  # one word may hold a hesitation and more
            assert letters(word.text) in letters(old.text)
        else:
            assert letters(word.text) == letters(old.text)
        assert (word.end, word.confidence) == (old.end, old.confidence)
    if not is_unspaced(language):
        gone = [w.text for w in stored.words if w.start not in {k.start for k in kept}]
        assert all(is_filler(text, language) or text.strip(".,?…").isupper() for text in gone)
    assert not Counter(words_text(kept).casefold()) - Counter(stored.text.casefold() + " ")


@settings(deadline=None)
@given(spoken())
def test_spaces_and_commas_are_right(given_: tuple[str, Segment]) -> None:
    language, stored = given_
    shown = without_fillers(stored, language)
    text = shown.text if shown else ""
    assert text == text.strip()
    for wrong in ("  ", " ,", ",,", " .", ",.", ",?", "、、", "、。"):
        assert wrong not in text
    assert not text.startswith((",", ".", "?", "、", "。"))


@settings(deadline=None)
@given(spoken())
def test_text_alone_reads_as_its_words_do(given_: tuple[str, Segment]) -> None:
    language, stored = given_
    by_words = without_fillers(stored, language)
    by_text = without_fillers(Segment(1, 0.0, 1.0, stored.text), language)
    assert (by_words.text if by_words else None) == (by_text.text if by_text else None)


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(["en", "de", "ja", "th", "ar", "xx"]))
def test_any_text_at_all_is_survived(text: str, language: str) -> None:
    shown = without_fillers(Segment(1, 0.0, 1.0, text), language)
    if shown is not None:
        assert len(shown.text) <= len(text)
        again = without_fillers(shown, language)
        assert again is not None
        assert again.text == shown.text


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "“”", "«»", '""'])
def test_quotes_and_brackets_stay_in_pairs(opening: str, closing: str) -> None:
    for inner in ("um, yes", "yes, um", "um yes uh", "yes um. Uh, no", "um, yes, uh."):
        shown = without_fillers(segment_of(f"So {opening}{inner}{closing} we left.", "en"), "en")
        assert shown is not None
        text = shown.text
        if opening == closing:
            assert text.count(opening) == 2
        else:
            assert (text.count(opening), text.count(closing)) == (1, 1)
        assert text.index(opening) < text.rindex(closing)
