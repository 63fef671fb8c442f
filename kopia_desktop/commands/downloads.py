"""Downloads on a command line: wait for them, show how far they are, stop and go on."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from kopia_desktop.app import App
from kopia_desktop.commands.progress import clock
from kopia_desktop.commands.stopping import STOPPED, stop_on_signals
from kopia_desktop.core.downloads import Download, DownloadStatus
from kopia_desktop.core.errors import DataFolderBusy, DownloadNotFound, StateConflict

_POLL = 0.1
_BAR = 24
_REDRAW = 0.2
_LINE_EVERY = 5.0


class DownloadBar:
    """One download at a time on stderr: a bar on a terminal, a line now and then in a pipe."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._shown = float("-inf")
        self._has_bar = False

    def note(self, text: str) -> None:
        """A line that stays."""
        self.clear()
        print(text, file=self._stream, flush=True)

    def show(self, download: Download) -> None:
        """How far it is; drawn at most a few times a second."""
        now = time.monotonic()
        if now - self._shown < (_REDRAW if self._is_terminal else _LINE_EVERY):
            return
        self._shown = now
        if not self._is_terminal:
            print(f"{download.name}: {described(download)}", file=self._stream, flush=True)
            return
        filled = round(download.fraction * _BAR)
        bar = f"[{'#' * filled}{'-' * (_BAR - filled)}]"
        line = f"{download.name} {bar} {described(download)}"
        width = shutil.get_terminal_size().columns
        self._stream.write(f"\r\x1b[K{line[: width - 1]}")
        self._stream.flush()
        self._has_bar = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._has_bar:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._has_bar = False


def described(download: Download) -> str:
    """``48 % of 486 MB, 9.3 MB/s, 1:10 left`` as far as it is known."""
    if download.status is DownloadStatus.WAITING and not download.done_bytes:
        return "waiting"
    parts = [f"{download.fraction:.0%}"]
    if download.total_bytes:
        parts[0] += f" of {megabytes(download.total_bytes)}"
    if download.bytes_per_second > 0.0:
        parts.append(f"{download.bytes_per_second / 1e6:.1f} MB/s")
    if download.seconds_left is not None:
        parts.append(f"{clock(download.seconds_left)} left")
    return ", ".join(parts)


def megabytes(count: int) -> str:
    """``486 MB`` or ``3.1 GB``."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:,.0f} MB"


def wait_for(app: App, names: Iterable[str]) -> int:
    """Until all of them are installed; the exit code.

    The engine brings them: this process's own, or that of the program that has the data folder.
    Ctrl-C pauses what it was waiting for.
    """
    bar = DownloadBar(sys.stderr)
    waiting = list(names)
    failed = False
    try:
        with stop_on_signals() as stopped:
            told = False
            while waiting and not stopped.is_set():
                told = _run_engine(app, bar, told=told)
                if (problem := app.engine_error()) is not None:
                    raise problem
                for name in list(waiting):
                    ended = _look(app, bar, name)
                    if ended is not None:
                        waiting.remove(name)
                        failed |= not ended
                stopped.wait(_POLL)
    finally:
        bar.clear()
    if waiting:
        _pause(app, waiting)
        print("Stopped. The same command goes on where it stopped.", file=sys.stderr)
        return STOPPED
    return 1 if failed else 0


def _run_engine(app: App, bar: DownloadBar, *, told: bool) -> bool:
    """Asked again and again: the program that has the engine may end before the download has."""
    try:
        app.start_engine()
    except DataFolderBusy:
        if not told:
            bar.note("A running Kopia Desktop has this data folder; it does the download.")
        return True
    return told


def _look(app: App, bar: DownloadBar, name: str) -> bool | None:
    """Whether a download ended well or not; None while it goes on."""
    download = app.downloads.find(name)
    if download is None:
        if not _is_here(app, name):
            bar.note(f"{name}: the download was cancelled elsewhere.")
            return False
        bar.clear()
        print(name, flush=True)
        return True
    if download.status is DownloadStatus.FAILED:
        error = download.error
        said = f"{error.message} {error.hint}".strip() if error else "the download failed."
        bar.note(f"{name}: {said}")
        return False
    if download.status is DownloadStatus.PAUSED:
        bar.note(f"{name}: paused elsewhere. The same command goes on where it stopped.")
        return False
    if download.status is DownloadStatus.RUNNING:
        bar.show(download)
    return None


def _is_here(app: App, name: str) -> bool:
    """A package may say another version of itself than the list of packages does."""
    if any(model.name == name for model in app.models.installed()):
        return True
    pair = name.rsplit("-", 1)[0] if app.translators.is_package(name) else name
    return any(
        one.name in (name, pair) or one.name.startswith(f"{pair}-")
        for one in app.translators.installed()
    )


def _pause(app: App, names: list[str]) -> None:
    for name in names:
        with suppress(DownloadNotFound, StateConflict):  # it ended in this moment
            app.downloads.pause(name)
