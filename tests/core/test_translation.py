"""A translation as plain data, and the hash by which an edit shows."""

from __future__ import annotations

import pytest

from kopia_desktop.core.translation import TranslationStatus, source_hash


def test_the_contracts_four_statuses() -> None:
    assert list(TranslationStatus) == ["pending", "processing", "completed", "failed"]


def test_any_change_of_the_text_changes_the_hash() -> None:
    texts = ["", "Hello.", "hello.", "Hello. ", "Hello", "Héllo.", "He\u0301llo.", "好", "\ud800"]
    assert len({source_hash(text) for text in texts}) == len(texts)
    assert source_hash("Hello.") == source_hash("Hel" + "lo.")


@pytest.mark.parametrize("text", ["", "好" * 10_000])
def test_a_hash_is_128_bits_in_hex(text: str) -> None:
    found = source_hash(text)
    assert len(found) == 32
    assert int(found, 16) >= 0
