"""What the window works with: the app's services, built by ``app`` and passed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kopia_desktop.core.errors import KopiaError
    from kopia_desktop.core.paths import DataFolder
    from kopia_desktop.core.settings import Settings
    from kopia_desktop.engine.device import DeviceChoice
    from kopia_desktop.gui.bridge import Bridge
    from kopia_desktop.gui.downloads.listing import DownloadList
    from kopia_desktop.gui.theme import Theming
    from kopia_desktop.services.api_key import ApiKey
    from kopia_desktop.services.downloads import DownloadService
    from kopia_desktop.services.exports import ExportService
    from kopia_desktop.services.intake import IntakeService
    from kopia_desktop.services.jobs import JobService
    from kopia_desktop.services.models import ModelService
    from kopia_desktop.services.reports import ReportService
    from kopia_desktop.services.storage import StorageService
    from kopia_desktop.services.transcripts import TranscriptService
    from kopia_desktop.services.translations import TranslationService
    from kopia_desktop.services.translators import TranslatorService
    from kopia_desktop.services.vocabularies import VocabularyService


class Machinery(Protocol):
    """What runs beside the window, and how it is."""

    def open_api(self) -> None:
        """Serve the API if the settings say so; what hinders it stays in ``api_problem``."""

    def start_engine(self) -> None:
        """Run engine and errands. Raises DataFolderBusy, DataFolderUnusable, DiskFull."""

    @property
    def device(self) -> DeviceChoice | None:
        """Where recognition runs and why; None until a model was first needed."""

    @property
    def engine_error(self) -> BaseException | None:
        """Why the engine cannot work now; None when it can."""

    @property
    def api_url(self) -> str | None:
        """Where the API is served; None while it is not."""

    @property
    def api_problem(self) -> KopiaError | None:
        """What keeps the API from being served."""


class Services(Protocol):
    """What may be asked of the app; each is made when it is first asked for.

    The first picture of the window needs few of them, and importing all takes longer than Qt.
    """

    @property
    def jobs(self) -> JobService: ...

    @property
    def intake(self) -> IntakeService: ...

    @property
    def transcripts(self) -> TranscriptService: ...

    @property
    def translations(self) -> TranslationService: ...

    @property
    def vocabularies(self) -> VocabularyService: ...

    @property
    def exports(self) -> ExportService: ...

    @property
    def models(self) -> ModelService: ...

    @property
    def downloads(self) -> DownloadService: ...

    @property
    def translators(self) -> TranslatorService: ...

    @property
    def storage(self) -> StorageService: ...

    @property
    def reports(self) -> ReportService: ...

    @property
    def key(self) -> ApiKey: ...

    @property
    def data(self) -> DataFolder: ...

    @property
    def settings(self) -> Settings: ...

    def change_settings(self, settings: Settings) -> None:
        """Write the settings file and let the API follow: a call for the lane for files.

        Raises DataFolderUnusable, DiskFull.
        """


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a part of the window may need."""

    bridge: Bridge
    theming: Theming
    machinery: Machinery
    services: Services
    download_list: DownloadList

    @property
    def jobs(self) -> JobService:
        return self.services.jobs

    @property
    def intake(self) -> IntakeService:
        return self.services.intake

    @property
    def transcripts(self) -> TranscriptService:
        return self.services.transcripts

    @property
    def translations(self) -> TranslationService:
        return self.services.translations

    @property
    def vocabularies(self) -> VocabularyService:
        return self.services.vocabularies

    @property
    def exports(self) -> ExportService:
        return self.services.exports

    @property
    def models(self) -> ModelService:
        return self.services.models

    @property
    def downloads(self) -> DownloadService:
        return self.services.downloads

    @property
    def translators(self) -> TranslatorService:
        return self.services.translators

    @property
    def storage(self) -> StorageService:
        return self.services.storage

    @property
    def reports(self) -> ReportService:
        return self.services.reports

    @property
    def key(self) -> ApiKey:
        return self.services.key

    @property
    def data(self) -> DataFolder:
        return self.services.data

    def settings(self) -> Settings:
        """The settings in force."""
        return self.services.settings

    def change_settings(self, settings: Settings) -> None:
        """As ``Services.change_settings``."""
        self.services.change_settings(settings)
