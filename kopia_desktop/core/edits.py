"""What a person does to a transcript, step by step: what came of a step, what can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kopia_desktop.core.transcript import Segment


class EditKind(StrEnum):
    """What a step did, so that a face can name what it undoes."""

    TEXT = "text"
    TIMES = "times"
    SPLIT = "split"
    MERGE = "merge"
    DELETE = "delete"
    REVERT = "revert"  # back to what was recognised, or translated by the machine
    REPLACE = "replace"  # in all segments at once
    TRANSLATION = "translation"  # what a person wrote into a translation


@dataclass(frozen=True, slots=True)
class Edited:
    """A step that was done, undone or done again, and how the segments read after it.

    ``changed`` are by start, filler words kept, in the spelling of the job; ``removed`` are ids
    that are no longer in the transcript; both are empty where nothing had to change. ``focus`` is
    the segment that the cursor belongs to now. With a ``translation_id`` it is that translation
    which changed, and the segments read as in it.
    """

    kind: EditKind
    changed: tuple[Segment, ...]
    removed: tuple[int, ...]
    focus: int | None
    translation_id: str | None = None

    def is_empty(self) -> bool:
        """Nothing is different from before."""
        return not self.changed and not self.removed


@dataclass(frozen=True, slots=True)
class History:
    """What kind of step would be undone and done again next; None where there is none."""

    undo: EditKind | None = None
    redo: EditKind | None = None


def cleaned(text: str) -> str:
    """One line, without control characters and halves of surrogate pairs (SQLite takes no such)."""
    if text.isprintable():
        return " ".join(text.split())
    spoken = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in spoken).split())


def with_stored_forms(stored: str, shown: str, wanted: str) -> str:
    """``wanted``, typed over ``shown``, with the words nobody touched as they are ``stored``.

    ``shown`` is ``stored`` in another spelling. All white space becomes single.
    """
    old, seen, typed = stored.split(), shown.split(), wanted.split()
    if old == seen:
        return " ".join(typed)
    places: dict[int, int] = {}
    matcher = SequenceMatcher(None, seen, typed, autojunk=False)
    for begin, at, size in matcher.get_matching_blocks():
        places.update((begin + i, at + i) for i in range(size))
    kept: list[str | None] = list(typed)
    for (first, last), words in _counterparts(old, seen):
        at = places.get(first, -1)
        if at >= 0 and all(places.get(i) == at + i - first for i in range(first, last)):
            kept[at : at + last - first] = [" ".join(words), *[None] * (last - first - 1)]
    return " ".join(word for word in kept if word)


def _counterparts(old: list[str], seen: list[str]) -> list[tuple[tuple[int, int], list[str]]]:
    """Ranges of what is seen, each with the words it stands for; none of either side is left out
    where anything is seen.
    """
    if len(old) == len(seen):
        return [((place, place + 1), [word]) for place, word in enumerate(old)]
    made: list[tuple[tuple[int, int], list[str]]] = []
    ahead: list[str] = []
    for kind, i, i_end, j, j_end in SequenceMatcher(None, old, seen, autojunk=False).get_opcodes():
        if kind == "equal":
            made += [((j + n, j + n + 1), [old[i + n]]) for n in range(i_end - i)]
        elif kind == "replace":
            made.append(((j, j_end), old[i:i_end]))
        elif made:  # belongs to what stands before it
            (first, last), words = made.pop()
            made.append(((first, max(last, j_end)), words + old[i:i_end]))
        elif kind == "delete":
            ahead = old[i:i_end]
        else:
            made.append(((j, j_end), []))
    if ahead and made:
        made[0] = (made[0][0], ahead + made[0][1])
    if len(made) > 1 and not made[0][1]:
        made[:2] = [((0, made[1][0][1]), made[1][1])]
    return made
