"""Translators: add, remove, what is offered, the list of packages over a real connection."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kopia_desktop.core.argos_index import parse_index, write_index
from kopia_desktop.core.downloads import DownloadKind, DownloadStatus
from kopia_desktop.core.errors import (
    DownloadError,
    DownloadMissing,
    PackageBroken,
    TranslatorExists,
    TranslatorKept,
    TranslatorNotFound,
    UnknownLanguage,
)
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.paths import DataFolder, argos_packages_folder, resource
from kopia_desktop.core.translators import Origin
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.services.translators import TranslatorService
from kopia_desktop.store.database import Database
from kopia_desktop.store.downloads import DownloadStore
from tests import fake_hub
from tests.fake_hub import FakeHub
from tests.translator_folders import add_argos, add_madlad400
from tests.worker.argos_packages import package

ROWS = [
    {"from_code": source, "to_code": target, "package_version": "1.9",
     "links": [f"https://packages.example/{source}_{target}.argosmodel"]}
    for code in ("es", "de", "fr", "zh", "pb", "pt", "nb")
    for source, target in (("en", code), (code, "en"))
]  # fmt: skip


@pytest.fixture
def downloads(database: Database) -> DownloadService:
    return DownloadService(DownloadStore(database), EventBus())


@pytest.fixture
def translators(data_folder: DataFolder, downloads: DownloadService) -> TranslatorService:
    return TranslatorService(data_folder, downloads)


@pytest.fixture
def index(data_folder: DataFolder) -> None:
    write_index(data_folder.argos_index, parse_index(json.dumps(ROWS)))


def added(translators: TranslatorService) -> list[str]:
    return sorted(one.name for one in translators.installed() if one.origin is Origin.ADDED)


def offered(translators: TranslatorService, source: str, target: str) -> list[str]:
    return [
        "+".join(order.name for order in offer.orders)
        for offer in translators.offers(source, target)
    ]


def test_a_package_is_added_once_and_removed(
    translators: TranslatorService, tmp_path: Path
) -> None:
    path = package(tmp_path)
    made = translators.add(path)
    assert (made.name, made.source, made.targets) == ("translate-en_es-1.0", "en", {"es"})
    route = translators.route("en", "es")
    assert route is not None
    assert not route.is_starter()
    with pytest.raises(TranslatorExists):
        translators.add(path)
    assert [one.name for one in translators.removable("en_uk", "es")] == [made.name]
    translators.remove(made.name)
    assert added(translators) == []
    with pytest.raises(TranslatorNotFound):
        translators.remove(made.name)


def test_a_newer_package_takes_the_place_of_an_older(
    translators: TranslatorService, tmp_path: Path
) -> None:
    translators.add(package(tmp_path))
    translators.add(package(tmp_path, to_code="de"))
    translators.add(package(tmp_path, package_version="1.10"))
    assert added(translators) == ["translate-en_de-1.0", "translate-en_es-1.10"]


def test_a_folder_is_copied(translators: TranslatorService, tmp_path: Path) -> None:
    folder = add_argos(tmp_path, "en", "fr", name="My French (1)")
    assert translators.add(folder).name == "My-French-1"
    with pytest.raises(TranslatorExists):
        translators.add(folder)
    assert translators.add(add_madlad400(tmp_path, ["es", "de"])).source is None
    hollow = tmp_path / "hollow"
    hollow.mkdir()
    for odd in (hollow, tmp_path / "nowhere", resource("languages.json")):
        with pytest.raises(PackageBroken):
            translators.add(odd)
    assert added(translators) == ["My-French-1", "madlad400"]


def test_what_is_not_ours_stays(translators: TranslatorService) -> None:
    theirs = add_argos(argos_packages_folder(), "en", "nl")
    for name in ("translate-en_nl", "translate-en_es"):
        with pytest.raises(TranslatorKept):
            translators.remove(name)
    assert theirs.is_dir()
    assert resource("translators", "translate-en_es").is_dir()


def test_a_broken_one_can_be_removed(
    translators: TranslatorService, data_folder: DataFolder, tmp_path: Path
) -> None:
    folder = translators.add(package(tmp_path)).folder
    (folder / "metadata.json").write_text("{")
    (broken,) = translators.broken()
    assert (broken.name, added(translators)) == (folder.name, [])
    translators.add(package(tmp_path))  # repairs it
    assert (translators.broken(), added(translators)) == ((), [folder.name])
    (folder / "model" / "model.bin").unlink()
    translators.remove(folder.name)
    assert not folder.exists()


@pytest.mark.usefixtures("index")
def test_offers(translators: TranslatorService, tmp_path: Path) -> None:
    assert offered(translators, "en", "es") == ["translate-en_es-1.9", "madlad400-3b"]
    assert offered(translators, "es", "de") == [
        "translate-es_en-1.9+translate-en_de-1.9", "madlad400-3b",
    ]  # fmt: skip
    assert offered(translators, "pt", "en")[0] in ("translate-pb_en-1.9", "translate-pt_en-1.9")
    assert offered(translators, "en", "pt")[0] == "translate-en_pb-1.9"
    assert offered(translators, "en", "pt-pt")[0] == "translate-en_pt-1.9"
    assert offered(translators, "no", "en")[0] == "translate-nb_en-1.9"
    assert offered(translators, "en", "zh-Hant")[0] == "translate-en_zh-1.9", "then converted"
    assert offered(translators, "en", "sw") == ["madlad400-3b"]
    assert offered(translators, "en", "lzh") == []
    assert offered(translators, "es", "es") == []
    with pytest.raises(UnknownLanguage):
        translators.offers("en", "xx")
    # What is here already is not fetched again.
    add_argos(argos_packages_folder(), "es", "en", version="1.5")
    assert offered(translators, "es", "de")[0] == "translate-en_de-1.9"
    translators.add(add_madlad400(tmp_path, ["es", "de", "sw"], name="mine"))
    assert offered(translators, "en", "sw") == []


@pytest.mark.usefixtures("index")
def test_an_offer_is_installed(translators: TranslatorService, downloads: DownloadService) -> None:
    offer = translators.offers("es", "de")[0]
    assert offer.path == ("es", "en", "de")
    assert 1e8 < offer.size_bytes < 1e9
    assert "and" in offer.described()
    begun = translators.install(offer)
    assert [one.name for one in downloads.list()] == [one.name for one in begun]
    assert {one.kind for one in begun} == {DownloadKind.ARGOS_PACKAGE}
    assert {one.status for one in begun} == {DownloadStatus.WAITING}
    again = translators.download("translate-es_en")
    assert again is not None
    assert again.name == "translate-es_en-1.9"
    translators.discard(again.name)
    assert len(downloads.list()) == 1
    with pytest.raises(TranslatorNotFound):
        translators.download("translate-en_ja")


def test_without_a_list_only_what_is_known_is_offered(translators: TranslatorService) -> None:
    assert offered(translators, "en", "es") == ["madlad400-3b"]


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    with fake_hub.running() as made:
        monkeypatch.setenv("KOPIA_ARGOS_INDEX", f"{made.url}/packages/index.json")
        yield made


def test_the_list_is_fetched_and_kept(translators: TranslatorService, hub: FakeHub) -> None:
    with pytest.raises(DownloadMissing):
        translators.newest_index()
    _, served = hub.add_file("index.json", json.dumps(ROWS).encode())
    assert len(translators.newest_index().entries) == 14
    assert len(translators.newest_index().entries) == 14
    assert len(served.requests) == 1, "it is not old yet"
    served.files["index.json"] = b"<html>Sign in</html>"
    with pytest.raises(DownloadError, match="list of Argos packages"):
        translators.refresh_index()
    assert len(translators.index().entries) == 14, "the old one holds"


def test_an_old_list_is_better_than_none(
    translators: TranslatorService, data_folder: DataFolder, hub: FakeHub
) -> None:
    kept = json.loads(json.dumps({"fetched": 1.0, "packages": ROWS}))
    data_folder.argos_index.write_text(json.dumps(kept))
    assert len(translators.newest_index().entries) == 14
