"""The segments of one job as rows: the original in column 0, a translation in column 1."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kopia_desktop.core.doubts import is_doubtful
from kopia_desktop.core.transcript import Doubt, Segment
from kopia_desktop.gui.transcript.segment_layout import UNKNOWN_LANGUAGE
from kopia_desktop.gui.wording.times import clock

ORIGINAL, TRANSLATED = 0, 1
"""The columns."""

Index = QModelIndex | QPersistentModelIndex
Key = tuple[float, int]
"""What rows are ordered by: start and id."""


class TranscriptModel(QAbstractTableModel):
    """Plain data in order of start; everything that changes is told row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._keys: list[Key] = []
        self._by_id: dict[int, Segment] = {}
        self._doubtful: set[int] = set()
        self._translated: dict[int, Segment] | None = None
        self._stale: frozenset[int] = frozenset()
        self._pending: dict[tuple[int, int], str] = {}
        self._languages = [UNKNOWN_LANGUAGE, UNKNOWN_LANGUAGE]
        self.revision = 0
        """Grows with every change of the original, so that what was compared can be told stale."""

    # What a view asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._segments)

    def columnCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return 1 if self._translated is None else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            segment = self.cell(row, column)
            return segment.text if segment else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._doubt_words(self._segments[row]) if column == ORIGINAL else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def segment(self, row: int) -> Segment:
        """The row's segment of the original."""
        return self._segments[row]

    def cell(self, row: int, column: int) -> Segment | None:
        """What stands in a cell; None for a line without a translation, see ``is_untranslated``."""
        segment = self._segments[row]
        pending = self._pending.get((segment.id, column))
        if pending is not None:
            return Segment(segment.id, segment.start, segment.end, pending, edited=True)
        if column == ORIGINAL:
            return segment
        return (self._translated or {}).get(segment.id)

    def lengths(self, column: int, first: int, last: int) -> list[int]:
        """Characters of a column's texts from row to row, the last one included."""
        rows = self._segments[first : last + 1]
        if column == ORIGINAL or self._translated is None:
            return [len(segment.text) for segment in rows]
        found = self._translated
        return [len(found[s.id].text) if s.id in found else 0 for s in rows]

    def is_stale(self, row: int) -> bool:
        """Whether the row's translation is there, but of an earlier text."""
        segment_id = self._segments[row].id
        return segment_id in self._stale and segment_id in (self._translated or {})

    def is_untranslated(self, row: int) -> bool:
        """Whether the row's translation is still to be made; another may need no words."""
        segment_id = self._segments[row].id
        return segment_id in self._stale and segment_id not in (self._translated or {})

    @property
    def stale_count(self) -> int:
        """Lines that a translation would change: of an earlier text, or missing."""
        return len(self._stale) if self._translated is not None else 0

    def language(self, column: int) -> str:
        """The code of a column's language."""
        return self._languages[column]

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(self._segments)

    def by_id(self) -> dict[int, Segment]:
        """A copy, to be compared elsewhere."""
        return dict(self._by_id)

    @property
    def last_id(self) -> int:
        """The largest id; 0 without segments."""
        return max(self._by_id, default=0)

    def row_of(self, segment_id: int) -> int | None:
        segment = self._by_id.get(segment_id)
        return None if segment is None else bisect_left(self._keys, _key(segment))

    def row_during(self, seconds: float) -> int | None:
        """The last segment that has begun by then."""
        row = bisect_right(self._keys, (seconds, 2**63)) - 1
        return row if row >= 0 else None

    @property
    def doubtful_count(self) -> int:
        return len(self._doubtful)

    def doubtful_from(self, row: int, step: int) -> int | None:
        """The next doubtful row behind ``row`` (before it, with -1), round the end if need be."""
        count = len(self._segments)
        for distance in range(1, count + 1):
            other = (row + step * distance) % count
            if self._segments[other].id in self._doubtful:
                return other
        return None

    # What changes it

    def open(self, language: str) -> None:
        """Another transcript, empty so far."""
        self.beginResetModel()
        self._segments, self._keys, self._by_id = [], [], {}
        self._doubtful, self._translated, self._stale = set(), None, frozenset()
        self._pending.clear()
        self._languages = [language, UNKNOWN_LANGUAGE]
        self.revision += 1
        self.endResetModel()

    def set_language(self, language: str) -> None:
        """The language was detected, or is another one now."""
        if language != self._languages[ORIGINAL]:
            self._languages[ORIGINAL] = language
            self._tell_all(ORIGINAL)

    def apply(self, changed: Sequence[Segment], removed: Collection[int] = ()) -> None:
        """Put in, exchange and take out; ``changed`` in order of start."""
        self.revision += 1
        gone = {each for each in removed if each in self._by_id}
        fresh: list[Segment] = []
        for segment in changed:
            self._pending.pop((segment.id, ORIGINAL), None)
            if segment.id not in self._by_id:
                fresh.append(segment)
            elif not self._exchanged(segment):
                gone.add(segment.id)
                fresh.append(segment)
        self._take_out(gone)
        self._put_in(fresh)

    def set_translation(
        self, segments: Iterable[Segment] | None, language: str = UNKNOWN_LANGUAGE
    ) -> None:
        """Show a translation beside the original, or none."""
        was, self._languages[TRANSLATED] = self._translated, language
        if segments is None:
            if was is not None:
                self.beginRemoveColumns(QModelIndex(), TRANSLATED, TRANSLATED)
                self._translated, self._stale = None, frozenset()
                self.endRemoveColumns()
            return
        if was is None:
            self.beginInsertColumns(QModelIndex(), TRANSLATED, TRANSLATED)
        self._translated = {segment.id: segment for segment in segments}
        if was is None:
            self.endInsertColumns()
        else:
            self._tell_all(TRANSLATED)

    def apply_translated(self, changed: Sequence[Segment], removed: Collection[int] = ()) -> None:
        """Lines of the translation that are others now, or are gone."""
        if self._translated is None:
            return
        for segment_id in removed:
            self._translated.pop(segment_id, None)
        for segment in changed:
            self._translated[segment.id] = segment
        for segment_id in (*removed, *(segment.id for segment in changed)):
            self._pending.pop((segment_id, TRANSLATED), None)
            self._tell(segment_id, TRANSLATED)

    def set_stale(self, ids: frozenset[int]) -> None:
        """Lines whose translation is missing or of an earlier text."""
        changed, self._stale = self._stale ^ ids, ids
        if len(changed) > 100:
            self._tell_all(TRANSLATED)
            return
        for segment_id in changed:
            self._tell(segment_id, TRANSLATED)

    def set_pending(self, segment_id: int, column: int, text: str | None) -> None:
        """What was typed stands there until the store has answered; None takes it back."""
        if text is None:
            self._pending.pop((segment_id, column), None)
        else:
            self._pending[segment_id, column] = text
        self._tell(segment_id, column)

    def _exchanged(self, segment: Segment) -> bool:
        """Put a segment in its old place; False when it belongs elsewhere now."""
        row = bisect_left(self._keys, _key(self._by_id[segment.id]))
        key = _key(segment)
        above = self._keys[row - 1] if row else None
        below = self._keys[row + 1] if row + 1 < len(self._keys) else None
        if (above is not None and key < above) or (below is not None and key > below):
            return False
        self._segments[row], self._keys[row] = segment, key
        self._note(segment)
        self._tell(segment.id, ORIGINAL)
        return True

    def _take_out(self, ids: Collection[int]) -> None:
        rows = sorted(bisect_left(self._keys, _key(self._by_id[each])) for each in ids)
        while rows:
            last = first = rows.pop()
            while rows and rows[-1] == first - 1:
                first = rows.pop()
            self.beginRemoveRows(QModelIndex(), first, last)
            for segment in self._segments[first : last + 1]:
                del self._by_id[segment.id]
                self._doubtful.discard(segment.id)
            del self._segments[first : last + 1]
            del self._keys[first : last + 1]
            self.endRemoveRows()

    def _put_in(self, segments: Sequence[Segment]) -> None:
        """Neighbours go in together."""
        segments = sorted(segments, key=_key)
        at = 0
        while at < len(segments):
            row = bisect_left(self._keys, _key(segments[at]))
            border = self._keys[row] if row < len(self._keys) else None
            end = at + 1
            while end < len(segments) and (border is None or _key(segments[end]) < border):
                end += 1
            group = segments[at:end]
            self.beginInsertRows(QModelIndex(), row, row + len(group) - 1)
            self._segments[row:row] = group
            self._keys[row:row] = map(_key, group)
            for segment in group:
                self._note(segment)
            self.endInsertRows()
            at = end

    def _note(self, segment: Segment) -> None:
        self._by_id[segment.id] = segment
        if is_doubtful(segment):
            self._doubtful.add(segment.id)
        else:
            self._doubtful.discard(segment.id)

    def _tell(self, segment_id: int, column: int) -> None:
        row = self.row_of(segment_id)
        if row is not None and column < self.columnCount():
            index = self.index(row, column)
            self.dataChanged.emit(index, index)

    def _tell_all(self, column: int) -> None:
        if self._segments:
            last = self.index(len(self._segments) - 1, column)
            self.dataChanged.emit(self.index(0, column), last)

    def _spoken(self, row: int, column: int) -> str:
        """For a screen reader: when, what, and what is to be known of it."""
        segment, shown = self._segments[row], self.cell(row, column)
        parts = [clock(segment.start, tenths=True)]
        if shown is not None:
            parts.append(shown.text)
        elif self.is_untranslated(row):
            parts.append(self.tr("not translated"))
        if column == ORIGINAL and segment.id in self._doubtful:
            parts.append(self.tr("doubtful"))
        if column == TRANSLATED and self.is_stale(row):
            parts.append(self.tr("the original has changed since"))
        return ", ".join(parts)

    def _doubt_words(self, segment: Segment) -> str | None:
        if segment.id not in self._doubtful:
            return None
        if segment.edited or segment.doubt is None:
            return self.tr("The model was unsure of the marked words. F8 goes to the next.")
        texts = {
            Doubt.CONFIDENCE: self.tr("The model was unsure here. F8 goes to the next."),
            Doubt.LOOP: self.tr("The model repeated itself here; repeats were taken out."),
            Doubt.SILENCE: self.tr("There is hardly any speech here."),
        }
        return texts[segment.doubt]


def _key(segment: Segment) -> Key:
    return segment.start, segment.id
