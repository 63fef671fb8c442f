"""The other side of the comparison: faster-whisper's batched pipeline, as a script would use it.

Run as a process of its own: ``python -m tests.benchmarks.baseline --began SECONDS --out OUT.json
FILE...``. Same model, number format, threads and batch size as the program; voice activity and
word times on. No tricks: the model is loaded once, each file is transcribed, one JSON is written.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.scoring import Passage

ROOT = Path(__file__).resolve().parent.parent.parent
MODEL = ROOT / "resources" / "speech-model"
BATCH = 8


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


def run_baseline(files: list[Path], folder: Path, *, multilingual: bool = False) -> BaselineRun:
    """Run the script on the files; ``multilingual`` lets it choose the language chunk by chunk."""
    out = folder / "baseline.json"
    began = time.time()
    command = [sys.executable, "-m", "tests.benchmarks.baseline", "--began", str(began)]
    command += ["--out", str(out), *(["--multilingual"] if multilingual else [])]
    subprocess.run([*command, *map(str, files)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
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


def _transcribe(options: argparse.Namespace) -> dict[str, Any]:
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    model = WhisperModel(
        str(MODEL), device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 1
    )
    pipeline = BatchedInferencePipeline(model)
    loaded = time.time() - options.began
    files = []
    for file in options.files:
        found, info = pipeline.transcribe(
            file, batch_size=BATCH, word_timestamps=True, multilingual=options.multilingual
        )
        first = None
        segments = []
        for segment in found:
            first = first or time.time() - options.began
            segments.append(
                {
                    "start": float(segment.start),
                    "end": float(segment.end),
                    "text": segment.text.strip(),
                    "words": _words(segment),
                }
            )
        files.append(
            {
                "file": Path(file).name,
                "language": info.language,
                "text": " ".join(segment["text"] for segment in segments),
                "segments": segments,
                "first_segment": first,
            }
        )
    return {"model_loaded": loaded, "files": files}


def _words(segment: Any) -> list[list[Any]]:
    """Words with their times; a part without a space before it ("25" + "0") belongs to its word."""
    words: list[list[Any]] = []
    for word in segment.words or ():
        if words and not word.word.startswith(" "):
            words[-1] = [words[-1][0] + word.word.strip(), words[-1][1], float(word.end)]
        else:
            words.append([word.word.strip(), float(word.start), float(word.end)])
    return words


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--began", type=float, default=time.time())
    parser.add_argument("--multilingual", action="store_true")
    options = parser.parse_args()
    options.out.write_text(json.dumps(_transcribe(options)), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
