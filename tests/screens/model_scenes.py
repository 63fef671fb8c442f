"""Models and languages: what is here, on its way, damaged or to be had."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kopia_desktop.core.argos_index import IndexEntry, write_index
from kopia_desktop.core.catalogue import speech_model
from kopia_desktop.core.downloads import DownloadKind, DownloadOrder, FileSource
from kopia_desktop.core.job import JobError
from kopia_desktop.core.speed import Speed, write_speed
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.languages_dialog import LanguagesDialog
from kopia_desktop.gui.dialogs.models_page import ModelsPage
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog
from kopia_desktop.services.model_choice import this_computer
from kopia_desktop.store.downloads import DownloadStore
from tests.screens.stage import Stage
from tests.translator_folders import add_argos

_ARGOS = "fr de it pt pb ru ja zh ar nl pl tr uk ko cs da el fi hi hu id sv he vi".split()
_MB = 1_000_000
_INTERRUPTED = JobError("download_interrupted", "The server did not answer in time.", "Try again.")


def measure(context: Context) -> None:
    """As if this computer were an ordinary one of eight cores."""
    cores = this_computer(context.data).cores
    measured = Speed(cores, 1.5e11, 4e-5, 2.4e10)
    write_speed(context.data.speed, measured)


def know_packages(context: Context) -> None:
    """The list of packages as its server gives it."""
    entries = [
        IndexEntry(*pair, "1.9", f"https://packages.example/{pair[0]}_{pair[1]}.argosmodel")
        for code in _ARGOS
        for pair in (("en", code), (code, "en"))
    ]
    entries.append(IndexEntry("en", "es", "1.9", "https://packages.example/en_es.argosmodel"))
    write_index(context.data.argos_index, entries)


def bring(stage: Stage, name: str, *, done: int = 0, total: int = 0, pace: float = 0.0) -> None:
    """A download that runs, or waits where nothing of it is ``done``."""
    store = DownloadStore(stage.app.database)
    stage.context.downloads.start(speech_model(name).order)
    if done:
        store.take_next()
        store.note_progress(name, done=done, total=total, bytes_per_second=pace)


def _arrange(stage: Stage) -> None:
    measure(stage.context)
    know_packages(stage.context)
    stage.settle()


def _forget(stage: Stage) -> None:
    for each in stage.context.downloads.list():
        stage.context.downloads.cancel(each.name)
    stage.settle()


def translate(stage: Stage) -> QWidget:
    """What is installed, a starter, downloads."""
    _arrange(stage)
    _package(stage, "en", "it")
    dialog = TranslateDialog(stage.context, stage.jobs["interview"], stage.window)
    dialog.show()
    stage.settle()
    dialog.panel.model.tick(("de", "fr", "ja"))
    return dialog


def translate_search(stage: Stage) -> QWidget:
    """By a language's own name; nobody has asked yet which packages there are."""
    stage.context.data.argos_index.unlink(missing_ok=True)
    dialog = TranslateDialog(stage.context, stage.jobs["interview"], stage.window)
    dialog.show()
    stage.settle()
    dialog.panel.view.search.setText("por")
    return dialog


def add_languages(stage: Stage) -> QWidget:
    _arrange(stage)
    dialog = LanguagesDialog(stage.context, stage.window)
    dialog.show()
    stage.settle()
    dialog.panel.model.tick(("ar", "tlh-Latn"))
    return dialog


def models(stage: Stage) -> QWidget:
    """One that arrives, one that waits, one damaged."""
    _arrange(stage)
    _forget(stage)
    bring(stage, "small", done=209 * _MB, total=487 * _MB, pace=11.4 * _MB)
    bring(stage, "large-v3-turbo")
    damaged = stage.context.data.models / "base"
    damaged.mkdir(parents=True, exist_ok=True)
    (damaged / "model.bin").write_bytes(b"cut off")
    return SettingsWindow(stage.context, stage.window, page="models")


def models_failed(stage: Stage) -> QWidget:
    """Without a connection, seen from the lower half of the page."""
    _arrange(stage)
    _forget(stage)
    _package(stage, "en", "it")
    source = FileSource("https://packages.example/en_fr.argosmodel")
    name = "translate-en_fr-1.9"
    order = DownloadOrder(name, DownloadKind.ARGOS_PACKAGE, source, 110 * _MB)
    stage.context.downloads.start(order)
    store = DownloadStore(stage.app.database)
    store.take_next()
    store.note_progress(name, done=31 * _MB, total=96 * _MB, bytes_per_second=0.0)
    store.fail(name, _INTERRUPTED)
    window = SettingsWindow(stage.context, stage.window, page="models")
    window.show()
    stage.settle()
    page = window.pages["models"]
    assert isinstance(page, ModelsPage)
    stage.wait(lambda: page.translation.row(name))
    page.ensureWidgetVisible(page.add_package, 0, 200)
    return window


def downloading(stage: Stage) -> Generator[Sequence[QWidget], None, None]:
    """The line over the bottom one."""
    stage.open("interview")
    bring(stage, "small", done=209 * _MB, total=487 * _MB, pace=11.4 * _MB)
    bring(stage, "base")
    stage.settle()
    yield ()
    _forget(stage)


def first_download(stage: Stage) -> Generator[Sequence[QWidget], None, None]:
    """The first run's card while its model arrives."""
    bring(stage, "small", done=209 * _MB, total=487 * _MB, pace=11.4 * _MB)
    stage.settle()
    yield ()
    _forget(stage)


def _package(stage: Stage, source: str, target: str) -> Path:
    """An installed translator of the pair, as the list shows it."""
    return add_argos(stage.context.data.translators, source, target, version="1.9")


WINDOW = {"downloading": downloading}
FIRST = {"first-download": first_download}
WINDOWS = {
    "translate": translate,
    "translate-search": translate_search,
    "add-languages": add_languages,
    "settings-models": models,
    "models-failed": models_failed,
}
