"""Messages cross the border of a process and arrive as what they were."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from multiprocessing import Pipe

import pytest

from kopia_desktop.core import errors
from kopia_desktop.core.downloads import DownloadKind, DownloadLimits, DownloadOrder, HubSource
from kopia_desktop.core.job import MediaInfo, MediaType
from kopia_desktop.core.transcript import Doubt, Section, Segment, Span, Word
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker import protocol
from kopia_desktop.worker.protocol import (
    BringModel,
    CudaProbed,
    DetectLanguage,
    Done,
    DownloadProgress,
    Failed,
    LanguageDetected,
    LegOrder,
    LoadModel,
    Measure,
    Measured,
    MediaProbed,
    ModelBrought,
    ModelLoaded,
    Passage,
    Prepare,
    Prepared,
    ProbeCuda,
    Recognize,
    Recognized,
    SectionCut,
    SectionFile,
    Translate,
    Translated,
)

SECTION = Section(3, 60.0, 130.5, (Span(61.0, 62.25),), "000003.flac")
FILE = SectionFile("/folder/Zürich 東京/000003.flac", SECTION)
WORDS = (Word("¿Qué?", 61.0, 61.5, 0.75), Word("好", 61.5, 62.0, 0.5, glued=True))
SEGMENT = Segment(0, 61.0, 62.0, "¿Qué?好", WORDS, doubt=Doubt.LOOP, suppressed=True)

MESSAGES = [
    Prepare("j", "/a b/ñ.mp3", 1, 3600.0, "/s", "/p.peaks", frozenset({0, 2})),
    LoadModel("/model", "cpu", "auto", 2, 1),
    FILE,
    DetectLanguage("j", (FILE,)),
    Recognize("j", FILE, "es", True, 5, 4, ("Kopia", "Ngozi Adichie")),
    ProbeCuda("/model"),
    Measure("/model", 4),
    BringModel(
        DownloadOrder("tiny", DownloadKind.SPEECH_MODEL, HubSource("maker/tiny"), 75_000_000),
        endpoint="https://hub.example",
        folder="/downloads/tiny",
        target="/models/tiny",
        pins="/pins.json",
        limits=DownloadLimits(keep_free=0),
    ),
    LegOrder(ProviderName.ARGOS, "/t", "es", "en"),
    Passage(("Half a sentence", "and its end.")),
    Translate(
        (LegOrder(ProviderName.FAKE, "/t", "es", "zh-Hans"),),
        "zh-Hant",
        (Passage(("¿Qué?",)), Passage(("好", "!"))),
        "zh-Hant",
        formal=True,
    ),
    MediaProbed("j", MediaInfo(MediaType.AUDIO, 12.5, "flac", "flac", 1)),
    SectionCut("j", SECTION),
    Done(),
    Prepared("j", 130.5, "ab" * 32),
    ModelLoaded("cpu", "int8_float32", "cd" * 32, 0.5),
    LanguageDetected("j", "es", 0.875),
    Recognized("j", 3, (SEGMENT,), "es", 1.5),
    CudaProbed(True, "", frozenset({"float16"})),
    Translated(("What?", "好"), True, 0.25),
    Measured(),
    DownloadProgress("tiny", 1_000, 75_000_000),
    ModelBrought("tiny"),
]


def across(message: object) -> object:
    ours, theirs = Pipe()
    with ours, theirs:
        ours.send(message)
        return theirs.recv()


def test_every_message_is_tried_here() -> None:
    kinds = {
        kind
        for _, kind in inspect.getmembers(protocol, dataclasses.is_dataclass)
        if kind.__module__ == protocol.__name__
    }
    assert kinds == {type(message) for message in MESSAGES} | {Failed}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_arrives_as_it_was_sent(message: object) -> None:
    arrived = across(message)
    assert arrived == message
    assert type(arrived) is type(message)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_cannot_be_changed(message: typing.Any) -> None:
    assert type(message).__dataclass_params__.frozen
    assert not hasattr(message, "__dict__")


def test_a_failure_keeps_its_kind_its_message_and_its_hint() -> None:
    arrived = across(Failed(errors.ModelBroken("It is broken.", hint="Get it again."), bug="trace"))
    assert isinstance(arrived, Failed)
    assert type(arrived.error) is errors.ModelBroken
    assert (arrived.error.message, arrived.error.hint) == ("It is broken.", "Get it again.")
    assert arrived.bug == "trace"


def test_every_request_is_named_and_no_reply_is_a_request() -> None:
    requests = set(typing.get_args(protocol.Request))
    of_recognition = {Prepare, LoadModel, DetectLanguage, Recognize, ProbeCuda, Measure}
    assert requests == of_recognition | {Translate, BringModel}
    assert not any(issubclass(kind, Done) for kind in requests)


def test_only_done_and_failed_close_a_request() -> None:
    """The engine waits for one of the two: what comes before must be neither."""
    before = {MediaProbed, SectionCut, DownloadProgress}
    assert set(typing.get_args(protocol.Reply)) == before | {Done, Failed}
    assert not any(issubclass(kind, Done | Failed) for kind in before)
