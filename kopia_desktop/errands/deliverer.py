"""Webhooks: tells the receiver that a job is completed, until one attempt counts.

The headers are those of Standard Webhooks 1.0 (standardwebhooks.com): webhook-id is the same in
every attempt, webhook-timestamp is the attempt's, and with a secret there is a signature. The
contract's own header carries the secret itself.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import logging
import random
import time
from asyncio import timeout
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kopia_desktop.core.errors import AddressRefused
from kopia_desktop.core.events import EventBus, WebhookChanged
from kopia_desktop.core.netguard import Address, Target, check_webhook_url, is_webhook_target
from kopia_desktop.core.webhook import DeliveryError
from kopia_desktop.errands.dialer import Dialer, Headers
from kopia_desktop.errands.dialing import DialFailed
from kopia_desktop.store.webhooks import DueWebhook, WebhookStore

logger = logging.getLogger(__name__)

_BODY_LIMIT = 64 << 10
_BODY_SECONDS = 1.0
"""How much of an answer's body is read before it is thrown away, out of courtesy to the server."""

_MINUTE, _HOUR = 60.0, 3600.0
_PREFIX = "whsec_"


@dataclass(frozen=True, slots=True)
class DeliveryRules:
    """``seconds`` may pass from the look-up to the answer's status.

    ``again_after`` are the pauses between attempts in seconds, each longer or shorter by a share of
    up to ``jitter``; with the shipped ones ten attempts take about a day.
    """

    seconds: float = 10.0
    jitter: float = 0.2
    again_after: tuple[float, ...] = (
        10.0,
        _MINUTE,
        5 * _MINUTE,
        15 * _MINUTE,
        _HOUR,
        2 * _HOUR,
        4 * _HOUR,
        6 * _HOUR,
        10 * _HOUR,
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """``is_final``: no later attempt can do better."""

    http_status: int | None = None
    error: DeliveryError | None = None
    is_final: bool = False


class Deliverer:
    """Makes attempts and records them; when to do so is not its matter."""

    def __init__(
        self,
        store: WebhookStore,
        dialer: Dialer,
        *,
        bus: EventBus,
        own_ports: Callable[[], frozenset[int]],
        rules: DeliveryRules,
    ) -> None:
        self._store = store
        self._dialer = dialer
        self._bus = bus
        self._own_ports = own_ports
        self._rules = rules

    async def deliver(self, webhook: DueWebhook) -> None:
        """One attempt. Cancelled, it counts as never made. Raises what the store raises."""
        started_at, started = datetime.now(UTC), time.monotonic()
        outcome = await self._attempt(webhook, started_at)
        self._record(webhook, outcome, started_at, time.monotonic() - started)

    def stumble(self, webhook: DueWebhook) -> None:
        """Record an attempt that a bug of this program ended."""
        self._record(webhook, _Outcome(error=DeliveryError.INTERNAL), datetime.now(UTC), 0.0)

    def _record(
        self, webhook: DueWebhook, outcome: _Outcome, started_at: datetime, seconds: float
    ) -> None:
        again = not outcome.is_final and webhook.attempts < len(self._rules.again_after)
        self._store.note_delivery(
            webhook.job_id,
            started_at=started_at,
            seconds=seconds,
            http_status=outcome.http_status,
            error=outcome.error,
            next_at=datetime.now(UTC) + self._pause(webhook.attempts) if again else None,
        )
        said = outcome.error or "delivered"
        logger.info("webhook of job %s, attempt %d: %s", webhook.job_id, webhook.attempts + 1, said)
        self._bus.publish(WebhookChanged(webhook.job_id))

    def _pause(self, attempts: int) -> timedelta:
        share = random.uniform(-self._rules.jitter, self._rules.jitter)
        return timedelta(seconds=self._rules.again_after[attempts] * (1.0 + share))

    async def _attempt(self, webhook: DueWebhook, started_at: datetime) -> _Outcome:
        try:
            target = check_webhook_url(webhook.url, self._own_ports())
        except AddressRefused:
            return _Outcome(error=DeliveryError.ADDRESS_REFUSED, is_final=True)
        try:
            return _judged(await self._post(target, webhook, int(started_at.timestamp())))
        except AddressRefused:
            return _Outcome(error=DeliveryError.ADDRESS_REFUSED)
        except DialFailed as failed:
            return _Outcome(error=DeliveryError(failed.trouble.value))

    async def _post(self, target: Target, webhook: DueWebhook, timestamp: int) -> int:
        """The status of the answer."""
        own_ports, seconds = self._own_ports(), self._rules.seconds

        def judge(address: Address, port: int) -> bool:
            return is_webhook_target(address, port, own_ports)

        content = json.dumps({"jobId": webhook.job_id}).encode()
        async with self._dialer.request(
            "POST",
            target,
            judge,
            headers=delivery_headers(webhook, content, timestamp),
            content=content,
            header_seconds=seconds,
            idle_seconds=seconds,
        ) as answer:
            with suppress(DialFailed, TimeoutError):  # the status alone decides
                async with timeout(_BODY_SECONDS):
                    await answer.discard(_BODY_LIMIT)
            return answer.status


def delivery_headers(webhook: DueWebhook, content: bytes, timestamp: int) -> Headers:
    """``timestamp`` in seconds since 1970."""
    moment = str(timestamp).encode("ascii")
    headers = [
        (b"Content-Type", b"application/json"),
        (b"webhook-id", webhook.id.encode("ascii")),
        (b"webhook-timestamp", moment),
    ]
    if webhook.secret is not None:
        signed = b".".join((webhook.id.encode("ascii"), moment, content))
        digest = hmac.new(_key_of(webhook.secret), signed, hashlib.sha256).digest()
        headers.append((b"webhook-signature", b"v1," + base64.b64encode(digest)))
        headers.append((b"X-Kopia-Webhook-Secret", _as_header(webhook.secret)))
    return headers


def _key_of(secret: str) -> bytes:
    if secret.startswith(_PREFIX):
        with suppress(binascii.Error, ValueError):
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    return secret.encode("utf-8")


def _as_header(secret: str) -> bytes:
    """The bytes that were given: a header is read as Latin-1."""
    try:
        return secret.encode("latin-1")
    except UnicodeEncodeError:
        return secret.encode("utf-8")


def _judged(status: int) -> _Outcome:
    if 200 <= status < 300:
        return _Outcome(status)
    if 300 <= status < 400:
        return _Outcome(status, DeliveryError.REDIRECT)
    return _Outcome(status, DeliveryError.HTTP_STATUS)
