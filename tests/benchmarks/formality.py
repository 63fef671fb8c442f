"""How often the asked form of address is chosen, where the model's six best translations hold it.

The starter packages translate the English "you" sentences of tests/data/translation/heldout.json,
each with its informal and its formal reference; and the sentences there that address nobody, which
must stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kopia_desktop.core.paths import resource
from kopia_desktop.worker.formality import MARGIN, Hypothesis, choose
from kopia_desktop.worker.providers.argos import Argos
from kopia_desktop.worker.translate import HYPOTHESES
from tests.benchmarks import report
from tests.benchmarks.report import Figure

HELDOUT = Path(__file__).resolve().parents[1] / "data" / "translation" / "heldout.json"
SHARE = 0.9
TARGETS = ("es", "de")

Answers = list[tuple[Hypothesis, ...]]


def heldout() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(HELDOUT.read_text("utf-8"))
    return found


def hypotheses(sentences: Sequence[str], target: str) -> Answers:
    """What the starter package from English says."""
    provider = Argos(resource("translators", f"translate-en_{target}"), 2)
    return list(provider.translate(sentences, source="en", target=target, hypotheses=HYPOTHESES))


def measure_form(
    rows: Sequence[dict[str, Any]], answers: Answers, target: str, *, form: str
) -> Figure:
    """The share of sentences with the reference of the asked form among the six that get it."""
    held, chosen, told, first, gaps = 0, 0, 0, 0, [0.0]
    for row, answer in zip(rows, answers, strict=True):
        wanted = row[target][form]
        place = next((i for i, one in enumerate(answer) if one.text == wanted), None)
        if place is None:
            continue
        held += 1
        first += place == 0
        choice = choose(answer, target, formal=form == "formal")
        if choice.text == wanted:
            chosen += 1
            told += choice.formal_applied
            gaps.append(answer[0].score - answer[place].score)
        else:
            print(f"{target} {form}: {choice.text}  (wanted: {wanted})")
    share = chosen / held if held else 0.0
    return Figure(
        f"en-{target} {form}: asked form chosen",
        f"{share:.1%} ({chosen} of {held}; {first} stand first anyway; told for {told};"
        f" largest gap {max(gaps):.1f} of {MARGIN})",
        f">= {SHARE:.0%}",
        share >= SHARE,
    )


def measure_others(rows: Sequence[dict[str, Any]], answers: Answers, target: str) -> Figure:
    """Sentences that address nobody: none may change, none may count as addressed."""
    changed = told = 0
    for answer in answers:
        for formal in (True, False):
            choice = choose(answer, target, formal=formal)
            changed += choice.text != answer[0].text
            told += choice.formal_applied
    return Figure(
        f"en-{target} without address: changed, told as applied",
        f"{changed} and {told} of {2 * len(rows)}",
        "0 and 0",
        not changed and not told,
    )


def measure(*, quick: bool) -> list[Figure]:
    rows = heldout()
    asked, others = rows["formality"], rows["triples"]
    if quick:
        asked, others = asked[::4], others[::4]
    figures: list[Figure] = []
    for target in TARGETS:
        answers = hypotheses([row["en"] for row in asked], target)
        figures += [
            measure_form(asked, answers, target, form=form) for form in ("formal", "informal")
        ]
        answers = hypotheses([row["en"] for row in others], target)
        figures.append(measure_others(others, answers, target))
    return figures


if __name__ == "__main__":
    raise SystemExit(report.main("Form of address", measure, quick_means="every fourth sentence"))
