"""The program on a real screen (X11), used by a real mouse and keyboard from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import psutil
import pytest

from kopia_desktop.core.paths import resource
from tests.gui.screen import Screen, missing_programs, screen, wait
from tests.gui.test_session import srt_cues
from tests.gui.whole import write_settings

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"
)

TITLE = "Kopia Desktop"
FOLDER_TITLE = "A folder of a person"
CORRECTED = "Hello, my name is Peter Mueller."

_FOLDER = f"""
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel


class Folder(QLabel):
    def mouseMoveEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


application = QApplication(sys.argv)
folder = Folder("sample.mp4")
folder.setWindowTitle({FOLDER_TITLE!r})
folder.setGeometry(1300, 100, 200, 200)
folder.show()
application.exec()
"""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as made:
        yield made


class Api:
    """The running program, as another program of this computer sees it."""

    def __init__(self, data: Path, port: int) -> None:
        key = (data / "keys" / "api-key").read_text().strip()
        self._client = httpx2.Client(
            base_url=f"http://127.0.0.1:{port}/api/v1",
            headers={"Authorization": f"Bearer {key}"},
            trust_env=False,
        )

    def close(self) -> None:
        self._client.close()

    def jobs(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._client.get("/jobs").json()["data"]
        return found

    def texts(self) -> list[str]:
        """The lines of the only job."""
        (job,) = self.jobs()
        transcript = self._client.get(f"/jobs/{job['id']}").json()["transcript"]
        return [segment["text"] for segment in transcript["segments"]]


def is_completed(api: Api) -> bool:
    return [job["status"] for job in api.jobs()] == ["completed"]


def test_a_session_on_a_real_screen(display: Screen, tmp_path: Path) -> None:
    data = tmp_path / "data"
    port = write_settings(data)
    program = display.program("--data-dir", data)
    display.wait_for(TITLE)
    wait(lambda: (data / "keys" / "api-key").exists())
    with closing(Api(data, port)) as api:
        drop_the_sample(display, tmp_path)
        wait(lambda: is_completed(api))
        time.sleep(0.5)  # the list shows it a tenth of a second later
        edit(display, api)
        search(display, api)
        export(display, tmp_path / "film.srt")
        second_start(display, data, api)
    end(display, program)


def drop_the_sample(display: Screen, folder: Path) -> None:
    """Dragged out of another program's window."""
    script = folder / "folder.py"
    script.write_text(_FOLDER)
    display.start(script, resource("sample", "sample.mp4"))
    display.wait_for(FOLDER_TITLE)
    display.move_window(TITLE, 0, 0)
    display.drag((1400, 200), (600, 400))
    display.let_go()


def edit(display: Screen, api: Api) -> None:
    """Correct a word, split the line, take the split back."""
    display.focus(TITLE)
    display.key("alt+2", "Home", "Return", *["BackSpace"] * len("Miller."))
    display.type("Mueller.")
    display.key("Return")
    wait(lambda: api.texts()[0] == CORRECTED)
    display.key("Return", "Home", *["Right"] * len("Hello, "), "ctrl+Return")
    wait(lambda: api.texts()[:2] == ["Hello,", "my name is Peter Mueller."])
    display.key("Escape", "ctrl+z")
    wait(lambda: api.texts()[0] == CORRECTED)


def search(display: Screen, api: Api) -> None:
    """Enter goes to the line, which plays; what is typed there then is written into it."""
    display.key("ctrl+shift+f")
    display.type("questions")
    time.sleep(0.5)
    display.key("Return")
    time.sleep(0.5)
    display.key("space", "Return", "BackSpace")
    display.type(", indeed.")
    display.key("Return")
    wait(lambda: "We have 25 questions for the interview, indeed." in api.texts())


def export(display: Screen, path: Path) -> None:
    display.key("ctrl+e")
    display.focus("Export sample.mp4")
    display.key("Return")
    display.focus("Save as")
    display.key("ctrl+a")
    display.type(str(path))
    display.key("Return")
    wait(path.exists)
    cues = srt_cues(path)
    assert len(cues) == 8
    assert cues[0].text == CORRECTED
    assert "Um, this is" in cues[1].text


def second_start(display: Screen, data: Path, api: Api) -> None:
    """It hands its file to the first, which knows the recording, and ends."""
    second = display.program("--data-dir", data, resource("sample", "sample.mp4"))
    assert second.wait(20) == 0
    assert len(display.windows(TITLE)) == 1
    assert len(api.jobs()) == 1


def end(display: Screen, program: subprocess.Popen[bytes]) -> None:
    children = psutil.Process(program.pid).children(recursive=True)
    assert children
    picture(display)
    display.focus(TITLE)
    display.key("ctrl+q")
    assert program.wait(20) == 0
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
    assert "Traceback" not in display.errors()


def picture(display: Screen) -> None:
    """What the screen shows, where a person wants to look at it."""
    wanted = os.environ.get("KOPIA_TEST_PICTURES")
    if wanted:
        code = (
            "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
            "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
        )
        environment = os.environ | {"DISPLAY": display.display, "QT_QPA_PLATFORM": "xcb"}
        path = Path(wanted) / "screen.png"
        subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True)
