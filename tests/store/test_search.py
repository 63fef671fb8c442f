from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment
from kopia_desktop.store.database import Database
from kopia_desktop.store.search import SNIPPET_LENGTH, SearchHit, fold
from kopia_desktop.store.transcripts import TranscriptStore

Finish = Callable[..., Job]
MakeSegment = Callable[..., Segment]


def _marked(hit: SearchHit) -> list[str]:
    return [hit.snippet[offset : offset + length] for offset, length in hit.marks]


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("The budget, again.", "BUDGET", ["budget"]),
        ("Ein Café in Zürich", "zurich cafe", ["Café", "Zürich"]),
        ("cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("Die Größe der Straße", "GROSSE strasse", ["Größe", "Straße"]),
        ("kết quả tốt", "ket qua", ["kết", "quả"]),
        ("今天天气很好。", "天气", ["天气"]),
        ("東京タワーへ行く", "タワー", ["タワー"]),
        ("ガイド", "カ\u3099イト\u3099", ["ガイド"]),
        ("학교에서 만나요", "학교", ["학교"]),
        ("สวัสดีครับ", "ดีครับ", ["ดีครับ"]),
        ("قرأتُ كِتَابًا جديدًا", "كتابا", ["كِتَابًا"]),
        ("أحمد في المدرسة", "احمد", ["أحمد"]),
        ("שָׁלוֹם לכולם", "שלום", ["שָׁלוֹם"]),
        ("नमस्ते दुनिया", "दुनिया", ["दुनिया"]),
        ("ＡＢＣ ﬁne", "abc fine", ["ＡＢＣ", "ﬁne"]),
        ("don't stop", "don't", ["don't"]),
        ("in 2026 already", "2026", ["2026"]),
        ("recognition of speech", "speech recog", ["recognition", "speech"]),
        ("a state-of-the-art thing", '"state of the art"', ["state-of-the-art"]),
    ],
)
def test_words_are_found_and_marked(
    finish: Finish,
    segment: MakeSegment,
    transcripts: TranscriptStore,
    text: str,
    query: str,
    marked: list[str],
) -> None:
    finish(segment("nothing of that kind"))
    job = finish(segment(text))
    (hit,) = transcripts.search(query)
    assert (hit.job_id, hit.snippet, _marked(hit)) == (job.id, text, marked)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("天很好气", "天气"),
        ("the words apart from order", '"order words"'),
        ("recognition", '"recog"'),
        ("recognition of speech", "recog speech"),
        ("one word", "one missing"),
        ("กา", "กิ"),
    ],
)
def test_what_does_not_match(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore, text: str, query: str
) -> None:
    finish(segment(text))
    assert transcripts.search(query) == ()


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', '""', "*", "a*b", "^a", "a:b", "text:word", "-word", "NOT", "word NOT",
        "NEAR(word", "(word", "word)", "{text}: word", "'; DROP TABLE jobs; --", "a + b",
        "\0", "wo\0rd", "\ud800", "word\udfff", "\x1f\x01\x02", "🎉", "%", "_", "\\", "AND OR",
        '"' * 1001, "(" * 5000, "word " * 2000, "ا" * 3000, "天" * 3000, "\u0301", "a\u0301" * 999,
    ],
)  # fmt: skip
def test_hostile_queries_never_raise(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore, query: str
) -> None:
    job = finish(segment("word"))
    transcripts.search(query)
    transcripts.search(query, job_id=job.id)
    assert len(transcripts.search("word")) == 1


@given(query=st.text(max_size=60), text=st.text(min_size=1, max_size=60))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_a_query_and_any_words_find_themselves(
    finish: Finish, transcripts: TranscriptStore, database: Database, query: str, text: str
) -> None:
    transcripts.search(query)
    job = finish(Segment(0, 0.0, 1.0, text))
    folded = fold(text)
    assert len(folded.text) == len(folded.origins)
    found = transcripts.search('"' + text.replace('"', " ") + '"', job_id=job.id)
    assert len(found) == (1 if any(c.isalnum() for c in folded.text) else len(found))
    for hit in found:
        assert all(at >= 0 and n > 0 and at + n <= len(hit.snippet) for at, n in hit.marks)


def test_search_can_keep_to_one_recording(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    old = finish(segment("a word", 0.0), segment("the word", 5.0), name="old.wav")
    new = finish(segment("word again"), name="new.wav")
    assert [(h.job_id, h.start, h.title) for h in transcripts.search("word")] == [
        (new.id, 0.0, "new.wav"),
        (old.id, 0.0, "old.wav"),
        (old.id, 5.0, "old.wav"),
    ]
    assert [hit.start for hit in transcripts.search("word", job_id=old.id)] == [0.0, 5.0]
    assert [hit.start for hit in transcripts.search("word", job_id=old.id, limit=1)] == [0.0]
    assert len(transcripts.search("word", limit=2)) == 2
    assert transcripts.search("word", limit=0) == ()
    assert transcripts.search("word", job_id="job_none") == ()


def test_edited_words_are_found_instead_of_recognised_ones(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(segment("recognised wrongly"))
    segment_id = transcripts.segments(job.id)[0].id
    transcripts.edit(job.id, segment_id, text="recognised rightly")
    assert transcripts.search("wrongly") == ()
    assert [_marked(hit) for hit in transcripts.search("rightly")] == [["rightly"]]


@pytest.mark.parametrize("before", [0, 5, 60, 200])
@pytest.mark.parametrize("filler", ["some words ", "字"])
def test_snippet_of_a_long_segment_shows_the_first_match(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore, before: int, filler: str
) -> None:
    finish(segment(filler * before + "needle " + filler * (200 - before)))
    (hit,) = transcripts.search("needle")
    assert _marked(hit) == ["needle"]
    assert len(hit.snippet.strip("…")) <= SNIPPET_LENGTH
    assert hit.snippet.startswith("…") == (before > 5 or (before == 5 and len(filler) > 10))
