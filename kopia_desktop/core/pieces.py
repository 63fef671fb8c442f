"""The smallest parts of a segment that a subtitle can be built of, each with its time.

In scripts with spaces a piece is a word. Chinese, Japanese, Thai, Lao, Khmer, Burmese and Tibetan
have none: there a piece is what the recogniser called a word, or a single written cluster where
that is too long or where only the text is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kopia_desktop.core.transcript import Segment, Word, words_text

# A no-break space ties a number to its unit or a word to its punctuation, so it divides nothing.
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")

_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u0fff"  # Tibetan
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3000-\u30ff\u31f0-\u31ff"  # punctuation, kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # ideographs
    "\uff00-\uffef"  # full and half width forms
    "\U00020000-\U0003fffd"
)
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")
_CJK_CHARACTER = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003fffd]"
)

_TRAILING_VOWELS = frozenset("ะาำๅๆฯະາຳໆຽ")  # Thai and Lao signs written after their consonant
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")  # written before the consonant they are spoken after
_STACKERS = frozenset("\u17d2\u1039")  # Khmer coeng, Burmese virama: the next letter stands below
_SILENCERS = frozenset("\u103a\u1039")  # Burmese: this consonant closes the syllable before
_TIBETAN = ("\u0f00", "\u0fff")
_TIBETAN_DIVIDERS = frozenset("\u0f0b\u0f0d\u0f0e")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is not divided further, with its seconds.

    ``glued``: no space stands before it. ``last``: the segment ends with it.
    """

    text: str
    start: float
    end: float
    glued: bool = False
    last: bool = False


def is_unspaced_script(text: str) -> bool:
    """Holds a character of a script written without spaces, which may be divided anywhere."""
    return not text.isascii() and _UNSPACED_CHARACTER.search(text) is not None


def holds_cjk(text: str) -> bool:
    """Holds a letter of Chinese, Japanese or Korean (punctuation does not count)."""
    return not text.isascii() and _CJK_CHARACTER.search(text) is not None


def is_mostly_cjk(text: str) -> bool:
    """At least half of what is written are letters of Chinese, Japanese or Korean."""
    if text.isascii():
        return False
    letters = sum(1 for character in text if character.isalnum())
    return 2 * len(_CJK_CHARACTER.findall(text)) >= max(1, letters)


def pieces_of(segment: Segment, *, longest: int) -> list[Piece]:
    """A segment as pieces whose starts never go back; empty for one without text.

    Unspaced writing longer than ``longest`` characters is divided. Where the text is not what the
    words say (an edit), what is unchanged keeps its word's time and the rest shares the time
    between; a segment without words shares its time by characters.
    """
    words = [word for word in segment.words if word.text.strip()]
    wanted = " ".join(_split(segment.text))
    if not wanted:
        return []
    if not words:
        pieces = _shared(_atoms(wanted), segment.start, segment.end)
    elif wanted == " ".join(_split(words_text(words))):
        pieces = _from_words(words, longest)
    else:
        pieces = _aligned(_atoms(wanted), words)
    return _in_order(pieces)


def _split(text: str) -> list[str]:
    return [part for part in _SPACE.split(text) if part]


def _from_words(words: Iterable[Word], longest: int) -> list[Piece]:
    pieces: list[Piece] = []
    for word in words:
        parts = _split(word.text)
        if len(parts) == 1 and (len(parts[0]) <= longest or not is_unspaced_script(parts[0])):
            pieces.append(Piece(parts[0], word.start, word.end, word.glued))
        else:
            inner = _shared(_atoms(word.text), word.start, word.end)
            pieces.append(replace(inner[0], glued=word.glued))
            pieces.extend(inner[1:])
    return pieces


def _atoms(text: str) -> list[tuple[str, bool]]:
    """The finest parts of a text, each with whether it is glued to the one before."""
    atoms: list[tuple[str, bool]] = []
    for token in _split(text):
        if not is_unspaced_script(token):
            atoms.append((token, False))
            continue
        clusters = _clusters(token)
        atoms.append((clusters[0], False))
        atoms.extend((cluster, True) for cluster in clusters[1:])
    return atoms


def _clusters(token: str) -> list[str]:
    """Divide unspaced writing: a letter with its signs each, other scripts and digits in one."""
    clusters = [token[0]]
    for index in range(1, len(token)):
        if _stays_together(token, index):
            clusters[-1] += token[index]
        else:
            clusters.append(token[index])
    return clusters


def _stays_together(token: str, index: int) -> bool:
    before, character = token[index - 1], token[index]
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf"):
        return True
    if character in _TRAILING_VOWELS or before in _LEADING_VOWELS or before in _STACKERS:
        return True
    if index + 1 < len(token) and token[index + 1] in _SILENCERS:
        return True
    if _TIBETAN[0] <= before <= _TIBETAN[1] and _TIBETAN[0] <= character <= _TIBETAN[1]:
        return before not in _TIBETAN_DIVIDERS
    return not is_unspaced_script(before) and not is_unspaced_script(character)


def _shared(atoms: Sequence[tuple[str, bool]], start: float, end: float) -> list[Piece]:
    """Give each part its share of start..end, by its characters."""
    total = sum(len(text) for text, _ in atoms)
    end = max(start, end)
    pieces: list[Piece] = []
    done, begin = 0, start
    for text, glued in atoms:
        done += len(text)
        until = start + (end - start) * done / total if done < total else end
        pieces.append(Piece(text, begin, until, glued))
        begin = until
    return pieces


def _aligned(atoms: Sequence[tuple[str, bool]], words: Iterable[Word]) -> list[Piece]:
    """Times for an edited text from the words that were recognised."""
    heard = [piece for word in words for piece in _shared(_atoms(word.text), word.start, word.end)]
    matcher = SequenceMatcher(None, [piece.text for piece in heard], [text for text, _ in atoms])
    pieces: list[Piece] = []
    for kind, old, old_end, new, new_end in matcher.get_opcodes():
        if kind == "equal":
            for piece, (text, glued) in zip(heard[old:old_end], atoms[new:new_end], strict=True):
                pieces.append(Piece(text, piece.start, piece.end, glued))
        elif new < new_end:
            # Replaced words pass their time on; inserted ones fit between their neighbours.
            start = heard[old].start if old < old_end else heard[max(old - 1, 0)].end
            end = heard[old_end - 1].end if old < old_end else heard[min(old, len(heard) - 1)].start
            if old == old_end == 0:
                start = heard[0].start
            pieces.extend(_shared(atoms[new:new_end], start, end))
    return pieces


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Starts never go back, ends never lie before their start; the last piece is marked."""
    ordered: list[Piece] = []
    start = pieces[0].start
    final = len(pieces) - 1
    for index, piece in enumerate(pieces):
        start = max(start, piece.start)
        end = max(start, piece.end)
        if start != piece.start or end != piece.end or index == final:
            piece = Piece(piece.text, start, end, piece.glued, index == final)
        ordered.append(piece)
    return ordered
