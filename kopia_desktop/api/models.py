"""The models on this computer, those on their way, and those that can be had."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from kopia_desktop.api import views
from kopia_desktop.api.operations import Call, answer
from kopia_desktop.api.refusals import Code, Refusal, not_found
from kopia_desktop.core.catalogue import CatalogueModel
from kopia_desktop.core.downloads import Download
from kopia_desktop.core.errors import ModelNotFound, TranslatorNotFound
from kopia_desktop.services.model_list import ListedModel, ModelState


async def listed(call: Call) -> Response:
    """GET /models."""
    found = await call.run(call.context.services.models.catalogue)
    here = [one for one in found if one.is_installed]
    others = [one for one in found if not one.is_installed]
    packages = await call.run(_packages, call, {one.name for one in found})
    return answer(
        {
            "data": [_model(call, one) for one in here],
            "available": [_model(call, one) for one in others],
            "packages": packages,
        }
    )


async def download(call: Call) -> Response:
    """POST /models/:name: what is installed is there already; others are begun or go on."""
    name = call.request.path_params["name"]
    services = call.context.services
    if services.translators.is_package(name):
        try:
            begun = await call.run(services.translators.download, name)
        except TranslatorNotFound as error:  # as for a model that there is not
            raise Refusal(409, Code.POLICY_VIOLATION, str(error)) from error
        if begun is None:
            return answer({"name": name, "kind": "argos_package", "state": "installed"})
        return answer(_package(begun), 202)
    model = await call.run(_begun, call, name)
    return answer(_model(call, model), 200 if model.is_installed else 202)


async def remove(call: Call) -> Response:
    """DELETE /models/:name: also of one that is on its way."""
    name = call.request.path_params["name"]
    services = call.context.services
    try:
        if services.translators.is_package(name):
            await call.run(services.translators.discard, name)
        else:
            await call.run(services.models.remove, name)
    except ModelNotFound as error:
        raise not_found(str(error)) from error
    return Response(status_code=204)


def _begun(call: Call, name: str) -> ListedModel:
    """Raises ModelNotFound."""
    models = call.context.services.models
    model = models.listed(name)
    if model.is_installed:
        return model
    models.download(name)
    return models.listed(name)


def _packages(call: Call, others: set[str]) -> list[dict[str, Any]]:
    downloads = call.context.services.downloads.list()
    return [_package(one) for one in downloads if one.name not in others]


def _package(download: Download) -> dict[str, Any]:
    return {
        "name": download.name,
        "kind": download.kind.value,
        "state": ModelState.DOWNLOADING.value,
        "download": _download(download),
    }


def _model(call: Call, model: ListedModel) -> dict[str, Any]:
    entry = model.entry
    return {
        "name": model.name,
        "sizeBytes": model.size_bytes,
        "embedded": model.embedded,
        "isDefault": model.name == call.context.services.settings().transcription.model,
        "kind": model.kind.value,
        "state": model.state.value,
        "problem": model.problem or None,
        "languages": entry.languages.value if isinstance(entry, CatalogueModel) else None,
        "memoryBytes": entry.needed_memory if entry else None,
        "fit": model.fit.value,
        "timesRealTime": None if model.times is None else round(model.times, 2),
        "recommended": model.is_recommended,
        "download": _download(model.download) if model.download else None,
    }


def _download(download: Download) -> dict[str, Any]:
    left = download.seconds_left
    return {
        "status": download.status.value,
        "doneBytes": download.done_bytes,
        "totalBytes": download.total_bytes,
        "bytesPerSecond": round(download.bytes_per_second),
        "secondsLeft": None if left is None else round(left, 1),
        "error": views.failure(download.error),
    }
