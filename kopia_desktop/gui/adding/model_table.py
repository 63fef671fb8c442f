"""Whisper's sizes beside each other: how large, how fast on this computer, whether they fit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kopia_desktop.gui.labels import mute
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP
from kopia_desktop.services.model_choice import SIZES, Computer, Fit, ModelSize, Pace, recommended

_CONTEXT = "ModelTable"

_PACES = {
    Pace.MUCH_FASTER: QT_TRANSLATE_NOOP("ModelTable", "much faster"),
    Pace.FASTER: QT_TRANSLATE_NOOP("ModelTable", "faster"),
    Pace.ABOUT_AS_LONG: QT_TRANSLATE_NOOP("ModelTable", "as fast"),
    Pace.SLOWER: QT_TRANSLATE_NOOP("ModelTable", "slower"),
}
_FITS = {
    Fit.TIGHT: QT_TRANSLATE_NOOP("ModelTable", "{memory}, tight"),
    Fit.TOO_LARGE: QT_TRANSLATE_NOOP("ModelTable", "{memory}, too large"),
}


class ModelTable(QWidget):
    """A row a size; the one recommended for this computer is bold (the card names it)."""

    def __init__(self, computer: Computer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("model-table")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        heads = (self.tr("Model"), self.tr("Files"), self.tr("Memory"), self.tr("Speed"))
        for column, text in enumerate(heads):
            mute(self._put(0, column, text))
        best = recommended(computer)
        for row, one in enumerate(SIZES, start=1):
            self._row(row, one, computer, is_best=one is best)
        self._grid.setColumnStretch(3, 1)

    def _row(self, row: int, one: ModelSize, computer: Computer, *, is_best: bool) -> None:
        fit = one.fit(computer)
        memory = _about(one.needed_memory)
        if fit in _FITS:
            memory = QCoreApplication.translate(_CONTEXT, _FITS[fit]).format(memory=memory)
        cells = (
            one.name,
            _about(one.float16_bytes),
            memory,
            QCoreApplication.translate(_CONTEXT, _PACES[one.pace(computer)]),
        )
        labels = [self._put(row, column, text) for column, text in enumerate(cells)]
        if is_best:
            font = labels[0].font()
            font.setBold(True)
            for label in labels:
                label.setFont(font)
        if fit is Fit.TOO_LARGE:
            for label in labels:
                mute(label)

    def _put(self, row: int, column: int, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        label.setAlignment(leading)
        self._grid.addWidget(label, row, column)
        return label


def _about(count: int) -> str:
    """A size that is an estimate: no more digits than are known."""
    decimals = 0 if count < 1_000_000_000 else 1
    return QLocale().formattedDataSize(count, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)
