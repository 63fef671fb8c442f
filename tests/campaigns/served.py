"""The server as the campaigns run it: real but for the way out, which leads nowhere.

``python -m tests.campaigns.served DATA``: one line of JSON on stdout when it is ready, as ``serve``
has it. Hosts in generated requests belong to other people; none is looked up.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.errands.dialing import Dialing


async def nobody(host: str, port: int) -> Iterable[str]:
    raise OSError("no such host")


def main() -> int:
    app = App(Path(sys.argv[1]), dialing=Dialing(resolve=nobody))
    try:
        address = app.bind_api("127.0.0.1", 0)
        signal.signal(signal.SIGTERM, lambda *_: app.stop_api())
        app.start_engine()
        app.start_errands()
        ready = {
            "apiUrl": address.api_url,
            "uploadUrl": address.upload_url,
            "apiKeyFile": str(app.key.file),
            "pid": os.getpid(),
        }
        print(json.dumps(ready), flush=True)
        app.run_api()
    finally:
        app.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
