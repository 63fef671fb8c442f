"""What a download says about itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kopia_desktop.core.downloads import (
    NAME,
    Download,
    DownloadKind,
    DownloadOrder,
    DownloadStatus,
    HubSource,
)

ORDER = DownloadOrder("tiny", DownloadKind.SPEECH_MODEL, HubSource("maker/tiny"), 400)
RUNNING = Download(ORDER, DownloadStatus.RUNNING, 100, 400, 50.0)


def test_how_far_and_how_long() -> None:
    assert (RUNNING.fraction, RUNNING.seconds_left) == (0.25, 6.0)
    assert (RUNNING.name, RUNNING.kind) == ("tiny", DownloadKind.SPEECH_MODEL)
    assert replace(RUNNING, total_bytes=0).fraction == 0.0
    assert replace(RUNNING, done_bytes=500).fraction == 1.0
    assert replace(RUNNING, done_bytes=500).seconds_left == 0.0
    assert replace(RUNNING, bytes_per_second=0.0).seconds_left is None
    assert replace(RUNNING, status=DownloadStatus.PAUSED).seconds_left is None


@pytest.mark.parametrize("name", ["tiny.en", "distil-large-v3.5", "translate-en_es-1.9"])
def test_names_that_there_are(name: str) -> None:
    assert NAME.fullmatch(name)


def test_who_is_worked_on() -> None:
    active = {status for status in DownloadStatus if status.is_active}
    assert active == {DownloadStatus.WAITING, DownloadStatus.RUNNING}
