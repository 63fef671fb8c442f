"""What clients send: a wrong type or an unknown value is an error, an unknown field is ignored."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from kopia_desktop.api.schemas.base import Body, Query
from kopia_desktop.api.schemas.moments import read_moment
from kopia_desktop.core.languages import spoken_languages, target_languages
from kopia_desktop.core.netguard import LONGEST_URL, MEDIA_URL_PATTERN, WEBHOOK_URL_PATTERN
from kopia_desktop.core.vocabulary import LONGEST, MOST_HEARD, MOST_TERMS

LARGEST_OFFSET = 2**53 - 1  # what every JSON reader takes


def _codes(codes: Any) -> dict[str, Any]:
    """The JSON schema of a code from a table that is read at run time."""
    return {"type": "string", "enum": list(codes)}


def _known(codes: Any) -> Any:
    table = frozenset(codes)

    def check(value: object) -> object:
        if isinstance(value, str) and value not in table:
            raise ValueError("not one of the known codes; GET /languages lists them")
        return value

    return BeforeValidator(check)


SpokenCode = Annotated[
    str,
    _known(spoken_languages()),
    Field(json_schema_extra=_codes(spoken_languages()), description="See GET /languages."),
]
TargetCode = Annotated[
    str,
    _known(target_languages()),
    Field(json_schema_extra=_codes(target_languages()), description="See GET /languages."),
]


def _whole(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,16}", value):
        raise ValueError("must be a whole number")
    return int(value) if isinstance(value, str) else value


def _from(value: object) -> object:
    return read_moment(value) if isinstance(value, str) else value


def _to(value: object) -> object:
    return read_moment(value, end_of_day=True) if isinstance(value, str) else value


_MOMENT_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]
}


def _moment_field(description: str) -> Any:
    return Field(default=None, description=description, json_schema_extra=_MOMENT_SCHEMA)


class JobQuery(Query):
    offset: Annotated[int, BeforeValidator(_whole)] = Field(
        default=0, ge=0, le=LARGEST_OFFSET, description="Jobs to skip."
    )
    limit: Annotated[int, BeforeValidator(_whole)] = Field(
        default=50, ge=1, le=100, description="Most jobs in the answer."
    )
    status: Literal["pending", "uploaded", "queued", "processing", "completed", "failed"] | None = (
        Field(default=None, description="Only jobs of this status.")
    )
    type: Literal["audio", "video"] | None = Field(
        default=None, description="Only jobs whose media is of this type."
    )
    created_from: Annotated[datetime | None, BeforeValidator(_from)] = _moment_field(
        "Only jobs made at this time or later; without a zone it is UTC."
    )
    created_to: Annotated[datetime | None, BeforeValidator(_to)] = _moment_field(
        "Only jobs made at this time or before; a bare date includes its day."
    )
    sort: Literal["createdAt", "updatedAt"] = Field(
        default="createdAt", description="Order by this time; ties by id."
    )
    order: Literal["asc", "desc"] = Field(default="desc", description="Oldest or newest first.")


WebhookUrl = Annotated[str, StringConstraints(pattern=WEBHOOK_URL_PATTERN, max_length=LONGEST_URL)]
MediaUrl = Annotated[str, StringConstraints(pattern=MEDIA_URL_PATTERN, max_length=LONGEST_URL)]


VocabularyText = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]


class VocabularyTerm(Body):
    term: VocabularyText = Field(description="As it is to be written.")
    heard: list[VocabularyText] = Field(
        default_factory=list,
        max_length=MOST_HEARD,
        description="What is replaced by it: whole words, in any case.",
    )


VocabularyEntry = VocabularyText | VocabularyTerm


class CreateJob(Body):
    language: SpokenCode = Field(
        default="auto", description="Language spoken; auto detects it.", examples=["en"]
    )
    remove_filler_words: bool = Field(
        default=False, description="Leave um, uh and the like out of every answer."
    )
    webhook_url: WebhookUrl | None = Field(
        default=None,
        description='Where to POST `{"jobId": ...}` when the job is completed.',
        examples=["http://127.0.0.1:9000/done"],
        json_schema_extra={"format": "uri"},
    )
    model: str | None = Field(
        default=None,
        min_length=1,
        max_length=64,
        description="Speech model (addition; default: the settings'). See GET /models.",
    )
    vocabulary: list[VocabularyEntry] = Field(
        default_factory=list,
        max_length=MOST_TERMS,
        description=(
            "Names and terms (addition): listened for, and written in place of what was heard."
        ),
        examples=[["Ngozi Adichie", {"term": "Kopia", "heard": ["copia", "copya"]}]],
    )


class CreateJobFromUrl(CreateJob):
    media_url: MediaUrl = Field(
        description="Public HTTPS address of the media.",
        examples=["https://media.example.com/interview.mp3"],
        json_schema_extra={"format": "uri"},
    )


class CreateTranslations(Body):
    languages: list[TargetCode] = Field(
        min_length=1,
        max_length=134,
        description="Languages to translate to.",
        examples=[["es", "fr"]],
    )
    formal: bool = Field(
        default=True, description="Formal address, in languages that have one and models that can."
    )


class LanguagesQuery(Query):
    source: SpokenCode = Field(
        default="auto", description="Language of a transcript; auto: any.", examples=["en"]
    )


class Selection(Query):
    """Which text of a job: its transcript where neither is given."""

    language: str | None = Field(
        default=None,
        max_length=32,
        description="A translation's language, or the original's; not with translationId.",
    )
    translation_id: str | None = Field(
        default=None, max_length=64, description="A translation; not with language."
    )


class TranscriptQuery(Selection):
    format: Literal["json", "text"] = Field(default="json", description="Form of the transcript.")


class SubtitlesQuery(Selection):
    format: Literal["srt", "vtt"] = Field(default="srt", description="Format of the file.")


class TranscriptionForm(Query):
    """Fields of the OpenAI form besides ``file``. What has no meaning here is accepted."""

    model: str = Field(
        min_length=1,
        max_length=64,
        description="An installed model; whisper-1 stands for the settings' model.",
    )
    language: str | None = Field(default=None, max_length=32, description="ISO 639-1 code.")
    prompt: str | None = Field(
        default=None,
        description="Names and terms to listen for, parted by commas, stops or new lines.",
    )
    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = Field(
        default="json", alias="response_format", description="Form of the answer."
    )
    temperature: float = Field(default=0.0, ge=0.0, le=1.0, description="Not used.")
    timestamp_granularities: list[Literal["word", "segment"]] | None = Field(
        default=None,
        alias="timestamp_granularities",
        description="What verbose_json lists: word, segment.",
    )
    stream: bool = Field(default=False, description="Server-sent events as the text grows.")


def _form_schema() -> dict[str, Any]:
    """The OpenAI form as it is sent: lists have brackets in their names."""
    plain = TranscriptionForm.model_json_schema()["properties"]
    fields = {
        f"{name}[]" if name == "timestamp_granularities" else name: field
        for name, field in plain.items()
    }
    file = {"type": "string", "contentMediaType": "application/octet-stream"}
    return {
        "type": "object",
        "required": ["file", "model"],
        "properties": {"file": {**file, "description": "The recording."}, **fields},
    }


FORM_SCHEMA = _form_schema()
