"""Webhooks: a receiver on loopback is told of completed jobs, until one attempt counts."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from kopia_desktop.app import App
from kopia_desktop.core.events import JobChanged
from kopia_desktop.errands.deliverer import DeliveryRules
from kopia_desktop.errands.errands import Errands
from tests.api.arranged import MEDIA, job_in, sql, wait
from tests.api.conftest import Api, complete, error_of
from tests.errands.outside import Handler, Server

SECRET = "X-Kopia-Webhook-Secret"
QUICK = DeliveryRules(seconds=0.3, jitter=0.0, again_after=(0.02,) * 9)


class Post:
    """The errands of a program, with pauses that a test can wait for."""

    def __init__(self, app: App, rules: DeliveryRules = QUICK) -> None:
        self._errands = Errands(
            app.data, app.database, app.bus, lambda: app.settings, own_ports=frozenset, rules=rules
        )
        self._thread = threading.Thread(target=self._errands.run)
        self._thread.start()

    def stop(self) -> None:
        self._errands.stop()
        self._thread.join(10)


@pytest.fixture
def receiver() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def post(api: Api) -> Iterator[Post]:
    made = Post(api.app)
    yield made
    made.stop()


def url(server: Server, path: str = "/done?for=me") -> str:
    return f"http://127.0.0.1:{server.port}{path}"


def finished(api: Api, webhook_url: str, secret: str | None = None) -> str:
    """A job that is completed as the engine does it."""
    headers = {} if secret is None else {SECRET: secret}
    made = api.post("/jobs", json={"webhookUrl": webhook_url, "language": "en"}, headers=headers)
    assert made.status_code == 201, made.text
    job_id: str = made.json()["id"]
    assert api.upload(job_id, MEDIA).status_code == 200
    complete(api.app, job_id)
    api.app.bus.publish(JobChanged(job_id))
    return job_id


def log(api: Api, job_id: str) -> dict[str, Any]:
    answer = api.get(f"/jobs/{job_id}/webhook")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def attempts(api: Api, job_id: str) -> int:
    return len(log(api, job_id)["deliveries"])


def ended(api: Api, job_id: str) -> dict[str, Any]:
    wait(lambda: log(api, job_id)["status"] != "pending")
    return log(api, job_id)


def answers(*statuses: int) -> Any:
    """Each in turn, the last one for ever."""
    left = list(statuses)
    return lambda handler: handler.reply(left.pop(0) if len(left) > 1 else left[0])


def secrets_kept(api: Api) -> list[object]:
    query = "SELECT webhook_secret FROM jobs UNION ALL SELECT secret FROM webhooks"
    return [secret for (secret,) in sql(api.app, query) if secret is not None]


@pytest.mark.contract(
    "webhook.post", "webhook.secret", "webhook.headers", "webhook.log", "webhook.erased",
    "jobs.create.secret",
)  # fmt: skip
def test_the_receiver_is_told(api: Api, receiver: Server) -> None:
    api.app.start_errands()  # as the program itself does it
    before = int(time.time())
    job_id = finished(api, url(receiver), "open sesame")
    found = ended(api, job_id)
    (asked,) = receiver.asked
    assert (asked.method, asked.path) == ("POST", "/done?for=me")
    assert asked.body == f'{{"jobId": "{job_id}"}}'.encode()
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers[SECRET.lower()] == "open sesame"
    assert asked.headers["webhook-id"] == found["id"]
    assert before <= int(asked.headers["webhook-timestamp"]) <= int(time.time())

    assert re.fullmatch(r"msg_[0-9a-z]{26}", found["id"])
    assert (found["jobId"], found["url"]) == (job_id, url(receiver))
    assert (found["status"], found["nextAt"]) == ("delivered", None)
    (delivery,) = found["deliveries"]
    assert list(delivery) == ["number", "startedAt", "seconds", "httpStatus", "error"]
    assert (delivery["number"], delivery["httpStatus"], delivery["error"]) == (1, 200, None)
    assert secrets_kept(api) == []


@pytest.mark.contract("webhook.post", "webhook.log")
def test_only_of_completed_jobs(api: Api, post: Post, receiver: Server) -> None:
    waiting = api.new_job(webhookUrl=url(receiver))
    stopped = api.new_job(webhookUrl=url(receiver))
    api.post(f"/jobs/{stopped}/cancel")
    without = job_in(api, "completed")
    done = finished(api, url(receiver))
    ended(api, done)
    assert [asked.body for asked in receiver.asked] == [f'{{"jobId": "{done}"}}'.encode()]
    assert SECRET.lower() not in receiver.asked[0].headers
    for job_id in (waiting, stopped, without):
        missing = api.get(f"/jobs/{job_id}/webhook")
        assert (missing.status_code, error_of(missing)) == (409, "POLICY_VIOLATION")
        assert api.post(f"/jobs/{job_id}/webhook").status_code == 409


@pytest.mark.contract("webhook.retry", "webhook.headers", "webhook.counts")
def test_told_again_until_it_counts(api: Api, post: Post, receiver: Server) -> None:
    receiver.answer = answers(500, 404, 204)
    job_id = finished(api, url(receiver), "s")
    found = ended(api, job_id)
    assert found["status"] == "delivered"
    assert [each["httpStatus"] for each in found["deliveries"]] == [500, 404, 204]
    assert [each["error"] for each in found["deliveries"]] == ["http_status", "http_status", None]
    assert [each["number"] for each in found["deliveries"]] == [1, 2, 3]
    assert {asked.headers["webhook-id"] for asked in receiver.asked} == {found["id"]}
    assert {asked.headers[SECRET.lower()] for asked in receiver.asked} == {"s"}
    assert len({asked.body for asked in receiver.asked}) == 1


@pytest.mark.contract("webhook.retry", "webhook.erased")
def test_given_up_after_ten_attempts(api: Api, post: Post, receiver: Server) -> None:
    receiver.answer = answers(503)
    job_id = finished(api, url(receiver), "s")
    found = ended(api, job_id)
    assert (found["status"], found["nextAt"], len(found["deliveries"])) == ("failed", None, 10)
    assert secrets_kept(api) == []
    assert api.get(f"/jobs/{job_id}").json()["status"] == "completed"


@pytest.mark.contract("webhook.retry", "webhook.counts")
def test_the_shipped_pauses(api: Api, receiver: Server) -> None:
    rules = DeliveryRules()
    assert rules.seconds == 10.0
    assert len(rules.again_after) + 1 == 10
    assert list(rules.again_after) == sorted(rules.again_after)
    assert 20 <= sum(rules.again_after) / 3600 <= 28
    assert 0 < rules.jitter < 1
    receiver.answer = answers(500)
    api.app.start_errands()
    pauses = set()
    for _ in range(4):
        job_id = finished(api, url(receiver))
        wait(partial(attempts, api, job_id))
        found = log(api, job_id)
        assert (found["status"], len(found["deliveries"])) == ("pending", 1)
        pauses.add(seconds_between(found["deliveries"][0]["startedAt"], found["nextAt"]))
    least, most = (rules.again_after[0] * (1 + share) for share in (-rules.jitter, rules.jitter))
    assert all(least <= each <= most + 2 for each in pauses)  # 2 s for the attempt itself
    assert max(pauses) - min(pauses) > 0.05  # the jitter: not all at once again


def seconds_between(first: str, second: str) -> float:
    return (datetime.fromisoformat(second) - datetime.fromisoformat(first)).total_seconds()


@pytest.mark.contract("webhook.counts")
def test_a_late_answer_does_not_count(api: Api, post: Post, receiver: Server) -> None:
    slow = threading.Event()

    def first_late(handler: Handler) -> None:
        if not slow.is_set():
            slow.set()
            receiver.released.wait(5)
        handler.reply(200)

    receiver.answer = first_late
    found = ended(api, finished(api, url(receiver)))
    assert [each["error"] for each in found["deliveries"]] == ["timeout", None]
    assert found["deliveries"][0]["seconds"] >= QUICK.seconds
    assert found["deliveries"][0]["httpStatus"] is None


@pytest.mark.contract("webhook.redirects")
def test_redirects_are_not_followed(api: Api, receiver: Server) -> None:
    other, once = Server(), Post(api.app, DeliveryRules(again_after=()))
    try:
        for status in (301, 302, 303, 307, 308):
            receiver.answer = partial(Handler.reply, status=status, location=url(other))
            found = ended(api, finished(api, url(receiver)))
            assert found["status"] == "failed"
            assert {each["error"] for each in found["deliveries"]} == {"redirect"}
            assert {each["httpStatus"] for each in found["deliveries"]} == {status}
        assert other.accepted == 0
    finally:
        once.stop()
        other.close()


@pytest.mark.contract("webhook.restart", "webhook.headers")
def test_told_again_after_a_restart(api: Api, receiver: Server) -> None:
    patient = DeliveryRules(jitter=0.0, again_after=(0.5,) * 9)
    receiver.answer = answers(500)
    earlier = Post(api.app, patient)
    job_id = finished(api, url(receiver), "s")
    wait(lambda: log(api, job_id)["deliveries"])
    earlier.stop()
    receiver.answer = answers(200)
    later = Post(api.app, patient)
    try:
        found = ended(api, job_id)
    finally:
        later.stop()
    assert [each["httpStatus"] for each in found["deliveries"]] == [500, 200]
    assert {asked.headers["webhook-id"] for asked in receiver.asked} == {found["id"]}
    assert receiver.asked[-1].headers[SECRET.lower()] == "s"


@pytest.mark.contract("webhook.resend", "webhook.headers", "webhook.erased")
def test_sent_again_when_asked(api: Api, post: Post, receiver: Server) -> None:
    job_id = finished(api, url(receiver), "first")
    first = ended(api, job_id)
    for headers, expected in (({}, None), ({SECRET: "second"}, "second")):
        receiver.forget()
        again = api.post(f"/jobs/{job_id}/webhook", headers=headers)
        assert again.status_code == 202
        assert (again.json()["id"], again.json()["jobId"]) == (first["id"], job_id)
        wait(lambda: receiver.asked)
        found = ended(api, job_id)
        assert receiver.asked[0].headers["webhook-id"] == first["id"]
        assert receiver.asked[0].headers.get(SECRET.lower()) == expected
    assert [each["number"] for each in found["deliveries"]] == [1, 2, 3]
    assert secrets_kept(api) == []


@pytest.mark.contract("webhook.local")
def test_this_computer_and_its_network_may_be_told(api: Api) -> None:
    for target in (
        "http://127.0.0.1:9000/x", "http://localhost/", "http://[::1]:8080/", "http://10.0.0.7/",
        "https://192.168.1.5:8443/hook?a=b", "http://172.16.3.4/", "http://[fd12:3456::1]/",
        "https://hooks.example.com/", "http://nas/done", "http://box.local:5000",
    ):  # fmt: skip
        made = api.post("/jobs", json={"webhookUrl": target})
        assert (made.status_code, made.json().get("webhookUrl")) == (201, target)


@pytest.mark.contract("webhook.refused")
def test_what_is_never_told(api: Api) -> None:
    port = api.port
    for target in (
        "http://169.254.169.254/latest/meta-data/", "http://169.254.1.1/", "http://[fe80::1]/",
        "http://[::ffff:169.254.169.254]/", "http://[64:ff9b::a9fe:a9fe]/", "http://0.0.0.0/",
        "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://224.0.0.1/", "http://[::]/",
        f"http://127.0.0.1:{port}/api/v1/jobs", f"http://localhost:{port}/", f"http://127.9.9.9:{port}",
        f"http://[::1]:{port}/", f"http://[::ffff:127.0.0.1]:{port}/", f"http://a.localhost:{port}/",
        "http://2130706433/", "http://0x7f.1/", "http://127.1/", "file:///etc/passwd", "http:///x",
    ):  # fmt: skip
        refused = api.post("/jobs", json={"webhookUrl": target})
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), target
    assert api.get("/jobs").json()["pagination"]["total"] == 0


@pytest.mark.contract("webhook.refused")
def test_a_port_that_became_ours_is_not_told(api: Api, receiver: Server) -> None:
    """What was fine when the job was made is judged again when it is sent."""
    job_id = finished(api, url(receiver))
    errands = Errands(
        api.app.data,
        api.app.database,
        api.app.bus,
        lambda: api.app.settings,
        own_ports=lambda: frozenset({receiver.port}),
        rules=QUICK,
    )
    thread = threading.Thread(target=errands.run)
    thread.start()
    try:
        found = ended(api, job_id)
    finally:
        errands.stop()
        thread.join(10)
    assert found["status"] == "failed"
    assert {each["error"] for each in found["deliveries"]} == {"address_refused"}
    assert receiver.accepted == 0
