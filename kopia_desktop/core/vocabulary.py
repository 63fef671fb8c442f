"""Names and terms of a recording: what the recogniser listens for, and how they are spelled.

A person writes a term a line, and behind ``=`` what was heard in its place:

    Kopia = copia, copya
    Ngozi Adichie

The terms are *hotwords* for the recognition; what was heard is replaced as a view of the words (see
``replacements``), so nothing that was recognised is lost.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kopia_desktop.core.errors import VocabularyInvalid

MOST_TERMS = 500
MOST_HEARD = 50
"""Forms of one term."""
LONGEST = 100
"""Characters of a term, and of a form in which it was heard."""

PROMPT_TOKENS = 220
"""What a model takes as context besides what it writes: half of Whisper's 448 tokens."""

_EQUALS = "="
_PROMPT_PARTS = re.compile(r"[,;:!?،、，。؟=\n]|\.(?=\s|$)")
_JOINERS = "\u200c\u200d"  # part of how some scripts are written
_COMMAS = ",،、，"
_HINT = "Write one term a line, and after = what was heard in its place, parted by commas."


@dataclass(frozen=True, slots=True)
class Term:
    """A name as it is to be written; ``heard`` are the forms that are replaced by it."""

    text: str
    heard: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """As a person writes it."""
        return f"{self.text} {_EQUALS} {', '.join(self.heard)}" if self.heard else self.text


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms in the order a person gave them."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def text(self) -> str:
        """As a person writes it; ``parse`` reads the same vocabulary from it."""
        return "\n".join(term.line for term in self.terms)

    def replaces(self) -> bool:
        """Whether anything is replaced at all."""
        return any(term.heard for term in self.terms)


NO_VOCABULARY = Vocabulary()


class ProblemKind(StrEnum):
    """Why a line is refused."""

    NO_TERM = "no_term"  # nothing before the sign
    SECOND_EQUALS = "second_equals"
    TOO_LONG = "too_long"
    NO_LETTER = "no_letter"  # marks alone
    TOO_MANY_HEARD = "too_many_heard"
    TOO_MANY_TERMS = "too_many_terms"
    TWO_MEANINGS = "two_meanings"  # heard for one term is heard for another, or is one itself


_SAID = {
    ProblemKind.NO_TERM: "there is no term before the =",
    ProblemKind.SECOND_EQUALS: "there is a second =",
    ProblemKind.TOO_LONG: f"“{{text}}” is longer than {LONGEST} characters",
    ProblemKind.NO_LETTER: "“{text}” holds no letter and no digit",
    ProblemKind.TOO_MANY_HEARD: f"“{{text}}” has more than {MOST_HEARD} forms",
    ProblemKind.TOO_MANY_TERMS: f"a vocabulary holds at most {MOST_TERMS} terms",
    ProblemKind.TWO_MEANINGS: "“{text}” would stand for two terms",
}
_SHOWN = 40  # characters of what is wrong


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line (from 1); ``text`` is the part that is meant, shortened."""

    line: int
    kind: ProblemKind
    text: str = ""

    @classmethod
    def of(cls, line: int, kind: ProblemKind, text: str = "") -> Problem:
        """With a text of any length."""
        return cls(line, kind, text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")

    def error(self, counted: str, hint: str) -> VocabularyInvalid:
        """The same as an error; ``counted`` is what a line is called."""
        said = _SAID[self.kind].format(text=self.text)
        return VocabularyInvalid(f"{counted} {self.line} of the vocabulary: {said}.", hint=hint)


def parse(text: str) -> Vocabulary:
    """What a person wrote. Raises VocabularyInvalid for the first line that is wrong."""
    vocabulary, problems = read(text)
    if problems:
        raise problems[0].error("Line", _HINT)
    return vocabulary


def read(text: str) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of the lines that are right, and what is wrong with the others."""
    given: list[tuple[int, str, tuple[str, ...]]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        before, sign, after = line.partition(_EQUALS)
        term = cleaned(before)
        if _EQUALS in after:
            problems.append(Problem.of(number, ProblemKind.SECOND_EQUALS))
        elif sign and not term:
            problems.append(Problem.of(number, ProblemKind.NO_TERM))
        elif term:
            given.append((number, term, tuple(_parted(after))))
    checked = _checked(given, problems)
    return checked, tuple(sorted(problems, key=lambda problem: problem.line))


def of_terms(terms: Iterable[Term]) -> Vocabulary:
    """A vocabulary of what a program gives; the number of a line counts its terms.

    Raises VocabularyInvalid. A sign that parts forms in a person's text has no place in a term.
    """
    given: list[tuple[int, str, tuple[str, ...]]] = []
    problems: list[Problem] = []
    for number, term in enumerate(terms, start=1):
        text, heard = cleaned(term.text), tuple(cleaned(form) for form in term.heard)
        if _EQUALS in text + "".join(heard):
            problems.append(Problem.of(number, ProblemKind.SECOND_EQUALS))
        elif not text:
            problems.append(Problem.of(number, ProblemKind.NO_TERM))
        else:
            parted = tuple(part for form in heard for part in _parted(form))
            given.append((number, text, parted))
    vocabulary = _checked(given, problems)
    if problems:
        first = min(problems, key=lambda problem: problem.line)
        raise first.error("Term", "Give each term once, with other forms for each.")
    return vocabulary


def prompted(text: str) -> Vocabulary:
    """The terms of a prompt in free text, as other programs write one; nothing is an error."""
    parts = _PROMPT_PARTS.split(text)
    terms = (term for part in parts if (term := cleaned(part)) and _wrong(term) is None)
    return Vocabulary(tuple(Term(term) for term in [*dict.fromkeys(terms)][:MOST_TERMS]))


def cleaned(text: str) -> str:
    """One line of printable characters in their composed form, white space single."""
    spoken = text.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(c for c in spoken if c.isprintable() or c.isspace() or c in _JOINERS)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def folded(text: str) -> str:
    """A form as it is compared: without regard to case."""
    return unicodedata.normalize("NFC", text.casefold()).replace("’", "'")


def _parted(text: str) -> Iterator[str]:
    for comma in _COMMAS[1:]:
        text = text.replace(comma, _COMMAS[0])
    return (form for part in text.split(_COMMAS[0]) if (form := cleaned(part)))


def _checked(
    given: Sequence[tuple[int, str, tuple[str, ...]]], problems: list[Problem]
) -> Vocabulary:
    """Terms that were given twice become one; what is wrong is added to the problems."""
    found: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    for number, text, heard in given:
        wrong = next((kind for form in (text, *heard) if (kind := _wrong(form))), None)
        if wrong is not None:
            problems.append(Problem.of(number, *wrong))
        elif text not in found and len(found) >= MOST_TERMS:
            problems.append(Problem.of(number, ProblemKind.TOO_MANY_TERMS))
            break
        else:
            lines.setdefault(text, number)
            known = found.setdefault(text, [])
            known += [form for form in heard if form not in (text, *known)]
            if len(known) > MOST_HEARD:
                problems.append(Problem.of(number, ProblemKind.TOO_MANY_HEARD, text))
                del known[MOST_HEARD:]
    _check_meanings(found, lines, problems)
    return Vocabulary(tuple(Term(text, tuple(heard)) for text, heard in found.items()))


def _wrong(form: str) -> tuple[ProblemKind, str] | None:
    if len(form) > LONGEST:
        return ProblemKind.TOO_LONG, form
    if not any(c.isalnum() for c in form):
        return ProblemKind.NO_LETTER, form
    return None


def _check_meanings(
    found: dict[str, list[str]], lines: dict[str, int], problems: list[Problem]
) -> None:
    """A form that stands for two terms is taken from the later one, and told."""
    terms = {folded(text) for text in found}
    meanings: dict[str, str] = {}
    for text, heard in found.items():
        for form in [*heard]:
            key = folded(form)
            if (key in terms and key != folded(text)) or meanings.setdefault(key, text) != text:
                problems.append(Problem.of(lines[text], ProblemKind.TWO_MEANINGS, form))
                heard.remove(form)


@dataclass(frozen=True, slots=True)
class Hotwords:
    """The terms that fit into what a model listens for, and how many did not."""

    terms: tuple[str, ...]
    left_out: int


@functools.lru_cache(maxsize=64)
def hotwords(vocabulary: Vocabulary, tokens: int = PROMPT_TOKENS) -> Hotwords:
    """The most specific terms first, as many as surely fit into so many tokens.

    What a model is least likely to know is most specific: several words, capitals and digits inside
    a word, names, then length. Of equals the earlier stands first.
    """
    ranked = sorted((term.text for term in vocabulary.terms), key=_specific, reverse=True)
    kept: list[str] = []
    room = tokens
    for text in ranked:
        cost = _tokens(text)
        if cost <= room:
            kept.append(text)
            room -= cost
    return Hotwords(tuple(kept), len(ranked) - len(kept))


def _specific(text: str) -> tuple[int, bool, bool, int]:
    odd = any(c.isupper() for word in text.split() for c in word[1:]) or any(map(str.isdigit, text))
    return min(len(text.split()), 2), odd, text[:1].isupper(), len(text)


def _tokens(text: str) -> int:
    """About how many tokens a term with its comma takes, rather too many.

    Two Latin letters a token, other letters two tokens each; the model's own tokenizer has the last
    word.
    """
    latin = sum(1 for c in text if c.isascii())
    return 2 + (latin + 1) // 2 + 2 * (len(text) - latin)
