"""What several operations have in common."""

from __future__ import annotations

from kopia_desktop.api import examples, jobs
from kopia_desktop.api.operations import Answer, Header
from kopia_desktop.api.schemas import answers

V1 = "/api/v1"
MEDIA: dict[str, dict[str, object]] = {
    kind: {} for kind in ("audio/mpeg", "video/mp4", "application/octet-stream")
}
REPLAYED = {"Idempotency-Replayed": "true when the answer was given before."}

SECRET = Header(
    jobs.SECRET,
    "sent along with every delivery of the webhook, 1 to 512 printable ASCII characters; it is"
    " never returned.",
    pattern=r"[!-~]([ -~]{0,510}[!-~])?",
    example="s3cret-of-my-receiver",
)

JOB = Answer("The job.", answers.Job, example=examples.JOB)
CREATED = Answer("The new job, pending.", answers.Job, example=examples.NEW_JOB, headers=REPLAYED)
