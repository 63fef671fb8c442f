"""Colours that can be read by everyone, in light and dark, and a palette that follows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox

from kopia_desktop.core.settings import Theme
from kopia_desktop.gui.theme import DARK, LIGHT, Colours, Theming, contrast, is_dark, mixed

_TEXT = 4.5  # WCAG 2.2 AA, text
_SHAPES = 3.0  # the same, for what is not text

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@BOTH
def test_every_text_can_be_read_on_every_ground(colours: Colours) -> None:
    inks = {"text": colours.text, "muted": colours.muted, "accent": colours.accent}
    grounds = {
        "ground": colours.ground,
        "accent_ground": colours.accent_ground,
        "doubt_ground": colours.doubt_ground,
    }
    for (ink, one), (ground, other) in itertools.product(inks.items(), grounds.items()):
        assert contrast(one, other) >= _TEXT, f"{ink} on {ground}"
    for ground in (colours.match_ground, colours.current_match_ground):
        assert contrast(colours.text, ground) >= _TEXT
    assert contrast(colours.error, colours.ground) >= _TEXT
    assert contrast(colours.on_accent, colours.accent_fill) >= _TEXT


@BOTH
def test_shapes_that_mean_something_are_seen(colours: Colours) -> None:
    for shape in (colours.doubt, colours.accent_fill, colours.wave_played):
        assert contrast(shape, colours.ground) >= _SHAPES


@pytest.fixture
def theming(qapp: QApplication) -> Iterator[Theming]:
    made = Theming(qapp)
    yield made
    made.close()


def test_a_chosen_theme_holds_and_is_told(qapp: QApplication, theming: Theming) -> None:
    told: list[bool] = []
    theming.changed.connect(lambda: told.append(theming.colours.dark))
    theming.choose(Theme.DARK, motion=True)
    assert is_dark(qapp.palette())
    assert theming.colours is DARK
    assert told
    assert told[-1]
    theming.choose(Theme.LIGHT, motion=False)
    assert not is_dark(qapp.palette())
    assert theming.colours is LIGHT
    assert not told[-1]
    assert not theming.animates


def test_the_accent_is_the_selection_of_native_widgets(
    qapp: QApplication, theming: Theming
) -> None:
    theming.choose(Theme.LIGHT, motion=True)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Highlight) == LIGHT.accent_fill
    for role, ground in (
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    ):
        assert contrast(palette.color(role), palette.color(ground)) >= _TEXT


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_an_empty_check_box_is_seen(qapp: QApplication, theming: Theming, theme: Theme) -> None:
    """Fusion draws its edge with the window's colour, a little darker."""
    theming.choose(theme, motion=False)
    box = QCheckBox()
    box.ensurePolished()
    edge = box.palette().color(QPalette.ColorRole.Window).darker(140)
    for ground in (qapp.palette().window().color(), qapp.palette().base().color()):
        assert contrast(edge, ground) >= _SHAPES


def test_a_mixed_colour_lies_between() -> None:
    assert mixed(QColor("black"), QColor("white"), 0.5) == QColor("#808080")
    assert mixed(QColor("black"), QColor("white"), 0.0) == QColor("black")
