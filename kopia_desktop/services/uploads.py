"""Media that a client sends: streamed to disk, made durable, then given to its job.

Plain uploads come in one request and are whole or nothing. Resumable ones come in parts; what was
acknowledged survives a crash. Every method may block: faces call them from a thread of their own.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kopia_desktop.core.disk import sync_folder
from kopia_desktop.core.errors import JobNotFound, StateConflict, UploadMisplaced
from kopia_desktop.core.events import EventBus, JobChanged
from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.services.arriving import (
    Part,
    Upload,
    check_room,
    empty,
    media_of,
    open_private,
    too_large,
)
from kopia_desktop.store.idempotency import Keep
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.uploads import PartialUpload, UploadStore, no_upload


class UploadService:
    """Takes media for jobs that wait for it."""

    def __init__(
        self,
        jobs: JobStore,
        uploads: UploadStore,
        data: DataFolder,
        bus: EventBus,
        settings: Callable[[], Settings],
    ) -> None:
        self._jobs = jobs
        self._uploads = uploads
        self._data = data
        self._bus = bus
        self._settings = settings
        self._lock = threading.Lock()
        self._arriving: dict[str, set[Upload]] = {}

    def begin(self, job_id: str, *, name: str, content_type: str, length: int | None) -> Upload:
        """Open the way for a job's media; ``length`` in bytes where it was announced.

        Raises JobNotFound, StateConflict, UploadTooLarge, DiskFull.
        """
        self._check_waiting(job_id)
        upload = self.stage(job_id, name=name, content_type=content_type, length=length)
        with self._lock:
            self._arriving.setdefault(job_id, set()).add(upload)
        return upload

    def stage(
        self,
        prefix: str,
        *,
        length: int | None,
        name: str = "",
        content_type: str | None = None,
        is_exact: bool = True,
    ) -> Upload:
        """Open the way for media whose job is not made yet.

        With ``is_exact`` false, ``length`` is no more than the most that may come. Raises
        UploadTooLarge, DiskFull.
        """
        limit = self._checked_limit(length)
        path = self._data.uploads / f"{prefix}.{secrets.token_hex(6)}.part"
        exact = length if is_exact else None
        return Upload(open_private(path, "xb"), path, name, content_type, exact, limit)

    def finish(self, job_id: str, upload: Upload, *, keep: Keep | None = None) -> Job:
        """All bytes have come: make them durable, then the job is queued.

        Of two uploads of one job the first to get here wins. Raises UploadIncomplete, MediaEmpty,
        JobNotFound, StateConflict, DiskFull; nothing stays on disk then.
        """
        try:
            media = upload.settle()
            job = self._jobs.attach_media(job_id, media, keep=keep)
        except BaseException:
            self.abort(job_id, upload)
            raise
        with self._lock:
            others = self._arriving.pop(job_id, set()) - {upload}
        upload.hand_over()
        for other in others:
            other.give_up()
        self._partial(job_id).unlink(missing_ok=True)
        self._bus.publish(JobChanged(job_id))
        return job

    def abort(self, job_id: str, upload: Upload) -> None:
        """The upload came to nothing: no byte of it stays, the job still waits."""
        with self._lock:
            arriving = self._arriving.get(job_id, set())
            arriving.discard(upload)
            if not arriving:
                self._arriving.pop(job_id, None)
        upload.remove()

    # Uploads in parts

    def announce(self, job_id: str, *, name: str, content_type: str | None, length: int) -> None:
        """Begin a resumable upload of ``length`` bytes, in place of an earlier one.

        Raises JobNotFound, StateConflict, UploadTooLarge, DiskFull, MediaEmpty.
        """
        if length == 0:
            raise empty()
        self._check_waiting(job_id)
        self._checked_limit(length)
        self._uploads.begin(PartialUpload(job_id, length, 0, name, content_type))
        open_private(self._partial(job_id), "wb").close()

    def progress(self, job_id: str) -> PartialUpload | None:
        """What of a resumable upload is safe. Raises JobNotFound."""
        return self._uploads.find(job_id)

    def recover(self) -> None:
        """Queue jobs whose last part had come when the program was killed."""
        for partial in self._uploads.whole():
            with suppress(JobNotFound, StateConflict, FileNotFoundError):
                self._complete(partial)

    def resume(self, job_id: str, offset: int) -> Part:
        """Go on at ``offset``. Raises JobNotFound, StateConflict, UploadMisplaced, DiskFull."""
        partial = self._uploads.find(job_id)
        if partial is None:
            self._check_waiting(job_id)
            raise StateConflict("No upload was announced for the job.", hint="Begin one.")
        if offset != partial.offset:
            raise UploadMisplaced(
                f"The upload goes on at byte {partial.offset}, not at {offset}.",
                hint="Ask for the offset and send from there.",
            )
        with self._lock:
            if job_id in self._arriving:
                raise StateConflict("Another request is sending this upload.", hint="Wait for it.")
            file = open_private(self._partial(job_id), "r+b" if offset else "wb")
            part = Part(file, partial, self._uploads)
            self._arriving[job_id] = {part}
        return part

    def close_part(self, job_id: str, part: Part) -> Job | None:
        """What came is safe; the last part makes the job queued and returns it."""
        try:
            part.save()
        finally:
            part.close()
            with self._lock:
                self._arriving.pop(job_id, None)
        return None if part.missing else self._complete(part.partial)

    def _complete(self, partial: PartialUpload) -> Job:
        """All parts are there: the job is queued. May be killed at any line and called again."""
        path = self._data.uploads / f"{partial.job_id}.media"
        with suppress(FileNotFoundError):  # renamed before the program was killed
            os.replace(self._partial(partial.job_id), path)
            sync_folder(path.parent)
        media = media_of(path, partial.media_name, partial.content_type)
        try:
            job = self._jobs.attach_media(partial.job_id, media)
        except (JobNotFound, StateConflict):
            path.unlink(missing_ok=True)
            raise
        self._bus.publish(JobChanged(job.id))
        return job

    def discard(self, job_id: str) -> bool:
        """Forget a resumable upload; False when there was none. Raises JobNotFound."""
        self._jobs.get(job_id)
        found = self._uploads.forget(job_id)
        self._partial(job_id).unlink(missing_ok=True)
        return found

    def _partial(self, job_id: str) -> Path:
        return self._data.uploads / f"{job_id}.part"

    def _check_waiting(self, job_id: str) -> None:
        job = self._jobs.get(job_id)
        if not job.takes_upload():
            raise no_upload(job)

    def _checked_limit(self, length: int | None) -> int:
        """Most bytes that may come. Raises UploadTooLarge, DiskFull."""
        limit = self._settings().api.max_media_bytes
        if length is not None and length > limit:
            raise too_large(limit)
        self._data.uploads.mkdir(mode=0o700, exist_ok=True)
        check_room(self._data.uploads, length or 0)
        return limit
