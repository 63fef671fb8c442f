"""The campaign of downloads as ``make campaign`` runs it, and a few of them in every run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.campaigns.downloads import Theme, campaign, figures_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and limits of Linux")


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_two_hundred_downloads_end_as_they_must(tmp_path: Path) -> None:
    outcomes = campaign(tmp_path, count=200, seed=1)
    missed = [figure.name for figure in figures_of(outcomes) if figure.passed is False]
    assert not missed, "\n".join(str(outcome) for outcome in outcomes if outcome.wrong)


def test_the_hardest_ones(tmp_path: Path) -> None:
    themes = [Theme.ENGINE_KILLED, Theme.ALL_KILLED, Theme.DISK_FULL, Theme.SMALL_FILES]
    outcomes = campaign(tmp_path, count=len(themes), seed=2, themes=themes)
    missed = [figure.name for figure in figures_of(outcomes) if figure.passed is False]
    assert not missed, "\n".join(str(outcome) for outcome in outcomes if outcome.wrong)
