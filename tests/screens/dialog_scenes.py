"""Dialogs and windows beside the main one, each at its own size."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kopia_desktop.gui.adding.not_taken import NotTakenDialog
from kopia_desktop.gui.closing import ClosingQuestion
from kopia_desktop.gui.dialogs.about_dialog import AboutDialog
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from kopia_desktop.gui.dialogs.help_window import HelpWindow
from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog
from kopia_desktop.gui.dialogs.log_window import LogWindow
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from tests.gui.dialogs.conftest import Answers
from tests.screens import model_scenes
from tests.screens.stage import Stage
from tests.screens.window_scenes import added_summary

Shown = Generator[QWidget, None, None]
Make = Callable[[Stage], QWidget]

_PAGES = ("transcription", "subtitles", "export", "api", "storage", "appearance", "privacy")
_SEVERAL = ("interview", "arabic", "german", "japanese")


def _export(stage: Stage) -> QWidget:
    dialog = ExportDialog(stage.context, (stage.jobs["interview"],), stage.window)
    dialog.options.formats.check(("srt",))
    return dialog


def _export_text(stage: Stage) -> QWidget:
    dialog = ExportDialog(stage.context, (stage.jobs["interview"],), stage.window)
    dialog.options.formats.check(("docx", "txt"))
    dialog.options.cues.fold.setChecked(True)
    return dialog


def _several(stage: Stage) -> tuple[str, ...]:
    return tuple(stage.jobs[name] for name in _SEVERAL)


def _export_several(stage: Stage) -> QWidget:
    return ExportDialog(stage.context, _several(stage), stage.window)


def _export_failed(stage: Stage) -> QWidget:
    """The folder that was chosen is a file."""
    return _exported(stage, stage.context.data.settings / "inside")


def _export_done(stage: Stage) -> QWidget:
    place = stage.context.data.root / "written"
    place.mkdir(exist_ok=True)
    return _exported(stage, place)


def _exported(stage: Stage, place: Path) -> QWidget:
    dialog = ExportDialog(stage.context, _several(stage), stage.window, ask=Answers([place]))
    dialog.show()
    stage.settle()
    dialog.export()
    return dialog


def _settings(page: str) -> Make:
    return lambda stage: SettingsWindow(stage.context, stage.window, page=page)


def _settings_search(stage: Stage) -> QWidget:
    window = SettingsWindow(stage.context, stage.window)
    window.search.setText("API")
    return window


def _help(page: str) -> Make:
    def make(stage: Stage) -> QWidget:
        window = HelpWindow(stage.window.actions_.shortcuts(), stage.window)
        if page:
            window.show_page(page)
        return window

    return make


def _log(stage: Stage) -> QWidget:
    log: Path = stage.context.data.logs / "engine.log"
    log.write_text(_LOG, "utf-8")
    return LogWindow(stage.context, stage.window)


def _closing(stage: Stage) -> QWidget:
    return ClosingQuestion(3, stage.window, has_tray=True)


def _as_scene(make: Make) -> Callable[[Stage], Shown]:
    def scene(stage: Stage) -> Shown:
        window = make(stage)
        window.show()
        stage.settle()
        yield window
        window.close()
        window.deleteLater()
        stage.settle()

    return scene


_LOG = """\
2026-11-24 09:12:04 INFO engine: running on the CPU (no NVIDIA driver found), 8 threads
2026-11-24 09:12:05 INFO engine: job_01jd3p7x started
2026-11-24 09:13:40 INFO engine: job_01jd3p7x section 1 of 49, 14.2 times as fast as it plays
2026-11-24 09:15:02 WARNING engine: section 3 was recognised again, the child had ended
2026-11-24 09:15:31 ERROR engine: job_01jd3p9k failed: media_damaged
"""

_WINDOWS: dict[str, Make] = {
    "export": _export,
    "export-text": _export_text,
    "export-several": _export_several,
    "export-failed": _export_failed,
    "export-done": _export_done,
    **{f"settings-{page}": _settings(page) for page in _PAGES},
    "settings-search": _settings_search,
    **model_scenes.WINDOWS,
    "about": lambda stage: AboutDialog(stage.context, stage.window),
    "licences": lambda stage: LicencesDialog(stage.context, stage.window),
    "help": _help(""),
    "help-shortcuts": _help("shortcuts"),
    "log": _log,
    "closing": _closing,
    "not-taken": lambda stage: NotTakenDialog(added_summary(stage), stage.window),
}

SCENES = {name: _as_scene(make) for name, make in _WINDOWS.items()}
