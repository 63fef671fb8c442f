"""Prepare a recording: decode, find speech, cut sections to FLAC, draw the waveform, hash the file.

One pass, memory that does not grow with the recording.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from kopia_desktop.core.transcript import Section
from kopia_desktop.worker import media
from kopia_desktop.worker.peaks import PeaksWriter
from kopia_desktop.worker.protocol import MediaProbed, Prepare, Prepared, Reply, SectionCut
from kopia_desktop.worker.sections import CutSection, SectionCutter
from kopia_desktop.worker.sound import SAMPLE_RATE


class _FileHash:
    """SHA-256 of a file, computed in a thread beside the decoding (hashing releases the GIL)."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._digest = ""
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            with Path(self._path).open("rb") as file:
                self._digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            self._error = error

    def result(self) -> str:
        self._thread.join()
        if self._error:
            raise self._error
        return self._digest


def prepare(request: Prepare, send: Callable[[Reply], None]) -> Prepared:
    """Do all of a ``Prepare`` request; each section is reported when its FLAC is on disk.

    Raises MediaError and its children, DiskFull through OSError at the edge.
    """
    info = media.probe(request.media_path, audio_track=request.audio_track)
    send(MediaProbed(request.job_id, info))
    file_hash = _FileHash(request.media_path)
    folder = Path(request.sections_folder)
    folder.mkdir(parents=True, exist_ok=True)
    peaks = PeaksWriter(Path(request.peaks_path))
    cutter = SectionCutter()

    def report(cut: CutSection) -> None:
        if cut.index not in request.finished:
            send(SectionCut(request.job_id, _store(cut, folder)))

    try:
        for decoded in media.decode(
            request.media_path, audio_track=request.audio_track, max_seconds=request.max_seconds
        ):
            peaks.feed(decoded)
            for cut in cutter.feed(decoded):
                report(cut)
        for cut in cutter.finish():
            report(cut)
        peaks.finish()
    except BaseException:
        peaks.abandon()
        raise
    return Prepared(job_id=request.job_id, duration=cutter.seconds, sha256=file_hash.result())


def _store(cut: CutSection, folder: Path) -> Section:
    """Write a section's FLAC (16 bit, atomically, synced); one without speech needs no file."""
    name = f"{cut.index:06}.flac" if cut.spans else None
    if name:
        partial = folder / f"{name}.part"
        samples = np.rint(np.clip(cut.audio, -1.0, 1.0) * 32767).astype(np.int16)
        with partial.open("wb") as file:
            soundfile.write(file, samples, SAMPLE_RATE, format="FLAC", subtype="PCM_16")
            file.flush()
            os.fsync(file.fileno())
        partial.replace(folder / name)
    return Section(
        index=cut.index,
        start=cut.start / SAMPLE_RATE,
        end=(cut.start + len(cut.audio)) / SAMPLE_RATE,  # to the last bit the next one's start
        spans=cut.spans,
        file_name=name,
    )


def read_section(path: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """The samples of a section's FLAC, float32 mono at 16 kHz."""
    samples, _ = soundfile.read(path, dtype="float32")
    return np.asarray(samples, np.float32)
