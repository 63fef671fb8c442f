"""The application: the guard outside, then routes made from the operations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from kopia_desktop.api import bodies, refusals
from kopia_desktop.api.catalogue import OPERATIONS
from kopia_desktop.api.context import Context
from kopia_desktop.api.guard import Guard
from kopia_desktop.api.operations import Call, Operation, parsed_query


def build(context: Context) -> ASGIApp:
    """The whole API over a context."""
    # The bare router: the framework's application would answer errors by itself.
    router = Router(
        list(_routes(OPERATIONS, context)), redirect_slashes=False, default=_nothing_here
    )
    open_paths = [each.path for each in OPERATIONS if not each.needs_key]
    return Guard(router, hosts=context.hosts, key=context.services.key, open_paths=open_paths)


def _routes(operations: Iterable[Operation], context: Context) -> Iterable[Route]:
    by_path: dict[str, dict[str, Operation]] = {}
    for operation in operations:
        by_path.setdefault(operation.path, {})[operation.method] = operation
    for path, methods in by_path.items():
        yield Route(path, _Endpoint(methods, context))


class _Endpoint:
    """All methods of one path. HEAD is answered as GET."""

    def __init__(self, methods: Mapping[str, Operation], context: Context) -> None:
        self._methods = dict(methods)
        if "GET" in methods and "HEAD" not in methods:
            self._methods["HEAD"] = methods["GET"]
        self._allowed = ", ".join(sorted(self._methods))
        self._context = context

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        operation = self._methods.get(scope["method"])
        if operation is None:
            raise refusals.method_not_allowed(self._allowed)
        request = Request(scope, receive)
        response = await self._answered(Call(request, self._context, operation))
        await response(scope, receive, send)

    async def _answered(self, call: Call) -> Response:
        operation = call.operation
        if operation.query is not None:
            call.query = parsed_query(operation.query, call.request)
        if operation.body is not None:
            call.body_bytes = await bodies.read_json(call.request)
            call.body = bodies.parsed(operation.body, call.body_bytes)
        return await operation.handler(call)


async def _nothing_here(scope: Scope, receive: Receive, send: Send) -> None:
    raise refusals.not_found("There is nothing at this address. See GET /docs.")
