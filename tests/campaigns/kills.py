"""Kills the program at random moments and looks whether anything is lost: 60 times by default.

``python -m tests.campaigns.kills``. First two undisturbed runs of a 30-minute file, which must
agree. Then runs in fresh data folders; in each, at a moment drawn evenly from the undisturbed run's
length, SIGKILL goes by turns to the command and to one of its children. After the command was
killed its children must end by themselves, and the same command is started again; after a child was
killed the command must go on by itself. A run passes when it ends with exit code 0, text and times
equal the undisturbed run's, no section that was finished is done again, and at most one is handed
out twice.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks import program, recordings, report
from tests.benchmarks.program import Result, Running
from tests.benchmarks.recordings import Recording
from tests.benchmarks.report import Figure

ORPHAN_SECONDS = 2.0
MOST_REPEATED = 1
WAIT_FOR_CHILD = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """One kill: of the command or of a child, so many seconds after the start."""

    number: int
    of_child: bool
    moment: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one kill.

    ``orphans``: seconds until the children of the killed command were gone, None when they were not
    in time (0 for a killed child). ``redone``: sections finished before the kill whose segments are
    others now. ``repeated``: how often a section was handed out beyond once each.
    """

    plan: Plan
    finished_before: int
    completed: bool
    same: bool
    orphans: float | None
    redone: int
    repeated: int
    seconds: float
    error: str = ""

    @property
    def passed(self) -> bool:
        return (
            self.completed
            and self.same
            and self.orphans is not None
            and self.redone == 0
            and self.repeated <= MOST_REPEATED
        )

    def __str__(self) -> str:
        gone = "children stayed" if self.orphans is None else f"children gone {self.orphans:.2f} s"
        return (
            f"{'PASS' if self.passed else 'FAIL'}  {'child' if self.plan.of_child else 'command'} "
            f"killed at {self.plan.moment:6.2f} s, {self.finished_before} sections done; "
            f"{'completed' if self.completed else 'NOT completed'}, "
            f"{'equal' if self.same else 'DIFFERENT'}, {gone}, {self.redone} redone, "
            f"{self.repeated} handed out again, {self.seconds:.1f} s {self.error}"
        ).rstrip()


class EndedFirst(Exception):
    """The command was through before the kill: the moment is to be drawn anew."""


class Ledger:
    """What the program's database says about its sections."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "data" / "kopia.db"

    def finished(self) -> dict[int, tuple[int, ...]]:
        """Keys of the stored segments by section, for every section that is done."""
        if not self._path.exists():
            return {}
        try:
            done = self._rows("SELECT position FROM sections WHERE status = 'done'")
            kept: dict[int, tuple[int, ...]] = {position: () for (position,) in done}
            for section, key in self._rows("SELECT section, id FROM segments ORDER BY id"):
                kept[section] = (*kept.get(section, ()), key)
        except sqlite3.OperationalError:  # killed before its tables were made
            return {}
        return kept

    def repeated(self) -> int:
        """Times sections with speech were handed to a child, beyond once each."""
        query = "SELECT sum(attempts) - count(*) FROM sections WHERE file_name IS NOT NULL"
        return int(self._rows(query)[0][0] or 0)

    def _rows(self, query: str) -> list[tuple[int, ...]]:
        with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("BEGIN")
            return connection.execute(query).fetchall()


def kill_once(recording: Recording, folder: Path, plan: Plan, *, expected: Result) -> Outcome:
    """One run with one kill. Raises EndedFirst when there was nothing left to kill."""
    began = time.monotonic()
    ledger = Ledger(folder)
    running = program.start([recording.path], folder)
    try:
        if plan.of_child:
            before = _kill_child(running, plan, ledger)
            orphans: float | None = 0.0
        else:
            before, orphans = _kill_command(running, plan, ledger)
            running = program.start([recording.path], folder)
        try:
            written, error = running.finish(), ""
        except RuntimeError as failure:
            written, error = [], str(failure)
    finally:
        running.stop()
    after = ledger.finished()
    return Outcome(
        plan=plan,
        finished_before=len(before),
        completed=len(written) == 1,
        same=len(written) == 1 and program.read(written[0]).fingerprint == expected.fingerprint,
        orphans=orphans,
        redone=sum(after.get(section) != keys for section, keys in before.items()),
        repeated=ledger.repeated(),
        seconds=time.monotonic() - began,
        error=error,
    )


def _kill_command(
    running: Running, plan: Plan, ledger: Ledger
) -> tuple[dict[int, tuple[int, ...]], float | None]:
    _sleep_until(running, plan.moment)
    children = running.descendants()
    running.process.kill()
    if running.process.wait() == 0:
        raise EndedFirst
    orphans = program.seconds_until_gone(children, ORPHAN_SECONDS)
    for child in children:
        program.kill(child)
    running.process.communicate()
    return ledger.finished(), orphans


def _kill_child(running: Running, plan: Plan, ledger: Ledger) -> dict[int, tuple[int, ...]]:
    _sleep_until(running, plan.moment)
    while not (workers := running.workers()):
        # The first child is not there yet, or the last is gone already.
        if running.process.poll() is not None or running.elapsed > plan.moment + WAIT_FOR_CHILD:
            raise EndedFirst
        time.sleep(0.002)
    victim: psutil.Process = random.Random(plan.number).choice(workers)
    before = ledger.finished()
    program.kill(victim)
    return before


def _sleep_until(running: Running, moment: float) -> None:
    while running.elapsed < moment:
        if running.process.poll() is not None:
            raise EndedFirst
        time.sleep(min(0.01, max(moment - running.elapsed, 0.0)))


def undisturbed(recording: Recording, folder: Path) -> tuple[Result, float]:
    """Two runs that nothing disturbs; they must give the same, or nothing can be compared."""
    results = []
    for turn in range(2):
        found, seconds = program.transcribe([recording.path], folder / f"undisturbed-{turn}")
        results.append(found[recording.path.stem])
    if results[0].fingerprint != results[1].fingerprint:
        raise RuntimeError("two undisturbed runs differ: text and times cannot be compared")
    repeated = Ledger(folder / "undisturbed-1").repeated()
    print(
        f"undisturbed: {seconds:.1f} s, {len(results[1].segments)} segments, "
        f"{repeated} sections handed out again",
        flush=True,
    )
    return results[1], seconds


def campaign(recording: Recording, folder: Path, *, count: int, seed: int) -> list[Outcome]:
    """All kills, each told as it is over."""
    expected, length = undisturbed(recording, folder)
    chance = random.Random(seed)
    outcomes: list[Outcome] = []
    drawn = 0
    while len(outcomes) < count:
        plan = Plan(drawn, bool(len(outcomes) % 2), chance.uniform(0.0, length))
        drawn += 1
        if drawn > 5 * count:
            raise RuntimeError("the command ends too early to be killed")
        try:
            with tempfile.TemporaryDirectory(dir=folder) as name:
                outcome = kill_once(recording, Path(name), plan, expected=expected)
        except EndedFirst:
            print(f"      ended before {plan.moment:.2f} s, drawn anew", flush=True)
            continue
        outcomes.append(outcome)
        print(f"{len(outcomes):3}/{count} {outcome}", flush=True)
    return outcomes


def figures_of(outcomes: list[Outcome], minutes: float) -> list[Figure]:
    count = len(outcomes)
    passed = sum(outcome.passed for outcome in outcomes)
    completed = sum(outcome.completed for outcome in outcomes)
    same = sum(outcome.same for outcome in outcomes)
    most = max(outcome.repeated for outcome in outcomes)
    gone = [outcome.orphans for outcome in outcomes if not outcome.plan.of_child]
    slowest = max((seconds for seconds in gone if seconds is not None), default=0.0)
    redone = sum(outcome.redone for outcome in outcomes)
    return [
        Figure(
            f"kills in a {minutes:g}-minute file, all conditions met",
            f"{passed} of {count}",
            f"{count} of {count}",
            passed == count,
        ),
        Figure("  completed", f"{completed} of {count}", f"{count}", completed == count),
        Figure("  text and times equal", f"{same} of {count}", f"{count}", same == count),
        Figure("  sections handed out again, at most", f"{most}", f"<= {MOST_REPEATED}", most <= 1),
        Figure("  finished sections done again", f"{redone}", "0", redone == 0),
        Figure(
            "  children gone after the command's death, slowest",
            f"{slowest:.2f} s" if None not in gone else "some stayed",
            f"<= {ORPHAN_SECONDS:g} s",
            None not in gone,
        ),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60, help="kills (60)")
    parser.add_argument("--minutes", type=float, default=30.0, help="length of the file (30)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kopia-kills-") as name:
        recording = recordings.minutes(options.minutes)
        outcomes = campaign(recording, Path(name), count=options.count, seed=options.seed)
    figures = figures_of(outcomes, options.minutes)
    report.print_figures("Kills", figures)
    return report.exit_code(figures)


if __name__ == "__main__":
    raise SystemExit(main())
