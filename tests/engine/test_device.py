"""Where a model runs, and why."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest

from kopia_desktop.core.computer import usable_cores
from kopia_desktop.core.settings import Device, EngineSettings
from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.engine import device
from kopia_desktop.engine.device import available_memory, choose_device, place, spare_threads
from kopia_desktop.worker.protocol import LoadModel

MIB = 1 << 20


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "worker.log"


def model(folder: Path, size: int) -> InstalledModel:
    """Weights of that size, which take no room on the disk."""
    folder.mkdir(exist_ok=True)
    with (folder / "model.bin").open("wb") as file:
        file.truncate(size)
    return InstalledModel("big", folder)


def settings(**values: object) -> EngineSettings:
    return dataclasses.replace(EngineSettings(), **values)  # type: ignore[arg-type]


def test_the_processor_when_it_was_chosen(log: Path) -> None:
    choice = choose_device(settings(device=Device.CPU), log)
    assert (choice.device, choice.reason) == (Device.CPU, "chosen in the settings")


@pytest.mark.skipif(device.has_cuda_driver(), reason="this computer has an NVIDIA driver")
@pytest.mark.parametrize("wanted", [Device.AUTO, Device.CUDA])
def test_without_a_driver(log: Path, wanted: Device) -> None:
    choice = choose_device(settings(device=wanted), log)
    assert (choice.device, choice.reason) == (Device.CPU, "no NVIDIA driver found")
    assert not log.exists(), "no child was needed to know"


@pytest.mark.skipif(device.has_cuda_driver(), reason="this computer has an NVIDIA driver")
def test_a_driver_that_does_not_work(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real child tries the real library, which finds no card here."""
    monkeypatch.setattr(device, "has_cuda_driver", lambda: True)
    choice = choose_device(settings(), log)
    assert choice.device is Device.CPU
    assert choice.reason.startswith("CUDA does not work: ")
    assert len(choice.reason) > len("CUDA does not work: ")
    assert "no answer" not in choice.reason
    assert log.exists()


def test_a_check_that_nobody_waits_for_is_ended(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "has_cuda_driver", lambda: True)
    began = time.monotonic()
    choice = choose_device(settings(), log, stopping=lambda: True)
    assert time.monotonic() - began < 1.0
    assert choice.device is Device.CPU


def test_a_small_model_gets_a_thread_a_chunk(tmp_path: Path) -> None:
    placement = place(model(tmp_path, 6 * MIB), settings(threads=8), Device.CPU)
    assert (placement.load.workers, placement.load.threads) == (8, 1)
    assert (placement.chunks_at_once, placement.children) == (1, 1)
    assert placement.load.folder == str(tmp_path)


def test_a_middling_model_reads_its_weights_for_two_chunks(tmp_path: Path) -> None:
    placement = place(model(tmp_path, 150 * MIB), settings(threads=4), Device.CPU)
    assert (placement.load.workers, placement.load.threads) == (4, 1)
    assert placement.chunks_at_once == 2


def test_a_large_model_gets_four_threads_a_chunk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "available_memory", lambda: 64 << 30)
    placement = place(model(tmp_path, 1500 * MIB), settings(threads=8), Device.CPU)
    assert (placement.load.workers, placement.load.threads) == (2, 4)
    few = place(model(tmp_path, 1500 * MIB), settings(threads=2), Device.CPU)
    assert (few.load.workers, few.load.threads) == (1, 2)


def test_little_memory_means_fewer_chunks_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = model(tmp_path, 1500 * MIB)
    monkeypatch.setattr(device, "available_memory", lambda: 2800 * MIB)
    assert place(big, settings(threads=16), Device.CPU).load.workers == 2
    monkeypatch.setattr(device, "available_memory", lambda: 100 * MIB)
    assert place(big, settings(threads=16), Device.CPU).load.workers == 1


def test_children_share_the_cores(tmp_path: Path) -> None:
    placement = place(model(tmp_path, 6 * MIB), settings(threads=8, parallel=2), Device.CPU)
    assert (placement.children, placement.load.workers) == (2, 4)
    crowded = place(model(tmp_path, 6 * MIB), settings(threads=2, parallel=16), Device.CPU)
    assert (crowded.children, crowded.load.workers, crowded.load.threads) == (16, 1, 1)


def test_a_card_takes_batches(tmp_path: Path) -> None:
    placement = place(model(tmp_path, 1500 * MIB), settings(compute_type="float16"), Device.CUDA)
    assert (placement.load.device, placement.load.workers) == (Device.CUDA, 1)
    assert placement.load.compute_type == "float16"
    assert placement.chunks_at_once == 8


def test_weights_that_are_missing_are_no_error_here(tmp_path: Path) -> None:
    assert place(InstalledModel("x", tmp_path / "no"), settings(), Device.CPU).load.workers >= 1


def test_what_recognising_leaves_to_others() -> None:
    small = LoadModel("small", Device.CPU, "int8", 6, 1)
    large = LoadModel("large", Device.CPU, "int8", 1, 4)
    card = LoadModel("large", Device.CUDA, "float16", 1, 8)
    assert spare_threads(settings(threads=8), []) == 8
    assert spare_threads(settings(threads=8), [small]) == 2
    assert spare_threads(settings(threads=8), [large]) == 4
    assert spare_threads(settings(threads=8), [large, large]) == 1
    assert spare_threads(settings(threads=8), [card]) == 7
    assert spare_threads(settings(), []) == usable_cores()


def test_this_computer() -> None:
    assert usable_cores() >= 1
    assert available_memory() > 64 * MIB
