"""Translation with the starter packages, against Argos Translate's own API sentence by sentence.

Both sides get the same 1,000 sentences of the packages' grammar, the same package and the same
number of threads, and load before the clock runs. Of two runs in turn the faster counts for each.
Then Spanish to German through English, and the quality on sentences held out of the training.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import sacrebleu

from kopia_desktop.core.paths import resource
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.protocol import LegOrder, Passage, Translate
from kopia_desktop.worker.providers.argos import Argos
from kopia_desktop.worker.translate import HYPOTHESES, Translator
from tests.benchmarks import report
from tests.benchmarks.report import Figure

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "translation"
STARTER = resource("translators")
SENTENCES = 1000
TIMES_FASTER = 3.0
RUNS = 2

RECIPE = {("en", "es"): 99.2, ("es", "en"): 98.8, ("en", "de"): 99.1, ("es", "de"): 98.0}
"""BLEU in the packages' own recipe, on 400 held-out sentences, of which 120 are here."""
BLEU_MARGIN = 1.0


def sentences(language: str) -> list[str]:
    """1,000 different English ones; the Spanish ones of them, where there is just one."""
    held = json.loads((DATA / "heldout.json").read_text("utf-8"))
    more = json.loads((DATA / "sentences.json").read_text("utf-8"))
    found = [row[language] for row in [*held["triples"], *more]]
    if language == "en":
        found += [row["en"] for row in held["formality"]]
    return list(dict.fromkeys(found))[:SENTENCES]


def heldout(language: str) -> list[str]:
    triples = json.loads((DATA / "heldout.json").read_text("utf-8"))["triples"]
    return [row[language] for row in triples]


def theirs(
    source: str, target: str, texts: Sequence[str], *, threads: int
) -> tuple[list[str], float]:
    """What Argos Translate makes of each, and the seconds it took."""
    asked = {"folder": str(STARTER), "threads": threads, "source": source, "target": target}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.argos_reference"],
        input=json.dumps(asked | {"sentences": list(texts)}),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answer = json.loads(done.stdout)
    return answer["texts"], answer["seconds"]


def ours(provider: Argos, texts: Sequence[str], *, hypotheses: int = 1) -> tuple[list[str], float]:
    began = time.perf_counter()
    answers = provider.translate(texts, source="", target="", hypotheses=hypotheses)
    seconds = time.perf_counter() - began
    return [answer[0].text for answer in answers], seconds


def measure_pair(source: str, target: str, *, threads: int, quick: bool) -> list[Figure]:
    """Speed and equality on one package."""
    texts = sentences(source)[: 100 if quick else SENTENCES]
    provider = Argos(STARTER / f"translate-{source}_{target}", threads)
    ours(provider, texts[:1])
    their_seconds, our_seconds, different = float("inf"), float("inf"), 0
    for _ in range(RUNS):
        expected, seconds = theirs(source, target, texts, threads=threads)
        their_seconds = min(their_seconds, seconds)
        found, seconds = ours(provider, texts)
        our_seconds = min(our_seconds, seconds)
        different = max(different, sum(a != b for a, b in zip(found, expected, strict=True)))
    _, six = ours(provider, texts, hypotheses=HYPOTHESES)
    ratio = their_seconds / our_seconds
    title = f"{source}-{target}, {len(texts)} sentences, {threads} thread(s)"
    all_cores = threads > 1
    return [
        Figure(
            f"{title}: faster than sentence by sentence",
            f"{ratio:.1f} times ({our_seconds:.2f} s, Argos Translate {their_seconds:.2f} s;"
            f" six hypotheses {six:.2f} s)",
            f">= {TIMES_FASTER:.0f} times" if all_cores else "",
            ratio >= TIMES_FASTER if all_cores else None,
        ),
        Figure(f"{title}: different from it", str(different), "0", different == 0),
    ]


def by_child(codes: Sequence[str], texts: Sequence[str], *, threads: int) -> list[str]:
    """Along a route as a child does it, each text a segment of its own."""
    legs = tuple(
        LegOrder(ProviderName.ARGOS, str(STARTER / f"translate-{one}_{two}"), one, two)
        for one, two in itertools.pairwise(codes)
    )
    passages = tuple(Passage((text,)) for text in texts)
    asked = Translate(legs, None, passages, codes[-1], formal=True, threads=threads)
    return list(Translator().translate(asked).texts)


def measure_pivot(*, threads: int, quick: bool) -> list[Figure]:
    """Spanish to German: the route, its two steps by hand, and Argos Translate's."""
    texts = sentences("es")[: 100 if quick else SENTENCES]
    route = by_child(("es", "en", "de"), texts, threads=threads)
    english = by_child(("es", "en"), texts, threads=threads)
    by_hand = by_child(("en", "de"), english, threads=threads)
    steps = sum(a != b for a, b in zip(route, by_hand, strict=True))
    expected, _ = theirs("es", "de", texts, threads=threads)
    first, _ = ours(Argos(STARTER / "translate-es_en", threads), texts)
    second, _ = ours(Argos(STARTER / "translate-en_de", threads), first)
    other = sum(a != b for a, b in zip(second, expected, strict=True))
    title = f"es-en-de, {len(texts)} sentences"
    return [
        Figure(f"{title}: different from the two steps by hand", str(steps), "0", steps == 0),
        Figure(f"{title}: different from Argos Translate's", str(other), "0", other == 0),
    ]


def measure_quality(*, threads: int) -> list[Figure]:
    figures = []
    for (source, target), recipe in RECIPE.items():
        codes = (source, "en", target) if "en" not in (source, target) else (source, target)
        found = by_child(codes, heldout(source), threads=threads)
        expected = heldout(target)
        bleu = sacrebleu.corpus_bleu(found, [expected]).score
        right = sum(a == b for a, b in zip(found, expected, strict=True))
        figures.append(
            Figure(
                f"{'-'.join(codes)}, {len(found)} held-out sentences: BLEU",
                f"{bleu:.1f} ({right} word for word)",
                f">= {recipe - BLEU_MARGIN:.1f}",
                bleu >= recipe - BLEU_MARGIN,
            )
        )
    return figures


def measure(*, quick: bool) -> list[Figure]:
    threads = os.cpu_count() or 1
    figures: list[Figure] = []
    for source, target in (("en", "es"), ("es", "en"), ("en", "de")):
        figures += measure_pair(source, target, threads=threads, quick=quick)
    figures += measure_pair("en", "es", threads=1, quick=quick)
    figures += measure_pivot(threads=threads, quick=quick)
    return figures + measure_quality(threads=threads)


if __name__ == "__main__":
    raise SystemExit(report.main("Translation", measure, quick_means="100 sentences"))
