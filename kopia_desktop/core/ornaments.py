"""What stands around the words of a sentence and that no translation model keeps.

Emoji, notes and other pictures come back where they stood; signs that are not seen (control
characters, marks of direction, halves of surrogate pairs) are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PICTURES = (
    "\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d"  # arrows, notes, dingbats
    "\U0001f000-\U0001faff"  # emoji, flags, shades of skin
    "\ufe0f\u20e3\u200d\U000e0020-\U000e007f"  # what joins and varies them
)
_UNSEEN = re.compile(
    "[\\0-\\x08\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060"
    "\\u2066-\\u2069\\ufeff]+"
)
_BEFORE = re.compile(rf"[\s{_PICTURES}]*")
_BEHIND = re.compile(rf"[\s.!?…。！？؟।{_PICTURES}]*")  # on the text from its end
_PICTURE = re.compile(rf"[{_PICTURES}]")

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+")


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence's words, and what stands before and after them."""

    before: str
    words: str
    after: str

    def with_words(self, words: str) -> str:
        """Other words in the same frame."""
        return f"{self.before}{words}{self.after}"

    def needs_translation(self) -> bool:
        """Whether it has letters: numbers and web addresses say the same in every language."""
        words = (word for word in self.words.split() if not _ADDRESS.fullmatch(word))
        return any(any(map(str.isalpha, word)) for word in words)


def framed(sentence: str) -> Framed:
    """Tell a sentence's words from the pictures around them."""
    text = _UNSEEN.sub("", sentence)
    begin = _length(_BEFORE, text)
    end = len(text) - _length(_BEHIND, text[:begin:-1])
    picture = _PICTURE.search(text, max(begin, end))
    end = max(begin, len(text[: picture.start() if picture else None].rstrip()))
    return Framed(text[:begin], text[begin:end], text[end:])


def _length(pattern: re.Pattern[str], text: str) -> int:
    """How much of the beginning of a text it matches."""
    found = pattern.match(text)
    return found.end() if found else 0
