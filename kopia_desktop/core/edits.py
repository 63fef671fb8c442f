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

    ``shown`` is ``stored`` in another spelling, word for word. All white space becomes single.
    """
    old, seen, typed = stored.split(), shown.split(), wanted.split()
    if old == seen or len(old) != len(seen):
        return " ".join(typed)
    matcher = SequenceMatcher(None, seen, typed, autojunk=False)
    for begin, at, size in matcher.get_matching_blocks():
        typed[at : at + size] = old[begin : begin + size]
    return " ".join(typed)
