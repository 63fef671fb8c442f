"""An engine in a process of its own, for the campaign of downloads: it ends when it is killed.

``python -m tests.campaigns.download_engine FOLDER``; the hub is KOPIA_MODEL_ENDPOINT.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kopia_desktop.core.downloads import DownloadLimits
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.engine.supervisor import Supervisor
from kopia_desktop.store.database import Database

LIMITS = DownloadLimits(
    connect_seconds=5.0,
    idle_seconds=1.0,
    pause=0.05,
    longest_pause=0.3,
    longest_wait=5.0,
    keep_free=0,
)
"""As in the program, but for a hub that is near and a campaign that ends."""


def main() -> None:
    data = DataFolder.at(Path(sys.argv[1]))
    data.logs.mkdir(parents=True, exist_ok=True)
    database = Database(data.database, backups=data.backups)
    Supervisor(data, database, EventBus(), Settings, download_limits=LIMITS).run()


if __name__ == "__main__":
    main()
