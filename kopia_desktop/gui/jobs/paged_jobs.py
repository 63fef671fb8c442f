"""A list of 100,000 jobs of which those in sight are in memory, kept as the store has it.

Only the ids of all rows are kept (``listing``). Jobs are read a page at a time when their rows come
into sight. Events are told apart by row, so a row comes, changes or goes alone; where that cannot
be told, the store's list is compared with this one and the difference inserted and removed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)

from kopia_desktop.core.job import Job
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.listing import PAGE, Difference, Insertion, Listing, Span, spans
from kopia_desktop.gui.jobs.reading import LAST_OF_ALL, Found, Place, compare, key, look_up
from kopia_desktop.gui.lanes import Ticket
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.store.jobs import JobPage

Index = QModelIndex | QPersistentModelIndex

_FEW = 100
"""With more changes at once the whole list is compared, which takes as long as reading so many."""

_WANTED = 4
"""Pages that wait to be read; in a fast scroll older ones are out of sight by then."""

_SLICE = 8
"""Milliseconds of inserting and removing before the window may paint again."""


class PagedJobs(QAbstractListModel):
    """Newest jobs first; ``want_rows`` says what is in sight.

    One change after the other is carried out (``_is_busy``), so that rows stay what they are while
    the store is asked about them.
    """

    jobs_read = Signal(object)
    """A frozenset of ids of which the job was read (again)."""
    jobs_gone = Signal(object)
    """A frozenset of ids that do not exist any more; their rows go right after."""
    listed = Signal()
    """The whole list of a filter is there."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = context.jobs
        self._lanes = context.bridge.lanes
        self._listing = Listing()
        self._filter = JobFilter.ALL
        self._sight = Span(0, 0)
        self.is_removing = False
        """Rows go just now; a view then moves on to others without a person's doing."""
        self._later = one_shot(self, 0, self._step)
        self._begin()
        bridge = context.bridge
        bridge.jobs_added.connect(self._note_added)
        bridge.jobs_changed.connect(self._note_changed)
        bridge.jobs_deleted.connect(self._note_deleted)
        bridge.store_changed.connect(self.refresh)

    def _begin(self) -> None:
        """Read the list from the beginning; nothing else is asked for and nothing has been told."""
        self._is_listed = False
        self._is_stale = False
        self._added: set[str] = set()
        self._changed: set[str] = set()
        self._deleted: set[str] = set()
        self._steps: deque[Span | Insertion] = deque()
        self._wanted: list[int] = []
        self._page: int | None = None
        self._page_ticket: Ticket | None = None
        query = self._filter.query(limit=PAGE)
        self._is_busy = True
        self._update = self._lanes.read(partial(self._service.page, query), self._take_first)

    # What is asked in the window's thread

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._listing)

    @property
    def shown(self) -> JobFilter:
        return self._filter

    @property
    def is_listed(self) -> bool:
        """Whether the whole list is there, be it empty."""
        return self._is_listed

    @property
    def is_settled(self) -> bool:
        """Whether all that was told is carried out and all that is in sight is read."""
        told = self._added or self._changed or self._deleted or self._is_stale
        return not (self._is_busy or told or self._wanted or self._page is not None)

    def job_id(self, row: int) -> str:
        return self._listing.ids[row]

    def job(self, job_id: str) -> Job | None:
        """The job, if it is among those that were looked at last."""
        return self._listing.known(job_id)

    def row_of(self, job_id: str) -> int | None:
        rows = self._listing.rows_of((job_id,))
        return rows[0] if rows else None

    def ids(self, rows: Iterable[Span]) -> tuple[str, ...]:
        """The ids of rows, in order."""
        found: list[str] = []
        for span in rows:
            found += self._listing.ids[span.first : span.last + 1]
        return tuple(found)

    def jobs(self, ids: Iterable[str]) -> list[Job]:
        """Those of the jobs that are among those that were looked at last."""
        return self._listing.known_of(ids)

    def pin(self, job_ids: Iterable[str]) -> None:
        """Keep these jobs and read them again whenever they change, in sight or not."""
        self._listing.pinned = frozenset(job_ids)

    def show_only(self, shown: JobFilter) -> None:
        """Another filter: another list."""
        if shown is self._filter:
            return
        for ticket in (self._update, self._page_ticket):
            if ticket is not None:
                ticket.cancel()
        self._later.stop()
        self.beginResetModel()
        self._filter = shown
        self._is_listed = False
        self._listing.clear()
        self.endResetModel()
        self._begin()

    @Slot()
    def refresh(self) -> None:
        """Anything may have changed: read again what is in sight, compare the rest."""
        self._listing.doubt()
        self._is_stale = True
        self._advance()
        self._drop_page()
        self.want_rows(self._sight.first, self._sight.last)

    # Pages

    def want_rows(self, first: int, last: int) -> None:
        """These rows are in sight: read what is not known of them, then what lies next to them."""
        ahead = PAGE // 2 if first >= self._sight.first else 0
        behind = PAGE // 2 - ahead
        self._sight = Span(first, last)
        self._listing.look_at(first, last)
        near = self._listing.unread(first - behind, last + ahead)
        pages = self._listing.unread(first, last)
        wanted = [page for page in near if page not in pages]
        wanted += [page for page in self._wanted if page not in near]
        self._wanted = [page for page in wanted + pages if page != self._page][-_WANTED:]
        self._read_page()

    def _read_page(self) -> None:
        while self._page is None and self._wanted and self._is_listed:
            page = self._wanted.pop()
            if not self._listing.unread(page * PAGE, page * PAGE + PAGE - 1):
                continue
            self._page = page
            query = self._filter.query(offset=page * PAGE, limit=PAGE)
            self._page_ticket = self._lanes.read(
                partial(self._service.page, query), self._take_page
            )

    def _drop_page(self) -> None:
        """What is being read may be older than what was told meanwhile."""
        if self._page is not None and self._page_ticket is not None:
            self._page_ticket.cancel()
            self._wanted.append(self._page)
            self._page, self._page_ticket = None, None

    def _take_page(self, page: JobPage) -> None:
        assert self._page is not None
        first = self._page * PAGE
        self._page, self._page_ticket = None, None
        expected = list(self._listing.ids[first : first + PAGE])
        self._take_jobs(page.jobs)
        if expected:
            self._tell([Span(first, first + len(expected) - 1)])
        if expected != [job.id for job in page.jobs] and not self._is_busy:
            self._is_stale = True
            self._advance()
        self._read_page()

    def _take_jobs(self, jobs: Collection[Job]) -> None:
        self._listing.remember(jobs)
        self.jobs_read.emit(frozenset(job.id for job in jobs))

    def _tell(self, changed: Iterable[Span]) -> None:
        for span in changed:
            self.dataChanged.emit(self.index(span.first), self.index(span.last))

    # The list as a whole

    def _take_first(self, page: JobPage) -> None:
        """The first page is shown at once, the ids of all the rest follow."""
        self._insert(Insertion(0, tuple(job.id for job in page.jobs)))
        self._take_jobs(page.jobs)
        self._is_stale = page.total > len(page.jobs)
        self._is_listed = not self._is_stale
        self._finish()
        if self._is_listed:
            self.listed.emit()

    def _compare(self) -> None:
        """Ask what differs; meanwhile this list stays as it is."""
        self._is_stale = False
        self._listing.doubt(self._changed)
        self._drop_page()
        self._added.clear()
        self._changed.clear()
        self._is_busy = True
        work = partial(compare, self._service, self._filter, list(self._listing.ids))
        self._update = self._lanes.read(work, self._take_difference)

    def _take_difference(self, found: Difference) -> None:
        first_time, self._is_listed = not self._is_listed, True
        self._changed |= self._listing.pinned  # one that is no longer listed may be gone
        self._carry_out([*found.removals, *found.insertions])
        if first_time:
            self.listed.emit()

    # Events

    @Slot(object)
    def _note_added(self, ids: frozenset[str]) -> None:
        self._added |= ids
        self._advance()

    @Slot(object)
    def _note_changed(self, ids: frozenset[str]) -> None:
        self._changed |= ids
        self._advance()

    @Slot(object)
    def _note_deleted(self, ids: frozenset[str]) -> None:
        self._deleted |= ids
        self._advance()

    def _advance(self) -> None:
        """Do the next thing that was told, unless one is being done."""
        if self._is_busy:
            return
        if self._deleted:
            self._added -= self._deleted
            self._changed -= self._deleted
            gone, self._deleted = self._deleted, set()
            self._let_go(gone)
            self._carry_out(self._removals(gone))
            return
        if self._filter is JobFilter.ALL and self._page is None:
            # No change of a job moves it, so only what someone sees needs to be read.
            seen = self._listing
            self._changed = {i for i in self._changed if seen.is_known(i) or i in seen.pinned}
        if self._is_stale or len(self._added) + len(self._changed) > _FEW:
            self._compare()
        elif self._added or self._changed:
            self._look_up()

    def _look_up(self) -> None:
        ids = self._added | self._changed
        self._added.clear()
        self._changed.clear()
        listed = {self.job_id(row) for row in self._listing.rows_of(ids)}
        newest = None
        if len(self._listing):
            first = self._listing.job(0)
            newest = LAST_OF_ALL if first is None else key(first)
        work = partial(
            look_up,
            self._service,
            ids,
            shown=self._filter,
            unlisted=ids - listed,
            newest=newest,
        )
        self._is_busy = True
        self._update = self._lanes.read(work, self._take_found)

    def _take_found(self, found: Found) -> None:
        ids = {job.id for job in found.jobs}
        listed = {self.job_id(row) for row in self._listing.rows_of(ids)}
        left = {job.id for job in found.jobs if not self._filter.holds(job)}
        self._place([j.id for j in found.jobs if j.id not in listed and j.id not in left], found)
        self._take_jobs(found.jobs)
        self._tell(spans(self._listing.rows_of((ids - left) & listed)))
        self._let_go(found.gone)
        self._carry_out(self._removals(left | found.gone))

    def _place(self, came: Collection[str], found: Found) -> None:
        """Insert jobs, newest first; one that cannot be placed makes the whole list be compared."""
        self._insert(Insertion(0, tuple(job_id for job_id in came if job_id in found.newer)))
        waiting = [job_id for job_id in came if job_id not in found.newer]
        for job_id in waiting:
            place = found.places.get(job_id)
            if place is not None and self._fits(place, waiting):
                self._insert(Insertion(place.row, (job_id,)))
            else:
                self._is_stale = True

    def _fits(self, place: Place, coming: Collection[str]) -> bool:
        """Whether this list is at the place as the store's list was."""
        ids, row = self._listing.ids, place.row
        if row > len(ids):
            return False
        before = ids[row - 1] if row else None
        after = ids[row] if row < len(ids) else None
        return before == place.before and (after == place.after or place.after in coming)

    def _let_go(self, gone: Collection[str]) -> None:
        if gone:
            self._listing.forget(gone)
            self.jobs_gone.emit(frozenset(gone))

    # Rows

    def _removals(self, ids: Collection[str]) -> list[Span]:
        return list(spans(self._listing.rows_of(ids)))[::-1] if ids else []

    def _carry_out(self, steps: Iterable[Span | Insertion]) -> None:
        """Change the rows, pausing where there are many."""
        self._is_busy = True
        self._steps.extend(steps)
        self._step()

    @Slot()
    def _step(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._steps:
            step = self._steps.popleft()
            if isinstance(step, Span):
                self._remove(step)
            else:
                self._insert(step)
            if self._steps and clock.elapsed() >= _SLICE:
                self._later.start()
                return
        self._finish()

    def _finish(self) -> None:
        self._is_busy = False
        self.want_rows(self._sight.first, self._sight.last)
        self._advance()

    def _remove(self, span: Span) -> None:
        self.is_removing = True
        self.beginRemoveRows(QModelIndex(), span.first, span.last)
        self._listing.remove(span)
        self.endRemoveRows()
        self.is_removing = False

    def _insert(self, insertion: Insertion) -> None:
        if insertion.ids:
            last = insertion.row + len(insertion.ids) - 1
            self.beginInsertRows(QModelIndex(), insertion.row, last)
            self._listing.insert(insertion)
            self.endInsertRows()
