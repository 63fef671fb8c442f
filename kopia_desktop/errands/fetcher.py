"""Media from a URL: brought to disk in one try or several, then its job is queued.

https and public addresses only, at every redirect again. What a broken try left on disk is gone on
from, if the server can tell that it is still the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from kopia_desktop.core.errors import (
    AddressRefused,
    DataFolderUnusable,
    DiskFull,
    FetchFailed,
    KopiaError,
)
from kopia_desktop.core.events import EventBus, JobChanged
from kopia_desktop.core.job import JobError
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.errands import fetch_errors
from kopia_desktop.errands.dialer import Dialer
from kopia_desktop.errands.dialing import DialFailed
from kopia_desktop.errands.download import Download, FetchLimits
from kopia_desktop.errands.fetch_errors import GivenUp, TryAgain
from kopia_desktop.errands.part_file import PartFile
from kopia_desktop.store.fetches import Fetch, FetchStore

logger = logging.getLogger(__name__)


class Fetcher:
    """Brings media; when to do so is not its matter."""

    def __init__(
        self,
        data: DataFolder,
        store: FetchStore,
        *,
        bus: EventBus,
        dialer: Dialer,
        limits: Callable[[], FetchLimits],
    ) -> None:
        self._data = data
        self._store = store
        self._bus = bus
        self._dialer = dialer
        self._limits = limits

    async def fetch(self, fetch: Fetch) -> None:
        """One try, until the job is queued, waits for another try, or has failed.

        Cancelled, it keeps what came, unless the job was deleted. Raises what the store raises.
        """
        job_id, limits = fetch.job_id, self._limits()

        def note(offset: int, validator: str | None) -> None:
            self._store.note_part(job_id, offset=offset, validator=validator)

        part = PartFile(self._data.uploads, job_id)
        download = Download(fetch, part, dialer=self._dialer, limits=limits, note=note)
        try:
            await self._bring(job_id, part, download)
        except (TryAgain, DialFailed) as broken:
            error = _worded(broken, download.host)
            is_final = isinstance(broken, DialFailed) and broken.is_untrusted
            self._put_off(fetch, error, () if is_final else limits.again_after)
        except GivenUp as end:
            self.fail(job_id, end.error)
        except (AddressRefused, DataFolderUnusable, DiskFull) as refusal:
            self.fail(job_id, refusal)

    def accept(self, job_id: str) -> None:
        """The media is here; the job may be worked on."""
        if self._store.accept(job_id):
            self._bus.publish(JobChanged(job_id))

    def fail(self, job_id: str, error: KopiaError) -> None:
        """The job ends with this error."""
        logger.info("the media of job %s is not fetched: %s", job_id, error.code)
        if self._store.fail(job_id, JobError(error.code, error.message, error.hint)):
            self._bus.publish(JobChanged(job_id))

    async def _bring(self, job_id: str, part: PartFile, download: Download) -> None:
        """The part is put away before anybody is told how the try ended."""
        is_kept = True
        try:
            media = await download.bring()
            if self._store.arrived(job_id, media):
                part.hand_over()
                self._bus.publish(JobChanged(job_id))
                self.accept(job_id)
        except GivenUp as end:
            is_kept = end.keeps_part
            raise
        except (AddressRefused, DataFolderUnusable):
            is_kept = False
            raise
        finally:
            await self._leave(job_id, part, download, is_kept=is_kept)

    def _put_off(self, fetch: Fetch, error: FetchFailed, pauses: tuple[float, ...]) -> None:
        if fetch.attempts >= len(pauses):
            self.fail(fetch.job_id, error)
        else:
            next_at = datetime.now(UTC) + timedelta(seconds=pauses[fetch.attempts])
            self._store.note_failure(fetch.job_id, next_at=next_at)

    async def _leave(
        self, job_id: str, part: PartFile, download: Download, *, is_kept: bool
    ) -> None:
        """Keep what another try can go on from, and nothing of a job that is gone."""
        try:
            if part.is_handed_over:
                return
            exists = self._store.exists(job_id)
            if exists and is_kept and download.validator is not None:
                await part.take_back()
                await download.save()
            else:
                if exists:
                    self._store.note_part(job_id, offset=0, validator=None)
                await part.remove()
        finally:
            await part.close()


def _worded(broken: TryAgain | DialFailed, host: str) -> FetchFailed:
    if isinstance(broken, TryAgain):
        return broken.error
    return fetch_errors.unreachable(host, broken)
