"""The window while there is nothing in it."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtWidgets import QWidget

from tests.screens.model_scenes import measure
from tests.screens.stage import Stage


def first_run(stage: Stage) -> Generator[Sequence[QWidget], None, None]:
    measure(stage.context)
    stage.parts.empty.card.look()
    stage.settle()
    yield ()


def empty(stage: Stage) -> Generator[Sequence[QWidget], None, None]:
    """The card was put away."""
    stage.parts.empty.card.hide()
    yield ()
    stage.parts.empty.card.show()


SCENES = {"first-run": first_run, "empty": empty}
