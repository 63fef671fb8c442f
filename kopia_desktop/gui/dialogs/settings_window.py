"""The settings: one window, pages at the leading side, changes apply at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.api_page import ApiPage
from kopia_desktop.gui.dialogs.appearance_page import AppearancePage
from kopia_desktop.gui.dialogs.choosing import AskPath, SystemDialogs
from kopia_desktop.gui.dialogs.models_page import ModelsPage
from kopia_desktop.gui.dialogs.paged_window import PagedWindow
from kopia_desktop.gui.dialogs.privacy_page import PrivacyPage
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.dialogs.storage_page import StoragePage
from kopia_desktop.gui.dialogs.transcription_page import TranscriptionPage
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import Muted
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId

_FIRST_SIZE = QSize(880, 640)
_LIST_LETTERS = 30
_LOOK = 2000
"""Milliseconds between looks at what may change by itself (the API's state, free disk)."""


class SettingsWindow(PagedWindow):
    """Looks at what may change by itself while it is seen."""

    settings_changed = Signal(object)
    """The Settings that hold from now on; theme and motion have been applied already."""

    models_changed = Signal()
    """A speech model was added or removed."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        page: str | None = None,
        *,
        ask: AskPath | None = None,
    ) -> None:
        """``page`` is an object name of a page: transcription, subtitles, export, api, ..."""
        super().__init__("settings", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.say_what_is_searched(self.tr("Search settings"))
        self._context = context
        self._ask = ask or SystemDialogs()
        self._closes = False
        self.changes = SettingChanges(context, self)
        self._stack = QStackedWidget(self)
        self.pages: dict[str, SettingsPage] = {}
        self._make_pages()
        nothing = Muted(self.tr("No setting is called that."), self)
        widest = _LIST_LETTERS * self.fontMetrics().averageCharWidth()
        self.lay_out(self._stack, nothing, widest=widest)
        self.resize(_FIRST_SIZE)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._look_at_shown)
        self.list.currentRowChanged.connect(self._open_row)
        self.search.textChanged.connect(self._filter)
        self.changes.kept.connect(self._kept)
        self.changes.refused.connect(self._refused)
        self._show_settings()
        self.show_page(page or "transcription")

    def _make_pages(self) -> None:
        transcription = TranscriptionPage(
            self._context, self.changes, self._ask, self.tr("Transcription"), self
        )
        models = ModelsPage(self._context, self.changes, self._ask, self.tr("Models"), self)
        models.models_changed.connect(self.models_changed)
        storage = StoragePage(self._context, self.changes, self._ask, self.tr("Storage"), self)
        api = ApiPage(self._context, self.changes, self._ask, self.tr("API"), self)
        look = AppearancePage(self._context, self.changes, self._ask, self.tr("Appearance"), self)
        privacy = PrivacyPage(self._context, self.changes, self._ask, self.tr("Privacy"), self)
        self._add("transcription", "audio", transcription)
        self._add("models", "model", models)
        self._add("subtitles", "subtitles", self._plain("subtitles", self.tr("Subtitles")))
        self._add("export", "export", self._plain("export", self.tr("Export")))
        self._add("api", "globe", api)
        self._add("storage", "storage", storage)
        self._add("appearance", "appearance", look)
        self._add("privacy", "privacy", privacy)

    def _plain(self, page: str, title: str) -> SettingsPage:
        made = SettingsPage(self._context, self.changes, self._ask, title, self)
        made.add_settings(page)
        return made

    def _add(self, name: str, icon_name: str, page: SettingsPage) -> None:
        page.finish()
        page.setObjectName(f"page-{name}")
        page.setAccessibleName(page.title)
        self.pages[name] = page
        self._stack.addWidget(page)
        QListWidgetItem(icon(icon_name), page.title, self.list)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show a page."""
        row = list(self.pages).index(name)
        self.list.setCurrentRow(row)
        self._open_row(row)

    @Slot(int)
    def _open_row(self, row: int) -> None:
        if row >= 0:
            self._stack.setCurrentIndex(row)
            if self.isVisible():
                self.shown.refresh()

    @Slot(str)
    def _filter(self, text: str) -> None:
        """Hide what the search does not mean; the first page with a finding opens."""
        found = [page.filter(text) for page in self.pages.values()]
        self._stack.setVisible(any(found))
        self.show_found(found)

    def _show_settings(self) -> None:
        settings = self._context.settings()
        for page in self.pages.values():
            page.show_settings(settings)

    @property
    def shown(self) -> SettingsPage:
        """The page that is open."""
        page = self._stack.currentWidget()
        assert isinstance(page, SettingsPage)
        return page

    @Slot()
    def _look_at_shown(self) -> None:
        self.shown.look()

    @Slot(object)
    def _kept(self, settings: Settings) -> None:
        appearance = settings.appearance
        self._context.theming.choose(appearance.theme, motion=appearance.motion)
        for page in self.pages.values():
            page.show_settings(settings)
        self.shown.refresh()
        self.settings_changed.emit(settings)
        self._close_if_asked()

    @Slot(object, object)
    def _refused(self, ids: frozenset[SettingId], error: KopiaError) -> None:
        settings = self._context.settings()
        for page in self.pages.values():
            for setting in ids & page.rows.keys():
                page.rows[setting].say_refused(error, settings)
        if self._closes:
            self._closes = False
            self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._closes = False
        self._show_settings()
        self.shown.refresh()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """What the main window changed meanwhile is shown when this one is used again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show_settings()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed last is kept before the window goes; it is out of sight at once."""
        self.changes.flush()
        if self.changes.is_settled():
            event.accept()
        else:
            event.ignore()
            self._closes = True
            self.hide()

    def _close_if_asked(self) -> None:
        if self._closes and self.changes.is_settled():
            self._closes = False
            self.close()
