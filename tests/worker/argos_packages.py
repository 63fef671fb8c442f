"""Argos packages for tests: a real one from the program's resources, and what can be wrong."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from kopia_desktop.core.paths import resource

TOP = "translate-en_es"
METADATA: dict[str, object] = {
    "package_version": "1.0",
    "argos_version": "1.11",
    "from_code": "en",
    "to_code": "es",
}


def contents(**changed: object) -> dict[str, bytes]:
    """The files of a small real package, with other metadata if wished (None: left out)."""
    folder = resource("translators", TOP)
    files = {
        f"{TOP}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    said = {name: value for name, value in (METADATA | changed).items() if value is not None}
    files[f"{TOP}/metadata.json"] = json.dumps(said).encode()
    return files


def zipped(files: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return out.getvalue()


def package(folder: Path, name: str = "p.argosmodel", **changed: object) -> Path:
    """A package on disk."""
    path = folder / name
    path.write_bytes(zipped(contents(**changed)))
    return path
