"""``serve``: the engine without a window, for a computer that others give work to."""

from __future__ import annotations

import argparse
import json
import os
import signal
import threading

from kopia_desktop.app import App
from kopia_desktop.core.paths import default_data_root


def run(options: argparse.Namespace) -> int:
    """Work on the queue of the data folder until SIGTERM or Ctrl-C; then stop cleanly.

    One JSON line on stdout says that it is ready. The API is not part of this version yet, so its
    fields are null.
    """
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    app = App(options.data_dir or default_data_root())
    try:
        app.start_engine()
        ready = {"apiUrl": None, "uploadUrl": None, "apiKeyFile": None, "pid": os.getpid()}
        print(json.dumps(ready), flush=True)
        while not stopped.wait(0.5):
            error = app.engine_thread_error()
            if error is not None:
                raise error
    finally:
        app.close()
    return 0
