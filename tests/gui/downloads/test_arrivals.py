"""A speech model that came takes the starter's place, and no other's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from kopia_desktop.gui.downloads.arrivals import Arrivals
from kopia_desktop.gui.setting_changes import SettingId, keep
from tests.gui.conftest import Arranged
from tests.gui.downloads.conftest import Arriving

MODEL = SettingId("transcription", "model")


@pytest.fixture
def arrivals(arranged: Arranged, qapp: QObject) -> Arrivals:
    made = Arrivals(arranged.context, qapp)
    arranged.settle()
    return made


def install(arranged: Arranged, name: str) -> None:
    models = arranged.context.models
    models.add(models.find("starter").folder, name=name)


def test_new_recordings_use_it(arrivals: Arrivals, arriving: Arriving, arranged: Arranged) -> None:
    told: list[object] = []
    arrivals.chosen.connect(told.append)
    arriving.model("small")
    arriving.tell()
    install(arranged, "small")
    arriving.end("small")
    assert MODEL.of(arranged.context.settings()) == "small"
    assert len(told) == 1


def test_a_chosen_model_stays(arrivals: Arrivals, arriving: Arriving, arranged: Arranged) -> None:
    install(arranged, "mine")
    keep(arranged.context, {MODEL: "mine"})
    arriving.model("small")
    arriving.tell()
    install(arranged, "small")
    arriving.end("small")
    assert MODEL.of(arranged.context.settings()) == "mine"


def test_what_was_given_up_changes_nothing(
    arrivals: Arrivals, arriving: Arriving, arranged: Arranged
) -> None:
    arriving.model("small")
    arriving.tell()
    arriving.end("small")
    assert MODEL.of(arranged.context.settings()) == "starter"
