"""The OpenAI audio API, so that tools made for it work: one request, one transcript.

The recording becomes a job like any other and is deleted with its answer, unless the request has an
Idempotency-Key: then it stays, so that the same request can be answered again.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import suppress

from pydantic import ValidationError
from starlette.responses import Response, StreamingResponse

from kopia_desktop.api import idempotency, openai_answers
from kopia_desktop.api.bodies import content_length
from kopia_desktop.api.events import MEDIA_TYPE
from kopia_desktop.api.forms import FormStream
from kopia_desktop.api.operations import Call, answer, told
from kopia_desktop.api.refusals import Code, Refusal, invalid, not_found
from kopia_desktop.api.schemas.requests import TranscriptionForm
from kopia_desktop.api.uploads import write_stream
from kopia_desktop.core.errors import JobNotFound, StateConflict
from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.languages import base, name_of, spoken_languages
from kopia_desktop.core.vocabulary import prompted
from kopia_desktop.services.arriving import Upload
from kopia_desktop.services.intake import NewJob
from kopia_desktop.store.idempotency import KeptAnswer

_LOOK_EVERY = 5.0
"""Seconds between looks at a job of which nothing is heard."""


async def transcribe(call: Call) -> Response:
    """POST /v1/audio/transcriptions."""
    stream = FormStream(call.request)
    uploads = call.context.services.uploads
    arriving = await call.run_on_disk(
        uploads.stage,
        "form",
        length=content_length(call.request),
        is_exact=False,
    )
    digest = hashlib.sha256()
    try:
        await write_stream(call, stream.file(), arriving, digest.update)
        arriving.name, arriving.content_type = stream.form.file_name, stream.form.content_type
        form = _checked(call, stream)
        return await _once(call, form, arriving, digest.hexdigest())
    finally:
        await asyncio.shield(call.run_on_disk(arriving.remove))


def _checked(call: Call, stream: FormStream) -> TranscriptionForm:
    """The form's fields. Raises Refusal (400)."""
    values: dict[str, object] = {}
    for name, given in stream.form.fields.items():
        is_list = name.endswith("[]")
        if len(given) > 1 and not is_list:
            raise invalid(f"The field {name[:40]} was given more than once.")
        values[name.removesuffix("[]")] = given if is_list else given[0]
    try:
        return TranscriptionForm.model_validate(values)
    except ValidationError as error:
        raise invalid(f"The field {told(error)}") from error


async def _once(call: Call, form: TranscriptionForm, arriving: Upload, digest: str) -> Response:
    hashed = idempotency.key_hash(call)
    if hashed is None:
        job = await _started(call, form, arriving, transient=True)
        return await _answered(call, form, job)
    asked = idempotency.fingerprint(call, f"{digest} {form.model_dump_json()}")
    async with call.context.key_locks.held(hashed):
        kept = await call.run(call.context.services.idempotency.find, hashed)
        if kept is None:
            job = await _started(call, form, arriving, transient=False)
            kept = KeptAnswer(hashed, asked, 200, None, job.id)
            await call.run(call.context.services.idempotency.keep, kept)
    if kept.fingerprint != asked:
        raise invalid(f"This {idempotency.KEY} was used for another request. Choose a new one.")
    return await _answered(
        call, form, await call.run(call.context.services.jobs.get, kept.job_id or "")
    )


async def _started(
    call: Call, form: TranscriptionForm, arriving: Upload, *, transient: bool
) -> Job:
    """The job, queued with its media."""
    services = call.context.services
    options = JobOptions(
        language=_language(form.language),
        model=await call.run(_model, call, form.model),
        vocabulary=prompted(form.prompt or ""),
    )
    job = await call.run(services.intake.create, NewJob(options, transient=transient))
    try:
        return await call.run_on_disk(services.uploads.finish, job.id, arriving)
    except BaseException:
        await asyncio.shield(call.run(services.jobs.delete, job.id))
        raise


def _language(given: str | None) -> str:
    """The contract's code: ``en`` as it is, ``en-GB`` by its language."""
    if not given:
        return "auto"
    codes = spoken_languages()
    for code in (given, given.lower().replace("-", "_"), base(given)):
        if code in codes:
            return code
    named = {name_of(code).lower(): code for code in codes}
    found = named.get(given.lower())
    if found is None:
        raise invalid("The field language is not a known code. GET /api/v1/languages lists them.")
    return found


def _model(call: Call, name: str) -> str:
    """An installed model; OpenAI's own names stand for the default one."""
    services = call.context.services
    if name in openai_answers.ALIASES:
        return services.settings().transcription.model
    return services.models.find(name).name


async def _answered(call: Call, form: TranscriptionForm, job: Job) -> Response:
    """Wait for the job and answer in the form asked for."""
    if form.stream:
        return StreamingResponse(_streamed(call, job), media_type=MEDIA_TYPE)
    try:
        job = await _finished(call, job)
        services = call.context.services
        transcript = await call.run(services.transcripts.read, job.id)
        subtitles = services.settings().subtitles
        return await call.run(openai_answers.render, form, transcript, subtitles)
    finally:
        await _forget(call, job.id)


async def _finished(call: Call, job: Job) -> Job:
    """The job once it is completed. Raises Refusal when it failed or the client has left."""
    services = call.context.services
    streams = call.context.streams
    stream = streams.open(job.id)
    left = asyncio.ensure_future(_left(call))
    try:
        while not job.status.is_finished() and not stream.closed:
            waiting = asyncio.ensure_future(stream.wait(_LOOK_EVERY))
            await asyncio.wait({waiting, left}, return_when=asyncio.FIRST_COMPLETED)
            if left.done():
                waiting.cancel()
                raise Refusal(400, Code.VALIDATION_ERROR, "The client has left.")
            job = await call.run(services.jobs.get, job.id)
    finally:
        left.cancel()
        streams.end(stream)
    return _completed(job)


def _completed(job: Job) -> Job:
    if job.status is JobStatus.COMPLETED:
        return job
    if job.error is None:
        raise Refusal(500, Code.INTERNAL_ERROR, "The server stops. Ask again when it runs.")
    raise invalid(f"{job.error.message} {job.error.hint}".strip())


async def _left(call: Call) -> None:
    """Returns when the client closes the connection."""
    kind = ""
    while kind != "http.disconnect":
        kind = (await call.request.receive())["type"]


async def _streamed(call: Call, job: Job) -> AsyncIterator[bytes]:
    """Events ``transcript.text.delta`` as segments are recognised, then ``...done``."""
    services = call.context.services
    streams = call.context.streams
    stream = streams.open(job.id)
    seen, is_first = 0, True
    try:
        while True:
            job = await call.run(services.jobs.get, job.id)
            part = await call.run(services.transcripts.recognised, job.id, after=seen)
            seen = max((segment.id for segment in part.segments), default=seen)
            for segment in part.segments:
                yield openai_answers.delta(segment.text, part.language, is_first=is_first)
                is_first = False
            if job.status.is_finished() or stream.closed:
                break
            await stream.wait(_LOOK_EVERY)
        if job.status is JobStatus.COMPLETED:
            last = openai_answers.done(await call.run(services.transcripts.read, job.id))
        else:
            last = openai_answers.stream_error(job)
    finally:
        streams.end(stream)
        await _forget(call, job.id)
    yield last


async def _forget(call: Call, job_id: str) -> None:
    """A job that served this request alone goes with it."""
    if call.header(idempotency.KEY) is None:
        with suppress(JobNotFound, StateConflict):
            await asyncio.shield(call.run(call.context.services.jobs.delete, job_id))


async def models(call: Call) -> Response:
    """GET /v1/models."""
    installed = await call.run(call.context.services.models.installed)
    return answer(openai_answers.models(installed))


async def model(call: Call) -> Response:
    """GET /v1/models/{model}."""
    installed = await call.run(call.context.services.models.installed)
    listed = openai_answers.models(installed)["data"]
    name = call.request.path_params["model"]
    for one in listed:
        if one["id"] == name:
            return answer(one)
    raise not_found("There is no such model. GET /v1/models lists them.")
