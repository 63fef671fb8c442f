"""Texts joined as their writing joins them."""

from __future__ import annotations

import pytest

from kopia_desktop.core.scripts import joined_with


@pytest.mark.parametrize(
    ("before", "text", "joined"),
    [
        ("Hello", "you", "Hello you"),
        ("", " you ", "you"),
        ("Hello ", "", "Hello"),
        ("天気が", "いい", "天気がいい"),
        ("私は", "Python", "私はPython"),
        ("Python", "も", "Pythonも"),
        ("Yes.", "これは", "Yes. これは"),
        ("です。", "Yes", "です。Yes"),
        ("ครับ", "วันนี้", "ครับ วันนี้"),
        ("안녕", "하세요", "안녕 하세요"),
        ("مرحبا", "بك", "مرحبا بك"),
    ],
)
def test_running_text(before: str, text: str, joined: str) -> None:
    assert joined_with(before, text) == joined
