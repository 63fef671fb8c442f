"""Pictures of every window and dialog: ``python -m tests.screens.make_screens``.

They come to output/screens, a folder each variant. ``--only light-en`` makes one variant,
``--screen NAME`` one scene; both can be repeated. Every variant is a process of its own, since
language and palette belong to the process. ``--readme`` renews the pictures of the README.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtGui import QImage

from kopia_desktop.gui import application as gui_application
from tests.screens import data
from tests.screens.scenes import README, SCENES, play
from tests.screens.stage import VARIANTS, dress

_ROOT = Path(__file__).resolve().parents[2]
_PICTURES = _ROOT / "output" / "screens"
_README_PICTURES = _ROOT / "packaging" / "pictures"
_AT_ONCE = 2
"""Processes; each waits most of the time."""

_SCREEN = {"x": 0, "y": 0, "width": 2560, "height": 1440, "logicalDpi": 96, "logicalBaseDpi": 96}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=list(VARIANTS), metavar="VARIANT")
    parser.add_argument("--screen", action="append", choices=list(SCENES), metavar="NAME")
    parser.add_argument("--made", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--readme", action="store_true", help="the README's pictures only")
    options = parser.parse_args()
    if options.readme:
        options.only, screens = (sorted(set(names)) for names in zip(*README, strict=True))
        options.screen = ["running", *screens]  # so that its speed is known in all of them
    if options.made is not None:
        return _make(options.only[0], options.screen or list(SCENES), options.made)
    with tempfile.TemporaryDirectory(prefix="screens-") as folder:
        made = Path(folder) / "made"
        began = time.monotonic()
        data.build(made)
        _say(f"The sample was transcribed, in {time.monotonic() - began:.0f} s.")
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            wanted = options.only or list(VARIANTS)
            spawned = [pool.submit(_spawn, name, options.screen or [], made) for name in wanted]
            results = [each.result() for each in spawned]
    if options.readme:
        _give_to_readme()
    return max(map(abs, results))


def _give_to_readme() -> None:
    """Copy its pictures beside it, as small as PNG can be."""
    for (variant, _), name in README.items():
        picture = QImage(str(_PICTURES / variant / f"{name}.png"))
        small = picture.convertToFormat(QImage.Format.Format_RGB888)
        target = _README_PICTURES / f"{name}.png"
        if not small.save(str(target), quality=0):
            raise OSError(f"{target} was not written")
        _say(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


def _spawn(name: str, screens: list[str], made: Path) -> int:
    """One variant in its own process."""
    screen = made / f"screen-{name}.json"
    screen.write_text(json.dumps({"screens": [{"name": "screen", **_SCREEN}]}), "utf-8")
    variant = VARIANTS[name]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(variant.scale),
        "QT_LOGGING_RULES": "qt.multimedia.*=false;qt.qpa.*=false",
        "PYTHONFAULTHANDLER": "1",
    }
    command = [sys.executable, "-m", __spec__.name, "--only", name, "--made", str(made)]
    for each in screens:
        command += ["--screen", each]
    began = time.monotonic()
    result = subprocess.run(command, cwd=_ROOT, env=environment, check=False).returncode
    count = len(list((_PICTURES / name).glob("*.png")))
    _say(f"{name}: {count} pictures, {time.monotonic() - began:.0f} s, exit {result}")
    return result


def _make(name: str, screens: list[str], made: Path) -> int:
    dress(gui_application.make(), VARIANTS[name])
    pictures = _PICTURES / name
    if len(screens) == len(SCENES):
        shutil.rmtree(pictures, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="screens-") as folder:
        play(name, screens, Path(folder), made, pictures)
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
