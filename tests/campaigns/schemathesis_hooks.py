"""Loaded by schemathesis: what makes its cases reach further than the door.

Every key is used once, so that cases do not answer each other; a part of the cases get the id of a
job that is there, in one of its states.
"""

from __future__ import annotations

import os
import random
import uuid
from typing import Any

import schemathesis

_JOBS = os.environ.get("KOPIA_CASE_JOBS", "").split()
_RANDOM = random.Random(7)


@schemathesis.serializer("application/offset+octet-stream")
def bytes_as_they_are(context: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.auth()
class Key:
    """The server's key, but for the cases that are about its absence."""

    def get(self, case: Any, context: Any) -> str:
        return os.environ["KOPIA_CASE_KEY"]

    def set(self, case: Any, data: str, context: Any) -> None:
        if not _misses_a_header(case):
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """A fresh Idempotency-Key for each case that has a good one."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and key.isascii() and key.isprintable() and 0 < len(key) < 200:
        case.headers["Idempotency-Key"] = f"{uuid.uuid4()}"


def _misses_a_header(case: Any) -> bool:
    data = getattr(getattr(case.meta, "phase", None), "data", None)
    return "MISSING" in str(getattr(data, "scenario", "")) and data.parameter == "Authorization"


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any] | None) -> Any:
    """Half of the cases are about a job that there is."""
    if path_parameters and "jobId" in path_parameters and _JOBS and _RANDOM.random() < 0.5:
        return {**path_parameters, "jobId": _RANDOM.choice(_JOBS)}
    return path_parameters
