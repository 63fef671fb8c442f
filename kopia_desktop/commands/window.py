"""The window: ``kopia-desktop [FILE...]``. It runs the engine and serves the API beside it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from kopia_desktop.app import App
from kopia_desktop.commands.desk import Desk
from kopia_desktop.core.errors import KopiaError, NoScreen
from kopia_desktop.core.paths import DataFolder, default_data_root
from kopia_desktop.core.settings import has_screen
from kopia_desktop.gui import application, single_instance
from kopia_desktop.gui.main_window import MainWindow


def run(
    options: argparse.Namespace, *, opened: Callable[[MainWindow], object] = lambda _: None
) -> int:
    """Open the window, or hand the files to the one that is open on the same data folder.

    ``opened`` is called with the window before it is shown: benchmarks watch it so. Raises
    NoScreen.
    """
    if not has_screen():
        raise NoScreen(
            "There is no screen to open a window on.",
            hint="Use transcribe or serve, which need none.",
        )
    qt = application.make()
    data = DataFolder.at(options.data_dir or default_data_root())
    if single_instance.hand_over(data, options.files):
        return 0
    try:
        app = App(data.root)
    except KopiaError as error:
        application.show_fatal(error, data)
        return 1
    desk = Desk.over(app, qt)
    instances = single_instance.InstanceServer(data)
    try:
        window = MainWindow(desk.context, put_aside=app.loaded_settings.put_aside)
        instances.received.connect(window.receive)
        window.completed.connect(instances.listen)
        opened(window)
        window.show()
        window.receive(options.files)
        return qt.exec()
    finally:
        instances.close()
        desk.close()
        app.close()
