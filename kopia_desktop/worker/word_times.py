"""Word times inside a chunk become word times of the recording, with the aligner's known faults
mended.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from kopia_desktop.core.sentence_ends import ends_sentence
from kopia_desktop.core.transcript import Word
from kopia_desktop.worker.chunks import Chunk
from kopia_desktop.worker.speech_model import RawWord

_LONGEST_USUAL = 0.7
_SHORTEST = 0.02  # the aligner's step


def placed(raw: Sequence[RawWord], chunk: Chunk) -> tuple[Word, ...]:
    """The words on the media's clock, in order, each with a positive length.

    Cross-attention stretches the words beside a pause over it; words at a sentence's edge are held
    to twice the median length.
    """
    lengths = [word.end - word.start for word in raw if word.end > word.start]
    limit = 2 * min(_LONGEST_USUAL, statistics.median(lengths)) if lengths else _LONGEST_USUAL
    last = chunk.duration  # the aligner counts in whole seconds and may pass the sound's end
    words: list[Word] = []
    for number, word in enumerate(raw):
        start, end = chunk.place(min(word.start, last), min(word.end, last))
        if end - start > limit:
            if number == 0 or ends_sentence(raw[number - 1].text):
                start = end - limit
            elif ends_sentence(word.text):
                end = start + limit
        if words:
            start = max(start, words[-1].start + _SHORTEST, words[-1].end)
        words.append(
            Word(
                text=word.text.strip(),
                start=start,
                end=max(end, start + _SHORTEST),
                confidence=min(max(word.confidence, 0.0), 1.0),
                glued=bool(words) and not word.text.startswith(" "),
            )
        )
    return tuple(words)
