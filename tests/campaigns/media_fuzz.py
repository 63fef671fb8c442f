"""Damaged recordings by the hundred: each must decode or end in a MediaError, quickly.

    python tests/campaigns/media_fuzz.py --count 500 --seed 1

Each file is decoded in a child process, for a damaged file may crash native code; a crash, a hang,
an error that is not a MediaError or more memory than allowed is a failure.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import multiprocessing
import random
import resource
import sys
import tempfile
import time
import warnings
from pathlib import Path
from types import ModuleType

import numpy as np

from kopia_desktop.core.errors import MediaError
from kopia_desktop.worker.media import decode, probe

TESTS = Path(__file__).parent.parent
SECONDS_ALLOWED = 20.0
MEGABYTES_ALLOWED = 600


def load_samples() -> ModuleType:
    path = TESTS / "worker" / "media_samples.py"
    spec = importlib.util.spec_from_file_location("media_samples", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outcome_of(path: Path) -> str:
    """How one file ended, in a word."""
    try:
        probe(path)
        total = sum(len(block) for block in decode(path, max_seconds=3600.0))
    except MediaError as error:
        return error.code
    return "decoded" if total else "decoded nothing"


def work(paths: list[Path], answers: multiprocessing.connection.Connection) -> None:
    warnings.simplefilter("error")
    for path in paths:
        began = time.monotonic()
        outcome = outcome_of(path)
        seconds = time.monotonic() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        answers.send((path.name, outcome, seconds, peak))


def run(paths: list[Path]) -> tuple[collections.Counter[str], list[str], float, int]:
    """Decode all, a fresh child after each crash or hang: outcomes, failures, slowest, peak MB."""
    outcomes: collections.Counter[str] = collections.Counter()
    failures: list[str] = []
    slowest, peak = 0.0, 0
    left = list(paths)
    while left:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.get_context("spawn").Process(target=work, args=(left, sender))
        child.start()
        sender.close()
        try:
            while left and receiver.poll(SECONDS_ALLOWED + 10.0):
                _, outcome, seconds, megabytes = receiver.recv()
                outcomes[outcome] += 1
                slowest, peak = max(slowest, seconds), max(peak, megabytes)
                if seconds > SECONDS_ALLOWED or megabytes > MEGABYTES_ALLOWED:
                    failures.append(f"{left[0]}: {seconds:.1f} s, {megabytes} MB")
                left.pop(0)
        except EOFError:
            pass
        if left:
            child.kill()
        child.join()
        if left:
            failures.append(f"{left[0]}: the child ended with {child.exitcode}")
            left.pop(0)
    return outcomes, failures, slowest, peak


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    samples = load_samples()
    clip = TESTS / "data" / "speech" / "single_en_01.flac"
    speech = np.concatenate(list(decode(clip, max_seconds=60.0)))
    rng = random.Random(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="media_fuzz_"))
    whole = [*samples.make_samples(folder, speech).values(), *(TESTS / "data/media").iterdir()]
    paths = []
    for number in range(options.count):
        source = whole[number % len(whole)]
        path = folder / f"damaged_{number:04}_{source.name}"
        path.write_bytes(samples.mutated(source.read_bytes(), rng))
        paths.append(path)
    outcomes, failures, slowest, peak = run(paths)
    print(f"{options.count} damaged files of {len(whole)} kinds, seed {options.seed}")
    for outcome, count in outcomes.most_common():
        print(f"  {count:5} {outcome}")
    print(f"  slowest {slowest:.1f} s, peak {peak} MB, {len(failures)} failures")
    for failure in failures:
        print(f"  FAILED {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
