"""No text is cut: three languages, ordinary and large letters, in a small window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.errors import PortBusy
from kopia_desktop.core.job import JobError
from kopia_desktop.core.settings import ApiSettings, AppearanceSettings, Settings
from kopia_desktop.core.vocabulary import parse
from kopia_desktop.gui import interface_language
from kopia_desktop.gui.dialogs.about_dialog import AboutDialog
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from kopia_desktop.gui.dialogs.help_window import HelpWindow
from kopia_desktop.gui.dialogs.job_vocabulary_dialog import JobVocabularyDialog
from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog
from kopia_desktop.gui.dialogs.log_window import LogWindow
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog
from kopia_desktop.gui.dialogs.vocabulary_dialog import VocabularyDialog
from kopia_desktop.gui.main_window import MainWindow
from kopia_desktop.gui.notices import Notice, Tone
from kopia_desktop.gui.wording.errors import worded
from tests.api.arranged import install_translator
from tests.gui.conftest import Arranged
from tests.gui.cut_text import cut_texts

SMALL = (1024, 640)

VARIANTS = [(language, letters) for language in ("en", "de", "ar") for letters in (1.0, 1.5)]
each_variant = pytest.mark.parametrize(
    "dressed", VARIANTS, ids=[f"{code}-{letters:.0%}" for code, letters in VARIANTS], indirect=True
)


@pytest.fixture
def dressed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """The program in a language and a size of letters; the language's code."""
    code, letters = request.param
    locale, before = QLocale(), qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * letters)
    qapp.setFont(font)
    interface_language.install(qapp, code)
    yield code
    interface_language.install(qapp, "en")
    QLocale.setDefault(locale)
    qapp.setFont(before)


def settled(arranged: Arranged, window: QWidget) -> list[str]:
    arranged.settle()
    window.resize(*SMALL)
    QApplication.processEvents()
    arranged.settle()
    QApplication.processEvents()
    return cut_texts(window)


@each_variant
def test_the_main_window(dressed: str, arranged: Arranged, qtbot: QtBot) -> None:
    appearance = AppearanceSettings(language=dressed)
    arranged.app.change_settings(Settings(appearance=appearance, api=ApiSettings(enabled=False)))
    window = MainWindow(arranged.context)
    qtbot.addWidget(window)
    window.show()
    parts = window.complete()
    found = settled(arranged, window)
    parts.start_up.say_settings_were_broken(Path("settings.broken-1763980000.json"))
    window.notices.say(worded(PortBusy("Busy.", hint="")).text, Tone.ERROR)
    found += settled(arranged, window)
    for notice in window.notices.findChildren(Notice):
        notice.dismiss()
    done = arranged.completed(name="A recording with a name that is rather long.wav")
    failed = arranged.job("Failed.wav")
    arranged.work.fail(failed.id, JobError("worker_crashed", "It ended.", "Report it."))
    running = arranged.running()
    for job in (done, failed, running):
        parts.conductor.open_job(job.id)
        found += settled(arranged, window)
    parts.page.replace()
    found += settled(arranged, window)
    parts.options.open_panel()
    found += settled(arranged, window) + cut_texts(parts.options.panel)
    parts.options.panel.close()
    window.quit()
    assert not found, "\n".join(found)


@each_variant
def test_the_dialogs(dressed: str, arranged: Arranged, qtbot: QtBot) -> None:
    context = arranged.context
    install_translator(arranged.app, "en", "es")
    one, other = (arranged.completed(name=f"{name}.wav").id for name in ("One", "Other"))
    export = ExportDialog(context, (one,))
    export.options.formats.check(("srt", "docx"))
    export.options.cues.fold.setChecked(True)
    settings = SettingsWindow(context)
    windows = [
        export,
        ExportDialog(context, (one, other)),
        settings,
        HelpWindow([("Open", "Ctrl+O")]),
        LogWindow(context),
        AboutDialog(context),
        LicencesDialog(context),
    ]
    found: list[str] = []
    for window in windows:
        qtbot.addWidget(window)
        window.show()
        found += settled(arranged, window)
    for page in settings.pages:
        settings.show_page(page)
        found += settled(arranged, settings)
    parent = QWidget()
    qtbot.addWidget(parent)
    context.vocabularies.add("Colleagues", parse("Kopia = copia\nNgozi Adichie"))
    for dialog in (
        TranslateDialog(context, one, parent),
        VocabularyDialog(context, parent),
        JobVocabularyDialog(context, one, parent),
    ):
        dialog.show()
        found += settled(arranged, dialog)
    assert not found, "\n".join(found)


def test_the_walk_finds_what_is_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    button = QPushButton("A text that is too long", window)
    button.setGeometry(0, 0, 60, 24)
    label = QLabel("Many words in too few lines of a label", window)
    label.setWordWrap(True)
    label.setGeometry(0, 40, 100, label.fontMetrics().height())
    fits = QLabel("Fits", window)
    fits.setGeometry(0, 100, 200, 40)
    window.show()
    assert [problem.split(" ")[0] for problem in cut_texts(window)] == ["QPushButton", "QLabel"]
    assert Qt.TextFormat.AutoText is fits.textFormat()
