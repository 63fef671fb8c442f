"""The way of Tab: as one reads, whatever was built first.

Qt puts widgets behind each other that take Tab themselves; frames around them count for nothing.
Qt's own chain of widgets is not read here: PySide would take each for the child of the one before.
"""

from __future__ import annotations

from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def read_in_order(*parts: QWidget) -> None:
    """Tab goes through these one after the other; what stands in one, in the order it was built.

    All must be in one window already. The first stop keeps its place in it.
    """
    stops = chain.from_iterable(map(_stops, parts))
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    """What takes Tab in a part of a window."""
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is part.window()
    ]
