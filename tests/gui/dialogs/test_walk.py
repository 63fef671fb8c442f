"""Every dialog by keyboard and by ear, with long words, mirrored, large and narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kopia_desktop.core.vocabulary import parse
from kopia_desktop.gui.dialogs.about_dialog import AboutDialog
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from kopia_desktop.gui.dialogs.help_window import HelpWindow
from kopia_desktop.gui.dialogs.job_vocabulary_dialog import JobVocabularyDialog
from kopia_desktop.gui.dialogs.languages_dialog import LanguagesDialog
from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog
from kopia_desktop.gui.dialogs.log_window import LogWindow
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog
from kopia_desktop.gui.dialogs.vocabulary_dialog import VocabularyDialog
from tests.gui.accessibility import beyond_the_edge, controls, cut_texts, problems
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Show
from tests.gui.pseudo import pseudo

PAGES = (
    "transcription",
    "models",
    "subtitles",
    "export",
    "api",
    "storage",
    "appearance",
    "privacy",
)


def _settings(page: str) -> Callable[[Arranged], QWidget]:
    return lambda arranged: SettingsWindow(arranged.context, page=page)


def _export(arranged: Arranged) -> QWidget:
    dialog = ExportDialog(arranged.context, (arranged.completed().id,))
    dialog.options.formats.check(("srt", "docx"))
    dialog.options.cues.fold.setChecked(True)
    return dialog


def _export_many(arranged: Arranged) -> QWidget:
    return ExportDialog(
        arranged.context, tuple(arranged.completed(name=f"{i}.wav").id for i in range(3))
    )


def _translate(arranged: Arranged) -> QWidget:
    dialog = TranslateDialog(arranged.context, arranged.completed().id, None)
    arranged.settle()
    dialog.panel.model.tick(("es", "cy"))
    return dialog


def _languages(arranged: Arranged) -> QWidget:
    dialog = LanguagesDialog(arranged.context, None)
    arranged.settle()
    dialog.panel.model.tick(("cy",))
    return dialog


def _vocabulary(arranged: Arranged) -> QWidget:
    arranged.context.vocabularies.add("Colleagues", parse("Kopia = copia\nNgozi Adichie"))
    dialog = VocabularyDialog(arranged.context)
    arranged.settle()
    return dialog


WINDOWS: dict[str, Callable[[Arranged], QWidget]] = {
    **{f"settings-{page}": _settings(page) for page in PAGES},
    "export": _export,
    "export-many": _export_many,
    "translate": _translate,
    "languages": _languages,
    "help": lambda arranged: HelpWindow([("Open files", "Ctrl+O")]),
    "log": lambda arranged: LogWindow(arranged.context),
    "about": lambda arranged: AboutDialog(arranged.context),
    "licences": lambda arranged: LicencesDialog(arranged.context),
    "vocabulary": _vocabulary,
    "job-vocabulary": lambda arranged: JobVocabularyDialog(
        arranged.context, arranged.completed().id
    ),
}

each_window = pytest.mark.parametrize("name", WINDOWS)


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """The system's font at 150 %."""
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * 1.5)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@each_window
def test_every_control_is_named_and_reached_by_tab(
    name: str, arranged: Arranged, shown: Show[QWidget]
) -> None:
    (arranged.context.data.models / "large").mkdir(parents=True)
    window = shown(WINDOWS[name](arranged))
    arranged.settle()
    assert list(controls(window))
    assert problems(window) == []


def test_the_walk_finds_what_is_wrong(shown: Show[QWidget]) -> None:
    window = QWidget()
    QPushButton(window).setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found = problems(shown(window))
    assert [problem.split(" ", 2)[2] for problem in found] == [
        "has no accessible name",
        "('') has no object name",
        "cannot be reached by Tab",
    ]


@each_window
def test_no_text_is_cut_with_large_letters_and_long_words(
    name: str, arranged: Arranged, shown: Show[QWidget], large_letters: None
) -> None:
    with pseudo():
        window = shown(WINDOWS[name](arranged))
        arranged.settle()
        window.resize(1024, 640)
        QApplication.processEvents()
        assert cut_texts(window) == []
        assert beyond_the_edge(window) == []


@each_window
def test_a_small_window_holds_everything(
    name: str, arranged: Arranged, shown: Show[QWidget]
) -> None:
    window = shown(WINDOWS[name](arranged))
    arranged.settle()
    window.resize(640, 480)
    QApplication.processEvents()
    assert (window.width(), window.height()) <= (640, 480)
    assert beyond_the_edge(window) == []


@each_window
def test_mirrored_it_is_as_whole(
    name: str, arranged: Arranged, shown: Show[QWidget], mirrored: None
) -> None:
    window = shown(WINDOWS[name](arranged))
    arranged.settle()
    assert beyond_the_edge(window) == []
    assert problems(window) == []


@each_window
def test_escape_closes(name: str, arranged: Arranged, shown: Show[QWidget]) -> None:
    window = shown(WINDOWS[name](arranged))
    arranged.settle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
