"""Sections become segments: exact words, the same every time, doubt heard again and marked."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from kopia_desktop.core.errors import MediaDamaged, ModelError
from kopia_desktop.core.transcript import Doubt, Section, Segment, Span
from kopia_desktop.worker.chunks import plan
from kopia_desktop.worker.protocol import DetectLanguage, LoadModel, Recognize, SectionFile
from kopia_desktop.worker.recognize import Recognizer
from kopia_desktop.worker.sections import SectionCutter
from kopia_desktop.worker.speech_model import Decoded, DecodeOptions, RawWord, SpeechModel

SPEECH = Path(__file__).parent.parent / "data" / "speech"
RATE = 16_000
Floats = NDArray[np.float32]
Listen = Callable[..., Floats]


class Studio:
    """Writes sounds as sections into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def write(self, audio: Floats, *spans: tuple[float, float], start: float = 0.0) -> SectionFile:
        """One section with speech at these times of the section."""
        self._count += 1
        path = self._folder / f"{self._count}.flac"
        soundfile.write(path, audio, RATE)
        speech = tuple(Span(start + begin, start + end) for begin, end in spans)
        section = Section(0, start, start + len(audio) / RATE, speech, path.name)
        return SectionFile(str(path), section)

    def cut(self, audio: Floats) -> list[SectionFile]:
        """The sections of a recording, as the program cuts them."""
        cutter = SectionCutter()
        files = []
        for cut in [*cutter.feed(audio), *cutter.finish()]:
            start = cut.start / RATE
            spans = [(span.start - start, span.end - start) for span in cut.spans]
            files.append(self.write(cut.audio, *spans, start=start))
        return files


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


@pytest.fixture(scope="module")
def recognizers(starter_model: Path) -> dict[int, Recognizer]:
    """By number of workers."""
    return {
        workers: Recognizer(SpeechModel(LoadModel(str(starter_model), "cpu", "auto", workers, 1)))
        for workers in (1, 2)
    }


@pytest.fixture(scope="module")
def recognizer(recognizers: dict[int, Recognizer]) -> Recognizer:
    return recognizers[1]


def request(
    file: SectionFile,
    *,
    language: str = "en",
    follow: bool = False,
    at_once: int = 4,
    hotwords: tuple[str, ...] = (),
) -> Recognize:
    return Recognize("job", file, language, follow, 5, at_once, hotwords)


def texts(segments: Sequence[Segment]) -> list[str]:
    return [segment.text for segment in segments if not segment.suppressed]


# The real model


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("single_en_01.flac", "en", "Great, then we should, er, record the program later."),
        ("single_es_10.flac", "es", "Me gustaría un poco de fruta y fruta, por favor."),
    ],
)
def test_a_clip_is_recognised_to_the_letter(
    recognizer: Recognizer, studio: Studio, listen: Listen, name: str, language: str, said: str
) -> None:
    (file,) = studio.cut(listen(SPEECH / name))
    done = recognizer.recognize(request(file, language=language))
    assert (done.job_id, done.index, done.language) == ("job", 0, language)
    (segment,) = done.segments
    assert segment.text == said
    assert [word.text for word in segment.words] == said.split()
    assert (segment.doubt, segment.suppressed) == (None, False)
    assert segment.start == segment.words[0].start
    assert segment.end == segment.words[-1].end


def test_words_lie_where_they_were_said_on_the_medias_clock(
    recognizer: Recognizer, studio: Studio, speech: Floats
) -> None:
    (here,) = studio.cut(speech)
    spans = [(span.start, span.end) for span in here.section.spans]
    later = studio.write(speech, *spans, start=3600.0)
    (segment,) = recognizer.recognize(request(later)).segments
    times = {word.text: (word.start, word.end) for word in segment.words}
    for text, start, end in [  # references.json
        ("Great,", 0.238, 0.553),
        ("should,", 1.059, 1.405),
        ("record", 1.92, 2.315),
        ("later.", 2.912, 3.277),
    ]:
        assert times[text] == pytest.approx((3600 + start, 3600 + end), abs=0.25)


def test_the_same_section_gives_the_same_segments_every_time(
    recognizers: dict[int, Recognizer], studio: Studio, listen: Listen
) -> None:
    audio = listen(SPEECH / "en_1min_2.ogg")[: 36 * RATE]
    file = studio.write(audio, (0.5, 12.0), (12.5, 25.0), (26.0, 35.5))
    assert len(plan(file.section)) == 2
    first = recognizers[1].recognize(request(file, at_once=1)).segments
    assert len(texts(first)) > 3
    for workers in (1, 2):
        again = recognizers[workers].recognize(request(file, at_once=1)).segments
        assert again == first, f"{workers} workers"


def test_segments_of_several_chunks_are_in_order_and_inside_the_section(
    recognizers: dict[int, Recognizer], studio: Studio, listen: Listen
) -> None:
    audio = listen(SPEECH / "en_1min_2.ogg")[: 50 * RATE]
    spans = [(1.0, 20.0), (21.0, 34.0), (35.0, 49.0)]
    file = studio.write(audio, *spans, start=600.0)
    assert len(plan(file.section)) > 1
    segments = recognizers[2].recognize(request(file, at_once=1)).segments
    words = [word for segment in segments for word in segment.words]
    assert len(words) > 40
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert words[0].start >= 600.0
    assert words[-1].end <= 650.0
    assert all(segment.words and segment.start < segment.end for segment in segments)


def test_a_passage_in_another_language_comes_out_in_that_language(
    recognizer: Recognizer, studio: Studio, listen: Listen
) -> None:
    english = listen(SPEECH / "en_1min_1.ogg")[: 27 * RATE]
    spanish = [listen(SPEECH / f"single_es_{number}.flac") for number in (11, 12)]
    audio = np.concatenate([english, np.zeros(RATE, np.float32), *spanish])
    file = studio.write(audio, (0.4, 26.6), (28.2, 37.1))
    assert len(plan(file.section)) == 2
    heard = texts(recognizer.recognize(request(file, follow=True)).segments)
    assert "Our client usually reads about biology." in heard
    assert [text.casefold() for text in heard[-2:]] == [
        "lo antes posible después de, eh, director es esta.",
        "¿puedes, pues, explicar el contrato el viernes?",
    ]


@pytest.mark.parametrize("language", ["xx", "en_uk"])
def test_a_language_the_model_does_not_know_is_told(
    recognizer: Recognizer, studio: Studio, speech: Floats, language: str
) -> None:
    (file,) = studio.cut(speech)
    with pytest.raises(ModelError):
        recognizer.recognize(request(file, language=language))


def test_the_language_is_judged_over_sections(
    recognizer: Recognizer, studio: Studio, listen: Listen
) -> None:
    english, *spanish = [
        studio.cut(listen(SPEECH / f"single_{name}.flac"))[0]
        for name in ("en_01", "es_10", "es_11")
    ]
    for files, language in (([english], "en"), ([english, *spanish], "es")):
        found = recognizer.detect_language(DetectLanguage("job", tuple(files)))
        assert (found.job_id, found.language) == ("job", language)
        assert 0.5 < found.probability <= 1.0


def test_silence_is_not_recognised_as_words(recognizer: Recognizer, studio: Studio) -> None:
    """Also where a detector thought that it had heard speech."""
    quiet = np.zeros(8 * RATE, np.float32)
    noise = (0.1 * np.random.default_rng(1).standard_normal(8 * RATE)).astype(np.float32)
    for audio in (quiet, noise):
        file = studio.write(audio, (1.0, 7.0))
        assert texts(recognizer.recognize(request(file)).segments) == []


def test_words_on_heavy_noise_are_kept_back(
    recognizer: Recognizer, studio: Studio, speech: Floats
) -> None:
    noise = 0.3 * np.random.default_rng(7).standard_normal(len(speech))
    file = studio.write(np.clip(speech + noise, -1, 1).astype(np.float32), (0.2, 3.5))
    segments = recognizer.recognize(request(file)).segments
    assert texts(segments) == []
    assert all(segment.doubt is Doubt.SILENCE for segment in segments)


def test_a_section_without_speech_has_no_segments(recognizer: Recognizer, studio: Studio) -> None:
    file = studio.write(np.zeros(RATE, np.float32))
    assert recognizer.recognize(request(file)).segments == ()


@pytest.mark.parametrize("content", [b"", b"fLaC" + bytes(500), b"no sound"])
def test_a_damaged_section_is_told(
    recognizer: Recognizer, studio: Studio, speech: Floats, content: bytes
) -> None:
    (file,) = studio.cut(speech)
    Path(file.path).write_bytes(content)
    with pytest.raises(MediaDamaged):
        recognizer.recognize(request(file))
    with pytest.raises(MediaDamaged):
        recognizer.detect_language(DetectLanguage("job", (file,)))


def test_a_section_that_is_gone_is_told(recognizer: Recognizer, studio: Studio) -> None:
    file = studio.write(np.zeros(RATE, np.float32), (0.0, 1.0))
    with pytest.raises(MediaDamaged):
        recognizer.recognize(request(dataclasses.replace(file, path=file.path + "x")))


# Doubtful chunks, with a model that says what it is told to


class ToldModel:
    """Stands for a speech model: answers each chunk it decodes with the next of its sayings.

    A saying is (text, mean log probability, no-speech probability). ``decoded`` keeps how often
    and with what options it was asked, ``spoken`` in which languages. It takes every chunk for
    Spanish that is shorter than ``spanish_below`` seconds.
    """

    workers = 1

    def __init__(self, *sayings: tuple[str, float, float], spanish_below: float = 0.0) -> None:
        self._sayings = list(sayings)
        self._spanish_below = spanish_below
        self.spoken: list[str] = []
        self.decoded: list[tuple[tuple[float, ...], DecodeOptions]] = []

    def features(self, audio: Floats) -> Floats:
        return audio

    def encode(self, features: Sequence[Floats]) -> Any:
        return features

    def languages(self, encoded: Any) -> list[dict[str, float]]:
        shorter = [len(audio) < self._spanish_below * RATE for audio in encoded]
        return [{"en": 0.02, "es": 0.98} if short else {"en": 1.0} for short in shorter]

    def decode(
        self, encoded: Any, durations: Sequence[float], language: str, options: DecodeOptions
    ) -> list[Decoded]:
        self.spoken.append(language)
        self.decoded.append((tuple(round(seconds) for seconds in durations), options))
        return [self._say(seconds, language) for seconds in durations]

    def _say(self, seconds: float, language: str) -> Decoded:
        text, log_probability, no_speech = self._sayings.pop(0)
        words = text.split()
        step = seconds / max(len(words), 1)
        raw = tuple(
            RawWord(f" {word}", step * number, step * (number + 1), 0.9)
            for number, word in enumerate(words)
        )
        return Decoded(text, raw, log_probability, no_speech, language)


def told(
    studio: Studio,
    model: ToldModel,
    *spans: tuple[float, float],
    follow: bool = False,
    hotwords: tuple[str, ...] = (),
) -> tuple[Segment, ...]:
    file = studio.write(np.zeros(120 * RATE, np.float32), *spans)
    asked = request(file, follow=follow, hotwords=hotwords)
    done = Recognizer(model).recognize(asked)  # type: ignore[arg-type]
    assert not model._sayings, "not everything was asked"
    return done.segments


LOOP = ("thank you so much " * 8, -0.2, 0.0)
UNSURE = ("Something else.", -1.4, 0.0)
GOOD = ("All is well.", -0.2, 0.0)


def test_a_good_chunk_is_heard_once(studio: Studio) -> None:
    model = ToldModel(GOOD)
    (segment,) = told(studio, model, (1.0, 11.0))
    assert (segment.text, segment.doubt) == ("All is well.", None)
    assert model.decoded == [((10,), DecodeOptions())]


@pytest.mark.parametrize("doubtful", [LOOP, UNSURE])
def test_a_doubtful_chunk_is_heard_again(
    studio: Studio, doubtful: tuple[str, float, float]
) -> None:
    model = ToldModel(doubtful, GOOD)
    (segment,) = told(studio, model, (1.0, 11.0))
    assert (segment.text, segment.doubt) == ("All is well.", None)
    options = [options for _, options in model.decoded]
    assert options[0] == DecodeOptions()
    assert options[1].repetition_penalty > 1.0
    assert options[1].no_repeat_ngram_size > 0


def test_only_the_doubtful_chunk_of_a_batch_is_heard_again(studio: Studio) -> None:
    model = ToldModel(GOOD, LOOP, GOOD)
    segments = told(studio, model, (1.0, 28.0), (40.0, 66.0))
    assert [segment.text for segment in segments] == ["All is well."] * 2
    assert [durations for durations, _ in model.decoded] == [(27, 26), (26,)]


def test_a_doubtful_chunk_is_heard_in_halves(studio: Studio) -> None:
    model = ToldModel(LOOP, GOOD, ("So it is.", -0.3, 0.0))
    segments = told(studio, model, (1.0, 11.0), (13.0, 25.0))
    assert [segment.text for segment in segments] == ["All is well.", "So it is."]
    assert segments[1].start > 12.5
    assert [durations for durations, _ in model.decoded] == [(23,), (10,), (12,)]


# Terms to listen for

TERMS = ("Ngozi Adichie", "Kopia", "Ana")
LISTENING = DecodeOptions(hotwords=TERMS)


def test_terms_are_listened_for_once(studio: Studio) -> None:
    model = ToldModel(("Kopia, said Ana.", -0.2, 0.0))
    (segment,) = told(studio, model, (1.0, 11.0), hotwords=TERMS)
    assert (segment.text, segment.doubt) == ("Kopia, said Ana.", None)
    assert model.decoded == [((10,), LISTENING)]


@pytest.mark.parametrize(
    "misled",
    [LOOP, UNSURE, ("Ngozi Adichie, Kopia, Ana.", -0.01, 0.0)],
    ids=["loop", "unsure", "recited"],
)
def test_what_terms_may_have_led_astray_is_heard_without_them(
    studio: Studio, misled: tuple[str, float, float]
) -> None:
    model = ToldModel(misled, GOOD)
    (segment,) = told(studio, model, (1.0, 11.0), hotwords=TERMS)
    assert (segment.text, segment.doubt) == ("All is well.", None)
    assert model.decoded == [((10,), LISTENING), ((10,), DecodeOptions())]


def test_what_was_recited_is_never_the_best_of_bad_tries(studio: Studio) -> None:
    recited = ("Ngozi Adichie, Kopia, Ana.", -0.01, 0.0)
    model = ToldModel(recited, UNSURE, ("Something more.", -1.6, 0.0))
    (segment,) = told(studio, model, (1.0, 11.0), hotwords=TERMS)
    assert (segment.text, segment.doubt) == ("Something else.", Doubt.CONFIDENCE)


def test_all_tries_after_the_first_are_without_terms(studio: Studio) -> None:
    model = ToldModel(LOOP, LOOP, LOOP, LOOP, GOOD)
    told(studio, model, (1.0, 11.0), (13.0, 25.0), hotwords=TERMS)
    assert [options.hotwords for _, options in model.decoded] == [TERMS, (), (), (), ()]


@pytest.mark.parametrize(
    ("follow", "seconds", "spoken"),
    [
        (True, 10.0, ["en", "es"]),
        (False, 10.0, ["en"]),  # one language was asked for: one batch
        (True, 3.0, ["en"]),  # too little to know a language by
    ],
)
def test_a_chunk_is_heard_in_its_own_language(
    studio: Studio, follow: bool, seconds: float, spoken: list[str]
) -> None:
    model = ToldModel(GOOD, GOOD, spanish_below=20.0)
    told(studio, model, (1.0, 28.0), (40.0, 40.0 + seconds), follow=follow)
    assert model.spoken == spoken


def test_of_a_loop_that_stays_the_first_saying_is_kept_and_marked(studio: Studio) -> None:
    model = ToldModel(LOOP, LOOP)
    (segment,) = told(studio, model, (1.0, 11.0))
    assert segment.text == "thank you so much"
    assert (segment.doubt, segment.suppressed) == (Doubt.LOOP, False)


def test_of_doubtful_tries_the_likeliest_that_is_no_loop_is_kept(studio: Studio) -> None:
    model = ToldModel(LOOP, ("Something else.", -1.2, 0.0))
    (segment,) = told(studio, model, (1.0, 11.0))
    assert (segment.text, segment.doubt) == ("Something else.", Doubt.CONFIDENCE)


def test_words_on_what_is_no_speech_are_kept_for_the_record_only(studio: Studio) -> None:
    model = ToldModel(("Thanks for watching.", -1.2, 0.9), ("Thanks for watching.", -1.2, 0.9))
    (segment,) = told(studio, model, (1.0, 11.0))
    assert (segment.doubt, segment.suppressed) == (Doubt.SILENCE, True)
