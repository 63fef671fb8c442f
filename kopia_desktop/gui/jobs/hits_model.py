"""What a search found, grouped by recording: a row with its name, then its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kopia_desktop.core.hits import SearchHit
from kopia_desktop.gui.wording.jobs import shown_name
from kopia_desktop.gui.wording.times import clock


@dataclass(frozen=True, slots=True)
class Recording:
    """The row above the hits of one recording."""

    job_id: str
    title: str


class HitsModel(QAbstractListModel):
    """At most some hundred rows; another answer is another list."""

    RowRole = Qt.ItemDataRole.UserRole + 1
    """A Recording or a SearchHit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Recording | SearchHit] = []

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Hits of one recording stand beside each other."""
        self.beginResetModel()
        self._rows.clear()
        last = None
        for hit in hits:
            if hit.job_id != last:
                self._rows.append(Recording(hit.job_id, shown_name(hit.title)))
                last = hit.job_id
            self._rows.append(hit)
        self.endResetModel()

    def hit(self, row: int) -> SearchHit | None:
        """None for a recording's row and outside the list."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, SearchHit) else None

    def row_of(self, hit: SearchHit) -> int | None:
        """The row of the same segment."""
        for row, other in enumerate(self._rows):
            same = isinstance(other, SearchHit) and other.segment_id == hit.segment_id
            if same and other.job_id == hit.job_id:
                return row
        return None

    def next_hit(self, row: int, step: int) -> int | None:
        """The row of the hit after (1) or before (-1) a row; None where there is none."""
        row += step
        while 0 <= row < len(self._rows):
            if self.hit(row) is not None:
                return row
            row += step
        return None

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if isinstance(row, Recording):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return row.title if role in shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.snippet
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{clock(row.start)}, {row.snippet}, {shown_name(row.title)}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Only hits can be picked."""
        if not index.isValid() or self.hit(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
