"""What the endpoints work with: the app's services, built by ``app`` and passed in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kopia_desktop.api.key_locks import KeyLocks
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.settings import Settings
from kopia_desktop.services.api_key import ApiKey
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.models import ModelService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.services.translations import TranslationService
from kopia_desktop.services.translators import TranslatorService
from kopia_desktop.services.uploads import UploadService
from kopia_desktop.services.webhooks import WebhookService
from kopia_desktop.store.idempotency import IdempotencyStore

if TYPE_CHECKING:
    from kopia_desktop.api.events import EventStreams

_THREADS = 8
"""Short calls at a time: reads of a few milliseconds, small writes."""

_DISK_THREADS = 8
"""Writes of media at a time; more would not make a disk faster."""


@dataclass(slots=True)
class Services:
    """What may be asked of the app."""

    jobs: JobService
    intake: IntakeService
    uploads: UploadService
    transcripts: TranscriptService
    translations: TranslationService
    webhooks: WebhookService
    models: ModelService
    translators: TranslatorService
    downloads: DownloadService
    idempotency: IdempotencyStore
    key: ApiKey
    bus: EventBus
    settings: Callable[[], Settings]


@dataclass(slots=True)
class Context:
    """The services, and what one running server keeps beside them.

    ``hosts`` are the ``host:port`` under which it may be addressed, ``ports`` those it listens on.
    """

    services: Services
    hosts: frozenset[str]
    ports: frozenset[int]
    streams: EventStreams
    key_locks: KeyLocks
    executor: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_THREADS, thread_name_prefix="api")
    )
    disk: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_DISK_THREADS, thread_name_prefix="api-disk")
    )

    def close(self) -> None:
        """Wait for what is being done; what has not begun is dropped."""
        for executor in (self.disk, self.executor):
            executor.shutdown(wait=True, cancel_futures=True)
