"""A report that a person can send to whoever helps them: how the program is, nothing of what it
holds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from kopia_desktop.core.job import JobStatus
from kopia_desktop.core.log import tail
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.redaction import redacted, redacted_text
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.versions import versions
from kopia_desktop.services.models import ModelService
from kopia_desktop.store.jobs import JobOrder, JobQuery, JobStore

_LOGS = ("engine.log", "worker.log")
_LINES = 150
_BYTES = 64 << 10
"""How much of the end of a log is looked at."""

_FAILED = 20


class ReportService:
    """Text for the clipboard; reads some files, so it is asked in the background."""

    def __init__(
        self,
        jobs: JobStore,
        models: ModelService,
        data: DataFolder,
        *,
        settings: Callable[[], Settings],
        device: Callable[[], str | None],
    ) -> None:
        """``device`` says where recognition runs and why, None where that is not known yet."""
        self._jobs = jobs
        self._models = models
        self._data = data
        self._settings = settings
        self._device = device

    def report(self, *, qt: str) -> str:
        """Versions, system, device, models, counts, error codes, the ends of the logs.

        No transcript text, title, path, address or key is in it (see ``core/redaction``). ``qt`` is
        the version of Qt that the window runs on.
        """
        facts = [f"{name:22} {value}" for name, value in self._facts(qt)]
        logs = [line for name in _LOGS for line in self._log(name)]
        return "\n".join((*facts, *logs, ""))

    def _facts(self, qt: str) -> Iterator[tuple[str, str]]:
        yield from versions()
        yield "Qt", qt
        yield "cores", str(os.cpu_count())
        device = self._device()
        yield "device", "not needed yet" if device is None else redacted_text(device)
        engine = self._settings().engine
        yield (
            "engine settings",
            f"{engine.device}, {engine.threads} threads, {engine.parallel} in parallel",
        )
        for model in self._models.installed():
            yield f"model {model.name}", f"{model.weight_bytes / 1e6:,.0f} MB"
        counts = self._jobs.counts()
        yield "jobs", ", ".join(f"{count} {status}" for status, count in counts.items())
        yield "last errors", ", ".join(self._last_errors()) or "none"

    def _last_errors(self) -> Iterator[str]:
        """Codes, newest first."""
        failed = JobQuery(statuses=(JobStatus.FAILED,), sort=JobOrder.UPDATED_AT, limit=_FAILED)
        for job in self._jobs.list_jobs(failed).jobs:
            if job.error is not None:
                yield job.error.code

    def _log(self, name: str) -> list[str]:
        lines = _ending(self._data.logs / name)
        return ["", f"The end of {name}, with what is not the program's own left out:", *lines]


def _ending(path: Path) -> list[str]:
    try:
        lines, _ = tail(path, _BYTES)
    except OSError:
        return ["(there is none)"]
    return redacted(lines[-_LINES:])
