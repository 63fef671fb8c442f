"""The report: it says how the program is, and nothing of what it holds."""

from __future__ import annotations

import dataclasses
import logging
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop import __version__
from kopia_desktop.core.job import Job, JobError, JobOptions, MediaFile
from kopia_desktop.core.log import EngineLog
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import EngineSettings, Settings, TranscriptionSettings
from kopia_desktop.services.api_key import ApiKey
from kopia_desktop.services.models import ModelService
from kopia_desktop.services.reports import ReportService
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.work import WorkStore

SAID = "Doctor Achterberg confirmed the merger with Nordstrand before Thursday"
TITLE = "Zwangsvollstreckung Müller & Söhne.m4a"
URL = "https://cdn.example.org/private/talk.mp3?token=T0pS3cret&session=9f8e7d"

Complete = Callable[..., Job]


@pytest.fixture
def reports(store: JobStore, data_folder: DataFolder) -> ReportService:
    return ReportService(
        store,
        ModelService(data_folder),
        data_folder,
        settings=lambda: Settings(engine=EngineSettings(threads=3)),
        device=lambda: "cpu (no NVIDIA driver found)",
    )


def test_what_it_says(
    reports: ReportService, store: JobStore, database: Database, data_folder: DataFolder
) -> None:
    media = MediaFile("/a.wav", "a.wav", 1, 1)
    for code in ("no_audio", "media_not_found"):
        job = store.add(options=JobOptions(), media=media)
        WorkStore(database).fail(job.id, JobError(code, f"{TITLE} is bad."))
    store.cancel(store.add(options=JobOptions(), media=media).id)
    store.add(options=JobOptions())
    folder = data_folder.models / "small"
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"x" * 2_000_000)
    text = reports.report(qt="6.11.0")
    lines = {line[:22].strip(): line[23:] for line in text.splitlines()}
    assert lines["Kopia Desktop"] == __version__
    assert lines["Qt"] == "6.11.0"
    assert all(
        lines[name] not in ("", "missing") for name in ("ctranslate2", "faster-whisper", "av")
    )
    assert lines["device"] == "cpu (no NVIDIA driver found)"
    assert lines["engine settings"] == "auto, 3 threads, 0 in parallel"
    assert lines["model small"] == "2 MB"
    assert "model starter" in lines
    assert "1 pending" in lines["jobs"]
    assert "3 failed" in lines["jobs"]
    assert lines["last errors"] == "cancelled, media_not_found, no_audio"
    assert text.count("(there is none)") == 2


def test_a_device_that_is_not_known_yet(reports: ReportService, store: JobStore) -> None:
    unknown = ReportService(
        store, reports._models, reports._data, settings=Settings, device=lambda: None
    )
    assert "not needed yet" in unknown.report(qt="6")


def test_nothing_of_what_the_program_holds_is_in_it(
    reports: ReportService,
    store: JobStore,
    database: Database,
    data_folder: DataFolder,
    complete: Complete,
    recording: Path,
    home: Path,
) -> None:
    """All of it stands in both logs, in every way a library or a bug may put it there."""
    key = ApiKey(data_folder.api_key)
    key.ensure()
    media = MediaFile(str(home / "Recordings" / TITLE), TITLE, 1, 1)
    job = complete(store.add(options=JobOptions("en"), media=media), SAID)
    failed = store.add(options=JobOptions(), media=dataclasses.replace(media, path="/x/" + TITLE))
    WorkStore(database).fail(failed.id, JobError("no_audio", f"{TITLE}: {SAID}", URL))
    assert TranscriptStore(database).get(job.id).text == SAID
    private = (SAID, TITLE, media.path, key.read(), f"Bearer {key.read()}", URL, str(home))
    _fill(data_folder, private, job.id)

    text = reports.report(qt="6")
    assert f"job {job.id} failed: no_audio" in text, "the logs are in it"
    assert "kopia_desktop/worker/main.py:110 _answer" in text
    assert key.read() not in text
    assert str(home) not in text
    for secret in private:
        for word in re.split(r"[\s/?&=.:]+", secret):
            if len(word) > 4 and word.lower() not in _INNOCENT:
                assert word.lower() not in text.lower(), word


_INNOCENT = {"before", "https", "media", "cross"}
"""Words of the report's own."""


def _fill(data: DataFolder, private: tuple[str, ...], job_id: str) -> None:
    data.logs.mkdir(exist_ok=True)
    log = EngineLog(data.logs)
    log.open()
    logger = logging.getLogger("kopia_desktop.engine.results")
    logger.info("job %s failed: %s", job_id, "no_audio")
    for secret in private:
        logger.info("job %s failed: %s", job_id, secret)
        logger.info("%s", secret)
        try:
            raise ValueError(secret)
        except ValueError as error:
            logger.info("an errand stumbled over an internal error", exc_info=error)
    log.close()
    with (data.logs / "worker.log").open("w", encoding="utf-8") as file:
        for secret in private:
            file.write(f"{secret}\n[out#0 @ 0x5581] Error opening '{secret}'\n")
            file.write(f'  File "{secret}", line 7, in load\n    open("{secret}")\n')
            file.write(f"2026-01-02 03:04:05,678 prepare 12 ERROR {secret}: {secret}\n")
        file.write('  File "/opt/app/kopia_desktop/worker/main.py", line 110, in _answer\n')


def test_only_the_end_of_a_long_log_is_read(
    reports: ReportService, data_folder: DataFolder
) -> None:
    data_folder.logs.mkdir()
    line = "2026-01-02 03:04:05,678 12 INFO kopia_desktop.engine.supervisor: device: cpu (auto)\n"
    (data_folder.logs / "engine.log").write_text(line * 20_000)
    (data_folder.logs / "worker.log").write_bytes(b"\xff\xfe\x00" * 50_000 + b"\n")
    text = reports.report(qt="6")
    assert text.count("device: cpu") == 150
    assert len(text) < 30_000


@pytest.mark.skipif(os.name != "posix", reason="a folder that is a file")
def test_logs_that_cannot_be_read(reports: ReportService, data_folder: DataFolder) -> None:
    (data_folder.logs / "engine.log").mkdir(parents=True)
    assert "(there is none)" in reports.report(qt="6")


def test_the_settings_have_no_say_in_it(store: JobStore, data_folder: DataFolder) -> None:
    """Settings that a person types text into are left out."""
    chosen = Settings(
        TranscriptionSettings(model="Achterberg"), EngineSettings(compute_type="Achterberg")
    )
    reports = ReportService(
        store, ModelService(data_folder), data_folder, settings=lambda: chosen, device=lambda: None
    )
    assert "Achterberg" not in reports.report(qt="6")
