"""A data folder as it looks after a few weeks of use; made once, copied for every variant."""

from __future__ import annotations

import json
import math
import random
import shutil
import time
import wave
from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.core.events import JobChanged, SegmentsAdded
from kopia_desktop.core.job import Job, JobError, JobOptions, JobStatus, MediaInfo, MediaType
from kopia_desktop.core.paths import resource
from kopia_desktop.core.speech_models import STARTER
from kopia_desktop.core.transcript import Doubt, Segment, Word
from kopia_desktop.core.translation import TranslatedSegment, source_hash
from kopia_desktop.core.waveform import MAGIC, PEAKS_PER_SECOND
from kopia_desktop.services.intake import NewJob
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore
from tests import sections
from tests.screens import texts

_PATIENCE = 180.0
_RATE = 8000
_BETWEEN = 0.7
"""Seconds of silence between two lines."""

_UNSPACED = ("ja", "zh")


def build(folder: Path) -> None:
    """Make ``folder/data`` and the recordings in ``folder/media``; ``jobs.json`` names the jobs."""
    media = folder / "media"
    media.mkdir(parents=True)
    sample = _really_transcribed(folder / "data", media / "sample.mp4")
    app = App(folder / "data")
    try:
        jobs = {"sample": sample, **_Content(app, media).made()}
    finally:
        app.close()
    (folder / "jobs.json").write_text(json.dumps(jobs), "utf-8")


def jobs_of(folder: Path) -> dict[str, str]:
    """Ids of the jobs by the short names that the scenes use."""
    known: dict[str, str] = json.loads((folder / "jobs.json").read_text("utf-8"))
    return known


def go_on(app: App, job_id: str, index: int) -> None:
    """The engine has recognised one more section of a running job."""
    _recognised(WorkStore(app.database), job_id, index)
    app.bus.publish(SegmentsAdded(job_id, index))
    app.bus.publish(JobChanged(job_id))


def _really_transcribed(data: Path, path: Path) -> str:
    """The bundled sample, by the engine."""
    shutil.copyfile(resource("sample", "sample.mp4"), path)
    app = App(data)
    try:
        job = app.intake.add(path, JobOptions(model=STARTER))
        app.start_engine()
        deadline = time.monotonic() + _PATIENCE
        while not app.jobs.get(job.id).status.is_finished():
            if time.monotonic() > deadline:
                raise TimeoutError("the sample was not transcribed in time")
            time.sleep(0.1)
        done = app.jobs.get(job.id)
        if done.status is not JobStatus.COMPLETED:
            raise RuntimeError(f"the sample was not transcribed: {done.error}")
        return job.id
    finally:
        app.close()


class _Content:
    """Makes the jobs, the oldest first."""

    def __init__(self, app: App, media: Path) -> None:
        self.app = app
        self.media = media
        self.work = WorkStore(app.database)

    def made(self) -> dict[str, str]:
        return self._failed() | self._finished() | self._unfinished()

    def _finished(self) -> dict[str, str]:
        moved = self._completed("Weekly meeting 2026-11-16.m4a", "en", texts.MEETING)
        Path(self._path(moved)).unlink()
        interview = self._completed(
            "Interview with Ana about the budget.wav", "en", [line for line, _ in texts.INTERVIEW]
        )
        self._translate(interview)
        return {
            "moved": moved,
            "arabic": self._completed("مقابلة إذاعية عن المكتبة.mp3", "ar", texts.ARABIC),
            "japanese": self._completed("図書館インタビュー.m4a", "ja", texts.JAPANESE),
            "german": self._completed(
                "Verwaltungsausschuss_Sitzungsprotokoll_2026-11-03_Aufnahme_Saal_2_endgültige"
                "_Fassung.wav",
                "de",
                texts.GERMAN,
            ),
            "silent": self._completed("Test recording without anyone speaking.wav", "en", ()),
            "interview": interview,
        }

    def _failed(self) -> dict[str, str]:
        """What a core error says in English is worded anew by the window."""
        errors = {
            "no_audio": ("Screen capture.mkv", "no_audio"),
            "damaged": ("voice-memo-0417.m4a", "media_damaged"),
            "memory": ("Panel discussion, day two.flac", "out_of_memory"),
        }
        made = {}
        for name, (file, code) in errors.items():
            job = self._job(file, 5.0)
            self.work.begin(job.id, MediaInfo(MediaType.AUDIO, 312.0, "wav", "pcm_s16le", 1))
            self.work.fail(job.id, JobError(code, "What went wrong.", "What to do."))
            made[name] = job.id
        return made

    def _unfinished(self) -> dict[str, str]:
        paused = self._running("Oral history, tape 12, side B.wav", 3140.0)
        for index in range(9):
            _recognised(self.work, paused, index)
        self.app.jobs.set_paused(paused, paused=True)
        running = self._running("Lecture 12, what maps leave out.wav", 4323.0)
        for index in range(12):
            _recognised(self.work, running, index)
        second = self._running("Choir rehearsal.wav", 960.0)
        queued = [self._job(f"Oral history, tape {n}, side A.wav", 4.0).id for n in (13, 14)]
        url = "https://media.example.com/podcasts/episode-118.mp3"
        link = self.app.intake.create(NewJob(JobOptions(), media_url=url))
        return {
            "paused": paused,
            "running": running,
            "starting": second,
            "queued": queued[0],
            "fetching": link.id,
        }

    def _job(self, name: str, seconds: float) -> Job:
        path = self.media / name
        _write_sound(path, seconds)
        return self.app.intake.add(path, JobOptions())

    def _path(self, job_id: str) -> str:
        media = self.app.jobs.get(job_id).media
        assert media is not None
        return media.path

    def _running(self, name: str, duration: float) -> str:
        """Cut into sections of a minute and a half, none recognised."""
        job = self._job(name, 30.0)
        cut = [
            sections.section(index, 90.0 * index, min(90.0 * (index + 1), duration))
            for index in range(math.ceil(duration / 90))
        ]
        sections.prepare(self.work, job.id, cut)
        _write_peaks(self.app.data.peaks(job.id), _murmur(duration), duration)
        return job.id

    def _completed(self, name: str, language: str, lines: Sequence[str]) -> str:
        segments = _spoken(lines, language)
        duration = segments[-1].end + 2.4 if segments else 48.0
        job = self._job(name, duration)
        whole = sections.section(0, 0.0, duration, has_speech=bool(segments))
        sections.prepare(self.work, job.id, (whole,), language=language)
        spoken = [(word.start, word.end) for segment in segments for word in segment.words]
        _write_peaks(self.app.data.peaks(job.id), spoken, duration)
        sections.recognise(self.work, job.id, 0, segments, language=language)
        return job.id

    def _translate(self, job_id: str) -> None:
        """To Spanish; one line of the original changes afterwards."""
        store = TranslationStore(self.app.database)
        made = store.add(job_id, ["es"], formal=True)[0]
        plan = store.begin(made.id)
        assert plan is not None
        spanish = dict(texts.INTERVIEW)
        saved = [
            TranslatedSegment(one.segment_id, source_hash(one.text), spanish[one.text])
            for one in store.waiting(made.id, plan.segment_ids).segments
        ]
        store.save(made.id, saved, formal_applied=True, progress=1)
        store.complete(made.id)
        number, text = texts.EDITED
        segments = self.app.transcripts.read(job_id, remove_fillers=False).segments
        self.app.transcripts.edit(job_id, segments[number].id, text=text)


def _recognised(work: WorkStore, job_id: str, index: int) -> None:
    lines = [texts.LECTURE[(3 * index + n) % len(texts.LECTURE)] for n in range(3)]
    spoken = _spoken(lines, "en", start=90.0 * index + 0.4)
    sections.recognise(work, job_id, index, spoken)


def _spoken(lines: Sequence[str], language: str, *, start: float = 0.4) -> list[Segment]:
    """The lines one after the other, words as long as they are written."""
    made: list[Segment] = []
    for line in lines:
        glued = language in _UNSPACED
        pieces = [line[at : at + 2] for at in range(0, len(line), 2)] if glued else line.split()
        words: list[Word] = []
        now = start
        for number, piece in enumerate(pieces):
            end = now + 0.12 + 0.05 * len(piece)
            hard = piece.strip(".,!?") in texts.DOUBTFUL and not _is_said(made, piece)
            confidence = 0.31 if hard else 0.93  # the hard word alone is marked
            words.append(Word(piece, now, end, confidence, glued and number > 0))
            now = end + 0.04
        doubt = Doubt.CONFIDENCE if line == texts.MUMBLED else None
        made.append(Segment(0, start, words[-1].end, line, tuple(words), doubt))
        start = words[-1].end + _BETWEEN
    return made


def _is_said(segments: Sequence[Segment], word: str) -> bool:
    """Whether it was said before: only the first time is a word hard to hear."""
    return any(word in segment.text for segment in segments)


def _write_sound(path: Path, seconds: float) -> None:
    """A quiet hum, so that every player can open it."""
    period = bytes(128 + round(6 * math.sin(2 * math.pi * n / 40)) for n in range(40))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(_RATE)
        file.writeframes(period * round(seconds * _RATE / len(period)))


def _write_peaks(path: Path, spoken: Sequence[tuple[float, float]], duration: float) -> None:
    """Each word swells and falls; between them it is nearly flat."""
    chance = random.Random(7)
    heights = [1] * math.ceil(duration * PEAKS_PER_SECOND)
    for start, end in spoken:
        first, loud = round(start * PEAKS_PER_SECOND), chance.uniform(30, 100)
        count = min(round(end * PEAKS_PER_SECOND), len(heights)) - first
        for number in range(count):
            swell = math.sin(math.pi * (number + 0.5) / count) ** 0.7
            heights[first + number] = max(1, round(loud * swell * chance.uniform(0.5, 1.0)))
    content = b"".join(bytes((256 - height, height)) for height in heights)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(MAGIC + content)


def _murmur(duration: float) -> list[tuple[float, float]]:
    """Words of someone who was not written down: where they begin and end."""
    chance, now, said = random.Random(5), 0.3, []
    while now < duration - 1:
        end = now + chance.uniform(0.15, 0.6)
        said.append((now, end))
        now = end + (chance.uniform(0.6, 1.8) if chance.random() < 0.12 else 0.05)
    return said
