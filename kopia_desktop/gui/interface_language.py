"""The language of the window: Qt's catalogues in resources/translations, and the layout's way."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from kopia_desktop.core.paths import resource

AVAILABLE = ("en", "de", "ar")
"""Codes with a complete catalogue, English first."""

_LOCALES = {"ar": "ar_AE"}
"""Arabic with Western digits, as in the time codes and the files beside them."""

_installed: list[QTranslator] = []


def chosen(wanted: str) -> str:
    """The code to use for a setting: itself, or for ``auto`` the first of the system's we have."""
    if wanted in AVAILABLE:
        return wanted
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in AVAILABLE:
            return code
    return AVAILABLE[0]


def install(application: QApplication, wanted: str) -> str:
    """Speak the chosen language from now on; returns its code. Windows must be made afterwards."""
    code = chosen(wanted)
    while _installed:
        application.removeTranslator(_installed.pop())
    system = QLocale.system()
    QLocale.setDefault(system if code == "en" else QLocale(_LOCALES.get(code, code)))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{code}", qt_folder),
        (f"kopia_{code}", str(resource("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if code == "ar" else Qt.LayoutDirection.LeftToRight
    )
    return code
