"""How the window's thread answers: its longest pauses, what it did in them, and its frames.

A timer beats every 2 ms; the time between two beats, less what was meant, is how long a key or
the mouse would have waited. A thread beside it looks at what the window's thread is doing as soon
as a beat is late. A frame is the time from a step (a turn of the wheel, a key) to the end of the
repaint that it caused; a repaint that no step caused counts from the last beat before it.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

EVERY = 2
"""Milliseconds between two beats."""

LATE = 0.04
"""Seconds without a beat after which it is looked what the window's thread is doing."""

_LOOK = 0.005
_PATIENCE = 6
"""Beats after a step in which its repaint must come; else it caused none."""

_DEPTH = 6
"""Calls of a stack that are told, the innermost ones."""

_MOST = 4
"""Things seen in one stall that are told, the most frequent ones."""

_RESTING = frozenset({"wait", "select", "poll", "_run", "run", "_answer_next", "_worker"})
"""Functions in which a thread only waits."""


@dataclass(frozen=True, slots=True)
class Stall:
    """A late beat. Times in seconds: in all, computing, and collecting garbage within it."""

    scene: str
    phase: str
    seconds: float
    computing: float
    collecting: float
    seen: tuple[str, ...] = ()
    """What the window's thread, and others beside it, were doing; the most frequent first."""


@dataclass(slots=True)
class Record:
    """What was measured in one scene."""

    frames: list[float] = field(default_factory=list)
    longest: dict[str, float] = field(default_factory=dict)
    """Of each phase, in seconds."""


class Pulse(QObject):
    """Measures while ``scene`` is set; lives in the window's thread."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.scene = ""
        self.phase = ""
        self.records: dict[str, Record] = {}
        self.stalls: list[Stall] = []
        self.last = time.perf_counter()
        """When it beat last."""
        self._computed = time.thread_time()
        self._step: float | None = None
        self._patience = 0
        self._is_painting = False
        self._window = window
        self._collections = Collections()
        self._onlooker = Onlooker(self)
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def close(self) -> None:
        """Measure no more."""
        self._timer.stop()
        self._onlooker.stop()
        self._collections.close()

    @contextmanager
    def step(self) -> Iterator[None]:
        """What is done within is a step; the repaint that follows it ends its frame."""
        self._step = time.perf_counter()
        self._patience = _PATIENCE
        yield

    @property
    def record(self) -> Record:
        return self.records.setdefault(self.scene, Record())

    @Slot()
    def _beat(self) -> None:
        now, computed = time.perf_counter(), time.thread_time()
        gap = now - self.last - EVERY / 1000
        if self.scene:
            longest = self.record.longest
            longest[self.phase] = max(longest.get(self.phase, 0.0), gap)
            if gap > LATE:
                self.stalls.append(
                    Stall(
                        self.scene,
                        self.phase,
                        gap,
                        computed - self._computed,
                        self._collections.between(self.last, now),
                        self._onlooker.seen_since(self.last),
                    )
                )
        self.last, self._computed = now, computed
        self._patience -= 1
        if self._patience < 0:
            self._step = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A repaint of the whole window is one event, carried out here to see its end."""
        if event.type() is not QEvent.Type.UpdateRequest or self._is_painting:
            return False
        began = self.last if self._step is None else self._step
        self._step = None
        self._is_painting = True
        self._window.event(event)
        self._is_painting = False
        if self.scene:
            self.record.frames.append(time.perf_counter() - began)
        return True


class Onlooker:
    """A thread that looks at the window's thread while a beat is late."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._watched = threading.get_ident()
        self._seen: list[tuple[float, str]] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="onlooker", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def seen_since(self, beat: float) -> tuple[str, ...]:
        """What was seen since that beat, and how often; the most frequent first."""
        seen, self._seen = self._seen, []
        counted = Counter(text for at, text in seen if at == beat).most_common(_MOST)
        return tuple(f"{count} x {text}" for text, count in counted)

    def _run(self) -> None:
        while not self._stop.wait(_LOOK):
            beat = self._pulse.last
            if time.perf_counter() - beat > LATE:
                frames = sys._current_frames()
                self._seen.append((beat, described(frames, self._watched)))
                del frames


class Collections:
    """When Python collected garbage: nothing else runs meanwhile, whichever thread it is in."""

    def __init__(self) -> None:
        self._began = 0.0
        self._done: list[tuple[float, float]] = []
        gc.callbacks.append(self._note)

    def close(self) -> None:
        gc.callbacks.remove(self._note)

    def between(self, begin: float, end: float) -> float:
        """Seconds of collecting that ended between two moments; what was before is forgotten."""
        done, self._done = self._done, []
        return sum(last - first for first, last in done if begin <= last <= end)

    def _note(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.perf_counter()
        elif (now := time.perf_counter()) - self._began > 0.001:
            self._done.append((self._began, now))


def described(frames: dict[int, FrameType], watched: int) -> str:
    """The innermost calls of the watched thread, and of each other one that is at work."""
    lines = [" < ".join(calls(frames[watched]))] if watched in frames else []
    for thread, frame in frames.items():
        if thread != watched and frame.f_code.co_name not in _RESTING:
            lines.append("beside it: " + " < ".join(calls(frame)[:2]))
    return "\n".join(lines)


def calls(frame: FrameType | None) -> list[str]:
    """``module.py:line function`` of a stack, the innermost call first."""
    found: list[str] = []
    while frame is not None and len(found) < _DEPTH:
        code = frame.f_code
        name = "/".join(code.co_filename.replace("\\", "/").split("/")[-2:])
        found.append(f"{name}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return found
