"""Jobs as programs make and read them: POST /jobs, GET /jobs/:id."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.core.job import MediaType
from kopia_desktop.core.languages import spoken_languages
from kopia_desktop.core.transcript import Segment, Word
from kopia_desktop.store.work import WorkStore
from tests.api.arranged import MEDIA, MEDIA_URL, STATUSES, begin, fail, job_in
from tests.api.conftest import SAID, Api, complete, error_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopia_desktop.core.job import Job

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")
JOB_ID = re.compile(r"job_[0-9a-hjkmnp-tv-z]{26}")
SECRET = "X-Kopia-Webhook-Secret"
NEW: dict[str, Any] = {
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
    "progress": 0,
    "model": "starter",
    "vocabulary": [],
    "webhookUrl": None,
    "error": None,
    "completedAt": None,
}
"""All fields of a new job but the id and two times."""


def plain(job: dict[str, Any]) -> dict[str, Any]:
    """Without what differs from job to job, which is checked here."""
    assert JOB_ID.fullmatch(job["id"])
    assert MOMENT.fullmatch(job["createdAt"])
    assert MOMENT.fullmatch(job["updatedAt"])
    return {key: job[key] for key in job if key not in ("id", "createdAt", "updatedAt")}


def total(api: Api) -> int:
    count: int = api.get("/jobs").json()["pagination"]["total"]
    return count


@pytest.mark.contract(
    "jobs.create", "jobs.create.optional", "default.language", "default.filler-words", "job.media"
)
def test_a_new_job_without_any_wish(api: Api) -> None:
    bodies: tuple[dict[str, Any], ...] = ({}, {"json": {}})
    for body in bodies:
        made = api.post("/jobs", **body)
        assert made.status_code == 201
        assert plain(made.json()) == NEW
        assert made.json()["createdAt"] == made.json()["updatedAt"]
        assert api.get(f"/jobs/{made.json()['id']}").json() == made.json()


@pytest.mark.contract(
    "jobs.create.language", "jobs.create.filler-words", "jobs.create.webhook-url",
    "jobs.create.secret", "job.language", "job.filler-words", "job.webhook-url", "job.model",
)  # fmt: skip
def test_a_new_job_with_every_wish(api: Api) -> None:
    wishes = {
        "language": "en_uk",
        "removeFillerWords": True,
        "webhookUrl": "http://127.0.0.1:9/done?for=me",
        "model": "starter",
    }
    made = api.post("/jobs", json=wishes, headers={SECRET: "open sesame"})
    assert made.status_code == 201
    assert plain(made.json()) == NEW | wishes
    assert "open sesame" not in made.text
    assert api.get(f"/jobs/{made.json()['id']}").json() == made.json()


@pytest.mark.contract("languages.transcription", "jobs.create.language")
def test_all_103_transcription_codes_are_accepted(api: Api) -> None:
    codes = list(spoken_languages())
    assert len(codes) == 103
    for code in codes:
        made = api.post("/jobs", json={"language": code})
        assert (made.status_code, made.json().get("language")) == (201, code)
    for code in ("EN", "xx", "english", "", "en-UK", " en"):
        refused = api.post("/jobs", json={"language": code})
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), code
    assert total(api) == 103


WRONG: tuple[object, ...] = (
    {"language": 5}, {"language": None}, {"language": ["en"]}, {"language": "tlh"},
    {"removeFillerWords": "true"}, {"removeFillerWords": 1}, {"removeFillerWords": None},
    {"webhookUrl": 5}, {"webhookUrl": None}, {"webhookUrl": ""}, {"webhookUrl": "ftp://a.example/"},
    {"webhookUrl": "not a url"}, {"webhookUrl": "http://user:pass@a.example/"},
    {"webhookUrl": "http://a.example/" + "x" * 3000}, [], [{}], "text", 5, True,
    {"vocabulary": "Kopia"}, {"vocabulary": None}, {"vocabulary": {"term": "Kopia"}},
    {"vocabulary": [5]}, {"vocabulary": [None]}, {"vocabulary": [["Kopia"]]}, {"vocabulary": [""]},
    {"vocabulary": [{}]}, {"vocabulary": [{"term": 5}]}, {"vocabulary": [{"term": ""}]},
    {"vocabulary": [{"term": "Kopia", "heard": "copia"}]}, {"vocabulary": ["..."]},
    {"vocabulary": [{"term": "Kopia", "heard": [1]}]}, {"vocabulary": [{"heard": ["copia"]}]},
    {"vocabulary": [{"term": "Kopia", "heard": None}]}, {"vocabulary": ["a = b"]},
    {"vocabulary": [{"term": "a", "heard": ["c"]}, {"term": "b", "heard": ["C"]}]},
    {"vocabulary": ["x" * 101]}, {"vocabulary": [f"term {n}" for n in range(501)]},
)  # fmt: skip


@pytest.mark.contract("vocabulary")
def test_a_vocabulary_is_kept_with_the_job(api: Api) -> None:
    given = ["Ngozi  Adichie", {"term": "Kopia", "heard": ["copia", "co pia, copya"], "x": 1}]
    kept = [
        {"term": "Ngozi Adichie", "heard": []},
        {"term": "Kopia", "heard": ["copia", "co pia", "copya"]},
    ]
    made = api.post("/jobs", json={"vocabulary": given})
    assert (made.status_code, made.json()["vocabulary"]) == (201, kept)
    again = api.post("/jobs", json={"vocabulary": kept})
    assert again.json()["vocabulary"] == kept, "what is answered can be given"
    assert api.get(f"/jobs/{made.json()['id']}").json() == made.json()
    assert api.get("/jobs").json()["data"][1] == made.json()
    assert api.new_job(vocabulary=[])
    refused = api.post("/jobs", json={"vocabulary": ["Ana", "?!"]})
    assert "Term 2 of the vocabulary: “?!” holds no letter" in refused.json()["error"]["message"]


@pytest.mark.contract("input.types", "input.choices", "status.validation", "vocabulary.types")
def test_a_wish_of_a_wrong_type_makes_no_job(api: Api) -> None:
    for body in WRONG:
        refused = api.post("/jobs", json=body)
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), body
    for content in (b"{", b"{'a': 1}", b"\xff\xfe", b'{"language": "en"', b"[" * 100_000, b"null"):
        refused = api.post("/jobs", content=content, headers={"Content-Type": "application/json"})
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), content[:20]
    assert total(api) == 0


@pytest.mark.contract("jobs.create.secret")
def test_a_secret_that_cannot_be_sent_makes_no_job(api: Api) -> None:
    sent: tuple[list[tuple[str, str]], ...] = (
        [(SECRET, "")],
        [(SECRET, "x" * 513)],
        [(SECRET, "schl\u00fcssel")],
        [(SECRET, "one"), (SECRET, "two")],
    )
    for headers in sent:
        encoded = [(name, value.encode("latin-1")) for name, value in headers]
        refused = api.post("/jobs", json={"webhookUrl": "http://a.example/"}, headers=encoded)
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), headers
    assert total(api) == 0


@pytest.mark.contract("input.unknown")
def test_what_is_unknown_is_ignored(api: Api) -> None:
    body = {"language": "en", "Language": 5, "nonsense": {"deep": [1, None]}, "status": "completed"}
    made = api.post("/jobs", json=body, params={"language": "es", "foo": "bar"})
    assert made.status_code == 201
    assert plain(made.json()) == NEW | {"language": "en"}
    listed = api.get("/jobs", params={"foo": "bar", "Limit": "0", "created": "x"})
    assert (listed.status_code, listed.json()["pagination"]["total"]) == (200, 1)
    job_id = made.json()["id"]
    assert api.get(f"/jobs/{job_id}", params={"foo": "bar"}).status_code == 200
    complete_with = {"language": "en", "foo": "bar", "Format": "xml"}
    assert api.get(f"/jobs/{job_id}/transcript", params=complete_with).status_code == 409


@pytest.mark.contract("job.id")
def test_ids_are_unique_and_sort_by_time(api: Api) -> None:
    ids = []
    for _ in range(8):
        ids.append(api.new_job())
        time.sleep(0.002)
    assert all(JOB_ID.fullmatch(each) for each in ids)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == ids


@pytest.mark.contract("input.malformed-id", "status.not-found")
def test_an_id_that_is_none_is_not_found(api: Api) -> None:
    real = api.new_job()
    wrong = (
        "job_", "job_1", "1", "null", real.upper(), real[:-1], f"{real}0",
        real.replace("job", "trl"), f"{real} ", "job_" + "u" * 26, "%00", "job_%F0%9F%8E%99",
        "x" * 2000, "..%2F..%2Fetc",
    )  # fmt: skip
    for job_id in (*wrong, "job_01kb9t3q5wa8v2n4zc6x7m0hde"):
        for tail in ("", "/transcript", "/translations", "/subtitles", "/webhook"):
            missing = api.get(f"/jobs/{job_id}{tail}")
            assert (missing.status_code, error_of(missing)) == (404, "NOT_FOUND"), job_id
        assert api.delete(f"/jobs/{job_id}").status_code == 404
        assert api.upload(job_id, MEDIA).status_code == 404
    assert api.get(f"/jobs/{real}").status_code == 200


@pytest.mark.contract("jobs.read", "job.status", "job.media", "job.transcript")
def test_a_job_shows_its_status_and_media(api: Api) -> None:
    for status in STATUSES:
        job_id = job_in(api, status)
        read = api.get(f"/jobs/{job_id}")
        job = read.json()
        assert (read.status_code, job["id"], job["status"]) == (200, job_id, status)
        assert ("transcript" in job) == (status == "completed")
        fetched = status == "uploaded"
        assert job["mediaUrl"] == (MEDIA_URL if fetched else None)
        assert job["fileName"] == ("talk.flac" if fetched else None)
        assert job["sizeBytes"] == (None if status == "pending" else len(MEDIA))
        assert job["contentType"] == (None if status in ("pending", "uploaded") else "audio/flac")


@pytest.mark.contract("job.type", "job.duration")
def test_the_type_is_known_once_the_media_was_opened(api: Api) -> None:
    for kind in MediaType:
        job_id = job_in(api, "queued")
        job = api.get(f"/jobs/{job_id}").json()
        assert (job["type"], job["durationSeconds"]) == (None, None)
        begin(api.app, job_id, kind)
        job = api.get(f"/jobs/{job_id}").json()
        assert (job["type"], job["durationSeconds"]) == (kind.value, 20.0)


@pytest.mark.contract("job.progress", "job.language")
def test_progress_is_the_part_that_is_recognised(api: Api) -> None:
    job_id = api.new_job()
    api.upload(job_id, MEDIA)
    begin(api.app, job_id)
    work = WorkStore(api.app.database)
    work.set_language(job_id, "es", 0.98)
    segment = Segment(0, 0.0, 1.0, "Uno", (Word("Uno", 0.0, 1.0, 0.9),))
    seen = [api.get(f"/jobs/{job_id}").json()["progress"]]
    for index in range(2):
        work.save_result(
            job_id, index, [segment], language="es", device="cpu", model_hash="", parameters={}
        )
        seen.append(api.get(f"/jobs/{job_id}").json()["progress"])
    work.finish_preparation(job_id, duration=20.0, sha256="00")
    done = api.get(f"/jobs/{job_id}").json()
    assert (seen[0], seen[1], done["progress"]) == (0, 0.5, 1)
    assert 0.5 <= seen[2] <= 1
    assert (done["language"], done["detectedLanguage"]) == ("auto", "es")
    assert done["transcript"]["language"] == "es"


@pytest.mark.contract("job.error")
def test_a_failed_job_says_why(api: Api) -> None:
    job_id = job_in(api, "processing")
    assert api.get(f"/jobs/{job_id}").json()["error"] is None
    fail(api.app, job_id)
    error = api.get(f"/jobs/{job_id}").json()["error"]
    assert error == {
        "code": "media_damaged",
        "message": "Nothing in it can be decoded. Copy it again.",
    }


@pytest.mark.contract("job.times")
def test_times_are_utc_with_milliseconds(api: Api) -> None:
    before = time.time()
    job_id = job_in(api, "processing")
    working = api.get(f"/jobs/{job_id}").json()
    assert working["completedAt"] is None
    complete_rest(api, job_id)
    done = api.get(f"/jobs/{job_id}").json()
    for moment in (done["createdAt"], done["updatedAt"], done["completedAt"]):
        assert MOMENT.fullmatch(moment)
    assert done["createdAt"] == working["createdAt"]
    assert done["createdAt"] < done["completedAt"] <= done["updatedAt"]
    assert done["createdAt"][:16] in {
        time.strftime("%Y-%m-%dT%H:%M", time.gmtime(each)) for each in (before, time.time())
    }


def complete_rest(api: Api, job_id: str) -> None:
    work = WorkStore(api.app.database)
    work.finish_preparation(job_id, duration=20.0, sha256="00")
    for index in range(2):
        work.save_result(
            job_id, index, [], language="en", device="cpu", model_hash="", parameters={}
        )


@pytest.mark.contract("jobs.read.transcript", "job.transcript")
def test_a_completed_job_comes_with_its_transcript(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    read = api.get(f"/jobs/{job.id}").json()
    assert read["transcript"] == api.get(f"/jobs/{job.id}/transcript").json()
    assert read["transcript"]["text"] == SAID
    listed = api.get("/jobs").json()["data"][0]
    assert read == listed | {"transcript": read["transcript"]}
    assert "transcript" not in listed
    assert (read["fileName"], read["sizeBytes"], read["durationSeconds"]) == ("Talk.wav", 4, 10.0)


@pytest.mark.contract("job.no-secret")
def test_the_secret_is_in_no_answer(api: Api) -> None:
    secret, headers = "n0-one-may-see-this", {SECRET: "n0-one-may-see-this"}
    made = api.post(
        "/jobs",
        json={"webhookUrl": "http://127.0.0.1:9/"},
        headers=headers | {"Idempotency-Key": "k"},
    )
    job_id = made.json()["id"]
    answers = [
        made,
        api.post(
            "/jobs",
            json={"webhookUrl": "http://127.0.0.1:9/"},
            headers=headers | {"Idempotency-Key": "k"},
        ),
        api.post(
            "/jobs/from-url",
            json={"mediaUrl": MEDIA_URL, "webhookUrl": "http://127.0.0.1:9/"},
            headers=headers,
        ),
        api.get("/jobs"),
        api.get(f"/jobs/{job_id}"),
        api.upload(job_id, MEDIA),
        api.post(f"/jobs/{job_id}/cancel"),
        api.post(f"/jobs/{job_id}/retry"),
    ]
    complete(api.app, job_id)
    answers += [
        api.get(f"/jobs/{job_id}"),
        api.get(f"/jobs/{job_id}/webhook"),
        api.post(f"/jobs/{job_id}/webhook", headers=headers),
        api.get(f"/jobs/{job_id}/events"),
        api.post("/jobs", json={"webhookUrl": 5}, headers=headers),
    ]
    assert [answer.status_code for answer in answers] == [
        201, 201, 201, 200, 200, 200, 200, 200, 200, 200, 202, 200, 400,
    ]  # fmt: skip
    for answer in answers:
        assert secret not in answer.text
        assert secret not in str(answer.headers)
