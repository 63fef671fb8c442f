"""Jobs and translations in any state, made through the API and the store, without an engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kopia_desktop.app import App
from kopia_desktop.core.job import JobError, JobStatus, MediaFile, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Span
from kopia_desktop.core.translation import SourceSegment, TranslatedSegment, source_hash
from kopia_desktop.store.fetches import FetchStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore
from tests.api.conftest import Api, complete

MEDIA_URL = "https://media.example.com/talk.flac"
MEDIA = b"fLaC and more"
STATUSES = ("pending", "uploaded", "queued", "processing", "completed", "failed")


def job_in(api: Api, status: str) -> str:
    """A job of that status; from ``uploaded`` on it owns the bytes of ``MEDIA``."""
    if status == JobStatus.UPLOADED:
        return _fetched(api)
    job_id = api.new_job(language="en")
    if status == JobStatus.PENDING:
        return job_id
    assert api.upload(job_id, MEDIA).status_code == 200
    if status == JobStatus.PROCESSING:
        begin(api.app, job_id)
    elif status == JobStatus.COMPLETED:
        complete(api.app, job_id)
    elif status == JobStatus.FAILED:
        begin(api.app, job_id)
        fail(api.app, job_id)
    return job_id


def begin(app: App, job_id: str, kind: MediaType = MediaType.AUDIO) -> None:
    """The engine works on it: two sections of 10 s are cut."""
    work = WorkStore(app.database)
    work.begin(job_id, MediaInfo(kind, 20.0, "flac", "flac", 1))
    for index in range(2):
        start = 10.0 * index
        span = Span(start, start + 5.0)
        work.add_section(job_id, Section(index, start, start + 10.0, (span,), f"{index:06}.flac"))


def fail(app: App, job_id: str) -> None:
    error = JobError("media_damaged", "Nothing in it can be decoded.", "Copy it again.")
    assert WorkStore(app.database).fail(job_id, error)


def _fetched(api: Api) -> str:
    made = api.post("/jobs/from-url", json={"mediaUrl": MEDIA_URL, "language": "en"})
    job_id: str = made.json()["id"]
    path = api.app.data.uploads / f"{job_id}.media"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(MEDIA)
    status = path.stat()
    media = MediaFile(str(path), "talk.flac", status.st_size, status.st_mtime_ns, owned=True)
    assert FetchStore(api.app.database).arrived(job_id, media)
    return job_id


def translated(app: App, job_id: str, language: str, *, formal: bool = True) -> str:
    """A completed translation of a completed job, ``[es] text`` a segment."""
    store = TranslationStore(app.database)
    made = store.add(job_id, [language], formal=formal)[0]
    plan = store.begin(made.id)
    assert plan is not None
    waiting = store.waiting(made.id, plan.segment_ids).segments
    store.save(
        made.id, [_saved(one, language) for one in waiting], formal_applied=False, progress=1
    )
    assert store.complete(made.id)
    return made.id


def _saved(segment: SourceSegment, language: str) -> TranslatedSegment:
    text = f"[{language}] {segment.text}"
    return TranslatedSegment(segment.segment_id, source_hash(segment.text), text)


def install_translator(app: App, source: str, target: str) -> Path:
    """The provider that translates nothing, as an installed model; returns its fake.json."""
    folder = app.data.translators / f"{source}-{target}"
    folder.mkdir(parents=True)
    about = folder / "fake.json"
    about.write_text(f'{{"from": "{source}", "to": "{target}"}}')
    return about


def sql(app: App, query: str) -> list[tuple[Any, ...]]:
    """A look into the database at what no answer shows."""
    with app.database.reading() as db:
        return list(db.execute_sql(query))  # type: ignore[no-untyped-call]


def wait(condition: Callable[[], object], *, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
