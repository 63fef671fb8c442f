"""The engine's log: written while open, rotated, and never a reason to fail."""

from __future__ import annotations

import logging
from pathlib import Path

from kopia_desktop.core.log import ACCESS, EngineLog, tail

LOGGER = logging.getLogger("kopia_desktop.core.test")


def test_messages_are_kept_while_open(tmp_path: Path) -> None:
    log = EngineLog(tmp_path)
    log.open()
    LOGGER.info("job %s failed", "job_1")
    LOGGER.debug("too much")
    log.close()
    LOGGER.info("after")
    text = (tmp_path / "engine.log").read_text("utf-8")
    assert "kopia_desktop.core.test: job job_1 failed" in text
    assert "too much" not in text
    assert "after" not in text


def test_requests_have_a_file_of_their_own(tmp_path: Path) -> None:
    log = EngineLog(tmp_path)
    log.open()
    logging.getLogger(ACCESS).info("GET /api/v1/jobs 200 1 ms")
    LOGGER.info("job %s failed", "job_1")
    log.close()
    assert "GET" not in (tmp_path / "engine.log").read_text("utf-8")
    assert "GET /api/v1/jobs 200" in (tmp_path / "access.log").read_text("utf-8")


def test_a_long_log_of_the_children_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "worker.log").write_bytes(b"x" * 3_000_000)
    log = EngineLog(tmp_path)
    log.open()
    log.close()
    assert not (tmp_path / "worker.log").exists()
    assert (tmp_path / "worker.1.log").stat().st_size == 3_000_000


def test_a_folder_that_cannot_be_written_costs_only_the_log(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    log = EngineLog(blocked)
    log.open()
    LOGGER.info("said to nobody")
    log.close()
    assert blocked.read_text() == "no folder"


def test_the_end_of_a_log(tmp_path: Path) -> None:
    path = tmp_path / "worker.log"
    path.write_bytes(b"first \xff\nsecond\nthird\n")
    assert tail(path, 100) == (["first \ufffd", "second", "third"], False)
    assert tail(path, 15) == (["second", "third"], True)
