"""The campaigns against the server as ``make campaign`` runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaigns import generated_requests, server_kills

pytestmark = pytest.mark.campaign


def test_ten_thousand_generated_requests() -> None:
    outcome = generated_requests.run(10_000)
    found = generated_requests.figures(outcome, 10_000)
    missed = [figure for figure in found if figure.passed is False]
    assert not missed, outcome.report


def test_two_hundred_kills_of_the_server(tmp_path: Path) -> None:
    outcomes, integrity = server_kills.campaign(tmp_path, count=200, seed=1)
    found = server_kills.figures_of(outcomes, integrity)
    missed = [figure.name for figure in found if figure.passed is False]
    assert not missed, "\n".join(str(outcome) for outcome in outcomes if not outcome.passed)
