"""What the faces may ask of downloads."""

from __future__ import annotations

import pytest

from kopia_desktop.core.downloads import (
    DownloadKind,
    DownloadOrder,
    DownloadStatus,
    HubSource,
)
from kopia_desktop.core.errors import DownloadError, DownloadNotFound
from kopia_desktop.core.events import DownloadsChanged, Event, EventBus
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.store.database import Database
from kopia_desktop.store.downloads import DownloadStore


def order(name: str) -> DownloadOrder:
    return DownloadOrder(name, DownloadKind.SPEECH_MODEL, HubSource("maker/tiny"))


def test_each_change_is_told(database: Database) -> None:
    bus = EventBus()
    told: list[Event] = []
    bus.subscribe(told.append)
    service = DownloadService(DownloadStore(database), bus)
    assert service.list() == ()
    service.start(order("tiny"))
    assert service.pause("tiny").status is DownloadStatus.PAUSED
    assert service.resume("tiny").status is DownloadStatus.WAITING
    assert service.retry("tiny").status is DownloadStatus.WAITING
    assert [download.name for download in service.list()] == ["tiny"]
    service.cancel("tiny")
    assert service.find("tiny") is None
    assert told == [DownloadsChanged()] * 5
    with pytest.raises(DownloadNotFound):
        service.cancel("tiny")


@pytest.mark.parametrize("name", ["", "..", "a/b", "..\\a", ".hidden", "a" * 65, "tiny.", "a\nb"])
def test_a_name_is_that_of_a_folder_and_no_path(database: Database, name: str) -> None:
    service = DownloadService(DownloadStore(database), EventBus())
    with pytest.raises(DownloadError):
        service.start(order(name))
    assert service.list() == ()
