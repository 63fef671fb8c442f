"""Progress on stderr: a bar on a terminal, plain lines in a pipe, nothing when quiet."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TextIO

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.languages import name_of
from kopia_desktop.core.translation import Translation
from kopia_desktop.services.media_files import printable

_BAR = 24
_REDRAW = 0.2
_LINE_EVERY = 5.0


@dataclass(slots=True)
class _Pace:
    """A job's speed: seconds of media a second since it was first seen at work.

    It is taken anew when a section is done, and only then: between two sections the speed does not
    fall, the time left runs down.
    """

    since: float
    seconds: float
    said: float
    done: float
    moved: float
    speed: float = 0.0

    def note(self, now: float, done: float) -> None:
        """Where the job stands now."""
        if done > self.done and now > self.since:
            self.done, self.moved = done, now
            self.speed = (done - self.seconds) / (now - self.since)

    def left(self, now: float, duration: float) -> float:
        """Seconds until the end, as far as the speed tells."""
        return max(0.0, (duration - self.done) / self.speed - (now - self.moved))


class Progress:
    """Shows the jobs of one command. ``note`` lines stand above the bar."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._quiet = quiet
        self._is_terminal = stream.isatty()
        self._paces: dict[str, _Pace] = {}
        self._said: dict[str, float] = {}
        self._drawn = 0.0
        self._has_bar = False

    def note(self, text: str) -> None:
        """A line that stays."""
        if not self._quiet:
            self.clear()
            print(text, file=self._stream, flush=True)

    def show(self, job: Job) -> None:
        """The state of a job; drawn at most a few times a second."""
        if self._quiet or job.status is not JobStatus.PROCESSING or not job.duration:
            return
        now = time.monotonic()
        done = job.progress * job.duration
        pace = self._paces.setdefault(job.id, _Pace(now, done, now, done, now))
        pace.note(now, done)
        if self._is_terminal:
            if now - self._drawn >= _REDRAW:
                self._drawn = now
                self._draw(printable(job.title), job.progress, _state(job, pace))
        elif now - pace.said >= _LINE_EVERY:
            pace.said = now
            print(f"{printable(job.title)}: {_state(job, pace)}", file=self._stream, flush=True)

    def show_translation(self, job: Job, translation: Translation) -> None:
        """How far the translation of a job is; drawn as rarely as ``show``."""
        if self._quiet or not translation.progress:
            return
        now = time.monotonic()
        title = f"{printable(job.title)}, {name_of(translation.language)}"
        state = f"{translation.progress:.0%}"
        if self._is_terminal:
            if now - self._drawn >= _REDRAW:
                self._drawn = now
                self._draw(title, translation.progress, state)
        elif now - self._said.setdefault(translation.id, now) >= _LINE_EVERY:
            self._said[translation.id] = now
            print(f"{title}: {state}", file=self._stream, flush=True)

    def finish(self, job: Job) -> None:
        self._paces.pop(job.id, None)
        self.clear()

    def close(self) -> None:
        self.clear()

    def _draw(self, title: str, progress: float, state: str) -> None:
        filled = round(progress * _BAR)
        width = shutil.get_terminal_size().columns
        room = max(8, width - _BAR - len(state) - 6)
        title = title if len(title) <= room else title[: room - 1] + "…"
        line = f"{title} [{'#' * filled}{'-' * (_BAR - filled)}] {state}"
        self._stream.write(f"\r\x1b[K{line[: width - 1]}")
        self._stream.flush()
        self._has_bar = True

    def clear(self) -> None:
        """Take the bar away, before something else is written to the same terminal."""
        if self._has_bar:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._has_bar = False


def _state(job: Job, pace: _Pace) -> str:
    """``48 %, 32x, 1:10 left`` as far as it is known."""
    parts = [f"{job.progress:.0%}"]
    if pace.speed > 0.0:
        parts += [f"{pace.speed:.0f}x" if pace.speed >= 10 else f"{pace.speed:.1f}x"]
        parts += [f"{clock(pace.left(time.monotonic(), job.duration or 0.0))} left"]
    return ", ".join(parts)


def clock(seconds: float) -> str:
    """``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
