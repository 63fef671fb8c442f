"""A transcript in each of the forms that the OpenAI audio API has."""

from __future__ import annotations

import math
import zlib
from typing import Any

from starlette.responses import Response

from kopia_desktop.api import views
from kopia_desktop.api.operations import answer
from kopia_desktop.api.schemas.requests import TranscriptionForm
from kopia_desktop.core.job import Job
from kopia_desktop.core.languages import name_of, sentence_gap
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.exporters import ExportOptions, exporter

ALIASES = (
    "whisper-1",
    "gpt-4o-transcribe",
    "gpt-4o-mini-transcribe",
)
"""OpenAI's own names: the default model here, for tools that know no other."""

_LEAST = 1e-4  # confidence that still has a logarithm


def render(
    form: TranscriptionForm, transcript: Transcript, subtitles: SubtitleSettings
) -> Response:
    """The answer in the form's ``response_format``."""
    if form.response_format == "text":
        return Response(transcript.text + "\n", media_type="text/plain")
    if form.response_format in ("srt", "vtt"):
        content = exporter(form.response_format).render(transcript, ExportOptions(subtitles))
        return Response(content, media_type="text/plain")
    data: dict[str, Any] = {"text": transcript.text, "usage": _usage(transcript)}
    if form.response_format == "verbose_json":
        data |= _verbose(form, transcript)
    return answer(data)


def _usage(transcript: Transcript) -> dict[str, Any]:
    return {"type": "duration", "seconds": math.ceil(transcript.duration)}


def _verbose(form: TranscriptionForm, transcript: Transcript) -> dict[str, Any]:
    wanted = form.timestamp_granularities or ["segment"]
    data: dict[str, Any] = {
        "task": "transcribe",
        "language": name_of(transcript.language).lower(),
        "duration": round(transcript.duration, 3),
    }
    if "segment" in wanted:
        data["segments"] = [_segment(i, one) for i, one in enumerate(transcript.segments)]
    if "word" in wanted:
        data["words"] = [
            {"word": word.text, "start": round(word.start, 3), "end": round(word.end, 3)}
            for segment in transcript.segments
            for word in segment.words
        ]
    return data


def _segment(number: int, segment: Segment) -> dict[str, Any]:
    """Token ids and the decoder's temperature are not kept; what is derived is derived."""
    confidences = [max(word.confidence, _LEAST) for word in segment.words] or [1.0]
    encoded = segment.text.encode("utf-8", "replace")
    return {
        "id": number,
        "seek": round(segment.start * 100),
        "start": round(segment.start, 3),
        "end": round(segment.end, 3),
        "text": segment.text,
        "tokens": [],
        "temperature": 0.0,
        "avg_logprob": round(sum(map(math.log, confidences)) / len(confidences), 4),
        "compression_ratio": round(len(encoded) / max(1, len(zlib.compress(encoded))), 4),
        "no_speech_prob": 0.0,
    }


def delta(text: str, language: str, *, is_first: bool) -> bytes:
    gap = "" if is_first else sentence_gap(language)
    return _event({"type": "transcript.text.delta", "delta": gap + text})


def done(transcript: Transcript) -> bytes:
    """The last event, and the mark by which clients of that API know the end."""
    event = {
        "type": "transcript.text.done",
        "text": transcript.text,
        "usage": _usage(transcript),
    }
    return _event(event) + b"data: [DONE]\n\n"


def stream_error(job: Job) -> bytes:
    """An error in the middle of a stream."""
    failure = views.failure(job.error) or {"message": "The server stops."}
    return _event({"error": {"message": failure["message"], "code": "VALIDATION_ERROR"}})


def _event(data: dict[str, Any]) -> bytes:
    return b"data: %s\n\n" % views.dumped(data)


def models(installed: tuple[InstalledModel, ...]) -> dict[str, Any]:
    """The installed models, then the names that stand for the default one."""
    names = [model.name for model in installed]
    listed = [*names, *(alias for alias in ALIASES if alias not in names)]
    return {
        "object": "list",
        "data": [
            {"id": name, "object": "model", "created": 0, "owned_by": "kopia-desktop"}
            for name in listed
        ],
    }
