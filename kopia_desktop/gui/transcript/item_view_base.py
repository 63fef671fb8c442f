"""The base of the transcript's view: an item view that assistive programs see as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView


class QTableView(QAbstractItemView):
    """Nothing but its name.

    Qt chooses what it tells assistive programs of a widget by the names of its classes, and knows
    none for a bare QAbstractItemView. Under this name its rows, cells and texts are told; Qt takes
    care that the widget really is an item view and needs no more of it.
    """
