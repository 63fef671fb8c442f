"""The child process as its parent meets it: real spawned processes, real signals."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile

from kopia_desktop.core.errors import (
    DiskFull,
    MediaNotFound,
    ModelBroken,
    OutOfMemory,
    WorkerCrashed,
)
from kopia_desktop.core.transcript import Section
from kopia_desktop.worker import main
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import (
    CudaProbed,
    Done,
    Failed,
    LoadModel,
    MediaProbed,
    ModelLoaded,
    Prepare,
    Prepared,
    ProbeCuda,
    Recognize,
    Recognized,
    Reply,
    Request,
    SectionCut,
    SectionFile,
)

SPEECH = Path(__file__).parent.parent / "data" / "speech"
CLIP = SPEECH / "single_en_01.flac"


class Child:
    """A spawned child and the parent's end of its pipe."""

    def __init__(self, kind: str, log: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.log = log
        self.process: SpawnProcess = context.Process(
            target=main.run, args=(kind, theirs, str(log)), daemon=True
        )
        self.process.start()
        theirs.close()

    def ask(self, request: Request) -> list[Reply]:
        """All replies to a request, the closing one last."""
        self.connection.send(request)
        replies: list[Reply] = []
        while not replies or not isinstance(replies[-1], Done | Failed):
            assert self.connection.poll(30), "no answer"
            replies.append(self.connection.recv())
        return replies

    def signal(self, number: int) -> None:
        assert self.process.pid is not None
        os.kill(self.process.pid, number)

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join(10)
        self.process.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("children")


@pytest.fixture(scope="module")
def preparer(folder: Path) -> Iterator[Child]:
    child = Child("prepare", folder / "prepare.log")
    yield child
    child.end()


@pytest.fixture(scope="module")
def recognizer(folder: Path) -> Iterator[Child]:
    child = Child("recognize", folder / "recognize.log")
    yield child
    child.end()


def preparation(folder: Path, media: Path = CLIP) -> Prepare:
    return Prepare("job", str(media), None, 600.0, str(folder / "s"), str(folder / "p.peaks"))


def loading(model: Path) -> LoadModel:
    return LoadModel(str(model), "cpu", "auto", 1, 1)


def whole_clip(section: Section) -> SectionFile:
    return SectionFile(str(CLIP), section)


def test_a_child_prepares_one_recording_after_another(preparer: Child, tmp_path: Path) -> None:
    for name in ("a", "b"):
        first, *cuts, last = preparer.ask(preparation(tmp_path / name))
        assert isinstance(first, MediaProbed)
        assert [type(cut) for cut in cuts] == [SectionCut]
        assert isinstance(last, Prepared)
        assert last.duration == pytest.approx(3.708, abs=0.01)
        assert (tmp_path / name / "s" / "000000.flac").is_file()


def test_a_child_loads_a_model_and_recognises(
    recognizer: Child, preparer: Child, starter_model: Path, tmp_path: Path
) -> None:
    cut = preparer.ask(preparation(tmp_path))[1]
    assert isinstance(cut, SectionCut)
    (loaded,) = recognizer.ask(loading(starter_model))
    assert isinstance(loaded, ModelLoaded)
    file = SectionFile(str(tmp_path / "s" / "000000.flac"), cut.section)
    (done,) = recognizer.ask(Recognize("job", file, "en", False, 5, 4))
    assert isinstance(done, Recognized)
    assert [segment.text for segment in done.segments] == [
        "Great, then we should, er, record the program later."
    ]


def test_an_expected_error_comes_back_as_itself(preparer: Child, tmp_path: Path) -> None:
    (failed,) = preparer.ask(preparation(tmp_path, tmp_path / "nothing.mp3"))
    assert isinstance(failed, Failed)
    assert type(failed.error) is MediaNotFound
    assert failed.bug == ""
    assert isinstance(preparer.ask(preparation(tmp_path))[-1], Prepared)


def test_a_broken_model_is_told_and_the_child_lives(
    recognizer: Child, starter_model: Path, tmp_path: Path
) -> None:
    (failed,) = recognizer.ask(loading(tmp_path))
    assert isinstance(failed, Failed)
    assert type(failed.error) is ModelBroken
    (request,) = recognizer.ask(Recognize("job", whole_clip(SECTION), "en", False, 5, 4))
    assert isinstance(request, Failed), "a model that is gone must not go on"
    assert isinstance(recognizer.ask(loading(starter_model))[0], ModelLoaded)


SECTION = Section(0, 0.0, 3.7, (), None)


@pytest.mark.parametrize("name", ["preparer", "recognizer"])
def test_an_unexpected_error_is_a_bug_with_its_trace_and_the_child_lives(
    name: str, request: pytest.FixtureRequest, starter_model: Path
) -> None:
    child: Child = request.getfixturevalue(name)
    if name == "recognizer":
        child.ask(loading(starter_model))
    for _ in range(2):
        (failed,) = child.ask(ProbeCuda("/nowhere"))
        assert isinstance(failed, Failed)
        assert type(failed.error) is WorkerCrashed
        assert "TypeError" in failed.error.message
        assert "not for this child: ProbeCuda" in failed.bug
        assert "Traceback" in failed.bug
    assert "not for this child: ProbeCuda" in child.log.read_text("utf-8")


def test_ctrl_c_is_the_parents(preparer: Child, tmp_path: Path) -> None:
    assert isinstance(preparer.ask(preparation(tmp_path / "a"))[-1], Prepared)
    preparer.signal(signal.SIGINT)
    assert isinstance(preparer.ask(preparation(tmp_path / "b"))[-1], Prepared)


def test_a_child_stays_behind_the_window(preparer: Child, tmp_path: Path) -> None:
    preparer.ask(preparation(tmp_path))
    assert psutil.Process(preparer.process.pid).nice() > psutil.Process().nice()


def test_preparing_loads_no_speech_model_code(folder: Path) -> None:
    """Its memory is paid for as long as the program runs."""
    code = (
        "import sys, kopia_desktop.worker.main, kopia_desktop.worker.prepare as p;"
        "from kopia_desktop.worker.voice import VoiceDetector; VoiceDetector();"
        "print([n for n in ('ctranslate2', 'faster_whisper', 'tokenizers') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_a_child_ends_when_its_pipe_closes(tmp_path: Path) -> None:
    child = Child("prepare", tmp_path / "log")
    child.ask(preparation(tmp_path))
    child.connection.close()
    child.process.join(5)
    assert child.process.exitcode == 0
    child.end()


def test_a_probe_says_whether_cuda_works(starter_model: Path, tmp_path: Path) -> None:
    child = Child("probe", tmp_path / "log")
    (probed,) = child.ask(ProbeCuda(str(starter_model)))
    child.end()
    assert isinstance(probed, CudaProbed)
    assert probed.works == (probed.reason == "") == bool(probed.compute_types)


PARENT = """
import sys, time
from pathlib import Path
from kopia_desktop.core.transcript import Section, Span
from kopia_desktop.worker.protocol import *

def main():
    import multiprocessing
    from kopia_desktop.worker.main import run
    kind, sound, model, log = sys.argv[1:]
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=run, args=(kind, theirs, log), daemon=True)
    child.start()
    if kind == "recognize":
        ours.send(LoadModel(model, "cpu", "auto", 1, 1))
        ours.recv()
        spans = tuple(Span(20.0 * at, 20.0 * at + 19.0) for at in range(15))
        section = Section(0, 0.0, 300.0, spans, "x")
        ours.send(Recognize("job", SectionFile(sound, section), "en", False, 5, 1))
        time.sleep(0.3)
    else:
        ours.send(LoadModel(model, "cpu", "auto", 1, 1))  # answered with a failure: it is up
        ours.recv()
    assert not ours.poll(0)
    print(child.pid, flush=True)
    time.sleep(60)

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("kind", ["prepare", "recognize"])
def test_a_child_dies_with_its_killed_parent_idle_or_in_native_code(
    kind: str, starter_model: Path, tmp_path: Path
) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, "utf-8")
    sound = tmp_path / "long.flac"
    samples, rate = soundfile.read(CLIP, dtype="int16")
    soundfile.write(sound, np.tile(samples, 82), rate)
    arguments = [kind, str(sound), str(starter_model), str(tmp_path / "log")]
    with subprocess.Popen(
        [sys.executable, str(script), *arguments], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        assert child.is_running()
        parent.kill()
        killed = time.monotonic()
        while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() - killed < 2.0, "the child outlives its parent"
            time.sleep(0.02)


# The edge at which exceptions become replies


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (OSError(errno.ENOSPC, "no space"), DiskFull),
        (OSError(errno.EDQUOT, "quota"), DiskFull),
        (MemoryError(), OutOfMemory),
        (ModelBroken("broken"), ModelBroken),
        (OSError(errno.EIO, "disk"), WorkerCrashed),
        (RuntimeError("native"), WorkerCrashed),
    ],
)
def test_whatever_is_raised_becomes_one_reply(
    raised: Exception, kind: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    def handle(request: Request, send: Any) -> Done:
        raise raised

    caplog.set_level("CRITICAL", logger=main.__name__)  # a bug is logged, and this one is meant
    failed = main._answer(handle, ProbeCuda(""), lambda reply: None)
    assert isinstance(failed, Failed)
    assert type(failed.error) is kind
    assert bool(failed.bug) == (kind is WorkerCrashed)
    assert type(pickle.loads(pickle.dumps(failed)).error) is kind


def test_a_request_without_a_model_is_a_bug_not_a_crash(tmp_path: Path) -> None:
    handle = main._handler(ChildKind.RECOGNIZE)
    with pytest.raises(RuntimeError, match="no model"):
        handle(Recognize("job", whole_clip(SECTION), "en", False, 5, 4), lambda reply: None)


def test_a_parent_that_has_gone_ends_the_loop_quietly(tmp_path: Path) -> None:
    child = Child("prepare", tmp_path / "log")
    child.connection.send(preparation(tmp_path))
    child.connection.close()  # while it starts and works
    child.process.join(20)
    assert child.process.exitcode == 0
    child.end()
