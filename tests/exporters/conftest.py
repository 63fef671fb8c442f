"""Four recordings in four scripts.

``python tests/exporters/conftest.py`` writes their golden files anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kopia_desktop.core.transcript import Segment, Transcript, Word
from kopia_desktop.exporters import EXPORTERS, ExportOptions

GOLDEN = Path(__file__).parent.parent / "data" / "golden"
TEXT_FORMATS = ("srt", "vtt", "txt", "txt-times", "json", "csv", "md", "html")

_ENGLISH = (
    (0.48, "Good morning everyone, and welcome to the annual meeting of the New York Society."),
    (0.3, "Before Dr. Margaret Thompson presents the results, I would like to say that more than"
     " 25,000 visitors came to our building in 2024, the highest number since it opened."),
    (0.2, "Thank you."),
    (3.1, "=SUM(A1:A9) is not a formula here; <b>neither</b> is this markup --> *really* & truly."),
    (61.0, "- Any questions?"),
)  # fmt: skip
_SPANISH = (
    (1.2, "Buenos días a todos, y bienvenidos a la reunión anual de la Sociedad de Nueva York."),
    (0.4, "Antes de que la doctora García presente los resultados, quisiera decir que más de"
     " 25 000 personas visitaron nuestro edificio."),
    (2.6, "¿Alguna pregunta? ¡Muchas gracias!"),
)  # fmt: skip
_ARABIC = (
    (0.7, "صباح الخير جميعا، ومرحبا بكم في الاجتماع السنوي لجمعية المدينة التاريخية."),
    (0.3, "قبل أن تقدم الدكتورة النتائج، أود أن أشكركم على الحضور\u200f!"),
    (4.0, "هل لديكم أسئلة حول برنامج \u2068Kopia\u2069 الجديد؟"),
)
_JAPANESE = (
    (0.5, "本日|は|年次|総会|に|お|集|まり|いただき|、|ありがとう|ござ|います|。"),
    (
        0.2,
        "昨|年度|の|コン|ピュー|ター|システム|の|更新|について|、|東京|支|社|の|田|中|さん|から|報告|が|あります|。",
    ),
    (2.4, "来|場|者|は|2024|年|に|25|000|人|を|超|え|ました|！"),
)


def _recording(
    language: str, title: str, spoken: tuple[tuple[float, str], ...], *, unspaced: bool = False
) -> Transcript:
    """Each text after its pause in seconds, 14 characters a second.

    Unspaced writing is marked with | between what the recogniser would call words; 7 a second.
    """
    segments: list[Segment] = []
    now = 0.0
    for number, (pause, text) in enumerate(spoken, 1):
        now += pause
        parts = text.split("|") if unspaced else text.split()
        words: list[Word] = []
        for part in parts:
            end = now + len(part) / (7.0 if unspaced else 14.0)
            words.append(Word(part, now, end, 0.87654, unspaced and bool(words)))
            now = end if unspaced else end + 1 / 14
        now = words[-1].end
        plain = text.replace("|", "") if unspaced else text
        segments.append(Segment(100 + number, words[0].start, now, plain, tuple(words)))
    return Transcript(f"job_{language}", language, now + 1.0, tuple(segments), title)


def _recordings() -> Mapping[str, Transcript]:
    return {
        "en": _recording("en_uk", "Annual *meeting* <2024>.mp4", _ENGLISH),
        "es": _recording("es", "Reunión anual", _SPANISH),
        "ar": _recording("ar", "الاجتماع السنوي", _ARABIC),
        "ja": _recording("ja", "年次総会", _JAPANESE, unspaced=True),
    }


def _golden_file(language: str, name: str) -> Path:
    ending = "times.txt" if name == "txt-times" else EXPORTERS[name].extension
    return GOLDEN / f"{language}.{ending}"


@pytest.fixture(scope="session")
def recordings() -> Mapping[str, Transcript]:
    return _recordings()


@pytest.fixture(params=[(code, name) for code in ("en", "es", "ar", "ja") for name in TEXT_FORMATS])
def golden(request: pytest.FixtureRequest) -> tuple[Transcript, str, bytes]:
    """A transcript, a format, and what the file must hold."""
    language, name = request.param
    return _recordings()[language], name, _golden_file(language, name).read_bytes()


@pytest.fixture(scope="session")
def long_recording() -> Transcript:
    """80,000 words: some nine hours."""
    segments = []
    for number in range(10_000):
        text = f"The people of house {number:x} met, then left."
        start = 3.5 * number
        words = tuple(
            Word(part, start + 0.35 * place, start + 0.35 * place + 0.3, 0.9)
            for place, part in enumerate(text.split())
        )
        segments.append(Segment(number + 1, start, words[-1].end, text, words))
    return Transcript("job_long", "en", 35_000.0, tuple(segments), "Long")


if __name__ == "__main__":
    for code, transcript in _recordings().items():
        for name in TEXT_FORMATS:
            content = EXPORTERS[name].render(transcript, ExportOptions())
            _golden_file(code, name).write_bytes(content)
