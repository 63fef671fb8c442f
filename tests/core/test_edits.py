"""Typed text: made clean, and given the stored forms of words that nobody touched."""

from __future__ import annotations

import pytest

from kopia_desktop.core.edits import Edited, EditKind, cleaned, with_stored_forms
from kopia_desktop.core.transcript import Segment


def test_cleaned_is_one_line_that_can_be_stored() -> None:
    assert cleaned("  a\0b \ud800\n\tc ") == "ab ? c"
    assert cleaned(" \u200b\n ") == ""


@pytest.mark.parametrize(
    ("wanted", "stored"),
    [
        ("The colour of the centre.", "The color of the center."),
        ("The colour of the old centre.", "The color of the old center."),
        ("A colour and the centre.", "A color and the center."),
        ("The colour of the center.", "The color of the center."),
        ("The grey  centre.", "The grey center."),
        ("", ""),
    ],
)
def test_untouched_words_keep_their_stored_form(wanted: str, stored: str) -> None:
    shown = "The colour of the centre."
    assert with_stored_forms("The color of the center.", shown, wanted) == stored


def test_words_that_stand_for_others_are_kept_as_those_they_stand_for() -> None:
    assert with_stored_forms("co pia is new", "Kopia is new", "Kopia is old") == "co pia is old"
    assert with_stored_forms("co pia is new", "Kopia is new", "Copia is new") == "Copia is new"
    assert with_stored_forms("the Kopia", "the Kopia Cloud", "the  Kopia Cloud!") == (
        "the Kopia Cloud!"
    )
    assert with_stored_forms("Kopia is", "New Kopia is", "New Kopia was") == "Kopia was"
    assert with_stored_forms("one two", "one", "one  three") == "one two three"


def test_an_edit_is_empty_when_nothing_is_different() -> None:
    assert Edited(EditKind.TEXT, (), (), 1).is_empty()
    assert not Edited(EditKind.DELETE, (), (1,), None).is_empty()
    assert not Edited(EditKind.TEXT, (Segment(1, 0, 1, "a"),), (), 1).is_empty()
