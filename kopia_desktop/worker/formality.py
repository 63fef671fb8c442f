"""Which of several translations of one sentence has the form of address that was asked for.

A model's further hypotheses often differ from the first in just that ("Puedes abrirlo" and "Puede
usted abrirlo"), but the lower they stand, the more of them are broken. So the first one gives way
only to one whose score is near, and mostly only where it has the other form itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kopia_desktop.core.address_forms import Address, Reading, knows, paired, read

MARGIN = 3.5
"""How far below the first hypothesis the chosen one may lie: a thirtieth of its probability.

Set by the starter packages (tests/benchmarks/formality): the right sentence in the other form lies
up to 3.3 below the first one, broken sentences mostly 4 and more.
"""

_NEUTRAL_MARGIN = 0.8
"""The same where the first hypothesis does not show that anybody is addressed."""

_FAR = 6.0
"""How far below the first one a hypothesis may lie to show by its verb which form another has."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a sentence; ``score`` is the sum of its tokens' log-probabilities."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Choice:
    """``formal_applied``: the text surely has the form of address that was asked for, formal or
    informal. False for a sentence that addresses nobody.
    """

    text: str
    formal_applied: bool = False


def is_formality_known(target: str) -> bool:
    """Whether the language has forms of address that its table can tell apart."""
    return knows(target)


def choose(hypotheses: Sequence[Hypothesis], target: str, *, formal: bool) -> Choice:
    """The best translation in the asked form, else the best at all.

    ``hypotheses`` holds one or more, best first; ``target`` is a code of the 134.
    """
    first = hypotheses[0]
    if not knows(target):
        return Choice(first.text)
    wanted = Address.FORMAL if formal else Address.INFORMAL
    if read(first.text, target).address is wanted:
        return Choice(first.text, True)
    near = [one for one in hypotheses if first.score - one.score <= MARGIN]
    far = [one for one in hypotheses if MARGIN < first.score - one.score <= _FAR]
    forms = _forms_of(near, far, target)
    addressed = forms[0] is not Address.NEUTRAL
    for one, form in zip(near, forms, strict=True):
        if form is wanted and (addressed or _is_sure(one, first, target, wanted)):
            return Choice(one.text, True)
    return Choice(first.text)


def _is_sure(one: Hypothesis, first: Hypothesis, target: str, wanted: Address) -> bool:
    """Whether it may stand for a first hypothesis that shows nobody who is addressed."""
    gap = first.score - one.score
    return gap <= _NEUTRAL_MARGIN and read(one.text, target).address is wanted


def _forms_of(
    near: Sequence[Hypothesis], far: Sequence[Hypothesis], language: str
) -> list[Address]:
    """The form of each of the near ones: by its sure marks and by what it has beside the others.

    Those far below, often broken, are looked at only where the near ones tell nothing.
    """
    readings = [read(one.text, language) for one in near]
    others = [read(one.text, language) for one in far]
    found = [_form(one, readings, others, language) for one in readings]
    return [
        Address.MIXED if len(forms) > 1 else next(iter(forms), Address.NEUTRAL) for forms in found
    ]


def _form(
    reading: Reading, near: Sequence[Reading], far: Sequence[Reading], language: str
) -> frozenset[Address]:
    return (
        reading.sure.union(*(paired(reading, other, language) for other in near))
        or _hinted(reading, near)
        or frozenset[Address]().union(*(paired(reading, other, language) for other in far))
    )


def _hinted(reading: Reading, others: Sequence[Reading]) -> frozenset[Address]:
    """The forms of which it has a hint, where another shows the other form instead."""
    shown = {form for other in others for form in other.sure | (other.hints - reading.hints)}
    return frozenset(form for form in reading.hints if form.opposite in shown)
