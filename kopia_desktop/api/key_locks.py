"""One request at a time for each Idempotency-Key."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class KeyLocks:
    """Requests with the same key wait for each other; lives in the server's event loop."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def held(self, key_hash: str) -> AsyncIterator[None]:
        lock, users = self._locks.get(key_hash, (asyncio.Lock(), 0))
        self._locks[key_hash] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks.pop(key_hash)
            if users > 1:
                self._locks[key_hash] = (lock, users - 1)
