"""Where the words of a translation stand in time, for random transcripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kopia_desktop.core.cues import lay_out
from kopia_desktop.core.passages import group, sentences
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.translation import TranslatedSegment, source_hash
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker import translate
from kopia_desktop.worker.formality import Hypothesis
from kopia_desktop.worker.protocol import LegOrder, Passage, Translate
from kopia_desktop.worker.providers import Provider
from kopia_desktop.worker.translate import Translator
from tests import sections

if TYPE_CHECKING:
    from tests.engine.conftest import Engine


class Numbered(Provider):
    """As many words as the model likes, each with the number of the sentence's first word."""

    name = ProviderName.FAKE

    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        return [(Hypothesis(answer(text), 0.0),) for text in sentences]


def answer(sentence: str) -> str:
    numbers = [int(number) for number in re.findall(r"\d+", sentence)]
    count = 1 + numbers[0] * 7919 % (3 * len(numbers))
    words = [f"s{numbers[0]}x{at}" for at in range(count)]
    return " ".join(word + "," * (at % 5 == 4) for at, word in enumerate(words)) + sentence[-1:]


PARTS = st.lists(
    st.tuples(
        st.integers(0, 9),  # words
        st.sampled_from(["", "", "", ".", "?", ",", "...", "!”", " (no)"]),
        st.sampled_from([0.0, 0.1, 0.5, 0.7, 1.9, 2.1, 8.0]),  # pause before
        st.floats(0.2, 9.0),
    ),
    max_size=60,
)


def transcript(parts: list[tuple[int, str, float, float]]) -> list[Segment]:
    """Words of which each has its own number; every third begins with a capital."""
    segments: list[Segment] = []
    now, number = 0.0, 0
    for count, mark, pause, seconds in parts:
        words = [f"{'W' if n % 3 == 0 else 'w'}{n}" for n in range(number, number + count)]
        number += count
        now += pause
        text = " ".join(words) + mark if words else "♪"
        segments.append(Segment(0, now, now + seconds, text))
        now += seconds
    return segments


def translated(engine: Engine, segments: list[Segment]) -> tuple[Transcript, Transcript]:
    """The transcript as it is stored, and its translation, page by page as the engine does."""
    job = engine.add_recorded()
    end = max((segment.end for segment in segments), default=1.0)
    sections.prepare(engine.work, job.id, [sections.section(0, 0.0, end)])
    sections.recognise(engine.work, job.id, 0, segments)
    (made,) = engine.translations.add(job.id, ["es"], formal=False)
    plan = engine.translations.begin(made.id)
    assert plan is not None
    translator, passed = Translator(), 0
    while passed < len(plan.segment_ids):
        page = plan.segment_ids[passed : passed + 25]
        found = engine.translations.waiting(
            made.id, page, goes_on=passed + 25 < len(plan.segment_ids)
        )
        request = Translate(
            route=(LegOrder(ProviderName.FAKE, "nowhere", "en", "es"),),
            conversion=None,
            passages=tuple(
                Passage(tuple(one.text for one in each.segments)) for each in found.passages
            ),
            target="es",
            formal=False,
        )
        hashes = [each.hash for each in found.passages for _ in each.segments]
        texts = translator.translate(request).texts
        results = [
            TranslatedSegment(one.segment_id, source_hash(one.text), text, passage)
            for one, text, passage in zip(found.segments, texts, hashes, strict=True)
        ]
        engine.translations.save(made.id, results, formal_applied=False, progress=0.5)
        passed += found.passed
    assert engine.translations.complete(made.id)
    original = engine.transcripts.get(job.id)
    return original, engine.translations.transcript(job.id, made.id)


@pytest.fixture
def numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translate, "PROVIDERS", MappingProxyType({ProviderName.FAKE: Numbered}))


@pytest.mark.usefixtures("numbered")
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=PARTS)
def test_each_word_stands_inside_its_sentences_time(
    engine: Engine, parts: list[tuple[int, str, float, float]]
) -> None:
    original, read = translated(engine, transcript(parts))
    spans: dict[int, tuple[float, float]] = {}  # of each sentence, by its first word's number
    expected: list[str] = []
    for passage in group(original.segments, "en"):
        for sentence in sentences([one.text for one in passage], "en"):
            numbers = re.findall(r"\d+", sentence.text)
            if not numbers:
                continue
            covered = [passage[part.index] for part in sentence.parts]
            spans[int(numbers[0])] = covered[0].start, covered[-1].end
            expected += re.findall(r"s\d+x\d+", answer(sentence.text))
    told = [(word, each) for each in read.segments for word in re.findall(r"s\d+x\d+", each.text)]
    assert [word for word, _ in told] == expected, "every word, in order, once"
    for word, segment in told:
        start, end = spans[int(word[1:].split("x")[0])]
        # A segment that two sentences share reaches as far as both.
        mine = [spans[int(number)] for number in re.findall(r"s(\d+)x", segment.text)]
        assert min(begin for begin, _ in mine) <= segment.start
        assert segment.end <= max(last for _, last in mine)
        assert start < segment.end
        assert segment.start < end
    assert all(before.end <= after.start for before, after in pairwise(read.segments))
    own = {segment.id: segment for segment in original.segments}
    for segment in read.segments:
        assert segment.start == own[segment.id].start
        assert segment.end >= own[segment.id].end
    cues = lay_out(read.segments, SubtitleSettings(), "es")
    assert all(before.end <= after.start for before, after in pairwise(cues))
