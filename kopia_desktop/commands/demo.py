"""``demo``: the bundled sample through the whole pipeline, to Spanish subtitles, offline."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.commands.batch import Batch, Wish
from kopia_desktop.commands.progress import Progress
from kopia_desktop.commands.targets import Targets
from kopia_desktop.commands.transcribe import transcribe
from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.paths import resource
from kopia_desktop.core.speech_models import STARTER

SPANISH = "es"


def run(options: argparse.Namespace) -> int:
    """Transcribe the sample with the starter model and translate it with the starter package; the
    subtitles are shown and written.
    """
    sample = resource("sample", "sample.mp4")
    folder: Path = options.output_dir
    with tempfile.TemporaryDirectory(prefix="kopia-demo-") as data:
        app = App(Path(data))
        try:
            progress = Progress(sys.stderr, quiet=False)
            wish = Wish(["srt", "txt"], folder, targets=Targets((SPANISH,), formal=False))
            batch = Batch(app, progress, wish)
            code = transcribe(app, [sample], JobOptions(model=STARTER), batch, progress)
        finally:
            app.close()
    if code == 0:
        for name in ("sample.srt", f"sample.{SPANISH}.srt"):
            print((folder / name).read_text("utf-8"), file=sys.stderr)
        print(
            "That was the bundled sample, 24 seconds of a synthetic voice, and its translation to"
            " Spanish. Your own recording: kopia-desktop transcribe FILE",
            file=sys.stderr,
        )
    return code
