"""What is wrong with a line of a vocabulary, and what a vocabulary does, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.vocabulary import (
    LONGEST,
    MOST_HEARD,
    MOST_TERMS,
    Problem,
    ProblemKind,
    Vocabulary,
    hotwords,
)
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP

_CONTEXT = "Vocabulary"

_SENTENCES = {
    ProblemKind.NO_TERM: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: a name or term belongs before the =."
    ),
    ProblemKind.SECOND_EQUALS: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: there can be one = only."
    ),
    ProblemKind.TOO_LONG: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: “{text}” is longer than {most} characters."
    ),
    ProblemKind.NO_LETTER: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: “{text}” holds no letter and no digit."
    ),
    ProblemKind.TOO_MANY_HEARD: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: “{text}” has more than {most} spellings."
    ),
    ProblemKind.TOO_MANY_TERMS: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: a list holds {most} terms at most."
    ),
    ProblemKind.TWO_MEANINGS: QT_TRANSLATE_NOOP(
        "Vocabulary", "Line {line}: “{text}” would stand for two terms."
    ),
}
_MOST = {
    ProblemKind.TOO_LONG: LONGEST,
    ProblemKind.TOO_MANY_HEARD: MOST_HEARD,
    ProblemKind.TOO_MANY_TERMS: MOST_TERMS,
}


def problem_text(problem: Problem) -> str:
    """A sentence that names the line."""
    said = QCoreApplication.translate(_CONTEXT, _SENTENCES[problem.kind])
    most = _MOST.get(problem.kind, 0)
    return said.format(line=problem.line, text=problem.text, most=most)


def summary(vocabulary: Vocabulary) -> str:
    """How many terms there are, and how many of them a model can listen for."""
    count = len(vocabulary.terms)
    text = QCoreApplication.translate("Vocabulary", "%n term(s).", "", count)
    left_out = hotwords(vocabulary).left_out
    if left_out:
        some = QCoreApplication.translate(
            "Vocabulary",
            "A model can listen for {some} of them at once; all of them are spelled as you wish.",
        )
        text += " " + some.format(some=count - left_out)
    return text
