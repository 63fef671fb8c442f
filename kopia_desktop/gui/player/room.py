"""Room between the parts of a splitter."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget


def take_height(part: QWidget, height: int) -> None:
    """Give a part of a vertical splitter this height, at the cost or to the good of its neighbour.

    Outside of a splitter the layout decides.
    """
    around, layout = part.parentWidget(), part.layout()
    if not isinstance(around, QSplitter) or around.count() < 2:
        return
    if layout is not None:
        layout.activate()  # what was just shown or hidden counts
    sizes, at = around.sizes(), around.indexOf(part)
    sizes[at - 1 if at else 1] -= height - sizes[at]
    sizes[at] = height
    around.setSizes(sizes)
