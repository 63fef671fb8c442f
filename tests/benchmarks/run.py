"""All figures, or the named ones, and one closing table: ``python -m tests.benchmarks.run``.

``--quick`` takes minutes and small recordings: it shows that the measuring works, its figures are
not the ones to quote. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from collections.abc import Callable

from tests.benchmarks import (
    accuracy,
    cancel,
    formality,
    jobs_list,
    memory,
    report,
    slow_clients,
    speed,
    startup,
    translation,
    uploads,
    window_memory,
    window_start,
    window_work,
)
from tests.benchmarks.report import Figure

PARTS: dict[str, Callable[..., list[Figure]]] = {
    "startup": startup.measure,
    "accuracy": accuracy.measure,
    "speed": speed.measure,
    "cancel": cancel.measure,
    "formality": formality.measure,
    "memory": memory.measure,
    "jobs_list": jobs_list.measure,
    "slow_clients": slow_clients.measure,
    "translation": translation.measure,
    "uploads": uploads.measure,
    "window_start": window_start.measure,
    "window_work": window_work.measure,
    "window_memory": window_memory.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    unknown = sorted(set(options.parts) - set(PARTS))
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    figures: list[Figure] = []
    for name in options.parts or PARTS:
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        figures += _measured(name, quick=options.quick)
        print(f"{name} took {time.monotonic() - began:.0f} s", flush=True)
    report.print_figures("All figures" + (" (quick)" if options.quick else ""), figures)
    return report.exit_code(figures)


def _measured(name: str, *, quick: bool) -> list[Figure]:
    """A part that breaks is a missed target; the others are still measured."""
    try:
        return PARTS[name](quick=quick)
    except (RuntimeError, OSError, ValueError, subprocess.SubprocessError) as error:
        print(f"{name} broke: {error}", flush=True)
        return [Figure(name, "broke, see above", "to be measured", False)]


if __name__ == "__main__":
    raise SystemExit(main())
