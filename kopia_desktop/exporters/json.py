"""The transcript JSON of the REST API."""

from __future__ import annotations

import json
from typing import Any

from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import spoken


class Json(Exporter):
    """Exactly the contract's transcript object; a segment a line, for people to compare."""

    name = "json"
    extension = "json"
    label = "JSON with words and times"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        transcript = spoken(transcript)
        head = {
            "jobId": transcript.job_id,
            "translationId": transcript.translation_id,
            "language": transcript.language,
            "duration": round(transcript.duration, 3),
            "text": transcript.text,
        }
        fields = [f"{_dump(key)}: {_dump(value)}" for key, value in head.items()]
        lines = [
            f"  {_dump({'id': number, **timed(segment)})}"
            for number, segment in enumerate(transcript.segments)
        ]
        listed = "[\n{}\n ]".format(",\n".join(lines)) if lines else "[]"
        fields.append(f'"segments": {listed}')
        return encoded("{\n " + ",\n ".join(fields) + "\n}\n")


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def timed(segment: Segment) -> dict[str, Any]:
    """What the contract says of a segment, wherever it stands in the transcript."""
    return {
        "start": round(segment.start, 3),
        "end": round(segment.end, 3),
        "text": segment.text,
        "words": [
            {
                "text": word.text,
                "start": round(word.start, 3),
                "end": round(word.end, 3),
                "confidence": round(word.confidence, 3),
            }
            for word in segment.words
        ],
    }
