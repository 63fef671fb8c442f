"""The second start hands its files to the first; whatever else knocks is turned away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from kopia_desktop.core.paths import DataFolder
from kopia_desktop.gui import single_instance
from kopia_desktop.gui.single_instance import InstanceServer, hand_over

Second = Callable[..., str]

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.gui.single_instance import hand_over
QCoreApplication([])
print(hand_over(DataFolder(Path(sys.argv[1])), sys.argv[2:]))
"""


@pytest.fixture
def received() -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def server(
    data_folder: DataFolder, received: list[tuple[str, ...]], qtbot: QtBot
) -> Iterator[InstanceServer]:
    made = InstanceServer(data_folder)
    made.received.connect(received.append)
    made.listen()
    yield made
    made.close()


@pytest.fixture
def second(data_folder: DataFolder, received: list[tuple[str, ...]], qtbot: QtBot) -> Second:
    """A second start with files, in the folder ``cwd``: returns what it said once they are here."""

    def start(*files: str, cwd: Path) -> str:
        command = [sys.executable, "-c", _SECOND, str(data_folder.root), *files]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=cwd) as process:
            qtbot.waitUntil(lambda: bool(received), timeout=10_000)
            return process.communicate()[0]

    return start


def test_files_arrive_whole_and_absolute(
    server: InstanceServer, second: Second, received: list[tuple[str, ...]], tmp_path: Path
) -> None:
    link = "https://example.com/talk.mp3"
    assert second("Gespräch 🎙.wav", link, cwd=tmp_path) == "True\n"
    assert received == [(str(tmp_path / "Gespräch 🎙.wav"), link)]


def test_two_thousand_files_arrive(
    server: InstanceServer, second: Second, received: list[tuple[str, ...]], tmp_path: Path
) -> None:
    files = [str(tmp_path / f"recording {number:05}.wav") for number in range(2_000)]
    second(*files, cwd=tmp_path)
    assert received == [tuple(files)]


def test_without_a_window_there_is_nobody(data_folder: DataFolder, qtbot: QtBot) -> None:
    assert not hand_over(data_folder, ["a.wav"])


def test_another_data_folder_is_another_program(
    server: InstanceServer, tmp_path: Path, received: list[tuple[str, ...]]
) -> None:
    assert not hand_over(DataFolder(tmp_path / "elsewhere"), ["a.wav"])
    assert received == []


def test_the_place_of_a_killed_program_is_taken(
    data_folder: DataFolder, second: Second, received: list[tuple[str, ...]]
) -> None:
    code = (
        "import sys, os; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from kopia_desktop.core.paths import DataFolder;"
        "from kopia_desktop.gui.single_instance import InstanceServer;"
        "QCoreApplication([]); kept = InstanceServer(DataFolder(Path(sys.argv[1]))); kept.listen();"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(data_folder.root)], check=False)
    assert not hand_over(data_folder, [])
    server = InstanceServer(data_folder)
    server.received.connect(received.append)
    server.listen()
    second(cwd=data_folder.root)
    server.close()
    assert received == [()]


@pytest.mark.parametrize(
    "said",
    [b"{}\n", b"[]\n", b'{"files": [1]}\n', b'{"files": "a"}\n', b"\xff\n", b"[" * 9000 + b"\n"],
)
def test_what_our_program_does_not_say_is_refused(
    server: InstanceServer,
    data_folder: DataFolder,
    received: list[tuple[str, ...]],
    qtbot: QtBot,
    said: bytes,
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(single_instance._name(data_folder))
    assert socket.waitForConnected(1000)
    socket.write(said)
    socket.flush()
    unconnected = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == unconnected, timeout=5000)
    assert received == []
