"""Python's garbage collector, in the window's thread only.

It starts by itself in whatever thread happens to allocate. Widgets and items are often held in
cycles, and one that ends in the thread of a lane or of the engine takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 500


class GarbageRounds(QObject):
    """Collects when as much is due as would have started the collector by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """The oldest generation that is due, with the younger ones."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if due:
            gc.collect(due[-1])

    def close(self) -> None:
        """Collect once more, then leave it to Python again where it was so before."""
        self._timer.stop()
        gc.collect()
        if self._was_enabled:
            gc.enable()
