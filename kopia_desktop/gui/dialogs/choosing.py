"""Asking a person for a file or a folder, in the system's own dialog."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


class AskPath(Protocol):
    """What a dialog asks for paths; a test answers without a dialog."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """A folder, or None when the person thinks better of it."""

    def file(self, parent: QWidget, title: str, start: Path, kind: str, ending: str) -> Path | None:
        """A file to read, of those with the ending; ``kind`` names them."""

    def new_file(self, parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
        """A file to write; the system asks before an existing one is taken. ``kind`` names it."""


class SystemDialogs:
    """The dialogs of the system."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(chosen) if chosen else None

    def file(self, parent: QWidget, title: str, start: Path, kind: str, ending: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(start), f"{kind} (*.{ending})")
        return Path(chosen) if chosen else None

    def new_file(self, parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
        ending = suggested.suffix.removeprefix(".")
        dialog = QFileDialog(parent, title, str(suggested.parent), f"{kind} (*.{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(suggested.name)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return Path(dialog.selectedFiles()[0])


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
