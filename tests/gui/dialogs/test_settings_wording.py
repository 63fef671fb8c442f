"""Every setting has its words, and no words are left over."""

from __future__ import annotations

import dataclasses

import pytest

from kopia_desktop.core.settings import Settings
from kopia_desktop.exporters import EXPORTERS
from kopia_desktop.gui.dialogs.setting_controls import settings_of
from kopia_desktop.gui.wording import settings as words

PAGES = [item.name for item in dataclasses.fields(Settings)]
ALL = [(page, item) for page in PAGES for item in settings_of(page)]


def test_every_setting_has_a_label_and_no_label_is_left_over() -> None:
    assert words.worded() == {f"{page}.{item.name}" for page, item in ALL}


@pytest.mark.parametrize(("page", "item"), ALL, ids=[f"{p}.{i.name}" for p, i in ALL])
def test_help_is_one_of_the_texts_that_can_be_translated(page: str, item: object) -> None:
    assert isinstance(item, dataclasses.Field)
    assert words.help_text(page, item) in words.worded_help()


def test_no_help_is_left_over() -> None:
    assert words.worded_help() == {words.help_text(page, item) for page, item in ALL}


def test_labels_of_a_page_differ() -> None:
    for page in PAGES:
        labels = [words.label(page, item.name) for item in settings_of(page)]
        assert len(set(labels)) == len(labels)


def test_every_format_has_a_name() -> None:
    assert words.worded_formats() == set(EXPORTERS)
    assert len({words.format_name(name) for name in EXPORTERS}) == len(EXPORTERS)
