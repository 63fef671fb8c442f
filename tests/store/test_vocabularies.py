"""Vocabularies on disk, and a job's words as its vocabulary spells them wherever they are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound, VocabularyExists, VocabularyNotFound
from kopia_desktop.core.job import Job, JobOptions, MediaFile
from kopia_desktop.core.transcript import Segment
from kopia_desktop.core.views import view
from kopia_desktop.core.vocabulary import NO_VOCABULARY, Vocabulary, parse
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.migrations import MIGRATIONS
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.vocabularies import VocabularyStore

Finish = Callable[..., Job]
MakeSegment = Callable[..., Segment]

KOPIA = parse("Kopia = copia, co pia\nNgozi Adichie")


@pytest.fixture
def vocabularies(database: Database) -> VocabularyStore:
    return VocabularyStore(database)


@pytest.fixture
def spoken(finish: Finish, segment: MakeSegment, jobs: JobStore) -> Job:
    """Two sentences, in a job that spells by ``KOPIA``."""
    job = finish(segment("today copia is new"), segment("the co pia, he said", 5.0))
    return jobs.set_vocabulary(job.id, KOPIA)


def seen(transcripts: TranscriptStore, job: Job) -> list[str]:
    shown = view(transcripts.get(job.id), remove_fillers=False)
    return [each.text for each in shown.segments]


# Lists


def test_lists_are_kept_by_name(vocabularies: VocabularyStore) -> None:
    assert vocabularies.all() == {}
    vocabularies.save("Ward", NO_VOCABULARY)
    vocabularies.save("colleagues", KOPIA)
    assert list(vocabularies.all().items()) == [("colleagues", KOPIA), ("Ward", NO_VOCABULARY)]
    vocabularies.save("COLLEAGUES", parse("Ana"))
    assert vocabularies.get("Colleagues") == parse("Ana")
    assert list(vocabularies.all()) == ["COLLEAGUES", "Ward"]
    vocabularies.rename("Ward", "ward 2")
    vocabularies.rename("ward 2", "Ward 2")
    with pytest.raises(VocabularyExists):
        vocabularies.rename("Ward 2", "Colleagues")
    vocabularies.remove("colleagues")
    assert list(vocabularies.all()) == ["Ward 2"]
    for wrong in (vocabularies.get, vocabularies.remove):
        with pytest.raises(VocabularyNotFound):
            wrong("colleagues")
    with pytest.raises(VocabularyNotFound):
        vocabularies.rename("colleagues", "x")


# Jobs


def test_a_job_keeps_its_vocabulary(
    jobs: JobStore, media: Callable[..., MediaFile], database: Database
) -> None:
    job = jobs.add(options=JobOptions(vocabulary=KOPIA), media=media())
    assert jobs.get(job.id).options.vocabulary == KOPIA
    assert jobs.add(options=JobOptions()).options.vocabulary == NO_VOCABULARY
    assert jobs.set_vocabulary(job.id, NO_VOCABULARY).options == JobOptions()
    with pytest.raises(JobNotFound):
        jobs.set_vocabulary("job_none", KOPIA)


def test_the_words_read_as_it_spells_them_and_stay_as_they_are(
    spoken: Job, transcripts: TranscriptStore, jobs: JobStore
) -> None:
    assert seen(transcripts, spoken) == ["today Kopia is new", "the Kopia, he said"]
    assert transcripts.recognised(spoken.id).text == "today copia is new the co pia, he said"
    jobs.set_vocabulary(spoken.id, NO_VOCABULARY)
    assert seen(transcripts, spoken) == ["today copia is new", "the co pia, he said"]


def test_search_finds_what_is_seen(
    spoken: Job, transcripts: TranscriptStore, jobs: JobStore
) -> None:
    hits = transcripts.search("kopia")
    assert [hit.snippet for hit in hits] == ["today Kopia is new", "the Kopia, he said"]
    assert [[hit.snippet[at : at + n] for at, n in hit.marks] for hit in hits] == [["Kopia"]] * 2
    assert transcripts.search("copia") == ()
    jobs.set_vocabulary(spoken.id, parse("Copiah = copia"))
    assert [hit.snippet for hit in transcripts.search("copiah")] == ["today Copiah is new"]
    assert transcripts.search("kopia") == ()
    assert len(transcripts.search("pia")) == 1
    jobs.delete(spoken.id)
    assert transcripts.search("copiah") == ()


def test_a_person_edits_what_they_see_and_untouched_words_stay(
    spoken: Job, transcripts: TranscriptStore, jobs: JobStore
) -> None:
    first, second = (segment.id for segment in transcripts.segments(spoken.id))
    (edited,) = transcripts.edit(spoken.id, first, text="today Kopia was new").changed
    assert edited.text == "today Kopia was new"
    (edited,) = transcripts.edit(spoken.id, second, text="well, the Kopia, he said").changed
    assert edited.text == "well, the Kopia, he said"
    assert [hit.snippet for hit in transcripts.search("kopia")] == [
        "today Kopia was new", "well, the Kopia, he said",
    ]  # fmt: skip
    jobs.set_vocabulary(spoken.id, NO_VOCABULARY)
    assert seen(transcripts, spoken) == ["today copia was new", "well, the co pia, he said"]


def test_a_person_who_writes_a_term_another_way_is_believed(
    spoken: Job, transcripts: TranscriptStore, jobs: JobStore
) -> None:
    second = transcripts.segments(spoken.id)[1].id
    (edited,) = transcripts.edit(spoken.id, second, text="the Kopya, he said").changed
    assert edited.text == "the Kopya, he said"
    jobs.set_vocabulary(spoken.id, NO_VOCABULARY)
    assert seen(transcripts, spoken)[1] == "the Kopya, he said"


@pytest.mark.parametrize(
    ("position", "parts"),
    [
        (3, ["the", "Kopia, he said"]),
        (6, ["the", "Kopia, he said"]),
        (8, ["the Kopia,", "he said"]),
    ],
)
def test_a_line_is_split_where_it_is_seen(
    spoken: Job, transcripts: TranscriptStore, position: int, parts: list[str]
) -> None:
    second = transcripts.segments(spoken.id)[1].id
    changed = transcripts.split(spoken.id, second, position).changed
    assert [segment.text for segment in changed] == parts
    undone = transcripts.undo(spoken.id)
    assert undone is not None
    assert [segment.text for segment in undone.changed] == ["the Kopia, he said"]


def test_replace_all_finds_what_is_seen(spoken: Job, transcripts: TranscriptStore) -> None:
    changed = transcripts.replace_all(
        spoken.id, "Kopia", "Kopia Desktop", match_case=True, whole_words=True
    ).changed
    assert [segment.text for segment in changed] == [
        "today Kopia Desktop is new", "the Kopia Desktop, he said",
    ]  # fmt: skip
    nothing = transcripts.replace_all(spoken.id, "copia", "x", match_case=False, whole_words=True)
    assert nothing.is_empty()


def test_translations_are_of_what_is_seen_and_go_stale_with_it(
    spoken: Job, translations: TranslationStore, jobs: JobStore
) -> None:
    (made,) = translations.add(spoken.id, ["es"], formal=True)
    plan = translations.begin(made.id)
    assert plan is not None
    waiting = translations.waiting(made.id, plan.segment_ids).segments
    assert [each.text for each in waiting] == ["today Kopia is new", "the Kopia, he said"]


def test_the_same_file_with_other_spellings_is_the_same_work(
    jobs: JobStore, media: Callable[..., MediaFile]
) -> None:
    file = media()

    def same(model: str, vocabulary: Vocabulary) -> Job | None:
        return jobs.find_same(file, JobOptions(model=model, vocabulary=vocabulary))

    small = jobs.add(options=JobOptions(model="small", vocabulary=KOPIA), media=file)
    starter = jobs.add(options=JobOptions(vocabulary=KOPIA), media=file)
    assert same("small", parse("Ngozi Adichie\nKopia = other")) == small
    assert same("small", parse("Kopia")) is None
    assert same("small", NO_VOCABULARY) is None
    assert same("starter", NO_VOCABULARY) == starter, "it listens for nothing"


def test_a_vocabulary_of_the_longest_kind_is_searched_fast(
    spoken: Job, transcripts: TranscriptStore, jobs: JobStore
) -> None:
    long = parse("\n".join(f"Name{n} = naim{n}, nahm {n}" for n in range(500)))
    assert jobs.set_vocabulary(spoken.id, long).options.vocabulary == long
    assert seen(transcripts, spoken)[0] == "today copia is new"


# A database of version 4


@pytest.fixture
def version_4(tmp_path: Path) -> Path:
    """A database as the program wrote it before vocabularies, with a transcript in it."""
    folder = tmp_path / "before"
    folder.mkdir()
    Database(folder / "kopia.db", backups=folder / "backups", migrations=MIGRATIONS[:4]).close_all()
    with closing(sqlite3.connect(folder / "kopia.db")) as connection:
        connection.execute(
            "INSERT INTO jobs (id, status, created_at, updated_at, language, model,"
            " remove_filler_words, media_path, media_name, media_size, media_modified_ns,"
            " translate_to, export_formats, export_folder, duration, prepared)"
            " VALUES ('job_1', 'completed', 1, 2, 'en_uk', 'small', 1, '/a/talk.wav', 'talk.wav',"
            " 10, 20, 'es,fr', 'srt', '', 3.5, 1)"
        )
        connection.execute(
            "INSERT INTO segments (id, job_id, section, recognised_text, recognised_start,"
            " recognised_end, recognised_words) VALUES (7, 'job_1', 0, 'copia color', 0.0, 1.0,"
            """ '[["copia",0.0,0.5,0.9,0],["color",0.5,1.0,0.8,0]]')"""
        )
        connection.execute("INSERT INTO segments_fts (rowid, text) VALUES (7, 'copia color')")
        connection.commit()
    return folder


def test_what_was_there_before_is_there_and_can_be_spelled(version_4: Path) -> None:
    database = Database(version_4 / "kopia.db", backups=version_4 / "backups")
    try:
        jobs, transcripts = JobStore(database), TranscriptStore(database)
        job = jobs.get("job_1")
        assert job.options.vocabulary == NO_VOCABULARY
        assert (job.options.language, job.options.translate_to) == ("en_uk", ("es", "fr"))
        assert seen(transcripts, job) == ["copia colour"]
        assert len(transcripts.search("copia")) == 1
        assert VocabularyStore(database).all() == {}
        VocabularyStore(database).save("Mine", KOPIA)
        jobs.set_vocabulary("job_1", KOPIA)
        assert seen(transcripts, job) == ["Kopia colour"]
        assert len(transcripts.search("kopia")) == 1
    finally:
        database.close_all()
    (backup,) = (version_4 / "backups").iterdir()
    assert backup.name.endswith("-v4.db")
    with closing(sqlite3.connect(backup)) as connection:
        found: Sequence[object] = connection.execute("SELECT id FROM segments").fetchone()
        assert tuple(found) == (7,)
