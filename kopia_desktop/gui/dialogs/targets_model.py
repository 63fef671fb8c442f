"""The list of languages to translate to: those that are ready first, under three headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kopia_desktop.gui.dialogs.targets import Standing, Target
from kopia_desktop.gui.wording.model_facts import about_size
from kopia_desktop.gui.wording.native_names import native_name
from kopia_desktop.gui.wording.translators import served_by, way_name

Index = QModelIndex | QPersistentModelIndex


class TargetsModel(QAbstractListModel):
    """Rows are headings (a str) and targets; a search leaves those that it means."""

    RowRole = Qt.ItemDataRole.UserRole + 1
    """A str or a Target."""

    StateRole = Qt.ItemDataRole.UserRole + 2
    """What serves the language, or what would."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Target, ...] = ()
        self._rows: list[str | Target] = []
        self._ticked: set[str] = set()
        self._wanted = ""

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Others, or the same as they are now; what is ticked and can still be had stays."""
        collator = QCollator(QLocale())
        self._all = tuple(sorted(targets, key=lambda one: collator.sortKey(one.name)))
        self._ticked &= {one.code for one in targets if one.standing is not Standing.NONE}
        self._fill()

    def search(self, wanted: str) -> int | None:
        """Show what is meant; the row that fits best, None where nothing does."""
        self._wanted = wanted.strip()
        self._fill()
        fits = [
            (fit, row)
            for row, one in enumerate(self._rows)
            if isinstance(one, Target) and (fit := one.fit(self._wanted)) is not None
        ]
        return min(fits)[1] if fits else None

    @property
    def chosen(self) -> tuple[Target, ...]:
        """What is ticked, also where a search hides it."""
        return tuple(one for one in self._all if one.code in self._ticked)

    def tick(self, codes: Iterable[str]) -> None:
        """Tick these and no others."""
        self._ticked = set(codes)
        self._changed()

    def toggle(self, row: int) -> None:
        """Tick a language or take its tick away; nothing else is touched."""
        one = self._rows[row]
        if isinstance(one, Target) and one.standing is not Standing.NONE:
            self._ticked ^= {one.code}
            self._changed()

    def target(self, row: int) -> Target | None:
        """None for a heading."""
        one = self._rows[row] if 0 <= row < len(self._rows) else None
        return one if isinstance(one, Target) else None

    @property
    def first(self) -> int | None:
        """The row of the first language."""
        return next((row for row, one in enumerate(self._rows) if isinstance(one, Target)), None)

    def row_of(self, code: str) -> int | None:
        rows = enumerate(self._rows)
        return next(
            (row for row, one in rows if isinstance(one, Target) and one.code == code), None
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self._rows[index.row()]
        if not isinstance(one, Target):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if one.standing is not Standing.NONE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._rows[index.row()]
        if role == self.RowRole:
            return one
        if not isinstance(one, Target):
            return one if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == self.StateRole:
            return self.state_of(one)
        if role == Qt.ItemDataRole.CheckStateRole and one.standing is not Standing.NONE:
            is_ticked = one.code in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{one.name} ({one.code}), {native_name(one.code)}: {self.state_of(one)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A screen reader ticks that way."""
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle(index.row())
        return role == Qt.ItemDataRole.CheckStateRole

    def state_of(self, target: Target) -> str:
        """What serves it now, or what one click would install."""
        if target.is_made:
            return self.tr("translated already")
        if target.route is not None:
            return served_by(target.route)
        if not target.ways:
            return self.tr("no open model knows this language")
        way = min(target.ways, key=lambda one: one.bytes)
        if not way.bytes:
            return self.tr("on its way: {name}").format(name=way_name(way.kind, way.path))
        text = self.tr("about {size} to download: {name}")
        return text.format(size=about_size(way.bytes), name=way_name(way.kind, way.path))

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows.clear()
        for heading, standings in (
            (self.tr("Ready on this computer"), (Standing.READY, Standing.STARTER)),
            (self.tr("One download away"), (Standing.OFFERED,)),
            (self.tr("Not available"), (Standing.NONE,)),
        ):
            found = [one for one in self._all if one.standing in standings and self._is_meant(one)]
            if found:
                self._rows += [heading, *sorted(found, key=lambda one: one.standing)]
        self.endResetModel()

    def _is_meant(self, target: Target) -> bool:
        return not self._wanted or target.fit(self._wanted) is not None

    def _changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked.emit()
