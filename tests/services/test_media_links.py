"""Links in whatever text a person pastes."""

from __future__ import annotations

import pytest

from kopia_desktop.services.media_links import links


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("https://a.example/talk.mp3", ["https://a.example/talk.mp3"]),
        ("See https://a.example/b.mp4, or (https://a.example/c_(1).mp4).",
         ["https://a.example/b.mp4", "https://a.example/c_(1).mp4"]),
        ("<https://a.example/x?y=1&z=[2]>", ["https://a.example/x?y=1&z=[2]"]),
        ("https://a.example/1\r\n\r\nhttps://a.example/2\nhttps://a.example/1\n",
         ["https://a.example/1", "https://a.example/2"]),
        ("HTTPS://A.example/UP", ["HTTPS://A.example/UP"]),
        ("“https://a.example/q” 见https://a.example/r。", ["https://a.example/q"]),
        ("no link, a.example/x, mailto:ana@a.example", []),
        ("", []),
    ],
)  # fmt: skip
def test_links_are_found(text: str, urls: list[str]) -> None:
    found = links(text)
    assert list(found.urls)[: len(urls)] == urls
    assert found.refused == ()
    assert found.is_empty() is (not urls)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/talk.mp3",
        "ftp://a.example/talk.mp3",
        "file:///etc/passwd",
        "https://127.0.0.1/x",
        "https://ana:secret@a.example/x",
        "https://a.example:8443/x",
        "https://localhost/x",
        "https://a.example/" + "x" * 3000,
    ],
)
def test_others_are_refused_with_a_reason(url: str) -> None:
    found = links(f"here: {url}\nhttps://a.example/fine")
    assert found.urls == ("https://a.example/fine",)
    assert [(one.name, one.code) for one in found.refused] == [(url, "address_refused")]
    assert found.refused[0].hint


def test_a_large_text_is_bounded() -> None:
    text = "\n".join(f"https://a.example/{number}" for number in range(5000))
    assert len(links(text).urls) == 1000
    assert links("x" * 2_000_000 + " https://a.example/late").is_empty()
