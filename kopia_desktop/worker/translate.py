"""Translates texts in a child process; the model stays loaded between requests."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.protocol import Translate, Translated
from kopia_desktop.worker.providers import PROVIDERS, Provider, TranslatedText

logger = logging.getLogger(__name__)


class Translator:
    """Holds one provider at a time: that of the folder it was last asked for."""

    def __init__(self) -> None:
        self._loaded: tuple[ProviderName, str] | None = None
        self._provider: Provider | None = None

    def translate(self, request: Translate) -> Translated:
        """All texts of a request, in its order.

        Texts without a letter or digit (silence marks, emoji) come back as they are. Raises
        ModelBroken.
        """
        began = time.monotonic()
        provider = self._provider_of(request)
        places = [i for i, text in enumerate(request.texts) if any(map(str.isalnum, text))]
        spoken = [request.texts[i] for i in places]
        found = (
            provider.translate(
                spoken, source=request.source, target=request.target, formal=request.formal
            )
            if spoken
            else ()
        )
        texts = [TranslatedText(text) for text in request.texts]
        for place, translated in zip(places, found, strict=True):
            texts[place] = translated
        return Translated(
            texts=tuple(one.text for one in texts),
            formal_applied=any(one.formal_applied for one in texts),
            seconds=time.monotonic() - began,
        )

    def _provider_of(self, request: Translate) -> Provider:
        wanted = request.provider, request.folder
        if self._provider is None or self._loaded != wanted:
            self._provider = self._loaded = None  # the old model leaves memory before the new comes
            self._provider = PROVIDERS[request.provider](Path(request.folder))
            self._loaded = wanted
            logger.info("translator %s loaded", Path(request.folder).name)
        return self._provider
