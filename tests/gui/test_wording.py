"""Everything that core can say has words in the window, and the words are those of the person."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from kopia_desktop.core import errors
from kopia_desktop.core.job import CANCELLED, JobError
from kopia_desktop.core.languages import name_of, spoken_languages, target_languages
from kopia_desktop.gui.wording import times
from kopia_desktop.gui.wording.errors import worded, worded_codes
from kopia_desktop.gui.wording.languages import worded_names


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def _codes(kind: type[errors.KopiaError]) -> set[str]:
    return {kind.code}.union(*(_codes(child) for child in kind.__subclasses__()))


def test_every_error_has_a_sentence_and_no_sentence_is_left_over() -> None:
    ours = {
        code
        for code in _codes(errors.KopiaError)
        # Tests define errors of their own.
        if code == "error"
        or any(getattr(each, "code", None) == code for each in vars(errors).values())
    }
    assert worded_codes() == ours | {CANCELLED}


def test_an_error_keeps_cores_words_as_details() -> None:
    words = worded(errors.DiskFull("No room in /x.", hint="Free some."))
    assert words.sentence == "The disk is full."
    assert words.hint.startswith("Free some space")
    assert words.details == "No room in /x. Free some."


def test_an_error_of_a_later_version_is_shown_as_it_came() -> None:
    words = worded(JobError("from_the_future", "It was odd.", "Wait."))
    assert (words.text, words.code) == ("It was odd. Wait.", "from_the_future")


def test_every_language_can_be_named() -> None:
    codes = [*spoken_languages(), *target_languages()]
    assert {name_of(code) for code in codes} <= worded_names()


@pytest.mark.parametrize(
    ("seconds", "tenths", "text"),
    [
        (0, False, "0:00"),
        (187.9, False, "3:07"),
        (3.07, True, "0:03.1"),
        (59.96, True, "1:00.0"),
        (3599.99, False, "59:59"),
        (4323, False, "1:12:03"),
        (4323.45, True, "1:12:03.4"),
        (-1, False, "0:00"),
    ],
)
def test_clock(seconds: float, tenths: bool, text: str) -> None:
    assert times.clock(seconds, tenths=tenths) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "5 s left"),
        (42, "40 s left"),
        (59, "60 s left"),
        (61, "1 min left"),
        (3599, "1 h 0 min left"),
        (11400, "3 h 10 min left"),
    ],
)
def test_time_left(seconds: float, text: str) -> None:
    assert times.time_left(seconds) == text


def test_a_share_is_all_only_when_it_is_all() -> None:
    assert [times.percent(share) for share in (0, 0.614, 0.9999, 1.0)] == [
        "0 %",
        "61 %",
        "99 %",
        "100 %",
    ]


def test_speed_and_size_follow_the_locale() -> None:
    assert (times.speed(14.2), times.speed(1.46)) == ("14×", "1.5×")
    assert times.size(3_100_000_000) == "3.1 GB"
    QLocale.setDefault(QLocale("de_DE"))
    assert times.speed(1.46) == "1,5×"
    assert times.size(3_100_000_000) == "3,1 GB"
