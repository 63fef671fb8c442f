"""The composition root: every object is built here, once, and passed in."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from kopia_desktop.core import settings as settings_file
from kopia_desktop.core.errors import KopiaError, unusable
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.log import EngineLog
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import LoadedSettings, Settings
from kopia_desktop.engine.lock import EngineLock
from kopia_desktop.services.jobs import JobService
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore

if TYPE_CHECKING:
    from kopia_desktop.api.server import ApiAddress, ApiServer
    from kopia_desktop.engine.device import DeviceChoice
    from kopia_desktop.engine.supervisor import Supervisor
    from kopia_desktop.errands.dialing import Dialing
    from kopia_desktop.services.api_key import ApiKey
    from kopia_desktop.services.downloads import DownloadService
    from kopia_desktop.services.exports import ExportService
    from kopia_desktop.services.intake import IntakeService
    from kopia_desktop.services.models import ModelService
    from kopia_desktop.services.reports import ReportService
    from kopia_desktop.services.storage import StorageService
    from kopia_desktop.services.transcripts import TranscriptService
    from kopia_desktop.services.translations import TranslationService
    from kopia_desktop.services.translators import TranslatorService
    from kopia_desktop.services.uploads import UploadService
    from kopia_desktop.services.vocabularies import VocabularyService
    from kopia_desktop.services.webhooks import WebhookService
    from kopia_desktop.store.idempotency import IdempotencyStore
    from kopia_desktop.threads import PartThread


class App:
    """All services over one data folder.

    The engine runs only after ``start_engine``, what it does over the network after
    ``start_errands``, the API after ``bind_api``.
    """

    def __init__(self, root: Path, *, dialing: Dialing | None = None) -> None:
        """Open or make the data folder. ``dialing`` is for tests, whose servers are on loopback.

        Raises DataFolderUnusable, DatabaseTooNew, DatabaseDamaged, DiskFull, KeyUnusable.
        """
        self.data = DataFolder.at(root)
        _make(self.data)
        self.loaded_settings: LoadedSettings = settings_file.load(self.data.settings)
        self.bus = EventBus()
        self.database = Database(self.data.database, backups=self.data.backups)
        self._jobs = JobStore(self.database)
        self.jobs = JobService(self._jobs, ExportStore(self.database), self.data, self.bus)
        self._dialing = dialing
        self._lock = EngineLock(self.data.lock)
        self._log = EngineLog(self.data.logs)
        self._engine: PartThread | None = None
        self._errands: PartThread | None = None
        self._api: ApiServer | None = None
        self._api_thread: PartThread | None = None
        self._api_follows_settings = False
        self.api_address: ApiAddress | None = None
        self.api_problem: KopiaError | None = None

    @property
    def settings(self) -> Settings:
        return self.loaded_settings.settings

    # Made when they are first asked for: importing them all takes longer than painting a window.

    @functools.cached_property
    def key(self) -> ApiKey:
        from kopia_desktop.services.api_key import ApiKey

        return ApiKey(self.data.api_key, given=settings_file.given_api_key())

    @functools.cached_property
    def intake(self) -> IntakeService:
        from kopia_desktop.services.intake import IntakeService

        return IntakeService(self._jobs, self.bus, lambda: self.settings)

    @functools.cached_property
    def uploads(self) -> UploadService:
        from kopia_desktop.services.uploads import UploadService
        from kopia_desktop.store.uploads import UploadStore

        store = UploadStore(self.database)
        return UploadService(self._jobs, store, self.data, self.bus, lambda: self.settings)

    @functools.cached_property
    def transcripts(self) -> TranscriptService:
        from kopia_desktop.services.transcripts import TranscriptService
        from kopia_desktop.store.transcripts import TranscriptStore

        return TranscriptService(self._jobs, TranscriptStore(self.database), self.bus)

    @functools.cached_property
    def translations(self) -> TranslationService:
        from kopia_desktop.services.translations import TranslationService
        from kopia_desktop.store.translations import TranslationStore

        store = TranslationStore(self.database)
        return TranslationService(store, self._jobs, self.transcripts, self.data, self.bus)

    @functools.cached_property
    def vocabularies(self) -> VocabularyService:
        from kopia_desktop.services.vocabularies import VocabularyService
        from kopia_desktop.store.vocabularies import VocabularyStore

        return VocabularyService(VocabularyStore(self.database), self._jobs, self.bus)

    @functools.cached_property
    def exports(self) -> ExportService:
        from kopia_desktop.services.exports import ExportService

        return ExportService(self._jobs, self.transcripts, self.translations)

    @functools.cached_property
    def webhooks(self) -> WebhookService:
        from kopia_desktop.services.webhooks import WebhookService
        from kopia_desktop.store.webhooks import WebhookStore

        return WebhookService(WebhookStore(self.database), self.bus)

    @functools.cached_property
    def models(self) -> ModelService:
        from kopia_desktop.services.models import ModelService

        return ModelService(self.data, self.downloads)

    @functools.cached_property
    def translators(self) -> TranslatorService:
        from kopia_desktop.services.translators import TranslatorService

        return TranslatorService(self.data, self.downloads)

    @functools.cached_property
    def downloads(self) -> DownloadService:
        from kopia_desktop.services.downloads import DownloadService
        from kopia_desktop.store.downloads import DownloadStore

        return DownloadService(DownloadStore(self.database), self.bus)

    @functools.cached_property
    def storage(self) -> StorageService:
        from kopia_desktop.services.storage import StorageService

        return StorageService(self._jobs, self.data, self.bus)

    @functools.cached_property
    def reports(self) -> ReportService:
        from kopia_desktop.services.reports import ReportService

        return ReportService(
            self._jobs,
            self.models,
            self.data,
            settings=lambda: self.settings,
            device=self._device,
        )

    @functools.cached_property
    def idempotency(self) -> IdempotencyStore:
        from kopia_desktop.store.idempotency import IdempotencyStore

        return IdempotencyStore(self.database)

    @functools.cached_property
    def supervisor(self) -> Supervisor:
        """The engine, made when it is first needed: a window is painted before that."""
        from kopia_desktop.engine.supervisor import Supervisor

        return Supervisor(self.data, self.database, self.bus, lambda: self.settings)

    @property
    def device(self) -> DeviceChoice | None:
        """Where recognition runs and why; None until a model was first needed."""
        return None if self._engine is None else self.supervisor.device

    def start_engine(self) -> None:
        """Run the engine in its thread, if it does not run yet.

        Raises DataFolderBusy when another process has it, DataFolderUnusable, DiskFull.
        """
        if self._engine is not None:
            return
        from kopia_desktop.threads import PartThread

        self._lock.acquire()
        self._log.open()
        self._engine = PartThread(self.supervisor, when_failed=self._end_serving)
        self._engine.start()

    def start_errands(self) -> None:
        """Fetch media, deliver webhooks, write the files that jobs wish, erase what was deleted.

        All that beside the running engine.
        """
        from kopia_desktop.errands.dialing import Dialing
        from kopia_desktop.errands.errands import Errands
        from kopia_desktop.threads import PartThread

        errands = Errands(
            self.data,
            self.database,
            self.bus,
            lambda: self.settings,
            dialing=self._dialing or Dialing(),
            own_ports=lambda: self._api.ports if self._api is not None else frozenset(),
        )
        self._errands = PartThread(errands, when_failed=self._end_serving)
        self._errands.start()

    def bind_api(self, host: str, port: int) -> ApiAddress:
        """Listen for clients; they are answered once ``run_api`` or ``start_api`` is called.

        Raises PortBusy, HostNotLocal, KeyUnusable; everything else lives on.
        """
        from kopia_desktop.api.context import Services
        from kopia_desktop.api.server import ApiServer

        self.key.ensure()
        self.uploads.recover()
        server = ApiServer(
            Services(
                jobs=self.jobs,
                intake=self.intake,
                uploads=self.uploads,
                transcripts=self.transcripts,
                translations=self.translations,
                webhooks=self.webhooks,
                models=self.models,
                translators=self.translators,
                downloads=self.downloads,
                idempotency=self.idempotency,
                key=self.key,
                bus=self.bus,
                settings=lambda: self.settings,
            )
        )
        address = server.bind(host, port)
        self._api = server
        self.api_address = address
        return address

    def run_api(self) -> None:
        """Serve in the calling thread until ``stop_api``, or a bug ends the engine."""
        assert self._api is not None
        self._api.run()

    def start_api(self) -> None:
        """Serve in a thread of its own, beside the window."""
        from kopia_desktop.threads import PartThread

        assert self._api is not None
        self._api_thread = PartThread(self._api)
        self._api_thread.start()

    def open_api(self) -> ApiAddress | None:
        """Serve as the settings say, beside the window; None when they turn the API off.

        What keeps it from being served stays in ``api_problem`` for the window to show; everything
        else lives on.
        """
        settings = self.settings.api
        self.api_problem = None
        self._api_follows_settings = True
        if not settings.enabled:
            return None
        try:
            address = self.bind_api("localhost" if settings.ipv6 else "127.0.0.1", settings.port)
        except KopiaError as problem:
            self.api_problem = problem
            return None
        self.start_api()
        return address

    def change_settings(self, settings: Settings) -> None:
        """Keep new settings; an API that was opened follows those of its page at once.

        Raises DataFolderUnusable, DiskFull; the old settings hold then.
        """
        try:
            settings_file.save(settings, self.data.settings)
        except OSError as error:
            raise unusable(self.data.root, error) from error
        before, self.loaded_settings = self.settings, LoadedSettings(settings)
        if self._api_follows_settings and settings.api != before.api:
            self.stop_api()
            self.open_api()

    def stop_api(self) -> None:
        """End the API; its port is free then, if it had a thread of its own."""
        self.api_address = None
        if self._api_thread is not None:
            self._api_thread.stop()
            self._api_thread = None
            self._api = None
        elif self._api is not None:
            self._api.stop()

    def _end_serving(self) -> None:
        """A server whose engine has ended would take jobs that nobody works on."""
        if self._api is not None and self._api_thread is None:
            self._api.stop()

    def _device(self) -> str | None:
        choice = self.device
        return None if choice is None else f"{choice.device} ({choice.reason})"

    def engine_thread_error(self) -> BaseException | None:
        """What ended one of the engine's threads, a bug; None while they run."""
        threads = (self._engine, self._errands)
        return next((one.error for one in threads if one is not None and one.error), None)

    def engine_error(self) -> BaseException | None:
        """Why the engine cannot work: its thread ended, or the store refuses for now."""
        problem = None if self._engine is None else self.supervisor.problem
        return self.engine_thread_error() or problem

    def close(self) -> None:
        """Stop everything (the engine's children are gone then) and close the store."""
        self.stop_api()
        if self._api is not None:
            self._api.close()
            self._api = None
        for thread in (self._errands, self._engine):
            if thread is not None:
                thread.stop()
        self._errands = self._engine = None
        self._log.close()
        self._lock.release()
        self.database.close_all()


def _make(data: DataFolder) -> None:
    try:
        data.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        data.logs.mkdir(exist_ok=True)
    except OSError as error:
        raise unusable(data.root, error) from error
