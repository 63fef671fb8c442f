"""What may leave in a report: the program's own words, and none of anybody else's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kopia_desktop
from kopia_desktop.core.job import new_id
from kopia_desktop.core.redaction import HIDDEN, redacted, redacted_text

PACKAGE = Path(kopia_desktop.__file__).parent
HEAD = "2026-01-02 03:04:05,678 4711 INFO"


def templates() -> Iterator[str]:
    """What the program logs at INFO and above, as it stands in the code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("info", "warning", "error", "exception")
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "logger"
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value)


def test_the_programs_own_messages_are_kept() -> None:
    found = list(templates())
    assert len(found) > 15
    said = [re.sub(r"%[sd]|%\.\df", new_id("job"), template) for template in found]
    hidden = [each for each in said if redacted_text(each) != each]
    assert hidden == [], "add the words to core/redaction.py"


@pytest.mark.parametrize(
    "line",
    [
        f"{HEAD} kopia_desktop.engine.results: job {new_id('job')} failed: no_audio",
        f"{HEAD} kopia_desktop.engine.results: a child working on job {new_id('job')} was ended by"
        " SIGKILL",
        f"{HEAD} kopia_desktop.engine.supervisor: model loaded on cpu in 2.31 s",
        f"{HEAD} kopia_desktop.engine.supervisor: device: cuda (CUDA works)",
        f"{HEAD} kopia_desktop.errands.deliverer: webhook of job {new_id('job')}, attempt 2:"
        " http_status",
        "2026-01-02 03:04:05,678 prepare 4711 INFO kopia_desktop.worker.media: 12 packets of the"
        " recording could not be decoded",
        "RuntimeError: CUDA out of memory",
        "Traceback (most recent call last):",
        "RuntimeError: Library libcublas.so.12 is not found or cannot be loaded",
    ],
)
def test_lines_that_help_stay_as_they_are(line: str) -> None:
    assert redacted([line]) == [line]


def test_where_an_error_was_raised_stays() -> None:
    trace = [
        '  File "/data/people/anna/app/kopia_desktop/worker/main.py", line 110, in _answer',
        "    return handle(request, send)",
        '  File "C:\\Anna\\Lib\\site-packages\\av\\container\\core.pyx.py", line 7, in <module>',
        '  File "/data/people/anna/notes/secret.py", line 3, in plan',
        "av.error.InvalidDataError: Invalid data found: '/data/people/anna/Divorce talk.m4a'",
        "FileNotFoundError: [Errno 2] No such file: '/data/people/anna/Divorce talk.m4a'",
    ]
    shown = redacted(trace)
    assert shown[0] == "  kopia_desktop/worker/main.py:110 _answer"
    assert "site-packages/av\\container\\core.pyx.py:7 <module>" in shown[2]
    assert shown[-1].startswith("FileNotFoundError: ")
    text = "\n".join(shown).lower()
    assert not [each for each in ("anna", "divorce", "secret", "people", "m4a") if each in text]


@pytest.mark.parametrize(
    "private",
    [
        "Please call Margarethe about the diagnosis tomorrow",
        "kopia_7hK2mPq9ZxYw3nRt5vB8cD1fG4jL6sA0eU2iO9pQ7w",
        "sk-proj-abcdef1234567890",
        "https://media.example.com/talk.mp3?token=s3cr3tvalue&user=anna",
        "/recordings/Client Müller vs Meier.wav",
        "C:\\Recordings\\Q3 layoffs.mp4",
        "\\\\server\\share\\Interview.wav",
        "4111 1111 1111 1111",
        "+49 170 1234567",
        "anna@example.com",
        "会議の録音です",
        "مقابلة مع الطبيب",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "{0}",
        HEAD + " kopia_desktop.engine.results: {0}",
        HEAD + " kopia_desktop.engine.results: job failed: {0}",
        HEAD + " {0}: job failed",
        "ValueError: {0}",
        "{0}: something",
        'File "{0}", line 3, in function',
        "the recording was left out: '{0}'",
    ],
)
def test_nothing_private_is_let_through(line: str, private: str) -> None:
    shown = "\n".join(redacted([line.format(private)]))
    known = {"about", "the", "of", "vs", "call"}
    for word in re.split(r"[\s/\\?&=]+", private):
        if word.lower() not in known and len(word) > 2:
            assert word not in shown.removeprefix(HEAD)


def test_hidden_parts_in_a_row_are_one() -> None:
    assert redacted(["Anna", "Berta Clara", "RuntimeError", "Dora"]) == [
        HIDDEN,
        "RuntimeError",
        HIDDEN,
    ]
    assert redacted_text("job Anna Berta failed") == f"job {HIDDEN} failed"
    assert redacted([]) == []


@given(st.text(max_size=200))
def test_any_line_is_taken(text: str) -> None:
    assert len(redacted([text])) == 1
    assert redacted(redacted([text])) == redacted([text]) or HIDDEN in redacted([text])[0]


@given(st.text(alphabet=st.characters(min_codepoint=0xA1), min_size=1, max_size=60))
def test_no_letter_beyond_ascii_is_kept(text: str) -> None:
    """The program's own words are plain English."""
    assert redacted_text(text).isascii()
