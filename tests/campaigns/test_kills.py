"""The campaign of kills as ``make campaign`` runs it: 60 kills in 30 minutes of speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import recordings
from tests.campaigns.kills import campaign, figures_of


@pytest.mark.campaign
def test_sixty_kills_lose_nothing(tmp_path: Path) -> None:
    outcomes = campaign(recordings.minutes(30), tmp_path, count=60, seed=1)
    missed = [figure.name for figure in figures_of(outcomes, 30) if figure.passed is False]
    assert not missed, "\n".join(str(outcome) for outcome in outcomes if not outcome.passed)
