"""A screen of its own (Xvfb), with a hand on mouse and keyboard (xdotool) as a person has it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import psutil

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1600, 1000)
SECONDS = 40.0

T = TypeVar("T")


def missing_programs() -> list[str]:
    """What this needs and the computer has not."""
    return [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]


def wait(what: Callable[[], T], *, seconds: float = SECONDS) -> T:
    """Until it gives something that is true; returns that."""
    deadline = time.monotonic() + seconds
    while True:
        found = what()
        if found:
            return found
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        time.sleep(0.05)


@dataclass(slots=True)
class Screen:
    """One X server; programs are started on it and used through it."""

    display: str
    folder: Path
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """A program on this screen, in the tests' Python; its errors go into a file."""
        environment = os.environ | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        with (self.folder / "errors.txt").open("ab") as errors:
            process = subprocess.Popen(
                [sys.executable, *map(str, command)],
                env=environment,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self._running.append(process)
        return process

    def program(self, *arguments: object) -> subprocess.Popen[bytes]:
        """``kopia-desktop`` with these arguments."""
        return self.start("-m", "kopia_desktop", *arguments)

    def windows(self, title: str) -> list[str]:
        """The ids of the visible windows with that title."""
        found = self._xdotool("search", "--onlyvisible", "--name", f"^{re.escape(title)}", may=True)
        return found.split()

    def wait_for(self, title: str) -> str:
        return wait(lambda: self.windows(title))[-1]

    def focus(self, title: str) -> str:
        """The keyboard goes to the window: there is no window manager to do it."""
        window = self.wait_for(title)
        self._xdotool("windowfocus", "--sync", window)
        return window

    def move_window(self, title: str, x: int, y: int) -> None:
        self._xdotool("windowmove", "--sync", self.wait_for(title), str(x), str(y))

    def key(self, *keys: str) -> None:
        """Press keys, by X's names: ``ctrl+Return``, ``Home``."""
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "15", text)

    def click(self, x: int, y: int) -> None:
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """With the button held, in steps as a hand moves."""
        self._xdotool("mousemove", *map(str, start))
        time.sleep(0.1)
        self._xdotool("mousedown", "1")
        steps = 20
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            self._xdotool("mousemove", str(x), str(y))
            time.sleep(0.02)
        for wiggle in (3, -3, 0):
            self._xdotool("mousemove", str(end[0] + wiggle), str(end[1]))
            time.sleep(0.1)

    def let_go(self) -> None:
        self._xdotool("mouseup", "1")

    def errors(self) -> str:
        """What the programs said."""
        return (self.folder / "errors.txt").read_text("utf-8", "replace")

    def close(self) -> None:
        """End what still runs, with its children."""
        for process in self._running:
            if process.poll() is None:
                for child in psutil.Process(process.pid).children(recursive=True):
                    child.kill()
                process.kill()
            process.wait()

    def _xdotool(self, *arguments: str, may: bool = False) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=os.environ | {"DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert may or done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen that nobody else uses; ``folder`` is where its programs stand."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{SIZE[0]}x{SIZE[1]}x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        assert number, "Xvfb did not start"
        made = Screen(f":{number}", folder)
        try:
            yield made
        finally:
            made.close()
    finally:
        server.terminate()
        server.wait()
