"""Translate sentence by sentence with Argos Translate's own API: the side to compare with.

Reads one JSON object on standard input: ``folder`` of the packages, ``threads``, ``source`` and
``target`` codes, ``sentences``. Writes one: ``texts``, and ``seconds`` without the loading. Its
splitter of sentences would ask the network for a model; here each text is one sentence already, so
a splitter that splits nothing stands in for it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
import types


class _OneSentence:
    """Stands in for the class ``minisbd.SBDetect``."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def sentences(self, text: str) -> list[str]:
        return [text]


def _stand_in() -> None:
    package, models = types.ModuleType("minisbd"), types.ModuleType("minisbd.models")
    package.__dict__.update(SBDetect=_OneSentence, models=models)
    models.__dict__.update(cache_dir="", list_models=lambda *_, **__: ["en", "es", "de"])
    sys.modules.update({"minisbd": package, "minisbd.models": models})


def main() -> None:
    asked = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        os.environ["ARGOS_PACKAGES_DIR"] = asked["folder"]
        os.environ["ARGOS_INTRA_THREADS"] = str(asked["threads"])
        _stand_in()
        from argostranslate import translate

        translation = translate.get_translation_from_codes(asked["source"], asked["target"])
        translation.translate(asked["sentences"][0])  # loads the model
        began = time.perf_counter()
        texts = [translation.translate(sentence) for sentence in asked["sentences"]]
        seconds = time.perf_counter() - began
    json.dump({"texts": texts, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
