"""Downloads from a hub where everything goes wrong: 200 by default.

``python -m tests.campaigns.downloads``. A real engine in a process of its own, its real child, a
hub on loopback. Each download has one theme (how it is troubled) and up to three cuts at random
bytes besides. It passes when it ends as its theme must: the model installed with the right bytes,
or the clear error that is expected, and after that, tried again, the model installed too. Then
nothing of it may be left anywhere. Of what was cut, at most one chunk a cut may have come twice.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import itertools
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psutil

from kopia_desktop.core.downloads import (
    DownloadKind,
    DownloadOrder,
    HubSource,
)
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.store.database import Database
from kopia_desktop.store.downloads import DownloadStore
from tests.benchmarks import report
from tests.benchmarks.report import Figure
from tests.fake_hub import NEEDED, FakeHub, Fault, Repository, Trouble, speech_model

CHUNK = 256 * 1024
"""What may come twice for each cut: what is on its way through the sockets' buffers."""

_RATE = 6_000_000
_DISK = 12 << 20
_LONG = 60.0


class Theme(StrEnum):
    CUTS = "cuts"
    RESETS = "resets"
    STALL = "stall"
    SLOW = "slow"
    WRONG_BYTES = "wrong bytes"
    WRONG_BYTES_AGAIN = "wrong bytes, again and again"
    WRONG_LENGTH = "wrong length"
    WRONG_LENGTH_AGAIN = "wrong length, again and again"
    FORBIDDEN = "403"
    MISSING = "404"
    BUSY = "429 and 503"
    BROKEN = "5xx"
    BROKEN_FOR_LONG = "5xx for long"
    NO_RANGE = "Range ignored or answered wrongly"
    NEW_TAG = "another ETag"
    ENCODED = "compressed on the way"
    API = "trouble of the API"
    SMALL_FILES = "trouble of the small files"
    CHILD_KILLED = "kill -9 of the child"
    ENGINE_KILLED = "kill -9 of the engine"
    ALL_KILLED = "kill -9 of both, several times"
    DISK_FULL = "disk full"
    FILE_TOO_LARGE = "limit on the size of a file"
    PAUSED = "paused and resumed"
    CANCELLED = "cancelled"


_EXPECTED = {
    Theme.WRONG_BYTES_AGAIN: "download_damaged",
    Theme.WRONG_LENGTH_AGAIN: "download_damaged",
    Theme.FORBIDDEN: "download_refused",
    Theme.MISSING: "download_missing",
    Theme.BROKEN_FOR_LONG: "download_interrupted",
    Theme.ENCODED: "download_refused",
    Theme.DISK_FULL: "disk_full",
    Theme.FILE_TOO_LARGE: "data_folder_unusable",
}

_FETCHED_AGAIN = frozenset(
    {
        Theme.WRONG_BYTES,
        Theme.WRONG_BYTES_AGAIN,
        Theme.WRONG_LENGTH,
        Theme.WRONG_LENGTH_AGAIN,
        Theme.NO_RANGE,
        Theme.NEW_TAG,
        Theme.ENCODED,
    }
)
"""Where it is right to fetch a file again from its first byte."""

_CUTTING = frozenset({Fault.CUT, Fault.RESET, Fault.STALL})


@dataclass(frozen=True, slots=True)
class Outcome:
    """``wrong`` says what was not as it must be; ``twice`` the most that came twice for one cut."""

    number: int
    theme: Theme
    error: str
    wrong: str
    cuts: int
    twice: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.theme:33} {self.error or 'installed':22} {self.cuts} cuts, {self.twice:6} bytes"
            f" twice, {self.seconds:5.2f} s: {self.wrong or 'as it must be'}"
        )


class Engine:
    """The engine's process, killed and started again."""

    def __init__(self, data: DataFolder, hub: FakeHub) -> None:
        self._data = data
        self._environment = {**os.environ, "KOPIA_MODEL_ENDPOINT": hub.url}
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.campaigns.download_engine", str(self._data.root)]
        self._process = subprocess.Popen(command, env=self._environment)

    def child(self) -> psutil.Process | None:
        with contextlib.suppress(psutil.NoSuchProcess):
            for child in psutil.Process(self._process.pid).children():
                if "spawn_main" in " ".join(child.cmdline()):
                    return child
        return None

    def kill(self) -> None:
        child = self.child()
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if child is not None:
            with contextlib.suppress(psutil.NoSuchProcess):
                child.wait(5.0)

    def kill_child(self) -> bool:
        child = self.child()
        if child is None:
            return False
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()
        return True

    def is_alive(self) -> bool:
        return self._process.poll() is None


class Campaign:
    """One hub, one data folder, one engine at a time."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.data = DataFolder(folder / "data")
        self.data.logs.mkdir(parents=True)
        self.data.downloads.mkdir()
        self.hub = FakeHub(bytes_per_second=_RATE)
        self.database = Database(self.data.database, backups=self.data.backups)
        self.service = DownloadService(DownloadStore(self.database), EventBus())
        self.engine = Engine(self.data, self.hub)

    def close(self) -> None:
        self.engine.kill()
        self.hub.close()
        self.database.close_all()

    # One download

    def run(self, number: int, theme: Theme) -> Outcome:
        name = f"model-{number}"
        files = speech_model(self.random.randint(1_500_000, 4_000_000), seed=number)
        repository = self.hub.add(f"maker/{name}", files)
        self._trouble(repository, theme)
        started = time.monotonic()
        order = DownloadOrder(name, DownloadKind.SPEECH_MODEL, HubSource(f"maker/{name}"), 1_000)
        self.service.start(order)
        wrong, error = "", ""
        try:
            self._meddle(name, repository, theme)
            error = self._ended(name)
            wrong = self._judged(name, repository, theme, error)
        except TimeoutError as failure:
            wrong = f"no end: {failure}; {self.service.find(name)}"
        twice, cuts = _twice(repository)
        if theme not in _FETCHED_AGAIN and twice > CHUNK:
            wrong = wrong or f"{twice} bytes came twice"
        twice = 0 if theme in _FETCHED_AGAIN else twice
        return Outcome(number, theme, error, wrong, cuts, twice, time.monotonic() - started)

    def _judged(self, name: str, repository: Repository, theme: Theme, error: str) -> str:
        """What is not as it must be; after an error the download is tried again."""
        if theme is Theme.CANCELLED:
            self._wait(lambda: not (self.data.downloads / name).exists(), "its folder is left")
            is_whole = (self.data.models / name).exists()  # the last byte was faster
            return self._leftovers(name, installed=is_whole)
        if error != _EXPECTED.get(theme, ""):
            return f"ended with {error or 'success'}"
        if error == "download_damaged":
            files = self.data.downloads / name / "files"
            if [path for path in files.iterdir() if path.name.startswith("model.bin")]:
                return "the wrong file was kept"
        if error:
            for troubles in repository.troubles.values():
                troubles.clear()
            self.service.retry(name)
            if again := self._ended(name):
                return f"tried again, it ended with {again}"
        self._wait(lambda: not (self.data.downloads / name).exists(), "its folder is left")
        for wanted in NEEDED:
            content = (self.data.models / name / wanted).read_bytes()
            if hashlib.sha256(content).digest() != _digest(repository.files[wanted]):
                return f"{wanted} has other bytes"
        return self._leftovers(name, installed=True)

    def _leftovers(self, name: str, *, installed: bool) -> str:
        """Files that nobody wants."""
        found = [path.name for path in self.data.downloads.iterdir() if path.name != "ballast"]
        expected = {name} if installed else set()
        models = [path.name for path in self.data.models.iterdir() if name in path.name]
        left = set(found) | (set(models) ^ expected)
        if installed:
            left |= {p.name for p in (self.data.models / name).iterdir()} ^ set(NEEDED)
        return f"left over: {sorted(left)}" if left else ""

    def _ended(self, name: str) -> str:
        """The code of the error it ended with; empty for one that is done or gone."""
        self._wait(lambda: not self._is_active(name), "it does not end")
        found = self.service.find(name)
        if found is None:
            return ""
        assert found.error is not None, found
        return found.error.code

    def _is_active(self, name: str) -> bool:
        found = self.service.find(name)
        return found is not None and found.status.is_active

    def _wait(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _LONG
        while not condition():
            if time.monotonic() > deadline or not self.engine.is_alive():
                raise TimeoutError(what)
            time.sleep(0.01)

    # What goes wrong

    def _trouble(self, repository: Repository, theme: Theme) -> None:
        size = len(repository.files["model.bin"])
        at = self.random.randrange
        many = [Trouble(fault, at(size)) for fault in _FAULTS.get(theme, ())]
        if theme is Theme.SLOW:
            many = [Trouble(Fault.SLOW, seconds=0.0002)]
        if theme is Theme.STALL:
            many = [Trouble(Fault.STALL, at(size), seconds=2.0)]
        if theme is Theme.BUSY:
            many = [Trouble(Fault.BUSY, seconds=self.random.randrange(2)), *many]
        places = sorted(at(size) for _ in range(self.random.randrange(4)))
        spans = [after - before for before, after in itertools.pairwise([0, *places])]
        cuts = [Trouble(Fault.CUT, span) for span in spans]
        place = self.random.randrange(len(cuts) + 1)
        if theme is Theme.NO_RANGE:
            place = len(cuts)
            cuts = cuts or [Trouble(Fault.CUT, at(size))]
        if theme is Theme.NEW_TAG:
            many = [Trouble(Fault.CUT, at(1, size)), *many, Trouble(Fault.CUT, at(size))]
        repository.troubles["model.bin"] = [*cuts[:place], *many, *cuts[place:]]
        if theme is Theme.API:
            repository.troubles[""] = [Trouble(f, at(60)) for f in (Fault.BROKEN, Fault.CUT)]
        if theme is Theme.SMALL_FILES:
            for name in NEEDED[:-1]:
                length = len(repository.files[name])
                repository.troubles[name] = [
                    Trouble(self.random.choice((Fault.CUT, Fault.RESET, Fault.BROKEN)), at(length)),
                    Trouble(self.random.choice((Fault.WRONG_BYTES, Fault.LONG)), at(length)),
                ]

    def _meddle(self, name: str, repository: Repository, theme: Theme) -> None:
        """What is done to it from outside while it runs."""
        size = len(repository.files["model.bin"])
        moment = self.random.randrange(size // 10, size * 9 // 10)
        match theme:
            case Theme.CHILD_KILLED:
                self._arrived(repository, moment)
                self.engine.kill_child()
            case Theme.ENGINE_KILLED:
                self._arrived(repository, moment)
                self.engine.kill()
                self.engine.start()
            case Theme.ALL_KILLED:
                for part in (0.2, 0.4, 0.6, 0.8):
                    self._arrived(repository, int(size * part))
                    if self.random.random() < 0.5:
                        self.engine.kill_child()
                    else:
                        self.engine.kill()
                        self.engine.start()
            case Theme.DISK_FULL:
                self._fill_disk(name, repository, moment)
            case Theme.FILE_TOO_LARGE:
                self._limit_files(name, repository, moment)
            case Theme.PAUSED:
                self._arrived(repository, moment)
                self.service.pause(name)
                self._wait(lambda: self.engine.child() is None, "the child goes on")
                self.service.resume(name)
            case Theme.CANCELLED:
                self._arrived(repository, moment)
                self.service.cancel(name)

    def _arrived(self, repository: Repository, count: int) -> None:
        """Wait until the hub has sent so many bytes of the large file."""
        self._wait(lambda: repository.bytes_sent("model.bin") >= count, "nothing arrives")

    def _fill_disk(self, name: str, repository: Repository, moment: int) -> None:
        ballast = self.data.downloads / "ballast"
        self._arrived(repository, moment)
        try:
            with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
                while True:
                    file.write(bytes(65536))
            self._wait(lambda: not self._is_active(name), "a full disk stops nothing")
        finally:
            ballast.unlink(missing_ok=True)

    def _limit_files(self, name: str, repository: Repository, moment: int) -> None:
        """The system refuses to let a file of the child grow, as some disks do."""
        self._arrived(repository, 1)
        child = self.engine.child()
        assert child is not None
        held = repository.bytes_sent("model.bin")
        limit = max(moment, held)
        resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (limit, limit))
        self._wait(lambda: not self._is_active(name), "the limit stops nothing")
        self.engine.kill_child()  # the next one has no limit


_FAULTS: dict[Theme, tuple[Fault, ...]] = {
    Theme.RESETS: (Fault.RESET, Fault.RESET),
    Theme.WRONG_BYTES: (Fault.WRONG_BYTES,),
    Theme.WRONG_BYTES_AGAIN: (Fault.WRONG_BYTES,) * 9,
    Theme.WRONG_LENGTH: (Fault.SHORT,),
    Theme.WRONG_LENGTH_AGAIN: (Fault.LONG,) * 9,
    Theme.FORBIDDEN: (Fault.FORBIDDEN,),
    Theme.MISSING: (Fault.MISSING,),
    Theme.BUSY: (Fault.UNAVAILABLE,),
    Theme.BROKEN: (Fault.BROKEN, Fault.BROKEN),
    Theme.BROKEN_FOR_LONG: (Fault.BROKEN,) * 20,
    Theme.NO_RANGE: (Fault.NO_RANGE,),
    Theme.NEW_TAG: (Fault.NEW_TAG,),
    Theme.ENCODED: (Fault.ENCODED,),
}


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _twice(repository: Repository) -> tuple[int, int]:
    """The most bytes of the large file that came twice at one cut, and how many cuts there were."""
    spans = repository.sent.get("model.bin", [])
    again = [max(0, before[1] - after[0]) for before, after in itertools.pairwise(spans)]
    return max(again, default=0), len(again)


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of its own at ``folder``, where the system lets us mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=False)


def campaign(
    folder: Path, *, count: int, seed: int, themes: Sequence[Theme] = tuple(Theme)
) -> list[Outcome]:
    made = Campaign(folder, seed)
    outcomes = []
    with small_disk(made.data.downloads) as can_fill:
        possible = [theme for theme in themes if can_fill or theme is not Theme.DISK_FULL]
        try:
            for number in range(count):
                outcome = made.run(number, possible[number % len(possible)])
                outcomes.append(outcome)
                print(f"{number + 1:3}/{count} {outcome}", flush=True)
        finally:
            made.close()
    return outcomes


def figures_of(outcomes: list[Outcome]) -> list[Figure]:
    count = len(outcomes)
    good = sum(not outcome.wrong for outcome in outcomes)
    cuts = sum(outcome.cuts for outcome in outcomes)
    most = max((outcome.twice for outcome in outcomes), default=0)
    errors = Counter(outcome.error for outcome in outcomes if outcome.error)
    return [
        Figure(
            "downloads with the right bytes or the clear error that is due, nothing left over",
            f"{good} of {count}",
            f"{count} of {count}",
            good == count,
        ),
        Figure(
            f"  of {cuts} cuts: most bytes that came twice", f"{most}", f"<= {CHUNK}", most <= CHUNK
        ),
        *(Figure(f"  {code}, installed when tried again", f"{n}") for code, n in errors.items()),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="downloads (200)")
    parser.add_argument("--seed", type=int, default=1, help="of sizes and moments (1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kopia-downloads-") as name:
        outcomes = campaign(Path(name), count=options.count, seed=options.seed)
    figures = figures_of(outcomes)
    report.print_figures("Downloads", figures)
    return report.exit_code(figures)


if __name__ == "__main__":
    raise SystemExit(main())
