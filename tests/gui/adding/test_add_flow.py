"""Files, folders, links and the clipboard become jobs while the window stays usable."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.settings import ExportSettings, TranscriptionSettings
from kopia_desktop.gui.adding.add_flow import AddFlow
from kopia_desktop.gui.adding.given import Given, local_path
from kopia_desktop.gui.context import Context
from kopia_desktop.store.jobs import JobQuery
from tests.gui.adding.conftest import Adds


def titles(context: Context) -> list[str]:
    return [job.title for job in context.jobs.page(JobQuery(descending=False, limit=100)).jobs]


def mime_of(*paths: Path, text: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths] + [
        QUrl(link) for link in text.split()
    ])  # fmt: skip
    return mime


def test_a_folder_with_what_is_not_taken(
    flow: AddFlow, adds: Adds, context: Context, recordings: Path
) -> None:
    done = adds(lambda: flow.add_paths([recordings, str(recordings / "gone.mp4")]))
    assert titles(context) == ["take 1.wav", "take 2.wav", "take 10.wav"]
    assert sorted(one.code for one in done.refused) == ["media_empty", "media_not_found"]
    assert [path.name for path in done.others] == ["notes.txt"]


def test_the_remembered_options_hold(
    flow: AddFlow, adds: Adds, context: Context, recordings: Path, tmp_path: Path
) -> None:
    chosen = TranscriptionSettings(language="es", remove_filler_words=True, translate_to="de,fr")
    export = ExportSettings(auto=True, formats="srt,txt", folder=str(tmp_path))
    context.change_settings(replace(context.settings(), transcription=chosen, export=export))
    (job_id,) = adds(lambda: flow.add_paths([recordings / "take 1.wav"])).added
    assert context.jobs.get(job_id).options == context.settings().job_options()
    assert context.jobs.get(job_id).options.translate_to == ("de", "fr")


def test_a_file_that_is_there_is_found_until_it_is_wanted_again(
    flow: AddFlow, adds: Adds, recordings: Path, qtbot: QtBot
) -> None:
    path = recordings / "take 1.wav"
    (job_id,) = adds(lambda: flow.add_paths([path])).added
    with qtbot.waitSignal(flow.already_there) as found:
        flow.add_paths([path])
    assert found.args == [(job_id,)]
    qtbot.waitUntil(lambda: not flow.is_busy)
    assert len(adds(flow.transcribe_again).added) == 1


def test_the_sample_needs_no_option(flow: AddFlow, adds: Adds, context: Context) -> None:
    chosen = TranscriptionSettings(language="es", model="not installed")
    context.change_settings(replace(context.settings(), transcription=chosen))
    (job_id,) = adds(flow.add_sample).added
    assert context.jobs.get(job_id).options == JobOptions()
    assert adds(flow.add_sample).already[0].job_id == job_id


def test_a_missing_model_is_said(
    flow: AddFlow, adds: Adds, context: Context, recordings: Path
) -> None:
    chosen = TranscriptionSettings(model="gone")
    context.change_settings(replace(context.settings(), transcription=chosen))
    failure = adds(lambda: flow.add_paths([recordings])).failure
    assert failure is not None
    assert failure.code == "model_not_found"
    assert titles(context) == []


def test_paste_files_and_links(
    flow: AddFlow, adds: Adds, context: Context, recordings: Path
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(mime_of(recordings / "take 2.wav", text="https://a.example/b.mp3"))
    assert len(adds(flow.paste).added) == 2
    clipboard.setText("Hear https://a.example/c.mp3 and http://a.example/d.mp3!")
    done = adds(flow.paste)
    assert (len(done.added), [one.name for one in done.refused]) == (1, ["http://a.example/d.mp3"])
    clipboard.setText("only words")
    assert adds(flow.paste).job_ids == ()


def test_several_at_once_are_done_in_turn(
    flow: AddFlow, context: Context, recordings: Path, qtbot: QtBot
) -> None:
    sums: list[object] = []
    flow.finished.connect(sums.append)
    flow.add_paths([recordings / "take 2.wav"])
    flow.add_links("https://a.example/x.mp3")
    flow.add_paths([recordings / "take 1.wav"])
    qtbot.waitUntil(lambda: len(sums) == 3)
    assert titles(context)[::2] == ["take 2.wav", "take 1.wav"]
    assert not flow.is_busy


@pytest.mark.parametrize("opens", ["open_files", "open_folder"])
def test_the_dialogs(
    flow: AddFlow, adds: Adds, window: QMainWindow, recordings: Path, opens: str
) -> None:
    def choose() -> None:
        getattr(flow, opens)()
        dialog = window.findChild(QFileDialog, "add-dialog")
        assert dialog is not None
        chosen = ["take 1.wav", "take 2.wav"] if opens == "open_files" else ["."]
        dialog.filesSelected.emit([str(recordings / name) for name in chosen])
        dialog.reject()

    assert len(adds(choose).added) == (2 if opens == "open_files" else 3)


def test_ten_thousand_files_appear_one_after_another(
    flow: AddFlow, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    """Prints its figures with -s; the bounds leave room for a busy machine."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"take {number}.wav").write_bytes(b"RIFF")
    stalls, steps = [0.0], []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        stalls.append(now - last)
        last = now

    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(beat)
    flow.jobs_added.connect(lambda ids: steps.append((time.perf_counter(), len(ids))))
    began = last = time.perf_counter()
    timer.start()
    with qtbot.waitSignal(flow.finished, timeout=120_000) as heard:
        flow.add_paths([folder])
    timer.stop()
    took, worst = time.perf_counter() - began, max(stalls)
    assert len(heard.args[0].added) == 10_000
    assert sum(count for _, count in steps) == 10_000
    assert len(steps) >= 200
    print(f"10,000 files: {took:.1f} s, first after {steps[0][0] - began:.2f} s,")  # noqa: T201
    print(f"longest stall {worst * 1000:.0f} ms")  # noqa: T201
    assert steps[0][0] - began < 5.0
    assert worst < 0.5


def test_cancel_keeps_what_was_added(
    flow: AddFlow, adds: Adds, context: Context, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number}.wav").write_bytes(b"RIFF")
    flow.jobs_added.connect(lambda ids: flow.cancel())
    done = adds(lambda: flow.add_paths([folder]))
    assert done.cancelled
    assert 0 < len(done.added) < 1000
    assert len(done.added) + done.rest == 1000
    assert context.jobs.page(JobQuery()).total == len(done.added)
    assert not flow.is_busy


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = b"/\xff\xfe 100% #1?.wav"
    url = QUrl.fromEncoded(b"file:///tmp/%FF%FE%20100%25%20%231%3F.wav")
    assert os.fsencode(local_path(url)) == b"/tmp" + name
    plain = tmp_path / "Größe 50%25 #1.wav"
    assert Given.of(mime_of(plain)).paths == (plain,)
