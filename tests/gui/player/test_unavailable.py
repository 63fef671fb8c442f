"""Where QtMultimedia cannot be loaded, everything else works: shown by a real failing import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path


class Missing(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.startswith("PySide6.QtMultimedia"):
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return None


sys.meta_path.insert(0, Missing())
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from kopia_desktop.app import App
from kopia_desktop.commands.desk import Desk
from kopia_desktop.core.job import JobOptions
from kopia_desktop.gui.player.panel import PlayerPanel
from kopia_desktop.store.work import WorkStore
from kopia_desktop.worker.media import probe

qt = QApplication([])
app = App(Path(sys.argv[1]))
desk = Desk.over(app, qt)
job = app.intake.add(Path(sys.argv[2]), JobOptions())
WorkStore(app.database).begin(job.id, probe(sys.argv[2]))
panel = PlayerPanel(desk.context)
told = []
panel.media_problem.connect(told.append)
panel.show()
panel.open_job(app.jobs.get(job.id))
since = QElapsedTimer()
since.start()
while panel.recording.obstacle is None and since.elapsed() < 10_000:
    qt.processEvents()
panel.set_picture_shown(True)
panel.play_from(5.0)
panel.toggle_play()
panel.faster()
panel.stop()
panel.seek(5.0)
panel.player.open(sys.argv[2])
print(panel.recording.obstacle, panel.notice.isVisible(), panel.player.works, len(told))
print(told[0] if told else "")
panel.close_job()
desk.close()
app.close()
"""


@pytest.fixture
def output(tmp_path: Path, film: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", _PROGRAM, str(tmp_path / "data2"), str(film)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_says_so_and_goes_on(output: str) -> None:
    state, sentence = output.splitlines()
    assert state.startswith("unavailable True False")
    assert sentence == "Playing is not available on this computer; everything else works."
