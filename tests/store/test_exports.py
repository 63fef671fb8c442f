"""The outbox of files: filled with the completion of a transcript or a translation."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound, StateConflict
from kopia_desktop.core.export import Export, ExportStatus
from kopia_desktop.core.job import ExportWish, Job, JobError, JobOptions, MediaFile, MediaInfo
from kopia_desktop.core.transcript import Section
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.migrations import MIGRATIONS
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore

DUE, DONE, FAILED = ExportStatus.DUE, ExportStatus.DONE, ExportStatus.FAILED
WISH = ExportWish(("srt", "txt"), "/out/caf\udce9")
ERROR = JobError("folder_not_writable", "It refuses.", "Choose another folder.")
Complete = Callable[..., Job]


@pytest.fixture
def exports(database: Database) -> ExportStore:
    return ExportStore(database)


@pytest.fixture
def complete(
    jobs: JobStore,
    work: WorkStore,
    media: Callable[..., MediaFile],
    info: MediaInfo,
    section: Callable[..., Section],
    save: Callable[..., bool],
) -> Complete:
    def make(
        *, export: ExportWish | None = WISH, translate_to: tuple[str, ...] = (), heard: str = "en"
    ) -> Job:
        options = JobOptions(translate_to=translate_to, export=export)
        job = jobs.add(options=options, media=media())
        work.begin(job.id, info)
        work.add_section(job.id, section(0))
        work.set_language(job.id, heard, 0.9)
        work.finish_preparation(job.id, duration=10.0, sha256="00")
        assert save(job, 0)
        return jobs.get(job.id)

    return make


def translate(translations: TranslationStore, translation: Translation) -> None:
    assert translations.begin(translation.id) is not None
    assert translations.complete(translation.id)


def test_a_completed_job_that_wishes_has_files_due(
    complete: Complete, exports: ExportStore
) -> None:
    job = complete()
    (due,) = exports.of_job(job.id)
    assert due == Export(due.id, job.id, None, WISH.formats, WISH.folder, DUE)
    assert exports.next_due() == due
    assert exports.of_job(complete(export=None).id) == ()


def test_nothing_is_due_before_the_completion(
    jobs: JobStore, exports: ExportStore, media: Callable[..., MediaFile]
) -> None:
    job = jobs.add(options=JobOptions(export=WISH, translate_to=("es",)), media=media())
    assert exports.of_job(job.id) == ()
    jobs.cancel(job.id)
    assert exports.next_due() is None
    with pytest.raises(JobNotFound):
        exports.of_job("job_none")


def test_translations_that_were_wished_are_waiting(
    complete: Complete, translations: TranslationStore
) -> None:
    job = complete(translate_to=("es", "fr", "es"))
    made = translations.list(job.id)
    assert [each.language for each in made] == ["es", "fr"]
    assert {(each.status, each.formal) for each in made} == {(TranslationStatus.PENDING, True)}
    assert translations.next_waiting() == made[0]


def test_the_spoken_language_is_not_translated_to(
    complete: Complete, translations: TranslationStore
) -> None:
    job = complete(translate_to=("es", "pt-br", "en"), heard="pt")
    assert [each.language for each in translations.list(job.id)] == ["es", "en"]


def test_a_translation_is_due_when_it_is_completed_and_once_more(
    complete: Complete,
    exports: ExportStore,
    translations: TranslationStore,
    database: Database,
) -> None:
    job = complete(translate_to=("es",))
    (spanish,) = translations.list(job.id)
    (original,) = exports.of_job(job.id)
    exports.done(original.id, [Path("/out/talk.srt")])
    assert exports.next_due() is None
    translate(translations, spanish)
    due = exports.next_due()
    assert due is not None
    assert (due.translation_id, due.formats, due.folder) == (spanish.id, *_of(WISH))
    exports.done(due.id, [Path("/out/talk.es.srt")])
    with database.transaction() as db:  # as if the transcript had been edited
        db.execute_sql("UPDATE translations SET status = 'pending'")  # type: ignore[no-untyped-call]
    translate(translations, spanish)
    again = exports.next_due()
    assert again is not None
    assert again.translation_id == spanish.id
    assert len(exports.of_job(job.id)) == 2
    translations.delete(job.id, spanish.id)
    assert [each.translation_id for each in exports.of_job(job.id)] == [None]


def _of(wish: ExportWish) -> tuple[tuple[str, ...], str]:
    return wish.formats, wish.folder


def test_a_translation_asked_for_later_is_written_too(
    complete: Complete, exports: ExportStore, translations: TranslationStore
) -> None:
    job = complete()
    (french,) = translations.add(job.id, ["fr"], formal=False)
    translate(translations, french)
    assert [each.translation_id for each in exports.of_job(job.id)] == [None, french.id]


def test_what_was_written_is_kept(complete: Complete, exports: ExportStore) -> None:
    job = complete()
    (due,) = exports.of_job(job.id)
    paths = (Path("/out/caf\udce9/ünï 会議.srt"), Path("/out/b.txt"))
    exports.done(due.id, paths)
    (done,) = exports.of_job(job.id)
    assert (done.status, done.paths, done.error) == (DONE, paths, None)
    exports.fail(due.id, ERROR)
    assert exports.of_job(job.id) == (done,), "what has ended stays"


def test_what_failed_is_tried_again_elsewhere(
    complete: Complete, exports: ExportStore, jobs: JobStore
) -> None:
    job = complete()
    (due,) = exports.of_job(job.id)
    with pytest.raises(StateConflict):
        exports.retry(job.id)
    exports.fail(due.id, ERROR, [Path("/out/talk.srt")])
    (failed,) = exports.of_job(job.id)
    assert (failed.status, failed.error, failed.paths) == (FAILED, ERROR, (Path("/out/talk.srt"),))
    assert exports.next_due() is None
    (again,) = exports.retry(job.id)
    assert (again.status, again.error, again.folder) == (DUE, None, WISH.folder)
    exports.fail(due.id, ERROR)
    (elsewhere,) = exports.retry(job.id, "/other")
    assert elsewhere.folder == "/other"
    assert jobs.get(job.id).options.export == ExportWish(WISH.formats, "/other")
    with pytest.raises(JobNotFound):
        exports.retry("job_none")


def test_the_oldest_is_first(complete: Complete, exports: ExportStore) -> None:
    first, second = complete(), complete()
    due = exports.next_due()
    assert due is not None
    assert due.job_id == first.id
    exports.fail(due.id, ERROR)
    due = exports.next_due()
    assert due is not None
    assert due.job_id == second.id


def test_a_deleted_job_takes_its_files_along(
    complete: Complete, exports: ExportStore, jobs: JobStore
) -> None:
    job = complete()
    (due,) = exports.of_job(job.id)
    jobs.delete(job.id)
    exports.done(due.id, [])
    assert exports.next_due() is None


def test_jobs_from_before_have_no_wishes(tmp_path: Path) -> None:
    path, backups = tmp_path / "old.db", tmp_path / "backups"
    Database(path, backups=backups, migrations=MIGRATIONS[:3]).close_all()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO jobs (id, status, created_at, updated_at, language, model,"
            " remove_filler_words) VALUES ('job_1', 'pending', 1, 1, 'en', 'm', 0)"
        )
        connection.commit()
    database = Database(path, backups=backups)
    assert JobStore(database).get("job_1").options == JobOptions("en", "m")
    database.close_all()
