"""What every test stands on: its own home, the shipped model and clips, and silence in the log."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.store.database import Database

SPEECH = Path(__file__).parent / "data" / "speech"


def pytest_configure() -> None:
    """Qt paints into memory unless a person asked for a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, so that no test reads or writes the person's own folders.

    ``KOPIA_DATA_DIR`` is unset: the data folder then lies below this home, as on a fresh computer.
    """
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("KOPIA_", "XDG_", "ARGOS_"))]:
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)  # Qt warns about any other mode
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return home


class _Warnings(logging.Handler):
    """Keeps what the program logs at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def silent_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the program logs a warning that the test did not announce.

    Announced are regular expressions: ``@pytest.mark.expected_warnings("could not be read")``.
    """
    expected = [
        pattern for mark in request.node.iter_markers("expected_warnings") for pattern in mark.args
    ]
    handler = _Warnings()
    program = logging.getLogger("kopia_desktop")
    program.addHandler(handler)
    yield
    program.removeHandler(handler)
    unexpected = [
        message
        for message in handler.messages
        if not any(re.search(pattern, message) for pattern in expected)
    ]
    assert not unexpected, "the program logged:\n" + "\n".join(unexpected)


@pytest.fixture(scope="session")
def starter_model() -> Path:
    """The folder of the shipped speech model."""
    return resource("speech-model")


@pytest.fixture(scope="session")
def speech() -> Path:
    """The folder of the spoken clips; references.json in it says what is said and when."""
    return SPEECH


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    """An empty data folder of the program."""
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    return folder


@pytest.fixture
def database(data_folder: DataFolder) -> Iterator[Database]:
    """The database of that folder."""
    made = Database(data_folder.database, backups=data_folder.backups)
    yield made
    made.close_all()
