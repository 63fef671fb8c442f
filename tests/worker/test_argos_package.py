"""Argos packages: real ones become folders, hostile ones nothing."""

from __future__ import annotations

import errno
import io
import os
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kopia_desktop.core.errors import DataFolderUnusable, DiskFull, PackageBroken
from kopia_desktop.core.translators import read_translator
from kopia_desktop.worker import argos_package
from kopia_desktop.worker.argos_package import PackageLimits, read_about, unpack
from tests.worker.argos_packages import TOP, contents, package, zipped

Files = dict[str, bytes]


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """Where packages go; nothing may ever appear beside it."""
    return tmp_path / "inside" / "translators"


def refused(path: Path, into: Path, reason: str) -> None:
    """It is refused with a reason, and nothing is left of it, inside or outside."""
    around = sorted(path.parent.rglob("*"))
    with pytest.raises(PackageBroken, match=reason) as told:
        unpack(path, into)
    assert told.value.hint
    left = [found for found in path.parent.rglob("*") if found not in around]
    assert [found for found in left if found not in (into, into.parent)] == []


def test_a_package_becomes_a_folder(tmp_path: Path, into: Path) -> None:
    folder = unpack(package(tmp_path), into)
    assert folder == into / "translate-en_es-1.0"
    assert sorted(path.name for path in into.iterdir()) == [folder.name]
    made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    assert made == {name.removeprefix(f"{TOP}/"): each for name, each in contents().items()}
    found = read_translator(folder)
    assert found is not None
    assert (found.source, found.targets, found.version) == ("en", {"es"}, "1.0")


def test_the_same_is_renewed_and_an_older_one_goes(tmp_path: Path, into: Path) -> None:
    first = unpack(package(tmp_path), into)
    (first / "model" / "model.bin").write_bytes(b"damaged")
    (first / "stale").touch()
    assert unpack(package(tmp_path), into) == first
    assert read_translator(first) is not None
    assert not (first / "stale").exists()
    other = unpack(package(tmp_path, to_code="de"), into)
    damaged = into / "translate-en_es-0.9"
    damaged.mkdir()
    second = unpack(package(tmp_path, package_version="1.10"), into)
    assert set(into.iterdir()) == {damaged, other, second}
    older = unpack(package(tmp_path, package_version="1.9"), into)
    assert older.is_dir()
    assert second.is_dir(), "a newer one is never removed for an older one"


def test_without_a_top_folder_and_with_a_macs(tmp_path: Path, into: Path) -> None:
    files = {name.removeprefix(f"{TOP}/"): content for name, content in contents().items()}
    path = tmp_path / "flat.argosmodel"
    path.write_bytes(zipped(files))
    assert unpack(path, into).name == "translate-en_es-1.0"
    path.write_bytes(zipped(contents() | {"__MACOSX/._x": b"", f"{TOP}/stanza/en/x.pt": b"never"}))
    folder = unpack(path, into)
    assert not (folder / "stanza").exists(), "what is not used stays in the archive"
    assert not (into / "__MACOSX").exists()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"from_code": None}, "language"),
        ({"to_code": "xx"}, "language"),
        ({"to_code": ["es"]}, "language"),
        ({"to_code": {"a": 1}}, "language"),
        ({"from_code": "../up"}, "language"),
        ({"from_code": 5}, "language"),
        ({"to_code": "en"}, "itself"),
        ({"type": "sbd"}, "translates"),
        ({"type": None, "package_version": "../../x"}, "version"),
        ({"package_version": 1.0}, "version"),
        ({"package_version": ""}, "version"),
    ],
)
def test_metadata_that_is_wrong(
    tmp_path: Path, into: Path, changed: dict[str, object], reason: str
) -> None:
    refused(package(tmp_path, **changed), into, reason)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b"{}", b'{"from_code": NaN}'],
    ids=range(8),
)
def test_metadata_that_is_damaged(tmp_path: Path, into: Path, text: bytes) -> None:
    path = tmp_path / "p.argosmodel"
    path.write_bytes(zipped(contents() | {f"{TOP}/metadata.json": text}))
    refused(path, into, "metadata|language")


@pytest.mark.parametrize(
    ("missing", "reason"),
    [("metadata.json", "metadata"), ("sentencepiece.model", "bpe"), ("model/model.bin", "model"),
     ("model/shared_vocabulary.json", "vocabulary")],
)  # fmt: skip
def test_a_part_is_missing(tmp_path: Path, into: Path, missing: str, reason: str) -> None:
    files = contents()
    del files[f"{TOP}/{missing}"]
    path = tmp_path / "p.argosmodel"
    path.write_bytes(zipped(files))
    refused(path, into, reason)


def test_a_model_of_another_architecture(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "p.argosmodel"
    name = b"WhisperSpec\0"
    weights = struct.pack("<IH", 6, len(name)) + name + bytes(100)
    path.write_bytes(zipped(contents() | {f"{TOP}/model/model.bin": weights}))
    refused(path, into, "WhisperSpec")
    path.write_bytes(zipped(contents() | {f"{TOP}/model/model.bin": b"GGUF" + bytes(100)}))
    refused(path, into, "CTranslate2")


@pytest.mark.parametrize(
    "name",
    [
        "../escaped", f"{TOP}/../../escaped", "/tmp/escaped", "C:/escaped", f"{TOP}\\..\\escaped",
        f"{TOP}/model/../../../escaped", f"{TOP}/METADATA.json", f"{TOP}/model", f"{TOP}/con",
        "other/file", f"{TOP}/model/model.bin/x", f"{TOP}/a\u202eb",
    ],
)  # fmt: skip
def test_names_that_lead_elsewhere(tmp_path: Path, into: Path, name: str) -> None:
    path = tmp_path / "p.argosmodel"
    path.write_bytes(zipped(contents() | {name: b"x"}))
    refused(path, into, "holds|hold one folder")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFBLK])
def test_links_and_devices(tmp_path: Path, into: Path, kind: int) -> None:
    path = package(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo(f"{TOP}/model/link")
        info.external_attr = (kind | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    refused(path, into, "link or a device")


def test_two_files_of_one_name(tmp_path: Path, into: Path) -> None:
    path = package(tmp_path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(f"{TOP}/model/config.json", "{}")
    refused(path, into, "two files")


def test_bombs(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "p.argosmodel"
    path.write_bytes(zipped(contents() | {f"{TOP}/model/zeros": bytes(600 << 20)}))
    assert path.stat().st_size < 4 << 20
    began = time.monotonic()
    refused(path, into, "no real one does")
    assert time.monotonic() - began < 1.0, "nothing was unpacked to see that"
    path.write_bytes(zipped({f"{TOP}/{number}": b"" for number in range(6_000)}))
    refused(path, into, "too many")


def test_a_bomb_that_lies_about_its_size(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "p.argosmodel"
    name = f"{TOP}/model/zeros"
    made = bytearray(zipped(contents() | {name: bytes(64 << 20)}))
    for signature, at in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        place = made.rfind(name.encode(), 0, made.rfind(name.encode()) if at == 22 else None)
        header = made.rfind(signature, 0, place)
        made[header + at : header + at + 4] = struct.pack("<I", 1000)
    path.write_bytes(made)
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo(name).file_size == 1000
    refused(path, into, "damaged|more than it says")


def test_overlapping_files(tmp_path: Path, into: Path) -> None:
    """Many entries of the directory for the same bytes, as the densest bombs have it."""
    path = tmp_path / "p.argosmodel"
    files = contents() | {f"{TOP}/model/{number:03}": bytes(300_000) for number in range(200)}
    made = zipped(files)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        first = archive.getinfo(f"{TOP}/model/000").header_offset
        others = [archive.getinfo(f"{TOP}/model/{number:03}") for number in range(1, 200)]
    patched = bytearray(made)
    directory = made.find(b"PK\1\2")
    for info in others:
        place = made.find(info.filename.encode(), directory)
        patched[place - 4 : place] = struct.pack("<I", first)
    path.write_bytes(patched)
    refused(path, into, "damaged|no real one|more than")


def test_encrypted_and_oddly_compressed(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "p.argosmodel"
    path.write_bytes(zipped(contents(), compression=zipfile.ZIP_LZMA))
    refused(path, into, "compressed")
    made = bytearray(zipped(contents()))
    place = made.find(b"PK\1\2")
    made[place + 8] |= 1
    path.write_bytes(made)
    refused(path, into, "encrypted")


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip" * 100, b"PK\5\6" + bytes(18)])
def test_what_is_no_archive(tmp_path: Path, into: Path, content: bytes) -> None:
    path = tmp_path / "p.argosmodel"
    path.write_bytes(content)
    refused(path, into, "zip|one folder")
    for odd in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(PackageBroken, match="cannot be read"):
            read_about(odd)


def test_a_cut_archive(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "p.argosmodel"
    whole = zipped(contents())
    for length in (100, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        refused(path, into, "zip")


_WHOLE = zipped(contents())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8
    ),
    st.booleans(),
)
def test_mutated_archives(
    tmp_path: Path, into: Path, changes: list[tuple[int, int]], in_directory: bool
) -> None:
    """Whatever a byte more or less does: a package, or a known error, and nothing beside it."""
    made = bytearray(_WHOLE)
    for place, value in changes:
        if in_directory:
            directory = _WHOLE.find(b"PK\1\2")
            place = directory + place % (len(_WHOLE) - directory)
        made[place] = value
    path = tmp_path / "mutated.argosmodel"
    path.write_bytes(made)
    try:
        folder = unpack(path, into)
    except PackageBroken:
        pass
    else:
        assert folder.parent == into
    left = [found.name for found in into.iterdir()] if into.exists() else []
    assert all(not name.startswith(".") for name in left)
    assert sorted(os.listdir(tmp_path)) in (["inside", path.name], [path.name])


def test_a_full_disk_and_a_folder_that_refuses(
    tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = package(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(argos_package, "flush", full)
        with pytest.raises(DiskFull):
            unpack(path, into)
    assert list(into.iterdir()) == []
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(DataFolderUnusable):
        unpack(path, file / "translators")


def test_limits_are_the_callers(tmp_path: Path, into: Path) -> None:
    path = package(tmp_path)
    for limits in (PackageLimits(files=3), PackageLimits(unpacked=1 << 20)):
        with pytest.raises(PackageBroken):
            unpack(path, into, limits=limits)


def test_what_a_killed_process_left_goes(tmp_path: Path, into: Path) -> None:
    part = into / ".translate-en_es-1.0.part"
    part.mkdir(parents=True)
    (part / "junk").touch()
    folder = unpack(package(tmp_path), into)
    assert list(into.iterdir()) == [folder]
    old = into / ".translate-en_es-1.0.old"
    folder.rename(old)  # killed between the two renames
    unpack(package(tmp_path), into)
    assert list(into.iterdir()) == [folder]
