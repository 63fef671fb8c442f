"""``api-key``: shown, and replaced while the server runs."""

from __future__ import annotations

import signal
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import Terminal


@pytest.mark.contract("api-key.show", "api-key.rotate", "env.key-file")
def test_shown_and_replaced_while_the_server_runs(terminal: Terminal) -> None:
    data = ("--data-dir", terminal.data)
    first = terminal.run("api-key", "show", *data)
    assert (first.code, first.err) == (0, "")
    old = first.out.strip()
    file = terminal.data / "keys" / "api-key"
    assert file.read_text().strip() == old
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    serving = terminal.start("serve", *data, "--port", "0")
    ready = serving.ready_line()
    assert Path(ready["apiKeyFile"]) == file

    def status(key: str) -> int:
        return int(answer(ready["apiUrl"], key).status_code)

    assert status(old) == 200
    rotated = terminal.run("api-key", "rotate", *data)
    new = rotated.out.strip()
    assert (rotated.code, rotated.err) == (0, "")
    assert new != old
    assert (status(old), status(new)) == (401, 200)
    assert terminal.run("api-key", "show", *data).out.strip() == new
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    serving.process.send_signal(signal.SIGTERM)
    assert serving.end().code == 0


def answer(api_url: str, key: str) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx2.get(f"{api_url}/jobs", headers=headers, timeout=10, trust_env=False)


@pytest.mark.contract("env.api-key", "api-key.show", "api-key.rotate")
def test_a_given_key_is_not_replaced(terminal: Terminal) -> None:
    terminal.variables["KOPIA_API_KEY"] = "given"
    shown = terminal.run("api-key", "show", "--data-dir", terminal.data)
    assert (shown.code, shown.out) == (0, "given\n")
    rotated = terminal.run("api-key", "rotate", "--data-dir", terminal.data)
    assert (rotated.code, rotated.out) == (1, "")
    assert "KOPIA_API_KEY" in rotated.err
    assert not (terminal.data / "keys").exists()
