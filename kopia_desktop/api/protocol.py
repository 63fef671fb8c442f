"""uvicorn's HTTP/1.1 on h11 with deadlines, a cap on connections and the error envelope.

uvicorn waits for ever for the rest of a header, and its own answers are plain text.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import STATUS_PHRASES, H11Protocol

from kopia_desktop.api.connection import Connection
from kopia_desktop.api.refusals import RETRY_AFTER, Code, envelope

HEADER_SECONDS = 10.0
"""From the connection, or the first byte of a request, to the end of its headers."""

KEEP_ALIVE_SECONDS = 30.0
"""From an answer to the next request. Longer than the 5 s after which common clients give up a
connection by themselves: else a request may meet the close.
"""

STOP_SECONDS = 2.0
"""How long a request in flight may still take when the server stops; less than the server waits
before it breaks off what is left, so that everybody hears an answer and cleans up.
"""

MOST_CONNECTIONS = 512
_MOST_REFUSED = 64
"""Connections over the cap that may hear why; those beyond are closed without a word."""


class GuardedProtocol(H11Protocol):
    """One connection."""

    transport: Connection

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.timeout_keep_alive = KEEP_ALIVE_SECONDS  # type: ignore[assignment]
        self._header_timer: asyncio.TimerHandle | None = None
        self._is_refused = False
        self._is_stopping = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(Connection(transport, self.loop, self._is_sending))
        over = len(self.connections) - MOST_CONNECTIONS
        if over > _MOST_REFUSED:
            self.transport.abort()
        elif over > 0:
            self._refuse(429, "Too many connections. Close some.", Code.POLICY_VIOLATION)
        else:
            self._expect_header()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_header()
        self.transport.rest()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return  # it has its answer
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._forget_header()
        elif self.cycle is None:
            self._expect_header()
        elif self.cycle.response_complete:
            self._expect_next()

    def send_400_response(self, msg: str) -> None:
        """What the parser does not take is answered in the envelope too."""
        self._refuse(400, "This is not a request that HTTP/1.1 knows.", Code.VALIDATION_ERROR)

    def pause_writing(self) -> None:
        super().pause_writing()
        self.transport.expect_reading()

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.transport.is_closing():
            self.transport.rest()

    def shutdown(self) -> None:
        """The server stops: who has got an answer is not waited for."""
        self._is_stopping = True
        if self.transport.is_closing():
            self.transport.hasten()
        else:
            super().shutdown()
        if self.cycle is not None:
            self.loop.call_later(STOP_SECONDS, self._stop_is_late)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Never called: the server has no WebSockets."""
        raise AssertionError

    def _should_upgrade(self) -> bool:
        return False

    def _stop_is_late(self) -> None:
        if self.cycle.response_started or self.transport.get_write_buffer_size():
            self.transport.abort()  # whoever does not read would not read this either
        else:
            self._refuse(500, "The program is stopping.", Code.INTERNAL_ERROR)

    def _is_sending(self) -> bool:
        """Whether the client may be in the middle of a request."""
        if self._is_stopping:
            return False
        return self._is_refused or self.conn.their_state is h11.SEND_BODY

    def _expect_header(self) -> None:
        if self._header_timer is None and not self.transport.is_closing():
            self._header_timer = self.loop.call_later(HEADER_SECONDS, self._header_is_late)

    def _expect_next(self) -> None:
        """After an answer: the rest of its request's body, or of the next one's headers."""
        if not self._is_idle():
            self._expect_header()
        elif not self.transport.is_closing():
            self._forget_header()
            self.timeout_keep_alive_task = self.loop.call_later(
                KEEP_ALIVE_SECONDS, self.timeout_keep_alive_handler
            )

    def _is_idle(self) -> bool:
        """Whether not a byte of a request has come."""
        return self.conn.our_state is h11.IDLE and not self.conn.trailing_data[0]

    def _forget_header(self) -> None:
        if self._header_timer is not None:
            self._header_timer.cancel()
            self._header_timer = None

    def _header_is_late(self) -> None:
        self._header_timer = None
        if self._is_idle():
            self.transport.close()
        else:
            message = f"The request's headers took longer than {HEADER_SECONDS:.0f} s."
            self._refuse(400, message, Code.VALIDATION_ERROR)

    def _refuse(self, status: int, message: str, code: Code) -> None:
        """Answer where no request has got through, then close."""
        if self.transport.is_closing():
            return
        self._is_refused = True
        body = envelope(message, code)
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            (b"connection", b"close"),
        ]
        if status == 429:
            headers.append((b"retry-after", RETRY_AFTER.encode()))
        reason = STATUS_PHRASES[status]
        response = h11.Response(status_code=status, headers=headers, reason=reason)
        for event in (response, h11.Data(data=body), h11.EndOfMessage()):
            try:
                self.transport.write(self.conn.send(event) or b"")
            except h11.LocalProtocolError:  # an answer has begun already
                break
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True  # whoever reads the body hears that no more will come
            self.cycle.message_event.set()
        self.transport.close()
