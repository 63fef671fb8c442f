"""Webhooks: what a receiver gets, what counts, what is tried again and when."""

from __future__ import annotations

import asyncio
import base64
import dataclasses
import hashlib
import hmac
import json
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from kopia_desktop.core.events import Event, EventBus, WebhookChanged
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.webhook import DeliveryError, Webhook, WebhookStatus
from kopia_desktop.errands.deliverer import Deliverer, DeliveryRules, delivery_headers
from kopia_desktop.errands.dialer import Dialer
from kopia_desktop.errands.dialing import Dialing, Trouble
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.webhooks import DueWebhook, WebhookStore
from tests.errands.outside import Handler, Outside, Server, completed_job

FAR = timedelta(days=2)


class Post:
    """A store with webhooks and a deliverer; ``run`` attempts without the pauses."""

    def __init__(self, data: DataFolder) -> None:
        self.database = Database(data.database, backups=data.backups)
        self.store = WebhookStore(self.database)
        self.bus = EventBus()
        self.events: list[Event] = []
        self.bus.subscribe(self.events.append)
        self.rules = DeliveryRules(seconds=5.0)
        self.dialing = Dialing()
        self.own_ports: frozenset[int] = frozenset()

    def add(self, url: str, secret: str | None = None) -> str:
        return completed_job(self.database, url, secret)

    def attempt(self, job_id: str) -> Webhook:
        deliverer = Deliverer(
            self.store,
            Dialer(self.dialing),
            bus=self.bus,
            own_ports=lambda: self.own_ports,
            rules=self.rules,
        )
        (due,) = self.store.due(datetime.now(UTC) + FAR)
        assert due.job_id == job_id
        asyncio.run(deliverer.deliver(due))
        return self.store.get(job_id)

    def run(self, job_id: str) -> Webhook:
        while (now := self.attempt(job_id)).status is WebhookStatus.PENDING:
            pass
        return now


@pytest.fixture
def post(data_folder: DataFolder) -> Iterator[Post]:
    made = Post(data_folder)
    yield made
    made.database.close_all()


@pytest.fixture
def receiver() -> Iterator[Server]:
    made = Server()
    made.answer = lambda handler: handler.reply(204)
    yield made
    made.close()


@pytest.fixture
def outside() -> Iterator[Outside]:
    made = Outside()
    yield made
    made.close()


def at(server: Server, path: str = "/done") -> str:
    return f"http://127.0.0.1:{server.port}{path}"


# What a receiver gets


def test_the_receiver_is_told(post: Post, receiver: Server) -> None:
    job_id = post.add(at(receiver, "/done?a=b"), "s3cret")
    before = int(time.time())
    done = post.attempt(job_id)
    assert (done.status, done.next_at) == (WebhookStatus.DELIVERED, None)
    assert [(each.http_status, each.error) for each in done.deliveries] == [(204, None)]
    assert post.events == [WebhookChanged(job_id)]
    (asked,) = receiver.asked
    assert (asked.method, asked.path) == ("POST", "/done?a=b")
    assert asked.body == b'{"jobId": "%b"}' % job_id.encode()
    assert json.loads(asked.body) == {"jobId": job_id}
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["user-agent"].startswith("kopia-desktop/")
    assert asked.headers["x-kopia-webhook-secret"] == "s3cret"
    assert asked.headers["webhook-id"] == done.id
    assert before <= int(asked.headers["webhook-timestamp"]) <= time.time()


def test_without_a_secret_nothing_is_signed(post: Post, receiver: Server) -> None:
    post.attempt(post.add(at(receiver)))
    headers = receiver.asked[0].headers
    assert "webhook-id" in headers
    assert not {"x-kopia-webhook-secret", "webhook-signature"} & set(headers)


@pytest.mark.parametrize(
    ("secret", "key"),
    [
        ("s3cret", b"s3cret"),
        ("whsec_" + base64.b64encode(b"twenty-four random bytes").decode(), None),
        ("whsec_not base64!", b"whsec_not base64!"),
        ("sch\u00fcssel", "sch\u00fcssel".encode()),
    ],
)
def test_the_signature(post: Post, receiver: Server, secret: str, key: bytes | None) -> None:
    """As a receiver with the library of Standard Webhooks checks it."""
    post.attempt(post.add(at(receiver), secret))
    (asked,) = receiver.asked
    headers = asked.headers
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + asked.body
    digest = hmac.new(key or b"twenty-four random bytes", signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
    assert headers["x-kopia-webhook-secret"] == secret


def test_the_example_of_standard_webhooks() -> None:
    """The test vector of the specification's libraries."""
    webhook = DueWebhook(
        "job_1",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "http://a/",
        0,
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    )
    headers = dict(delivery_headers(webhook, b'{"test": 2432232314}', 1614265330))
    assert headers[b"webhook-signature"] == b"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_https_with_the_certificate_of_the_name(post: Post, outside: Outside) -> None:
    post.dialing = outside.dialing
    done = post.attempt(post.add("https://media.example.com/hook"))
    assert done.status is WebhookStatus.DELIVERED
    assert outside.good.asked[0].sni == "media.example.com"


# What counts


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_counts(post: Post, receiver: Server, status: int) -> None:
    receiver.answer = lambda handler: handler.reply(status)
    assert post.attempt(post.add(at(receiver))).status is WebhookStatus.DELIVERED


@pytest.mark.parametrize("status", [400, 401, 404, 410, 429, 500, 503])
def test_other_statuses_do_not(post: Post, receiver: Server, status: int) -> None:
    receiver.answer = lambda handler: handler.reply(status)
    webhook = post.attempt(post.add(at(receiver)))
    (delivery,) = webhook.deliveries
    assert (webhook.status, delivery.http_status) == (WebhookStatus.PENDING, status)
    assert delivery.error is DeliveryError.HTTP_STATUS


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(post: Post, receiver: Server, status: int) -> None:
    elsewhere = Server()
    try:
        receiver.answer = lambda handler: handler.reply(status, location=at(elsewhere))
        (delivery,) = post.attempt(post.add(at(receiver), "s3cret")).deliveries
        assert (delivery.http_status, delivery.error) == (status, DeliveryError.REDIRECT)
        assert elsewhere.accepted == 0
    finally:
        elsewhere.close()


def test_a_slow_receiver_is_cut_off(post: Post, receiver: Server) -> None:
    post.rules = dataclasses.replace(post.rules, seconds=0.3)
    receiver.answer = lambda handler: receiver.released.wait(5) and None
    began = time.monotonic()
    (delivery,) = post.attempt(post.add(at(receiver))).deliveries
    assert delivery.error is DeliveryError.TIMEOUT
    assert 0.25 < delivery.seconds < 1.0
    assert time.monotonic() - began < 1.5


def test_a_receiver_that_trickles_is_cut_off(post: Post, receiver: Server) -> None:
    def trickle(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not receiver.released.wait(0.02):
            handler.wfile.write(b"x: y\r\n")
            handler.wfile.flush()

    post.rules = dataclasses.replace(post.rules, seconds=0.3)
    receiver.answer = trickle
    (delivery,) = post.attempt(post.add(at(receiver))).deliveries
    assert delivery.error is DeliveryError.TIMEOUT


def test_the_body_is_thrown_away(post: Post, receiver: Server) -> None:
    """However long it is and however slowly it comes: the status decides."""

    def endless(handler: Handler) -> None:
        handler.head(200, transfer_encoding="chunked")
        while not receiver.released.is_set():
            handler.wfile.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")

    receiver.answer = endless
    assert post.attempt(post.add(at(receiver))).status is WebhookStatus.DELIVERED


def test_a_body_that_breaks_off_still_counts(post: Post, receiver: Server) -> None:
    receiver.answer = lambda handler: handler.head(200, content_length="100")
    assert post.attempt(post.add(at(receiver))).status is WebhookStatus.DELIVERED


def test_what_went_wrong_is_named(post: Post, receiver: Server, outside: Outside) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    post.dialing = Dialing(resolve=outside.dialing.resolve)
    receiver.answer = lambda handler: None
    outside.answers["here.example.com"] = [["127.0.0.1"]]
    cases = [
        (nobody, DeliveryError.CONNECTION_REFUSED),
        ("http://nowhere.example.com/", DeliveryError.DNS),
        (at(receiver).replace("127.0.0.1", "here.example.com"), DeliveryError.CONNECTION_LOST),
        (f"https://here.example.com:{receiver.port}/", DeliveryError.TLS),
    ]
    for url, error in cases:
        job_id = post.add(url)
        (delivery,) = post.attempt(job_id).deliveries
        assert (delivery.http_status, delivery.error) == (None, error), url
        JobStore(post.database).delete(job_id)


def test_every_trouble_of_the_way_out_has_a_name_here() -> None:
    assert {trouble.value for trouble in Trouble} <= {error.value for error in DeliveryError}


# What is refused


@pytest.mark.parametrize(
    "host",
    "169.254.169.254 [fe80::1] 0.0.0.0 [::] [::ffff:169.254.169.254] [fd00:ec2::254] "
    "100.100.100.200 224.0.0.1 255.255.255.255 [64:ff9b::a9fe:a9fe]".split(),
)
def test_a_literal_address_fails_at_once(post: Post, outside: Outside, host: str) -> None:
    """The job was let in by mistake."""
    post.dialing = outside.dialing
    failed = post.attempt(post.add(f"http://{host}:9000/", "s3cret"))
    assert failed.status is WebhookStatus.FAILED
    assert [each.error for each in failed.deliveries] == [DeliveryError.ADDRESS_REFUSED]
    assert outside.dialled == outside.looked_up == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "api.localhost"])
def test_our_own_api_is_not_called(post: Post, outside: Outside, host: str) -> None:
    post.dialing, post.own_ports = outside.dialing, frozenset({8756})
    failed = post.attempt(post.add(f"http://{host}:8756/"))
    assert failed.status is WebhookStatus.FAILED
    assert outside.dialled == []


@pytest.mark.parametrize(
    "answer",
    [
        ["169.254.169.254"],
        ["192.168.1.5", "169.254.169.254"],
        ["fe80::1%eth0"],
        ["::ffff:169.254.169.254"],
        ["0.0.0.0"],
        ["127.0.0.1"],
        ["::1"],
    ],
)
def test_a_name_of_a_refused_address_is_an_attempt(
    post: Post, outside: Outside, answer: list[str]
) -> None:
    """The name may have another address later."""
    post.dialing, post.own_ports = outside.dialing, frozenset({8756})
    outside.answers["hooks.example.com"] = [answer, ["192.168.1.5"]]
    outside.routes["192.168.1.5"] = outside.trap.port
    job_id = post.add("http://hooks.example.com:8756/")
    webhook = post.attempt(job_id)
    assert webhook.status is WebhookStatus.PENDING
    assert [each.error for each in webhook.deliveries] == [DeliveryError.ADDRESS_REFUSED]
    assert outside.dialled == []
    assert post.attempt(job_id).status is WebhookStatus.DELIVERED
    assert outside.dialled == [("192.168.1.5", 8756)]


def test_the_secret_of_a_header_that_cannot_be_sent(post: Post, receiver: Server) -> None:
    (delivery,) = post.attempt(post.add(at(receiver), "a\r\nb: c")).deliveries
    assert delivery.error is DeliveryError.PROTOCOL
    assert receiver.asked == []


# What is tried again


def test_one_id_until_it_counts(post: Post, receiver: Server) -> None:
    def third_time(handler: Handler) -> None:
        handler.reply(200 if len(receiver.asked) == 3 else 503)

    receiver.answer = third_time
    done = post.run(post.add(at(receiver), "s3cret"))
    assert done.status is WebhookStatus.DELIVERED
    assert [each.http_status for each in done.deliveries] == [503, 503, 200]
    assert {asked.headers["webhook-id"] for asked in receiver.asked} == {done.id}
    assert len(receiver.asked) == 3


def test_ten_attempts_over_about_a_day(post: Post, receiver: Server) -> None:
    receiver.answer = lambda handler: handler.reply(500)
    job_id, pauses = post.add(at(receiver), "s3cret"), []
    while (webhook := post.attempt(job_id)).next_at is not None:
        pauses.append((webhook.next_at - datetime.now(UTC)).total_seconds())
    assert (webhook.status, webhook.attempts) == (WebhookStatus.FAILED, 10)
    assert len(receiver.asked) == 10
    for pause, planned in zip(pauses, post.rules.again_after, strict=True):
        assert 0.8 * planned - 1 <= pause <= 1.2 * planned + 1
    assert 0.9 <= sum(post.rules.again_after) / 86_400 <= 1.1
    with post.database.reading() as db:
        kept = db.execute_sql(  # type: ignore[no-untyped-call]
            "SELECT (SELECT secret FROM webhooks), (SELECT webhook_secret FROM jobs)"
        ).fetchall()
    assert kept == [(None, None)]


def test_the_pauses_differ(post: Post, receiver: Server) -> None:
    receiver.answer = lambda handler: handler.reply(500)
    pauses = set()
    for _ in range(5):
        job_id = post.add(at(receiver))
        next_at = post.attempt(job_id).next_at
        assert next_at is not None
        pauses.add(round((next_at - datetime.now(UTC)).total_seconds(), 1))
        JobStore(post.database).delete(job_id)
    assert len(pauses) > 1


def test_a_job_that_is_deleted_meanwhile(post: Post, receiver: Server) -> None:
    job_id = post.add(at(receiver))

    def delete(handler: Handler) -> None:
        JobStore(post.database).delete(job_id)
        post.database.close()
        handler.reply(200)

    receiver.answer = delete
    (due,) = post.store.due(datetime.now(UTC))
    deliverer = Deliverer(
        post.store, Dialer(Dialing()), bus=post.bus, own_ports=frozenset, rules=post.rules
    )
    asyncio.run(deliverer.deliver(due))
    assert len(receiver.asked) == 1
    assert post.store.due(datetime.now(UTC) + FAR) == ()


def test_no_secret_and_no_query_in_the_log(
    post: Post, receiver: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    job_id = post.add(at(receiver, "/done?token=abc"), "s3cret")
    post.attempt(job_id)
    ours = [each.getMessage() for each in caplog.records if each.name.startswith("kopia_desktop")]
    assert any(job_id in message for message in ours)
    assert not any("abc" in message or "s3cret" in message for message in ours)
