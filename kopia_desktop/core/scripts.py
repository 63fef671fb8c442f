"""Scripts written without spaces: as character classes for ``re``, and where texts are joined."""

from __future__ import annotations

import re

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u0fff"  # Tibetan
    "\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana and iteration marks
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""Inside of a character class: letters and marks of scripts without spaces between words."""

HANGUL = "\uac00-\ud7a3"
"""Korean syllables: written with spaces, but particles hang on the words."""

_UNSPACED_LETTER = re.compile(f"[{UNSPACED}\u3000-\u303f\uff00-\uffef]")


def starts_unspaced(text: str) -> bool:
    """Whether the text begins with a letter or full-width sign that takes no space before it."""
    return _UNSPACED_LETTER.match(text) is not None


def joined_with(before: str, text: str) -> str:
    """Both as running text: with a space between, but not in Chinese and Japanese.

    Thai, Lao, Khmer and Burmese have spaces between phrases, which is where texts are divided.
    """
    left, right = before.rstrip(), text.strip()
    if not left or not right:
        return left or right
    sides = left[-1], right[0]
    is_glued = any(map(_has_no_spaces, sides)) and all(
        _has_no_spaces(side) or side.isalnum() for side in sides
    )
    return f"{left}{right}" if is_glued else f"{left} {right}"


def _has_no_spaces(character: str) -> bool:
    return starts_unspaced(character) and character >= "\u3000"
