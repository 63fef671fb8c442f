"""Where a text may be broken for reading, and how much that hurts.

The order follows the usual guides for subtitles: after a sentence, after a clause, before the word
that opens a phrase (conjunction, preposition, article), between other words; not after such an
opening word, not inside a name or a number. East Asian text follows the basic rules of kinsoku: no
line begins with closing punctuation or a small sign, none ends with an opening bracket.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from kopia_desktop.core.phrases import ABBREVIATIONS, UNITS, closing_words, opening_words
from kopia_desktop.core.pieces import Piece, is_unspaced_script
from kopia_desktop.core.sentence_ends import is_ordinal

# The costs: only their order and rough distances matter; layout.py adds its own.
SENTENCE = 0.0
CLAUSE = 4.0
PHRASE = 9.0
WORD = 14.0
WEAK = 26.0  # leaves an article or a preposition alone at the end of a line
TIED = 45.0  # inside a name or a number
INSIDE = 80.0  # between the parts of one word
FORBIDDEN = 10_000.0

_CLOSING = "\"'”’»›)]}」』）】〉》〕］｝"
_SENTENCE_END = re.compile(rf"[.!?…。！？｡؟۔।॥။።]+[{re.escape(_CLOSING)}\u200e\u200f]*$")
_CLAUSE_END = re.compile(rf"[,;:،؛、，；：､､—–][{re.escape(_CLOSING)}\u200e\u200f]*$")
_EDGES = "\"'“”‘’«»‹›()[]{}.,;:!?…،؛؟¿¡—–-\u200e\u200f"

_NEVER_FIRST = frozenset("!?,.;:%)]}»›”’。、，．！？；：）］｝」』】〉》〕％،؛؟।॥｡､｣ฯๆ။၊។៕")
_NEVER_FIRST_GLUED = frozenset(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｧｨｩｪｫｯｬｭｮｰ々〻ゝゞヽヾ・…‥—–〜～"
)
_NEVER_LAST = frozenset("([{«‹“‘¿¡（［｛「『【〈《〔｢$€£¥＄￥")


def break_costs(pieces: Sequence[Piece], language: str) -> list[float]:
    """What a break after each piece costs; SENTENCE after the last one and each segment's last."""
    opening, closing = opening_words(language), closing_words(language)
    costs: list[float] = []
    for index, piece in enumerate(pieces):
        if piece.last or index + 1 == len(pieces):
            costs.append(SENTENCE)
        else:
            cost = _cost(piece, pieces[index + 1], opening, closing)
            costs.append(max(cost, TIED) if is_ordinal(piece.text, language) else cost)
    return costs


def _cost(left: Piece, right: Piece, opening: frozenset[str], closing: frozenset[str]) -> float:
    first, last = right.text[0], left.text[-1]
    if first in _NEVER_FIRST and not _opens_a_number(right.text):
        return FORBIDDEN
    if last in _NEVER_LAST or unicodedata.combining(first):
        return FORBIDDEN
    unspaced = is_unspaced_script(last) or is_unspaced_script(first)
    if right.glued and first in _NEVER_FIRST_GLUED and unspaced:
        return FORBIDDEN
    if _SENTENCE_END.search(left.text):
        if right.glued and not unspaced:
            return INSIDE  # "U.S." and "-based" are one word
        return TIED if _is_abbreviation(left.text) else SENTENCE
    if _CLAUSE_END.search(left.text):
        return CLAUSE
    if unspaced:
        return _unspaced_cost(last, first) if right.glued else CLAUSE
    if right.glued:
        return TIED if last == "-" or first == "-" else INSIDE
    return _spaced_cost(left.text.strip(_EDGES), right.text.strip(_EDGES), opening, closing)


def _opens_a_number(text: str) -> bool:
    """True for ".5", where the point ends nothing."""
    return len(text) > 1 and text[0] == "." and text[1].isdigit()


def _is_abbreviation(text: str) -> bool:
    """True for "Dr." and the initial "J.", after which the sentence goes on."""
    if not text.endswith("."):
        return False
    core = text.strip(_EDGES)
    return core.lower() in ABBREVIATIONS or (len(core) == 1 and core.isupper() and core != "I")


def _spaced_cost(left: str, right: str, opening: frozenset[str], closing: frozenset[str]) -> float:
    """Between two words, both without their punctuation and maybe empty."""
    if not left or not right:
        return WORD
    after, before = left.lower(), right.lower()
    if left[-1].isdigit() and (right[0].isdigit() or before in UNITS):
        return TIED
    if after in opening or before in closing:
        return WEAK
    if left[0].isupper() and (right[0].isupper() or right[0].isdigit()):
        return TIED
    return PHRASE if before in opening or after in closing else WORD


def _unspaced_cost(last: str, first: str) -> float:
    """Between two characters of unspaced writing, by what kinds they are.

    Japanese phrases end with hiragana (particles, endings), so the step from hiragana to anything
    else is mostly the edge of a phrase, and the step into hiragana is mostly inside one. Chinese
    words are mostly of two characters; Thai and its neighbours have spaces between phrases, which
    are the better place.
    """
    before, after = _kind(last), _kind(first)
    if before == "digit" or after == "digit":
        return PHRASE if before == "kana" else TIED
    if before == after and before in ("katakana", "latin"):
        return TIED
    if before == "kana":
        if after != "kana" or last == "を":
            return PHRASE
        return WORD + 2.0 if last in "はがにへでと" else WEAK + 14.0
    if after == "kana":
        return WEAK
    if last in "的了呢吗嗎吧着著":
        return PHRASE
    return WEAK - 4.0 if before == "han" or after == "han" else WEAK + 8.0


def _kind(character: str) -> str:
    if "\u3040" <= character <= "\u309f":
        return "kana"
    if "\u30a0" <= character <= "\u30ff" or "\uff66" <= character <= "\uff9f":
        return "katakana"
    if character.isdigit():
        return "digit"
    if "\u3400" <= character <= "\u9fff" or character >= "\U00020000":
        return "han"
    return "latin" if character.isascii() and character.isalpha() else "letter"
