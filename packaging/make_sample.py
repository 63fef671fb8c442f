"""Make the bundled sample: resources/sample/sample.mp4 and its reference text, sample.txt.

How it was made, and how to make it again:

1. ``SENTENCES`` were written by hand from words that the starter model knows (it was trained on
   template sentences; anything else comes out as nonsense), with four hesitations: um, uh, um, er.
2. espeak-ng speaks each sentence (``VOICE``, ``WORDS_A_MINUTE``, ``PITCH``), with 0.35 s of silence
   after each. espeak-ng is needed only here: ``apt-get install espeak-ng``.
3. Qt paints 25 pictures a second: a title and the recording's own loudness, coloured up to the
   moment that is being spoken.
4. PyAV writes H.264 and AAC into an mp4 whose index stands at the front.
5. ``--check`` recognises the finished file with the starter model and names the words that differ
   from sample.txt: none may.

Run it from the repository's root: ``.venv/bin/python packaging/make_sample.py --check``. Fonts and
encoders differ between machines, so the bytes may too.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import subprocess
import sys
import wave
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Colorspace
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "sample"

VOICE = "en-us"
WORDS_A_MINUTE = 164
PITCH = 45
PAUSE = 0.35  # seconds after a sentence
LEAD = 0.5  # seconds of silence before the first

SENTENCES = (
    ("Hello, my name is Peter Miller.", None),
    ("Um, this is a short test recording.", None),
    ("Today we will talk about music and, uh, memory.", None),
    ("We have 25 questions for the interview.", "We have twenty five questions for the interview."),
    ("The new interface, um, is very clear.", None),
    ("Er, could you review the summary today?", None),
    ("We will publish the transcript on Monday morning.", None),
    ("Thank you for listening.", None),
)
"""Each sentence as it should be written, and as espeak-ng must read it where that differs."""

WIDTH, HEIGHT, RATE = 1280, 720, 25
BARS = 96
GROUND, INK, SOFT, TEAL, PALE = "#f4f8f7", "#12302d", "#52706c", "#0f766e", "#bfd8d4"

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Speech:
    """Mono samples in -1..1 at ``rate`` samples a second."""

    samples: Samples
    rate: int

    @property
    def duration(self) -> float:
        return len(self.samples) / self.rate

    def loudness(self, bars: int) -> NDArray[np.float32]:
        """The root mean square of each of ``bars`` equal parts, the loudest being 1."""
        parts = np.array_split(self.samples, bars)
        levels = np.array([float(np.sqrt(np.mean(part**2))) for part in parts], np.float32)
        return levels / np.float32(levels.max())


def speak() -> Speech:
    """All sentences with their pauses, the loudest sample at -1.4 dB."""
    pieces: list[Samples] = []
    rate = 0
    for written, spoken in SENTENCES:
        command = ["espeak-ng", "-v", VOICE, "-s", str(WORDS_A_MINUTE), "-p", str(PITCH)]
        made = subprocess.run(
            [*command, "--stdout", spoken or written], capture_output=True, check=True
        )
        with wave.open(BytesIO(made.stdout)) as sound:
            rate = sound.getframerate()
            raw = sound.readframes(len(made.stdout))  # espeak-ng leaves the length open when piped
        pieces.append(np.frombuffer(raw, "<i2").astype(np.float32) / np.float32(32768))
        pieces.append(np.zeros(int(PAUSE * rate), np.float32))
    samples = np.concatenate([np.zeros(int(LEAD * rate), np.float32), *pieces])
    return Speech(samples * np.float32(0.85 / np.abs(samples).max()), rate)


class Picture:
    """Paints the slide as it looks at a moment of the recording."""

    def __init__(self, speech: Speech) -> None:
        self._duration = speech.duration
        self._levels = speech.loudness(BARS)
        self._image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)

    def at(self, moment: float) -> NDArray[np.uint8]:
        """The picture as (HEIGHT, WIDTH, 3) RGB bytes."""
        self._image.fill(QColor(GROUND))  # flat: gradients this faint turn into bands
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._mark(painter)
        self._words(painter, moment)
        self._wave(painter, moment)
        painter.end()
        rows = np.frombuffer(self._image.constBits(), np.uint8)
        return rows.reshape(HEIGHT, self._image.bytesPerLine())[:, : WIDTH * 3].reshape(
            HEIGHT, WIDTH, 3
        )

    def _mark(self, painter: QPainter) -> None:
        painter.setBrush(QColor(TEAL))
        painter.drawRoundedRect(QRectF(112, 118, 76, 76), 20, 20)
        painter.setBrush(QColor("#ffffff"))
        for column, height in enumerate((18, 38, 26, 12)):
            painter.drawRoundedRect(
                QRectF(128 + column * 12.4, 156 - height / 2, 6.8, height), 3.4, 3.4
            )

    def _words(self, painter: QPainter, moment: float) -> None:
        def write(x: float, baseline: float, size: int, colour: str, text: str) -> None:
            font = QFont("DejaVu Sans")
            font.setPixelSize(size)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x, baseline), text)
            painter.setPen(Qt.PenStyle.NoPen)

        write(110, 300, 66, INK, "Kopia Desktop sample")
        write(114, 356, 27, SOFT, "A synthetic voice, eight sentences and a few hesitations")
        write(112, 622, 24, TEAL, _clock(moment))
        write(1110, 622, 24, SOFT, _clock(self._duration))

    def _wave(self, painter: QPainter, moment: float) -> None:
        left, right, middle, tallest = 112.0, 1168.0, 490.0, 150.0
        step = (right - left) / BARS
        done = moment / self._duration * BARS
        for index, level in enumerate(self._levels):
            height = max(6.0, tallest * float(level) ** 0.8)
            played = min(1.0, max(0.0, done - index))
            painter.setBrush(_mix(QColor(PALE), QColor(TEAL), played))
            bar = QRectF(left + index * step, middle - height / 2, step * 0.58, height)
            painter.drawRoundedRect(bar, step * 0.29, step * 0.29)


def _mix(start: QColor, end: QColor, share: float) -> QColor:
    def between(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        between(start.red(), end.red()),
        between(start.green(), end.green()),
        between(start.blue(), end.blue()),
    )


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def write_film(speech: Speech, target: Path) -> None:
    """Encode picture and sound; the index goes to the front, so that it plays while it loads."""
    with av.open(str(target), "w", options={"movflags": "+faststart"}) as film:
        film.metadata["title"] = "Kopia Desktop sample"
        video = film.add_stream("libx264", rate=RATE, options={"crf": "25", "preset": "veryslow"})
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.codec_context.colorspace = Colorspace.ITU709  # what players assume at this size
        sound = film.add_stream("aac", rate=48_000, layout="mono")
        sound.bit_rate = 80_000
        _encode_picture(film, video, Picture(speech), speech.duration)
        _encode_sound(film, sound, speech)


def _encode_picture(
    film: av.container.OutputContainer, video: av.VideoStream, picture: Picture, duration: float
) -> None:
    for number in range(int(duration * RATE)):
        frame = av.VideoFrame.from_ndarray(picture.at(number / RATE), format="rgb24")
        frame = frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)
        frame.pts, frame.time_base = number, Fraction(1, RATE)
        film.mux(video.encode(frame))
    film.mux(video.encode(None))


def _encode_sound(
    film: av.container.OutputContainer, sound: av.AudioStream, speech: Speech
) -> None:
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=48_000)
    edges = [*range(0, len(speech.samples), 4096), len(speech.samples)]
    for start, end in pairwise(edges):
        frame = av.AudioFrame.from_ndarray(
            speech.samples[None, start:end], format="fltp", layout="mono"
        )
        frame.sample_rate, frame.pts = speech.rate, start
        frame.time_base = Fraction(1, speech.rate)
        for ready in resampler.resample(frame):
            film.mux(sound.encode(ready))
    for ready in resampler.resample(None):
        film.mux(sound.encode(ready))
    film.mux(sound.encode(None))


def heard_differently(film: Path, reference: str) -> list[str]:
    """Recognise the film with the starter model; say which words differ from the reference."""
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    model = WhisperModel(
        str(ROOT / "resources" / "speech-model"), device="cpu", compute_type="int8"
    )
    segments, _ = BatchedInferencePipeline(model).transcribe(str(film), word_timestamps=True)
    heard = " ".join(segment.text for segment in segments)
    wanted, got = (re.findall(r"[\w']+", text.lower()) for text in (reference, heard))
    edits = difflib.SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes()
    return [f"{wanted[a:b]} heard as {got[c:d]}" for kind, a, b, c, d in edits if kind != "equal"]


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the bundled sample recording.")
    parser.add_argument("--check", action="store_true", help="recognise it and compare")
    parser.add_argument(
        "--stills", type=Path, metavar="FOLDER", help="also keep three pictures as PNG"
    )
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    speech = speak()
    FOLDER.mkdir(parents=True, exist_ok=True)
    film, text = FOLDER / "sample.mp4", FOLDER / "sample.txt"
    write_film(speech, film)
    text.write_text("".join(f"{written}\n" for written, _ in SENTENCES), "utf-8")
    print(f"{film.name}: {speech.duration:.1f} s, {film.stat().st_size / 1000:.0f} kB")
    if arguments.stills:
        picture = Picture(speech)
        for moment in (0.0, speech.duration / 2, speech.duration - 0.1):
            rows = picture.at(moment)
            still = QImage(rows.tobytes(), WIDTH, HEIGHT, WIDTH * 3, QImage.Format.Format_RGB888)
            still.save(str(arguments.stills / f"sample-{moment:04.1f}.png"))
    application.quit()
    if not arguments.check:
        return 0
    wrong = heard_differently(film, text.read_text("utf-8"))
    print("\n".join(wrong) or "every word as in sample.txt")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
