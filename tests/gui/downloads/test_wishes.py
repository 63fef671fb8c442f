"""A translation that waits for its model is asked for when that is here, also after a restart."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QObject

from kopia_desktop.gui.memory import window_memory
from kopia_desktop.gui.wishes import Wish, Wishes
from tests.gui.conftest import Arranged
from tests.gui.downloads.conftest import Arriving


@pytest.fixture
def wishes(arranged: Arranged, qapp: QObject) -> Wishes:
    return Wishes(arranged.context, qapp)


def install(arranged: Arranged, source: str, target: str) -> None:
    folder = arranged.context.data.translators / f"{source}-{target}"
    folder.mkdir(parents=True)
    (folder / "fake.json").write_text(json.dumps({"from": source, "to": target}), "utf-8")


def languages(arranged: Arranged, job_id: str) -> list[tuple[str, bool]]:
    return [(one.language, one.formal) for one in arranged.app.translations.list(job_id)]


def test_it_is_asked_for_when_the_last_model_is_here(
    wishes: Wishes, arriving: Arriving, arranged: Arranged
) -> None:
    job = arranged.completed()
    first, second = arriving.package("en", "de"), arriving.package("de", "da")
    wishes.add((Wish(job.id, "da", False, (first, second)),))
    told: list[object] = []
    wishes.granted.connect(told.append)
    arriving.tell()
    install(arranged, "en", "de")
    arriving.end(first)
    assert languages(arranged, job.id) == []
    install(arranged, "de", "da")
    arriving.end(second)
    assert languages(arranged, job.id) == [("da", False)]
    assert wishes.waiting == ()
    assert len(told) == 1


def test_it_waits_while_its_download_has_failed(
    wishes: Wishes, arriving: Arriving, arranged: Arranged
) -> None:
    job = arranged.completed()
    name = arriving.package("en", "de")
    wishes.add((Wish(job.id, "fr", True, (name,)),))
    arriving.fail(name)
    assert len(wishes.waiting) == 1


def test_it_survives_a_restart(
    wishes: Wishes, arriving: Arriving, arranged: Arranged, qapp: QObject
) -> None:
    job = arranged.completed()
    name = arriving.package("en", "fr")
    wishes.add((Wish(job.id, "fr", True, (name,)),))
    arranged.settle()
    wishes.deleteLater()
    install(arranged, "en", "fr")
    arriving.store.remove(name)  # it ended while no window was there to see it
    again = Wishes(arranged.context, qapp)
    arranged.settle()
    assert languages(arranged, job.id) == [("fr", True)]
    assert again.waiting == ()


def test_it_is_forgotten_with_its_download(
    wishes: Wishes, arriving: Arriving, arranged: Arranged
) -> None:
    job = arranged.completed()
    name = arriving.package("en", "fr")
    wishes.add((Wish(job.id, "fr", True, (name,)),))
    arriving.tell()
    arriving.end(name)
    assert wishes.waiting == ()
    assert languages(arranged, job.id) == []


def test_it_is_forgotten_with_its_recording(
    wishes: Wishes, arriving: Arriving, arranged: Arranged
) -> None:
    job = arranged.completed()
    name = arriving.package("en", "fr")
    wishes.add((Wish(job.id, "fr", True, (name,)),))
    arriving.tell()
    arranged.app.jobs.delete(job.id)
    install(arranged, "en", "fr")
    arriving.end(name)
    assert wishes.waiting == ()


@pytest.mark.parametrize("kept", ["", "no json", "[1]", '[{"job_id": 1}]', "null"])
def test_what_cannot_be_read_is_no_wish(kept: str, arranged: Arranged, qapp: QObject) -> None:
    memory = window_memory(arranged.context.data)
    memory.setValue("translate/wishes", kept)
    memory.sync()
    assert Wishes(arranged.context, qapp).waiting == ()
