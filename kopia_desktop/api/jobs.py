"""Jobs: made, listed, read, stopped, run again, deleted; their transcripts and subtitles."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from kopia_desktop.api import views
from kopia_desktop.api.idempotency import kept_after, once
from kopia_desktop.api.operations import Call, answer
from kopia_desktop.api.refusals import invalid
from kopia_desktop.api.schemas.requests import (
    CreateJob,
    CreateJobFromUrl,
    JobQuery,
    Selection,
    SubtitlesQuery,
    TranscriptQuery,
)
from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaType
from kopia_desktop.core.netguard import check_webhook_url
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.core.vocabulary import Term, Vocabulary, of_terms
from kopia_desktop.exporters import ExportOptions, exporter
from kopia_desktop.services.intake import NewJob
from kopia_desktop.store.idempotency import Keep
from kopia_desktop.store.jobs import JobOrder
from kopia_desktop.store.jobs import JobQuery as StoreQuery

SECRET = "X-Kopia-Webhook-Secret"

_SORTS = {"createdAt": JobOrder.CREATED_AT, "updatedAt": JobOrder.UPDATED_AT}
_SUBTITLE_TYPES = {"srt": "application/x-subrip", "vtt": "text/vtt"}


async def create(call: Call) -> Response:
    """POST /jobs and POST /jobs/from-url."""
    wanted = await call.run(_new_job, call)

    def make(keep: Keep | None) -> Job:
        return call.context.services.intake.create(wanted, keep=keep)

    return await once(call, make, status=201, also=wanted.webhook_secret or "")


def _new_job(call: Call) -> NewJob:
    body: CreateJob = call.body
    services = call.context.services
    defaults = services.settings().transcription
    if body.model is not None:
        services.models.find(body.model)
    if body.webhook_url is not None:
        check_webhook_url(body.webhook_url, call.context.ports)
    return NewJob(
        options=JobOptions(
            language=body.language,
            model=body.model or defaults.model,
            remove_filler_words=body.remove_filler_words,
            vocabulary=_vocabulary(body),
        ),
        media_url=body.media_url if isinstance(body, CreateJobFromUrl) else None,
        webhook_url=body.webhook_url,
        webhook_secret=call.header(SECRET),
    )


def _vocabulary(body: CreateJob) -> Vocabulary:
    """Raises VocabularyInvalid for what no vocabulary can hold."""
    return of_terms(
        Term(entry) if isinstance(entry, str) else Term(entry.term, tuple(entry.heard))
        for entry in body.vocabulary
    )


async def page(call: Call) -> Response:
    """GET /jobs."""
    query: JobQuery = call.query
    wanted = StoreQuery(
        offset=query.offset,
        limit=query.limit,
        statuses=(JobStatus(query.status),) if query.status else (),
        type=MediaType(query.type) if query.type else None,
        created_from=query.created_from,
        created_to=query.created_to,
        sort=_SORTS[query.sort],
        descending=query.order == "desc",
    )
    return answer(await call.run(_page, call, wanted))


def _page(call: Call, wanted: StoreQuery) -> bytes:
    found = call.context.services.jobs.page(wanted)
    return views.dumped(
        {
            "data": [views.job_data(job) for job in found.jobs],
            "pagination": {
                "offset": wanted.offset,
                "limit": wanted.limit,
                "total": found.total,
                "hasMore": wanted.offset + len(found.jobs) < found.total,
            },
        }
    )


async def read(call: Call) -> Response:
    """GET /jobs/:id, with the transcript once the job is completed."""
    return answer(await call.run(_read, call, call.job_id))


def _read(call: Call, job_id: str) -> bytes:
    services = call.context.services
    job = services.jobs.get(job_id)
    if job.status is not JobStatus.COMPLETED:
        return views.job_with_transcript(job, None)
    return views.job_with_transcript(job, views.transcript_json(services.transcripts.read(job_id)))


async def delete(call: Call) -> Response:
    """DELETE /jobs/:id."""
    await call.run(call.context.services.jobs.delete, call.job_id)
    return Response(status_code=204)


async def cancel(call: Call) -> Response:
    """POST /jobs/:id/cancel."""
    return await _changed(call, call.context.services.jobs.cancel)


async def retry(call: Call) -> Response:
    """POST /jobs/:id/retry."""
    return await _changed(call, call.context.services.jobs.retry)


async def _changed(call: Call, change: Callable[[str], Job]) -> Response:
    job_id = call.job_id

    async def work() -> tuple[bytes, int, str]:
        return views.dumped(views.job_data(await call.run(change, job_id))), 200, job_id

    return await kept_after(call, work)


async def transcript(call: Call) -> Response:
    """GET /jobs/:id/transcript."""
    query: TranscriptQuery = call.query
    return answer(await call.run(_transcript, call, query, call.job_id))


def _transcript(call: Call, query: TranscriptQuery, job_id: str) -> bytes:
    found = _selected(call, job_id, query)
    if query.format == "text":
        return views.dumped({"text": found.text})
    return views.transcript_json(found)


async def subtitles(call: Call) -> Response:
    """GET /jobs/:id/subtitles."""
    query: SubtitlesQuery = call.query
    content = await call.run(_subtitles, call, query, call.job_id)
    media_type = f"{_SUBTITLE_TYPES[query.format]}; charset=utf-8"
    return Response(content, headers={"content-type": media_type})


def _subtitles(call: Call, query: SubtitlesQuery, job_id: str) -> bytes:
    found = _selected(call, job_id, query)
    options = ExportOptions(subtitles=call.context.services.settings().subtitles)
    return exporter(query.format).render(found, options)


def _selected(call: Call, job_id: str, query: Selection) -> Transcript:
    """The transcript, or the translation that was asked for; complete."""
    services = call.context.services
    if query.language is not None and query.translation_id is not None:
        raise invalid("Give language or translationId, not both.")
    if query.language is not None or query.translation_id is not None:
        return services.translations.select(
            job_id, language=query.language, translation_id=query.translation_id
        )
    if services.jobs.get(job_id).status is not JobStatus.COMPLETED:
        raise StateConflict("The transcript is not ready yet.", hint="Wait until it is completed.")
    return services.transcripts.read(job_id)


async def webhook(call: Call) -> Response:
    """GET /jobs/:id/webhook: the delivery log."""
    found = await call.run(call.context.services.webhooks.get, call.job_id)
    return answer(views.webhook_data(found))


async def resend(call: Call) -> Response:
    """POST /jobs/:id/webhook: send it again."""
    secret = call.header(SECRET)
    job_id = call.job_id

    async def work() -> tuple[bytes, int, str]:
        found = await call.run(call.context.services.webhooks.resend, job_id, secret=secret)
        return views.dumped(views.webhook_data(found)), 202, job_id

    return await kept_after(call, work, also=secret or "")
