"""Read, search, correct and export transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.core.errors import FolderNotWritable, StateConflict
from kopia_desktop.core.events import EventBus, SegmentsEdited
from kopia_desktop.core.job import JobStatus
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.views import view
from kopia_desktop.exporters import ExportOptions, exporter
from kopia_desktop.exporters.destination import file_name, write_atomically
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.search import SearchHit
from kopia_desktop.store.transcripts import TranscriptStore


class TranscriptService:
    """What a person reads is a view: spelling and filler words as the job asked for them."""

    def __init__(self, jobs: JobStore, transcripts: TranscriptStore, bus: EventBus) -> None:
        self._jobs = jobs
        self._transcripts = transcripts
        self._bus = bus

    def read(self, job_id: str, *, remove_fillers: bool | None = None) -> Transcript:
        """The transcript so far; ``remove_fillers`` None follows the job. Raises JobNotFound."""
        job = self._jobs.get(job_id)
        if remove_fillers is None:
            remove_fillers = job.options.remove_filler_words
        return view(self._transcripts.get(job_id), remove_fillers=remove_fillers)

    def recognised(self, job_id: str, *, section: int | None = None, after: int = 0) -> Transcript:
        """The part that was stored after the segment ``after``, or with a section, as the job asked
        for it. Raises JobNotFound.
        """
        job = self._jobs.get(job_id)
        part = self._transcripts.part(job_id, section=section, after=after)
        return view(part, remove_fillers=job.options.remove_filler_words)

    def search(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """Sentences of all transcripts that hold the words."""
        return self._transcripts.search(text, limit=limit)

    def edit(
        self,
        job_id: str,
        segment_id: int,
        *,
        text: str | None = None,
        start: float | None = None,
        end: float | None = None,
    ) -> Segment:
        """Correct a segment; what was recognised stays beside it."""
        segment = self._transcripts.edit_segment(segment_id, text=text, start=start, end=end)
        self._bus.publish(SegmentsEdited(job_id))
        return segment

    def export(
        self,
        job_id: str,
        formats: Sequence[str],
        folder: Path,
        *,
        subtitles: SubtitleSettings,
        remove_fillers: bool | None = None,
    ) -> tuple[Path, ...]:
        """Write the completed transcript in each format; returns the paths.

        ``remove_fillers`` None follows the job.

        A file that is already there with other content is kept, and a number is added to the new
        name. Raises StateConflict, UnknownFormat, FolderNotWritable, DiskFull; the transcript
        itself is never at risk.
        """
        job = self._jobs.get(job_id)
        if job.status is not JobStatus.COMPLETED:
            raise StateConflict("The transcript is not complete yet.", hint="Wait for the job.")
        transcript = self.read(job_id, remove_fillers=remove_fillers)
        options = ExportOptions(subtitles=subtitles)
        written = []
        for chosen in [exporter(name) for name in formats]:
            content = chosen.render(transcript, options)
            written.append(_write(folder, Path(job.title).stem, chosen.extension, content))
        return tuple(written)


def _write(folder: Path, title: str, extension: str, content: bytes) -> Path:
    """Write under the title's name, or under the first numbered one that is free or the same."""
    taken: list[str] = []
    while True:
        path = folder / file_name(title, extension, taken)
        if not _is_other(path, content):
            write_atomically(path, content)
            return path
        taken.append(path.name)


def _is_other(path: Path, content: bytes) -> bool:
    """A file with different content stands there."""
    try:
        if not path.exists():
            return False
        return path.stat().st_size != len(content) or path.read_bytes() != content
    except OSError as error:
        raise FolderNotWritable(
            f"{path.parent} cannot be read.", hint="Choose another folder with --output-dir."
        ) from error
