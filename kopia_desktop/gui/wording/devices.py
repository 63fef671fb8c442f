"""Why recognition runs where it does, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP

_CONTEXT = "Devices"

_REASONS = frozenset(
    {
        QT_TRANSLATE_NOOP("Devices", "chosen in the settings"),
        QT_TRANSLATE_NOOP("Devices", "no NVIDIA driver found"),
        QT_TRANSLATE_NOOP("Devices", "CUDA works"),
    }
)


def device_reason(reason: str) -> str:
    """The engine's reason in the window's language; what a probe said stays as it came."""
    return QCoreApplication.translate(_CONTEXT, reason) if reason in _REASONS else reason
