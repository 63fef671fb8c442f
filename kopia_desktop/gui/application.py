"""The Qt application: its name, icon and language, and what happens when something is wrong."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from kopia_desktop import __version__
from kopia_desktop.core import settings as settings_file
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.gui import interface_language
from kopia_desktop.gui.theme import Theming
from kopia_desktop.gui.wording.errors import worded

logger = logging.getLogger(__name__)


def make() -> QApplication:
    """The one application of this process."""
    QCoreApplication.setApplicationName("Kopia Desktop")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("kopia-desktop")
    application = QApplication(sys.argv[:1])
    application.setWindowIcon(QIcon(str(resource("icons", "kopia-desktop.svg"))))
    application.setQuitOnLastWindowClosed(False)  # the tray may keep it; the window decides
    # The window answers while the engine's threads work: each gives way after half a millisecond.
    sys.setswitchinterval(0.0005)
    return application


def show_fatal(error: KopiaError, data: DataFolder) -> None:
    """Say why the program cannot start, and help: the data folder is one click away."""
    settings = settings_file.load(data.settings).settings
    application = QApplication.instance()
    if isinstance(application, QApplication):
        interface_language.install(application, settings.appearance.language)
        Theming(application).choose(settings.appearance.theme, motion=False)
    words = worded(error)
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("Kopia Desktop")
    box.setText(words.sentence)
    box.setInformativeText(words.hint)
    box.setDetailedText(words.details)
    folder = box.addButton(
        QCoreApplication.translate("Application", "Open the data folder"),
        QMessageBox.ButtonRole.ActionRole,
    )
    close = box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(close)
    box.exec()
    if box.clickedButton() is folder:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(data.root)))


class Uncaught(QObject):
    """Errors that nobody caught: logged with their traceback, shown once, never the end."""

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if isinstance(error, KopiaError):
            logger.info("shown to the person: %s", error.code)
            self.happened.emit(worded(error).text)
            return
        logger.error("uncaught error in the window", exc_info=(kind, error, trace))
        self.happened.emit(
            QCoreApplication.translate(
                "Application",
                "Something went wrong; your work is saved. Help, Copy report tells us.",
            )
        )

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
