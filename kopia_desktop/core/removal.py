"""Takes words out of running text and mends what they leave: commas, stops, quotes, capitals.

Knows nothing of fillers: it is told which pieces go, and gives back what stays. Nothing is
invented: every mark in the result stood in the text; only the case of a first letter changes.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kopia_desktop.core.languages import base, is_unspaced

_COMMAS = ",，、،､፣၊、"
_DASHES = "—–―"
_STOPS = ".?!…。！？؟।॥۔։።།။⁇⁈⁉‽．"
_OTHER_BREAKS = ";:；：؛·"
_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‘": "’", "「": "」", "『": "』"} | {
    "（": "）", "【": "】", "《": "》", "〈": "〉", "„": "“", "‚": "‘", "‹": "›", "»": "«",
}  # fmt: skip
_SAME = "\"'＂"  # one character opens and closes
_QUOTES = frozenset("\"'＂«»“”‘’„‚‹›「」『』")
_SPANISH = {"¿": "?", "¡": "!"}
_CLOSERS = frozenset(_PAIRS.values()) | frozenset(_SAME)
_REACH = 3  # pieces after a gap that are looked at: a dash, the next word, the one after it
_WORD_SIGNS = frozenset("%#@&*/\\§†‡¶_‰〜")  # punctuation to Unicode, part of a word to a reader


@dataclass(frozen=True, slots=True)
class Piece:
    """A word taken apart: opening marks, the word itself, closing marks.

    ``index`` is its place in the text it came from; ``core`` is empty for a dash or comma alone.
    """

    index: int
    lead: str
    core: str
    trail: str
    glued: bool

    @property
    def text(self) -> str:
        return self.lead + self.core + self.trail


@dataclass(frozen=True, slots=True)
class Clauses:
    """Which words keep the comma that stands between them and a removed word (lower case)."""

    comma_before: frozenset[str] = frozenset()
    comma_after: frozenset[str] = frozenset()


def is_mark(char: str) -> bool:
    """Whether a character is punctuation around words rather than part of one."""
    return unicodedata.category(char).startswith("P") and char not in _WORD_SIGNS


@functools.lru_cache(maxsize=65536)
def parts(text: str) -> tuple[str, str, str]:
    """Opening marks, word, closing marks; a text of marks alone is all closing marks."""
    first, last = 0, len(text)
    while first < last and is_mark(text[first]):
        first += 1
    if first == last:
        return "", "", text
    while is_mark(text[last - 1]):
        last -= 1
    return text[:first], text[first:last], text[last:]


def is_quoted(lead: str, trail: str) -> bool:
    """A word alone in quotes is spoken about, one alone in ¿? or ¡! asks: both carry meaning."""
    asks = any(close in trail for opening, close in _SPANISH.items() if opening in lead)
    return asks or (not _QUOTES.isdisjoint(lead) and not _QUOTES.isdisjoint(trail))


def ends_sentence(trail: str, language: str) -> bool:
    """Whether closing marks end a sentence (in Greek the semicolon asks)."""
    bare = trail.rstrip("".join(_CLOSERS))
    return bool(bare) and bare[-1] in _stops(language)


def has_break(trail: str) -> bool:
    """Whether closing marks hold any comma, dash, colon or stop."""
    return any(char in _COMMAS + _DASHES + _STOPS + _OTHER_BREAKS for char in trail)


def without(
    texts: Sequence[str], glued: Sequence[bool], *, gone: Collection[int], language: str,
    clauses: Clauses,
) -> list[Piece]:  # fmt: skip
    """The pieces that stay when those at the indexes ``gone`` are taken out, mended."""
    todo = [
        Piece(i, *parts(text), no_space)
        for i, (text, no_space) in enumerate(zip(texts, glued, strict=True))
    ]
    kept: list[Piece] = []
    at = 0
    while at < len(todo):
        end = at
        while end < len(todo) and todo[end].index in gone:
            end += 1
        if end == at:
            kept.append(todo[at])
            at += 1
            continue
        near = slice(end, end + _REACH)
        gap = _Gap(todo[at:end], todo[near], frozenset(gone), language, clauses)
        todo[near] = gap.close(kept)
        at = end
    return kept


@dataclass(slots=True)
class _Gap:
    """One run of removed pieces and the few that follow it."""

    run: list[Piece]
    after: list[Piece]
    gone: frozenset[int]
    language: str
    clauses: Clauses

    def close(self, kept: list[Piece]) -> list[Piece]:
        """Mend the end of ``kept`` in place; return what follows, mended."""
        raised = self._takes_capital(kept)
        openers, closers = _unpaired(self.run)
        dash_before = bool(kept) and _is_dash(kept[-1])
        paired = dash_before and bool(self.after) and _is_dash(self.after[0])
        if paired or (not kept and self.after and _is_dash(self.after[0])):
            self.after = self.after[1:]
        stop = self._stop()
        if dash_before and len(kept) > 1 and (paired or stop or not self.after or self._is_soft()):
            kept.pop()
        if kept:
            kept[-1] = replace(kept[-1], trail=self._trail(kept, stop=stop, closers=closers))
            if not kept[-1].text:
                kept.pop()
        if not self.after:
            return []
        return [self._next(kept, openers=openers, raised=raised), *self.after[1:]]

    def _takes_capital(self, kept: list[Piece]) -> bool:
        """Whether the removed words hold the capital of a sentence's first word."""
        before = next((piece for piece in reversed(kept) if not _is_dash(piece)), None)
        starts = before is None or self._starts_after(before)
        for piece in self.run:
            opens = any(char in _QUOTES or char in _SPANISH for char in piece.lead)
            if (starts or opens) and piece.core[:1].isupper():
                return True
            starts = self._starts_after(piece)
        return False

    def _starts_after(self, piece: Piece) -> bool:
        return ends_sentence(piece.trail, self.language) or piece.trail.endswith((":", "："))

    def _stop(self) -> str:
        """The first sentence end inside the run; dots before a small letter were only a pause."""
        stops = _stops(self.language)
        for place, piece in enumerate(self.run):
            found = piece.trail.strip("".join(_CLOSERS)).lstrip(_COMMAS + _DASHES)
            if not found or found[-1] not in stops:
                continue
            following = [*self.run[place + 1 :], *self.after]
            core = next((each.core for each in following if each.core), "I")
            pause = set(found) <= {".", "…"} and (len(found) > 1 or found == "…")
            if not pause or core[0].isupper():
                return "".join(char for char in found if char in stops)
        return ""

    def _is_soft(self) -> bool:
        """The run ends in a comma, a dash or a pause."""
        return self.run[-1].trail[-1:] in tuple(_COMMAS + _DASHES + "….-")

    def _trail(self, kept: list[Piece], *, stop: str, closers: str) -> str:
        """The closing marks of the word before the gap."""
        trail = kept[-1].trail
        if not self.after or stop:
            if ends_sentence(trail, self.language):
                return trail + closers
            trail = trail.rstrip(_COMMAS + _DASHES + _OTHER_BREAKS)
            last = self.run[-1].trail
            if stop and closers and last.find(closers[0]) < last.find(stop[0]):
                return trail + closers + stop
            return trail + stop + closers
        if self._is_soft():
            dashes = _DASHES if self.run[-1].trail[-1] in _DASHES else ""
            bare = trail.rstrip(_COMMAS + dashes)
            if self._keeps_comma(kept, paired=bare != trail):
                trail = trail or "".join(c for c in self.run[-1].trail if c in _COMMAS)[:1]
            elif not self.after[0].glued and not is_unspaced(self.language):
                trail = bare
        return trail + closers

    def _keeps_comma(self, kept: list[Piece], *, paired: bool) -> bool:
        """Whether a comma stands here with or without the removed words.

        It does before a clause, after an answer ("Yes, um, I think") and between the items of a
        list ("apples, um, pears, plums").
        """
        before, after = kept[-1], self.after[0]
        word, opened = before.core.lower(), self.clauses.comma_before
        alone = len(kept) == 1 or has_break(kept[-2].trail)
        if alone and word in self.clauses.comma_after:
            return True
        # "Und, äh, wenn": a small word alone is no clause that a comma could close.
        if after.core.lower() in opened and not (alone and (len(word) < 4 or word in opened)):
            return True
        stays = len(self.after) < 2 or self.after[1].index not in self.gone
        return paired and stays and after.trail[:1] in tuple(_COMMAS)

    def _next(self, kept: list[Piece], *, openers: str, raised: bool) -> Piece:
        """The word after the gap, with the marks, the space and the capital it inherits."""
        piece = self.after[0]
        lead, glued = piece.lead, piece.glued
        if glued and not all(gone.glued for gone in self.run):
            glued = False  # a removed word brought the space
            lead = lead.lstrip(_DASHES)
        if not kept or kept[-1].text[-1] in _DASHES:
            lead = lead.lstrip(_DASHES)
        elif glued and not is_unspaced(self.language) and lead[:1] not in tuple(_DASHES):
            glued = False
        core = raise_first(piece.core, self.language) if raised else piece.core
        return Piece(piece.index, openers + lead, core, piece.trail, glued)


def raise_first(word: str, language: str) -> str:
    """The word with a capital, unless it has one somewhere ("iPhone") or its script has none."""
    first = word[:1]
    if any(char.isupper() for char in word):
        return word
    if base(language) in ("tr", "az") and first == "i":
        return "İ" + word[1:]
    if base(language) == "nl" and word.startswith("ij"):
        return "IJ" + word[2:]
    title = first.title()
    return title + word[1:] if len(title) == 1 else word


def _unpaired(run: list[Piece]) -> tuple[str, str]:
    """Opening marks whose partner stays behind the run, closing marks whose partner is before."""
    opened: list[str] = []
    closed: list[str] = []
    for piece in run:
        opened += [char for char in piece.lead if char in _PAIRS or char in _SAME + "¿¡"]
        for char in piece.trail:
            partner = next((o for o in reversed(opened) if _partner(o) == char), None)
            if partner is not None:
                opened.remove(partner)
            elif char in _CLOSERS:
                closed.append(char)
    return "".join(opened), "".join(closed)


def _partner(opening: str) -> str:
    return _PAIRS.get(opening) or _SPANISH.get(opening) or opening


def _is_dash(piece: Piece) -> bool:
    return not piece.core and bool(piece.trail) and not piece.trail.strip("-" + _DASHES)


def _stops(language: str) -> str:
    return _STOPS + ";" if base(language) == "el" else _STOPS
