"""Translations of completed jobs."""

from __future__ import annotations

from starlette.responses import Response

from kopia_desktop.api import views
from kopia_desktop.api.idempotency import kept_after
from kopia_desktop.api.operations import Call, answer
from kopia_desktop.api.schemas.requests import CreateTranslations


async def create(call: Call) -> Response:
    """POST /jobs/:id/translations; what is there already is returned as it is."""
    wanted: CreateTranslations = call.body
    job_id = call.job_id
    languages = list(dict.fromkeys(wanted.languages))

    async def work() -> tuple[bytes, int, str]:
        made = await call.run(
            call.context.services.translations.request, job_id, languages, formal=wanted.formal
        )
        return views.dumped({"data": [views.translation_data(one) for one in made]}), 201, job_id

    return await kept_after(call, work)


async def listed(call: Call) -> Response:
    """GET /jobs/:id/translations."""
    found = await call.run(call.context.services.translations.list, call.job_id)
    return answer({"data": [views.translation_data(one) for one in found]})


async def delete(call: Call) -> Response:
    """DELETE /jobs/:id/translations/:translationId."""
    await call.run(call.context.services.translations.delete, call.job_id, call.translation_id)
    return Response(status_code=204)
