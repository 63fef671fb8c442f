"""Downloads with a real engine, its real child and a hub on loopback."""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import psutil
import pytest

from kopia_desktop.core.downloads import (
    Download,
    DownloadKind,
    DownloadOrder,
    DownloadStatus,
    HubSource,
)
from kopia_desktop.core.events import DownloadsChanged
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.store.downloads import DownloadStore
from tests import fake_hub
from tests.fake_hub import NEEDED, FakeHub, Fault, Repository, Trouble

if TYPE_CHECKING:
    from tests.engine.conftest import Engine

SIZE = 600_000
RATE = 600_000.0
"""Bytes a second: a download takes a second, long enough to meddle with."""

CHUNK = 256 * 1024


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    with fake_hub.running(bytes_per_second=RATE) as made:
        monkeypatch.setenv("KOPIA_MODEL_ENDPOINT", made.url)
        yield made


@pytest.fixture
def service(engine: Engine) -> DownloadService:
    return DownloadService(DownloadStore(engine.database), engine.bus)


def order(name: str) -> DownloadOrder:
    return DownloadOrder(name, DownloadKind.SPEECH_MODEL, HubSource(f"maker/{name}"), 1000)


def offered(hub: FakeHub, name: str, *, seed: int = 0) -> Repository:
    return hub.add(f"maker/{name}", fake_hub.speech_model(SIZE, seed=seed))


def arrived(engine: Engine, repository: Repository, count: int) -> None:
    engine.wait(lambda: repository.bytes_sent("model.bin") >= count)


def found(service: DownloadService, name: str) -> Download:
    download = service.find(name)
    assert download is not None
    return download


def installed(engine: Engine, service: DownloadService, repository: Repository, name: str) -> None:
    """The download has ended well, and nothing else of it is left."""

    def has_ended() -> bool:
        download = service.find(name)
        return download is None or not download.status.is_active

    engine.wait(has_ended)
    assert service.find(name) is None, service.find(name)
    engine.wait(lambda: not (engine.data.downloads / name).exists())
    files = {path.name: path.read_bytes() for path in (engine.data.models / name).iterdir()}
    assert files == {wanted: repository.files[wanted] for wanted in NEEDED}


def test_models_arrive_one_by_one_in_order(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repositories = {name: offered(hub, name) for name in ("first", "second")}
    engine.start()
    for name in repositories:
        service.start(order(name))
    service.start(order("first"))  # asked for again, it is the same
    arrived(engine, repositories["first"], 300_000)
    assert [d.status for d in service.list()] == [DownloadStatus.RUNNING, DownloadStatus.WAITING]
    engine.wait(lambda: found(service, "first").bytes_per_second > 0)
    first = found(service, "first")
    assert 0 < first.fraction <= 1
    assert first.total_bytes > SIZE
    assert first.seconds_left is not None
    for name, repository in repositories.items():
        installed(engine, service, repository, name)
        assert repository.sent_twice("model.bin") == 0
    assert DownloadsChanged() in engine.events


def test_while_the_server_is_waited_for_there_is_no_speed(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository = offered(hub, "tiny")
    repository.troubles["model.bin"] = [
        Trouble(Fault.CUT, 500_000),
        Trouble(Fault.BUSY, seconds=6.0),
    ]
    engine.start()
    service.start(order("tiny"))
    engine.wait(lambda: found(service, "tiny").bytes_per_second > 0)
    engine.wait(lambda: found(service, "tiny").bytes_per_second == 0)
    waiting = found(service, "tiny")
    assert (waiting.status, waiting.seconds_left) == (DownloadStatus.RUNNING, None)
    assert waiting.done_bytes > 400_000
    installed(engine, service, repository, "tiny")


def test_paused_it_stops_at_once_and_resumed_it_goes_on(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository = offered(hub, "tiny")
    engine.start()
    service.start(order("tiny"))
    arrived(engine, repository, 200_000)
    began = time.monotonic()
    assert service.pause("tiny").status is DownloadStatus.PAUSED
    engine.wait(lambda: not engine.supervisor.child_pids())
    assert time.monotonic() - began < 1.0
    time.sleep(0.6)
    assert len(repository.sent["model.bin"]) == 1
    assert service.resume("tiny").status is DownloadStatus.WAITING
    installed(engine, service, repository, "tiny")
    assert repository.sent_twice("model.bin") <= CHUNK


def test_cancelled_nothing_of_it_is_left_and_the_next_one_begins(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    first, second = offered(hub, "first"), offered(hub, "second")
    engine.start()
    service.start(order("first"))
    service.start(order("second"))
    arrived(engine, first, 200_000)
    service.cancel("first")
    engine.wait(lambda: not (engine.data.downloads / "first").exists())
    installed(engine, service, second, "second")
    assert not (engine.data.models / "first").exists()


def test_cancelled_while_it_is_installed_it_leaves_nothing_either(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    """A kill between the two renames of an installation, arranged on the disk."""
    data = engine.data
    for path in (data.downloads / "tiny", data.models / ".tiny.part", data.models / ".tiny.old"):
        path.mkdir(parents=True)
    (data.models / ".tiny.old" / "model.bin").write_bytes(b"the one before")
    engine.start()
    engine.wait(lambda: not (data.downloads / "tiny").exists())
    assert [path.name for path in data.models.iterdir()] == ["tiny"]
    assert (data.models / "tiny" / "model.bin").read_bytes() == b"the one before"


def test_a_killed_child_is_followed_by_one_that_goes_on(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository = offered(hub, "tiny")
    engine.start()
    service.start(order("tiny"))
    for count in (150_000, 300_000, 450_000, 500_000):
        arrived(engine, repository, count)
        (pid,) = engine.supervisor.child_pids()
        psutil.Process(pid).kill()
        engine.wait(lambda pid=pid: pid not in engine.supervisor.child_pids())  # type: ignore[misc]
    installed(engine, service, repository, "tiny")
    spans = repository.sent["model.bin"]
    assert len(spans) >= 5
    assert max(one[1] - other[0] for one, other in itertools.pairwise(spans)) < CHUNK


def test_a_child_that_dies_again_and_again_fails_the_download(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository = offered(hub, "tiny")
    repository.troubles[""] = [Trouble(Fault.BROKEN)] * 100
    engine.start()
    service.start(order("tiny"))
    killed = set[int]()
    while (download := found(service, "tiny")).status.is_active:
        for pid in engine.supervisor.child_pids():
            if pid not in killed:
                killed.add(pid)
                psutil.Process(pid).kill()
        time.sleep(0.01)
    assert download.error is not None
    assert download.error.code == "worker_crashed"
    assert len(killed) == 3
    repository.troubles.clear()
    service.retry("tiny")
    installed(engine, service, repository, "tiny")


def test_the_next_engine_goes_on_and_sweeps(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository, cancelled = offered(hub, "tiny"), offered(hub, "unwanted")
    engine.start()
    service.start(order("unwanted"))
    arrived(engine, cancelled, 100_000)
    engine.stop()
    service.cancel("unwanted")
    service.start(order("tiny"))
    assert (engine.data.downloads / "unwanted").exists()
    engine.start()
    arrived(engine, repository, 200_000)
    assert not (engine.data.downloads / "unwanted").exists()
    engine.stop()
    engine.start()
    installed(engine, service, repository, "tiny")
    assert repository.sent_twice("model.bin") <= CHUNK


def test_what_a_killed_installation_left_long_ago_is_swept(engine: Engine) -> None:
    models = engine.data.models
    for name in (".lost.old", ".whole.old", "whole", ".half.part", ".fresh.part"):
        (models / name).mkdir(parents=True)
        (models / name / "model.bin").write_bytes(b"x")
        if name != ".fresh.part":
            os.utime(models / name, (1.0, 1.0))
    engine.start()
    engine.wait(lambda: (models / "lost").exists())
    engine.wait(lambda: not (models / ".half.part").exists())
    assert sorted(path.name for path in models.iterdir()) == [".fresh.part", "lost", "whole"]


def test_a_damaged_model_is_repaired(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository = offered(hub, "tiny")
    engine.start()
    service.start(order("tiny"))
    installed(engine, service, repository, "tiny")
    (engine.data.models / "tiny" / "config.json").write_bytes(b"{")
    service.start(order("tiny"))
    installed(engine, service, repository, "tiny")
    assert repository.sent_twice("model.bin") == 0
    assert repository.bytes_sent("config.json") == 2 * len(repository.files["config.json"])


def test_what_the_server_refuses_is_told_and_the_next_one_begins(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    first, second = offered(hub, "first"), offered(hub, "second")
    first.troubles["model.bin"] = [Trouble(Fault.FORBIDDEN)]
    engine.start()
    service.start(order("first"))
    service.start(order("second"))
    installed(engine, service, second, "second")
    failed = found(service, "first")
    assert failed.status is DownloadStatus.FAILED
    assert failed.error is not None
    assert (failed.error.code, bool(failed.error.hint)) == ("download_refused", True)
    service.retry("first")
    installed(engine, service, first, "first")


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process")
def test_a_disk_that_takes_no_more_stops_it_clearly(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    import resource

    repository = offered(hub, "tiny")
    engine.start()
    service.start(order("tiny"))
    arrived(engine, repository, 100_000)
    (pid,) = engine.supervisor.child_pids()
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (300_000, 300_000))
    engine.wait(lambda: not found(service, "tiny").status.is_active)
    failed = found(service, "tiny")
    assert failed.error is not None
    assert failed.error.code == "data_folder_unusable"
    psutil.Process(pid).kill()
    service.retry("tiny")
    installed(engine, service, repository, "tiny")
    assert repository.sent_twice("model.bin") <= CHUNK


def test_an_address_with_a_pass_in_it_is_not_logged(
    engine: Engine, hub: FakeHub, service: DownloadService
) -> None:
    repository = offered(hub, "tiny")
    engine.start()
    service.start(order("tiny"))
    installed(engine, service, repository, "tiny")
    assert "/cdn/" not in (engine.data.logs / "worker.log").read_text()
