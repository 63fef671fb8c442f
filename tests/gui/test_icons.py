"""Icons: sharp on every screen, in the ink that was asked for."""

from __future__ import annotations

import gc

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from kopia_desktop.gui.icons import icon


def _inks(image: QImage) -> set[str]:
    """Colours of the pixels that are covered."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication) -> None:
    for scale in (1.0, 1.5, 2.0):
        drawn = icon("add").pixmap(QSize(20, 20), scale)
        assert drawn.width() == 20 * scale
        assert drawn.deviceIndependentSize().width() == 20


def test_an_icon_has_the_ink_of_the_palette_or_its_own(qapp: QApplication) -> None:
    palette = qapp.palette().buttonText().color().name()
    assert _inks(icon("add").pixmap(40, 40).toImage()) == {palette}
    own = icon("error", ink=QColor("#b3261e")).pixmap(40, 40).toImage()
    assert _inks(own) == {"#b3261e"}


def test_an_icon_that_qt_copied_is_drawn_after_the_first_has_gone(qapp: QApplication) -> None:
    first = icon("add")
    copy = QIcon(first)
    copy.addPixmap(QPixmap(8, 8))  # Qt copies the engine of an icon that is shared and changed
    del first
    gc.collect()
    palette = qapp.palette().buttonText().color().name()
    assert _inks(copy.pixmap(40, 40).toImage()) == {palette}
