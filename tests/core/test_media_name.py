"""Names that others choose for recordings are safe to show."""

from __future__ import annotations

import pytest

from kopia_desktop.core.media_name import name_of_disposition, name_of_url, safe_name


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("talk.mp3", "talk.mp3"),
        ("../../etc/passwd", "passwd"),
        ("C:\\media\\talk.mp3", "talk.mp3"),
        ("a\x00b\nc\td.wav", "a b c d.wav"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("会議 録音.m4a", "会議 録音.m4a"),
        ("half \ud800 pair.wav", "half pair.wav"),
        ("...", ""),
        ("", ""),
        ("x" * 300 + ".mp3", "x" * 196 + ".mp3"),
        ("x" * 300, "x" * 200),
    ],
)
def test_safe_name(given: str, shown: str) -> None:
    assert safe_name(given) == shown


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="talk.mp3"', "talk.mp3"),
        ("attachment; filename=talk.mp3", "talk.mp3"),
        ("attachment; filename=\"x.mp3\"; filename*=UTF-8''Gespr%C3%A4ch.mp3", "Gespräch.mp3"),
        ("attachment; filename*=iso-8859-1'de'Gespr%E4ch.mp3", "Gespräch.mp3"),
        ('attachment; filename="say \\"hi\\".mp3"', 'say "hi".mp3'),
        ("attachment; filename*=UTF-8''%ff.mp3; filename=a.mp3", "a.mp3"),
        ('attachment; filename="../a.mp3"', "a.mp3"),
        ("attachment", ""),
        ("", ""),
        ("filename", ""),
    ],
)
def test_name_of_disposition(header: str, name: str) -> None:
    assert name_of_disposition(header) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [("/a/b%20c.mp3", "b c.mp3"), ("/", ""), ("", ""), ("/a/..%2fb.mp3", "b.mp3")],
)
def test_name_of_url(path: str, name: str) -> None:
    assert name_of_url(path) == name
