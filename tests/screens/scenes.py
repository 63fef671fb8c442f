"""All scenes, and how a variant plays them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.screens import dialog_scenes, first_scenes, model_scenes, window_scenes
from tests.screens.stage import VARIANTS, Stage, stage

SIZES = (QSize(1024, 640), QSize(1920, 1080))

README = {
    ("light-en", "interview"): "window",
    ("light-en", "editing"): "window-editing",
    ("dark-ar", "arabic"): "window-arabic",
}
"""By variant and scene, the pictures of the README, all of one size."""

README_SIZE = QSize(1200, 750)

Scene = Callable[[Stage], Generator[Sequence[QWidget], None, None]]
"""Brings the window to where it is to be, yields what stands over it, and takes all back."""

Dialog = Callable[[Stage], Generator[QWidget, None, None]]
"""Yields a window to be taken at its own size."""

FIRST: Mapping[str, Scene] = first_scenes.SCENES | model_scenes.FIRST
WINDOW: Mapping[str, Scene] = window_scenes.SCENES | model_scenes.WINDOW
DIALOGS: Mapping[str, Dialog] = dialog_scenes.SCENES
SCENES: tuple[str, ...] = (*FIRST, *WINDOW, *DIALOGS)


def play(variant: str, wanted: Sequence[str], folder: Path, made: Path, pictures: Path) -> None:
    """Take the wanted pictures of a variant."""
    looks = VARIANTS[variant]
    first = [name for name in wanted if name in FIRST]
    if first:
        with stage(looks, folder / "first", None, pictures) as empty:
            for name in first:
                _play(empty, variant, name, FIRST[name])
    if len(first) < len(wanted):
        with stage(looks, folder / "used", made, pictures) as used:
            for name in wanted:
                if name in WINDOW:
                    _play(used, variant, name, WINDOW[name])
            for name in wanted:
                if name in DIALOGS:
                    with contextmanager(DIALOGS[name])(used) as shown:
                        used.shoot(name, of=shown)


def _play(shown: Stage, variant: str, name: str, scene: Scene) -> None:
    for size in SIZES:
        shown.resize(size)
        with contextmanager(scene)(shown) as popups:
            shown.shoot(f"{name}-{size.width()}", *popups)
    again = README.get((variant, name))
    if again is not None:
        shown.resize(README_SIZE)
        with contextmanager(scene)(shown) as popups:
            shown.shoot(again, *popups)
