"""The whole window becomes the target while something is dragged over it, and says what happens.

Wiring: ``DropOverlay(context, window)`` installs itself on the window; connect ``dropped`` to
``AddFlow.add_given``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from kopia_desktop.gui.adding.given import Given, Glance
from kopia_desktop.gui.adding.options_text import options_text
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import GRID, MARGIN

_LEAVE_DELAY = 60
"""Milliseconds: the window's "leave" comes just before the overlay's own "enter"."""

_ICON = 6 * GRID
_RADIUS = 1.5 * GRID
_WIDEST = 70 * GRID
_GROUND_OPACITY = 235


class DropOverlay(QWidget):
    """Looks at names only while something is dragged; nothing on disk is touched.

    An event filter rather than calls from the window's handlers: the window stays free of drag
    code, and after the first "enter" the overlay lies on top and gets the rest by itself, also
    over widgets that would take a drop as text.
    """

    dropped = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("drop-overlay")
        self.setAccessibleName(self.tr("Drop target for recordings"))
        self._context = context
        self._window = window
        self._glance = Glance()
        self._title = ""
        self._lines: tuple[str, ...] = ()
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(_LEAVE_DELAY)
        self._leave.timeout.connect(self.hide)
        self.setAcceptDrops(True)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join((self._title, *self._lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's drags are the overlay's."""
        if watched is self._window:
            kind = event.type()
            if kind is QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
            return self._handle(event)
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._handle(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._handle(event)

    def dragLeaveEvent(self, event: QEvent) -> None:
        self._leave.start()

    def dropEvent(self, event: QDropEvent) -> None:
        self._handle(event)

    def _handle(self, event: QEvent) -> bool:
        """Whether it was part of a drag that is ours."""
        if event.type() is QEvent.Type.DragLeave:
            self._leave.start()
            return self.isVisible()
        if not isinstance(event, QDropEvent):  # the events of entering and moving are drops too
            return False
        if event.source() is not None:
            return False  # dragged out of this window
        if event.type() is QEvent.Type.DragEnter:
            return self._enter(event)
        if not self.isVisible():
            return False
        if event.type() is QEvent.Type.Drop:
            self._drop(event)
        else:
            self._take(event)
        return True

    def _enter(self, event: QDropEvent) -> bool:
        self._leave.stop()
        self._glance = Given.of(event.mimeData()).glance()
        if self._glance.is_empty():
            return False
        self._title, self._lines = self._say()
        self.setAccessibleDescription(self.text)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()
        self._take(event)
        return True

    def _drop(self, event: QDropEvent) -> None:
        self._leave.stop()
        self.hide()
        self._take(event)
        self.dropped.emit(Given.of(event.mimeData()))

    def _take(self, event: QDropEvent) -> None:
        """Copying is said, so that no file manager moves the files away."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _say(self) -> tuple[str, tuple[str, ...]]:
        glance = self._glance
        if not glance.holds_something():
            return self.tr("This cannot be transcribed"), tuple(self._refusals())
        lines = []
        if glance.recordings:
            lines.append(self.tr("%n recording(s) will be transcribed", "", glance.recordings))
        if glance.links:
            lines.append(self.tr("%n link(s) will be fetched and transcribed", "", glance.links))
        if glance.unknown:
            lines.append(self._about_unknown())
        title, *rest = lines
        options = options_text(self._context.settings())
        return title, (*rest, options, *self._refusals())

    def _about_unknown(self) -> str:
        return self.tr(
            "%n folder(s) or other file(s): the recordings in them will be transcribed",
            "",
            self._glance.unknown,
        )

    def _refusals(self) -> list[str]:
        glance, said = self._glance, []
        if glance.others:
            said.append(self.tr("%n file(s) do not look like audio or video", "", glance.others))
        if glance.refused_links:
            said.append(
                self.tr(
                    "%n link(s) cannot be fetched: only public https links can",
                    "",
                    glance.refused_links,
                )
            )
        return said

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil over the window, a dashed frame, and the sentences in its middle."""
        colours = self._context.theming.colours
        takes = self._glance.holds_something()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.ground)
        ground.setAlpha(_GROUND_OPACITY)
        painter.fillRect(self.rect(), ground)
        ink = colours.accent if takes else colours.muted
        pen = QPen(ink, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        self._paint_words(painter, takes)

    def _paint_words(self, painter: QPainter, takes: bool) -> None:
        colours = self._context.theming.colours
        width = min(self.width() - 6 * MARGIN, _WIDEST)
        plain = QFont(self.font())
        large = QFont(plain)
        large.setPointSizeF(plain.pointSizeF() * 1.7)
        blocks = [(self._title, large, colours.text if takes else colours.muted)]
        blocks += [(line, plain, colours.muted) for line in self._lines]
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        heights = []
        for text, font, _ in blocks:
            painter.setFont(font)
            room = QRect(0, 0, width, self.height())
            heights.append(painter.boundingRect(room, int(flags), text).height())
        total = _ICON + 3 * GRID + sum(heights) + GRID * (len(blocks) - 1)
        top = (self.height() - total) / 2
        # What lies beneath shows through the veil; not between the letters.
        card = QRectF((self.width() - width) / 2, top, width, total)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ground)
        painter.drawRoundedRect(card.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN), _RADIUS, _RADIUS)
        picture = icon("drop" if takes else "error").pixmap(_ICON, _ICON)
        painter.drawPixmap(QPointF((self.width() - _ICON) / 2, top), picture)
        top += _ICON + 2 * GRID
        for (text, font, colour), height in zip(blocks, heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            left = (self.width() - width) / 2
            painter.drawText(QRectF(left, top, width, height), int(flags), text)
            top += height + (2 * GRID if font is large else GRID)
