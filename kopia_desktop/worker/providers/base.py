"""What every provider is: a translation backend over one model folder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker import formality
from kopia_desktop.worker.formality import Choice, Hypothesis


class Provider(ABC):
    """A model in memory, and with it the native libraries: made in a child only.

    ``name`` is the one by which translators ask for it. Making one loads the model of ``folder``
    for ``threads`` threads; it raises ModelBroken where that cannot be done.
    """

    name: ClassVar[ProviderName]

    def __init__(self, folder: Path, threads: int) -> None:
        self.folder = folder
        self.threads = threads

    @abstractmethod
    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        """Translate many sentences at once; as many answers come back, in the same order.

        ``source`` and ``target`` are codes of the targets (or Argos Translate's, of a language that
        is only a step on the way). Each sentence holds at least one letter or digit; each answer at
        least one hypothesis and at most ``hypotheses``, the best first. Batches are the provider's
        affair.
        """

    def has_forms(self, target: str) -> bool:
        """Whether more than one hypothesis helps to find the asked form of address."""
        return formality.is_formality_known(target)

    def choose(self, hypotheses: Sequence[Hypothesis], target: str, *, formal: bool) -> Choice:
        """The hypothesis to take for a sentence in the asked form of address."""
        return formality.choose(hypotheses, target, formal=formal)
