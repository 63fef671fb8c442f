"""The composition root: one data folder, one engine, everything built once."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import psutil
import pytest

from kopia_desktop.api.server import ApiAddress
from kopia_desktop.app import App
from kopia_desktop.core.errors import DataFolderBusy, DataFolderUnusable, DiskFull, PortBusy
from kopia_desktop.core.export import ExportStatus
from kopia_desktop.core.job import ExportWish, JobOptions, JobStatus
from kopia_desktop.core.settings import ApiSettings, Settings
from kopia_desktop.core.translation import TranslationStatus


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    made = App(tmp_path / "deep" / "data")
    yield made
    made.close()


def test_the_folder_is_made_for_its_owner_only(app: App) -> None:
    assert app.data.root.is_dir()
    assert stat.S_IMODE(app.data.root.stat().st_mode) == 0o700
    assert app.data.logs.is_dir()
    assert app.data.database.is_file()
    assert app.settings == Settings()
    assert app.loaded_settings.put_aside is None


def test_a_tilde_is_the_home_folder(home: Path) -> None:
    app = App(Path("~/kopia"))
    app.close()
    assert app.data.root == home / "kopia"
    assert app.data.root.is_dir()


def test_a_tilde_of_nobody_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = App(Path("~no-such-user-here"))
    app.close()
    assert (tmp_path / "~no-such-user-here" / "kopia.db").is_file()


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    for bad in (tmp_path / "file", tmp_path / "file" / "data", tmp_path / ("d" * 300)):
        with pytest.raises(DataFolderUnusable, match="data folder"):
            App(bad)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(DiskFull):
        App(tmp_path / "data")


def test_the_engine_starts_once_and_stops(app: App, speech: Path) -> None:
    job = app.intake.add(speech / "single_en_02.flac", JobOptions("en"))
    app.start_engine()
    app.start_engine()
    other = App(app.data.root)
    with pytest.raises(DataFolderBusy):
        other.start_engine()
    deadline = time.monotonic() + 30
    while not app.jobs.get(job.id).status.is_finished():
        assert time.monotonic() < deadline
        assert app.engine_error() is None
        time.sleep(0.01)
    assert other.jobs.get(job.id).status is JobStatus.COMPLETED
    pids = app.supervisor.child_pids()
    assert pids
    app.close()
    assert not any(psutil.pid_exists(pid) for pid in pids)
    other.start_engine()
    other.close()


def test_what_a_job_wishes_is_done_when_it_is_completed(
    app: App, speech: Path, tmp_path: Path
) -> None:
    """Translated by the engine, written by the errands; what cannot be done says why."""
    recording = tmp_path / "talk.flac"
    shutil.copy(speech / "single_en_02.flac", recording)
    translator = app.data.translators / "es"
    translator.mkdir(parents=True)
    (translator / "fake.json").write_text('{"from": "en", "to": "es"}')
    options = JobOptions("en", translate_to=("es", "fr"), export=ExportWish(("srt", "txt")))
    job = app.intake.add(recording, options)
    app.start_engine()
    app.start_errands()
    _wait(lambda: all(one.status in ENDED for one in app.translations.list(job.id)) and _done(app))
    spanish, french = app.translations.list(job.id)
    assert spanish.is_completed()
    assert french.error is not None
    assert french.error.code == "no_translator"
    names = ["talk.es.srt", "talk.es.txt", "talk.flac", "talk.srt", "talk.txt"]
    _wait(lambda: sorted(path.name for path in tmp_path.glob("talk*")) == names)
    assert "[es" in (tmp_path / "talk.es.txt").read_text("utf-8")
    _wait(lambda: app.jobs.export_state(job.id) is not None and _written(app, job.id))
    state = app.jobs.export_state(job.id)
    assert state is not None
    assert sorted(path.name for path in state.paths) == [n for n in names if n != "talk.flac"]
    assert app.jobs.get(job.id).options == options


ENDED = (TranslationStatus.COMPLETED, TranslationStatus.FAILED)


def _done(app: App) -> bool:
    return app.jobs.counts()[JobStatus.COMPLETED] == 1


def _written(app: App, job_id: str) -> bool:
    state = app.jobs.export_state(job_id)
    return state is not None and state.status is ExportStatus.DONE


def _wait(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def test_storage_and_report_are_of_this_folder(app: App) -> None:
    assert app.storage.sizes().database > 0
    report = app.reports.report(qt="6")
    assert "starter" in report
    assert str(app.data.root) not in report


def test_the_api_follows_its_settings(app: App) -> None:
    def is_served(address: ApiAddress) -> bool:
        try:
            answer = httpx2.get(f"{address.base}/healthz", timeout=5, trust_env=False)
        except httpx2.TransportError:
            return False
        return answer.json() == {"status": "ok"}

    app.change_settings(Settings(api=ApiSettings(port=0)))
    first = app.open_api()
    assert first is not None
    assert is_served(first)
    app.change_settings(Settings(api=ApiSettings(enabled=False)))
    assert not is_served(first)
    assert app.api_problem is None
    port = int(first.base.rsplit(":", 1)[1])
    app.change_settings(Settings(api=ApiSettings(port=port)))
    assert is_served(first)
    again = App(app.data.root)
    assert again.settings.api.port == port
    again.close()


def test_a_busy_port_costs_the_api_and_nothing_else(app: App) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        app.change_settings(Settings(api=ApiSettings(port=port)))
        assert app.open_api() is None
        assert isinstance(app.api_problem, PortBusy)
        assert str(port) in app.api_problem.message
        app.start_engine()
        assert app.engine_error() is None
    app.change_settings(Settings(api=ApiSettings(port=0)))
    assert app.api_problem is None


def test_a_server_ends_with_its_engine(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would take jobs that nobody works on."""
    problem = RuntimeError("a bug")
    serves = threading.Event()

    def fail() -> None:
        serves.wait(20)
        raise problem

    monkeypatch.setattr(app.supervisor, "_guarded_step", fail)
    address = app.bind_api("127.0.0.1", 0)
    app.start_engine()

    def ask() -> None:
        httpx2.get(f"{address.base}/healthz", timeout=20, trust_env=False)
        serves.set()

    asking = threading.Thread(target=ask)
    asking.start()
    app.run_api()
    asking.join()
    assert app.engine_thread_error() is problem


def test_closing_twice_is_no_error(app: App) -> None:
    app.close()
    app.close()
