"""Translations: asked for, made by the engine with the shipped fake provider, removed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.core.job import JobError
from kopia_desktop.core.languages import target_languages
from kopia_desktop.store.translations import TranslationStore
from tests.api.arranged import STATUSES, install_translator, job_in, translated
from tests.api.conftest import SAID, SECONDS, Api, error_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from kopia_desktop.core.job import Job

NO_JOB = "job_01kb9t3q5wa8v2n4zc6x7m0hde"
NO_TRANSLATION = "trl_01kb9t7y2p4f6h8j0k2m4n6q8s"


def ask(api: Api, job_id: str, *languages: str, **more: object) -> httpx2.Response:
    return api.post(f"/jobs/{job_id}/translations", json={"languages": languages, **more})


def asked(api: Api, job_id: str, *languages: str, **more: object) -> list[dict[str, Any]]:
    answer = ask(api, job_id, *languages, **more)
    assert answer.status_code == 201, answer.text
    assert list(answer.json()) == ["data"]
    made: list[dict[str, Any]] = answer.json()["data"]
    return made


def listed(api: Api, job_id: str) -> list[dict[str, Any]]:
    answer = api.get(f"/jobs/{job_id}/translations")
    assert answer.status_code == 200
    assert list(answer.json()) == ["data"]
    found: list[dict[str, Any]] = answer.json()["data"]
    return found


def refused(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, error_of(answer)


@pytest.mark.contract(
    "translations.create", "translations.list", "translation.shape", "default.formal",
    "translations.formal",
)  # fmt: skip
def test_asked_for_and_listed(api: Api, completed: Callable[..., Job]) -> None:
    for target in ("es", "fr", "de"):
        install_translator(api.app, "en", target)
    job = completed()
    assert listed(api, job.id) == []
    made = asked(api, job.id, "fr", "es")
    assert [one["language"] for one in made] == ["fr", "es"]
    for one in made:
        assert list(one) == [
            "id", "jobId", "language", "formal", "formalApplied", "status", "error",
            "createdAt", "updatedAt",
        ]  # fmt: skip
        assert one["id"].startswith("trl_")
        assert one["jobId"] == job.id
        assert (one["formal"], one["formalApplied"]) == (True, False)
        assert (one["status"], one["error"]) == ("pending", None)
        assert one["createdAt"].endswith("Z")
    informal = asked(api, job.id, "de", formal=False)
    assert informal[0]["formal"] is False
    assert listed(api, job.id) == made + informal
    assert "transcript" not in made[0]


@pytest.mark.contract("translations.languages", "languages.translation")
def test_all_134_targets_are_accepted(api: Api, completed: Callable[..., Job]) -> None:
    codes = list(target_languages())
    assert len(codes) == 134
    for code in codes:
        install_translator(api.app, "en", code)
    job = completed()
    made = asked(api, job.id, *codes)
    assert [one["language"] for one in made] == codes
    assert len({one["id"] for one in made}) == 134


@pytest.mark.contract(
    "translations.languages", "translations.formal", "translation.unknown", "input.types"
)
def test_a_wrong_wish_makes_nothing(api: Api, completed: Callable[..., Job]) -> None:
    install_translator(api.app, "en", "es")
    job = completed()
    wrong: tuple[object, ...] = (
        {}, {"languages": []}, {"languages": "es"}, {"languages": None}, {"languages": [5]},
        {"languages": [None]}, {"languages": ["es", "xx"]}, {"languages": ["xx", "es"]},
        {"languages": ["ES"]}, {"languages": [""]}, {"languages": ["en_uk"]},
        {"languages": ["es"] * 135}, {"languages": ["es"], "formal": "true"},
        {"languages": ["es"], "formal": 1}, {"languages": ["es"], "formal": None},
        {"language": "es"}, ["es"], "es",
    )  # fmt: skip
    for body in wrong:
        answer = api.post(f"/jobs/{job.id}/translations", json=body)
        assert refused(answer) == (400, "VALIDATION_ERROR"), body
    assert refused(api.post(f"/jobs/{job.id}/translations")) == (400, "VALIDATION_ERROR")
    assert listed(api, job.id) == []


@pytest.mark.contract("translation.not-served")
def test_what_no_model_serves_names_what_to_install(
    api: Api, completed: Callable[..., Job]
) -> None:
    install_translator(api.app, "en", "fr")
    install_translator(api.app, "pl", "it")  # from another language: no help
    job = completed()
    answer = ask(api, job.id, "fr", "it")
    assert refused(answer) == (409, "POLICY_VIOLATION")
    message = answer.json()["error"]["message"]
    assert "Italian" in message
    assert "Install" in message
    assert "French" not in message
    assert listed(api, job.id) == []
    for code in target_languages():
        expected = 201 if code in ("fr", "es", "de") else 409  # two by the starter packages
        assert ask(api, job.id, code).status_code == expected, code


@pytest.mark.contract("translations.completed", "status.conflict", "order.existence-state")
def test_only_a_completed_job_is_translated(api: Api) -> None:
    install_translator(api.app, "en", "es")
    for status in STATUSES:
        job_id = job_in(api, status)
        answer = ask(api, job_id, "es")
        if status == "completed":
            assert answer.status_code == 201
        else:
            assert refused(answer) == (409, "POLICY_VIOLATION"), status
            assert listed(api, job_id) == []
    assert refused(ask(api, NO_JOB, "es")) == (404, "NOT_FOUND")
    assert refused(ask(api, NO_JOB, "de")) == (404, "NOT_FOUND")  # before what can be served
    assert refused(api.get(f"/jobs/{NO_JOB}/translations")) == (404, "NOT_FOUND")


@pytest.mark.contract("translation.again")
def test_asked_for_again_it_is_the_same_one(api: Api, completed: Callable[..., Job]) -> None:
    install_translator(api.app, "en", "es")
    install_translator(api.app, "en", "fr")
    job = completed()
    done = translated(api.app, job.id, "es")
    (again,) = asked(api, job.id, "es")
    assert (again["id"], again["status"]) == (done, "completed")
    (informal,) = asked(api, job.id, "es", formal=False)
    assert informal["id"] != done
    both = asked(api, job.id, "fr", "es", "es")
    assert [one["language"] for one in both] == ["fr", "es"]
    assert both[1]["id"] == done
    assert len(listed(api, job.id)) == 3


@pytest.mark.contract("translation.again.failed", "translation.status")
def test_a_failed_one_is_run_again(api: Api, completed: Callable[..., Job]) -> None:
    install_translator(api.app, "en", "es")
    job = completed()
    (made,) = asked(api, job.id, "es")
    store = TranslationStore(api.app.database)
    store.begin(made["id"])
    assert listed(api, job.id)[0]["status"] == "processing"
    store.fail(made["id"], JobError("model_broken", "It is broken.", "Install it again."))
    (failed,) = listed(api, job.id)
    assert failed["status"] == "failed"
    assert failed["error"] == {"code": "model_broken", "message": "It is broken. Install it again."}
    (again,) = asked(api, job.id, "es")
    assert (again["id"], again["status"], again["error"]) == (made["id"], "pending", None)


@pytest.mark.contract("translations.delete", "input.malformed-id")
def test_deleted(api: Api, completed: Callable[..., Job]) -> None:
    job, other = completed(), completed()
    spanish, french = (translated(api.app, job.id, code) for code in ("es", "fr"))
    path = f"/jobs/{job.id}/translations"
    assert refused(api.delete(f"/jobs/{other.id}/translations/{spanish}")) == (404, "NOT_FOUND")
    gone = api.delete(f"{path}/{spanish}")
    assert (gone.status_code, gone.content) == (204, b"")
    assert [one["id"] for one in listed(api, job.id)] == [french]
    for translation_id in (spanish, NO_TRANSLATION, "trl_1", "x", job.id):
        assert refused(api.delete(f"{path}/{translation_id}")) == (404, "NOT_FOUND")
    assert api.get(f"/jobs/{job.id}/transcript", params={"language": "es"}).status_code == 404
    assert api.get(f"/jobs/{job.id}/transcript", params={"language": "fr"}).status_code == 200
    assert refused(api.delete(f"/jobs/{NO_JOB}/translations/{french}")) == (404, "NOT_FOUND")


def ended(api: Api, job_id: str) -> dict[tuple[str, bool], dict[str, Any]]:
    """All translations, by language and formality, once none is under way."""
    deadline = time.monotonic() + SECONDS
    while True:
        found = listed(api, job_id)
        if not any(one["status"] in ("pending", "processing") for one in found):
            return {(one["language"], one["formal"]): one for one in found}
        assert time.monotonic() < deadline, found
        time.sleep(0.02)


@pytest.mark.contract(
    "translation.status", "translation.formal-applied", "translation.again.failed",
    "translations.formal", "translations.create",
)  # fmt: skip
def test_the_engine_translates(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()  # before the engine runs, which would look for its recording
    install_translator(api.app, "en", "es")
    broken = install_translator(api.app, "en", "fr")
    sound = broken.read_text()
    broken.write_text('{"from": "en", "to": "fr", "seconds": "many"}')
    api.app.start_engine()
    asked(api, job.id, "es", "fr")
    asked(api, job.id, "es", formal=False)
    made = ended(api, job.id)
    formal, informal, failed = made["es", True], made["es", False], made["fr", True]
    assert (formal["status"], formal["formalApplied"], formal["error"]) == ("completed", True, None)
    assert (informal["status"], informal["formalApplied"]) == ("completed", False)
    assert (failed["status"], failed["error"]["code"]) == ("failed", "model_broken")

    path = f"/jobs/{job.id}/transcript"
    for one, text in ((formal, f"[es, formal] {SAID}"), (informal, f"[es] {SAID}")):
        read = api.get(path, params={"translationId": one["id"], "format": "text"})
        assert read.json() == {"text": text}

    broken.write_text(sound)
    asked(api, job.id, "fr")
    again = ended(api, job.id)["fr", True]
    assert (again["id"], again["status"], again["error"]) == (failed["id"], "completed", None)
    read = api.get(path, params={"language": "fr", "format": "text"})
    assert read.json() == {"text": f"[fr, formal] {SAID}"}
