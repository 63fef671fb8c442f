"""How a connection ends: the last answer gets out, and nobody waits for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from kopia_desktop.api import connection
from kopia_desktop.api.connection import Connection

SOON = 0.05


class Inner(asyncio.Transport):
    """A transport whose client reads what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.unread = 0
        self.done: list[str] = []

    def close(self) -> None:
        self.done.append("closed")

    def abort(self) -> None:
        self.done.append("aborted")

    def write_eof(self) -> None:
        self.done.append("said all")

    def is_closing(self) -> bool:
        return "closed" in self.done or "aborted" in self.done

    def resume_reading(self) -> None:
        self.done.append("reads")

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.done.append("wrote")

    def get_write_buffer_size(self) -> int:
        return self.unread


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "LINGER_SECONDS", SOON)
    monkeypatch.setattr(connection, "WRITE_SECONDS", SOON)
    monkeypatch.setattr(connection, "LEAST_READ", 1000)


@pytest.fixture
def inner() -> Inner:
    return Inner()


def play(
    inner: Inner, act: Callable[[Connection], Awaitable[None] | None], *, sending: bool
) -> None:
    """Do something with a connection, then let its deadline pass."""

    async def run() -> None:
        doing = act(Connection(inner, asyncio.get_running_loop(), lambda: sending))
        if doing is not None:
            await doing
        await asyncio.sleep(SOON * 2)

    asyncio.run(run())


def test_a_client_that_has_said_all_is_closed_at_once(inner: Inner) -> None:
    play(inner, Connection.close, sending=False)
    assert inner.done == ["closed"]


def test_a_client_that_is_sending_may_read_first(inner: Inner) -> None:
    """Its bytes are read and thrown away: else the socket is reset, and the answer lost."""
    play(inner, Connection.close, sending=True)
    assert inner.done == ["reads", "said all", "aborted"]


def test_nothing_is_written_after_the_end(inner: Inner) -> None:
    def act(connection: Connection) -> None:
        connection.write(b"a")
        connection.close()
        connection.write(b"b")

    play(inner, act, sending=True)
    assert inner.done.count("wrote") == 1


def test_a_stopping_server_does_not_wait(inner: Inner) -> None:
    def act(connection: Connection) -> None:
        connection.close()
        connection.hasten()

    play(inner, act, sending=True)
    assert inner.done[:3] == ["reads", "said all", "closed"]


@pytest.mark.parametrize("unread", [1, 5000])
def test_a_closed_connection_whose_rest_is_not_read_is_given_up(inner: Inner, unread: int) -> None:
    """Nobody else watches it any more."""
    inner.unread = unread
    play(inner, Connection.close, sending=False)
    assert inner.done == ["closed", "aborted"]


def test_an_answer_that_is_not_read_is_given_up(inner: Inner) -> None:
    inner.unread = 5000
    play(inner, Connection.expect_reading, sending=False)
    assert inner.done == ["aborted"]


def test_an_answer_that_is_read_steadily_is_not_given_up(inner: Inner) -> None:
    async def act(connection: Connection) -> None:
        inner.unread = 20_000
        connection.expect_reading()
        for _ in range(12):
            inner.unread -= 1000
            await asyncio.sleep(SOON / 2)
        assert inner.done == []

    play(inner, act, sending=False)
    assert inner.done == ["aborted"]
