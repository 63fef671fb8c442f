"""The error tree: stable codes, one line, the same after crossing a process border."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from kopia_desktop.core import errors
from kopia_desktop.core.errors import KopiaError


def tree(kind: type[KopiaError] = KopiaError) -> list[type[KopiaError]]:
    return [kind, *(each for child in kind.__subclasses__() for each in tree(child))]


OURS = [kind for kind in tree() if kind.__module__ == errors.__name__]


def test_codes_are_unique_and_follow_the_names() -> None:
    codes = [kind.code for kind in OURS]
    assert len(set(codes)) == len(codes) > 25
    for kind in OURS[1:]:
        assert kind.code == re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def test_the_docstring_draws_every_class_and_no_other() -> None:
    drawn = re.findall(r"[|`]- (\w+)", errors.__doc__ or "")
    assert sorted(drawn) == sorted(kind.__name__ for kind in OURS[1:])


@pytest.mark.parametrize("kind", OURS)
def test_an_error_survives_pickling_and_copying(kind: type[KopiaError]) -> None:
    error = kind("It is broken.", hint="Mend it.")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is kind
        assert (twin.message, twin.hint, twin.code) == ("It is broken.", "Mend it.", kind.code)
        assert str(twin) == "It is broken. Mend it."


def test_without_a_hint_the_line_is_the_message() -> None:
    assert str(errors.DiskFull("The disk is full.")) == "The disk is full."
    assert errors.DiskFull("The disk is full.").args == ("The disk is full.",)
