"""A webhook: who is told that a job is completed, and how telling it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WebhookStatus(StrEnum):
    PENDING = "pending"  # to be delivered, or delivered again
    DELIVERED = "delivered"
    FAILED = "failed"  # given up


class DeliveryError(StrEnum):
    """Why a delivery does not count."""

    HTTP_STATUS = "http_status"  # an answer that is neither 2xx nor 3xx
    REDIRECT = "redirect"  # 3xx, which is never followed
    TIMEOUT = "timeout"
    DNS = "dns"  # no address for the name
    ADDRESS_REFUSED = "address_refused"  # an address that is never called
    CONNECTION_REFUSED = "connection_refused"  # nobody listens there
    UNREACHABLE = "unreachable"
    TLS = "tls"  # no secure connection, or a certificate that is not trusted
    CONNECTION_LOST = "connection_lost"
    PROTOCOL = "protocol"  # what came back is not HTTP
    INTERNAL = "internal"  # a bug of this program


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt; ``number`` counts from 1 over all of them, ``seconds`` is how long it took.

    ``http_status`` is None where no answer came, ``error`` None where the attempt counts.
    """

    number: int
    started_at: datetime
    seconds: float
    http_status: int | None = None
    error: DeliveryError | None = None


@dataclass(frozen=True, slots=True)
class Webhook:
    """The webhook of a completed job, without its secret.

    ``id`` is the same in every delivery. ``attempts`` counts since it was last sent for;
    ``next_at`` is None when nothing more is to be sent.
    """

    job_id: str
    id: str
    url: str
    status: WebhookStatus
    attempts: int
    created_at: datetime
    next_at: datetime | None
    deliveries: tuple[Delivery, ...] = ()
