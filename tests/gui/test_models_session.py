"""Sessions of a person who gets models: a real engine, real packages, a hub on this computer."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.paths import resource
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog
from kopia_desktop.gui.downloads.bar import DownloadsBar
from tests import fake_hub
from tests.gui.conftest import Arranged
from tests.gui.whole import LONG, Whole, opened

REPOSITORY = "Systran/faster-whisper-tiny"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[fake_hub.FakeHub]:
    """Gives the starter model as tiny, and the starter package as one of Argos Translate's."""
    with fake_hub.running() as made:
        folder = resource("speech-model")
        made.add(REPOSITORY, {path.name: path.read_bytes() for path in folder.iterdir()})
        url, _ = made.add_file("en_es.argosmodel", _packed(resource("translators"), "en_es"))
        index = [
            {
                "type": "translate",
                "from_code": "en",
                "to_code": "es",
                "package_version": "1.9",
                "links": [url],
            }
        ]
        address, _ = made.add_file("index.json", json.dumps(index).encode())
        monkeypatch.setenv("KOPIA_MODEL_ENDPOINT", made.url)
        monkeypatch.setenv("KOPIA_ARGOS_INDEX", address)
        yield made


@pytest.fixture
def whole(hub: fake_hub.FakeHub, folder: Path, qtbot: QtBot) -> Iterator[Whole]:
    with opened(folder, qtbot) as made:
        made.window.resize(1200, 760)
        yield made


@pytest.fixture
def arranged_in(whole: Whole, tmp_path: Path, qtbot: QtBot) -> Arranged:
    return Arranged(whole.app, whole.window.context, tmp_path / "media", qtbot)


def _packed(root: Path, pair: str) -> bytes:
    packed = BytesIO()
    folder = root / f"translate-{pair}"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                if path.name == "metadata.json":
                    content = json.dumps(json.loads(content) | {"package_version": "1.9"}).encode()
                name = Path(f"translate-{pair}-1_9") / path.relative_to(folder)
                archive.writestr(str(name), content)
    return packed.getvalue()


def click(inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.click()


def translated(whole: Whole) -> Translation:
    """The only translation, when it is done."""
    job_id = whole.job().id

    def is_done() -> bool:
        found = whole.app.translations.list(job_id)
        return len(found) == 1 and found[0].status in (
            TranslationStatus.COMPLETED,
            TranslationStatus.FAILED,
        )

    whole.qtbot.waitUntil(is_done, timeout=LONG)
    (made,) = whole.app.translations.list(job_id)
    assert made.status is TranslationStatus.COMPLETED, made.error
    return made


def translation_texts(whole: Whole, made: Translation) -> list[str]:
    read = whole.app.translations.read(made.job_id, made.id)
    return [segment.text for segment in read.segments]


def test_the_first_run_downloads_a_model_and_uses_it(whole: Whole) -> None:
    card = whole.workplace.empty.card
    whole.qtbot.waitUntil(card.isVisible)
    whole.settle()
    tiny = card.findChild(QWidget, "model-tiny")
    assert tiny is not None
    tiny.click()  # type: ignore[attr-defined]
    click(card, "download-model")
    settings = whole.app
    whole.qtbot.waitUntil(lambda: settings.settings.transcription.model == "tiny", timeout=LONG)
    whole.settle()
    said = card.findChild(QLabel, "first-run-said")
    assert isinstance(said, QLabel)
    assert said.text() == "tiny is ready; new recordings use it."
    installed = whole.app.data.models / "tiny"
    for path in resource("speech-model").iterdir():
        if path.name in fake_hub.NEEDED:
            assert (installed / path.name).read_bytes() == path.read_bytes()
    bar = whole.find(DownloadsBar, "downloads-bar")
    whole.qtbot.waitUntil(bar.isHidden)
    assert whole.app.downloads.list() == ()
    assert not any(whole.app.data.downloads.glob("*"))


def test_a_model_that_the_hub_refuses_says_so_and_can_be_tried_again(
    whole: Whole, hub: fake_hub.FakeHub
) -> None:
    refused = fake_hub.Trouble(fake_hub.Fault.FORBIDDEN)
    hub.repositories[REPOSITORY].troubles[""] = [refused]
    whole.workplace.doors.settings("models")
    (window,) = whole.window.findChildren(SettingsWindow)
    whole.settle()
    click(window, "download-tiny")
    bar = whole.find(DownloadsBar, "downloads-bar")
    again = whole.find(QPushButton, "download-pause")
    whole.qtbot.waitUntil(lambda: again.text() == "Try again", timeout=LONG)
    assert bar.isVisible()
    assert whole.find(QLabel, "download-state").text().startswith("The server does not give")
    again.click()
    here = whole.app.data.models / "tiny" / "model.bin"
    whole.qtbot.waitUntil(here.exists, timeout=LONG)
    window.close()


def test_a_package_comes_and_what_was_wished_is_translated(
    whole: Whole, arranged_in: Arranged, qtbot: QtBot
) -> None:
    job = arranged_in.completed(["Good morning.", "The house is small."])
    whole.pick(job)
    whole.find(QToolButton, "transcript-translate").click()
    (dialog,) = whole.window.findChildren(TranslateDialog)
    whole.settle()
    click(dialog, "fetch-packages")
    whole.settle()
    dialog.panel.model.tick(["es"])
    ways = dialog.findChild(QComboBox, "translate-with")
    assert isinstance(ways, QComboBox)
    row = ways.findText("Argos Translate, 110 MB")
    assert row > 0
    ways.setCurrentIndex(row)
    ways.activated.emit(row)
    click(dialog, "translate-go")
    made = translated(whole)
    texts = translation_texts(whole, made)
    assert texts[0].startswith("Buenos días")
    (package,) = whole.app.data.translators.iterdir()
    assert package.name.startswith("translate-en_es")
    assert whole.workplace.wishes.waiting == ()


def test_stale_lines_are_marked_and_translated_again(
    whole: Whole, arranged_in: Arranged, qtbot: QtBot
) -> None:
    """With the starter package, from the header's button to the line that was edited."""
    job = arranged_in.completed(["Good morning.", "The house is small."])
    whole.pick(job)
    whole.find(QToolButton, "transcript-translate").click()
    (dialog,) = whole.window.findChildren(TranslateDialog)
    whole.settle()
    dialog.panel.model.tick(["es"])
    click(dialog, "translate-go")
    made = translated(whole)
    before = translation_texts(whole, made)
    part = whole.find(QWidget, f"transcript-language-{made.id}")
    part.click()  # type: ignore[attr-defined]
    whole.settle()
    stale = whole.find(QToolButton, "transcript-stale")
    assert not stale.isVisible()
    second = whole.app.transcripts.read(job.id).segments[1]
    whole.app.transcripts.edit(job.id, second.id, text="The dog is small.")
    qtbot.waitUntil(stale.isVisible, timeout=10_000)
    assert stale.accessibleName() == "Translate 1 line again"
    stale.click()
    qtbot.waitUntil(lambda: not stale.isVisible(), timeout=LONG)
    after = translation_texts(whole, made)
    assert after[0] == before[0]
    assert after[1] != before[1]
