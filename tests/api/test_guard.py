"""The door: no variant gets in, none stays, each hears why, and the server lives on."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from kopia_desktop.api import bodies, connection, protocol
from kopia_desktop.app import App
from tests.api.conftest import Api, read_all
from tests.api.guard_requests import CLOSED, Variant, ask, filled
from tests.api.guard_variants import VARIANTS
from tests.api.lines import statuses

DEADLINE = 1.0
"""Of headers and of JSON bodies, here."""

SLACK = 4.0
"""For a busy computer."""

_CODES = {400: "VALIDATION_ERROR", 405: "VALIDATION_ERROR", 415: "VALIDATION_ERROR"}
_CODES |= {401: "UNAUTHORIZED", 403: "POLICY_VIOLATION", 413: "POLICY_VIOLATION"}
_CODES |= {404: "NOT_FOUND"}


@dataclass(slots=True)
class Outcome:
    """All that was said to a variant, and how the server was afterwards."""

    said: bytes
    seconds: float
    jobs_after: object


class _Complaints(logging.Handler):
    """What any logger says with a traceback, or as an error."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info or record.levelno >= logging.ERROR:
            self.records.append(f"{record.name}: {record.getMessage()} {record.exc_info}")


class _Door:
    """The server, and each variant's outcome."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.complaints: list[str] = []
        self.outcomes: dict[str, Outcome] = {}
        self.jobs_before = self.jobs()

    def try_all(self) -> None:
        with ThreadPoolExecutor(12) as pool:
            held_first = sorted(VARIANTS, key=lambda variant: not variant.holds)
            for variant, outcome in zip(held_first, pool.map(self._try, held_first), strict=True):
                self.outcomes[variant.name] = outcome

    def jobs(self) -> object:
        """How many jobs there are, by a good request."""
        with self.api.raw(self._filled(ask(b"Connection: close", method=b"GET"))) as open_one:
            said = read_all(open_one)
        head, _, body = said.partition(b"\r\n\r\n")
        return json.loads(body)["pagination"]["total"] if b" 200 OK" in head else said

    def _try(self, variant: Variant) -> Outcome:
        began = time.monotonic()
        with self.api.raw() as open_one:
            open_one.settimeout(DEADLINE + SLACK + 5)
            sending = threading.Thread(target=self._send, args=(open_one, variant))
            sending.start()
            said = self._heard(open_one)
            seconds = time.monotonic() - began
            with contextlib.suppress(OSError):
                open_one.shutdown(socket.SHUT_RDWR)
            sending.join()
        return Outcome(said, seconds, self.jobs())

    def _heard(self, open_one: socket.socket) -> bytes:
        try:
            return read_all(open_one)
        except TimeoutError:
            return b"HTTP/1.1 999 never closed"

    def _send(self, open_one: socket.socket, variant: Variant) -> None:
        try:
            for piece in variant.pieces:
                open_one.sendall(self._filled(piece))
                time.sleep(variant.apart)
        except OSError:
            return  # it has closed: what it said before is judged

    def _filled(self, sent: bytes) -> bytes:
        return filled(sent, b"127.0.0.1:%d" % self.api.port, self.api.key.encode())


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Door]:
    """One server, at which every variant has been tried."""
    complaints = _Complaints()
    loggers = [logging.getLogger(name) for name in ("", "uvicorn", "uvicorn.error")]
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KOPIA_API_KEY", raising=False)
        patch.setattr(protocol, "HEADER_SECONDS", DEADLINE)
        patch.setattr(protocol, "KEEP_ALIVE_SECONDS", 0.2)
        patch.setattr(bodies, "JSON_SECONDS", DEADLINE)
        patch.setattr(connection, "LINGER_SECONDS", DEADLINE)
        for logger in loggers:
            logger.addHandler(complaints)
        api = Api(App(tmp_path_factory.mktemp("door") / "data"))
        try:
            made = _Door(api)
            made.try_all()
            made.complaints = complaints.records
            yield made
        finally:
            api.close()
            for logger in loggers:
                logger.removeHandler(complaints)


def test_there_are_enough_variants() -> None:
    assert len(VARIANTS) >= 80
    assert len({variant.name for variant in VARIANTS}) == len(VARIANTS)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_is_refused(door: _Door, variant: Variant) -> None:
    outcome = door.outcomes[variant.name]
    expected = [] if variant.expected == CLOSED else [variant.expected]
    assert statuses(outcome.said) == expected, outcome.said[:2000]
    if expected:
        _check_envelope(variant, outcome.said)
    assert isinstance(outcome.jobs_after, int), "it serves no more"
    spent = sum(variant.apart for _ in variant.pieces) if not variant.holds else 0.0
    assert outcome.seconds < DEADLINE + spent + SLACK
    if variant.holds and variant.expected == 400:
        assert outcome.seconds >= DEADLINE * 0.9


def _check_envelope(variant: Variant, said: bytes) -> None:
    head, _, body = said.partition(b"\r\n\r\n")
    headers = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    assert headers[b"content-type"] == b"application/json"
    assert b"access-control-allow-origin" not in headers
    if variant.pieces[0].startswith(b"HEAD "):
        assert not body
        return
    assert int(headers[b"content-length"]) == len(body)
    error = json.loads(body)
    assert list(error) == ["error"]
    assert set(error["error"]) == {"message", "code"}
    assert error["error"]["code"] == _CODES[variant.expected]
    if variant.expected == 401:
        assert headers[b"www-authenticate"] == b"bearer"
    if variant.expected == 405:
        assert b"allow" in headers


def test_no_variant_left_a_job(door: _Door) -> None:
    assert door.jobs() == door.jobs_before


def test_nothing_was_logged_as_a_failure(door: _Door) -> None:
    assert not door.complaints


def test_the_key_is_in_no_answer(door: _Door) -> None:
    key = door.api.key.encode()
    assert not [name for name, outcome in door.outcomes.items() if key in outcome.said]
