"""``doctor``: what is installed, which device is used and why, and whether all is well.

Native libraries are not loaded here: versions come from the packages' metadata, CUDA is tried in a
child.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import sys
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.core.computer import usable_cores
from kopia_desktop.core.errors import DataFolderBusy, KopiaError
from kopia_desktop.core.paths import default_data_root
from kopia_desktop.core.versions import versions
from kopia_desktop.engine.device import available_memory, choose_device, place
from kopia_desktop.engine.lock import EngineLock

_LOW_DISK = 2 << 30


def run(options: argparse.Namespace) -> int:
    """Print the report; 1 when something needs attention."""
    root: Path = options.data_dir or default_data_root()
    for name, version in versions():
        _line(name, version)
    _line("cores, memory", f"{usable_cores()}, {available_memory() / 2**30:.1f} GiB free")
    try:
        app = App(root)
    except KopiaError as error:
        _line("data folder", f"{root}: {error}")
        return 1
    try:
        return 0 if _check(app) else 1
    finally:
        app.close()


def _check(app: App) -> bool:
    settings = app.settings.engine
    choice = choose_device(settings, app.data.logs / "worker.log")
    _line("device", f"{choice.device} ({choice.reason})")
    for model in app.models.installed():
        placed = place(model, settings, choice.device).load
        _line(
            f"model {model.name}",
            f"{model.weight_bytes / 1e6:,.0f} MB, {placed.workers} chunks at a time on"
            f" {placed.threads} threads each",
        )
    _line("data folder", str(app.data.root))
    _line("logs", str(app.data.logs))
    _line("engine", _engine_state(app))
    _line("API", _api_state(app))
    integrity = app.database.check_integrity()
    _line("database", "whole" if integrity == "ok" else integrity)
    free = shutil.disk_usage(app.data.root).free
    _line("free disk", f"{free / 2**30:.1f} GiB{'  (low)' if free < _LOW_DISK else ''}")
    put_aside = app.loaded_settings.put_aside
    if put_aside:
        _line("settings", f"could not be read, defaults are used; kept as {put_aside}")
    return integrity == "ok" and free >= _LOW_DISK and put_aside is None


def _engine_state(app: App) -> str:
    lock = EngineLock(app.data.lock)
    try:
        lock.acquire()
    except DataFolderBusy:
        return "running in another process"
    lock.release()
    return "not running"


def _api_state(app: App) -> str:
    settings = app.settings.api
    if not settings.enabled:
        return "turned off in the settings"
    with socket.socket() as probe:
        probe.settimeout(1.0)
        is_taken = probe.connect_ex(("127.0.0.1", settings.port)) == 0
    state = "something listens there" if is_taken else "free"
    return f"port {settings.port} ({state}), key: {app.key.file or 'KOPIA_API_KEY'}"


def _line(name: str, value: str) -> None:
    print(f"{name:22} {value}", file=sys.stdout)
