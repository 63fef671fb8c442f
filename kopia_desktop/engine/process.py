"""One child process as the engine sees it: spawn, send, receive, kill, and how it ended."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kopia_desktop.worker.main import ChildKind, run
from kopia_desktop.worker.protocol import Reply, Request


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended; ``exit_code`` is negative for a signal, None if it is unknown."""

    exit_code: int | None

    def was_killed(self) -> bool:
        return self.exit_code is not None and self.exit_code < 0

    def describe(self) -> str:
        """For the log and the error message."""
        if self.exit_code is None:
            return "ended without an exit code"
        if self.was_killed():
            with contextlib.suppress(ValueError):
                return f"was ended by {signal.Signals(-self.exit_code).name}"
        return f"ended with exit code {self.exit_code}"


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """A child started inside never sees Ctrl-C, which a terminal sends to the whole group.

    It inherits the blocked signal; before it could ignore the signal by itself it would print a
    traceback. Windows starts no child with a blocked signal; its children ignore it a little later.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # would unblock the signal when started inside
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ChildProcess:
    """A running child. One request at a time is sent; replies are taken when the pipe is ready."""

    def __init__(self, kind: ChildKind, log_path: Path) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self.kind = kind
        self._connection: Connection = ours
        self._process = context.Process(
            target=run, args=(kind.value, theirs, str(log_path)), name=f"kopia-{kind}", daemon=True
        )
        with _interrupts_held():
            self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def waitables(self) -> tuple[Any, Any]:
        """What ``multiprocessing.connection.wait`` can wait for: the pipe and the process's end."""
        return self._connection, self._process.sentinel

    def send(self, request: Request) -> None:
        """Hand over a request; a child that is gone is noticed by ``receive`` and ``is_alive``."""
        with contextlib.suppress(OSError):
            self._connection.send(request)

    def receive(self) -> list[Reply]:
        """All replies that have arrived, without waiting."""
        replies: list[Reply] = []
        with contextlib.suppress(EOFError, OSError):
            while self._connection.poll():
                replies.append(self._connection.recv())
        return replies

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def kill(self) -> Outcome:
        """End the child at once, wherever it is, and free what it held."""
        self._process.kill()
        return self.outcome()

    def outcome(self) -> Outcome:
        """Wait for the end of a child that is dead or dying."""
        self._process.join(5.0)
        code = self._process.exitcode
        self._connection.close()
        with contextlib.suppress(ValueError):
            self._process.close()
        return Outcome(code)
