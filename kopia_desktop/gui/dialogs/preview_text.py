"""The beginning of an exported file as a person can read it."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree import ElementTree

_LINES = 200
_LETTERS = 40_000
_DATA = frozenset({"json", "csv"})
"""Formats that machines read, from the left whatever they hold."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class PreviewText:
    """Up to 200 lines; ``is_cut`` says that there is more.

    ``is_mirrored`` texts are mostly of a script that runs from right to left.
    """

    text: str
    is_cut: bool
    is_mirrored: bool = False


def preview_text(format: str, content: bytes) -> PreviewText:
    """Formats that hold more than text (Word, web pages) show their text."""
    match format:
        case "docx":
            text = _word_text(content)
        case "html":
            text = _page_text(content.decode("utf-8", "replace"))
        case _:
            text = content.decode("utf-8-sig", "replace")
    text = text.replace("\r\n", "\n").strip("\n")
    shown = "\n".join(text[:_LETTERS].split("\n")[:_LINES]).rstrip()
    mirrored = format not in _DATA and _runs_from_the_right(shown)
    return PreviewText(shown, len(shown) < len(text.rstrip()), mirrored)


def _runs_from_the_right(text: str) -> bool:
    ways = Counter(unicodedata.bidirectional(letter) for letter in text)
    return ways["R"] + ways["AL"] > ways["L"]


def _word_text(content: bytes) -> str:
    """Our own file, so the parser meets nothing hostile; one line a paragraph."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    paragraphs = (
        "".join(run.text or "" for run in paragraph.iter(f"{_WORD}t"))
        for paragraph in body.iter(f"{_WORD}p")
    )
    return "\n\n".join(paragraphs)


def _page_text(page: str) -> str:
    parser = _PageText()
    parser.feed(page)
    parser.close()
    return "\n\n".join(line for block in parser.blocks if (line := " ".join(block.split())))


class _PageText(HTMLParser):
    """The text of each block of the body."""

    _BLOCKS = frozenset({"p", "h1", "h2", "h3", "div", "li", "header", "section", "article", "br"})
    _UNSEEN = frozenset({"head", "style", "script", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self._UNSEEN
        if tag in self._BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self._UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.blocks[-1] += data
