"""A bare connection of which answers are read one at a time."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import dataclass

from tests.api.conftest import Api
from tests.api.guard_requests import filled


@dataclass(frozen=True, slots=True)
class Said:
    """One answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        """Of the error envelope."""
        code: str = json.loads(self.body)["error"]["code"]
        return code


class Line:
    """Reads answers in order, as a client does that keeps its connection."""

    def __init__(self, open_one: socket.socket) -> None:
        self._socket = open_one
        self._file = open_one.makefile("rb")

    def send(self, sent: bytes) -> None:
        self._socket.sendall(sent)

    def read(self, *, has_body: bool = True) -> Said:
        status = int(self._file.readline().split()[1])
        headers: dict[str, str] = {}
        while (line := self._file.readline().strip()) != b"":
            name, _, value = line.decode().partition(": ")
            headers[name.lower()] = value
        length = int(headers.get("content-length", 0)) if has_body else 0
        return Said(status, headers, self._file.read(length))

    def rest(self) -> bytes:
        """All that is said until the connection is closed."""
        return self._file.read()


def good(api: Api, sent: bytes) -> bytes:
    """With the server's own host and key in it."""
    return filled(sent, b"127.0.0.1:%d" % api.port, api.key.encode())


def statuses(said: bytes) -> list[int]:
    """Of all answers in it; no body of ours looks like a status line."""
    return [int(found) for found in re.findall(rb"HTTP/1\.1 (\d{3}) ", said)]
