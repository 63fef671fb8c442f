"""Translates passages in a child process; the models of a route stay loaded between requests.

The texts of a passage are joined and divided into sentences, all sentences of a request go through
the route together, and each is brought back to the segments that it stood in.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from kopia_desktop.core.ornaments import framed
from kopia_desktop.core.passages import Sentence, has_words, sentences
from kopia_desktop.core.scripts import joined_with
from kopia_desktop.core.share_out import share_out
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.formality import Choice
from kopia_desktop.worker.protocol import LegOrder, Passage, Translate, Translated
from kopia_desktop.worker.providers import PROVIDERS, Provider

logger = logging.getLogger(__name__)

HYPOTHESES = 6
"""How many ways of saying a sentence are looked at for the asked form of address."""


class Translator:
    """Holds the providers of one route at a time: that of the last request."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[ProviderName, str, int], Provider] = {}

    def translate(self, request: Translate) -> Translated:
        """All texts of a request, in its order.

        A sentence that is said twice is translated once. What holds no words (silence marks,
        emoji, a number) comes back as it is, as does a sentence for which a model has no words, and
        emoji around a sentence stay there. The seconds are without those of loading. Raises
        ModelBroken.
        """
        if not request.route:
            return _written_otherwise(request)
        drafts = [sentences(passage.texts, request.route[0].source) for passage in request.passages]
        frames = {one.text: framed(one.text) for draft in drafts for one in draft}
        said = list(dict.fromkeys(one.words for one in frames.values() if one.needs_translation()))
        steps = self._route(request.route, request.threads) if said else []
        began = time.monotonic()
        choices = _through(steps, said, formal=request.formal)
        words = {
            text: _in_script(choice.text, request)
            for text, choice in zip(said, choices, strict=True)
            if choice.text.strip()
        }
        found = {
            text: frame.with_words(words[frame.words])
            for text, frame in frames.items()
            if frame.words in words
        }
        texts = [
            text
            for passage, draft in zip(request.passages, drafts, strict=True)
            for text in _shared_out(passage, draft, found, request.target)
        ]
        return Translated(
            texts=tuple(texts),
            formal_applied=any(choice.formal_applied for choice in choices),
            seconds=time.monotonic() - began,
        )

    def _route(self, legs: Sequence[LegOrder], threads: int) -> list[tuple[LegOrder, Provider]]:
        """The providers of these steps; those of another route leave memory before."""
        threads = threads or os.cpu_count() or 1
        wanted = [(leg.provider, leg.folder, threads) for leg in legs]
        self._loaded = {key: self._loaded[key] for key in wanted if key in self._loaded}
        for name, folder, count in wanted:
            if (name, folder, count) not in self._loaded:
                self._loaded[name, folder, count] = PROVIDERS[name](Path(folder), count)
                logger.info("translator %s loaded on %s threads", Path(folder).name, count)
        return [(leg, self._loaded[key]) for leg, key in zip(legs, wanted, strict=True)]


def _through(
    steps: Sequence[tuple[LegOrder, Provider]], sentences: Sequence[str], *, formal: bool
) -> list[Choice]:
    """Each sentence through all steps of the route; the last chooses the form of address."""
    choices = [Choice(sentence) for sentence in sentences]
    for number, (leg, provider) in enumerate(steps, start=1):
        choices = _step(
            [choice.text for choice in choices],
            leg,
            provider,
            formal=formal if number == len(steps) else None,
        )
    return choices


def _step(
    sentences: Sequence[str], leg: LegOrder, provider: Provider, *, formal: bool | None
) -> list[Choice]:
    """One step; ``formal`` is None where the form of address is chosen later.

    What a step left without words goes no further.
    """
    chosen = formal is not None and provider.has_forms(leg.target)
    places = [place for place, sentence in enumerate(sentences) if has_words(sentence)]
    answers = provider.translate(
        [sentences[place] for place in places],
        source=leg.source,
        target=leg.target,
        hypotheses=HYPOTHESES if chosen else 1,
    )
    choices = [Choice(sentence) for sentence in sentences]
    for place, answer in zip(places, answers, strict=True):
        choices[place] = (
            provider.choose(answer, leg.target, formal=formal)
            if chosen and formal is not None
            else Choice(answer[0].text)
        )
    return choices


def _written_otherwise(request: Translate) -> Translated:
    """The same words in another script: each text stays in its place."""
    began = time.monotonic()
    texts = tuple(_in_script(text, request) for one in request.passages for text in one.texts)
    return Translated(texts=texts, seconds=time.monotonic() - began)


def _in_script(text: str, request: Translate) -> str:
    """In the script of the target, where the route ends in another one."""
    if request.conversion is None or not has_words(text):
        return text
    # Imported where it is needed: Chinese has a library of its own.
    from kopia_desktop.worker.conversion import converted

    return converted(text, request.conversion)


def _shared_out(
    passage: Passage, draft: Sequence[Sentence], found: Mapping[str, str], target: str
) -> list[str]:
    """The texts of a passage's segments in the other language."""
    texts = ["" if has_words(text) else text for text in passage.texts]
    for sentence in draft:
        translated = found.get(sentence.text)
        shares = (
            tuple(passage.texts[part.index][part.begin : part.end] for part in sentence.parts)
            if translated is None
            else share_out(translated, [part.weight for part in sentence.parts], target)
        )
        for part, share in zip(sentence.parts, shares, strict=True):
            texts[part.index] = joined_with(texts[part.index], share)
    return texts
