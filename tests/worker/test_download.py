"""Bringing a model: a hub on loopback, real files, every trouble one by one."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import ssl
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from kopia_desktop.core.downloads import (
    DownloadKind,
    DownloadLimits,
    DownloadOrder,
    FileSource,
    HubSource,
    Source,
)
from kopia_desktop.core.errors import (
    DiskFull,
    DownloadDamaged,
    DownloadError,
    DownloadInterrupted,
    DownloadMissing,
    DownloadRefused,
    KopiaError,
    PackageBroken,
    PackageChanged,
)
from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.worker.download import bring
from kopia_desktop.worker.protocol import BringModel, DownloadProgress, ModelBrought, Reply
from tests import fake_hub
from tests.fake_hub import NEEDED, FakeHub, Fault, Repository, Trouble

LIMITS = DownloadLimits(
    connect_seconds=5.0,
    idle_seconds=0.3,
    tries=3,
    pause=0.001,
    longest_pause=0.01,
    longest_wait=3.0,
    keep_free=0,
)

SIZE = 300_000


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with fake_hub.running() as made:
        yield made


@pytest.fixture
def tiny(hub: FakeHub) -> Repository:
    return hub.add("maker/tiny", fake_hub.speech_model(SIZE))


class Bringing:
    """Requests for one data folder, answered in this process."""

    def __init__(self, data: DataFolder, endpoint: str) -> None:
        self.data = data
        self.endpoint = endpoint
        self.said: list[DownloadProgress] = []
        self.limits = LIMITS

    def bring(
        self,
        name: str = "tiny",
        source: Source = HubSource("maker/tiny"),  # noqa: B008 - frozen
        kind: DownloadKind = DownloadKind.SPEECH_MODEL,
    ) -> Path:
        """The folder of the installed model, or where packages are installed."""
        target = self.data.translators
        if kind is DownloadKind.SPEECH_MODEL:
            target = self.data.models / name
        elif kind is DownloadKind.MADLAD400:
            target = self.data.translators / name
        request = BringModel(
            DownloadOrder(name, kind, source, 1000),
            endpoint=self.endpoint,
            folder=str(self.data.downloads / name),
            target=str(target),
            pins=str(self.data.pins),
            limits=self.limits,
        )
        assert bring(request, self._hear) == ModelBrought(name)
        return target

    def _hear(self, reply: Reply) -> None:
        assert isinstance(reply, DownloadProgress)
        self.said.append(reply)

    def parts(self, name: str = "tiny") -> list[str]:
        return sorted(path.name for path in (self.data.downloads / name / "files").iterdir())


@pytest.fixture
def bringing(data_folder: DataFolder, hub: FakeHub) -> Bringing:
    return Bringing(data_folder, hub.url)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def needed(repository: Repository) -> dict[str, bytes]:
    return {name: repository.files[name] for name in NEEDED}


def test_a_model_is_installed_with_what_it_needs_and_no_more(
    bringing: Bringing, tiny: Repository
) -> None:
    tiny.files["preprocessor_config.json"] = b"{}"
    folder = bringing.bring()
    assert contents(folder) == needed(tiny) | {"preprocessor_config.json": b"{}"}
    last = bringing.said[-1]
    total = sum(map(len, contents(folder).values()))
    assert (last.done_bytes, last.total_bytes) == (total, total)


@pytest.mark.parametrize(
    "troubles",
    [
        [Trouble(Fault.CUT, 1), Trouble(Fault.CUT, 100_000), Trouble(Fault.CUT, 150_000)],
        [Trouble(Fault.CUT, 0), Trouble(Fault.BROKEN), Trouble(Fault.CUT, 299_000)],
        [Trouble(Fault.STALL, 50_000, seconds=0.6)],
        [Trouble(Fault.BUSY, seconds=1.0), Trouble(Fault.UNAVAILABLE)],
        [Trouble(Fault.SLOW, seconds=0.0002)],
    ],
    ids=["cuts", "late", "stall", "busy", "slow"],
)
def test_what_was_cut_goes_on_where_it_stopped(
    bringing: Bringing, tiny: Repository, troubles: list[Trouble]
) -> None:
    tiny.troubles["model.bin"] = troubles
    assert contents(bringing.bring()) == needed(tiny)
    assert tiny.sent_twice("model.bin") <= 16_384


def test_a_connection_that_is_torn_down_costs_little(bringing: Bringing, tiny: Repository) -> None:
    tiny.troubles["model.bin"] = [Trouble(Fault.RESET, 100_000), Trouble(Fault.RESET, 100_000)]
    assert contents(bringing.bring()) == needed(tiny)
    assert tiny.sent_twice("model.bin") < SIZE


@pytest.mark.parametrize(
    "troubles",
    [
        [Trouble(Fault.WRONG_BYTES, 1000)],
        [Trouble(Fault.CUT, 100_000), Trouble(Fault.WRONG_BYTES, 1000)],
        [Trouble(Fault.SHORT, 5)],
        [Trouble(Fault.LONG)],
        [Trouble(Fault.CUT, 1000), Trouble(Fault.NO_RANGE)],
        [Trouble(Fault.CUT, 1000), Trouble(Fault.OTHER_RANGE)],
        [Trouble(Fault.CUT, 1000), Trouble(Fault.NEW_TAG)],
    ],
    ids=["bytes", "resumed bytes", "short", "long", "no range", "other range", "tag"],
)
def test_what_came_wrong_is_fetched_once_more(
    bringing: Bringing, tiny: Repository, troubles: list[Trouble]
) -> None:
    tiny.troubles["model.bin"] = troubles
    assert contents(bringing.bring()) == needed(tiny)


@pytest.mark.parametrize("fault", [Fault.WRONG_BYTES, Fault.SHORT, Fault.LONG])
@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json"])
def test_what_came_wrong_twice_is_an_error_and_nothing_of_it_is_kept(
    bringing: Bringing, tiny: Repository, fault: Fault, name: str
) -> None:
    tiny.troubles[name] = [Trouble(fault, 3)] * 2
    with pytest.raises(DownloadDamaged, match=name):
        bringing.bring()
    assert not [part for part in bringing.parts() if part.startswith(name)]
    assert not (bringing.data.models / "tiny").exists()
    bringing.bring()


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.FORBIDDEN, DownloadRefused),
        (Fault.MISSING, DownloadMissing),
        (Fault.ENCODED, DownloadRefused),
        (Fault.LOOP, DownloadRefused),
        (Fault.ELSEWHERE, DownloadRefused),
    ],
)
def test_what_will_not_change_is_said_at_once(
    bringing: Bringing, tiny: Repository, fault: Fault, error: type[KopiaError]
) -> None:
    tiny.troubles["model.bin"] = [Trouble(Fault.CUT, 1000), Trouble(fault)]
    with pytest.raises(error) as caught:
        bringing.bring()
    assert caught.value.hint
    assert "model.bin.part" in bringing.parts()
    assert contents(bringing.bring()) == needed(tiny)
    assert tiny.sent_twice("model.bin") == 0 or fault is Fault.ENCODED


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.CUT, Fault.BUSY])
def test_a_server_that_stays_away_fails_the_download_which_goes_on_later(
    bringing: Bringing, tiny: Repository, fault: Fault
) -> None:
    tiny.troubles["model.bin"] = [Trouble(Fault.CUT, 1000), *[Trouble(fault)] * LIMITS.tries]
    with pytest.raises(DownloadInterrupted) as caught:
        bringing.bring()
    assert "again" in caught.value.hint
    assert contents(bringing.bring()) == needed(tiny)
    assert tiny.sent_twice("model.bin") == 0


def test_a_server_that_asks_to_wait_for_an_hour_is_not_waited_for(
    bringing: Bringing, tiny: Repository
) -> None:
    tiny.troubles["model.bin"] = [Trouble(Fault.BUSY, seconds=3600)]
    with pytest.raises(DownloadInterrupted, match="busy"):
        bringing.bring()


def test_nobody_listens(bringing: Bringing, hub: FakeHub) -> None:
    bringing.endpoint = "http://127.0.0.1:9"
    with pytest.raises(DownloadInterrupted, match="reached"):
        bringing.bring()


def test_a_page_to_sign_in_at_is_no_hub(bringing: Bringing, tiny: Repository) -> None:
    tiny.troubles[""] = [Trouble(Fault.NOT_THE_HUB)]
    with pytest.raises(DownloadRefused, match="hub"):
        bringing.bring()


def test_the_api_is_asked_again_too(bringing: Bringing, tiny: Repository) -> None:
    tiny.troubles[""] = [Trouble(Fault.BROKEN), Trouble(Fault.CUT, 20)]
    assert contents(bringing.bring()) == needed(tiny)


def test_a_repository_that_is_not_there_or_holds_something_else(
    bringing: Bringing, hub: FakeHub, tiny: Repository
) -> None:
    with pytest.raises(DownloadMissing):
        bringing.bring("none", HubSource("maker/none"))
    del tiny.files["model.bin"]
    with pytest.raises(DownloadMissing, match=r"model\.bin"):
        bringing.bring()
    for repository in ("maker", "../../etc", "maker/..//x", "https://x/y"):
        with pytest.raises(DownloadError):
            bringing.bring("odd", HubSource(repository))


def test_names_from_outside_lead_nowhere_else(bringing: Bringing, tiny: Repository) -> None:
    outside = bringing.data.root.parent / "outside.bin"
    for name in ("../../../outside.bin", str(outside), "a/model.bin", "..\\x", "Model.bin"):
        tiny.files[name] = b"bad"
    assert set(contents(bringing.bring())) == set(NEEDED)
    assert not outside.exists()


def test_a_file_without_a_hash_is_not_trusted(
    bringing: Bringing, tiny: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = fake_hub.about
    for change in (
        {"blobId": None, "lfs": None},
        {"lfs": {"sha256": "0", "size": 5}},
        {"size": -1},
    ):
        monkeypatch.setattr(fake_hub, "about", lambda n, d, c=change: honest(n, d) | c)
        with pytest.raises(DownloadRefused, match="hub"):
            bringing.bring()


def test_whole_but_no_model(bringing: Bringing, tiny: Repository) -> None:
    tiny.files["config.json"] = b"[]"
    with pytest.raises(DownloadDamaged, match="cannot be used"):
        bringing.bring()
    assert not (bringing.data.models / "tiny").exists()


def test_no_room_is_said_before_anything_comes(bringing: Bringing, tiny: Repository) -> None:
    bringing.limits = replace(LIMITS, keep_free=1 << 60)
    with pytest.raises(DiskFull, match="room"):
        bringing.bring()
    assert tiny.requests == []


def test_a_repair_fetches_only_what_is_damaged(bringing: Bringing, tiny: Repository) -> None:
    folder = bringing.bring()
    shutil.rmtree(bringing.data.downloads)
    damaged = bytearray(tiny.files["model.bin"])
    damaged[500] ^= 1
    (folder / "model.bin").write_bytes(damaged)
    (folder / "config.json").unlink()
    tiny.requests.clear()
    bringing.bring()
    assert contents(folder) == needed(tiny)
    assert {name for name, _ in tiny.requests} == {"model.bin", "config.json"}
    shutil.rmtree(bringing.data.downloads)
    tiny.requests.clear()
    bringing.bring()
    assert tiny.requests == []
    assert [path.name for path in bringing.data.models.iterdir()] == ["tiny"]


def test_a_broken_download_stays_with_its_commit_while_that_is_there(
    bringing: Bringing, tiny: Repository, hub: FakeHub
) -> None:
    tiny.troubles["model.bin"] = [Trouble(Fault.CUT, 100_000), Trouble(Fault.FORBIDDEN)]
    with pytest.raises(DownloadRefused):
        bringing.bring()
    tiny.commit = "f" * 40
    tiny.files["model.bin"] = random.Random(9).randbytes(SIZE + 5)
    tiny.files["config.json"] = tiny.files["config.json"] + b" "
    assert contents(bringing.bring()) == needed(tiny)


def test_damaged_notes_of_a_broken_download_are_no_hindrance(
    bringing: Bringing, tiny: Repository
) -> None:
    tiny.troubles["model.bin"] = [Trouble(Fault.CUT, 100_000), Trouble(Fault.FORBIDDEN)]
    with pytest.raises(DownloadRefused):
        bringing.bring()
    folder = bringing.data.downloads / "tiny"
    (folder / "listing.json").write_text('{"commit": 1, "files": [{}]}')
    (folder / "files" / "model.bin.part.etag").write_bytes(b"\xff\xff")
    (folder / "files" / "something-else").write_text("x")
    with (folder / "files" / "model.bin.part").open("ab") as file:
        file.write(bytes(1000))
    assert contents(bringing.bring()) == needed(tiny)


def test_a_killed_write_that_left_too_much_begins_again(
    bringing: Bringing, tiny: Repository
) -> None:
    files = bringing.data.downloads / "tiny" / "files"
    files.mkdir(parents=True)
    (files / "model.bin.part").write_bytes(bytes(SIZE + 1))
    (files / "config.json.part").write_bytes(tiny.files["config.json"])
    assert contents(bringing.bring()) == needed(tiny)
    assert "config.json" not in {name for name, _ in tiny.requests}


def test_a_system_proxy_is_used_but_not_for_this_computer(
    data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fake_hub.running(cdn=False) as proxy:
        repository = proxy.add("maker/tiny", fake_hub.speech_model(SIZE))
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        bringing = Bringing(data_folder, "http://hub.example")
        assert contents(bringing.bring()) == needed(repository)
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        Bringing(data_folder, proxy.url).bring("again")
        monkeypatch.setenv("http_proxy", "gopher://odd")
        with pytest.raises(DownloadError, match="proxy"):
            bringing.bring("odd")


@pytest.fixture
def authority(tmp_path: Path) -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure_hub(authority: trustme.CA) -> Iterator[FakeHub]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with fake_hub.running(context=context) as made:
        yield made


def test_certificates_are_those_the_system_trusts(
    data_folder: DataFolder,
    authority: trustme.CA,
    secure_hub: FakeHub,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    repository = secure_hub.add("maker/tiny", fake_hub.speech_model(SIZE))
    bringing = Bringing(data_folder, secure_hub.url)
    with pytest.raises(DownloadRefused, match="certificate"):
        bringing.bring()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    assert contents(bringing.bring()) == needed(repository)


def test_from_https_nobody_is_sent_to_http(
    data_folder: DataFolder,
    hub: FakeHub,
    authority: trustme.CA,
    secure_hub: FakeHub,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    repository = secure_hub.add("maker/tiny", fake_hub.speech_model(SIZE))
    secure_hub.elsewhere = f"{hub.url}/maker/tiny/model.bin"
    repository.troubles["model.bin"] = [Trouble(Fault.ELSEWHERE)]
    with pytest.raises(DownloadRefused, match="not dialled"):
        Bringing(data_folder, secure_hub.url).bring()


@pytest.mark.parametrize("endpoint", ["ftp://x", "nonsense", "http://", "file:///etc/passwd"])
def test_an_endpoint_that_is_none(data_folder: DataFolder, endpoint: str) -> None:
    with pytest.raises(DownloadError, match="not an address"):
        Bringing(data_folder, endpoint).bring()


def test_a_translator_of_madlad400(bringing: Bringing, hub: FakeHub) -> None:
    head = struct.pack("<IH", 6, 16) + b"TransformerSpec\0"
    tokens = json.dumps(["<unk>", "<2es>", "<2fr>"]).encode()
    files = {
        "config.json": b"{}",
        "shared_vocabulary.json": tokens,
        "sentencepiece.model": b"pieces",
        "model.bin": head + bytes(20_000),
    }
    repository = hub.add("maker/madlad", files)
    source, kind = HubSource("maker/madlad"), DownloadKind.MADLAD400
    folder = bringing.bring("madlad400-3b", source, kind)
    assert contents(folder) == files
    repository.files["model.bin"] = struct.pack("<IH", 6, 12) + b"WhisperSpec\0" + bytes(20_000)
    shutil.rmtree(bringing.data.downloads)
    with pytest.raises(DownloadDamaged, match="WhisperSpec"):
        bringing.bring("other", source, kind)


# Argos packages

Package = Callable[[str], bytes]


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """The embedded translator, packed as Argos packs it; the note makes another file of it."""
    numbers = itertools.count()

    def make(note: str) -> bytes:
        number = next(numbers)
        parent = tmp_path / f"pack-{number}"
        folder = parent / "translate-en_es"
        shutil.copytree(resource("translators", "translate-en_es"), folder)
        (folder / "README.md").write_text(note)
        return Path(
            shutil.make_archive(str(tmp_path / f"packed-{number}"), "zip", parent)
        ).read_bytes()

    return make


ARGOS = DownloadKind.ARGOS_PACKAGE
NAME = "translate-en_es-1_0.argosmodel"


def test_a_package_is_unpacked_and_its_hash_pinned(
    bringing: Bringing, hub: FakeHub, package: Package
) -> None:
    url, served = hub.add_file(NAME, package("first"))
    served.troubles[NAME] = [Trouble(Fault.CUT, 5000)]
    folder = bringing.bring("en-es", FileSource(url), ARGOS)
    assert len([path for path in folder.iterdir() if (path / "metadata.json").is_file()]) == 1
    assert list(json.loads(bringing.data.pins.read_text())) == [NAME]
    shutil.rmtree(bringing.data.downloads)
    bringing.bring("en-es", FileSource(url), ARGOS)

    shutil.rmtree(bringing.data.downloads)
    served.files[NAME] = package("second")
    with pytest.raises(PackageChanged, match="not the one"):
        bringing.bring("en-es", FileSource(url), ARGOS)
    assert bringing.parts("en-es") == []
    bringing.data.pins.unlink()
    bringing.bring("en-es", FileSource(url), ARGOS)


def test_a_package_with_a_known_hash_must_have_it(
    bringing: Bringing, hub: FakeHub, package: Package
) -> None:
    url, _ = hub.add_file(NAME, package("first"))
    with pytest.raises(DownloadDamaged):
        bringing.bring("en-es", FileSource(url, sha256="0" * 64), ARGOS)
    assert not bringing.data.pins.exists()


def test_a_package_that_is_none_is_not_trusted(bringing: Bringing, hub: FakeHub) -> None:
    url, _ = hub.add_file(NAME, b"PK but no archive")
    with pytest.raises(PackageBroken):
        bringing.bring("en-es", FileSource(url), ARGOS)
    assert bringing.parts("en-es") == []
    assert not bringing.data.pins.exists()


@pytest.mark.parametrize("path", ["x.zip", "..argosmodel", "%2e%2e%2fx.argosmodel/", "a%2fb"])
def test_an_address_that_is_of_no_package(bringing: Bringing, hub: FakeHub, path: str) -> None:
    with pytest.raises(DownloadRefused):
        bringing.bring("en-es", FileSource(f"{hub.url}/packages/{path}"), ARGOS)


def test_damaged_pins_are_said_not_overwritten(
    bringing: Bringing, hub: FakeHub, package: Package
) -> None:
    url, _ = hub.add_file(NAME, package("first"))
    bringing.data.pins.write_text("{")
    with pytest.raises(DownloadError, match="pins"):
        bringing.bring("en-es", FileSource(url), ARGOS)
    assert bringing.data.pins.read_text() == "{"


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_persons_own_link_to_a_model_elsewhere_is_replaced_not_followed(
    bringing: Bringing, tiny: Repository, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "model.bin").write_bytes(b"theirs")
    bringing.data.models.mkdir()
    (bringing.data.models / "tiny").symlink_to(elsewhere)
    folder = bringing.bring()
    assert contents(folder) == needed(tiny)
    assert not folder.is_symlink()
    assert contents(elsewhere) == {"model.bin": b"theirs"}
    assert [path.name for path in bringing.data.models.iterdir()] == ["tiny"]
