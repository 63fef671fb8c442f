"""Sentences over several segments: translated together, and old together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment
from kopia_desktop.core.translation import TranslatedSegment, Translation, source_hash
from kopia_desktop.store.database import Database
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore

MakeSegment = Callable[..., Segment]
Finish = Callable[..., Job]


@pytest.fixture
def job(finish: Finish, segment: MakeSegment) -> Job:
    """A sentence in three segments, one in two, and one alone; each begins behind the last."""
    texts = ("We thought that", "he would come", "today. But", "he stayed away.", "Well.")
    return finish(*(segment(text, 2.0 * number) for number, text in enumerate(texts)))


@pytest.fixture
def made(translations: TranslationStore, job: Job) -> Translation:
    (made,) = translations.add(job.id, ["es"], formal=True)
    return made


@pytest.fixture
def ids(job: Job, transcripts: TranscriptStore) -> list[int]:
    return [segment.id for segment in transcripts.segments(job.id)]


def waiting(
    store: TranslationStore, made: Translation, ids: list[int], *, goes_on: bool = False
) -> list[list[int]]:
    """The ids of the segments of each passage that waits."""
    found = store.waiting(made.id, ids, goes_on=goes_on)
    return [[one.segment_id for one in each.segments] for each in found.passages]


def work_through(store: TranslationStore, made: Translation, **answers: str) -> list[str]:
    """As the engine does; what was translated. ``answers`` are by the first word, else capitals."""
    plan = store.begin(made.id)
    assert plan is not None
    found = store.waiting(made.id, plan.segment_ids)
    results = [
        TranslatedSegment(
            one.segment_id,
            source_hash(one.text),
            answers.get(one.text.split()[0].strip("."), one.text.upper()),
            passage.hash,
        )
        for passage in found.passages
        for one in passage.segments
    ]
    store.save(made.id, results, formal_applied=False, progress=1.0)
    assert store.complete(made.id)
    return [one.text for one in found.segments]


def again(store: TranslationStore, made: Translation) -> Translation:
    (same,) = store.add(made.job_id, [made.language], formal=made.formal)
    assert same.id == made.id
    return same


def shown(store: TranslationStore, made: Translation) -> list[tuple[float, float, str]]:
    read = store.transcript(made.job_id, made.id)
    return [(one.start, one.end, one.text) for one in read.segments]


def test_segments_wait_in_their_passages(
    translations: TranslationStore, made: Translation, ids: list[int]
) -> None:
    translations.begin(made.id)
    assert waiting(translations, made, ids) == [ids[:4], ids[4:]]


def test_a_page_ends_with_a_passage(
    translations: TranslationStore, made: Translation, ids: list[int]
) -> None:
    translations.begin(made.id)
    assert waiting(translations, made, ids, goes_on=True) == [ids[:4]]
    assert translations.waiting(made.id, ids, goes_on=True).passed == 4
    assert translations.waiting(made.id, ids).passed == 5
    # Less than a passage: it is taken as it is, or nothing would ever be done.
    assert waiting(translations, made, ids[:2], goes_on=True) == [ids[:2]]
    assert translations.waiting(made.id, ids[:2], goes_on=True).passed == 2


def test_an_edit_makes_its_sentence_old_and_no_other(
    translations: TranslationStore, made: Translation, ids: list[int], transcripts: TranscriptStore
) -> None:
    assert len(work_through(translations, made)) == 5
    transcripts.edit(made.job_id, ids[1], text="she would come")
    assert translations.stale(made.job_id, made.id) == set(ids[:4])
    assert not again(translations, made).is_completed()
    assert work_through(translations, made) == [
        "We thought that",
        "she would come",
        "today. But",
        "he stayed away.",
    ]
    assert translations.stale(made.job_id, made.id) == frozenset()
    assert again(translations, made).is_completed()


@pytest.mark.parametrize("what", ["divided", "deleted", "another"])
def test_what_the_rest_of_a_sentence_says_counts(
    translations: TranslationStore,
    made: Translation,
    ids: list[int],
    transcripts: TranscriptStore,
    what: str,
) -> None:
    """Where a sentence is cut in two, the words of both parts are to be shared out anew."""
    work_through(translations, made)
    if what == "divided":
        transcripts.edit(made.job_id, ids[0], text="We thought that.")
        transcripts.edit(made.job_id, ids[1], text="He would come")
        old, new = set(ids[:4]), [ids[:1], ids[1:4]]
    elif what == "deleted":
        transcripts.delete(made.job_id, [ids[1]])
        old, new = {ids[0], ids[2], ids[3]}, [[ids[0]], [ids[2], ids[3]]]
    else:
        transcripts.edit(made.job_id, ids[4], text="Fine.")
        old, new = {ids[4]}, [[ids[4]]]
    assert translations.stale(made.job_id, made.id) == old
    again(translations, made)
    translations.begin(made.id)
    left = [segment.id for segment in transcripts.segments(made.job_id)]
    assert waiting(translations, made, left) == new


def test_what_a_person_wrote_stays_when_its_sentence_is_translated_again(
    translations: TranslationStore, made: Translation, ids: list[int], transcripts: TranscriptStore
) -> None:
    work_through(translations, made)
    translations.edit(made.job_id, made.id, ids[1], "mine")
    assert translations.stale(made.job_id, made.id) == frozenset()
    transcripts.edit(made.job_id, ids[0], text="They thought that")
    assert translations.stale(made.job_id, made.id) == {ids[0], ids[2], ids[3]}
    again(translations, made)
    work_through(translations, made)
    assert [text for *_, text in shown(translations, made)][:3] == [
        "THEY THOUGHT THAT",
        "mine",
        "TODAY. BUT",
    ]
    assert translations.stale(made.job_id, made.id) == frozenset()


def test_a_person_wrote_all_of_a_sentence(
    translations: TranslationStore, made: Translation, ids: list[int], transcripts: TranscriptStore
) -> None:
    work_through(translations, made)
    for segment_id in ids[:4]:
        translations.edit(made.job_id, made.id, segment_id, "mine")
    transcripts.edit(made.job_id, ids[0], text="They thought that")
    assert translations.stale(made.job_id, made.id) == {ids[0]}
    assert again(translations, made).is_completed(), "nothing is left for the machine"


def test_translations_from_before_passages_are_not_old(
    translations: TranslationStore, made: Translation, database: Database
) -> None:
    work_through(translations, made)
    with database.transaction() as db:
        db.execute_sql("UPDATE translated_segments SET passage_hash = NULL")  # type: ignore[no-untyped-call]
    assert translations.stale(made.job_id, made.id) == frozenset()
    assert again(translations, made).is_completed()


def test_a_text_stands_through_the_empty_ones_of_its_sentence(
    translations: TranslationStore, made: Translation
) -> None:
    work_through(translations, made, We="Ano.", he="")
    assert shown(translations, made) == [
        (0.0, 3.5, "Ano."),
        (4.0, 7.5, "TODAY. BUT"),
        (8.0, 8.5, "WELL."),
    ]


def test_an_empty_beginning_is_no_part_of_the_sentence_before(
    translations: TranslationStore, made: Translation
) -> None:
    work_through(translations, made, Well="")
    assert shown(translations, made)[-1] == (6.0, 7.5, "HE STAYED AWAY.")
