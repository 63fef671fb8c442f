"""Word error rate, sentences and word times, against faster-whisper's batched pipeline.

Both sides get the same files and the same model. Clip by clip, then the clips joined into one
hour with pauses and noise beds: in English alone, and in both languages mixed. There the other
side runs twice, with its defaults and choosing the language chunk by chunk; its better run counts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import recordings, report
from tests.benchmarks.baseline_run import run_baseline
from tests.benchmarks.program import transcribe
from tests.benchmarks.recordings import Recording
from tests.benchmarks.report import Figure
from tests.benchmarks.scoring import (
    Passage,
    SentenceScore,
    TimedWord,
    TimeScore,
    align,
    sentence_score,
    time_score,
    timed_words,
    word_errors,
)

TOTAL_MARGIN = 0.3
JOINED_MARGIN = 0.5
SENTENCE_SHARE = 0.85
WORD_START_MEDIAN = 0.15
DRIFT = 0.05
"""No drift: at most so many seconds between the median errors of the first and the last third."""

Matches = list[tuple[TimedWord, TimedWord]]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one recording was recognised by one side."""

    errors: int
    words: int
    sentences: SentenceScore
    matches: Matches

    @property
    def rate(self) -> float:
        """Word error rate in percent."""
        return 100 * self.errors / max(self.words, 1)


def score(recording: Recording, text: str, segments: Sequence[Passage]) -> Score:
    """Compare a recognised text and its segments with what was said."""
    said = " ".join(word.text for word in recording.words)
    errors, words = word_errors(said, text)
    matches = align(recording.words, timed_words(segments)).matches()
    return Score(errors, words, sentence_score(recording.sentences, segments), matches)


def total(scores: Sequence[Score]) -> Score:
    """All scores as one."""
    return Score(
        sum(item.errors for item in scores),
        sum(item.words for item in scores),
        sum((item.sentences for item in scores), SentenceScore(0, 0, 0, 0)),
        [match for item in scores for match in item.matches],
    )


def _ours(files: Sequence[Recording], folder: Path) -> list[Score]:
    results, _ = transcribe([item.path for item in files], folder)
    found = [results[item.path.stem] for item in files]
    return [score(item, r.text, r.segments) for item, r in zip(files, found, strict=True)]


def _theirs(files: Sequence[Recording], folder: Path, *, multilingual: bool = False) -> list[Score]:
    run = run_baseline([item.path for item in files], folder, multilingual=multilingual)
    found = [run.results[item.path.name] for item in files]
    return [score(item, r.text, r.segments) for item, r in zip(files, found, strict=True)]


def measure_clips(folder: Path) -> list[Figure]:
    """The held-out clips, each and together."""
    clips = recordings.heldout()
    ours, theirs = _ours(clips, folder), _theirs(clips, folder)
    for clip, one, other in zip(clips, ours, theirs, strict=True):
        print(_clip_line(clip, one, other), flush=True)
    long = [index for index, clip in enumerate(clips) if clip.is_long]
    ours_long = total([ours[index] for index in long])
    theirs_long = total([theirs[index] for index in long])
    not_worse = sum(ours[index].errors <= theirs[index].errors for index in long)
    return [
        _rates("word error rate, 17 clips", total(ours), total(theirs), margin=TOTAL_MARGIN),
        _rates("word error rate, 5 long clips", ours_long, theirs_long, margin=0.0),
        Figure("  each better or equal", f"{not_worse} of {len(long)}"),
        *_sentences("long clips", ours_long.sentences, theirs_long.sentences),
        *_times("long clips", time_score(ours_long.matches), time_score(theirs_long.matches)),
        _drift("5-minute clip", time_score(max(ours, key=lambda item: item.words).matches)),
    ]


def measure_joined(folder: Path, *, minutes: float) -> list[Figure]:
    """The clips joined: English, and both languages mixed."""
    length = f"joined {minutes:g} min"
    english = [recordings.joined(minutes, languages=("en",))]
    ours, theirs = _ours(english, folder / "en")[0], _theirs(english, folder)[0]
    mixed = [recordings.joined(minutes, languages=("en", "es"))]
    ours_mixed = _ours(mixed, folder / "mixed")[0]
    default = _theirs(mixed, folder)[0]
    by_chunk = _theirs(mixed, folder, multilingual=True)[0]
    print(f"{length}, mixed, other side: {default.rate:.2f} %, by chunk {by_chunk.rate:.2f} %")
    best = min(default, by_chunk, key=lambda item: item.errors)
    return [
        _rates(f"word error rate, {length}, English", ours, theirs, margin=JOINED_MARGIN),
        _rates(f"word error rate, {length}, all clips", ours_mixed, best, margin=JOINED_MARGIN),
        _share(f"segments that are sentences, {length}", ours.sentences, theirs.sentences),
        _drift(f"{length}, English", time_score(ours.matches)),
    ]


def _clip_line(clip: Recording, ours: Score, theirs: Score) -> str:
    return (
        f"{clip.path.name:20} {clip.duration:6.1f} s {ours.words:4} words   errors: ours "
        f"{ours.errors:3} ({ours.rate:5.2f} %), other {theirs.errors:3} ({theirs.rate:5.2f} %)   "
        f"sentences {ours.sentences.agreeing}/{ours.sentences.segments} segments"
    )


def _rates(name: str, ours: Score, theirs: Score, *, margin: float) -> Figure:
    limit = theirs.rate + margin
    allowed = f"{theirs.rate:.2f} % + {margin}" if margin else f"{theirs.rate:.2f} %"
    # Compared in whole errors: a rate must not fail by the rounding of a division.
    passed = ours.errors <= limit * ours.words / 100 + 1e-6
    value = f"{ours.rate:.2f} % ({ours.errors} of {ours.words})"
    return Figure(name, value, f"<= {allowed}", passed)


def _share(name: str, ours: SentenceScore, theirs: SentenceScore) -> Figure:
    value = f"{ours.share:.1%} ({ours.agreeing} of {ours.segments}), other {theirs.share:.1%}"
    return Figure(name, value)


def _sentences(where: str, ours: SentenceScore, theirs: SentenceScore) -> list[Figure]:
    shown = _share(f"segments that are sentences, {where}", ours, theirs)
    passed = ours.share >= SENTENCE_SHARE
    strict = f"{ours.strict_share:.1%}, other {theirs.strict_share:.1%}"
    found = f"{ours.agreeing} of {ours.sentences}"
    return [
        Figure(shown.name, shown.value, f">= {SENTENCE_SHARE:.0%}", passed),
        Figure("  and every word right", strict),
        Figure("  sentences that are a segment", found),
    ]


def _times(where: str, ours: TimeScore, theirs: TimeScore) -> list[Figure]:
    value = f"{ours.median:.3f} s, other {theirs.median:.3f} s"
    passed = ours.median < WORD_START_MEDIAN
    return [
        Figure(f"word start, median error, {where}", value, f"< {WORD_START_MEDIAN} s", passed),
        Figure("  90th percentile", f"{ours.p90:.3f} s, other {theirs.p90:.3f} s"),
    ]


def _drift(where: str, ours: TimeScore) -> Figure:
    value = f"{ours.drift:+.3f} s ({ours.early:+.3f} to {ours.late:+.3f}), median {ours.median:.3f}"
    return Figure(f"word start, drift, {where}", value, f"<= {DRIFT} s", abs(ours.drift) <= DRIFT)


def measure(*, quick: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kopia-accuracy-") as name:
        folder = Path(name)
        figures = measure_clips(folder / "clips")
        return figures + measure_joined(folder / "joined", minutes=15 if quick else 60)


if __name__ == "__main__":
    raise SystemExit(
        report.main("Accuracy", measure, quick_means="join 15 minutes in place of an hour")
    )
