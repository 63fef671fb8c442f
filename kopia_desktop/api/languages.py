"""Every language of the contract with what serves it on this computer."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from kopia_desktop.api import views
from kopia_desktop.api.operations import Call, answer
from kopia_desktop.api.schemas.requests import LanguagesQuery
from kopia_desktop.services.language_table import (
    SpokenRow,
    TargetRow,
    spoken_rows,
    target_rows,
)
from kopia_desktop.services.translators import Offer


async def listed(call: Call) -> Response:
    """GET /languages."""
    wanted: LanguagesQuery = call.query
    source = None if wanted.source == "auto" else wanted.source
    return answer(await call.run(_rows, call, source))


def _rows(call: Call, source: str | None) -> bytes:
    services = call.context.services
    spoken = spoken_rows(services.models.installed())
    targets = target_rows(services.translators.all(), services.translators.index(), source)
    return views.dumped(
        {
            "transcription": [_spoken(row) for row in spoken],
            "translation": [_target(row) for row in targets],
        }
    )


def _spoken(row: SpokenRow) -> dict[str, Any]:
    return {
        "code": row.language.code,
        "name": row.language.name,
        "engine": row.engine,
        "installed": row.is_installed,
        "reason": row.reason or None,
    }


def _target(row: TargetRow) -> dict[str, Any]:
    return {
        "code": row.language.code,
        "name": row.language.name,
        "engine": row.engine,
        "installed": row.is_installed,
        "starter": row.is_starter,
        "path": list(row.path),
        "reason": row.reason or None,
        "offers": [_offer(offer) for offer in row.offers],
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "models": [order.name for order in offer.orders],
        "sizeBytes": offer.size_bytes,
        "path": list(offer.path),
    }
