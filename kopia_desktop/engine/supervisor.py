"""The supervisor: claims units of work from the store, hands them to children, saves the answers.

Plain Python with ``run`` and ``stop``; a QThread (or any thread) hosts it. All that must not be
lost is in the store: it may be killed at any line and started again. What it holds in memory is
only which child works on what.
"""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.connection
import threading
from collections.abc import Callable

from kopia_desktop.core.downloads import LIMITS, DownloadLimits
from kopia_desktop.core.errors import DiskFull, KopiaError, MediaDamaged, StoreError
from kopia_desktop.core.events import EngineChanged, Event, EventBus
from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.speech_models import find_model
from kopia_desktop.core.transcript import Section
from kopia_desktop.engine import requests
from kopia_desktop.engine.claims import Claims
from kopia_desktop.engine.device import DeviceChoice, Placement, choose_device, place, spare_threads
from kopia_desktop.engine.downloading import Downloading
from kopia_desktop.engine.measuring import Measuring
from kopia_desktop.engine.results import Results
from kopia_desktop.engine.slot import Slot, Unit
from kopia_desktop.engine.translating import Translating
from kopia_desktop.store.database import Database
from kopia_desktop.store.downloads import DownloadStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import (
    DetectLanguage,
    Failed,
    LanguageDetected,
    LoadModel,
    MediaProbed,
    ModelLoaded,
    Prepared,
    Recognized,
    Reply,
    SectionCut,
)

logger = logging.getLogger(__name__)

_TICK = 0.25
"""Seconds between looks at what other processes wrote to the store."""

_AHEAD = 60
"""Sections (an hour or two) that may wait before the next recording is prepared: disk is not free.
"""

_LIGHT_IDLE = 60.0
_PAUSE_AFTER_PROBLEM = 2.0


class Supervisor:
    """Runs the engine of one data folder."""

    def __init__(
        self,
        data: DataFolder,
        database: Database,
        bus: EventBus,
        settings: Callable[[], Settings],
        *,
        download_limits: DownloadLimits = LIMITS,
    ) -> None:
        """``settings`` gives the current settings; they are read when a child is needed."""
        self._data = data
        self._database = database
        self._bus = bus
        self._settings = settings
        self._work = WorkStore(database)
        self._claims = Claims(self._work, data)
        self._results = Results(self._work, bus, data)
        self._log_path = data.logs / "worker.log"
        self._preparer = Slot(ChildKind.PREPARE, self._log_path)
        self._recognizers: list[Slot] = []
        self._translating = Translating(
            TranslationStore(database), bus, data, self._log_path, threads=self._spare_threads
        )
        self._downloading = Downloading(
            DownloadStore(database), bus, data, self._log_path, limits=download_limits
        )
        self._measuring = Measuring(bus, data, self._log_path)
        self._choice: DeviceChoice | None = None
        self._cannot_load: set[LoadModel] = set()
        self._stopping = threading.Event()
        self._woken = threading.Event()
        self._wake_out, self._wake_in = multiprocessing.Pipe(duplex=False)
        self.problem: KopiaError | None = None

    @property
    def device(self) -> DeviceChoice | None:
        """Where recognition runs and why; None until a model was first needed."""
        return self._choice

    def child_pids(self) -> tuple[int, ...]:
        """Processes that work for this engine now (for tests and the log)."""
        return tuple(pid for slot in self._slots() if (pid := slot.pid) is not None)

    def run(self) -> None:
        """Work until ``stop``; then all children are gone and the store is right."""
        unsubscribe = self._bus.subscribe(self._on_event)
        try:
            self._work.check_writable()
            self._results.sweep()
            self._downloading.sweep()
            while not self._stopping.is_set():
                self._guarded_step()
        finally:
            unsubscribe()
            for slot in self._slots():
                slot.end()
            self._database.close()

    def stop(self) -> None:
        """End ``run`` soon: children are killed, their units stay waiting in the store."""
        self._stopping.set()
        self.wake()

    def wake(self) -> None:
        """Look at the store now instead of at the next tick; callable from any thread."""
        if not self._woken.is_set():
            self._woken.set()
            self._wake_in.send_bytes(b"w")

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, EngineChanged):
            self.wake()

    def _slots(self) -> list[Slot]:
        return [*self._working_slots(), self._measuring.slot]

    def _working_slots(self) -> list[Slot]:
        return [*self._recording_slots(), self._translating.slot, self._downloading.slot]

    def _recording_slots(self) -> list[Slot]:
        return [self._preparer, *self._recognizers]

    def _guarded_step(self) -> None:
        """One turn; a store that cannot be written now (disk full, locked) is tried again."""
        try:
            self._drop_unwanted()
            self._dispatch()
            self._end_idle()
            goes_on = self._translating.turn()
            self._downloading.turn()
            self._measuring.turn(is_idle=all(slot.is_free() for slot in self._working_slots()))
            self._wait(0.0 if goes_on else _TICK)
            self._collect()
            self._translating.collect()
            self._downloading.collect()
            self._measuring.collect()
            if self.problem is not None:
                self.problem = None
                self._bus.publish(EngineChanged())
        except (DiskFull, StoreError) as error:
            logger.warning("the engine cannot go on now: %s", error.code)
            self.problem = error
            for slot in self._slots():
                slot.end()
            self._bus.publish(EngineChanged())
            self._stopping.wait(_PAUSE_AFTER_PROBLEM)

    def _wait(self, seconds: float) -> None:
        waitables = [self._wake_out, *(w for slot in self._slots() for w in slot.waitables)]
        multiprocessing.connection.wait(waitables, timeout=seconds)
        if self._woken.is_set():
            while self._wake_out.poll():
                self._wake_out.recv_bytes()
            # Cleared last: a call in between sends nothing, but the turn that follows looks anyway.
            self._woken.clear()

    # What is wanted

    def _drop_unwanted(self) -> None:
        """Kill children whose job was cancelled, paused or deleted."""
        working = [slot for slot in self._recording_slots() if slot.unit is not None]
        if working:
            active = self._work.active_job_ids()
            for slot in working:
                if slot.unit is not None and slot.unit.job_id not in active:
                    job_id = slot.unit.job_id
                    slot.end()
                    self._results.forget_deleted(job_id)

    def _end_idle(self) -> None:
        """End children that have had no work for long; models stay while a recording is cut."""
        limits = [(self._preparer, _LIGHT_IDLE)]
        if self._preparer.is_free():
            seconds = self._settings().engine.idle_minutes * 60
            limits += [(slot, seconds) for slot in self._recognizers]
        for slot, limit in limits:
            if slot.end_idle(limit):
                self._bus.publish(EngineChanged())

    def _dispatch(self) -> None:
        """Give every free child what waits for it."""
        if self._preparer.is_free() and self._work.waiting_count() <= _AHEAD:
            self._dispatch_preparation()
        while not self._recognizers or any(slot.is_free() for slot in self._recognizers):
            claimed = self._claims.next([s.unit for s in self._recognizers if s.unit is not None])
            if claimed is None:
                break
            self._hand_out(*claimed)
        if self._is_recognizing():
            return
        if self._preparer.is_free():
            # What waits is paused or has lost its file: nobody would ever make it less.
            self._dispatch_preparation()
        self._warm_ahead()

    def _is_recognizing(self) -> bool:
        return any(slot.unit is not None for slot in self._recognizers)

    def _dispatch_preparation(self) -> None:
        job = self._work.next_to_prepare()
        if job is None:
            return
        try:
            unit = requests.preparation(job, self._work, self._data, self._settings())
        except KopiaError as error:
            self._results.failed(job.id, error)
            return
        self._preparer.give(unit)

    def _hand_out(self, job: Job, claimed: Section | tuple[Section, ...]) -> None:
        try:
            placement = self._placement(job)
        except KopiaError as error:
            self._results.failed(job.id, error)
            return
        slot = self._free_recognizer(placement.load)
        slot.warm(placement.load)
        if isinstance(claimed, tuple):
            slot.give(requests.detection(job, claimed, self._data))
            return
        self._work.note_attempt(job.id, claimed.index)
        beam_size = self._settings().transcription.beam_size
        slot.give(
            requests.recognition(job, claimed, self._data, beam_size=beam_size, placement=placement)
        )

    def _warm_ahead(self) -> None:
        """Load the model while the first section is still being cut."""
        preparing = self._preparer.unit
        if preparing is None:
            return
        try:
            placement = self._placement(self._work.job(preparing.job_id))
        except KopiaError:
            return  # said when the job is claimed
        if placement.load not in self._cannot_load:
            self._free_recognizer(placement.load).warm(placement.load)

    def _spare_threads(self) -> int:
        """What recordings leave to translations: every core while none is being worked on."""
        engine = self._settings().engine
        if not self._work.active_job_ids():
            return spare_threads(engine, ())
        loads = [load for slot in self._recognizers if (load := slot.load) is not None]
        return spare_threads(engine, loads) if loads else 1

    def _placement(self, job: Job) -> Placement:
        model = find_model(self._data, job.options.model)
        engine = self._settings().engine
        if self._choice is None:
            self._choice = choose_device(engine, self._log_path, stopping=self._stopping.is_set)
            logger.info("device: %s (%s)", self._choice.device, self._choice.reason)
            self._bus.publish(EngineChanged())
        placement = place(model, engine, self._choice.device)
        while len(self._recognizers) < placement.children:
            self._recognizers.append(Slot(ChildKind.RECOGNIZE, self._log_path))
        return placement

    def _free_recognizer(self, load: LoadModel) -> Slot:
        """A free slot, best one that has the model already."""
        free = [slot for slot in self._recognizers if slot.is_free()]
        return max(free, key=lambda slot: slot.holds(load))

    # What children say

    def _collect(self) -> None:
        for slot in self._recording_slots():
            unit = slot.unit
            has_died = slot.has_died()  # asked first: what it said before its end is still read
            for reply in slot.receive():
                self._on_reply(slot, reply)
            if has_died and slot.has_child():
                self._on_death(slot)
            if unit is not None and slot.unit is None:
                self._results.forget_deleted(unit.job_id)

    def _on_reply(self, slot: Slot, reply: Reply) -> None:
        unit = slot.unit
        if isinstance(reply, Failed):
            self._on_failure(slot, reply)
        elif isinstance(reply, ModelLoaded):
            logger.info("model loaded on %s in %.2f s", reply.device, reply.seconds)
            slot.note_loaded(reply)
            self._bus.publish(EngineChanged())
        elif isinstance(reply, MediaProbed):
            self._results.probed(reply)
        elif isinstance(reply, SectionCut):
            self._results.section_cut(reply)
        elif unit is not None:
            if isinstance(reply, Prepared):
                self._results.prepared(reply)
            elif isinstance(reply, LanguageDetected):
                self._on_language(unit, reply)
            elif isinstance(reply, Recognized):
                self._results.recognized(unit, reply, slot.loaded)
            slot.finish_unit()

    def _on_language(self, unit: Unit, reply: LanguageDetected) -> None:
        assert isinstance(unit.request, DetectLanguage)
        if not self._claims.needs_second_look(reply, len(unit.request.files)):
            self._results.language_detected(reply)

    def _on_failure(self, slot: Slot, reply: Failed) -> None:
        unit = slot.unit
        if slot.loading is not None:
            # Loaded ahead of work, nobody is to blame yet: the job that needs the model will be.
            self._cannot_load.add(slot.loading)
            slot.end()
        else:
            slot.finish_unit()
        if unit is None:
            return
        if reply.bug:
            self._results.crashed(unit, "stumbled over an internal error")
        elif isinstance(reply.error, MediaDamaged) and slot is not self._preparer:
            self._results.section_lost(unit)
            preparing = self._preparer.unit
            if preparing is not None and preparing.job_id == unit.job_id:
                self._preparer.end()  # it may have passed the lost section already
        else:
            self._results.failed(unit.job_id, reply.error)

    def _on_death(self, slot: Slot) -> None:
        unit, loading = slot.unit, slot.loading
        outcome = slot.end()
        if unit is not None:
            self._results.crashed(unit, outcome.describe())
        elif loading is not None:
            self._cannot_load.add(loading)
        self._bus.publish(EngineChanged())
