"""Who is told of a completed job: the delivery log, and sending it again."""

from __future__ import annotations

from kopia_desktop.core.events import EventBus, WebhookChanged
from kopia_desktop.core.webhook import Webhook
from kopia_desktop.store.webhooks import WebhookStore


class WebhookService:
    """The engine delivers; this shows how it went."""

    def __init__(self, webhooks: WebhookStore, bus: EventBus) -> None:
        self._webhooks = webhooks
        self._bus = bus

    def get(self, job_id: str) -> Webhook:
        """Raises JobNotFound; WebhookNotFound while there is nothing to deliver."""
        return self._webhooks.get(job_id)

    def resend(self, job_id: str, *, secret: str | None = None) -> Webhook:
        """Deliver again, from now, with the same id.

        The secret was erased after the last delivery: it goes along only when it is given anew.
        Raises as ``get`` does.
        """
        webhook = self._webhooks.resend(job_id, secret=secret)
        self._bus.publish(WebhookChanged(job_id))
        return webhook
