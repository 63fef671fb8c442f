"""Where recognition runs: CUDA when it really works, else the CPU, and how many threads do it."""

from __future__ import annotations

import contextlib
import ctypes.util
import multiprocessing.connection
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kopia_desktop.core.computer import usable_cores
from kopia_desktop.core.paths import resource
from kopia_desktop.core.settings import Device, EngineSettings
from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.engine.process import ChildProcess
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import CudaProbed, Failed, LoadModel, ProbeCuda

_PROBE_SECONDS = 60.0

_SMALL_MODEL = 200 << 20
"""Bytes of weights up to which one thread a chunk is fastest (measured: 2.3 times the speed of two
threads on one chunk with the starter model); larger ones gain from up to four."""

_BATCH_FROM = 64 << 20
"""From here the weights no longer fit the processor's cache, and chunks read them together."""

_CHUNK_MEMORY = 600 << 20  # activations of one chunk of a large model at beam 5


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """The device, and the sentence that says why."""

    device: Device
    reason: str


@dataclass(frozen=True, slots=True)
class Placement:
    """How a model is to be loaded and fed."""

    load: LoadModel
    chunks_at_once: int
    children: int


def choose_device(
    settings: EngineSettings, log_path: Path, *, stopping: Callable[[], bool] = lambda: False
) -> DeviceChoice:
    """Follow the setting; with ``auto`` try CUDA in a child where a driver is present.

    Takes up to a minute on a computer with an NVIDIA driver, no time on others; ends early once
    ``stopping`` says that nobody waits for the answer.
    """
    if settings.device is Device.CPU:
        return DeviceChoice(Device.CPU, "chosen in the settings")
    if not has_cuda_driver():
        return DeviceChoice(Device.CPU, "no NVIDIA driver found")
    probed = _probe(log_path, stopping)
    if probed.works:
        return DeviceChoice(Device.CUDA, "CUDA works")
    return DeviceChoice(Device.CPU, f"CUDA does not work: {probed.reason}")


def has_cuda_driver() -> bool:
    """Whether the driver's library is here at all; cheap enough to ask at each start."""
    if sys.platform == "darwin":
        return False
    if sys.platform == "win32":
        return ctypes.util.find_library("nvcuda") is not None
    return Path("/proc/driver/nvidia/version").exists() or Path("/dev/nvidiactl").exists()


def _probe(log_path: Path, stopping: Callable[[], bool]) -> CudaProbed:
    child = ChildProcess(ChildKind.PROBE, log_path)
    child.send(ProbeCuda(str(resource("speech-model"))))
    deadline = time.monotonic() + _PROBE_SECONDS
    while time.monotonic() < deadline and child.is_alive() and not stopping():
        multiprocessing.connection.wait(child.waitables, timeout=0.2)
        for reply in child.receive():
            child.kill()
            if isinstance(reply, CudaProbed):
                return reply
            if isinstance(reply, Failed):
                return CudaProbed(reason=reply.error.message)
    if child.is_alive():
        child.kill()
        if stopping():
            return CudaProbed(reason="the check was stopped")
        return CudaProbed(reason=f"no answer within {_PROBE_SECONDS:.0f} s")
    return CudaProbed(reason=f"the check {child.outcome().describe()}")


def place(model: InstalledModel, settings: EngineSettings, device: Device) -> Placement:
    """Threads and batches for a model, from cores and memory."""
    children = max(1, settings.parallel)
    cores = settings.threads or usable_cores()
    share = max(1, cores // children)
    size = model.weight_bytes
    if device is Device.CUDA:
        load = LoadModel(str(model.folder), device, settings.compute_type, 1, share)
        return Placement(load, 8, children)
    threads = 1 if size <= _SMALL_MODEL else min(4, share)
    room = max(1, (available_memory() - size) // _CHUNK_MEMORY) if size > _SMALL_MODEL else share
    workers = max(1, min(share // threads, room))
    load = LoadModel(str(model.folder), device, settings.compute_type, workers, threads)
    return Placement(load, 1 if size < _BATCH_FROM else 2, children)


def spare_threads(settings: EngineSettings, working: Iterable[LoadModel]) -> int:
    """Processor threads that recognising with these models leaves to others; at least one."""
    cores = settings.threads or usable_cores()
    taken = sum(
        1 if load.device == Device.CUDA else load.workers * load.threads for load in working
    )
    return max(1, cores - taken)


def available_memory() -> int:
    """Bytes that can be had without swapping; a careful guess where the system does not tell."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/meminfo").read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return 4 << 30
