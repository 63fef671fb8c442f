"""A provider that translates nothing, always in the same way: for tests and for trying the API."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.formality import Choice, Hypothesis
from kopia_desktop.worker.providers.base import Provider


class Fake(Provider):
    """``[es] text``, and ``[es, formal] text`` where the formal address is asked for.

    ``seconds`` in the folder's fake.json is the time that each text takes, 0 if it is not there.
    """

    name = ProviderName.FAKE

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__(folder, threads)
        try:
            about = json.loads((folder / "fake.json").read_text("utf-8"))
            self._seconds = float(about.get("seconds", 0.0))
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise ModelBroken(
                f"The translator {folder.name!r} cannot be read.", hint="Install it again."
            ) from error

    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        time.sleep(self._seconds * len(sentences))
        labels = (target, f"{target}, formal")[:hypotheses]
        return [
            tuple(Hypothesis(f"[{label}] {text}", -float(i)) for i, label in enumerate(labels))
            for text in sentences
        ]

    def has_forms(self, target: str) -> bool:
        return True

    def choose(self, hypotheses: Sequence[Hypothesis], target: str, *, formal: bool) -> Choice:
        return Choice(hypotheses[-1 if formal else 0].text, formal)
