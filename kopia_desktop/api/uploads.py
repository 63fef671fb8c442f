"""Media comes in: whole in one request, or in parts that survive a broken connection (tus 1.0)."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import re
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.responses import Response

from kopia_desktop.api import idempotency, views
from kopia_desktop.api.bodies import content_length, media_stream, media_type
from kopia_desktop.api.operations import Call, Header, answer
from kopia_desktop.api.refusals import Code, Refusal, invalid, not_found
from kopia_desktop.core.errors import UploadTooLarge
from kopia_desktop.core.job import Job
from kopia_desktop.core.media_name import name_of_disposition, safe_name
from kopia_desktop.services.arriving import Upload
from kopia_desktop.store.idempotency import Keep, KeptAnswer

DISPOSITION = Header(
    "Content-Disposition",
    'the name of the file, as in attachment; filename="interview.mp3".',
    example='attachment; filename="interview.mp3"',
)
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,127}/[\w!#$&^.+-]{1,127}", re.ASCII)


async def upload(call: Call) -> Response:
    """POST or PUT {upload base}/v1/jobs/:id/upload."""
    job_id = call.job_id
    kind = _checked_type(call)
    hashed = idempotency.key_hash(call)
    if hashed is None:
        return await _take(call, job_id, kind, None)
    async with call.context.key_locks.held(hashed):
        kept = await call.run(call.context.services.idempotency.find, hashed)
        if kept is None:
            return await _take(call, job_id, kind, hashed)
    digest = hashlib.sha256()
    async for piece in media_stream(call.request):
        await call.run_on_disk(digest.update, piece)
    return idempotency.repeated(kept, idempotency.fingerprint(call, digest.hexdigest()))


def _checked_type(call: Call) -> str:
    """The media's type as it was sent. Raises Refusal (400, 415)."""
    kind = media_type(call.request)
    if not _MEDIA_TYPE.fullmatch(kind):
        raise invalid("Content-Type is required: the media's type, as audio/mpeg.")
    if kind.startswith("multipart/"):
        raise invalid("Send the media's bytes as the body, not as a form.", status=415)
    return call.request.headers["content-type"][:255]


async def _take(call: Call, job_id: str, kind: str, hashed: str | None) -> Response:
    uploads = call.context.services.uploads
    arriving = await call.run_on_disk(
        uploads.begin,
        job_id,
        name=name_of_disposition(call.header(DISPOSITION.name) or ""),
        content_type=kind,
        length=content_length(call.request),
    )
    digest = hashlib.sha256()
    try:
        await _write(call, arriving, digest.update if hashed else None)
    except BaseException:
        await asyncio.shield(call.run_on_disk(uploads.abort, job_id, arriving))
        raise
    keep = _keeping(call, hashed, digest) if hashed else None
    job = await call.run_on_disk(uploads.finish, job_id, arriving, keep=keep)
    return answer(views.job_data(job))


def _keeping(call: Call, hashed: str, digest: Any) -> Keep:
    def keep(job: Job) -> KeptAnswer:
        asked = idempotency.fingerprint(call, digest.hexdigest())
        return KeptAnswer(hashed, asked, 200, views.dumped(views.job_data(job)), job.id)

    return keep


async def _write(
    call: Call, arriving: Upload, also: Callable[[bytes], object] | None = None
) -> None:
    """The request's media to disk: while a piece is written, the next one comes in."""
    await write_stream(call, media_stream(call.request), arriving, also)


async def write_stream(
    call: Call,
    pieces: AsyncIterator[bytes],
    arriving: Upload,
    also: Callable[[bytes], object] | None = None,
) -> None:
    """Write each piece, and show it to ``also``, beside the event loop."""

    def write(piece: bytes) -> None:
        arriving.write(piece)
        if also is not None:
            also(piece)

    writing: asyncio.Future[None] | None = None
    try:
        async for piece in pieces:
            if writing is not None:
                await writing
            writing = asyncio.ensure_future(call.run_on_disk(write, piece))
    finally:
        if writing is not None:
            await asyncio.shield(writing)


# In parts: https://tus.io/protocols/resumable-upload, version 1.0.0

VERSION = "1.0.0"
PART_TYPE = "application/offset+octet-stream"

TUS = Header("Tus-Resumable", "must be 1.0.0.", const=VERSION, required=True, example=VERSION)
LENGTH = Header(
    "Upload-Length",
    "the bytes of the whole media.",
    pattern=r"[0-9]{1,16}",
    required=True,
    example="1048576",
    minimum=1,
    maximum=2**53 - 1,
)
OFFSET = Header(
    "Upload-Offset",
    "the byte at which this part begins.",
    pattern=r"[0-9]{1,16}",
    required=True,
    example="0",
    maximum=2**53 - 1,
)
METADATA = Header(
    "Upload-Metadata",
    "filename and filetype, each with its value in base64, as tus has them.",
    pattern=r"[ -~]{0,4096}",
    example="filename aW50ZXJ2aWV3Lm1wMw==",
)


async def announce(call: Call) -> Response:
    """POST .../upload/resumable: begin an upload in parts."""
    _check_version(call)
    length = int(_required(call, LENGTH))
    metadata = _metadata(call.header(METADATA.name) or "")
    job_id = call.job_id
    await call.run_on_disk(
        call.context.services.uploads.announce,
        job_id,
        name=safe_name(metadata.get("filename", "")),
        content_type=metadata.get("filetype", "")[:255] or None,
        length=length,
    )
    return _progress(job_id, 0, length, status=201, headers={"Location": call.request.url.path})


async def offset(call: Call) -> Response:
    """GET or HEAD .../upload/resumable: where the upload goes on."""
    _check_version(call)
    job_id = call.job_id
    partial = await call.run(call.context.services.uploads.progress, job_id)
    if partial is not None:
        return _progress(job_id, partial.offset, partial.length)
    job = await call.run(call.context.services.jobs.get, job_id)
    if job.media is None or not job.media.owned:
        raise not_found("No upload was announced for the job.")
    return _progress(job_id, job.media.size_bytes, job.media.size_bytes)


async def append(call: Call) -> Response:
    """PATCH .../upload/resumable: the next part. What came of it is kept, whatever happens."""
    _check_version(call)
    if media_type(call.request) != PART_TYPE:
        raise invalid(f"Send a part as Content-Type: {PART_TYPE}.", status=415)
    at = int(_required(call, OFFSET))
    job_id = call.job_id
    uploads = call.context.services.uploads
    part = await call.run_on_disk(uploads.resume, job_id, at)
    try:
        announced = content_length(call.request)
        if announced is not None and announced > part.missing:
            raise UploadTooLarge("The part is longer than what is missing.")
        await _write(call, part)
    finally:
        await asyncio.shield(call.run_on_disk(uploads.close_part, job_id, part))
    return Response(status_code=204, headers={"Upload-Offset": str(part.count), TUS.name: VERSION})


async def discard(call: Call) -> Response:
    """DELETE .../upload/resumable: forget what came; the job waits for another upload."""
    _check_version(call)
    if not await call.run_on_disk(call.context.services.uploads.discard, call.job_id):
        raise not_found("No upload was announced for the job.")
    return Response(status_code=204, headers={TUS.name: VERSION})


def _check_version(call: Call) -> None:
    if _required(call, TUS) != VERSION:
        raise Refusal(
            412,
            Code.VALIDATION_ERROR,
            f"Send {TUS.name}: {VERSION}.",
            {"Tus-Version": VERSION},
        )


def _required(call: Call, header: Header) -> str:
    value = call.header(header.name)
    if value is None:
        raise invalid(f"The header {header.name} is required: {header.description}")
    return value


def _metadata(text: str) -> dict[str, str]:
    """Key and base64 value, with commas between. Raises Refusal (400)."""
    found: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        key, _, value = pair.partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode("utf-8")
        except (binascii.Error, ValueError) as error:
            raise invalid(f"The header {METADATA.name} is not as tus has it.") from error
    return found


def _progress(
    job_id: str, at: int, length: int, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    shown = {
        TUS.name: VERSION,
        "Upload-Offset": str(at),
        "Upload-Length": str(length),
        **(headers or {}),
    }
    return answer({"jobId": job_id, "length": length, "offset": at}, status, shown)
