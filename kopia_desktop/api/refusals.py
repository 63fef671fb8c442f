"""Errors as a client sees them: a status, one of the contract's five codes, a sentence.

{"error": {"message": "...", "code": "..."}}
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from starlette.responses import Response

from kopia_desktop.api.views import dumped
from kopia_desktop.core import errors
from kopia_desktop.core.errors import KopiaError


class Code(StrEnum):
    """The contract's codes, and never another."""

    UNAUTHORIZED = "UNAUTHORIZED"
    VALIDATION_ERROR = "VALIDATION_ERROR"
    NOT_FOUND = "NOT_FOUND"
    POLICY_VIOLATION = "POLICY_VIOLATION"
    INTERNAL_ERROR = "INTERNAL_ERROR"


RETRY_AFTER = "30"
"""Seconds until it is worth asking a full queue or a busy server again."""


class Refusal(Exception):
    """A request that is answered with an error; raised anywhere below the edge."""

    def __init__(
        self, status: int, code: Code, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})

    def response(self) -> Response:
        return Response(
            envelope(self.message, self.code),
            status_code=self.status,
            headers=self.headers,
            media_type="application/json",
        )


def envelope(message: str, code: Code) -> bytes:
    return dumped({"error": {"message": message, "code": code.value}})


def unauthorized() -> Refusal:
    return Refusal(
        401,
        Code.UNAUTHORIZED,
        "The API key is missing or wrong. Send it as Authorization: Bearer KEY.",
        {"WWW-Authenticate": "Bearer"},
    )


def invalid(message: str, *, status: int = 400) -> Refusal:
    return Refusal(status, Code.VALIDATION_ERROR, message)


def not_found(message: str) -> Refusal:
    return Refusal(404, Code.NOT_FOUND, message)


def forbidden(message: str) -> Refusal:
    return Refusal(403, Code.POLICY_VIOLATION, message)


def method_not_allowed(allowed: str) -> Refusal:
    return Refusal(
        405,
        Code.VALIDATION_ERROR,
        f"This address takes {allowed} only.",
        {"Allow": allowed},
    )


def busy(message: str) -> Refusal:
    return Refusal(429, Code.POLICY_VIOLATION, message, {"Retry-After": RETRY_AFTER})


def internal() -> Refusal:
    return Refusal(
        500,
        Code.INTERNAL_ERROR,
        "An internal error. The log (kopia-desktop doctor names its folder) says more.",
    )


_NOT_FOUND = (
    errors.JobNotFound,
    errors.SegmentNotFound,
    errors.TranslationNotFound,
    errors.TranslatorNotFound,
    errors.DownloadNotFound,
)
_INVALID = (
    errors.UnknownLanguage,
    errors.UnknownFormat,
    errors.AddressRefused,
    errors.MediaError,
    errors.UploadIncomplete,
    errors.VocabularyInvalid,
)
_CONFLICT = (
    errors.StateConflict,
    errors.WebhookNotFound,
    errors.TranslationError,
    errors.ModelError,
    errors.DownloadError,
    errors.UploadMisplaced,
)


def refusal_of(error: KopiaError) -> Refusal:
    """What a known error of the program is to a client."""
    message = str(error)
    if isinstance(error, _NOT_FOUND):
        return not_found(message)
    if isinstance(error, _INVALID):
        return invalid(message)
    if isinstance(error, _CONFLICT):
        return Refusal(409, Code.POLICY_VIOLATION, message)
    if isinstance(error, errors.UploadTooLarge):
        return Refusal(413, Code.POLICY_VIOLATION, message)
    if isinstance(error, errors.QueueFull):
        return busy(message)
    if isinstance(error, errors.DiskFull):
        return Refusal(507, Code.INTERNAL_ERROR, message)
    return Refusal(500, Code.INTERNAL_ERROR, message)
