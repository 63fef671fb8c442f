"""A transcript as it is to be read: spelling, vocabulary and hesitations on the stored words.

Nothing stored changes; another view of the same transcript is one call away.
"""

from __future__ import annotations

from dataclasses import replace

from kopia_desktop.core import replacements
from kopia_desktop.core.fillers import without_fillers
from kopia_desktop.core.replacements import Group
from kopia_desktop.core.spelling import VARIANTS, respelled
from kopia_desktop.core.transcript import Segment, Transcript, Word
from kopia_desktop.core.vocabulary import Vocabulary


def view(
    transcript: Transcript, *, remove_fillers: bool, language_code: str | None = None
) -> Transcript:
    """The transcript in the spelling of its language and vocabulary, with or without hesitations.

    ``language_code`` is a contract code that stands in for the transcript's own. Segments of which
    nothing remains are left out.
    """
    code = language_code or transcript.language
    segments = []
    for stored in transcript.segments:
        segment = spelled(stored, code, transcript.vocabulary)
        kept = without_fillers(segment, code) if remove_fillers else segment
        if kept is not None and kept.text.strip():
            segments.append(kept)
    return replace(transcript, segments=tuple(segments))


def is_spelled(code: str, vocabulary: Vocabulary) -> bool:
    """Whether words may read otherwise than they are stored."""
    return code in VARIANTS or vocabulary.replaces()


def spelled(segment: Segment, code: str, vocabulary: Vocabulary) -> Segment:
    """The segment in the spelling of its language and vocabulary.

    A person tells what they hear in place of a term as they see it, in either spelling.
    """
    if not vocabulary.replaces():
        return respelled(segment, code)
    shown = replacements.respelled(segment, vocabulary)
    if code not in VARIANTS:
        return shown
    return replacements.respelled(respelled(shown, code), vocabulary)


def spelled_groups(segment: Segment, code: str, vocabulary: Vocabulary) -> tuple[Group, ...]:
    """The words of a segment as ``spelled`` shows them, with how many each group stands for."""
    first = replacements.groups(segment.words, vocabulary)
    words = tuple(word for group in first for word in group.words)
    shown = respelled(segment.with_words(words), code).words
    second = replacements.groups(shown, vocabulary)
    return _chained(first, second)


def _chained(first: tuple[Group, ...], second: tuple[Group, ...]) -> tuple[Group, ...]:
    """Groups of groups: each boundary is one in both."""
    made: list[Group] = []
    count, ahead = 0, 0  # stored words not given out yet; words between that they make
    waiting: list[Group] = list(reversed(first))
    words: list[Word] = []
    for group in second:
        ahead -= group.count
        words += group.words
        while ahead < 0:
            taken = waiting.pop()
            count += taken.count
            ahead += len(taken.words)
        if ahead == 0:
            made.append(Group(count, tuple(words)))
            count, words = 0, []
    return tuple(made)
