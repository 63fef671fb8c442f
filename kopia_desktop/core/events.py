"""What changed, told after it is on disk.

An event carries ids only; whoever receives it reads again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobAdded:
    job_id: str


@dataclass(frozen=True, slots=True)
class JobChanged:
    """Status, progress or facts of a job changed."""

    job_id: str


@dataclass(frozen=True, slots=True)
class JobDeleted:
    job_id: str


@dataclass(frozen=True, slots=True)
class SegmentsAdded:
    """A section's segments were stored."""

    job_id: str
    section_index: int


@dataclass(frozen=True, slots=True)
class SegmentsEdited:
    job_id: str


@dataclass(frozen=True, slots=True)
class TranslationsChanged:
    """A translation of the job was added, went on, ended or was removed."""

    job_id: str


@dataclass(frozen=True, slots=True)
class WebhookChanged:
    """The job's webhook is due, was delivered or failed."""

    job_id: str


@dataclass(frozen=True, slots=True)
class DownloadsChanged:
    """A download was added, went on, ended or was removed."""


@dataclass(frozen=True, slots=True)
class EngineChanged:
    """Device, loaded model or state of the engine changed."""


Event = (
    JobAdded
    | JobChanged
    | JobDeleted
    | SegmentsAdded
    | SegmentsEdited
    | TranslationsChanged
    | WebhookChanged
    | DownloadsChanged
    | EngineChanged
)


@dataclass(frozen=True, slots=True)
class _Subscription:
    """One call of ``subscribe``: the same receiver twice is two of these, ended one by one."""

    receiver: Callable[[Event], None]


class EventBus:
    """Delivers each event to every subscriber, in the publisher's thread.

    Subscribers must return at once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._subscriptions: tuple[_Subscription, ...] = ()

    def subscribe(self, receiver: Callable[[Event], None]) -> Callable[[], None]:
        """Call ``receiver`` with each event from now on; the returned function ends that."""
        subscription = _Subscription(receiver)
        with self._lock:
            self._subscriptions = (*self._subscriptions, subscription)

        def unsubscribe() -> None:
            with self._lock:
                self._subscriptions = tuple(
                    kept for kept in self._subscriptions if kept is not subscription
                )

        return unsubscribe

    def publish(self, event: Event) -> None:
        for subscription in self._subscriptions:
            subscription.receiver(event)
