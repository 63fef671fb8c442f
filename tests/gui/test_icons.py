"""Icons: sharp on every screen, in the ink that was asked for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.icons import icon, refresh


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


def test_what_is_shown_follows_the_palette(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, names = QToolButton(window), QListWidget(window)
    action = QAction("Add", window)
    own = QToolButton(window)
    button.setIcon(icon("add"))
    action.setIcon(icon("add"))
    QListWidgetItem(icon("add"), "Add", names)
    own.setIcon(icon("error", ink=QColor("#b3261e")))
    before = qapp.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.ButtonText, QColor("#123456"))
    qapp.setPalette(palette)
    try:
        refresh()
        for shown in (button, action, names.item(0)):
            assert _inks(shown.icon().pixmap(40, 40).toImage()) == {"#123456"}
        assert _inks(own.icon().pixmap(40, 40).toImage()) == {"#b3261e"}
    finally:
        qapp.setPalette(before)


def test_an_arrow_turns_round_where_one_reads_from_the_right(qapp: QApplication) -> None:
    drawn = icon("undo", mirrored=True).pixmap(40, 40).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        turned = icon("undo", mirrored=True).pixmap(40, 40).toImage()
        assert icon("undo").pixmap(40, 40).toImage() == drawn
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert turned != drawn
    mask = turned.flipped(Qt.Orientation.Horizontal).convertToFormat(QImage.Format.Format_Alpha8)
    drawn_mask = drawn.convertToFormat(QImage.Format.Format_Alpha8)
    apart = [
        abs(mask.pixelColor(x, y).alpha() - drawn_mask.pixelColor(x, y).alpha())
        for x in range(40)
        for y in range(40)
    ]
    assert max(apart) < 64  # edges are smoothed
