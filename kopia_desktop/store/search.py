"""Full-text search over the words that people see now.

What is indexed is not the text but its *folded* form: compatibility forms unified, case folded,
accents and the vowel points of Arabic and Hebrew dropped, and a separator around each character of
a script without spaces, so that a run of them is found as a phrase. A query is folded in the same
way and holds nothing but quoted words, so nothing in it can be syntax.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import peewee
from peewee import fn

from kopia_desktop.core.hits import SearchHit
from kopia_desktop.core.job import Job
from kopia_desktop.core.replacements import respelled_text
from kopia_desktop.core.scripts import HANGUL, UNSPACED
from kopia_desktop.core.vocabulary import Vocabulary
from kopia_desktop.store import rows
from kopia_desktop.store.tables import JOBS, SEGMENTS, VISIBLE

SNIPPET_LENGTH = 160
"""Characters of a snippet at most, besides the marks of omission."""

_SEPARATOR, _OPEN, _CLOSE = "\x1f", "\x01", "\x02"
_SINGLE = re.compile(f"[{UNSPACED}{HANGUL}]")
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487"  # accents of Latin, Greek and Cyrillic
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"  # Arabic
)
_QUERY_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``origins`` is for each of its characters the (start, end) it came from."""

    text: str
    origins: tuple[tuple[int, int], ...]


def fold(text: str) -> Folded:
    """The form that is indexed and searched."""
    characters: list[str] = []
    origins: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        folded = _fold_cluster(text[start:end])
        characters.append(folded)
        origins.extend([(start, end)] * len(folded))
        start = end
    return Folded("".join(characters), tuple(origins))


def match_expression(text: str) -> str | None:
    """FTS5's form of what a person typed; None when there is nothing to look for.

    All words must occur; quotes keep words together; the last word, unless quoted, may go on.
    """
    phrases: list[str] = []
    for found in _QUERY_PART.finditer(text):
        quoted = found.group(1) is not None
        words = _tokens(found.group(1) if quoted else found.group(2))
        if words:
            last = not quoted and found.end() == len(text.rstrip())
            phrases.append(f'"{" ".join(words)}"{"*" if last else ""}')
    return " ".join(phrases) or None


def renew(
    db: peewee.SqliteDatabase, texts: Mapping[int, str | None], vocabulary: Vocabulary
) -> None:
    """Make segments' texts findable in place of what was known; None: not to be found any more.

    They are found as the job's vocabulary spells them.
    """
    rows.run_many(db, "DELETE FROM segments_fts WHERE rowid = ?", ((key,) for key in texts))
    rows.run_many(
        db,
        "INSERT INTO segments_fts (rowid, text) VALUES (?, ?)",
        (
            (key, _folded_text(respelled_text(text, vocabulary)))
            for key, text in texts.items()
            if text is not None
        ),
    )


def forget_job(db: peewee.SqliteDatabase, job_id: str) -> None:
    rows.run(
        db,
        "DELETE FROM segments_fts WHERE rowid IN (SELECT id FROM segments WHERE job_id = ?)",
        (job_id,),
    )


def find(
    db: peewee.SqliteDatabase, text: str, *, limit: int, job_id: str | None
) -> tuple[SearchHit, ...]:
    """The newest ``limit`` segments that match; newest recordings first, each in order of time."""
    expression = match_expression(text)
    if expression is None or limit <= 0:
        return ()
    matches = _matching(db, expression, limit, job_id)
    known = {segment_id: highlighted for segment_id, highlighted in matches}
    found = [
        (row, known[row["id"]])
        for row in SEGMENTS.select().where(SEGMENTS.c.id.in_(list(known)), VISIBLE).execute(db)
    ]
    jobs = _jobs(db, {row["job_id"] for row, _ in found})
    hits = [_hit(row, highlighted, jobs[row["job_id"]]) for row, highlighted in found]
    # Ids of jobs sort by time.
    hits.sort(key=lambda hit: (hit.start, hit.segment_id))
    hits.sort(key=lambda hit: hit.job_id, reverse=True)
    return tuple(hits)


def _matching(
    db: peewee.SqliteDatabase, expression: str, limit: int, job_id: str | None
) -> list[tuple[int, str]]:
    """(segment id, folded text with marks), newest first."""
    index = "SELECT rowid, highlight(segments_fts, 0, ?, ?) FROM segments_fts"
    if job_id is None:
        sql = f"{index} WHERE segments_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
        parameters: tuple[object, ...] = (_OPEN, _CLOSE, expression, limit)
    else:
        bounds = SEGMENTS.select(fn.MIN(SEGMENTS.c.id), fn.MAX(SEGMENTS.c.id))
        low, high = bounds.where(SEGMENTS.c.job_id == job_id).scalar(db, as_tuple=True)
        # The range spares the index what surely belongs to other jobs.
        sql = (
            f"{index} WHERE segments_fts MATCH ? AND rowid BETWEEN ? AND ? "
            "AND (SELECT job_id FROM segments WHERE id = segments_fts.rowid) = ? "
            "ORDER BY rowid LIMIT ?"
        )
        parameters = (_OPEN, _CLOSE, expression, low, high, job_id, limit)
    return rows.run(db, sql, parameters).fetchall()


def _jobs(db: peewee.SqliteDatabase, job_ids: set[str]) -> dict[str, Job]:
    found = JOBS.select().where(JOBS.c.id.in_(list(job_ids))).execute(db)
    return {row["id"]: rows.job_of(row) for row in found}


def _hit(row: rows.Row, highlighted: str, job: Job) -> SearchHit:
    segment = rows.segment_of(row)
    text = respelled_text(segment.text, job.options.vocabulary)
    snippet, shifted = _snippet(text, _marks(highlighted, fold(text)))
    return SearchHit(job.id, job.title, segment.id, segment.start, snippet, shifted)


def _marks(highlighted: str, folded: Folded) -> list[tuple[int, int]]:
    """(start, end) in the original of what FTS5 put between marks; neighbours are joined.

    None when the text was indexed by a Python with other Unicode tables and folds differently now.
    """
    if highlighted.replace(_OPEN, "").replace(_CLOSE, "") != folded.text:
        return []
    marks: list[tuple[int, int]] = []
    position, opened = 0, 0
    for character in highlighted:
        if character == _OPEN:
            opened = position
        elif character == _CLOSE:
            start, end = folded.origins[opened][0], folded.origins[position - 1][1]
            if marks and start <= marks[-1][1]:
                start = marks.pop()[0]
            marks.append((start, end))
        else:
            position += 1
    return marks


def _snippet(text: str, marks: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A stretch of the text around the first mark, cut at spaces where there are some near."""
    if len(text) <= SNIPPET_LENGTH:
        low, high = 0, len(text)
    else:
        first = marks[0][0] if marks else 0
        low = max(0, min(first - SNIPPET_LENGTH // 3, len(text) - SNIPPET_LENGTH))
        high = low + SNIPPET_LENGTH
        space = text.find(" ", low, first) if low else -1
        low = space + 1 if space >= 0 else low
        space = text.rfind(" ", marks[0][1] if marks else low, high) if high < len(text) else -1
        high = space if space >= 0 else high
    before, after = "…" if low else "", "…" if high < len(text) else ""
    shift = len(before) - low
    shown = [(max(start, low), min(end, high)) for start, end in marks]
    return before + text[low:high] + after, tuple(
        (start + shift, end - start) for start, end in shown if start < end
    )


def _folded_text(text: str) -> str:
    """``fold`` without the origins, which takes most of its time."""
    return text.translate(_ascii_table()) if text.isascii() else fold(text).text


@functools.cache
def _ascii_table() -> dict[int, str]:
    return {code: _fold_cluster(chr(code)) for code in range(128)}


@functools.lru_cache(maxsize=4096)
def _fold_cluster(cluster: str) -> str:
    """One character with its marks, folded; unspaced ones stand between separators."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", cluster).casefold())
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", plain))
    plain = unicodedata.normalize("NFC", plain)
    if _SINGLE.match(plain):
        return _SEPARATOR + "".join(map(_kept, plain)) + _SEPARATOR
    return "".join(map(_kept, plain))


def _kept(character: str) -> str:
    """Words' characters stay, all others separate (controls, quotes, halves of surrogate pairs)."""
    category = unicodedata.category(character)
    return character if category[0] in "LN" or category in ("Co", "Mn", "Mc") else " "


def _tokens(text: str) -> list[str]:
    return fold(text).text.replace(_SEPARATOR, " ").split()
