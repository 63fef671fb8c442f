"""What a waveform view paints: made once for a stretch and a size, then only copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLine, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from kopia_desktop.core.waveform import Waveform
from kopia_desktop.gui.player.bands import Bands
from kopia_desktop.gui.player.stretch import Stretch
from kopia_desktop.gui.theme import Colours
from kopia_desktop.gui.wording.times import clock

RULER = 16
"""Pixels below the wave for the times."""

_DISTANCE = 88
"""Pixels between two written times, at least."""

_APART = 5
"""Pixels a band has at least on average where each is drawn by itself."""

_FINE = 2
"""Pixels of a gap that can be seen at all between bands drawn together."""

_QUIETEST = 24
"""A recording whose loudest sample is below this is drawn as if it had that one (of 127)."""


class Look(NamedTuple):
    """What a picture of the wave depends on."""

    stretch: Stretch
    size: QSize
    ratio: float
    colours: Colours


@dataclass(frozen=True, slots=True)
class WavePictures:
    """The wave before and after it was played, on nothing."""

    ahead: QPixmap
    played: QPixmap

    @classmethod
    def of(cls, waveform: Waveform, look: Look) -> WavePictures:
        width, height = look.size.width(), _pixels(look)[1]
        middle, half = height // 2, (height / 2 - 1) / loudest(waveform)
        # By the sample itself: the negative ones count from the end of the list.
        reach = [round(each * half) for each in (*range(128), *range(-127, 0))]
        columns = waveform.columns(look.stretch.start, look.stretch.end, width)
        lines = [
            QLine(x, middle - reach[high], x, middle - reach[low])
            for x, (low, high) in enumerate(columns)
        ]
        ahead = _blank(look)
        painter = QPainter(ahead)
        painter.scale(1.0, 1.0 / look.ratio)  # a line is as wide as a pixel of the layout
        painter.setPen(QPen(look.colours.wave, 1.0))
        painter.drawLines(lines)
        painter.end()
        return cls(ahead, _tinted(ahead, look.colours.wave_played))


def loudest(waveform: Waveform) -> int:
    """What reaches the edge of the picture."""
    if not waveform.levels:
        return 127
    lows, highs = waveform.levels[-1]
    return max(max(highs), -min(lows), _QUIETEST)


def band_picture(bands: Bands, doubtful: Bands, look: Look) -> QPixmap:
    """Where speech is, as quiet bands; under the doubtful ones a dotted line."""
    picture = _blank(look)
    painter = QPainter(picture)
    height = look.size.height()
    ground = QColor(look.colours.line)
    ground.setAlphaF(0.45 if look.colours.dark else 0.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for left, width in _places(bands, look):
        painter.drawRoundedRect(QRectF(left, 0, width, height), 2, 2)
    pen = QPen(look.colours.doubt, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, 1.0])
    painter.setPen(pen)
    below = height - 4  # clear of the frame of the focus
    for left, width in _places(doubtful, look):
        painter.drawLine(QPointF(left, below), QPointF(left + max(width, 4.0), below))
    painter.end()
    return picture


def draw_ruler(painter: QPainter, area: QRectF, stretch: Stretch, colours: Colours) -> None:
    """Round times below the wave; none is cut at the ends."""
    metrics = QFontMetricsF(painter.font())
    line = QPen(colours.line)
    step = 0.0
    places = list(stretch.ticks(area.width(), _DISTANCE))
    if len(places) > 1:
        step = places[1] - places[0]
    for seconds in places:
        x = area.left() + stretch.x(seconds, area.width())
        text = clock(seconds, tenths=0.0 < step < 1.0)
        painter.setPen(line)
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.top() + 3))
        width = metrics.horizontalAdvance(text)
        left = min(max(x - width / 2, area.left()), area.right() - width)
        painter.setPen(colours.muted)
        painter.drawText(QPointF(left, area.bottom() - metrics.descent()), text)


def draw_label(painter: QPainter, x: float, area: QRectF, text: str, colours: Colours) -> None:
    """A time beside a place, on a ground of its own, within the area."""
    box = label_box(painter.font(), x, area, text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.accent_fill)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colours.on_accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def label_box(font: QFont, x: float, area: QRectF, text: str) -> QRectF:
    """Where ``draw_label`` draws."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 10, metrics.height() + 2
    left = min(max(x - width / 2, area.left()), area.right() - width)
    return QRectF(left, area.top(), width, height)


def _places(bands: Bands, look: Look) -> list[tuple[float, float]]:
    """Left and width of what is to be filled, in pixels."""
    stretch, width = look.stretch, look.size.width()
    if bands.count(stretch.start, stretch.end) * _APART > width:
        runs = bands.runs(stretch.start, stretch.end, width // _FINE)
        return [(float(first * _FINE), float(count * _FINE)) for first, count in runs]
    found = []
    for band in bands.between(stretch.start, stretch.end):
        left, right = stretch.x(band.start, width), stretch.x(band.end, width)
        found.append((left + 0.5, max(right - left - 1.0, 1.0)))
    return found


def _pixels(look: Look) -> tuple[int, int]:
    size, ratio = look.size, look.ratio
    return max(round(size.width() * ratio), 1), max(round(size.height() * ratio), 1)


def _blank(look: Look) -> QPixmap:
    picture = QPixmap(*_pixels(look))
    picture.setDevicePixelRatio(look.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _tinted(picture: QPixmap, colour: QColor) -> QPixmap:
    tinted = picture.copy()
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), colour)
    painter.end()
    return tinted
