"""The hub's answers, read with suspicion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kopia_desktop.core.downloads import DownloadKind, HubSource, RemoteFile
from kopia_desktop.core.errors import DownloadMissing, DownloadRefused
from kopia_desktop.worker.hub import Listing, listing_url, load_listing, read_listing
from tests import fake_hub

COMMIT = "0123456789abcdef" * 2 + "01234567"
HUB = "https://hub.example"
SOURCE = HubSource("maker/tiny")
SPEECH, MADLAD = DownloadKind.SPEECH_MODEL, DownloadKind.MADLAD400


def answer(files: dict[str, bytes], **changes: Any) -> bytes:
    siblings = [fake_hub.about(name, data) for name, data in files.items()]
    return json.dumps({"sha": COMMIT, "siblings": siblings} | changes).encode()


def read(text: bytes, kind: DownloadKind = SPEECH) -> Listing:
    return read_listing(text, kind, SOURCE, endpoint=f"{HUB}/")


def test_files_are_those_of_one_commit_small_ones_first() -> None:
    listing = read(answer(fake_hub.speech_model(50_000)))
    assert [file.name for file in listing.files] == [
        "tokenizer.json",
        "config.json",
        "vocabulary.json",
        "model.bin",
    ]
    model = listing.files[-1]
    assert model.url == f"{HUB}/maker/tiny/resolve/{COMMIT}/model.bin"
    assert (model.size, bool(model.sha256), model.git_sha1) == (50_000, True, None)
    assert all(bool(file.sha256) != bool(file.git_sha1) for file in listing.files)


def test_a_translator_has_other_files() -> None:
    files = {
        name: b"content"
        for name in ("config.json", "shared_vocabulary.json", "spiece.model", "model.bin", "x.py")
    }
    assert {file.name for file in read(answer(files), MADLAD).files} == set(files) - {"x.py"}
    del files["spiece.model"]
    with pytest.raises(DownloadMissing, match=r"spiece\.model"):
        read(answer(files), MADLAD)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<html>",
        b"null",
        b"[]",
        b'{"sha": 5, "siblings": []}',
        b'{"sha": "../../x", "siblings": []}',
        b'{"sha": "' + COMMIT.encode() + b'", "siblings": 5}',
        b'{"sha": "' + COMMIT.encode() + b'", "siblings": [5]}',
        b'{"sha": "' + COMMIT.encode() + b'", "siblings": [{"rfilename": "model.bin"}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_answer_of_the_hub(text: bytes) -> None:
    with pytest.raises(DownloadRefused):
        read(text)


@pytest.mark.parametrize("size", [None, "5", -1, 1 << 50, True, 1.5])
def test_sizes_from_outside(size: object) -> None:
    entry = {"rfilename": "model.bin", "size": size, "blobId": "a" * 40}
    with pytest.raises(DownloadRefused):
        read(json.dumps({"sha": COMMIT, "siblings": [entry]}).encode())


def test_names_of_repositories_and_revisions() -> None:
    url = listing_url(HUB, HubSource("maker/tiny", "../x?y"))
    assert url == f"{HUB}/api/models/maker/tiny/revision/..%2Fx%3Fy?blobs=true"
    for name in ("", "tiny", "a/b/c", "../b", "a/..", "a/b?x", "a b/c", ".a/b"):
        with pytest.raises(DownloadRefused):
            listing_url(HUB, HubSource(name))


def test_a_listing_is_kept_for_later_whatever_the_mirror_then_is(tmp_path: Path) -> None:
    listing = read(answer(fake_hub.speech_model(50_000)))
    path = tmp_path / "listing.json"
    listing.save(path)
    assert load_listing(path, endpoint=HUB, source=SOURCE) == listing
    moved = load_listing(path, endpoint="https://mirror.example/hub", source=SOURCE)
    assert moved is not None
    assert moved.commit == listing.commit
    assert moved.files[0].url.startswith("https://mirror.example/hub/maker/tiny/resolve/")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "{}",
        '{"commit": "x", "files": []}',
        '{"commit": "x", "files": [{"name": "../../x", "url": "", "size": 1}]}',
        '{"commit": "x", "files": [{"nonsense": 1}]}',
    ],
)
def test_a_kept_listing_that_is_damaged_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "listing.json"
    path.write_text(text)
    assert load_listing(path, endpoint=HUB, source=SOURCE) is None
    assert load_listing(tmp_path / "none", endpoint=HUB, source=SOURCE) is None


def test_the_sum_of_all_files() -> None:
    files = (RemoteFile("model.bin", "u", 5), RemoteFile("config.json", "u", 7))
    assert Listing(COMMIT, files).total() == 12
