"""Word times after a person's edit: what was left alone keeps its time, the rest shares the gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kopia_desktop.core.scripts import UNSPACED
from kopia_desktop.core.transcript import Span, Word, words_text

# A letter of an unspaced script with the marks around it, or a run without spaces and such letters.
_ATOM = re.compile(rf"[^\w\s]*[{UNSPACED}][^\w\s]*|[^\s{UNSPACED}]+")

_MIN_WORD = 0.04
"""Seconds; a new word takes room from its neighbour before it gets shorter than this."""


@dataclass(frozen=True, slots=True)
class _Atom:
    """The least that can change: (space before it?, text) and its range of characters."""

    key: tuple[bool, str]
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of the new text; without ``timed`` its times are still to be found."""

    word: Word
    timed: bool


def retime(words: Sequence[Word], text: str, within: Span) -> tuple[Word, ...]:
    """The words of ``text``, timed after the ``words`` it was edited from.

    Unchanged words keep times and confidence. Changed ones, with confidence 1.0, stand where the
    words they replace stood, or in the gap; where that is too short, the word before gives up room
    (at the very start the one after). Room is shared by length. Their text is ``text`` with its
    white space made single.
    """
    words = [_with_text(w, " ".join(w.text.split())) for w in words if w.text.strip()]
    text = " ".join(text.split())
    old_text = words_text(words)
    old, new = _atoms(old_text), _atoms(text)
    matcher = SequenceMatcher(None, [a.key for a in old], [a.key for a in new], autojunk=False)
    placed: list[_Placed] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        kept = _cut(words, old[old_from].begin, old[old_to - 1].end) if old_to > old_from else []
        if kind == "equal":
            placed += [_Placed(word, True) for word in kept]
        elif new_to > new_from:
            placed += _replacement([atom.key[1] for atom in new[new_from:new_to]], kept)
    return _ordered(_glue(_fill(placed, within), text), within)


def exchange(words: Sequence[Word], text: str) -> tuple[Word, ...] | None:
    """The words of ``text``, of which each stands in the place of one of ``words``.

    As ``retime`` would have it, in a tenth of the time. None unless both have as many words with
    spaces between.
    """
    texts = text.split()
    if len(texts) != len(words) or any(word.glued or " " in word.text for word in words):
        return None
    return tuple(
        word if word.text == new else Word(new, word.start, word.end)
        for word, new in zip(words, texts, strict=True)
    )


def fit(words: Sequence[Word], before: Span, after: Span) -> tuple[Word, ...]:
    """The words of a segment whose bounds changed.

    A segment that was moved takes its words along. One that was cut or widened leaves them in place
    where each still has time to be heard, else all are stretched or pressed alike.
    """
    shift = after.start - before.start
    if abs(after.duration - before.duration) < 1e-6:
        moved = [replace(w, start=w.start + shift, end=w.end + shift) for w in words]
        return _ordered(moved, after)
    if all(_seconds_inside(w, after) >= min(_MIN_WORD, w.end - w.start) for w in words):
        return _ordered(words, after)
    scale = after.duration / before.duration if before.duration > 0 else 0.0
    return _ordered(
        [
            replace(
                w,
                start=after.start + (w.start - before.start) * scale,
                end=after.start + (w.end - before.start) * scale,
            )
            for w in words
        ],
        after,
    )


def _atoms(text: str) -> list[_Atom]:
    return [
        _Atom(
            (found.start() == 0 or text[found.start() - 1] == " ", found.group()),
            found.start(),
            found.end(),
        )
        for found in _ATOM.finditer(text)
    ]


def _cut(words: Sequence[Word], begin: int, end: int) -> list[Word]:
    """The words that own the characters ``begin``..``end``; of one cut apart, its share."""
    found: list[Word] = []
    position = 0
    for number, word in enumerate(words):
        position += 0 if number == 0 or word.glued else 1
        low, high = max(begin - position, 0), min(end - position, len(word.text))
        if (low, high) == (0, len(word.text)):
            found.append(word)
        elif low < high:
            second = (word.end - word.start) / len(word.text)
            found.append(
                replace(
                    word,
                    text=word.text[low:high],
                    start=word.start + low * second,
                    end=word.start + high * second,
                )
            )
        position += len(word.text)
    return found


def _replacement(texts: Sequence[str], replaced: Sequence[Word]) -> list[_Placed]:
    fresh = [Word(text, 0.0, 0.0) for text in texts]
    if replaced:
        room = Span(replaced[0].start, replaced[-1].end)
        if room.duration >= _MIN_WORD * len(fresh):
            return [_Placed(word, True) for word in _spread(fresh, room)]
    return [_Placed(word, False) for word in fresh]


def _fill(placed: Sequence[_Placed], within: Span) -> list[Word]:
    """Give each run of words without times the gap it stands in."""
    words: list[Word] = []
    index = 0
    while index < len(placed):
        if placed[index].timed:
            words.append(placed[index].word)
            index += 1
            continue
        run: list[Word] = []
        while index < len(placed) and not placed[index].timed:
            run.append(placed[index].word)
            index += 1
        after = placed[index].word if index < len(placed) else None
        room = Span(words[-1].end if words else within.start, after.start if after else within.end)
        if room.duration < _MIN_WORD * len(run):
            if words:
                run.insert(0, words.pop())
                room = Span(run[0].start, room.end)
            elif after:
                run.append(after)
                room = Span(room.start, after.end)
                index += 1
        words += _spread(run, room)
    return words


def _spread(words: Sequence[Word], room: Span) -> list[Word]:
    """The words one after the other in ``room``, each as long as its text asks for."""
    total = sum(len(word.text) + 1 for word in words)
    spread: list[Word] = []
    passed = 0
    for word in words:
        start = room.start + max(room.duration, 0.0) * passed / total
        passed += len(word.text) + 1
        end = room.start + max(room.duration, 0.0) * passed / total
        spread.append(Word(word.text, start, end, word.confidence, word.glued))
    return spread


def _glue(words: Sequence[Word], text: str) -> list[Word]:
    """Mark where ``text`` has no space before a word; the words in order are that text."""
    glued: list[Word] = []
    position = 0
    for word in words:
        spaced = position < len(text) and text[position] == " "
        position += len(word.text) + spaced
        is_right = not glued or word.glued is not spaced
        glued.append(word if is_right else replace(word, glued=not spaced))
    return glued


def _ordered(words: Sequence[Word], within: Span) -> tuple[Word, ...]:
    """Within the bounds, no word before the one it follows."""
    ordered: list[Word] = []
    earliest = within.start
    for word in words:
        start = min(max(word.start, earliest), within.end)
        end = min(max(word.end, start), within.end)
        is_right = (word.start, word.end) == (start, end)
        ordered.append(word if is_right else replace(word, start=start, end=end))
        earliest = start
    return tuple(ordered)


def _with_text(word: Word, text: str) -> Word:
    return word if word.text == text else replace(word, text=text)


def _seconds_inside(word: Word, bounds: Span) -> float:
    return min(word.end, bounds.end) - max(word.start, bounds.start)
