"""What the hub's API says about a repository, and which of its files a model needs.

GET {endpoint}/api/models/{repository}/revision/{revision}?blobs=true answers ``sha`` (the commit)
and ``siblings``: ``rfilename``, ``size``, ``blobId`` (git's hash) and, for a large file, ``lfs``
with ``sha256`` and ``size``. Names, sizes and hashes come from outside: only known names are taken.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kopia_desktop.core.disk import flush
from kopia_desktop.core.downloads import DownloadKind, HubSource, RemoteFile
from kopia_desktop.core.errors import DownloadMissing, DownloadRefused

_REPOSITORY = re.compile(r"[\w][\w.-]*/[\w][\w.-]*")
_COMMIT = re.compile("[0-9a-f]{40}")
_SHA256 = re.compile("[0-9a-f]{64}")
_LARGEST = 1 << 40

_NEEDED: dict[DownloadKind, tuple[tuple[str, ...], ...]] = {
    DownloadKind.SPEECH_MODEL: (
        ("config.json",),
        ("tokenizer.json",),
        ("vocabulary.json", "vocabulary.txt"),
        ("model.bin",),
    ),
    DownloadKind.MADLAD400: (
        ("config.json",),
        ("shared_vocabulary.json", "shared_vocabulary.txt"),
        ("spiece.model", "sentencepiece.model"),
        ("model.bin",),
    ),
}
"""One of each group must be there."""

_WELCOME = {
    DownloadKind.SPEECH_MODEL: ("preprocessor_config.json",),
    DownloadKind.MADLAD400: (),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of one commit that a model needs, small ones first."""

    commit: str
    files: tuple[RemoteFile, ...]

    def total(self) -> int:
        """Bytes."""
        return sum(file.size or 0 for file in self.files)

    def save(self, path: Path) -> None:
        """Write it in one step, so that a download that goes on is of the same commit."""
        temporary = path.with_suffix(".tmp")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            flush(file)
        temporary.replace(path)


def listing_url(endpoint: str, source: HubSource) -> str:
    """Where the API tells the files. Raises DownloadRefused for what is no repository's name."""
    if not _REPOSITORY.fullmatch(source.repository):
        raise DownloadRefused(f"{source.repository!r} is not the name of a repository.")
    revision = quote(source.revision, safe="")
    return f"{endpoint.rstrip('/')}/api/models/{source.repository}/revision/{revision}?blobs=true"


def read_listing(answer: bytes, kind: DownloadKind, source: HubSource, *, endpoint: str) -> Listing:
    """Raises DownloadMissing when the repository lacks what the model needs, DownloadRefused when
    the answer is not the API's.
    """
    try:
        raw = json.loads(answer)
        commit, siblings = raw["sha"], raw["siblings"]
        if not _COMMIT.fullmatch(commit):
            raise ValueError("no commit")
        base = f"{endpoint.rstrip('/')}/{source.repository}/resolve/{commit}"
        files = {
            name: _remote_file(base, name, entry)
            for entry in siblings
            if (name := entry["rfilename"]) in _wanted(kind)
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DownloadRefused(
            "The server does not answer as the model hub does.",
            hint="Check KOPIA_MODEL_ENDPOINT, or the page that the network asks to sign in at.",
        ) from error
    missing = [group[0] for group in _NEEDED[kind] if not any(name in files for name in group)]
    if missing:
        raise DownloadMissing(
            f"{source.repository} holds no such model: {', '.join(missing)} missing.",
            hint="Choose another model.",
        )
    ordered = sorted(files.values(), key=lambda file: (file.size or 0, file.name))
    return Listing(commit, tuple(ordered))


def load_listing(path: Path, *, endpoint: str, source: HubSource) -> Listing | None:
    """The one that a broken download began with; None when there is none or it is damaged."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        base = f"{endpoint.rstrip('/')}/{source.repository}/resolve/{raw['commit']}"
        files = tuple(
            RemoteFile(**{**entry, "url": f"{base}/{entry['name']}"}) for entry in raw["files"]
        )
        known = {name for kind in _NEEDED for name in _wanted(kind)}
        if not files or any(file.name not in known for file in files):
            return None
        return Listing(raw["commit"], files)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _wanted(kind: DownloadKind) -> frozenset[str]:
    return frozenset(name for group in _NEEDED[kind] for name in group) | set(_WELCOME[kind])


def _remote_file(base: str, name: str, entry: dict[str, Any]) -> RemoteFile:
    lfs = entry.get("lfs") or {}
    size = lfs.get("size", entry.get("size"))
    sha256, blob = lfs.get("sha256"), entry.get("blobId")
    if type(size) is not int or not 0 <= size < _LARGEST:
        raise ValueError(f"{name}: no size")
    if isinstance(sha256, str) and _SHA256.fullmatch(sha256):
        return RemoteFile(name, f"{base}/{name}", size, sha256=sha256)
    if lfs or not isinstance(blob, str) or not _COMMIT.fullmatch(blob):
        raise ValueError(f"{name}: no hash")
    return RemoteFile(name, f"{base}/{name}", size, git_sha1=blob)
