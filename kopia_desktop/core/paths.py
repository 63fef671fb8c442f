"""Where things lie on this computer: the data folder and the resources shipped with the program."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

# The one import from outside the standard library: it knows each system's own folder rules.
import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A file or folder shipped with the program.

    An installed package carries them inside itself, a checkout has them beside the package.
    """
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def default_data_root() -> Path:
    """``KOPIA_DATA_DIR``, else the system's folder for application data."""
    given = os.environ.get("KOPIA_DATA_DIR")
    if given:
        return Path(given).expanduser()
    return platformdirs.user_data_path("kopia-desktop", appauthor=False)


def downloads_folder() -> Path:
    """Where the system puts what comes from the web."""
    return platformdirs.user_downloads_path()


def argos_packages_folder() -> Path:
    """Where Argos Translate keeps its packages on this computer, by its own rules.

    ``ARGOS_PACKAGES_DIR``, else the line of that name in its settings, else its data folder, which
    is the same on all systems. It is only read.
    """
    given = os.environ.get("ARGOS_PACKAGES_DIR") or _argos_setting("ARGOS_PACKAGES_DIR")
    if given:
        return Path(given).expanduser()
    return _argos_home("XDG_DATA_HOME", ".local/share") / "packages"


def _argos_home(variable: str, default: str) -> Path:
    given = os.environ.get(variable)
    return (Path(given) if given else Path.home() / default) / "argos-translate"


def _argos_setting(name: str) -> str | None:
    """A line of Argos Translate's settings; None where there is none that can be read."""
    try:
        path = _argos_home("XDG_CONFIG_HOME", ".config") / "settings.json"
        value = json.loads(path.read_text("utf-8"))[name]
    except (OSError, ValueError, KeyError, TypeError, RecursionError, RuntimeError):
        return None
    return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The layout of one data folder. Nothing is made until ``app`` makes it."""

    root: Path

    @classmethod
    def at(cls, given: Path) -> DataFolder:
        """The folder at a path as a person wrote it; ``~``, which a shell leaves in
        ``--data-dir=~/x``, is the home folder.
        """
        # A user that does not exist: then it is a name like others.
        with contextlib.suppress(RuntimeError):
            given = given.expanduser()
        return cls(given.absolute())

    @property
    def database(self) -> Path:
        return self.root / "kopia.db"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        return self.root / "engine.lock"

    @property
    def models(self) -> Path:
        return self.root / "models"

    @property
    def translators(self) -> Path:
        """One folder a translation model (see core/translators.py)."""
        return self.root / "translators"

    @property
    def downloads(self) -> Path:
        """One folder a model that is on its way."""
        return self.root / "downloads"

    @property
    def speed(self) -> Path:
        """How fast this computer recognises (core/speed.py)."""
        return self.root / "speed.json"

    @property
    def argos_index(self) -> Path:
        """The list of Argos packages as it was last fetched (core/argos_index.py)."""
        return self.root / "argos-index.json"

    @property
    def pins(self) -> Path:
        """Which packages were trusted at first use (worker/pins.py)."""
        return self.root / "pins.json"

    @property
    def uploads(self) -> Path:
        return self.root / "uploads"

    @property
    def api_key(self) -> Path:
        """In a folder of its own, which others may not enter."""
        return self.root / "keys" / "api-key"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def all_sections(self) -> Path:
        """A folder for each job that has some."""
        return self.root / "sections"

    def sections(self, job_id: str) -> Path:
        """FLAC files of a job's sections that wait for recognition."""
        return self.all_sections / job_id

    @property
    def all_peaks(self) -> Path:
        """A file for each job that has been heard through."""
        return self.root / "peaks"

    def peaks(self, job_id: str) -> Path:
        """The waveform of a job (format: core/waveform.py)."""
        return self.all_peaks / f"{job_id}.peaks"

    def is_upload(self, path: Path) -> bool:
        """Whether a file lies in ``uploads``: whatever a job's row says, no other is removed."""
        return path.parent.resolve() == self.uploads.resolve()
