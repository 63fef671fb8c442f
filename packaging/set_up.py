"""Make .venv in the repository's root and install what Kopia Desktop needs into it.

    python3 packaging/set_up.py              the program
    python3 packaging/set_up.py --tests      the program and the tools of its tests

Runs with Python 3.11 or newer and nothing else, on Linux, macOS and Windows. Every package comes
from a lock file that pins its version and the SHA-256 of its files; which registry serves it is
pip's own configuration. A stamp in .venv remembers what was installed, so that a second call ends
at once; a set-up that was interrupted is taken up again, one that no longer fits is made anew.
Missing system libraries: see system_packages.py.

Exit status: 0 ready, 1 not ready, with what to do on stderr.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - it is here that an older Python is told
    sys.exit(
        f"Kopia Desktop needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.\n"
        "Name another one: make setup PYTHON=python3.12"
    )

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "set-up.json"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = PROGRAMS / f"python{SUFFIX}"
COMMAND = PROGRAMS / f"kopia-desktop{SUFFIX}"


class SetUpError(Exception):
    """Set-up cannot go on; the message says what to do."""


def lock_file(tests: bool) -> Path:
    """The tests' lock holds all of the program's, in the same versions."""
    return ROOT / "packaging" / ("requirements-dev.txt" if tests else "requirements.txt")


def wanted_stamp(tests: bool) -> dict[str, str]:
    """What the environment depends on: change one of these and set-up runs again."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    parts = (project["project"], project["build-system"], project["tool"]["hatch"])
    version = (ROOT / "kopia_desktop" / "__init__.py").read_bytes()
    return {
        "place": str(ROOT),  # an environment does not survive being moved
        "python": f"{sys.version_info.major}.{sys.version_info.minor} {sys.base_prefix}",
        "project": hashlib.sha256(json.dumps(parts).encode() + version).hexdigest(),
        "tests" if tests else "program": hashlib.sha256(lock_file(tests).read_bytes()).hexdigest(),
    }


def stamp() -> dict[str, str]:
    """What the last complete set-up left; empty when there was none."""
    try:
        found = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def is_ready(tests: bool) -> bool:
    """A complete set-up stands in .venv and fits this checkout."""
    return wanted_stamp(tests).items() <= stamp().items() and PYTHON.exists() and COMMAND.exists()


def can_be_kept() -> bool:
    """The .venv that is there, complete or not, works, was made here and has this Python."""
    fits = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return stamp().get("place", str(ROOT)) == str(ROOT) and _works([str(PYTHON), "-c", fits])


def make_environment() -> None:
    """A new environment with pip, in place of whatever is there."""
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    say(f"Making .venv with Python {sys.version.split()[0]}")
    # Not through another environment's Python, which may be gone tomorrow.
    base = getattr(sys, "_base_executable", None) or sys.executable
    _run([base, "-m", "venv", str(ENVIRONMENT)], failed="Python could not make .venv.")


def install(tests: bool) -> None:
    """Bring the environment to the lock, then put the project itself into it, editable."""
    wanted = wanted_stamp(tests)
    STAMP.unlink(missing_ok=True)
    lock = lock_file(tests)
    count = sum(line[:1].isalnum() for line in lock.read_text("utf-8").splitlines())
    say(f"Installing {count} packages, once (about 400 MB when nothing is cached)")
    pip = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    _run(
        [*pip, *quiet, "--require-hashes", "--only-binary=:all:", "--requirement", str(lock)],
        failed="The packages could not be installed; run the same command again to go on.",
    )
    _run(
        [*pip, "--quiet", "--no-build-isolation", "--editable", str(ROOT)],
        failed="The project itself could not be installed.",
    )
    if tests:  # the program's lock is part of the tests'
        wanted |= {"program": wanted_stamp(tests=False)["program"]}
    part = STAMP.with_suffix(".part")
    part.write_text(json.dumps(wanted, indent=1), "utf-8")
    part.replace(STAMP)


def say(text: str) -> None:
    print(text, flush=True)


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def _run(command: list[str], *, failed: str) -> None:
    if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
        raise SetUpError(failed)


def set_up(*, tests: bool, purpose: str) -> None:
    """Everything in its order; raises SetUpError or SystemPackagesMissing."""
    ready = is_ready(tests)
    anew = not ready and not can_be_kept()
    missing = system_packages.missing(purpose)
    if anew and importlib.util.find_spec("ensurepip") is None:  # Debian ships it apart
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        missing.append(system_packages.Package((f"python{version}-venv",)))
    if missing:
        system_packages.install(missing)
    if anew:
        make_environment()
    if not ready:
        install(tests)
        say(f"Ready: {COMMAND.relative_to(ROOT)}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Make .venv and install Kopia Desktop into it.")
    parser.add_argument("--tests", action="store_true", help="install the tests' tools too")
    parser.add_argument(
        "--for",
        dest="purpose",
        choices=sorted(system_packages.PURPOSES),
        help="whose system libraries are seen to (default: the program's, or the tests')",
    )
    arguments = parser.parse_args()
    purpose = arguments.purpose or ("tests" if arguments.tests else "program")
    try:
        set_up(tests=arguments.tests, purpose=purpose)
    except (SetUpError, system_packages.SystemPackagesMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
