"""The request loop of a child process, and the edge at which native code's exceptions end.

Started by *spawn*, so that nothing of the parent is inherited. A child ends when its pipe closes,
and at once when its parent dies, also in the middle of native code.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from enum import StrEnum
from multiprocessing.connection import Connection

from kopia_desktop.core.errors import DiskFull, KopiaError, OutOfMemory, WorkerCrashed, is_disk_full
from kopia_desktop.worker.protocol import (
    BringModel,
    DetectLanguage,
    Done,
    Failed,
    LoadModel,
    Measure,
    Prepare,
    ProbeCuda,
    Recognize,
    Reply,
    Request,
    Translate,
)

logger = logging.getLogger(__name__)

Send = Callable[[Reply], None]


class ChildKind(StrEnum):
    """Four kinds of children and the short-lived probe: each imports only what its work needs."""

    PREPARE = "prepare"
    RECOGNIZE = "recognize"
    TRANSLATE = "translate"
    PROBE = "probe"
    DOWNLOAD = "download"


# Translating takes what recognising leaves over.
_NICENESS = {
    ChildKind.PREPARE: 3,
    ChildKind.RECOGNIZE: 7,
    ChildKind.TRANSLATE: 11,
    ChildKind.PROBE: 0,
    ChildKind.DOWNLOAD: 5,
}


def run(kind: str, connection: Connection, log_path: str) -> None:
    """Entry point of the process: serve requests until the pipe closes."""
    _set_up(ChildKind(kind), log_path)
    handle = _handler(ChildKind(kind))
    while True:
        try:
            request: Request = connection.recv()
        except (EOFError, OSError):
            return
        reply = _answer(handle, request, connection.send)
        try:
            connection.send(reply)
        except OSError:
            return


def _set_up(kind: ChildKind, log_path: str) -> None:
    """Log to a file, die with the parent, stay behind the window in priority."""
    with contextlib.suppress(OSError):
        log = os.open(log_path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.close(log)
    logging.basicConfig(
        level=logging.INFO,
        format=f"%(asctime)s {kind} %(process)d %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_die_with_parent, daemon=True, name="parent-watch").start()
    with contextlib.suppress(OSError, AttributeError):  # Windows has no nice
        os.nice(_NICENESS[kind])
    # Read by the libraries when they are loaded, below: our own threads are enough, nobody is told.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("MKL_NUM_THREADS", "1")
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "1"


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(3)


def _answer(handle: Callable[[Request, Send], Done], request: Request, send: Send) -> Done | Failed:
    """Turn whatever happens into one closing reply."""
    try:
        return handle(request, send)
    except KopiaError as error:
        return Failed(error)
    except MemoryError:
        return Failed(
            OutOfMemory(
                "The computer ran out of memory.",
                hint="Close other programs or choose a smaller model, then try again.",
            )
        )
    except Exception as error:  # noqa: BLE001 - the worker's edge: native code raises all kinds
        if isinstance(error, OSError) and is_disk_full(error):
            return Failed(
                DiskFull(
                    "The disk is full.", hint="Free some space, then run the job again; it goes on."
                )
            )
        trace = traceback.format_exc()
        logger.error("request failed: %s", trace)
        name = type(error).__name__
        return Failed(
            WorkerCrashed(
                f"An internal error ({name}) stopped the work.",
                hint="Please report it with the logs (kopia-desktop doctor names their folder).",
            ),
            bug=trace,
        )


def _handler(kind: ChildKind) -> Callable[[Request, Send], Done]:
    if kind is ChildKind.PREPARE:
        return _handle_prepare
    if kind is ChildKind.RECOGNIZE:
        return _RecognizeHandler()
    if kind is ChildKind.TRANSLATE:
        return _translate_handler()
    if kind is ChildKind.DOWNLOAD:
        return _handle_download
    return _handle_probe


def _handle_prepare(request: Request, send: Send) -> Done:
    from kopia_desktop.worker.prepare import prepare

    if not isinstance(request, Prepare):
        raise TypeError(f"not for this child: {type(request).__name__}")
    return prepare(request, send)


def _handle_probe(request: Request, send: Send) -> Done:
    if isinstance(request, Measure):
        from kopia_desktop.worker.measure import measure

        return measure(request)
    from kopia_desktop.worker.cuda import probe

    if not isinstance(request, ProbeCuda):
        raise TypeError(f"not for this child: {type(request).__name__}")
    return probe(request)


def _handle_download(request: Request, send: Send) -> Done:
    from kopia_desktop.worker.download import bring

    if not isinstance(request, BringModel):
        raise TypeError(f"not for this child: {type(request).__name__}")
    return bring(request, send)


def _translate_handler() -> Callable[[Request, Send], Done]:
    from kopia_desktop.worker.translate import Translator

    translator = Translator()

    def handle(request: Request, send: Send) -> Done:
        if not isinstance(request, Translate):
            raise TypeError(f"not for this child: {type(request).__name__}")
        return translator.translate(request)

    return handle


class _RecognizeHandler:
    """Keeps the loaded model between requests."""

    def __init__(self) -> None:
        # Imported before the first request, so that a child started early is warm when work comes.
        from kopia_desktop.worker.recognize import Recognizer
        from kopia_desktop.worker.speech_model import SpeechModel

        self._make_model = SpeechModel
        self._make_recognizer = Recognizer
        self._recognizer: Recognizer | None = None

    def __call__(self, request: Request, send: Send) -> Done:
        if isinstance(request, LoadModel):
            self._recognizer = None
            model = self._make_model(request)
            self._recognizer = self._make_recognizer(model)
            return model.loaded()
        if self._recognizer is None:
            raise RuntimeError("no model is loaded")
        if isinstance(request, DetectLanguage):
            return self._recognizer.detect_language(request)
        if isinstance(request, Recognize):
            return self._recognizer.recognize(request)
        raise TypeError(f"not for this child: {type(request).__name__}")
