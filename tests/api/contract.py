"""The API's contract as a list: each row and each settled rule, and the tests that cover it.

A test says what it covers with ``@pytest.mark.contract("id", ...)``. Run
``python -m tests.api.contract`` for the whole table.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Rule:
    """One checkable statement: its place in the contract, its stable id, what it says."""

    place: str
    id: str
    text: str


# One rule a line: the id, then the rule in few words.
_PLACES = {
    "Bases and authentication": """
        base.core                    the core API stands at http://127.0.0.1:PORT/api/v1
        base.upload                  uploads go to http://127.0.0.1:PORT/v1/jobs/:id/upload
        base.upload.core             uploads are taken at /api/v1/jobs/:id/upload too
        base.openapi                 the OpenAPI document stands at /api/v1/openapi.json
        base.port                    the default port is 8756
        base.loopback                bound to 127.0.0.1, never to all interfaces
        base.ipv6                    bound to ::1 when asked
        auth.bearer                  every request needs Authorization: Bearer KEY
        auth.open                    only /healthz, /docs and openapi.json need no key
        auth.open.no-data            what is open holds no data
        """,
    "Endpoints (documented)": """
        jobs.create                  POST /jobs: 201, a job that is pending
        jobs.create.optional         POST /jobs: all of its JSON is optional
        jobs.create.language         POST /jobs: language
        jobs.create.filler-words     POST /jobs: removeFillerWords, a bool
        jobs.create.webhook-url      POST /jobs: webhookUrl
        jobs.create.secret           POST /jobs: header X-Kopia-Webhook-Secret
        from-url.create              POST /jobs/from-url: 201, a job
        from-url.media-url           POST /jobs/from-url: mediaUrl is required, public HTTPS
        from-url.optional            POST /jobs/from-url: the same optional fields and header
        from-url.fetched             from-url: fetched and transcribed without another call
        jobs.list                    GET /jobs: 200, a page
        jobs.list.offset             GET /jobs: offset, default 0
        jobs.list.limit              GET /jobs: limit, default 50, at most 100
        jobs.list.status             GET /jobs: status, one of the six
        jobs.list.type               GET /jobs: type, audio or video
        jobs.list.created-from       GET /jobs: createdFrom, ISO 8601
        jobs.list.created-to         GET /jobs: createdTo, ISO 8601
        jobs.list.sort               GET /jobs: sort by createdAt (default) or updatedAt
        jobs.list.order              GET /jobs: order asc or desc (default)
        jobs.read                    GET /jobs/:id: 200, the job with status and metadata
        jobs.read.transcript         GET /jobs/:id: once completed, with the transcript
        jobs.delete                  DELETE /jobs/:id: 204, the job is gone
        jobs.delete.media            DELETE /jobs/:id: stored media is gone
        jobs.delete.transcript       DELETE /jobs/:id: the transcript is gone
        jobs.delete.translations     DELETE /jobs/:id: translations are gone
        upload.post                  POST .../upload takes the media
        upload.put                   PUT .../upload takes the media
        upload.body                  upload: the raw bytes of the body are the media
        upload.content-type          upload: Content-Type is required
        upload.streamed              upload: streamed to disk as it comes
        upload.content-length        upload: with Content-Length
        upload.chunked               upload: chunked
        upload.success               upload: 200, the job is queued
        translations.list            GET /jobs/:id/translations: 200, a list
        translations.create          POST /jobs/:id/translations: 201, a list
        translations.languages       POST /jobs/:id/translations: languages, 1 to 134 codes
        translations.formal          POST /jobs/:id/translations: formal, a bool
        translations.completed       POST /jobs/:id/translations: the job must be completed
        translations.delete          DELETE /jobs/:id/translations/:translationId: 204
        transcript.read              GET /jobs/:id/transcript: 200
        transcript.format            transcript: format json (default) or text
        transcript.language          transcript: language selects
        transcript.translation-id    transcript: translationId selects
        transcript.never-both        transcript: language and translationId never together
        webhook.post                 webhook: POST {"jobId"} when the job is completed
        webhook.secret               webhook: X-Kopia-Webhook-Secret with the secret given
        """,
    "Errors": """
        errors.envelope              always {"error": {"message", "code"}}
        errors.codes                 one of the five codes, never another
        languages.transcription      the 103 transcription codes are accepted
        languages.translation        the 134 translation targets are accepted
        languages.order              both lists keep the contract's order and names
        """,
    "Settled here": """
        status.unauthorized          UNAUTHORIZED is 401 with WWW-Authenticate: Bearer
        status.validation            VALIDATION_ERROR is 400
        status.method                VALIDATION_ERROR is 405 with Allow for a wrong method
        status.media-type            VALIDATION_ERROR is 415 for a wrong type of body
        status.not-found             NOT_FOUND is 404
        status.conflict              POLICY_VIOLATION is 409
        status.host                  POLICY_VIOLATION is 403 for a refused Host
        status.origin                POLICY_VIOLATION is 403 for a refused Origin
        status.too-large             POLICY_VIOLATION is 413 for too many bytes
        status.too-many              POLICY_VIOLATION is 429 with Retry-After
        status.internal              INTERNAL_ERROR is 500
        status.disk-full             INTERNAL_ERROR is 507 when the disk is full
        order.host-origin            the host is checked before the origin
        order.origin-key             the origin is checked before the key
        order.key-route              the key is checked before the route
        order.route-body             the route is checked before the body
        order.body-existence         the body is checked before existence
        order.existence-state        existence is checked before the state
        errors.framework             the framework's own 404 and 405 wear the envelope
        errors.parser                the HTTP parser's own 400 wears the envelope
        job.id                       id: job_ and something unique that sorts by time
        job.status                   status: the six
        job.type                     type: audio or video, null until probed
        job.type.cover               cover art makes no video
        job.language                 language and detectedLanguage
        job.filler-words             removeFillerWords
        job.media                    mediaUrl, fileName, contentType, sizeBytes
        job.duration                 durationSeconds
        job.progress                 progress, 0 to 1
        job.model                    model
        job.webhook-url              webhookUrl
        job.error                    error: code and message, or null
        job.times                    createdAt, updatedAt, completedAt: UTC, milliseconds, Z
        job.transcript               transcript in GET /jobs/:id of a completed job only
        job.no-secret                the webhook secret is never returned
        page.shape                   page: data and pagination (offset, limit, total, hasMore)
        page.ties                    ties are broken by id
        page.limit                   limit over 100 is 400
        page.bounds                  date bounds are inclusive
        page.utc                     a time without zone is UTC
        input.unknown                unknown query and body fields are ignored
        input.types                  wrong types are 400
        input.choices                unknown enum values are 400
        input.malformed-id           a malformed id is 404
        default.language             language defaults to auto
        default.filler-words         removeFillerWords defaults to false
        default.formal               formal defaults to true
        spelling.en                  en leaves the spelling as recognised
        spelling.en_us               en_us normalises spelling
        spelling.en_uk               en_uk normalises spelling
        spelling.en_au               en_au normalises spelling
        spelling.vocabulary          vocabulary is not changed
        spelling.context             words whose spelling depends on the context are left alone
        transcript.shape             transcript: its keys, segments' keys, words' keys
        transcript.seconds           times are seconds as numbers
        transcript.text              format=text: {"text"}
        transcript.not-ready         not ready: 409
        transcript.no-such-language  a language without transcript or translation: 404
        transcript.both              both selectors: 400
        transcript.match.exact       codes match exactly first
        transcript.match.case        then without case
        transcript.match.base        then by the original's base: en finds en_uk
        translation.shape            translation: its keys; id is trl_...
        translation.status           status: pending, processing, completed, failed
        translation.formal-applied   formalApplied: whether it made a difference
        translation.unknown          an unknown code: 400, and nothing is created
        translation.not-served       a known code that nothing serves: 409, naming what to install
        translation.again            the same language and formality again: the existing one
        translation.again.failed     the existing one is run again if it failed
        upload.second                a second upload: 409
        upload.two-at-once           of two uploads at once one wins
        upload.truncated             a truncated upload: pending, nothing left on disk
        upload.empty                 an empty upload: 400
        upload.no-audio              no decodable audio: failed, with an error that says so
        delete.processing            DELETE while processing: 204 at once
        delete.stops                 DELETE while processing: work stops within 1 s
        delete.no-return             no late result brings the job back
        delete.again                 DELETE again: 404
        from-url.statuses            pending (fetching), then uploaded, then queued
        from-url.https               https and port 443 only
        from-url.addresses           every resolved address is public
        from-url.redirects           at most 5 redirects, each checked again
        from-url.size                bounded in size
        from-url.time                bounded in time
        webhook.counts               2xx within 10 s counts
        webhook.retry                else retried with backoff and jitter, 10 attempts in a day
        webhook.restart              retried across restarts
        webhook.redirects            redirects are never followed
        webhook.local                loopback and LAN targets are allowed
        webhook.refused              link-local, metadata and our own port are refused
        webhook.headers              webhook-id (the same in retries) and webhook-timestamp
        webhook.erased               the secret is erased after the last attempt
        head                         HEAD answers as GET
        cors                         no CORS headers
        slashes                      no redirects for slashes
        """,
    "Additions": """
        subtitles.srt                GET /jobs/:id/subtitles?format=srt
        subtitles.vtt                GET /jobs/:id/subtitles?format=vtt
        subtitles.language           subtitles: language selects
        subtitles.translation-id     subtitles: translationId selects
        subtitles.cues               subtitles: cues laid out by the rules
        events.job                   GET /jobs/:id/events: server-sent events
        events.all                   GET /events: server-sent events
        events.status                events: status
        events.progress              events: progress
        events.segments              events: segments as they are recognised
        cancel                       POST /jobs/:id/cancel stops the job
        retry                        POST /jobs/:id/retry runs it again
        retry.kept                   retry goes on from the last finished section
        vocabulary                   POST /jobs: vocabulary, strings or {term, heard}; in the job
        vocabulary.types             a vocabulary of a wrong type or with wrong terms: 400
        vocabulary.view              what was heard is replaced in transcript, text, subtitles
        openai.prompt                POST /v1/audio/transcriptions: prompt, terms to listen for
        languages.list               GET /languages: every code, its engine, whether installed
        models.list                  GET /models: installed, available, on their way
        models.get                   POST /models/:name: 200 is here, 202 comes, 409 cannot
        models.remove                DELETE /models/:name
        openai.json                  POST /v1/audio/transcriptions: json
        openai.text                  POST /v1/audio/transcriptions: text
        openai.srt                   POST /v1/audio/transcriptions: srt
        openai.verbose-json          POST /v1/audio/transcriptions: verbose_json
        openai.vtt                   POST /v1/audio/transcriptions: vtt
        openai.granularities         POST /v1/audio/transcriptions: timestamp_granularities[]
        openai.stream                POST /v1/audio/transcriptions: stream
        openai.models                GET /v1/models
        idempotency.same             Idempotency-Key: the same key and body, the same answer
        idempotency.other            Idempotency-Key: another body is 400
        healthz                      GET /healthz: liveness without data
        docs                         GET /docs: the reference page, offline
        webhook.log                  GET /jobs/:id/webhook: how it was delivered
        webhook.resend               POST /jobs/:id/webhook: send it again, with the same id
        tus.announce                 POST .../upload/resumable begins an upload in parts
        tus.offset                   HEAD .../upload/resumable tells where it goes on
        tus.append                   PATCH .../upload/resumable takes a part; the last one queues
        tus.discard                  DELETE .../upload/resumable forgets it
        """,
    "Command line": """
        serve                        engine and API without a window
        serve.host                   --host: 127.0.0.1, or ::1; all else is bad usage
        serve.port                   --port, and 0 for a free one
        serve.port.busy              a busy port is an error that names it
        serve.data-dir               --data-dir
        serve.ready                  one JSON line: apiUrl, uploadUrl, apiKeyFile, pid
        serve.sigterm                SIGTERM: a clean stop
        serve.ctrl-c                 Ctrl-C: a clean stop
        serve.kept                   work is kept, and goes on at the next start
        api-key.show                 api-key show prints the key
        api-key.rotate               api-key rotate: the new key counts at once, the old one ends
        env.data-dir                 KOPIA_DATA_DIR
        env.api-key                  KOPIA_API_KEY is the key, and no file is made
        env.key-file                 else a 256-bit key in a 0600 file
        """,
}


def _read() -> Iterator[Rule]:
    for place, lines in _PLACES.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            name, text = line.split(maxsplit=1)
            yield Rule(place, name, text)


RULES: tuple[Rule, ...] = tuple(_read())


def markers(root: Path = TESTS) -> dict[str, list[str]]:
    """For each id that a marker names, the tests that carry it: ``file::function``."""
    found: dict[str, list[str]] = {}
    for path in sorted(root.rglob("test_*.py")):
        text = path.read_text("utf-8")
        if "mark.contract" not in text:
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                for name in _marked(node):
                    tests = found.setdefault(name, [])
                    tests.append(f"{path.relative_to(root).as_posix()}::{node.name}")
    return found


def _marked(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> list[str]:
    """The ids on a test: in its decorators, also those of single parameters."""
    names: list[str] = []
    for decorator in node.decorator_list:
        for call in ast.walk(decorator):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.contract":
                names += [ast.literal_eval(argument) for argument in call.args]
    return list(dict.fromkeys(names))


def table() -> Iterator[str]:
    """The contract's rules in order, each with its tests below it."""
    covered = markers()
    place = ""
    for rule in RULES:
        if rule.place != place:
            place = rule.place
            yield f"\n## {place}\n"
        tests = covered.get(rule.id, [])
        yield f"{rule.id:<30} {rule.text}"
        yield from (f"{'':<30}   {test}" for test in tests or ["-- no test --"])
    missing = [rule.id for rule in RULES if rule.id not in covered]
    yield f"\n{len(RULES)} rules, {len(RULES) - len(missing)} with a test"


def main() -> None:
    sys.stdout.write("\n".join(table()) + "\n")


if __name__ == "__main__":
    main()
