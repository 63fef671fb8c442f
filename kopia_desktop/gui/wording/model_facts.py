"""What a speech model means for this computer, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP
from kopia_desktop.gui.wording.times import speed
from kopia_desktop.services.model_choice import Fit

_FITS = {
    Fit.TIGHT: QT_TRANSLATE_NOOP("Models", "{memory}, tight"),
    Fit.TOO_LARGE: QT_TRANSLATE_NOOP("Models", "{memory}, too large"),
}


def about_size(count: int) -> str:
    """Bytes of an estimate: no more digits than are known."""
    decimals = 0 if count < 1_000_000_000 else 1
    return QLocale().formattedDataSize(count, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)


def fit_text(memory: str, fit: Fit) -> str:
    """The memory that a model takes, and whether that is too much here."""
    if fit not in _FITS:
        return memory
    return QCoreApplication.translate("Models", _FITS[fit]).format(memory=memory)


def pace_told(times: float) -> str:
    """How fast a model is here, about, in words that stand alone."""
    text = QCoreApplication.translate("Models", "about {speed} as fast as it plays")
    return text.format(speed=speed(times))


def pace_text(times: float) -> str:
    """How fast a model is here, about; below one it is slower than the recording plays."""
    text = QCoreApplication.translate("Models", "about {speed}")
    return text.format(speed=speed(times))
