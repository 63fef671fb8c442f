"""Examples of answers for the OpenAPI document; a test holds them against its schemas."""

from __future__ import annotations

from typing import Any

from kopia_desktop.api.schemas.answers import JOB_ID, MOMENT, TRANSLATION_ID, WEBHOOK_ID

NEW_JOB: dict[str, Any] = {
    "id": JOB_ID,
    "status": "pending",
    "type": None,
    "language": "auto",
    "detectedLanguage": None,
    "removeFillerWords": False,
    "mediaUrl": None,
    "fileName": None,
    "contentType": None,
    "sizeBytes": None,
    "durationSeconds": None,
    "progress": 0.0,
    "model": "starter",
    "vocabulary": [],
    "webhookUrl": None,
    "error": None,
    "createdAt": MOMENT,
    "updatedAt": MOMENT,
    "completedAt": None,
}
JOB = NEW_JOB | {
    "status": "queued",
    "fileName": "interview.mp3",
    "contentType": "audio/mpeg",
    "sizeBytes": 1048576,
}
CANCELLED_JOB = JOB | {
    "status": "failed",
    "error": {
        "code": "cancelled",
        "message": "The job was stopped. Run it again to go on from the last finished section.",
    },
}
UPLOAD = {"jobId": JOB_ID, "length": 1048576, "offset": 0}
TRANSCRIPTION = {"text": "Good morning.", "usage": {"type": "duration", "seconds": 25}}
TRANSCRIPT: dict[str, Any] = {
    "jobId": JOB_ID,
    "translationId": None,
    "language": "en",
    "duration": 24.1,
    "text": "Good morning.",
    "segments": [
        {
            "id": 0,
            "start": 0.42,
            "end": 1.31,
            "text": "Good morning.",
            "words": [
                {"text": "Good", "start": 0.42, "end": 0.8, "confidence": 0.98},
                {"text": "morning.", "start": 0.8, "end": 1.31, "confidence": 0.97},
            ],
        }
    ],
}
COMPLETED_JOB = JOB | {
    "status": "completed",
    "type": "audio",
    "detectedLanguage": "en",
    "durationSeconds": 24.1,
    "progress": 1.0,
    "completedAt": MOMENT,
    "transcript": TRANSCRIPT,
}
PAGE = {
    "data": [JOB],
    "pagination": {"offset": 0, "limit": 50, "total": 1, "hasMore": False},
}
TRANSLATIONS = {
    "data": [
        {
            "id": TRANSLATION_ID,
            "jobId": JOB_ID,
            "language": "es",
            "formal": True,
            "formalApplied": False,
            "status": "pending",
            "error": None,
            "createdAt": MOMENT,
            "updatedAt": MOMENT,
        }
    ]
}
VTT = "WEBVTT\n\n00:00.420 --> 00:01.310\nGood morning.\n"
WEBHOOK = {
    "id": WEBHOOK_ID,
    "jobId": JOB_ID,
    "url": "http://127.0.0.1:9000/done",
    "status": "delivered",
    "nextAt": None,
    "deliveries": [
        {
            "number": 1,
            "startedAt": MOMENT,
            "seconds": 0.012,
            "httpStatus": 204,
            "error": None,
        }
    ],
}
LANGUAGES = {
    "transcription": [
        {
            "code": "en",
            "name": "Global English",
            "engine": "whisper",
            "installed": True,
            "reason": None,
        }
    ],
    "translation": [
        {
            "code": "fr",
            "name": "French",
            "engine": "argos",
            "installed": False,
            "starter": False,
            "path": [],
            "reason": "Install an Argos package to French or a MADLAD-400 model.",
            "offers": [
                {"models": ["translate-en_fr-1.9"], "sizeBytes": 110000000, "path": ["en", "fr"]},
                {"models": ["madlad400-3b"], "sizeBytes": 2950000000, "path": ["en", "fr"]},
            ],
        }
    ],
}
MODEL: dict[str, Any] = {
    "name": "starter",
    "sizeBytes": 6028538,
    "embedded": True,
    "isDefault": True,
    "kind": "speech_model",
    "state": "installed",
    "problem": None,
    "languages": None,
    "memoryBytes": None,
    "fit": "unknown",
    "timesRealTime": None,
    "recommended": False,
    "download": None,
}
COMING_MODEL: dict[str, Any] = {
    "name": "small",
    "sizeBytes": 491000000,
    "embedded": False,
    "isDefault": False,
    "kind": "speech_model",
    "state": "downloading",
    "problem": None,
    "languages": "many",
    "memoryBytes": 1805741824,
    "fit": "good",
    "timesRealTime": 5.8,
    "recommended": True,
    "download": {
        "status": "running",
        "doneBytes": 122000000,
        "totalBytes": 486211023,
        "bytesPerSecond": 9300000,
        "secondsLeft": 39.2,
        "error": None,
    },
}
MODELS = {"data": [MODEL], "available": [COMING_MODEL], "packages": []}
OPENAI_MODEL = {
    "id": "whisper-1",
    "object": "model",
    "created": 0,
    "owned_by": "kopia-desktop",
}
OPENAI_MODELS = {"object": "list", "data": [OPENAI_MODEL]}
