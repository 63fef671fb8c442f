"""What every provider is: a translation backend over one model folder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from kopia_desktop.core.translators import ProviderName


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """``formal_applied``: the asked form of address made a difference to this text."""

    text: str
    formal_applied: bool = False


class Provider(ABC):
    """A model in memory, and with it the native libraries: made in a child only.

    ``name`` is the one by which translators ask for it. Making one loads the model of ``folder``;
    it raises ModelBroken where that cannot be done.
    """

    name: ClassVar[ProviderName]

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def translate(
        self, texts: Sequence[str], *, source: str, target: str, formal: bool
    ) -> Sequence[TranslatedText]:
        """Translate many texts at once; as many come back, in the same order.

        ``source`` is the code of the transcript's language, ``target`` one of the 134. Each text
        holds at least one letter or digit. Batches are the provider's affair.
        """
