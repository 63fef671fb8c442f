"""The system's dialog for files or a folder, beside which the window stays usable."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget


def path_dialog(
    name: str, title: str, *, mode: QFileDialog.FileMode, parent: QWidget | None
) -> QFileDialog:
    """Ends itself when it is closed; the caller connects and opens it."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName(name)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode is QFileDialog.FileMode.Directory)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
