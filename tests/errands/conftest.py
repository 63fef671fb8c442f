"""One outside world a module, as at first for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.errands.outside import Outside


@pytest.fixture(scope="module")
def world() -> Iterator[Outside]:
    made = Outside()
    yield made
    made.close()


@pytest.fixture
def outside(world: Outside) -> Outside:
    world.forget()
    return world
