"""A provider that translates nothing, always in the same way: for tests and for trying the API."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.providers.base import Provider, TranslatedText


class Fake(Provider):
    """``[es] text``, and ``[es, formal] text`` where the formal address is asked for.

    ``seconds`` in the folder's fake.json is the time that each text takes, 0 if it is not there.
    """

    name = ProviderName.FAKE

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        try:
            about = json.loads((folder / "fake.json").read_text("utf-8"))
            self._seconds = float(about.get("seconds", 0.0))
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise ModelBroken(
                f"The translator {folder.name!r} cannot be read.", hint="Install it again."
            ) from error

    def translate(
        self, texts: Sequence[str], *, source: str, target: str, formal: bool
    ) -> Sequence[TranslatedText]:
        time.sleep(self._seconds * len(texts))
        label = f"{target}, formal" if formal else target
        return [TranslatedText(f"[{label}] {text}", formal) for text in texts]
