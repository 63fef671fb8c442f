"""What clients are told. Answers are written as plain data by ``views``; these models document and
test them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, RootModel

from kopia_desktop.api.schemas.base import Model

JOB_ID = "job_01kb9t3q5wa8v2n4zc6x7m0hde"
TRANSLATION_ID = "trl_01kb9t7y2p4f6h8j0k2m4n6q8s"
WEBHOOK_ID = "msg_01kb9t8a1b2c3d4e5f6g7h8j9k"
MOMENT = "2026-11-24T13:33:27.123Z"


class ErrorDetail(Model):
    message: str = Field(description="What is wrong and what to do next, in English.")
    code: Literal[
        "UNAUTHORIZED", "VALIDATION_ERROR", "NOT_FOUND", "POLICY_VIOLATION", "INTERNAL_ERROR"
    ]


class ErrorAnswer(Model):
    error: ErrorDetail


class Failure(Model):
    code: str = Field(description="Stable code, as `no_audio` or `cancelled`.")
    message: str = Field(description="What happened and what to do next, in English.")


Moment = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, description="UTC, milliseconds, Z.")
]


class Term(Model):
    term: str
    heard: list[str] = Field(description="What is replaced by it.")


class Job(Model):
    id: str = Field(examples=[JOB_ID])
    status: Literal["pending", "uploaded", "queued", "processing", "completed", "failed"]
    type: Literal["audio", "video"] | None = Field(description="Null until the media was opened.")
    language: str = Field(description="The language asked for.", examples=["auto"])
    detected_language: str | None = Field(description="The language heard, when it was detected.")
    remove_filler_words: bool
    media_url: str | None = Field(description="Where the media was or is fetched from.")
    file_name: str | None
    content_type: str | None
    size_bytes: int | None
    duration_seconds: float | None
    progress: float = Field(ge=0, le=1, description="Part of the media that is recognised.")
    model: str = Field(examples=["starter"])
    vocabulary: list[Term] = Field(description="Names and terms it was made with.")
    webhook_url: str | None
    error: Failure | None
    created_at: Moment
    updated_at: Moment
    completed_at: Moment | None


class TranscriptWord(Model):
    text: str
    start: float
    end: float
    confidence: float = Field(ge=0, le=1)


class TranscriptSegment(Model):
    id: int = Field(description="Position in the transcript, from 0.")
    start: float
    end: float
    text: str
    words: list[TranscriptWord] = Field(description="Empty in a translation.")


class Transcript(Model):
    job_id: str
    translation_id: str | None
    language: str
    duration: float = Field(description="Of the media, in seconds.")
    text: str
    segments: list[TranscriptSegment]


class TranscriptText(Model):
    text: str


class TranscriptOrText(RootModel[Transcript | TranscriptText]):
    """The whole transcript, or its text alone."""


class JobWithTranscript(Job):
    transcript: Transcript | None = Field(
        default=None,
        description="Once the job is completed.",
        json_schema_extra={},
    )


class Pagination(Model):
    offset: int
    limit: int
    total: int
    has_more: bool


class JobPage(Model):
    data: list[Job]
    pagination: Pagination


class Translation(Model):
    id: str = Field(examples=[TRANSLATION_ID])
    job_id: str
    language: str
    formal: bool
    formal_applied: bool
    status: Literal["pending", "processing", "completed", "failed"]
    error: Failure | None
    created_at: Moment
    updated_at: Moment


class TranslationList(Model):
    data: list[Translation]


class Delivery(Model):
    number: int
    started_at: Moment
    seconds: float
    http_status: int | None = Field(description="Null where no answer came.")
    error: str | None = Field(description="Why it does not count; null when it does.")


class Webhook(Model):
    id: str = Field(description="The same in every delivery's webhook-id.", examples=[WEBHOOK_ID])
    job_id: str
    url: str
    status: Literal["pending", "delivered", "failed"]
    next_at: Moment | None = Field(description="When it is sent (again).")
    deliveries: list[Delivery] = Field(description="Oldest first.")


class ResumableUpload(Model):
    job_id: str
    length: int
    offset: int = Field(description="Bytes that are safe; the upload goes on there.")


class SpokenLanguage(Model):
    code: str
    name: str
    engine: str | None = Field(description="What recognises it; null for auto.")
    installed: bool
    reason: str | None = Field(description="What is missing; null when it is installed.")


class TranslatorOffer(Model):
    models: list[str] = Field(description="What to get with POST /models/:name.")
    size_bytes: int = Field(description="About.")
    path: list[str] = Field(description="The codes that a text would go through.")


class TargetLanguage(Model):
    code: str
    name: str
    engine: str | None = Field(
        description="What translates into it, or would: `argos`, `madlad400`, `conversion` (of the"
        " script alone); null: nothing can."
    )
    installed: bool = Field(description="From `source`, or from any language where none is given.")
    starter: bool = Field(description="Only by a package that came with the program, as a sample.")
    path: list[str] = Field(description="The codes that a text goes through.")
    reason: str | None = Field(description="Why it is not installed; null when it is.")
    offers: list[TranslatorOffer] = Field(
        description="What would serve it, the smallest first; with `source` only."
    )


class Languages(Model):
    transcription: list[SpokenLanguage]
    translation: list[TargetLanguage]


class SpeechModel(Model):
    name: str
    size_bytes: int
    embedded: bool = Field(description="Part of the program; it cannot be removed.")
    is_default: bool = Field(description="Used where a job names none.")


class ModelDownload(Model):
    status: Literal["waiting", "running", "paused", "failed"]
    done_bytes: int
    total_bytes: int
    bytes_per_second: int
    seconds_left: float | None
    error: Failure | None


class CatalogueModel(SpeechModel):
    kind: Literal["speech_model", "madlad400"]
    state: Literal["installed", "damaged", "downloading", "downloadable"]
    problem: str | None = Field(description="What is damaged.")
    languages: Literal["many", "english"] | None
    memory_bytes: int | None = Field(description="Needed while it works; about.")
    fit: Literal["good", "tight", "too_large", "unknown"] = Field(description="In memory.")
    times_real_time: float | None = Field(
        description="Seconds of speech recognised in a second on this computer; about."
    )
    recommended: bool
    download: ModelDownload | None


class PackageDownload(Model):
    name: str
    kind: Literal["argos_package"]
    state: Literal["installed", "downloading"]
    download: ModelDownload | None = None


class SpeechModelList(Model):
    data: list[CatalogueModel] = Field(description="What is installed.")
    available: list[CatalogueModel] = Field(description="The rest of the catalogue.")
    packages: list[PackageDownload] = Field(description="Argos packages on their way.")


class ModelOrPackage(RootModel[CatalogueModel | PackageDownload]):
    """A model of the catalogue, or an Argos package."""


class OpenAiUsage(Model):
    type: Literal["duration"]
    seconds: int


class Transcription(BaseModel):
    """As the OpenAI API has it; the fields after usage with verbose_json."""

    text: str
    usage: OpenAiUsage
    task: Literal["transcribe"] | None = None
    language: str | None = Field(default=None, examples=["english"])
    duration: float | None = None
    segments: list[dict[str, Any]] | None = None
    words: list[dict[str, Any]] | None = None


class OpenAiModel(BaseModel):
    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class OpenAiModelList(BaseModel):
    object: Literal["list"]
    data: list[OpenAiModel]


class OpenApiDocument(BaseModel):
    openapi: str
    info: dict[str, Any]
    paths: dict[str, Any]


class Health(Model):
    status: Literal["ok"]
