"""Runs the other side's script and reads what it wrote."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.program import environment
from tests.benchmarks.scoring import Passage

_HERE = Path(__file__).resolve().parent
SCRIPT = _HERE / "baseline.py"
MODEL = _HERE.parent.parent / "resources" / "speech-model"


@dataclass(frozen=True, slots=True)
class BaselineResult:
    """One file: text, segments, and the second (since the process began) its first segment came."""

    text: str
    language: str
    segments: tuple[Passage, ...]
    first_segment: float | None


@dataclass(frozen=True, slots=True)
class BaselineRun:
    """A whole run of the script; times in seconds since the process was started."""

    results: dict[str, BaselineResult]
    model_loaded: float
    seconds: float


def run_baseline(files: Sequence[Path], folder: Path, *, multilingual: bool = False) -> BaselineRun:
    """Run the script on the files; ``multilingual`` lets it choose the language chunk by chunk."""
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "baseline.json"
    began = time.time()
    command = [sys.executable, str(SCRIPT), "--model", str(MODEL), "--out", str(out)]
    command += ["--began", str(began), *(["--multilingual"] if multilingual else [])]
    subprocess.run([*command, *map(str, files)], check=True, cwd=folder, env=environment())
    seconds = time.time() - began
    written = json.loads(out.read_text("utf-8"))
    results = {row["file"]: _result(row) for row in written["files"]}
    return BaselineRun(results, written["model_loaded"], seconds)


def _result(row: dict[str, Any]) -> BaselineResult:
    segments = tuple(
        Passage(s["start"], s["end"], tuple((w, a, b) for w, a, b in s["words"]))
        for s in row["segments"]
    )
    return BaselineResult(row["text"], row["language"], segments, row["first_segment"])
