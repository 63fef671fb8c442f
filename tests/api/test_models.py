"""Models and packages over the API: begun, followed, removed; a hub on loopback."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.core.catalogue import speech_model
from tests import fake_hub
from tests.fake_hub import FakeHub
from tests.worker.argos_packages import contents, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopia_desktop.core.job import Job
    from tests.api.conftest import Api

SIZE = 400_000


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """``tiny`` can be had, and a package from English to French."""
    with fake_hub.running(bytes_per_second=1_500_000) as made:
        monkeypatch.setenv("KOPIA_MODEL_ENDPOINT", made.url)
        monkeypatch.setenv("KOPIA_ARGOS_INDEX", f"{made.url}/packages/index.json")
        made.add(speech_model("tiny").repository, fake_hub.speech_model(SIZE))
        package = zipped(contents(to_code="fr", package_version="1.9"))
        url, _ = made.add_file("translate-en_fr-1_9.argosmodel", package)
        entry = {"from_code": "en", "to_code": "fr", "package_version": "1.9", "links": [url]}
        made.add_file("index.json", json.dumps([entry]).encode())
        yield made


def listed(api: Api, name: str) -> dict[str, Any]:
    said = api.get("/models").json()
    found = [one for part in said.values() for one in part if one["name"] == name]
    assert len(found) <= 1
    return found[0] if found else {}


def wait_for(api: Api, name: str, state: str) -> list[dict[str, Any]]:
    """All that was said of it on the way."""
    seen = []
    deadline = time.monotonic() + 40.0
    while not seen or seen[-1].get("state") != state:
        assert time.monotonic() < deadline, seen[-1]
        seen.append(listed(api, name))
        time.sleep(0.02)
    return seen


@pytest.mark.contract("models.list", "models.get", "models.remove")
def test_a_model_is_downloaded_used_and_removed(working: Api, hub: FakeHub) -> None:
    api = working
    before = listed(api, "tiny")
    assert (before["state"], before["download"]) == ("downloadable", None)
    begun = api.post("/models/tiny")
    assert begun.status_code == 202
    assert begun.json()["state"] == "downloading"
    assert begun.json()["download"]["status"] in ("waiting", "running")
    again = api.post("/models/tiny")
    assert (again.status_code, again.json()["name"]) == (202, "tiny")
    seen = wait_for(api, "tiny", "installed")
    running = [one["download"] for one in seen if one.get("download")]
    done = [one["doneBytes"] for one in running]
    assert done == sorted(done)
    assert running[-1]["totalBytes"] > SIZE
    assert api.post("/models/tiny").status_code == 200
    assert listed(api, "tiny")["sizeBytes"] == SIZE
    assert "tiny" in [one["id"] for one in api.client.get("/v1/models").json()["data"]]
    assert api.delete("/models/tiny").status_code == 204
    assert api.delete("/models/tiny").status_code == 404
    assert listed(api, "tiny")["state"] == "downloadable"


def test_a_download_is_given_up(working: Api, hub: FakeHub) -> None:
    api = working
    hub.bytes_per_second = 50_000
    assert api.post("/models/tiny").status_code == 202
    folder = api.app.data.downloads / "tiny"
    deadline = time.monotonic() + 40.0
    while not folder.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert api.delete("/models/tiny").status_code == 204
    assert listed(api, "tiny")["download"] is None
    while folder.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert list(Path(api.app.data.root).glob("models/*")) == []


def test_a_download_that_fails_says_why(working: Api, hub: FakeHub) -> None:
    api = working
    assert api.post("/models/base").status_code == 202  # the hub does not have it
    deadline = time.monotonic() + 40.0
    while listed(api, "base")["download"]["status"] != "failed":
        assert time.monotonic() < deadline
        time.sleep(0.02)
    error = listed(api, "base")["download"]["error"]
    assert error["code"] == "download_missing"
    assert error["message"]
    assert api.post("/models/base").status_code == 202, "it is tried again"


@pytest.mark.contract("languages.list", "translations.create")
def test_a_translation_that_needs_a_package(
    working: Api, hub: FakeHub, completed: Callable[..., Job]
) -> None:
    api = working
    job = completed()
    asked = {"json": {"languages": ["fr"]}}
    refused = api.post(f"/jobs/{job.id}/translations", **asked)
    assert refused.status_code == 409
    message = refused.json()["error"]["message"]
    assert "Argos Translate package from English to French" in message
    assert "languages install en-fr" in message
    assert "madlad400-3b" in message

    begun = api.post("/models/translate-en_fr")
    assert begun.status_code == 202
    assert (begun.json()["name"], begun.json()["kind"]) == ("translate-en_fr-1.9", "argos_package")
    deadline = time.monotonic() + 40.0
    while listed(api, "translate-en_fr-1.9"):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    here = api.post("/models/translate-en_fr-1.9")
    assert (here.status_code, here.json()["state"]) == (200, "installed")
    rows = {one["code"]: one for one in api.get("/languages?source=en").json()["translation"]}
    assert (rows["fr"]["installed"], rows["fr"]["path"]) == (True, ["en", "fr"])
    assert (rows["fr"]["starter"], rows["es"]["starter"]) == (False, True)
    assert [one["models"] for one in rows["es"]["offers"]] == [["madlad400-3b"]]
    assert api.post(f"/jobs/{job.id}/translations", **asked).status_code == 201
    assert api.delete("/models/translate-en_fr-1.9").status_code == 204
    assert api.delete("/models/translate-en_fr-1.9").status_code == 404
    assert api.delete("/models/translate-en_es").status_code == 409, "it is the program's"


def test_offers_name_what_can_be_asked_for(api: Api, hub: FakeHub) -> None:
    api.app.translators.refresh_index()
    rows = {one["code"]: one for one in api.get("/languages?source=en").json()["translation"]}
    offer = rows["fr"]["offers"][0]
    assert offer["models"] == ["translate-en_fr-1.9"]
    assert api.post(f"/models/{offer['models'][0]}").status_code == 202
    assert api.get("/languages?source=xx").status_code == 400
    assert api.post("/models/translate-en_ja").status_code == 409
    assert api.delete("/models/translate-en_ja").status_code == 404
