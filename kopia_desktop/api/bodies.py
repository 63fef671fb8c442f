"""Bodies of requests: JSON of bounded size, and media in a stream with a deadline."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect, Request

from kopia_desktop.api.operations import JSON, told
from kopia_desktop.api.refusals import Code, Refusal, invalid
from kopia_desktop.core.errors import UploadIncomplete

ModelT = TypeVar("ModelT", bound=BaseModel)

JSON_BYTES = 1 << 20
JSON_SECONDS = 30.0

IDLE_SECONDS = 30.0
"""A stream must bring ``LEAST_BYTES`` in each such time."""

LEAST_BYTES = 4096
_GATHERED = 1 << 20
_MOST_PIECES = 4096


def media_type(request: Request) -> str:
    """The body's type without parameters, in lower case; empty when it is not said."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def content_length(request: Request) -> int | None:
    """The announced length; the parser has checked that it is one number."""
    given = request.headers.get("content-length")
    return None if given is None else int(given)


async def read_json(request: Request) -> bytes:
    """The body as it came; empty when there is none. Raises Refusal (400, 413, 415)."""
    if (content_length(request) or 0) > JSON_BYTES:
        raise _too_large()
    body = bytearray()
    try:
        async with asyncio.timeout(JSON_SECONDS):
            async for piece in request.stream():
                body += piece
                if len(body) > JSON_BYTES:
                    raise _too_large()
    except TimeoutError as error:
        raise _late(f"The body took longer than {JSON_SECONDS:.0f} s.") from error
    except ClientDisconnect as error:
        raise invalid("The body broke off.") from error
    if body and media_type(request) != JSON:
        raise invalid(f"Send the body as Content-Type: {JSON}.", status=415)
    return bytes(body)


def parsed(model: type[ModelT], body: bytes) -> ModelT:
    """The body as the model has it; an empty one is an empty object. Raises Refusal (400)."""
    try:
        data = json.loads(body.decode("utf-8"), parse_constant=_no_constant) if body else {}
    except (ValueError, RecursionError) as error:
        raise invalid("The body is not JSON in UTF-8.") from error
    if not isinstance(data, dict):
        raise invalid("The body must be a JSON object.")
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise invalid(f"The field {told(error)}") from error


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


async def media_stream(request: Request) -> AsyncIterator[bytes]:
    """The body in pieces of about 1 MiB, all that came of it.

    Raises UploadIncomplete when the client leaves, Refusal (400) when it is too slow.
    """
    gathered: list[bytes] = []
    failure: Exception | None = None
    loop = asyncio.get_running_loop()
    since, count, size = loop.time(), 0, 0
    pieces = request.stream()
    while True:
        try:
            async with asyncio.timeout_at(since + IDLE_SECONDS):
                piece = await anext(pieces)
        except StopAsyncIteration:
            break
        except ClientDisconnect:
            failure = UploadIncomplete("The upload broke off.", hint="Send the media again.")
            break
        except TimeoutError:
            failure = _late(
                f"Less than {LEAST_BYTES} bytes came in {IDLE_SECONDS:.0f} s. Send it again."
            )
            break
        count += len(piece)
        if count >= LEAST_BYTES:
            since, count = loop.time(), 0
        gathered.append(piece)
        size += len(piece)
        if size >= _GATHERED or len(gathered) >= _MOST_PIECES:
            yield b"".join(gathered)
            since = loop.time()  # the time in which the disk was slow is not the client's
            size = 0
            gathered.clear()
    if size:
        yield b"".join(gathered)
    if failure is not None:
        raise failure


def _late(message: str) -> Refusal:
    return Refusal(400, Code.VALIDATION_ERROR, message, {"Connection": "close"})


def _too_large() -> Refusal:
    return Refusal(413, Code.POLICY_VIOLATION, f"The body is larger than {JSON_BYTES} bytes.")
