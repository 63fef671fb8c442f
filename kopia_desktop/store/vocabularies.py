"""The lists of terms that a person keeps, and the vocabulary of a job.

Each method is one transaction. Names are told apart without regard to case.
"""

from __future__ import annotations

from collections.abc import Mapping

import peewee
from peewee import EXCLUDED

from kopia_desktop.core.errors import VocabularyExists, VocabularyNotFound
from kopia_desktop.core.job import Job
from kopia_desktop.core.replacements import respelled_text
from kopia_desktop.core.vocabulary import Vocabulary, folded
from kopia_desktop.store import rows, search
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import VISIBLE, VOCABULARIES


class VocabularyStore:
    """A list is one row; jobs hold terms of their own and change with no list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Mapping[str, Vocabulary]:
        """The lists by name, in the order of their names."""
        with self._database.reading() as db:
            found = VOCABULARIES.select().order_by(VOCABULARIES.c.key).execute(db)
            return {row["name"]: rows.vocabulary_of(row["terms"]) for row in found}

    def get(self, name: str) -> Vocabulary:
        """Raises VocabularyNotFound."""
        with self._database.reading() as db:
            return rows.vocabulary_of(_require(db, name)["terms"])

    def save(self, name: str, vocabulary: Vocabulary) -> None:
        """Keep a list, in place of one of the same name."""
        columns = VOCABULARIES.c
        with self._database.transaction() as db:
            VOCABULARIES.insert(
                key=folded(name), name=name, terms=rows.vocabulary_column(vocabulary) or "[]"
            ).on_conflict(
                conflict_target=[columns.key],
                update={columns.name: EXCLUDED.name, columns.terms: EXCLUDED.terms},
            ).execute(db)

    def rename(self, name: str, new_name: str) -> None:
        """Raises VocabularyNotFound, VocabularyExists for a name that another list has."""
        key, new_key = folded(name), folded(new_name)
        with self._database.transaction() as db:
            _require(db, name)
            if new_key != key and _find(db, new_name) is not None:
                raise VocabularyExists(
                    f"There is a list {new_name} already.", hint="Choose another name."
                )
            VOCABULARIES.update(key=new_key, name=new_name).where(
                VOCABULARIES.c.key == key
            ).execute(db)

    def remove(self, name: str) -> None:
        """Jobs that were made with it keep their terms. Raises VocabularyNotFound."""
        with self._database.transaction() as db:
            _require(db, name)
            VOCABULARIES.delete().where(VOCABULARIES.c.key == folded(name)).execute(db)


def respell(db: peewee.SqliteDatabase, job: Job, vocabulary: Vocabulary) -> None:
    """Spell a job's transcript anew, at once and for the search too; stored words stay."""
    before = job.options.vocabulary
    if vocabulary != before:
        rows.update_job(db, job.id, vocabulary=rows.vocabulary_column(vocabulary))
        search.renew(db, _changed(db, job.id, before, vocabulary), vocabulary)


def _changed(
    db: peewee.SqliteDatabase, job_id: str, before: Vocabulary, after: Vocabulary
) -> dict[int, str | None]:
    """The stored texts that read otherwise than before."""
    sql = (
        "SELECT id, coalesce(edited_text, recognised_text) FROM segments"
        f" WHERE job_id = ? AND {VISIBLE.sql}"
    )
    return {
        key: text
        for key, text in rows.run(db, sql, (job_id,))
        if respelled_text(text, before) != respelled_text(text, after)
    }


def _find(db: peewee.SqliteDatabase, name: str) -> rows.Row | None:
    query = VOCABULARIES.select().where(VOCABULARIES.c.key == folded(name))
    row: rows.Row | None = query.get(db)
    return row


def _require(db: peewee.SqliteDatabase, name: str) -> rows.Row:
    row = _find(db, name)
    if row is None:
        raise VocabularyNotFound(
            f"There is no list {name}.", hint="Choose one of the lists that are kept."
        )
    return row
