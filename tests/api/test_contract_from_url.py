"""POST /jobs/from-url: judged when it is made, fetched from a TLS server, transcribed by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.app import App
from kopia_desktop.core.events import Event, JobAdded, JobChanged
from kopia_desktop.errands.download import FetchLimits
from kopia_desktop.errands.errands import Errands
from tests.api.arranged import sql, wait
from tests.api.conftest import Api, error_of
from tests.errands.outside import Outside

if TYPE_CHECKING:
    from tests.errands.outside import Handler

URL = "https://media.example.com/talks/caf%C3%A9.flac?token=1"
SECRET = "X-Kopia-Webhook-Secret"


@pytest.fixture
def outside() -> Iterator[Outside]:
    made = Outside()
    yield made
    made.close()


@pytest.fixture
def connected(tmp_path: Path, outside: Outside) -> Iterator[Api]:
    """A server whose way out leads to ``outside``; small models, media of a megabyte at most."""
    data = tmp_path / "connected"
    data.mkdir(mode=0o700)
    (data / "settings.json").write_text(
        '{"transcription": {"beam_size": 1}, "api": {"max_media_gib": 0.001}}'
    )
    made = Api(App(data, dialing=outside.dialing))
    yield made
    made.close()


def ask(api: Api, url: object, **more: object) -> Any:
    return api.post("/jobs/from-url", json={"mediaUrl": url, **more})


@pytest.mark.contract("from-url.create", "from-url.statuses", "default.language")
def test_a_new_job(api: Api) -> None:
    made = ask(api, URL)
    assert made.status_code == 201
    job = made.json()
    assert (job["status"], job["mediaUrl"], job["language"]) == ("pending", URL, "auto")
    assert job["removeFillerWords"] is False
    assert job == api.get(f"/jobs/{job['id']}").json()


@pytest.mark.contract("from-url.optional")
def test_the_same_wishes_as_for_an_upload(api: Api) -> None:
    wishes = {
        "language": "es",
        "removeFillerWords": True,
        "webhookUrl": "http://127.0.0.1:9/",
        "vocabulary": [{"term": "Kopia", "heard": ["copia"]}],
    }
    made = api.post("/jobs/from-url", json={"mediaUrl": URL, **wishes}, headers={SECRET: "s3cr3t"})
    assert made.status_code == 201
    assert {key: made.json()[key] for key in wishes} == wishes
    assert "s3cr3t" not in made.text
    assert sql(api.app, "SELECT webhook_secret FROM jobs") == [("s3cr3t",)]
    for wrong in ({"language": "xx"}, {"removeFillerWords": "no"}, {"webhookUrl": "x"}):
        refused = ask(api, URL, **wrong)
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), wrong
    twice = [(SECRET, "a"), (SECRET, "b")]
    assert api.post("/jobs/from-url", json={"mediaUrl": URL}, headers=twice).status_code == 400
    assert api.get("/jobs").json()["pagination"]["total"] == 1


@pytest.mark.contract("from-url.media-url", "from-url.https", "from-url.addresses", "input.types")
def test_what_is_not_fetched(api: Api) -> None:
    for url in (
        None, 5, ["https://a.example/x"], "", "a.mp3", "media.example.com/a.mp3",
        "http://media.example.com/a.mp3", "ftp://media.example.com/a.mp3", "file:///etc/passwd",
        "//media.example.com/a.mp3", "data:audio/mpeg;base64,AAAA", "concat:https://a.example/x",
        "https://media.example.com:444/a", "https://media.example.com:80/a", "https:///a.mp3",
        "https://media.example.com:0443/a", "https://user:pass@media.example.com/a",
        "https://user@media.example.com/a", "https://localhost/a", "https://127.0.0.1/a",
        "https://[::1]/a", "https://2130706433/a", "https://0x7f000001/a", "https://127.1/a",
        "https://93.184.215.14/a", "https://media.example.com/a b", "https://a.example/\n",
        " https://a.example/x", "https://a.example/" + "x" * 3000,
    ):  # fmt: skip
        refused = ask(api, url)
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), url
    for body in ({}, {"mediaurl": URL}, {"url": URL}):
        refused = api.post("/jobs/from-url", json=body)
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), body
    assert api.post("/jobs/from-url").status_code == 400
    assert api.get("/jobs").json()["pagination"]["total"] == 0
    for url in (
        "HTTPS://Media.Example.com:443/a",
        "https://a.example?x#y",
        "https://m\u00fc.example/",
    ):
        assert ask(api, url).status_code == 201, url


@pytest.mark.contract("from-url.fetched", "from-url.statuses", "job.media")
def test_fetched_and_transcribed_without_another_call(
    connected: Api, outside: Outside, clip: bytes
) -> None:
    app = connected.app
    seen: list[str] = []

    def note(event: Event) -> None:
        if isinstance(event, JobAdded | JobChanged):
            status = app.jobs.get(event.job_id).status.value
            if status not in seen:
                seen.append(status)

    app.bus.subscribe(note)
    outside.good.answer = lambda handler: handler.reply(200, clip, content_type="audio/flac")
    app.start_engine()
    app.start_errands()
    job_id = ask(connected, URL, language="en").json()["id"]
    job = connected.wait_for(job_id, "completed", "failed")
    assert (job["status"], job["error"]) == ("completed", None)
    wait(lambda: "completed" in seen)
    assert seen == ["pending", "uploaded", "queued", "processing", "completed"]
    assert job["transcript"]["text"]
    assert (job["fileName"], job["sizeBytes"]) == ("caf\u00e9.flac", len(clip))
    assert (job["contentType"], job["mediaUrl"]) == ("audio/flac", URL)
    (asked,) = outside.good.asked
    assert (asked.method, asked.path) == ("GET", "/talks/caf%C3%A9.flac?token=1")
    assert asked.sni == "media.example.com"
    assert "authorization" not in asked.headers
    assert outside.trap.accepted == 0


@contextmanager
def fetching(api: Api, outside: Outside, **limits: Any) -> Iterator[None]:
    """What a program runs beside its engine, with limits that a test can wait for."""
    errands = Errands(
        api.app.data,
        api.app.database,
        api.app.bus,
        lambda: api.app.settings,
        dialing=outside.dialing,
        limits=FetchLimits(**limits),
    )
    thread = threading.Thread(target=errands.run)
    thread.start()
    try:
        yield
    finally:
        errands.stop()
        thread.join(10)


def outcome(api: Api, url: str) -> tuple[str, str | None]:
    job_id = ask(api, url).json()["id"]
    job = api.wait_for(job_id, "queued", "failed")
    if job["status"] == "failed":
        assert job["error"]["message"]
        assert not [path for path in api.app.data.uploads.iterdir() if job_id in path.name]
    return job["status"], job["error"] and job["error"]["code"]


@pytest.mark.contract("from-url.addresses")
def test_every_address_of_a_name_is_public(connected: Api, outside: Outside, clip: bytes) -> None:
    outside.good.answer = lambda handler: handler.reply(200, clip)
    good = outside.answers["media.example.com"][0]
    bad = ("127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "64:ff9b::7f00:1", "100.64.0.1")
    with fetching(connected, outside):
        for address in bad:
            for answer in ([address], [*good, address]):
                outside.answers["twisted.example.com"] = [answer]
                refused = outcome(connected, "https://twisted.example.com/a.flac")
                assert refused == ("failed", "address_refused"), answer
        assert outside.dialled == []
        assert outcome(connected, URL) == ("queued", None)
    assert outside.trap.accepted == 0


@pytest.mark.contract("from-url.redirects", "from-url.https")
def test_redirects_are_few_and_each_is_judged(
    connected: Api, outside: Outside, clip: bytes
) -> None:
    outside.answers["inside.example.com"] = [["192.168.1.1"]]

    def answer(handler: Handler) -> None:
        """``/5`` leads to the media in five steps; ``/to?URL`` leads there."""
        path = handler.path
        if path == "/0":
            handler.reply(200, clip)
        elif path.startswith("/to?"):
            handler.reply(302, location=path.removeprefix("/to?"))
        else:
            handler.reply(307, location=f"/{int(path[1:]) - 1}")

    outside.good.answer = answer
    base = "https://media.example.com"
    with fetching(connected, outside):
        assert outcome(connected, f"{base}/5") == ("queued", None)
        assert outcome(connected, f"{base}/to?https://cdn.example.net/0") == ("queued", None)
        assert outcome(connected, f"{base}/6") == ("failed", "fetch_failed")
        for target in (
            "https://inside.example.com/0", "http://media.example.com/0", "https://127.0.0.1/0",
            "https://media.example.com:8443/0", "file:///etc/passwd", "https://[::1]/",
        ):  # fmt: skip
            refused = outcome(connected, f"{base}/to?{target}")
            assert refused == ("failed", "address_refused"), target
    assert outside.trap.accepted == 0
    assert {port for _, port in outside.dialled} == {443}


@pytest.mark.contract("from-url.size")
def test_no_more_bytes_than_the_limit(connected: Api, outside: Outside) -> None:
    def endless(handler: Handler) -> None:
        handler.head(200, connection="close")
        for _ in range(64):
            handler.wfile.write(bytes(65536))

    announced = str(2 << 20)
    with fetching(connected, outside):
        outside.good.answer = lambda handler: handler.head(200, content_length=announced)
        assert outcome(connected, URL) == ("failed", "fetch_failed")
        outside.good.answer = endless
        assert outcome(connected, URL) == ("failed", "fetch_failed")


@pytest.mark.contract("from-url.time")
def test_no_longer_than_the_limit(connected: Api, outside: Outside) -> None:
    shipped = FetchLimits()
    assert (shipped.redirects, shipped.total_seconds) == (5, 12 * 3600)
    assert max(shipped.header_seconds, shipped.idle_seconds) <= 60

    def drips(handler: Handler) -> None:
        handler.head(200, content_length="1000")
        for _ in range(1000):
            if outside.good.released.wait(0.05):
                return
            handler.wfile.write(b"x")

    outside.good.answer = drips
    with fetching(connected, outside, total_seconds=0.5, again_after=()):
        assert outcome(connected, URL) == ("failed", "fetch_failed")
