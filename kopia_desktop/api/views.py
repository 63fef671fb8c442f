"""What is stored as plain data for the wire: the contract's objects, key by key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kopia_desktop.core.job import Job, JobError
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.core.translation import Translation
from kopia_desktop.core.webhook import Webhook
from kopia_desktop.exporters import EXPORTERS, ExportOptions
from kopia_desktop.exporters.json import timed

Data = Mapping[str, Any]


def dumped(data: object) -> bytes:
    """Compact JSON in UTF-8. Half a surrogate pair, which no client reads, is a question mark."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def moment(value: datetime | None) -> str | None:
    """With milliseconds and ``Z``: all times of the store are UTC."""
    if value is None:
        return None
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def failure(error: JobError | None) -> Data | None:
    if error is None:
        return None
    return {"code": error.code, "message": f"{error.message} {error.hint}".strip()}


def job_data(job: Job) -> dict[str, Any]:
    """The job without its transcript; the webhook's secret is not in a ``Job``."""
    media = job.media
    return {
        "id": job.id,
        "status": job.status.value,
        "type": job.type.value if job.type else None,
        "language": job.options.language,
        "detectedLanguage": job.detected_language,
        "removeFillerWords": job.options.remove_filler_words,
        "mediaUrl": job.media_url,
        "fileName": (media.name or None) if media else None,
        "contentType": media.content_type if media else None,
        "sizeBytes": media.size_bytes if media else None,
        "durationSeconds": None if job.duration is None else round(job.duration, 3),
        "progress": round(job.progress, 4),
        "model": job.options.model,
        "vocabulary": [
            {"term": term.text, "heard": list(term.heard)} for term in job.options.vocabulary.terms
        ],
        "webhookUrl": job.webhook_url,
        "error": failure(job.error),
        "createdAt": moment(job.created_at),
        "updatedAt": moment(job.updated_at),
        "completedAt": moment(job.completed_at),
    }


def job_with_transcript(job: Job, transcript: bytes | None) -> bytes:
    """The job's JSON; ``transcript`` is written JSON of a completed one."""
    plain = dumped(job_data(job))
    return plain if transcript is None else b'%s,"transcript":%s}' % (plain[:-1], transcript)


def transcript_json(transcript: Transcript) -> bytes:
    """The contract's transcript object. Writing a long one takes a while: not in the event loop."""
    return EXPORTERS["json"].render(transcript, ExportOptions()).rstrip()


def segments_data(part: Transcript) -> Data:
    """Segments as they are recognised; they have no position yet, others may come before them."""
    return {"jobId": part.job_id, "segments": [timed(segment) for segment in part.segments]}


def translation_data(translation: Translation) -> Data:
    return {
        "id": translation.id,
        "jobId": translation.job_id,
        "language": translation.language,
        "formal": translation.formal,
        "formalApplied": translation.formal_applied,
        "status": translation.status.value,
        "error": failure(translation.error),
        "createdAt": moment(translation.created_at),
        "updatedAt": moment(translation.updated_at),
    }


def webhook_data(webhook: Webhook) -> Data:
    return {
        "id": webhook.id,
        "jobId": webhook.job_id,
        "url": webhook.url,
        "status": webhook.status.value,
        "nextAt": moment(webhook.next_at),
        "deliveries": [
            {
                "number": delivery.number,
                "startedAt": moment(delivery.started_at),
                "seconds": round(delivery.seconds, 3),
                "httpStatus": delivery.http_status,
                "error": delivery.error,
            }
            for delivery in webhook.deliveries
        ],
    }
