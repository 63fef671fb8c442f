"""The Idempotency-Key header: a request that is sent again does nothing twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable

from starlette.responses import Response

from kopia_desktop.api import views
from kopia_desktop.api.operations import Call, Header, answer
from kopia_desktop.api.refusals import invalid
from kopia_desktop.core.job import Job
from kopia_desktop.store.idempotency import Keep, KeptAnswer

KEY = "Idempotency-Key"

HEADER = Header(
    KEY,
    "1 to 255 visible ASCII characters of the client's choice. The same key and body again: the"
    " same answer, and nothing is done twice. Another body: 400. Kept for 7 days.",
    pattern=r"[!-~]{1,255}",
    example="8f14e45f-ceea-467f-a9b0-6c3d1c5c2b1e",
)


def key_hash(call: Call) -> str | None:
    """What the client's key is kept as; None without a key. Raises Refusal for a malformed one."""
    key = call.header(KEY)
    return None if key is None else hashlib.sha256(key.encode()).hexdigest()


def fingerprint(call: Call, content: str) -> str:
    """What was asked: method, path and ``content``."""
    path = call.request.scope["path"]
    return hashlib.sha256(f"{call.request.method} {path}\0{content}".encode()).hexdigest()


def canonical(call: Call, also: str = "") -> str:
    """The JSON body without regard to spaces and the order of its keys, and a header's value."""
    data = json.loads(call.body_bytes) if call.body_bytes else {}
    return json.dumps([data, also], sort_keys=True)


async def once(
    call: Call, make: Callable[[Keep | None], Job], *, status: int, also: str = ""
) -> Response:
    """Do what makes or changes a job and answer with it, at most once for a key.

    ``make`` gets what it must call with the job inside its transaction.
    """
    hashed = key_hash(call)
    if hashed is None:
        return answer(views.job_data(await call.run(make, None)), status)
    asked = fingerprint(call, canonical(call, also))

    def keep(job: Job) -> KeptAnswer:
        body = views.dumped(views.job_data(job))
        return KeptAnswer(hashed, asked, status, body, job.id)

    async def work() -> Response:
        return answer(views.job_data(await call.run(make, keep)), status)

    return await guarded(call, hashed, asked, work)


async def guarded(
    call: Call, hashed: str, asked: str, work: Callable[[], Awaitable[Response]]
) -> Response:
    """The kept answer, or what ``work`` answers and keeps. Raises Refusal for another request."""
    async with call.context.key_locks.held(hashed):
        kept = await call.run(call.context.services.idempotency.find, hashed)
        if kept is None:
            return await work()
    return repeated(kept, asked)


def repeated(kept: KeptAnswer, asked: str) -> Response:
    """The answer given before. Raises Refusal (400) when something else was asked then."""
    if kept.fingerprint != asked:
        raise invalid(f"This {KEY} was used for another request. Choose a new one.")
    return answer(kept.body or b"", kept.status, {"Idempotency-Replayed": "true"})


async def kept_after(
    call: Call, work: Callable[[], Awaitable[tuple[bytes, int, str]]], *, also: str = ""
) -> Response:
    """Like ``once`` for work that is the same when it is done again: its answer is kept after it.

    ``work`` returns JSON, status and the job's id.
    """
    hashed = key_hash(call)
    if hashed is None:
        body, status, _ = await work()
        return answer(body, status)
    asked = fingerprint(call, canonical(call, also))

    async def kept_work() -> Response:
        body, status, job_id = await work()
        kept = KeptAnswer(hashed, asked, status, body, job_id)
        await call.run(call.context.services.idempotency.keep, kept)
        return answer(body, status)

    return await guarded(call, hashed, asked, kept_work)
