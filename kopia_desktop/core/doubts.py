"""Which words and segments a person should hear again."""

from __future__ import annotations

from kopia_desktop.core.transcript import Segment, Word

LOW_CONFIDENCE = 0.5
"""Below an even chance the model held other words together likelier than the one it wrote. The
worker judges whole segments by the same number, as the mean of their words."""


def is_doubtful_word(word: Word) -> bool:
    """Whether the model was unsure of this word; never of one that a person typed."""
    return word.confidence < LOW_CONFIDENCE


def is_doubtful_as_whole(segment: Segment) -> bool:
    """Whether all of it is in doubt; not once a person has corrected something in it."""
    return segment.doubt is not None and not segment.edited


def is_doubtful(segment: Segment) -> bool:
    """Whether there is anything in the segment to be heard again."""
    return is_doubtful_as_whole(segment) or any(map(is_doubtful_word, segment.words))
