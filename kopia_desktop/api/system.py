"""What is on this computer: languages, models, whether the server lives; the API's own papers."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from kopia_desktop.api import docs, openapi, views
from kopia_desktop.api.operations import Call, answer
from kopia_desktop.api.refusals import Code, Refusal, not_found
from kopia_desktop.core.errors import ModelNotFound
from kopia_desktop.core.languages import SpokenLanguage, spoken_languages, target_languages
from kopia_desktop.core.speech_models import InstalledModel


async def languages(call: Call) -> Response:
    """GET /languages."""
    return answer(await call.run(_languages, call))


def _languages(call: Call) -> bytes:
    services = call.context.services
    models = services.models.installed()
    served = services.translations.installed_targets()
    return views.dumped(
        {
            "transcription": [
                {
                    "code": one.code,
                    "name": one.name,
                    "engine": "whisper" if one.whisper else None,
                    "installed": _is_recognised(one, models),
                }
                for one in spoken_languages().values()
            ],
            "translation": [
                {
                    "code": one.code,
                    "name": one.name,
                    "engine": "argos" if one.argos else "madlad400" if one.madlad400 else None,
                    "installed": one.code in served,
                }
                for one in target_languages().values()
            ],
        }
    )


def _is_recognised(language: SpokenLanguage, models: tuple[InstalledModel, ...]) -> bool:
    return language.whisper is None or any(model.recognises(language.whisper) for model in models)


async def models(call: Call) -> Response:
    """GET /models."""
    found = await call.run(call.context.services.models.installed)
    return answer({"data": [_model(call, one) for one in found]})


async def add_model(call: Call) -> Response:
    """POST /models/:name: an installed model is there already; others cannot be fetched yet."""
    name = call.request.path_params["name"]
    try:
        found = await call.run(call.context.services.models.find, name)
    except ModelNotFound as error:
        raise Refusal(
            409,
            Code.POLICY_VIOLATION,
            "This version cannot download speech models. Add a folder with: kopia-desktop models"
            " add FOLDER.",
        ) from error
    return answer(_model(call, found))


async def remove_model(call: Call) -> Response:
    """DELETE /models/:name."""
    name = call.request.path_params["name"]
    try:
        await call.run(call.context.services.models.remove, name)
    except ModelNotFound as error:
        raise not_found(str(error)) from error
    return Response(status_code=204)


def _model(call: Call, model: InstalledModel) -> dict[str, Any]:
    return {
        "name": model.name,
        "sizeBytes": model.weight_bytes,
        "embedded": model.embedded,
        "isDefault": model.name == call.context.services.settings().transcription.model,
    }


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
