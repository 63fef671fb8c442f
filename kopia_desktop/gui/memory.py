"""What the window remembers that is no setting: where it stood, what was chosen last."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from kopia_desktop.core.paths import DataFolder


def window_memory(data: DataFolder) -> QSettings:
    """``window.ini`` of the data folder, for the window's thread; its parts each have a group."""
    return QSettings(str(data.root / "window.ini"), QSettings.Format.IniFormat)
