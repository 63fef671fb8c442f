"""The operations that the cloud documents; they may never be broken."""

from __future__ import annotations

from kopia_desktop.api import examples, jobs, translations, uploads
from kopia_desktop.api.catalogue.shared import CREATED, MEDIA, REPLAYED, SECRET, V1
from kopia_desktop.api.idempotency import HEADER as IDEMPOTENCY
from kopia_desktop.api.operations import Answer, Operation
from kopia_desktop.api.schemas import answers, requests

DOCUMENTED = (
    Operation(
        "POST",
        f"{V1}/jobs",
        "createJob",
        "Make a job; its media is uploaded next",
        jobs.create,
        {201: CREATED},
        "Jobs",
        body=requests.CreateJob,
        headers=(SECRET, IDEMPOTENCY),
        errors=(409, 429),
    ),
    Operation(
        "POST",
        f"{V1}/jobs/from-url",
        "createJobFromUrl",
        "Make a job whose media is fetched from a public HTTPS address",
        jobs.create,
        {201: CREATED},
        "Jobs",
        description="Port 443 only; every address the name stands for must be public, also after"
        " each of at most 5 redirects. A problem that shows later ends the job as failed.",
        body=requests.CreateJobFromUrl,
        body_required=True,
        headers=(SECRET, IDEMPOTENCY),
        errors=(409, 429),
    ),
    Operation(
        "GET",
        f"{V1}/jobs",
        "listJobs",
        "List the jobs",
        jobs.page,
        {200: Answer("A page of jobs.", answers.JobPage, example=examples.PAGE)},
        "Jobs",
        query=requests.JobQuery,
    ),
    Operation(
        "GET",
        f"{V1}/jobs/{{jobId}}",
        "getJob",
        "Read a job, with its transcript once it is completed",
        jobs.read,
        {200: Answer("The job.", answers.JobWithTranscript, example=examples.COMPLETED_JOB)},
        "Jobs",
        errors=(404,),
    ),
    Operation(
        "DELETE",
        f"{V1}/jobs/{{jobId}}",
        "deleteJob",
        "Delete a job, its media, transcript and translations for good",
        jobs.delete,
        {204: Answer("Deleted; work on it stops.", media_type="")},
        "Jobs",
        errors=(404,),
    ),
    Operation(
        "POST",
        "/v1/jobs/{jobId}/upload",
        "uploadMedia",
        "Upload a job's media",
        uploads.upload,
        {200: Answer("The job, queued.", answers.Job, example=examples.JOB, headers=REPLAYED)},
        "Uploads",
        description="The body is the media itself, streamed, with Content-Length or chunked, of any"
        " Content-Type but a form's. Also under /api/v1.",
        raw_body=MEDIA,
        headers=(uploads.DISPOSITION, IDEMPOTENCY),
        errors=(404, 409, 413, 415),
    ),
    Operation(
        "GET",
        f"{V1}/jobs/{{jobId}}/translations",
        "listTranslations",
        "List a job's translations",
        translations.listed,
        {
            200: Answer(
                "All translations, oldest first.",
                answers.TranslationList,
                example=examples.TRANSLATIONS,
            )
        },
        "Translations",
        errors=(404,),
    ),
    Operation(
        "POST",
        f"{V1}/jobs/{{jobId}}/translations",
        "createTranslations",
        "Translate a completed job",
        translations.create,
        {
            201: Answer(
                "The translations asked for, in order; what was there already is among them.",
                answers.TranslationList,
                example=examples.TRANSLATIONS,
                headers=REPLAYED,
            )
        },
        "Translations",
        body=requests.CreateTranslations,
        body_required=True,
        headers=(IDEMPOTENCY,),
        errors=(404, 409),
    ),
    Operation(
        "DELETE",
        f"{V1}/jobs/{{jobId}}/translations/{{translationId}}",
        "deleteTranslation",
        "Delete a translation",
        translations.delete,
        {204: Answer("Deleted.", media_type="")},
        "Translations",
        errors=(404,),
    ),
    Operation(
        "GET",
        f"{V1}/jobs/{{jobId}}/transcript",
        "getTranscript",
        "Read the transcript or a translation",
        jobs.transcript,
        {
            200: Answer(
                'With format=text: {"text": ...}.',
                answers.TranscriptOrText,
                example=examples.TRANSCRIPT,
            )
        },
        "Transcripts",
        query=requests.TranscriptQuery,
        errors=(404, 409),
    ),
)
