"""A connection that ends without losing its last answer, and without lasting for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

LINGER_SECONDS = 10.0
"""How long a client that is still sending may go on after its answer; all of it is thrown away."""

WRITE_SECONDS = 60.0
"""How often a client that has an answer waiting must have read ``LEAST_READ`` bytes of it."""

LEAST_READ = 64 << 10


class Connection(asyncio.Transport):
    """The transport that a protocol sees; ``is_sending`` says whether more may come of the client.

    A socket that is closed while bytes wait in it is reset, and the client loses an answer that it
    has not read yet. So while the client is sending, only our direction is closed.
    """

    def __init__(
        self,
        inner: asyncio.Transport,
        loop: asyncio.AbstractEventLoop,
        is_sending: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._inner = inner
        self._loop = loop
        self._is_sending = is_sending
        self._closing = False
        self._timer: asyncio.TimerHandle | None = None

    def close(self) -> None:
        """End the connection once the answer is out and the client has had its say."""
        if self.is_closing():
            return
        self._closing = True
        if self._is_sending():
            self._linger()
        else:
            self._inner.close()
        if self.get_write_buffer_size():
            self.expect_reading()  # nobody else ends a connection that is closed but unread

    def abort(self) -> None:
        self._closing = True
        self._inner.abort()

    def hasten(self) -> None:
        """Do not wait for the client to end; what it was told still goes out."""
        self._closing = True
        self._inner.close()

    def expect_reading(self) -> None:
        """The client has something to read: give it up when it does not."""
        self._watch(self.get_write_buffer_size())

    def rest(self) -> None:
        """Nothing is waited for any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def is_closing(self) -> bool:
        return self._closing or self._inner.is_closing()

    def write(self, data: bytes | bytearray | memoryview[Any]) -> None:
        if not self.is_closing():
            self._inner.write(data)

    def get_write_buffer_size(self) -> int:
        return self._inner.get_write_buffer_size()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._inner.get_extra_info(name, default)

    def pause_reading(self) -> None:
        if not self._closing:
            self._inner.pause_reading()

    def resume_reading(self) -> None:
        self._inner.resume_reading()

    def _linger(self) -> None:
        self._inner.resume_reading()
        try:
            self._inner.write_eof()
        except OSError:  # the client is gone
            self._inner.abort()
        self.rest()
        self._timer = self._loop.call_later(LINGER_SECONDS, self._inner.abort)

    def _watch(self, size: int) -> None:
        self.rest()
        self._timer = self._loop.call_later(WRITE_SECONDS, self._look, size)

    def _look(self, before: int) -> None:
        now = self.get_write_buffer_size()
        if now and now <= before - LEAST_READ:
            self._watch(now)
        else:
            self._inner.abort()
