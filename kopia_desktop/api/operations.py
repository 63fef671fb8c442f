"""What an endpoint is: one declaration for routing, validation and the OpenAPI document."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ParamSpec, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from kopia_desktop.api.context import Context
from kopia_desktop.api.refusals import invalid, not_found
from kopia_desktop.api.views import dumped
from kopia_desktop.core.job import is_id

P = ParamSpec("P")
T = TypeVar("T")
ModelT = TypeVar("ModelT", bound=BaseModel)

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """A success: what it means, what it holds (a model, or a media type of other content).

    ``other_types`` are media types of other forms it may have.
    """

    description: str
    model: type[BaseModel] | None = None
    media_type: str = JSON
    other_types: Sequence[str] = ()
    example: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """A request header that an operation reads."""

    name: str
    description: str
    pattern: str = ""
    const: str = ""  # checked by the operation, which answers in its own way
    required: bool = False
    example: str = ""
    minimum: int = 0  # of a whole number
    maximum: int | None = None

    def allows(self, number: int) -> bool:
        return self.minimum <= number <= (self.maximum or number)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. ``path`` has ``{name}`` for each part that varies.

    ``errors`` are the statuses it may answer besides those that every operation may. ``raw_body``
    is the description of a body that is not JSON, by media type.
    """

    method: str
    path: str
    name: str
    summary: str
    handler: Callable[[Call], Awaitable[Response]]
    answers: Mapping[int, Answer]
    tag: str
    description: str = ""
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    body_required: bool = False
    raw_body: Mapping[str, Any] = field(default_factory=dict)
    headers: Sequence[Header] = ()
    errors: Sequence[int] = ()
    needs_key: bool = True


class Call:
    """One request of an operation, its parts checked and typed."""

    def __init__(self, request: Request, context: Context, operation: Operation) -> None:
        self.request = request
        self.context = context
        self.operation = operation
        self.query: Any = None
        self.body: Any = None
        self.body_bytes = b""

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call something that blocks for a moment, beside the event loop."""
        loop = asyncio.get_running_loop()
        work = partial(function, *args, **kwargs)
        return await loop.run_in_executor(self.context.executor, work)

    async def run_on_disk(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for media, whose writing may wait for the disk: nobody else waits with it."""
        loop = asyncio.get_running_loop()
        work = partial(function, *args, **kwargs)
        return await loop.run_in_executor(self.context.disk, work)

    @property
    def job_id(self) -> str:
        """The job of the path; a malformed id is a job that there is not."""
        return self._id("jobId", "job", "job")

    @property
    def translation_id(self) -> str:
        return self._id("translationId", "trl", "translation")

    def header(self, name: str) -> str | None:
        """A header that may come once only, as the operation's declaration allows it."""
        values = self.request.headers.getlist(name)
        if not values:
            return None
        declared = next(h for h in self.operation.headers if h.name.lower() == name.lower())
        if len(values) > 1:
            raise invalid(f"The header {name} was sent more than once.")
        if declared.pattern and not re.fullmatch(declared.pattern, values[0]):
            raise invalid(f"The header {name} is malformed: {declared.description}")
        if declared.maximum is not None and not declared.allows(int(values[0])):
            raise invalid(f"The header {name} is too small or too large.")
        return values[0]

    def _id(self, parameter: str, prefix: str, noun: str) -> str:
        value: str = self.request.path_params[parameter]
        if not is_id(value, prefix):
            raise not_found(f"There is no such {noun}.")
        return value


def answer(data: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer; ``bytes`` are JSON already."""
    content = data if isinstance(data, bytes) else dumped(data)
    return Response(content, status_code=status, media_type=JSON, headers=dict(headers or {}))


def parsed_query(model: type[ModelT], request: Request) -> ModelT:
    """The query parameters. Raises Refusal (400)."""
    given = request.query_params
    values: dict[str, str] = {}
    for key, value in given.multi_items():
        if key in values:
            raise invalid(f"The parameter {key[:40]} was given more than once.")
        values[key] = value
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise invalid(f"The parameter {told(error)}") from error


def told(error: ValidationError) -> str:
    """The first problem in a sentence, without the value that caused it."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"]) or "body"
    reason = first["msg"].removeprefix("Value error, ")
    return f"{where[:80]} is not right: {reason[:1].lower()}{reason[1:300]}."
