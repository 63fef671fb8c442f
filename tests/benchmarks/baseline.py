"""The other side of the comparison: faster-whisper's batched pipeline, as a script would use it.

Run as a process of its own (by ``baseline_run``): ``baseline.py --model FOLDER --out OUT.json
FILE...``. Same model, number format, threads and batch size as the program; voice activity and
word times on. No tricks: the model is loaded once, each file is transcribed, one JSON is written.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

BATCH = 8


def transcribe(options: argparse.Namespace) -> dict[str, Any]:
    """Transcribe the files; times are seconds since ``options.began``."""
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    model = WhisperModel(
        str(options.model), device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 1
    )
    pipeline = BatchedInferencePipeline(model)
    loaded = time.time() - options.began
    files = [_transcribe_file(pipeline, file, options) for file in options.files]
    return {"model_loaded": loaded, "files": files}


def _transcribe_file(pipeline: Any, file: str, options: argparse.Namespace) -> dict[str, Any]:
    found, info = pipeline.transcribe(
        file, batch_size=BATCH, word_timestamps=True, multilingual=options.multilingual
    )
    first = None
    segments = []
    for segment in found:
        if first is None:
            first = time.time() - options.began
        segments.append(
            {
                "start": float(segment.start),
                "end": float(segment.end),
                "text": segment.text.strip(),
                "words": _words(segment),
            }
        )
    return {
        "file": Path(file).name,
        "language": info.language,
        "text": " ".join(segment["text"] for segment in segments),
        "segments": segments,
        "first_segment": first,
    }


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
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--began", type=float, default=time.time(), help="start, Unix time")
    parser.add_argument("--multilingual", action="store_true", help="language chunk by chunk")
    options = parser.parse_args()
    options.out.write_text(json.dumps(transcribe(options)), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
