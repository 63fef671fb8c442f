"""What this computer tells of itself."""

from __future__ import annotations

import os

import pytest

from kopia_desktop.core.computer import is_quiet, total_memory, usable_cores


def test_cores_and_memory() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
    assert total_memory() > 256 << 20


@pytest.mark.skipif(not hasattr(os, "getloadavg"), reason="this system tells no load")
def test_whether_others_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (0.1, 9.0, 9.0))
    assert is_quiet()
    monkeypatch.setattr(os, "getloadavg", lambda: (usable_cores() * 1.0, 0.0, 0.0))
    assert not is_quiet()
