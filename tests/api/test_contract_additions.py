"""What the cloud does not have: subtitles, languages, models, stop and run again, the docs page."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from kopia_desktop.core.languages import spoken_languages, target_languages
from kopia_desktop.core.paths import resource
from kopia_desktop.core.transcript import Segment, Word
from kopia_desktop.store.work import WorkStore
from tests.api.arranged import STATUSES, begin, install_translator, job_in, translated
from tests.api.conftest import SAID, Api, error_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import httpx2

    from kopia_desktop.core.job import Job

NO_JOB = "job_01kb9t3q5wa8v2n4zc6x7m0hde"
LONG = (
    "Yesterday the committee met in the old harbour office, and after a long discussion, which"
    " nobody had expected, it decided to settle the budget for the coming year. Everybody agreed."
)


def said(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, error_of(answer)


# Subtitles


@pytest.mark.contract("subtitles.srt", "subtitles.vtt")
def test_subtitle_files(api: Api, completed: Callable[..., Job]) -> None:
    job = completed("The budget was settled.")
    path = f"/jobs/{job.id}/subtitles"
    srt = api.get(path, params={"format": "srt"})
    assert srt.headers["content-type"] == "application/x-subrip; charset=utf-8"
    assert srt.text.startswith("1\r\n00:00:00,000 --> 00:00:02,000\r\nThe budget was settled.\r\n")
    assert api.get(path).content == srt.content
    vtt = api.get(path, params={"format": "vtt"})
    assert vtt.headers["content-type"] == "text/vtt; charset=utf-8"
    assert vtt.text == "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nThe budget was settled.\n"
    for unknown in ("ass", "json", "SRT", ""):
        assert said(api.get(path, params={"format": unknown})) == (400, "VALIDATION_ERROR")


@pytest.mark.contract("subtitles.cues")
def test_cues_follow_the_rules(api: Api, completed: Callable[..., Job]) -> None:
    job = completed(LONG)
    vtt = api.get(f"/jobs/{job.id}/subtitles", params={"format": "vtt"}).text
    cues = [cue.splitlines() for cue in vtt.strip().split("\n\n")[1:]]
    assert len(cues) >= 3
    clock = r"00:00:(\d\d\.\d{3})"
    ended = 0.0
    for times, *lines in cues:
        assert len(lines) <= 2
        assert all(len(line) <= 42 for line in lines)
        found = re.fullmatch(rf"{clock} --> {clock}", times)
        assert found is not None
        start, end = float(found[1]), float(found[2])
        assert start >= ended
        assert 0.8 <= end - start <= 7.0
        ended = end
    shown = [line for _, *lines in cues for line in lines]
    assert " ".join(shown) == LONG
    assert max(map(len, shown)) > 24  # and the room that a line has is used


@pytest.mark.contract("subtitles.language", "subtitles.translation-id")
def test_subtitles_of_a_translation(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    spanish = translated(api.app, job.id, "es")
    path = f"/jobs/{job.id}/subtitles"
    by_language = api.get(path, params={"language": "es"})
    by_id = api.get(path, params={"translationId": spanish, "format": "srt"})
    assert "[es] The budget" in by_language.text
    assert by_id.content == by_language.content
    assert "[es]" not in api.get(path, params={"language": "en"}).text
    both = {"language": "es", "translationId": spanish}
    assert said(api.get(path, params=both)) == (400, "VALIDATION_ERROR")
    assert said(api.get(path, params={"language": "de"})) == (404, "NOT_FOUND")
    assert said(api.get(path, params={"translationId": "trl_1"})) == (404, "NOT_FOUND")


@pytest.mark.contract("subtitles.srt")
def test_subtitles_that_there_are_not_yet(api: Api) -> None:
    for status in set(STATUSES) - {"completed"}:
        path = f"/jobs/{job_in(api, status)}/subtitles"
        assert said(api.get(path)) == (409, "POLICY_VIOLATION"), status
    assert said(api.get(f"/jobs/{NO_JOB}/subtitles")) == (404, "NOT_FOUND")


# Stop and run again


@pytest.mark.contract("cancel", "job.error")
def test_stopped_in_every_unfinished_status(api: Api) -> None:
    for status in STATUSES:
        job_id = job_in(api, status)
        answer = api.post(f"/jobs/{job_id}/cancel")
        if status in ("completed", "failed"):
            assert said(answer) == (409, "POLICY_VIOLATION"), status
            assert api.get(f"/jobs/{job_id}").json()["status"] == status
            continue
        assert answer.status_code == 200
        assert (answer.json()["status"], answer.json()["error"]["code"]) == ("failed", "cancelled")
        assert api.get(f"/jobs/{job_id}").json() == answer.json()
        assert said(api.post(f"/jobs/{job_id}/cancel")) == (409, "POLICY_VIOLATION")
    assert said(api.post(f"/jobs/{NO_JOB}/cancel")) == (404, "NOT_FOUND")


@pytest.mark.contract("retry")
def test_only_a_failed_job_is_run_again(api: Api) -> None:
    for status in STATUSES:
        job_id = job_in(api, status)
        answer = api.post(f"/jobs/{job_id}/retry")
        if status == "failed":
            assert answer.status_code == 200
            assert (answer.json()["status"], answer.json()["error"]) == ("queued", None)
        else:
            assert said(answer) == (409, "POLICY_VIOLATION"), status
    assert said(api.post(f"/jobs/{NO_JOB}/retry")) == (404, "NOT_FOUND")
    stopped = api.new_job()
    api.post(f"/jobs/{stopped}/cancel")
    assert api.post(f"/jobs/{stopped}/retry").json()["status"] == "pending"  # no media yet
    assert api.upload(stopped, b"media").status_code == 200


@pytest.mark.contract("retry.kept", "cancel")
def test_run_again_from_the_last_finished_section(api: Api) -> None:
    job_id = job_in(api, "queued")
    begin(api.app, job_id)
    work = WorkStore(api.app.database)
    segment = Segment(0, 0.0, 1.0, "One", (Word("One", 0.0, 1.0, 0.9),))
    work.save_result(
        job_id, 0, [segment], language="en", device="cpu", model_hash="", parameters={}
    )
    assert api.post(f"/jobs/{job_id}/cancel").json()["progress"] == 0.5
    again = api.post(f"/jobs/{job_id}/retry").json()
    assert (again["status"], again["progress"]) == ("queued", 0.5)
    assert work.waiting_sections(job_id) == frozenset({1})
    assert api.app.transcripts.read(job_id).text == "One"


# Languages and models


@pytest.mark.contract("languages.list", "languages.order")
def test_every_language_with_what_serves_it(api: Api) -> None:
    table = json.loads(resource("languages.json").read_text("utf-8"))
    install_translator(api.app, "en", "es")
    install_translator(api.app, "de", "yue")
    listed = api.get("/languages").json()
    assert list(listed) == ["transcription", "translation"]
    for kind, count in (("transcription", 103), ("translation", 134)):
        assert len(listed[kind]) == count
        assert [(one["code"], one["name"]) for one in listed[kind]] == [
            (row["code"], row["name"]) for row in table[kind]
        ]
        for one in listed[kind]:
            assert list(one)[:4] == ["code", "name", "engine", "installed"]
    spoken = {one["code"]: one for one in listed["transcription"]}
    assert list(spoken) == list(spoken_languages())
    assert (spoken["en"]["engine"], spoken["en"]["installed"]) == ("whisper", True)
    assert (spoken["auto"]["engine"], spoken["auto"]["installed"]) == (None, True)
    assert (spoken["de"]["engine"], spoken["de"]["installed"]) == ("whisper", False)
    targets = {one["code"]: one for one in listed["translation"]}
    assert list(targets) == list(target_languages())
    installed = [code for code, one in targets.items() if one["installed"]]
    assert installed == ["en", "es", "de", "yue"], "two were added, two came with the program"
    assert [code for code in installed if targets[code]["starter"]] == ["en", "de"]
    assert (targets["fr"]["engine"], targets["lzh"]["engine"]) == ("argos", None)
    assert {one["engine"] for one in targets.values()} == {"fake", "argos", "madlad400", None}
    assert targets["yue"]["path"] == ["de", "yue"]
    assert all(bool(one["reason"]) != one["installed"] for one in targets.values())


@pytest.fixture
def added_model(api: Api, starter_model: Path) -> str:
    """A second model, as a person adds it."""
    folder = api.app.data.models / "small.en"
    folder.mkdir(parents=True)
    for path in starter_model.iterdir():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    return folder.name


@pytest.mark.contract("models.list", "models.get", "models.remove", "job.model")
def test_models(api: Api, added_model: str) -> None:
    listed = api.get("/models").json()
    starter, added = listed["data"]
    assert (starter["name"], starter["embedded"], starter["isDefault"]) == ("starter", True, True)
    assert (added["name"], added["embedded"], added["isDefault"]) == (added_model, False, False)
    assert added["sizeBytes"] == starter["sizeBytes"] > 1_000_000
    others = {one["name"]: one for one in listed["available"]}
    assert {"tiny", "large-v3", "madlad400-3b"} < others.keys()
    assert added_model not in others
    assert {one["state"] for one in others.values()} == {"downloadable"}
    assert sum(one["recommended"] for one in others.values()) == 1
    made = api.post("/jobs", json={"model": added_model})
    assert (made.status_code, made.json()["model"]) == (201, added_model)
    assert api.post(f"/models/{added_model}").json() == added  # it is there already
    assert said(api.post("/models/large-v9")) == (409, "POLICY_VIOLATION")
    assert said(api.post("/jobs", json={"model": "large-v9"})) == (409, "POLICY_VIOLATION")

    assert said(api.delete("/models/starter")) == (409, "POLICY_VIOLATION")
    assert said(api.delete("/models/large-v9")) == (404, "NOT_FOUND")
    assert api.delete(f"/models/{added_model}").status_code == 204
    assert [one["name"] for one in api.get("/models").json()["data"]] == ["starter"]
    assert not (api.app.data.models / added_model).exists()
    for name in ("..", "%2e%2e", "..%2Fkeys", ".hidden", "%00"):
        assert said(api.delete(f"/models/{name}"))[0] in (404, 405), name
    assert api.app.data.api_key.is_file()


# The server's own papers


@pytest.mark.contract("docs", "healthz")
def test_the_page_loads_nothing(api: Api) -> None:
    assert api.client.get("/healthz").json() == {"status": "ok"}
    page = api.client.get("/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert not re.search(r"<(script|link|img|iframe|object|embed|audio|video)\b", page.text)
    assert not re.search(r"@import|url\(|\bsrc=|\bon\w+=", page.text)
    for method, path in operations(api):
        assert f"<span class=method>{method}</span> <code>{path}</code>" in page.text
    assert api.base in page.text
    assert SAID not in page.text


def operations(api: Api) -> list[tuple[str, str]]:
    paths = api.get("/openapi.json").json()["paths"]
    return [
        (method.upper(), path)
        for path, methods in paths.items()
        for method in methods
        if method != "head"
    ]
