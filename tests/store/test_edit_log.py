"""Steps undone and done again: whatever was done, the transcript is exactly what it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kopia_desktop.core.edits import Edited, EditKind, History
from kopia_desktop.core.errors import JobNotFound, KopiaError, StateConflict
from kopia_desktop.core.job import Job, JobOptions, MediaFile, MediaInfo
from kopia_desktop.core.transcript import Doubt, Section, Segment
from kopia_desktop.store import edit_log, rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.search import fold
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore
from tests.engine_part import translate

Finish = Callable[..., Job]
MakeSegment = Callable[..., Segment]

KILLED = """
import sys
from pathlib import Path
from kopia_desktop.store.database import Database
from kopia_desktop.store.search import fold
from kopia_desktop.store.transcripts import TranscriptStore
path, job_id = Path(sys.argv[1]), sys.argv[2]
store = TranscriptStore(Database(path, backups=path.parent / "backups"))
first, second = (each.id for each in store.segments(job_id))
store.edit(job_id, first, text="changed by hand")
store.split(job_id, first, 7)
store.merge(job_id, first, second)
store.undo(job_id)
print("done", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def translation_id(job: Job, translations: TranslationStore) -> str:
    (made,) = translations.add(job.id, ["es"], formal=True)
    translate(translations, made.id, str.upper)
    return made.id


def _everything(database: Database, job_id: str) -> tuple[Any, ...]:
    """All rows that editing may touch and what the search index says of them."""
    with database.reading() as db:
        owned = "(SELECT id FROM segments WHERE job_id = ?)"
        return tuple(
            rows.run(db, sql, (job_id,)).fetchall()
            for sql in (
                "SELECT * FROM segments WHERE job_id = ? ORDER BY id",
                f"SELECT rowid, text FROM segments_fts WHERE rowid IN {owned} ORDER BY rowid",
                "SELECT * FROM translated_segments WHERE translation_id IN"
                " (SELECT id FROM translations WHERE job_id = ?) ORDER BY segment_id",
            )
        )


def _searched(database: Database, job_id: str) -> list[tuple[int, str]]:
    """What the search index has to say: the text of each segment of the transcript."""
    segments = TranscriptStore(database).segments(job_id)
    return sorted((each.id, fold(each.text).text) for each in segments)


def _undo_all(transcripts: TranscriptStore, job_id: str) -> list[EditKind]:
    """Take back every step; their kinds, the last one first."""
    kinds = []
    while undone := transcripts.undo(job_id):
        kinds.append(undone.kind)
    return kinds


# Any sequence of steps

_TEXTS = st.text(alphabet="ab cß\u0301今天 \n.-é😀", max_size=24)
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            "edit times split merge delete revert replace written machine undo redo".split()
        ),
        st.integers(0, 30),
        st.integers(0, 30),
        _TEXTS,
    ),
    min_size=1,
    max_size=25,
)


class _Person:
    """Does what a random step says, as far as it can be done."""

    def __init__(self, database: Database, job_id: str, translation_id: str) -> None:
        self._store = TranscriptStore(database)
        self._translations = TranslationStore(database)
        self._job_id = job_id
        self._translation_id = translation_id
        self._database = database

    def does(self, what: str, one: int, other: int, text: str) -> Edited | None:
        with self._database.reading() as db:
            known = "SELECT id FROM segments WHERE job_id = ? ORDER BY id"
            ids = [row[0] for row in rows.run(db, known, (self._job_id,))]
        first, second = ids[one % len(ids)], ids[other % len(ids)]
        store, job_id, translation_id = self._store, self._job_id, self._translation_id
        steps: dict[str, Callable[[], Edited | None]] = {
            "edit": lambda: store.edit(job_id, first, text=text),
            "times": lambda: store.edit(job_id, first, start=one / 3, end=one / 3 + 1 + other / 7),
            "split": lambda: store.split(job_id, first, other, text=text if other % 2 else None),
            "merge": lambda: store.merge(job_id, first, second),
            "delete": lambda: store.delete(job_id, sorted({first, second})),
            "revert": lambda: store.revert(job_id, first),
            "replace": lambda: store.replace_all(
                job_id, text[:2], text[2:6], match_case=bool(one % 2), whole_words=bool(other % 2)
            ),
            "written": lambda: self._translations.edit(job_id, translation_id, first, text),
            "machine": lambda: self._translations.revert(job_id, translation_id, first),
            "undo": lambda: store.undo(job_id),
            "redo": lambda: store.redo(job_id),
        }
        try:
            return steps[what]()
        except KopiaError:
            return None


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=_STEPS)
def test_every_step_can_be_undone_and_done_again_exactly(
    database: Database,
    finish: Finish,
    segment: MakeSegment,
    transcripts: TranscriptStore,
    translations: TranslationStore,
    steps: list[tuple[str, int, int, str]],
) -> None:
    job = finish(
        segment("one two three four", 0.0),
        replace(segment("a ab. abc", 2.5), doubt=Doubt.LOOP),
        segment("今天 天气", 4.0),
        segment("inaudible", 6.0, suppressed=True),
    )
    (made,) = translations.add(job.id, ["es"], formal=True)
    translate(translations, made.id, str.upper)
    person = _Person(database, job.id, made.id)
    states, at = [_everything(database, job.id)], 0
    for what, one, other, text in steps:
        edited = person.does(what, one, other, text)
        now = _everything(database, job.id)
        if what in ("undo", "redo"):
            step = -1 if what == "undo" else 1
            assert (edited is not None) == (0 <= at + step < len(states))
            at += step if edited else 0
        elif edited is None or edited.is_empty():
            assert now == states[at], "what was refused or no edit left everything as it was"
        else:
            states[at + 1 :] = [now]
            at += 1
        assert now == states[at]
        assert now[1] == _searched(database, job.id)
    while transcripts.undo(job.id):
        at -= 1
        assert _everything(database, job.id) == states[at]
    assert at == 0
    while transcripts.redo(job.id):
        at += 1
        assert _everything(database, job.id) == states[at]
    assert at == len(states) - 1
    assert database.check_integrity() == "ok"


# What comes of a step


def test_what_undo_and_redo_tell(job: Job, ids: list[int], transcripts: TranscriptStore) -> None:
    before = transcripts.segments(job.id)
    split = transcripts.split(job.id, ids[0], 7)
    undone = transcripts.undo(job.id)
    assert undone == Edited(EditKind.SPLIT, before[:1], (split.changed[1].id,), ids[0])
    assert transcripts.history(job.id) == History(redo=EditKind.SPLIT)
    assert transcripts.redo(job.id) == split
    assert transcripts.history(job.id) == History(undo=EditKind.SPLIT)
    assert transcripts.redo(job.id) is None
    merged = transcripts.merge(job.id, split.changed[1].id, ids[1])
    undone = transcripts.undo(job.id)
    assert undone is not None
    assert (undone.changed, undone.removed) == ((split.changed[1], before[1]), ())
    assert undone.focus == ids[1]
    assert transcripts.redo(job.id) == merged


def test_a_new_step_takes_the_place_of_those_undone(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    transcripts.edit(job.id, ids[0], text="a")
    transcripts.edit(job.id, ids[0], text="b")
    transcripts.undo(job.id)
    transcripts.delete(job.id, [ids[1]])
    assert transcripts.history(job.id) == History(undo=EditKind.DELETE)
    assert transcripts.redo(job.id) is None
    transcripts.undo(job.id)
    transcripts.undo(job.id)
    assert transcripts.undo(job.id) is None
    assert transcripts.get(job.id).text == "one two three four five six"


def test_jobs_have_logs_of_their_own(
    job: Job, ids: list[int], finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    other = finish(segment("elsewhere"))
    transcripts.edit(job.id, ids[0], text="a")
    assert transcripts.undo(other.id) is None
    assert transcripts.history(other.id) == History()
    for call in (transcripts.undo, transcripts.redo, transcripts.history):
        with pytest.raises(JobNotFound):
            call("job_none")


def test_what_something_else_changed_is_not_undone(
    job: Job, ids: list[int], transcripts: TranscriptStore, database: Database
) -> None:
    transcripts.edit(job.id, ids[0], text="mine")
    with database.transaction() as db:
        rows.run(db, "UPDATE segments SET edited_text = 'other' WHERE id = ?", (ids[0],))
    before = _everything(database, job.id)
    with pytest.raises(StateConflict) as caught:
        transcripts.undo(job.id)
    assert caught.value.hint
    assert _everything(database, job.id) == before
    assert transcripts.history(job.id) == History(undo=EditKind.TEXT)


def test_the_oldest_steps_are_forgotten(
    job: Job,
    ids: list[int],
    transcripts: TranscriptStore,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(edit_log, "KEPT_STEPS", 5)
    for number in range(8):
        transcripts.edit(job.id, ids[0], text=f"text {number}")
    assert len(_undo_all(transcripts, job.id)) == 5
    assert transcripts.segments(job.id)[0].text == "text 2"
    redone = 0
    while transcripts.redo(job.id):
        redone += 1
    assert redone == 5


def test_steps_survive_a_kill(
    database: Database, job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = _everything(database, job.id)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(database.path), job.id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"done"
    process.kill()
    process.communicate()
    assert transcripts.history(job.id) == History(undo=EditKind.SPLIT, redo=EditKind.MERGE)
    assert transcripts.get(job.id).text == "changed by hand five six"
    _undo_all(transcripts, job.id)
    assert _everything(database, job.id) == before


# Translations


def test_a_written_translation_is_a_step(
    job: Job,
    ids: list[int],
    translation_id: str,
    translations: TranslationStore,
    transcripts: TranscriptStore,
) -> None:
    edited = translations.edit(job.id, translation_id, ids[0], "  Uno \n dos. ")
    (shown, _) = translations.transcript(job.id, translation_id).segments
    assert edited == Edited(EditKind.TRANSLATION, (shown,), (), ids[0], translation_id)
    assert (shown.text, shown.edited, shown.start, shown.end) == ("Uno dos.", True, 0.0, 2.0)
    assert translations.edit(job.id, translation_id, ids[0], "Uno dos.").is_empty()
    undone = transcripts.undo(job.id)
    assert undone is not None
    assert (undone.translation_id, undone.changed[0].text) == (translation_id, "ONE TWO THREE FOUR")
    assert transcripts.redo(job.id) == edited
    reverted = translations.revert(job.id, translation_id, ids[0])
    assert reverted.changed[0].text == "ONE TWO THREE FOUR"
    assert translations.revert(job.id, translation_id, ids[0]).is_empty()
    with pytest.raises(StateConflict):
        translations.edit(job.id, translation_id, ids[0], " \n")


def test_a_written_translation_stands_for_the_text_it_was_written_for(
    job: Job,
    ids: list[int],
    translation_id: str,
    translations: TranslationStore,
    transcripts: TranscriptStore,
) -> None:
    transcripts.edit(job.id, ids[0], text="Changed.")
    assert translations.stale(job.id, translation_id) == {ids[0]}
    translations.edit(job.id, translation_id, ids[0], "Cambiado.")
    assert translations.stale(job.id, translation_id) == frozenset()
    translations.revert(job.id, translation_id, ids[0])
    assert translations.stale(job.id, translation_id) == {ids[0]}
    transcripts.undo(job.id)
    transcripts.edit(job.id, ids[0], text="Changed again.")
    assert translations.stale(job.id, translation_id) == {ids[0]}


def test_written_where_nothing_is_translated_yet(
    job: Job,
    ids: list[int],
    translation_id: str,
    translations: TranslationStore,
    transcripts: TranscriptStore,
) -> None:
    part = transcripts.split(job.id, ids[0], 7).changed[1]
    assert len(translations.transcript(job.id, translation_id).segments) == 2
    (written,) = translations.edit(job.id, translation_id, part.id, "Tres cuatro.").changed
    assert written.start == part.start
    assert translations.stale(job.id, translation_id) == {ids[0]}
    undone = transcripts.undo(job.id)
    assert undone is not None
    assert (undone.changed, undone.removed) == ((), (part.id,))
    assert translations.stale(job.id, translation_id) == {ids[0], part.id}


def test_the_machine_may_translate_between_two_steps(
    job: Job,
    ids: list[int],
    translation_id: str,
    translations: TranslationStore,
    transcripts: TranscriptStore,
) -> None:
    translations.edit(job.id, translation_id, ids[0], "Mine.")
    transcripts.edit(job.id, ids[0], text="changed")
    translations.revert(job.id, translation_id, ids[0])
    translations.add(job.id, ["es"], formal=True)
    translate(translations, translation_id, str.upper)
    assert translations.transcript(job.id, translation_id).segments[0].text == "CHANGED"
    transcripts.undo(job.id)
    assert translations.transcript(job.id, translation_id).segments[0].text == "Mine."
    transcripts.undo(job.id)
    transcripts.undo(job.id)
    assert translations.transcript(job.id, translation_id).segments[0].text == "CHANGED"
    assert translations.stale(job.id, translation_id) == {ids[0]}


def test_steps_in_a_translation_go_with_it(
    job: Job,
    ids: list[int],
    translation_id: str,
    translations: TranslationStore,
    transcripts: TranscriptStore,
) -> None:
    transcripts.edit(job.id, ids[0], text="mine")
    translations.edit(job.id, translation_id, ids[0], "Mío.")
    transcripts.edit(job.id, ids[1], text="mine too")
    translations.delete(job.id, translation_id)
    assert _undo_all(transcripts, job.id) == [EditKind.TEXT, EditKind.TEXT]
    assert transcripts.get(job.id).text == "one two three four five six"


# Beside others


def test_steps_go_with_their_job(
    job: Job, ids: list[int], transcripts: TranscriptStore, jobs: JobStore, database: Database
) -> None:
    transcripts.edit(job.id, ids[0], text="Geheimwort " * 500)
    transcripts.edit(job.id, ids[0], text="Zweitwort " * 500)
    transcripts.undo(job.id)
    jobs.delete(job.id)
    assert database.erase_remains()
    for path in database.path.parent.glob("kopia.db*"):
        content = path.read_bytes()
        assert b"Geheimwort" not in content
        assert b"Zweitwort" not in content


def test_two_people_edit_while_the_engine_adds(
    database: Database,
    jobs: JobStore,
    work: WorkStore,
    media: Callable[..., MediaFile],
    info: MediaInfo,
    section: Callable[..., Section],
    segment: MakeSegment,
    save: Callable[..., bool],
    transcripts: TranscriptStore,
) -> None:
    job = jobs.add(options=JobOptions("en"), media=media())
    work.begin(job.id, info)
    for index in range(30):
        work.add_section(job.id, section(index))
    save(job, 0, [segment(f"said number {number}", 0.1 * number) for number in range(40)])
    ids = [each.id for each in transcripts.segments(job.id)]

    def recognise() -> None:
        for index in range(1, 30):
            save(job, index, [segment(f"later {index}", 10.0 * index)])

    def edit(mine: list[int], name: str) -> Callable[[], None]:
        def run() -> None:
            for each in mine:
                transcripts.edit(job.id, each, text=f"{name} wrote {each}")
                transcripts.split(job.id, each, len(name))

        return run

    parts = (recognise, edit(ids[::2], "Ana"), edit(ids[1::2], "Bo"))
    with ThreadPoolExecutor(len(parts)) as pool:
        for done in [pool.submit(part) for part in parts]:
            done.result()
    texts = [each.text for each in transcripts.segments(job.id)]
    assert sorted(text for text in texts if "later" in text) == sorted(
        f"later {index}" for index in range(1, 30)
    )
    assert {each for each in texts if each.startswith("wrote")} == {f"wrote {each}" for each in ids}
    assert (texts.count("Ana"), texts.count("Bo"), len(texts)) == (20, 20, 109)
    assert len(_undo_all(transcripts, job.id)) == 80
    assert len(transcripts.segments(job.id)) == 69
    assert database.check_integrity() == "ok"
