"""Rows of lists high enough to be hit, as a touch or an unsteady hand needs them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kopia_desktop.gui.theme import GRID


class RoomyRows(QStyledItemDelegate):
    """The row that the style would make, and 8 pixels more."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + GRID)
