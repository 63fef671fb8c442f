"""Break costs: their order is what the layout lives on."""

from __future__ import annotations

import pytest

from kopia_desktop.core import breaks
from kopia_desktop.core.breaks import break_costs
from kopia_desktop.core.pieces import Piece, pieces_of
from kopia_desktop.core.transcript import Segment


def cost(left: str, right: str, language: str = "en", *, glued: bool = False) -> float:
    return break_costs([Piece(left, 0, 1), Piece(right, 1, 2, glued)], language)[0]


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("home.", "Then", "en", breaks.SENTENCE),
        ("home.”", "Then", "en", breaks.SENTENCE),
        ("بيته؟", "ثم", "ar", breaks.SENTENCE),
        ("है।", "वह", "hi", breaks.SENTENCE),
        ("home,", "then", "en", breaks.CLAUSE),
        ("البيت،", "ثم", "ar", breaks.CLAUSE),
        ("home", "and", "en", breaks.PHRASE),
        ("casa", "de", "es", breaks.PHRASE),
        ("blue", "house", "en", breaks.WORD),
        ("and", "home", "en_uk", breaks.WEAK),
        ("राम", "को", "hi", breaks.WEAK),
        ("Dr.", "Jones", "en", breaks.TIED),
        ("J.", "Jones", "en", breaks.TIED),
        ("New", "York", "en", breaks.TIED),
        ("25", "000", "fr", breaks.TIED),
        ("12", "Millionen", "de", breaks.TIED),
        ("7.", "September", "de", breaks.TIED),
        ("7.", "Then", "en", breaks.SENTENCE),
        ("oui", "»", "fr", breaks.FORBIDDEN),
        ("«", "oui", "fr", breaks.FORBIDDEN),
        ("$", "5", "en", breaks.FORBIDDEN),
    ],
)
def test_between_two_words(left: str, right: str, language: str, expected: float) -> None:
    assert cost(left, right, language) == expected


def test_parts_of_one_word_hold_more_than_words_do() -> None:
    assert cost("l'", "amico", "it", glued=True) > breaks.TIED
    assert breaks.WORD < cost("well", "-known", glued=True) < breaks.INSIDE


def test_japanese_prefers_the_step_out_of_hiragana() -> None:
    pieces = pieces_of(Segment(0, 0.0, 1.0, "東京の会議"), longest=16)
    inside, before_particle, after_particle, _, _ = break_costs(pieces, "ja")
    assert after_particle < inside < before_particle
