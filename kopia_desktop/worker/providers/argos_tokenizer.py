"""A package's tokenizer and the prefix of its target, as Argos Translate itself reads them.

Importing argostranslate makes folders below the home folder and reads that program's settings. Here
it is shown an empty folder for the moment of the import, which is then removed; the environment is
as before afterwards. Its translating and its splitting of sentences are never imported: they bring
an index on the network and a second library of models.
"""

from __future__ import annotations

import importlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from kopia_desktop.core.errors import ModelBroken

_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")


class Tokenizer(Protocol):
    """Sentences to the pieces of a vocabulary, and back."""

    def encode(self, sentence: str) -> list[str]: ...

    def decode(self, tokens: list[str]) -> str: ...


class Package(Protocol):
    """What is used of ``argostranslate.package.Package``."""

    tokenizer: Tokenizer
    target_prefix: str


def open_package(folder: Path) -> Package:
    """Read a package's metadata; its tokenizer is loaded with the first sentence.

    Raises ModelBroken.
    """
    with _kept_out_of_the_home_folder():
        package = importlib.import_module("argostranslate.package")
    try:
        opened: Package = package.Package(folder)
        opened.tokenizer.encode("")
    except (OSError, ValueError, TypeError, AttributeError, RuntimeError) as error:
        raise ModelBroken(
            f"The translation package {folder.name} cannot be read.", hint="Install it again."
        ) from error
    return opened


@contextmanager
def _kept_out_of_the_home_folder() -> Iterator[None]:
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="kopia-") as empty:
        try:
            for name in [name for name in os.environ if name.startswith("ARGOS_")]:
                del os.environ[name]
            os.environ.update(dict.fromkeys(_FOLDERS, empty))
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
