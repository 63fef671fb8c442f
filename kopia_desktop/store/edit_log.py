"""The steps of editing a job's transcript and translations, to be undone and done again.

A step is written in the transaction of what it does, so both survive a crash or neither. Undone
steps wait to be done again until another step takes their place. The log holds text of the
transcript: it goes with the job, and what belongs to a translation goes with that.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import peewee

from kopia_desktop.core.edits import EditKind, History
from kopia_desktop.core.errors import StateConflict
from kopia_desktop.store import images, rows
from kopia_desktop.store.images import Image, Images
from kopia_desktop.store.tables import EDITS

KEPT_STEPS = 1000
"""Steps of a job that can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """The rows that one step touches, before and after it (the same ids)."""

    kind: EditKind
    before: Images
    after: Images
    translation_id: str | None = None

    def reversed(self) -> Step:
        return replace(self, before=self.after, after=self.before)


def do(db: peewee.SqliteDatabase, job_id: str, step: Step) -> bool:
    """Write the step's rows and remember it; False, and nothing was done, for an empty one."""
    if step.before == step.after:
        return False
    _write(db, job_id, step)
    EDITS.delete().where(EDITS.c.job_id == job_id, EDITS.c.undone == 1).execute(db)
    EDITS.insert(
        job_id=job_id,
        translation_id=step.translation_id,
        kind=step.kind,
        at=rows.now(),
        before=_packed(step.before),
        after=_packed(step.after),
    ).execute(db)
    done = EDITS.select(EDITS.c.id).where(EDITS.c.job_id == job_id, EDITS.c.undone == 0)
    last = done.order_by(EDITS.c.id.desc()).limit(1).offset(KEPT_STEPS).scalar(db)
    if last is not None:
        EDITS.delete().where(EDITS.c.job_id == job_id, EDITS.c.id <= last).execute(db)
    return True


def undo(db: peewee.SqliteDatabase, job_id: str) -> Step | None:
    """Take back the last step; returns what was done for it, None when there is nothing to undo.

    Raises StateConflict, and changes nothing, when its rows are not as it left them.
    """
    return _go(db, job_id, back=True)


def redo(db: peewee.SqliteDatabase, job_id: str) -> Step | None:
    """Do again what was undone last; otherwise as ``undo``."""
    return _go(db, job_id, back=False)


def history(db: peewee.SqliteDatabase, job_id: str) -> History:
    """What ``undo`` and ``redo`` would do."""
    kinds = (_next(db, job_id, EDITS.c.kind, undone=undone) for undone in (False, True))
    return History(*(EditKind(row["kind"]) if row else None for row in kinds))


def _go(db: peewee.SqliteDatabase, job_id: str, *, back: bool) -> Step | None:
    row = _next(db, job_id, undone=not back)
    if row is None:
        return None
    step = _step_of(row).reversed() if back else _step_of(row)
    now = images.read(db, job_id, step.before, translation_id=step.translation_id)
    if now != step.before:
        raise StateConflict(
            "The text was changed in another way since this step, so it cannot be taken back or"
            " done again.",
            hint="Make the change by hand.",
        )
    _write(db, job_id, step)
    EDITS.update(undone=int(back)).where(EDITS.c.id == row["id"]).execute(db)
    return step


def _write(db: peewee.SqliteDatabase, job_id: str, step: Step) -> None:
    images.write(db, job_id, step.before, step.after, translation_id=step.translation_id)


def _next(
    db: peewee.SqliteDatabase, job_id: str, *columns: peewee.Column, undone: bool
) -> rows.Row | None:
    """The step that would be undone next, or done again; all of it or some columns."""
    order = EDITS.c.id if undone else EDITS.c.id.desc()
    query = EDITS.select(*columns).where(EDITS.c.job_id == job_id, EDITS.c.undone == int(undone))
    row: rows.Row | None = query.order_by(order).limit(1).get(db)
    return row


def _step_of(row: rows.Row) -> Step:
    translation_id = row["translation_id"]
    segment = translation_id is None
    columns = images.SEGMENT_COLUMNS if segment else images.TRANSLATED_COLUMNS
    before, after = (_unpacked(row[name], columns) for name in ("before", "after"))
    return Step(EditKind(row["kind"]), before, after, translation_id)


def _packed(some: Images) -> str:
    """JSON in which a column that is not there is NULL."""
    compact = {
        key: None if image is None else {k: v for k, v in image.items() if v is not None}
        for key, image in some.items()
    }
    return json.dumps(compact, ensure_ascii=False, separators=(",", ":"))


def _unpacked(text: str, columns: tuple[str, ...]) -> dict[int, Image | None]:
    return {
        int(key): None if image is None else dict.fromkeys(columns) | image
        for key, image in json.loads(text).items()
    }
