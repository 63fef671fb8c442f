"""Links and paths are told apart by how they begin."""

from __future__ import annotations

import pytest

from kopia_desktop.core.links import is_link


@pytest.mark.parametrize("given", ["https://a.example/b.mp3", "HTTP://a.example", "http://x"])
def test_addresses_of_the_web(given: str) -> None:
    assert is_link(given)


@pytest.mark.parametrize("given", ["talk.mp3", "https", "/https://x", "file:///a", "C:\\a", ""])
def test_everything_else_is_a_path(given: str) -> None:
    assert not is_link(given)
