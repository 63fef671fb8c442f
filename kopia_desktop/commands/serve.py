"""``serve``: engine and API without a window, for programs and for a computer without a screen."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys

from kopia_desktop.app import App
from kopia_desktop.core.errors import HostNotLocal
from kopia_desktop.core.paths import default_data_root


def run(options: argparse.Namespace) -> int:
    """Work and answer until SIGTERM or Ctrl-C; then stop cleanly, work is kept.

    One JSON line on stdout says that it is ready. Exit code 2 for a host that is not this computer.
    """
    app = App(options.data_dir or default_data_root())
    try:
        port = app.settings.api.port if options.port is None else options.port
        host = "localhost" if app.settings.api.ipv6 else "127.0.0.1"
        if options.host is not None:
            host = options.host
        address = app.bind_api(host, port)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: app.stop_api())
        app.start_engine()
        app.start_errands()
        key_file = app.key.file
        ready = {
            "apiUrl": address.api_url,
            "uploadUrl": address.upload_url,
            "apiKeyFile": None if key_file is None else str(key_file),
            "pid": os.getpid(),
        }
        print(json.dumps(ready), flush=True)
        app.run_api()
        error = app.engine_thread_error()
        if error is not None:
            raise error
    except HostNotLocal as error:
        print(f"kopia-desktop serve: {error}", file=sys.stderr)
        return 2
    finally:
        app.close()
    return 0
