"""Whether the server lives, and the API's own papers."""

from __future__ import annotations

from starlette.responses import Response

from kopia_desktop.api import docs, openapi
from kopia_desktop.api.operations import Call, answer


async def health(call: Call) -> Response:
    """GET /healthz."""
    return answer({"status": "ok"})


async def document(call: Call) -> Response:
    """GET /api/v1/openapi.json."""
    return answer(openapi.written(call.request.headers["host"]))


async def page(call: Call) -> Response:
    """GET /docs."""
    return Response(
        docs.page(call.request.headers["host"]),
        media_type="text/html",
        headers={"Content-Security-Policy": docs.POLICY, "Cache-Control": "no-cache"},
    )
