"""The icons: line drawings of our own in resources/icons, in the colour of the text around them."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kopia_desktop.core.paths import resource

_INK = b"currentColor"

_CLONES: list[QIconEngine] = []
"""Copies that Qt made and holds: PySide would end them as soon as ``clone`` returns."""


def icon(name: str, *, mirrored: bool = False, ink: QColor | None = None) -> QIcon:
    """The icon of ``resources/icons/NAME.svg``; it follows the palette of the moment.

    With ``ink`` it has that colour whatever the palette is. ``mirrored`` ones (an arrow that means
    on or back) turn round in a right-to-left layout. Raises FileNotFoundError for a name that is
    not drawn: a bug.
    """
    return QIcon(_LineEngine(_drawing(name), mirrored, ink))


@functools.cache
def _drawing(name: str) -> bytes:
    """Read once: many an icon stands in a menu, a button and a list."""
    return resource("icons", f"{name}.svg").read_bytes()


class _LineEngine(QIconEngine):
    """Draws an SVG whose ink is ``currentColor`` in the palette's colour for the mode."""

    def __init__(self, svg: bytes, mirrored: bool, ink: QColor | None) -> None:
        super().__init__()
        self._svg = svg
        self._mirrored = mirrored
        self._chosen_ink = ink

    def clone(self) -> QIconEngine:
        copy = _LineEngine(self._svg, self._mirrored, self._chosen_ink)
        _CLONES.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        area = QRectF(rect)  # type: ignore[call-overload]
        painter.save()
        if self._mirrored and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * area.center().x(), 0)
            painter.scale(-1, 1)
        ink = (self._chosen_ink or _ink(mode)).name().encode()
        QSvgRenderer(QByteArray(self._svg.replace(_INK, ink))).render(painter, area)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """As many pixels as the screen has there; ``size`` is without its scale."""
        pixmap = QPixmap((QSizeF(size) * scale).toSize())
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap


def _ink(mode: QIcon.Mode) -> QColor:
    palette = QGuiApplication.palette()
    if mode is QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    if mode is QIcon.Mode.Selected:
        return palette.color(QPalette.ColorRole.HighlightedText)
    return palette.color(QPalette.ColorRole.ButtonText)
