"""The operations that are ours; the cloud has none of them."""

from __future__ import annotations

from dataclasses import replace

from kopia_desktop.api import events, examples, jobs, languages, models, openai, system, uploads
from kopia_desktop.api.catalogue.shared import JOB, REPLAYED, SECRET, V1
from kopia_desktop.api.idempotency import HEADER as IDEMPOTENCY
from kopia_desktop.api.operations import Answer, Operation
from kopia_desktop.api.schemas import answers, requests

ADDED = (
    Operation(
        "GET",
        f"{V1}/jobs/{{jobId}}/subtitles",
        "getSubtitles",
        "Read the transcript or a translation as a subtitle file (addition)",
        jobs.subtitles,
        {
            200: Answer(
                "The file.",
                media_type="text/vtt",
                other_types=("application/x-subrip",),
                example=examples.VTT,
            )
        },
        "Transcripts",
        query=requests.SubtitlesQuery,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        f"{V1}/jobs/{{jobId}}/events",
        "followJob",
        "Follow a job by server-sent events (addition)",
        events.job_events,
        {200: Answer("Events until the job has ended.", media_type=events.MEDIA_TYPE)},
        "Events",
        description="First what there is (`segments`, `job`), then what happens: `job` (as GET"
        " /jobs/:id, without transcript), `segments` (new ones), `edited`, `translations`,"
        " `webhook`, `deleted`.",
        errors=(404, 429),
    ),
    Operation(
        "GET",
        f"{V1}/events",
        "followAll",
        "Follow all jobs by server-sent events (addition)",
        events.all_events,
        {200: Answer("Events from now on.", media_type=events.MEDIA_TYPE)},
        "Events",
        errors=(429,),
    ),
    Operation(
        "POST",
        f"{V1}/jobs/{{jobId}}/cancel",
        "cancelJob",
        "Stop a job (addition)",
        jobs.cancel,
        {
            200: Answer(
                "The job, failed with the code cancelled.",
                answers.Job,
                example=examples.CANCELLED_JOB,
                headers=REPLAYED,
            )
        },
        "Jobs",
        description="What was recognised stays; retry goes on from there.",
        headers=(IDEMPOTENCY,),
        errors=(404, 409),
    ),
    Operation(
        "POST",
        f"{V1}/jobs/{{jobId}}/retry",
        "retryJob",
        "Run a failed job again from its last finished section (addition)",
        jobs.retry,
        {200: replace(JOB, headers=REPLAYED)},
        "Jobs",
        headers=(IDEMPOTENCY,),
        errors=(404, 409),
    ),
    Operation(
        "GET",
        f"{V1}/jobs/{{jobId}}/webhook",
        "getWebhook",
        "Read how the webhook was delivered (addition)",
        jobs.webhook,
        {200: Answer("The deliveries.", answers.Webhook, example=examples.WEBHOOK)},
        "Webhooks",
        errors=(404, 409),
    ),
    Operation(
        "POST",
        f"{V1}/jobs/{{jobId}}/webhook",
        "resendWebhook",
        "Send the webhook again, with the same id (addition)",
        jobs.resend,
        {202: Answer("It is on its way.", answers.Webhook, example=examples.WEBHOOK)},
        "Webhooks",
        description="The secret was erased after the last delivery; give it again to have it sent.",
        headers=(SECRET, IDEMPOTENCY),
        errors=(404, 409),
    ),
    Operation(
        "POST",
        "/v1/jobs/{jobId}/upload/resumable",
        "announceUpload",
        "Begin an upload in parts: tus 1.0 (addition)",
        uploads.announce,
        {
            201: Answer(
                "Send parts to Location.",
                answers.ResumableUpload,
                example=examples.UPLOAD,
                headers={
                    "Location": "Where parts go.",
                    "Tus-Resumable": uploads.VERSION,
                    "Upload-Offset": "0",
                    "Upload-Length": "The bytes announced.",
                },
            )
        },
        "Uploads",
        headers=(uploads.TUS, uploads.LENGTH, uploads.METADATA),
        errors=(404, 409, 412, 413),
    ),
    Operation(
        "GET",
        "/v1/jobs/{jobId}/upload/resumable",
        "getUpload",
        "Read where an upload in parts goes on (addition)",
        uploads.offset,
        {
            200: Answer(
                "Bytes that are safe.",
                answers.ResumableUpload,
                example=examples.UPLOAD,
                headers={
                    "Tus-Resumable": uploads.VERSION,
                    "Upload-Offset": "Bytes that are safe.",
                    "Upload-Length": "The bytes announced.",
                },
            )
        },
        "Uploads",
        headers=(uploads.TUS,),
        errors=(404, 412),
    ),
    Operation(
        "PATCH",
        "/v1/jobs/{jobId}/upload/resumable",
        "appendToUpload",
        "Send the next part (addition)",
        uploads.append,
        {
            204: Answer(
                "The part is safe; after the last one the job is queued.",
                media_type="",
                headers={
                    "Tus-Resumable": uploads.VERSION,
                    "Upload-Offset": "Bytes that are safe.",
                },
            )
        },
        "Uploads",
        raw_body={uploads.PART_TYPE: {}},
        headers=(uploads.TUS, uploads.OFFSET),
        errors=(404, 409, 412, 413, 415),
    ),
    Operation(
        "DELETE",
        "/v1/jobs/{jobId}/upload/resumable",
        "discardUpload",
        "Forget an upload in parts (addition)",
        uploads.discard,
        {204: Answer("Forgotten.", media_type="", headers={"Tus-Resumable": uploads.VERSION})},
        "Uploads",
        headers=(uploads.TUS,),
        errors=(404, 412),
    ),
    Operation(
        "GET",
        f"{V1}/languages",
        "listLanguages",
        "List every language with what serves it (addition)",
        languages.listed,
        {200: Answer("The contract's two lists.", answers.Languages, example=examples.LANGUAGES)},
        "System",
        description="With `source`, the language of a transcript: what is served from it, and what"
        " would serve the rest.",
        query=requests.LanguagesQuery,
    ),
    Operation(
        "GET",
        f"{V1}/models",
        "listModels",
        "List the models: installed, on their way, and available (addition)",
        models.listed,
        {200: Answer("The models.", answers.SpeechModelList, example=examples.MODELS)},
        "System",
    ),
    Operation(
        "POST",
        f"{V1}/models/{{name}}",
        "addModel",
        "Download a model (addition)",
        models.download,
        {
            200: Answer("It is installed.", answers.ModelOrPackage, example=examples.MODEL),
            202: Answer(
                "It is on its way; GET /models shows how far.",
                answers.ModelOrPackage,
                example=examples.COMING_MODEL,
            ),
        },
        "System",
        description="A name of the catalogue, or of an Argos package as `translate-en_es`. Asked"
        " for again, a download goes on; a damaged model is repaired. 409 for what cannot be"
        " downloaded.",
        errors=(409,),
    ),
    Operation(
        "DELETE",
        f"{V1}/models/{{name}}",
        "removeModel",
        "Remove a model, or stop its download (addition)",
        models.remove,
        {204: Answer("Removed.", media_type="")},
        "System",
        errors=(404, 409),
    ),
    Operation(
        "POST",
        "/v1/audio/transcriptions",
        "createTranscription",
        "Transcribe in one request, as the OpenAI audio API does (addition)",
        openai.transcribe,
        {
            200: Answer(
                "The transcript in the form asked for.",
                answers.Transcription,
                example=examples.TRANSCRIPTION,
                other_types=("text/plain", events.MEDIA_TYPE),
            )
        },
        "OpenAI",
        description="The recording is deleted with its answer unless the request has an"
        " Idempotency-Key. With response_format text, srt or vtt the answer is text/plain, with"
        " stream server-sent events.",
        raw_body={"multipart/form-data": {"schema": requests.FORM_SCHEMA}},
        headers=(IDEMPOTENCY,),
        errors=(409, 413, 415, 429),
    ),
    Operation(
        "GET",
        "/v1/models",
        "listOpenAiModels",
        "List the speech models as the OpenAI API does (addition)",
        openai.models,
        {200: Answer("The models.", answers.OpenAiModelList, example=examples.OPENAI_MODELS)},
        "OpenAI",
    ),
    Operation(
        "GET",
        "/v1/models/{model}",
        "getOpenAiModel",
        "Read a speech model as the OpenAI API does (addition)",
        openai.model,
        {200: Answer("The model.", answers.OpenAiModel, example=examples.OPENAI_MODEL)},
        "OpenAI",
        errors=(404,),
    ),
    Operation(
        "GET",
        "/healthz",
        "getHealth",
        "Whether the server lives (addition)",
        system.health,
        {200: Answer("It does.", answers.Health, example={"status": "ok"})},
        "System",
        needs_key=False,
    ),
    Operation(
        "GET",
        "/docs",
        "getDocs",
        "This reference as a page (addition)",
        system.page,
        {200: Answer("A page that loads nothing else.", media_type="text/html")},
        "System",
        needs_key=False,
    ),
    Operation(
        "GET",
        f"{V1}/openapi.json",
        "getOpenApi",
        "This reference as an OpenAPI document",
        system.document,
        {200: Answer("The document.", answers.OpenApiDocument)},
        "System",
        needs_key=False,
    ),
)
