"""GET /jobs/:id/transcript: forms, selectors, spelling, filler words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.core.vocabulary import parse
from kopia_desktop.store.translations import TranslationStore
from tests.api.arranged import STATUSES, job_in, translated
from tests.api.conftest import SAID, Api, error_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopia_desktop.core.job import Job

NO_JOB = "job_01kb9t3q5wa8v2n4zc6x7m0hde"
NO_TRANSLATION = "trl_01kb9t7y2p4f6h8j0k2m4n6q8s"


def read(api: Api, job_id: str, **query: str) -> dict[str, Any]:
    answer = api.get(f"/jobs/{job_id}/transcript", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    body: dict[str, Any] = answer.json()
    return body


def refusal(api: Api, job_id: str, **query: str) -> tuple[int, str]:
    answer = api.get(f"/jobs/{job_id}/transcript", params=query)
    return answer.status_code, error_of(answer)


@pytest.mark.contract("transcript.read", "transcript.shape", "transcript.seconds")
def test_the_transcript(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    transcript = read(api, job.id)
    assert list(transcript) == [
        "jobId", "translationId", "language", "duration", "text", "segments",
    ]  # fmt: skip
    assert transcript["jobId"] == job.id
    assert transcript["translationId"] is None
    assert (transcript["language"], transcript["duration"]) == ("en", 10.0)
    assert transcript["text"] == SAID
    (segment,) = transcript["segments"]
    assert list(segment) == ["id", "start", "end", "text", "words"]
    assert (segment["id"], segment["start"], segment["end"]) == (0, 0.0, 4.5)
    assert segment["text"] == SAID
    assert [word["text"] for word in segment["words"]] == SAID.split()
    assert segment["words"][2] == {"text": "um,", "start": 1.0, "end": 1.5, "confidence": 0.9}
    numbers = [transcript["duration"], segment["start"], segment["end"]]
    numbers += [word[key] for word in segment["words"] for key in ("start", "end", "confidence")]
    assert all(isinstance(number, float) for number in numbers)


@pytest.mark.contract("transcript.format", "transcript.text", "input.choices")
def test_its_text_alone(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    assert read(api, job.id, format="text") == {"text": SAID}
    assert read(api, job.id, format="json") == read(api, job.id)
    for unknown in ("xml", "", "Text", "srt"):
        assert refusal(api, job.id, format=unknown) == (400, "VALIDATION_ERROR")


@pytest.mark.contract("transcript.read")
def test_a_recording_in_which_nobody_speaks(api: Api, completed: Callable[..., Job]) -> None:
    """Its text is empty; it is no error."""
    job = completed("um")
    without = completed("um", remove_filler_words=True)
    assert read(api, job.id, format="text") == {"text": "um"}
    assert read(api, without.id, format="text") == {"text": ""}
    assert read(api, without.id)["segments"] == []


@pytest.mark.contract("transcript.not-ready", "status.conflict", "order.existence-state")
def test_not_ready_or_not_there(api: Api) -> None:
    for status in STATUSES:
        if status == "completed":
            continue
        job_id = job_in(api, status)
        for query in ({}, {"format": "text"}, {"language": "en"}):
            assert refusal(api, job_id, **query) == (409, "POLICY_VIOLATION"), status
    assert refusal(api, NO_JOB) == (404, "NOT_FOUND")
    assert refusal(api, NO_JOB, language="en") == (404, "NOT_FOUND")
    assert refusal(api, NO_JOB, translationId=NO_TRANSLATION) == (404, "NOT_FOUND")


@pytest.mark.contract("transcript.not-ready")
def test_a_translation_that_is_not_ready(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    (waiting,) = TranslationStore(api.app.database).add(job.id, ["es"], formal=True)
    assert refusal(api, job.id, language="es") == (409, "POLICY_VIOLATION")
    assert refusal(api, job.id, translationId=waiting.id) == (409, "POLICY_VIOLATION")


@pytest.mark.contract("transcript.language", "transcript.translation-id", "transcript.shape")
def test_a_translation_is_selected(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    spanish, french = (translated(api.app, job.id, code) for code in ("es", "fr"))
    for chosen in ({"language": "es"}, {"translationId": spanish}):
        transcript = read(api, job.id, **chosen)
        assert (transcript["jobId"], transcript["translationId"]) == (job.id, spanish)
        assert (transcript["language"], transcript["text"]) == ("es", f"[es] {SAID}")
        (segment,) = transcript["segments"]
        assert list(segment) == ["id", "start", "end", "text", "words"]
        assert (segment["start"], segment["end"], segment["words"]) == (0.0, 4.5, [])
        assert read(api, job.id, format="text", **chosen) == {"text": f"[es] {SAID}"}
    assert read(api, job.id, translationId=french)["language"] == "fr"
    assert read(api, job.id)["translationId"] is None
    assert read(api, job.id, language="en")["text"] == SAID


@pytest.mark.contract("transcript.never-both", "transcript.both", "order.body-existence")
def test_never_both_selectors(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    spanish = translated(api.app, job.id, "es")
    both = {"language": "es", "translationId": spanish}
    assert refusal(api, job.id, **both) == (400, "VALIDATION_ERROR")
    assert refusal(api, job.id, format="text", **both) == (400, "VALIDATION_ERROR")
    assert refusal(api, NO_JOB, **both) == (400, "VALIDATION_ERROR")


@pytest.mark.contract("transcript.no-such-language", "input.malformed-id", "status.not-found")
def test_what_there_is_no_transcript_of(api: Api, completed: Callable[..., Job]) -> None:
    job, other = completed(), completed()
    elsewhere = translated(api.app, other.id, "es")
    for code in ("es", "de", "xx", "en_us", "klingon", ""):
        assert refusal(api, job.id, language=code) == (404, "NOT_FOUND"), code
    for translation_id in (NO_TRANSLATION, elsewhere, "trl_1", "x", job.id, ""):
        refused = refusal(api, job.id, translationId=translation_id)
        assert refused == (404, "NOT_FOUND"), translation_id


@pytest.mark.contract("transcript.match.case")
def test_codes_match_without_case(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    chinese = translated(api.app, job.id, "zh-Hans")
    translated(api.app, job.id, "zh-Hant")
    assert read(api, job.id, language="EN")["translationId"] is None
    for code in ("zh-Hans", "zh-hans", "ZH-HANS"):
        assert read(api, job.id, language=code)["translationId"] == chinese


@pytest.mark.contract("transcript.match.base")
def test_a_base_finds_the_original(api: Api, completed: Callable[..., Job]) -> None:
    job = completed(language="en_uk")
    for code in ("en_uk", "EN_UK", "en", "EN"):
        found = read(api, job.id, language=code)
        assert (found["translationId"], found["language"]) == (None, "en_uk")
    assert refusal(api, job.id, language="en_us") == (404, "NOT_FOUND")
    translated(api.app, job.id, "pt-br")
    assert refusal(api, job.id, language="pt") == (404, "NOT_FOUND")  # the original's base only


@pytest.mark.contract("transcript.match.exact")
def test_an_exact_match_comes_first(api: Api, completed: Callable[..., Job]) -> None:
    job = completed(language="en_uk")
    global_english = translated(api.app, job.id, "en")
    assert read(api, job.id, language="en")["translationId"] == global_english
    assert read(api, job.id, language="EN")["translationId"] == global_english
    assert read(api, job.id, language="en_uk")["translationId"] is None


MIXED = (
    "The colour of the harbor center was organised, the programme and the practice, a check and a"
    " meter, the lorry by the apartment."
)
SPELLED = {
    "en": MIXED,
    "en_us": MIXED.replace("colour", "color").replace("organised", "organized"),
    "en_uk": MIXED.replace("harbor center", "harbour centre"),
    "en_au": MIXED.replace("harbor center", "harbour centre"),
}


@pytest.mark.contract(
    "spelling.en", "spelling.en_us", "spelling.en_uk", "spelling.en_au",
    "spelling.vocabulary", "spelling.context",
)  # fmt: skip
def test_the_spelling_that_was_asked_for(api: Api, completed: Callable[..., Job]) -> None:
    for code, spelled in SPELLED.items():
        job = completed(MIXED, language=code)
        transcript = read(api, job.id)
        assert (transcript["language"], transcript["text"]) == (code, spelled)
        assert read(api, job.id, format="text") == {"text": spelled}
        words = [word["text"] for segment in transcript["segments"] for word in segment["words"]]
        assert " ".join(words) == spelled
        # Other words for the same thing, and words that mean something else in another spelling.
        assert {"lorry", "apartment.", "programme", "practice,", "check", "meter,"} <= set(words)


@pytest.mark.contract("vocabulary.view")
def test_what_was_heard_is_written_as_the_vocabulary_has_it(
    api: Api, completed: Callable[..., Job]
) -> None:
    vocabulary = parse("Budget 2027 = budget\nHarbour Office = harbour office")
    job = completed(vocabulary=vocabulary, remove_filler_words=True)
    spelled = "The Budget 2027 was settled in the Harbour Office."
    assert read(api, job.id)["text"] == spelled
    assert read(api, job.id, format="text") == {"text": spelled}
    words = [word["text"] for word in read(api, job.id)["segments"][0]["words"]]
    assert words == spelled.split()
    srt = api.get(f"/jobs/{job.id}/subtitles", params={"format": "srt"}).text
    assert "Harbour Office" in " ".join(srt.split())


@pytest.mark.contract("job.filler-words", "jobs.create.filler-words")
def test_filler_words_are_left_out_when_asked(api: Api, completed: Callable[..., Job]) -> None:
    job = completed(remove_filler_words=True)
    without = "The budget was settled in the harbour office."
    assert api.get(f"/jobs/{job.id}").json()["removeFillerWords"] is True
    assert read(api, job.id, format="text") == {"text": without}
    assert read(api, job.id)["segments"][0]["text"] == without
    assert api.get(f"/jobs/{job.id}").json()["transcript"]["text"] == without
