"""Write the lock files anew: packaging/requirements.txt and requirements-dev.txt.

Run by ``make lock`` when pyproject.toml changed or newer versions are wanted. uv resolves for every
platform and Python at once and lists the SHA-256 of all files of each version, whatever computer
this runs on; it is installed in a throwaway environment. What comes out names no registry: a lock
says what, pip's configuration says from where.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"
HEADER = "# Made by packaging/lock.py from pyproject.toml ({what}). Do not edit: run make lock.\n"


def resolve(uv: Path, target: Path, *, groups: list[str], same_as: Path | None = None) -> None:
    """Pin the project's dependencies and those of the groups; versions in ``same_as`` are kept."""
    command = [str(uv), "pip", "compile", str(ROOT / "pyproject.toml"), "--quiet"]
    command += ["--universal", "--upgrade", "--generate-hashes", "--only-binary", ":all:"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    for group in groups:
        command += ["--group", group]
    if same_as is not None:
        command += ["--constraint", str(same_as)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if made.returncode:
        sys.exit(made.stderr)
    if re.search(r"://|^\s*-[-a-z]+\s*(?!.*sha256)\S", made.stdout, re.MULTILINE):
        sys.exit(f"{target.name} would name an address or an option; not written.")
    what = "the program and its build" if same_as is None else "the program, its build, its tests"
    target.write_text(HEADER.format(what=what) + made.stdout, "utf-8")
    pins = len(re.findall(r"^[a-z].*==", made.stdout, re.MULTILINE))
    print(f"{target.relative_to(ROOT)}: {pins} pins")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run(
            [
                programs / "python",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                UV,
            ],
            check=True,
        )
        run = ROOT / "packaging" / "requirements.txt"
        tests = ROOT / "packaging" / "requirements-dev.txt"
        resolve(programs / "uv", run, groups=["build"])
        resolve(programs / "uv", tests, groups=["build", "dev"], same_as=run)
    return 0


if __name__ == "__main__":
    sys.exit(main())
