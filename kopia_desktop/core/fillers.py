"""Hesitations: um, uh, hmm and the like, found and taken out as a view on the words.

The tables are in resources/fillers.json. They name only sounds: words that can carry meaning
("like", "este", "halt", "那个") are left. Stored words never change; switching the view is instant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kopia_desktop.core import hesitations
from kopia_desktop.core.languages import is_unspaced
from kopia_desktop.core.removal import without
from kopia_desktop.core.transcript import Segment, Word, words_text

# No spaces: single characters, with the marks after them; opening marks go with the next one.
_CHARACTERS = re.compile(r"(\s*)([「『（《〈【“‘«(\[]*\w(?:(?![「『（《〈【“‘«(\[])[^\w\s])*|\S)")
# Spaces: words; a long dash divides them too and goes with the word before it.
_WORDS = re.compile(r"(\s*)([^\s—–]+[—–]*|[—–]+)")


def is_filler(word_text: str, language: str) -> bool:
    """Whether a word, with the punctuation attached to it, is a hesitation.

    Looks at the word alone; ``filler_indexes`` also looks at its neighbours. Capitals as in "ER" or
    "HMM" are an abbreviation, a word alone in quotes is spoken about: neither is a hesitation.
    """
    return hesitations.is_hesitation(word_text, language)


def filler_indexes(words: Sequence[Word], language: str) -> frozenset[int]:
    """Places of the words that hesitate, so that a window can strike them."""
    pieces = _Pieces.of([w.text for w in words], [w.glued for w in words], language)
    gone = pieces.hesitations()
    stays = {owner for i, owner in enumerate(pieces.owners) if i not in gone}
    return frozenset(pieces.owners[i] for i in gone) - stays


def without_fillers(segment: Segment, language: str) -> Segment | None:
    """The segment as it reads without hesitations; None when nothing remains.

    Commas, capitals and spaces are right afterwards and the times of the words that stay are
    unchanged; a segment whose first or last word went starts or ends with the words that stay.
    """
    if not segment.words:
        text = _plain_text(segment.text, language)
        if text == segment.text:
            return segment if text.strip() else None
        return replace(segment, text=text) if text else None
    words = _kept_words(segment.words, language)
    if words is segment.words:
        return segment
    if not words:
        return None
    text = segment.text
    text = words_text(words) if text == words_text(segment.words) else _plain_text(text, language)
    first, last = words[0].start != segment.words[0].start, words[-1].end != segment.words[-1].end
    return replace(
        segment,
        text=text,
        words=words,
        start=words[0].start if first else segment.start,
        end=words[-1].end if last else segment.end,
    )


def _kept_words(words: tuple[Word, ...], language: str) -> tuple[Word, ...]:
    """The words that stay, mended; the same tuple when none goes."""
    while True:
        pieces = _Pieces.of([w.text for w in words], [w.glued for w in words], language)
        kept = pieces.kept()
        if kept is None:
            return words
        # Once more: where no spaces divide words, what a removal joins may read as a hesitation.
        words = tuple(_mended(words[i], text, glued=glued) for i, text, glued in kept)


def _mended(word: Word, text: str, *, glued: bool) -> Word:
    if (word.text, word.glued) == (text, glued):
        return word
    return replace(word, text=text, glued=glued)


def _plain_text(text: str, language: str) -> str:
    """The same for a text without words; line breaks and other spaces that stay are kept."""
    while True:
        kept = _Pieces.of([text], [False], language).kept()
        if kept is None:
            return text
        text = kept[0][1] if kept else ""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Texts cut so that a hesitation inside one ("I—um—think", any Japanese text) stands alone.

    ``owners`` says which text a piece is from, ``gaps`` the space before it.
    """

    texts: tuple[str, ...]
    gaps: tuple[str, ...]
    owners: tuple[int, ...]
    language: str

    @classmethod
    def of(cls, texts: Sequence[str], glued: Sequence[bool], language: str) -> _Pieces:
        cut = _CHARACTERS if is_unspaced(language) else _WORDS
        rows = []
        for owner, text in enumerate(texts):
            gap = "" if glued[owner] else " "
            for inner, piece in cut.findall(text):
                rows.append((piece, gap or inner, owner))
                gap = ""
        pieces, gaps, owners = zip(*rows, strict=True) if rows else ((), (), ())
        return cls(pieces, gaps, owners, language)

    @property
    def glued(self) -> list[bool]:
        return [not gap for gap in self.gaps]

    def hesitations(self) -> frozenset[int]:
        return hesitations.find(self.texts, self.glued, self.language)

    def kept(self) -> list[tuple[int, str, bool]] | None:
        """Owner, text and glued of what stays, mended; None when there is no hesitation."""
        gone = self.hesitations()
        if not gone:
            return None
        clauses = hesitations.table(self.language).clauses
        stays = without(self.texts, self.glued, gone=gone, language=self.language, clauses=clauses)
        if not any(piece.core for piece in stays):
            return []  # marks alone are nothing that was said
        rows: list[tuple[int, str, bool]] = []
        for piece in stays:
            owner = self.owners[piece.index]
            if rows and rows[-1][0] == owner:
                gap = "" if piece.glued else self.gaps[piece.index] or " "
                rows[-1] = (owner, rows[-1][1] + gap + piece.text, rows[-1][2])
            else:
                rows.append((owner, piece.text, piece.glued))
        return rows
