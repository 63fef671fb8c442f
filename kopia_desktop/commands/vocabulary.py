"""A vocabulary from a text file, and what a command says of it."""

from __future__ import annotations

from pathlib import Path

from kopia_desktop.core.errors import VocabularyInvalid
from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.speech_models import STARTER
from kopia_desktop.core.vocabulary import Vocabulary, parse
from kopia_desktop.services.media_files import printable

_LONGEST = 4 << 20
"""Bytes of a file: more than all terms of a vocabulary can take."""

_HINT = "Give a text file with one term a line."


def read_file(path: Path) -> Vocabulary:
    """The terms of a text file in UTF-8, one a line. Raises VocabularyInvalid."""
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST + 1)
        if len(content) > _LONGEST:
            raise VocabularyInvalid(f"The vocabulary {name} is too long.", hint=_HINT)
        return parse(content.decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise VocabularyInvalid(
            f"The vocabulary {name} cannot be read ({why}).", hint=_HINT
        ) from error


def notes(options: JobOptions) -> tuple[str, ...]:
    """What a person may not expect of the vocabulary and model they chose."""
    count, heard = len(options.vocabulary.terms), len(options.hotwords)
    if count and options.model == STARTER:
        return ("Note: the starter model cannot listen for a vocabulary; it is spelled by it.",)
    if heard < count:
        return (f"Note: the model listens for {heard} of {count} terms; all are spelled as given.",)
    return ()
