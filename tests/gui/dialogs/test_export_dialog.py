"""Export: what is previewed is what is written, byte for byte, and nothing is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import Job
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.translation import TranslatedSegment, Translation, source_hash
from kopia_desktop.exporters import EXPORTERS
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.controls import Decimal, Whole
from kopia_desktop.gui.dialogs.export_choices import ExportChoices, remember, remembered
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from kopia_desktop.store.translations import TranslationStore
from tests.gui.conftest import Arranged, spoken
from tests.gui.dialogs.conftest import Answers, Show

Open = Callable[..., ExportDialog]

SAID = ("Well um hello there.", "How are you today?")


@pytest.fixture
def open_dialog(arranged: Arranged, answers: Answers, shown: Show[ExportDialog]) -> Open:
    def make(*jobs: Job) -> ExportDialog:
        ids = tuple(job.id for job in jobs)
        dialog = shown(ExportDialog(arranged.context, ids, ask=answers))
        arranged.settle()
        return dialog

    return make


def _translate(arranged: Arranged, job: Job, language: str) -> Translation:
    """What the engine does with a translation."""
    folder = arranged.context.data.translators / language
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fake.json").write_text(json.dumps({"from": "en", "to": language}), "utf-8")
    (made,) = arranged.context.translations.request(job.id, [language])
    store = TranslationStore(arranged.app.database)
    plan = store.begin(made.id)
    assert plan is not None
    texts = [
        TranslatedSegment(one.segment_id, source_hash(one.text), f"[{language}] {one.text}")
        for one in store.waiting(made.id, plan.segment_ids).segments
    ]
    store.save(made.id, texts, formal_applied=False, progress=1.0)
    assert store.complete(made.id)
    return made


def _choose(dialog: ExportDialog, *formats: str) -> None:
    dialog.options.formats.check(formats)
    dialog.options.formats.toggled.emit()


def _preview(dialog: ExportDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: dialog.preview.is_settled, timeout=10_000)
    return dialog.preview.text.toPlainText()


def _text(content: bytes) -> str:
    return content.decode().replace("\r\n", "\n").strip()


def _bytes(context: Context, job: Job, format: str, **options: object) -> bytes:
    rules = context.settings().subtitles
    return context.exports.render(job.id, format, **{"subtitles": rules, **options})  # type: ignore[arg-type]


def test_nothing_can_be_saved_before_the_recording_is_read(
    arranged: Arranged, answers: Answers, shown: Show[ExportDialog]
) -> None:
    job = arranged.completed(SAID)
    dialog = shown(ExportDialog(arranged.context, (job.id,), ask=answers))
    fresh = ExportDialog(arranged.context, (job.id,), dialog, ask=answers)
    assert not fresh.save.isEnabled()
    assert not fresh.copy.isEnabled()
    arranged.settle()
    assert fresh.save.isEnabled()
    assert fresh.copy.isEnabled()


@pytest.mark.parametrize("format", list(EXPORTERS))
def test_one_format_is_written_as_the_service_renders_it(
    format: str,
    arranged: Arranged,
    answers: Answers,
    open_dialog: Open,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    job = arranged.completed(SAID)
    dialog = open_dialog(job)
    _choose(dialog, format)
    path = tmp_path / f"mine.{EXPORTERS[format].extension}"
    answers.given = [path]
    with qtbot.waitSignal(dialog.exported) as written:
        dialog.save.click()
    assert written.args == [(path,)]
    assert path.read_bytes() == _bytes(arranged.context, job, format)
    assert answers.asked[0].name == f"Talk.{EXPORTERS[format].extension}"
    assert answers.asked[0].parent == arranged.folder  # where the recording is
    assert not dialog.isVisible()


def test_the_preview_is_the_file_and_follows_every_choice(
    arranged: Arranged, open_dialog: Open, qtbot: QtBot
) -> None:
    job = arranged.completed(SAID)
    dialog = open_dialog(job)
    context = arranged.context
    shown = _preview(dialog, qtbot)
    assert shown == _text(_bytes(context, job, "srt"))
    assert "um" in shown
    dialog.options.fillers.set_value("leave-out")
    dialog.options.fillers.changed.emit()
    shown = _preview(dialog, qtbot)
    assert shown == _text(_bytes(context, job, "srt", remove_fillers=True))
    assert "um" not in shown
    length = dialog.options.cues.controls["max_line_length"]
    assert isinstance(length, Whole)
    length.box.setValue(10)
    rules = SubtitleSettings(max_line_length=10)
    wanted = _bytes(context, job, "srt", remove_fillers=True, subtitles=rules)
    assert _preview(dialog, qtbot) == _text(wanted)
    assert dialog.options.cues.rules == rules
    dialog.options.cues.reset.click()
    assert dialog.options.cues.rules == SubtitleSettings()
    assert _preview(dialog, qtbot) == shown
    _choose(dialog, "md")
    with_times = _preview(dialog, qtbot)
    dialog.options.times.click()
    without = _preview(dialog, qtbot)
    assert without == _text(_bytes(context, job, "md", remove_fillers=True, times=False))
    assert without != with_times


def test_the_preview_follows_an_edit(arranged: Arranged, open_dialog: Open, qtbot: QtBot) -> None:
    job = arranged.completed(SAID)
    dialog = open_dialog(job)
    _preview(dialog, qtbot)
    segment = arranged.context.transcripts.read(job.id).segments[1]
    arranged.context.transcripts.edit(job.id, segment.id, text="Who are you?")
    qtbot.waitUntil(lambda: "Who are you?" in dialog.preview.text.toPlainText(), timeout=10_000)


def test_only_what_a_choice_concerns_can_be_changed(arranged: Arranged, open_dialog: Open) -> None:
    dialog = open_dialog(arranged.completed(SAID))
    options = dialog.options
    for formats, times, cues in ((("srt",), False, True), (("docx",), True, False)):
        _choose(dialog, *formats)
        assert options.times.isEnabled() is times
        assert options.cues.isVisible() is cues
    _choose(dialog)
    assert not dialog.save.isEnabled()


def test_rules_begin_as_the_settings_have_them(arranged: Arranged, open_dialog: Open) -> None:
    dialog = open_dialog(arranged.completed(SAID))
    assert dialog.options.cues.rules == SubtitleSettings()  # 5/6 s stays 5/6 s
    least = dialog.options.cues.controls["min_seconds"]
    assert isinstance(least, Decimal)
    assert not dialog.options.cues.controls["max_lines"].widget.isVisible()
    dialog.options.cues.fold.click()
    assert dialog.options.cues.controls["max_lines"].widget.isVisible()


def test_a_translation_is_chosen_and_written(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    job = arranged.completed(SAID)
    made = _translate(arranged, job, "es")
    dialog = open_dialog(job)
    options = dialog.options
    assert [options.text.box.itemText(i) for i in range(2)] == ["Original (English)", "Spanish"]
    options.text.box.setCurrentIndex(1)
    options.text.changed.emit()
    assert "[es]" in _preview(dialog, qtbot)
    assert not options.fillers.widget.isEnabled()
    answers.given = [tmp_path / "x.srt"]
    with qtbot.waitSignal(dialog.exported):
        dialog.save.click()
    assert answers.asked[0].name == "Talk.es.srt"
    wanted = _bytes(arranged.context, job, "srt", translation_id=made.id)
    assert (tmp_path / "x.srt").read_bytes() == wanted


def test_a_stale_translation_says_so(arranged: Arranged, open_dialog: Open, qtbot: QtBot) -> None:
    job = arranged.completed(SAID)
    _translate(arranged, job, "es")
    segment = arranged.context.transcripts.read(job.id).segments[1]
    dialog = open_dialog(job)
    dialog.options.text.box.setCurrentIndex(1)
    dialog.options.text.changed.emit()
    arranged.context.transcripts.edit(job.id, segment.id, text="Who are you?")
    qtbot.waitUntil(lambda: "out of date" in dialog.options.text.box.currentText())


def test_several_formats_go_to_a_folder_and_no_file_is_written_over(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    job = arranged.completed(SAID)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "Talk.srt").write_text("mine")
    dialog = open_dialog(job)
    _choose(dialog, "srt", "docx")
    answers.given = [folder]
    with qtbot.waitSignal(dialog.exported) as written:
        dialog.save.click()
    assert written.args == [(folder / "Talk (2).srt", folder / "Talk.docx")]
    assert (folder / "Talk.srt").read_text() == "mine"
    assert (folder / "Talk (2).srt").read_bytes() == _bytes(arranged.context, job, "srt")
    assert (folder / "Talk.docx").read_bytes() == _bytes(arranged.context, job, "docx")
    assert not dialog.isVisible()


def test_several_jobs_each_have_their_outcome(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    one = arranged.completed(SAID, name="One.wav")
    two = arranged.running("Two.wav")
    three = arranged.completed(SAID, name="Three.wav")
    dialog = open_dialog(one, two, three)
    _choose(dialog, "srt", "txt")
    answers.given = [tmp_path / "out"]
    with qtbot.waitSignal(dialog.exported) as written:
        dialog.save.click()
    names = [path.name for path in written.args[0]]
    assert names == ["One.srt", "One.txt", "Three.srt", "Three.txt"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    lines = [dialog.outcomes.list.item(row).text() for row in range(3)]
    assert lines[0] == "One.wav\nOne.srt, One.txt"
    assert "not complete" in lines[1]
    assert dialog.isVisible()
    assert dialog.show_folder.isVisible()
    dialog.back.click()
    assert dialog.preview.isVisible()
    assert dialog.options.formats.checked() == ("srt", "txt")


def test_a_translation_that_some_jobs_lack(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    one = arranged.completed(SAID, name="One.wav")
    two = arranged.completed(SAID, name="Two.wav")
    _translate(arranged, one, "es")
    dialog = open_dialog(one, two)
    box = dialog.options.text.box
    assert box.itemText(1) == "Spanish (1 of 2 recordings)"
    box.setCurrentIndex(1)
    dialog.options.text.changed.emit()
    answers.given = [tmp_path]
    with qtbot.waitSignal(dialog.exported) as written:
        dialog.save.click()
    assert [path.name for path in written.args[0]] == ["One.es.srt"]
    assert "no such translation" in dialog.outcomes.list.item(1).text()


def test_a_file_that_cannot_be_written_is_said_and_another_place_helps(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    job = arranged.completed(SAID)
    (tmp_path / "file").write_text("in the way")
    dialog = open_dialog(job)
    dialog.options.fillers.set_value("leave-out")
    answers.given = [tmp_path / "file" / "x.srt", tmp_path / "x.srt"]
    dialog.save.click()
    arranged.settle()
    assert "folder" in dialog.trouble.text
    assert dialog.isVisible()
    assert dialog.options.fillers.value() == "leave-out"
    button = dialog.trouble.findChild(type(dialog.save), "elsewhere")
    assert button is not None
    with qtbot.waitSignal(dialog.exported):
        button.click()
    assert (tmp_path / "x.srt").exists()


def test_a_folder_that_cannot_be_written_is_said_and_another_helps(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    jobs = [arranged.completed(SAID, name=f"{i}.wav") for i in range(2)]
    (tmp_path / "file").write_text("in the way")
    dialog = open_dialog(*jobs)
    answers.given = [tmp_path / "file", tmp_path / "out"]
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.trouble.text != "")
    assert all("folder" in outcome.text() for outcome in _items(dialog))
    button = dialog.trouble.findChild(type(dialog.save), "elsewhere")
    assert button is not None
    with qtbot.waitSignal(dialog.exported):
        button.click()
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert not dialog.trouble.text


def _items(dialog: ExportDialog) -> list[object]:
    return [dialog.outcomes.list.item(row) for row in range(dialog.outcomes.list.count())]


def test_it_can_be_stopped(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    jobs = [arranged.completed(SAID, name=f"{i}.wav") for i in range(20)]
    dialog = open_dialog(*jobs)
    answers.given = [tmp_path / "out"]
    dialog.save.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.back.isEnabled(), timeout=10_000)
    assert dialog.isVisible()
    assert len(list((tmp_path / "out").iterdir())) < 20
    assert "Stopped" in dialog.outcomes.head.text()
    dialog.close_.click()
    assert not dialog.isVisible()


def test_no_answer_no_file(
    arranged: Arranged, answers: Answers, open_dialog: Open, tmp_path: Path
) -> None:
    dialog = open_dialog(arranged.completed(SAID))
    answers.given = [None]
    dialog.save.click()
    arranged.settle()
    assert dialog.isVisible()
    assert dialog.save.isEnabled()


def test_an_unfinished_transcript_is_saved_as_far_as_it_is(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    job = arranged.running()
    arranged.recognise(job.id, 0, [spoken("The first half.", 0.0)])
    dialog = open_dialog(job)
    assert "The first half." in _preview(dialog, qtbot)
    answers.given = [tmp_path / "x.srt"]
    with qtbot.waitSignal(dialog.exported):
        dialog.save.click()
    assert "The first half." in (tmp_path / "x.srt").read_text()


def test_the_text_is_copied(arranged: Arranged, open_dialog: Open) -> None:
    job = arranged.completed(SAID)
    dialog = open_dialog(job)
    dialog.options.fillers.set_value("leave-out")
    dialog.copy.click()
    arranged.settle()
    wanted = _text(_bytes(arranged.context, job, "txt", remove_fillers=True))
    assert QGuiApplication.clipboard().text() == wanted


def test_arabic_stands_at_the_right(arranged: Arranged, open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(arranged.completed(["صباح الخير"], language="ar"))
    _choose(dialog, "txt")
    assert _preview(dialog, qtbot) == "صباح الخير"
    block = dialog.preview.text.document().firstBlock()
    assert block.textDirection() is Qt.LayoutDirection.RightToLeft
    line = block.layout().lineAt(0)
    assert line.naturalTextRect().right() > dialog.preview.text.viewport().width() * 0.9


def test_choices_are_remembered(
    arranged: Arranged, answers: Answers, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    job = arranged.completed(SAID)
    dialog = open_dialog(job)
    _choose(dialog, "vtt", "md")
    dialog.options.times.click()
    answers.given = [tmp_path / "out"]
    with qtbot.waitSignal(dialog.exported):
        dialog.save.click()
    again = open_dialog(job)
    assert again.options.formats.checked() == ("vtt", "md")
    assert not again.options.times.isChecked()
    answers.given = [None]
    again.save.click()
    assert answers.asked[-1] == tmp_path / "out"


def test_formats_that_are_no_more_are_forgotten(context: Context) -> None:
    remember(context.data, ExportChoices(("pdf", "txt"), folder=Path("/x, y")))
    assert remembered(context.data) == ExportChoices(("txt",), folder=Path("/x, y"))
    remember(context.data, ExportChoices(("pdf",)))
    assert remembered(context.data).formats == ("srt",)


def test_deleted_jobs_leave_nothing_to_export(
    arranged: Arranged, open_dialog: Open, qtbot: QtBot
) -> None:
    job = arranged.completed(SAID)
    dialog = open_dialog(job)
    arranged.context.jobs.delete(job.id)
    qtbot.waitUntil(lambda: not dialog.save.isEnabled())
    assert not dialog.copy.isEnabled()
