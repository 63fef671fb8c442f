"""Counts that are kept beside the job list, so that nobody has to count through it.

Both orders of the list (by creation, by last change) are cut into *stretches* of at most some
hundred jobs. A stretch begins at its ``start``, a time in its order, and ends before the next one;
for each status and type it has a row that says how many of its jobs are such, and between which
times they were created. Triggers keep the rows true in the transaction of every change, whoever
makes it. A list of 100,000 jobs then is a table of some thousand short rows: enough to know a total
and where a page begins (see ``job_pages``).
"""

from __future__ import annotations

from collections.abc import Sequence

FULL = 512
"""Jobs with which a stretch is cut in two: longer ones make less to add up, more to look into.

Measured with 100,000 jobs: 256 makes the usual page 1 ms slower, 1024 the page of a rare status.
"""

_LAST = 2**63 - 1

_TABLE = """CREATE TABLE job_stretches (
    sort TEXT NOT NULL, -- created_at, updated_at
    start INTEGER NOT NULL,
    status TEXT NOT NULL,
    type TEXT NOT NULL, -- empty where it is not known
    count INTEGER NOT NULL, -- at least 1
    earliest INTEGER NOT NULL, -- all of them were created from here
    latest INTEGER NOT NULL, -- to here; the bounds stay where they are when a job leaves
    PRIMARY KEY (sort, start, status, type)
) WITHOUT ROWID"""


def _start(sort: str, row: str) -> str:
    """The start of the stretch that a job belongs to; NULL before the first one."""
    return f"(SELECT max(start) FROM job_stretches WHERE sort = '{sort}' AND start <= {row}.{sort})"


def _enter(sort: str) -> str:
    return f"""INSERT INTO job_stretches VALUES (
            '{sort}', coalesce({_start(sort, "NEW")}, NEW.{sort}), NEW.status,
            coalesce(NEW.type, ''), 1, NEW.created_at, NEW.created_at
        ) ON CONFLICT DO UPDATE SET
            count = count + 1,
            earliest = min(earliest, excluded.earliest),
            latest = max(latest, excluded.latest);"""


def _leave(sort: str) -> str:
    row = f"""sort = '{sort}' AND start = {_start(sort, "OLD")}
            AND status = OLD.status AND type = coalesce(OLD.type, '')"""
    return f"""UPDATE job_stretches SET count = count - 1 WHERE {row};
        DELETE FROM job_stretches WHERE {row} AND count = 0;"""


def _recount(sort: str, bounds: str) -> str:
    """Rows for all jobs between bounds; ``bounds`` selects (start, next start)."""
    return f"""INSERT INTO job_stretches
        SELECT '{sort}', bounds.start, status, coalesce(type, ''), count(*),
            min(created_at), max(created_at)
        FROM ({bounds}) AS bounds CROSS JOIN jobs
        WHERE jobs.{sort} >= bounds.start AND jobs.{sort} < bounds.next
        GROUP BY 1, 2, 3, 4"""


def _cut(sort: str, full: int) -> str:
    """The full stretch becomes two; it stays one while all its jobs are of one millisecond."""
    starts = f"""SELECT NEW.start AS start UNION
        SELECT {sort} FROM (
            SELECT {sort} FROM jobs WHERE {sort} >= NEW.start ORDER BY {sort}
            LIMIT 1 OFFSET {full // 2}
        )"""
    following = f"SELECT min(start) FROM job_stretches WHERE sort = '{sort}' AND start > NEW.start"
    end = f"coalesce(({following}), {_LAST})"
    bounds = f"SELECT start, lead(start, 1, {end}) OVER (ORDER BY start) AS next FROM ({starts})"
    return f"""DELETE FROM job_stretches WHERE sort = '{sort}' AND start = NEW.start;
        {_recount(sort, bounds)};"""


def _kept(sort: str, full: int) -> Sequence[str]:
    """What one order needs."""
    changed = " OR ".join(
        f"OLD.{column} IS NOT NEW.{column}"
        for column in {sort: 0, "created_at": 0, "status": 0, "type": 0}
    )
    starts = f"""SELECT DISTINCT {sort} AS start FROM (
        SELECT {sort}, row_number() OVER (ORDER BY {sort}) AS number FROM jobs
    ) WHERE number % {full // 2} = 1"""
    bounds = f"SELECT start, lead(start, 1, {_LAST}) OVER (ORDER BY start) AS next FROM ({starts})"
    return (
        f"CREATE TRIGGER jobs_enter_{sort} AFTER INSERT ON jobs BEGIN {_enter(sort)} END",
        f"CREATE TRIGGER jobs_leave_{sort} AFTER DELETE ON jobs BEGIN {_leave(sort)} END",
        f"""CREATE TRIGGER jobs_move_{sort}
            AFTER UPDATE OF created_at, updated_at, status, type ON jobs
            WHEN {changed} BEGIN {_leave(sort)} {_enter(sort)} END""",
        f"""CREATE TRIGGER job_stretches_cut_{sort} AFTER UPDATE OF count ON job_stretches
            WHEN NEW.sort = '{sort}' AND NEW.count > OLD.count AND (
                SELECT sum(count) FROM job_stretches
                WHERE sort = NEW.sort AND start = NEW.start
            ) % {full} = 0 BEGIN {_cut(sort, full)} END""",
        _recount(sort, bounds),
    )


def schema(full: int = FULL) -> Sequence[str]:
    """The table, the triggers, and the rows for the jobs that are already there."""
    return (_TABLE, *_kept("created_at", full), *_kept("updated_at", full))
