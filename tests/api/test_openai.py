"""The OpenAI audio API with its official client, and by hand where the client would not go."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import openai
import pytest

from kopia_desktop.core.errors import QueueFull
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.vocabulary import Term, Vocabulary
from kopia_desktop.services.intake import NewJob
from tests.api.conftest import Api, error_of

SAID = re.compile(r"summary", re.IGNORECASE)


@pytest.fixture
def client(working: Api) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{working.base}/v1", api_key=working.key, max_retries=0) as made:
        yield made


@pytest.fixture
def recording(speech: Path) -> Path:
    return speech / "single_en_02.flac"


def _gone(api: Api) -> bool:
    """No job is left, and no file of one."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if api.get("/jobs").json()["pagination"]["total"] == 0:
            uploads = api.app.data.uploads
            if not uploads.is_dir() or not any(uploads.iterdir()):
                return True
        time.sleep(0.02)
    return False


@pytest.mark.contract("openai.json")
def test_json(client: openai.OpenAI, working: Api, recording: Path) -> None:
    answer = client.audio.transcriptions.create(
        model="whisper-1", file=recording, language="en", prompt="Names", temperature=0.2
    )
    assert SAID.search(answer.text)
    assert _gone(working)


@pytest.mark.contract("openai.prompt")
def test_a_prompt_is_what_is_listened_for(
    api: Api, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[JobOptions] = []

    def noted(wanted: NewJob) -> Job:
        made.append(wanted.options)
        raise QueueFull("Enough is known.")

    monkeypatch.setattr(api.app.intake, "create", noted)
    form = {"model": "whisper-1", "prompt": "ZyntriQix, Digique Plus. = ?!"}
    files = {"file": ("talk.flac", recording.read_bytes())}
    assert api.client.post("/v1/audio/transcriptions", data=form, files=files).status_code == 429
    assert made[0].vocabulary == Vocabulary((Term("ZyntriQix"), Term("Digique Plus")))


@pytest.mark.contract("openai.verbose-json")
def test_verbose_json_with_word_times(client: openai.OpenAI, recording: Path) -> None:
    answer = client.audio.transcriptions.create(
        model="starter",
        file=recording,
        response_format="verbose_json",
        timestamp_granularities=["word", "segment"],
    )
    assert answer.language == "english"
    assert answer.duration == pytest.approx(2.41, abs=0.05)
    assert answer.words
    assert answer.segments
    times = [(word.start, word.end) for word in answer.words]
    assert all(0 <= start <= end <= 2.5 for start, end in times)
    assert times == sorted(times)
    assert " ".join(word.word for word in answer.words) == answer.text
    assert answer.segments[0].text == answer.text
    assert -3 < answer.segments[0].avg_logprob <= 0


@pytest.mark.contract("openai.granularities")
def test_verbose_json_lists_segments_unless_told(client: openai.OpenAI, recording: Path) -> None:
    plain = client.audio.transcriptions.create(
        model="whisper-1", file=recording, response_format="verbose_json"
    )
    assert plain.segments
    assert plain.words is None
    words = client.audio.transcriptions.create(
        model="whisper-1",
        file=recording,
        response_format="verbose_json",
        timestamp_granularities=["word"],
    )
    assert words.words
    assert words.segments is None


@pytest.mark.contract("openai.text", "openai.srt", "openai.vtt")
@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("srt", r"1\r?\n00:00:0\d,\d{3} --> 00:00:0\d,\d{3}\r?\n.*summary"),
        ("vtt", r"WEBVTT\n\n00:00:0\d\.\d{3} --> 00:00:0\d\.\d{3}\n.*summary"),
        ("text", r"It.*summary\.\n"),
    ],
)
def test_other_formats(client: openai.OpenAI, recording: Path, form: str, wanted: str) -> None:
    answer = client.audio.transcriptions.create(
        model="whisper-1",
        file=recording,
        response_format=form,  # type: ignore[call-overload]
    )
    assert re.match(wanted, str(answer))


@pytest.mark.contract("openai.stream")
def test_streaming(client: openai.OpenAI, working: Api, recording: Path) -> None:
    stream = client.audio.transcriptions.create(model="whisper-1", file=recording, stream=True)
    events = list(stream)
    assert [event.type for event in events[:-1]] == ["transcript.text.delta"] * (len(events) - 1)
    last = events[-1]
    assert last.type == "transcript.text.done"
    grown = "".join(event.delta for event in events if event.type == "transcript.text.delta")
    assert grown == last.text
    assert SAID.search(last.text)
    assert _gone(working)


@pytest.mark.contract("openai.models")
def test_models(client: openai.OpenAI) -> None:
    names = [model.id for model in client.models.list()]
    assert names[0] == "starter"
    assert "whisper-1" in names
    assert client.models.retrieve("starter").id == "starter"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("whisper-9")


def test_errors_are_errors_of_the_client(
    client: openai.OpenAI, working: Api, recording: Path
) -> None:
    calls: list[tuple[type[openai.APIStatusError], dict[str, object]]] = [
        (openai.ConflictError, {"model": "no-such-model", "file": recording}),
        (openai.BadRequestError, {"model": "whisper-1", "file": ("a.wav", b"no audio at all")}),
        (openai.BadRequestError, {"model": "whisper-1", "file": ("a.wav", b"")}),
        (openai.BadRequestError, {"model": "whisper-1", "file": recording, "language": "xx"}),
        (openai.BadRequestError, {"model": "whisper-1", "file": recording, "temperature": 9}),
        (
            openai.BadRequestError,
            {"model": "whisper-1", "file": recording, "response_format": "diarized_json"},
        ),
    ]
    for kind, arguments in calls:
        with pytest.raises(kind) as caught:
            client.audio.transcriptions.create(**arguments)  # type: ignore[call-overload]
        assert caught.value.code in ("POLICY_VIOLATION", "VALIDATION_ERROR")
        assert caught.value.message
    wrong = client.with_options(api_key="wrong")
    with pytest.raises(openai.AuthenticationError):
        wrong.models.list()
    assert _gone(working)


def test_a_language_is_taken_as_tools_write_it(client: openai.OpenAI, recording: Path) -> None:
    for language in ("en", "EN", "en-US", "English"):
        answer = client.audio.transcriptions.create(
            model="whisper-1", file=recording, language=language
        )
        assert SAID.search(answer.text)


# Without the client


def _post(api: Api, content: bytes, boundary: str = "x", **headers: str) -> httpx2.Response:
    sent = {"Content-Type": f"multipart/form-data; boundary={boundary}", **headers}
    return api.client.post("/v1/audio/transcriptions", content=content, headers=sent)


def _field(name: str, value: str, *, more: str = "") -> bytes:
    head = f'--x\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
    return f"{head}{value}\r\n".encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"--x--\r\n",
        b"no form",
        b"--x\r\nbroken\r\n",
        _field("model", "whisper-1") + b"--x--\r\n",
        _field("file", "RIFF", more='; filename="a.wav"'),  # never ends
        _field("file", "RIFF", more='; filename="a.wav"') + b"--x--\r\n",  # no model
        _field("model", "m" * 70_000) + b"--x--\r\n",
        _field("model", "a") * 65 + b"--x--\r\n",
        _field("model", "whisper-1") * 2
        + _field("file", "R", more='; filename="a"')
        + b"--x--\r\n",
        _field("file", "RIFF", more='; filename="a.wav"') * 2 + b"--x--\r\n",
    ],
)
def test_broken_forms(api: Api, content: bytes) -> None:
    answer = _post(api, content)
    assert (answer.status_code, error_of(answer)) == (400, "VALIDATION_ERROR")
    assert _gone(api)


def test_a_body_that_is_no_form(api: Api) -> None:
    for kind in ("application/json", "multipart/form-data", "audio/flac"):
        answer = _post(api, b"{}", **{"Content-Type": kind})
        assert (answer.status_code, error_of(answer)) == (415, "VALIDATION_ERROR")


def test_the_same_key_gives_the_same_answer(working: Api, recording: Path, clip: bytes) -> None:
    form = {"model": "whisper-1", "response_format": "verbose_json"}

    def ask(content: bytes, **fields: str) -> httpx2.Response:
        return working.client.post(
            "/v1/audio/transcriptions",
            data={**form, **fields},
            files={"file": ("a.flac", content)},
            headers={"Idempotency-Key": "once"},
        )

    first, second = ask(clip), ask(clip)
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    assert working.get("/jobs").json()["pagination"]["total"] == 1
    for other in (ask(clip + b"0"), ask(clip, language="en")):
        assert (other.status_code, error_of(other)) == (400, "VALIDATION_ERROR")


def test_a_client_that_leaves_takes_its_job_along(working: Api, speech: Path) -> None:
    content = (speech / "en_5min.ogg").read_bytes()
    with pytest.raises(httpx2.TimeoutException):
        working.client.post(
            "/v1/audio/transcriptions",
            data={"model": "whisper-1"},
            files={"file": ("a.ogg", content)},
            timeout=0.5,
        )
    assert _gone(working)
