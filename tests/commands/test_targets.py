"""``transcribe --translate``: recordings in, subtitles in other languages out, offline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import Said, Terminal


@pytest.fixture(scope="session")
def clip(speech: Path) -> Path:
    return speech / "single_en_01.flac"


def install(terminal: Terminal, target: str, *, seconds: float = 0.0) -> Path:
    """A translator from English that takes its time."""
    folder = terminal.data / "translators" / target
    folder.mkdir(parents=True)
    about = {"from": "en", "to": target, "seconds": seconds}
    (folder / "fake.json").write_text(json.dumps(about), "utf-8")
    return folder / "fake.json"


def names(said: Said) -> list[str]:
    return [path.name for path in said.paths]


def cues(path: Path) -> list[tuple[str, str]]:
    """Times and text of each subtitle."""
    blocks = path.read_text("utf-8-sig").replace("\r\n", "\n").strip().split("\n\n")
    return [(lines[1], " ".join(lines[2:])) for lines in map(str.splitlines, blocks)]


def test_speech_to_spanish_subtitles_in_one_command(terminal: Terminal, clip: Path) -> None:
    said = terminal.transcribe(clip, "--translate", "es", "--format", "srt")
    assert said.code == 0
    assert names(said) == ["single_en_01.srt", "single_en_01.es.srt"]
    (english,), (spanish,) = (cues(path) for path in said.paths)
    assert english[1] == "Great, then we should, er, record the program later."
    assert spanish[1] == "Genial, entonces deberíamos grabar el programa más tarde."
    assert spanish[0].split(" --> ")[0] == english[0].split(" --> ")[0]
    assert said.err.count("The starter translation packages know a few hundred words") == 1
    assert said.complaints[-1] == "single_en_01.flac: translated to Spanish."


def test_several_languages_formats_and_recordings(terminal: Terminal, speech: Path) -> None:
    """Spanish to German over English; a recording needs no translation to its own language."""
    files = [speech / "single_es_10.flac", speech / "single_en_02.flac"]
    said = terminal.transcribe(*files, "--translate", "es, de,es,en", "--format", "srt,txt")
    assert said.code == 0
    expected = {
        f"{name}{language}.{ending}"
        for name, languages in (("single_es_10", ".de .en"), ("single_en_02", ".de .es"))
        for language in ("", *languages.split())
        for ending in ("srt", "txt")
    }
    assert set(names(said)) == expected
    assert len(said.paths) == len(expected)
    assert "single_es_10.flac: is in Spanish already." in said.complaints
    assert "single_en_02.flac: is in English already." in said.complaints
    assert all(path.read_text("utf-8").strip() for path in said.paths)

    again = terminal.transcribe(*files, "--translate", "de", "--format", "txt", "-q")
    assert (again.code, again.err) == (0, "")
    assert terminal.value("SELECT count(*) FROM translations") == 4, "made once"


def test_the_form_of_address(terminal: Terminal, clip: Path) -> None:
    install(terminal, "fr")
    texts = {}
    for form in ("--formal", "--informal"):
        said = terminal.transcribe(clip, "--translate", "fr", form, "--format", "txt", "-q")
        texts[form] = said.paths[1].read_text("utf-8")
    assert texts["--formal"].startswith("[fr, formal] Great")
    assert texts["--informal"].startswith("[fr] Great")
    said = terminal.transcribe(clip, "--translate", "fr", "--format", "txt", "-q")
    assert said.paths[1].read_text("utf-8") == texts["--formal"], "formal unless asked otherwise"


def test_what_has_no_model_is_said_before_any_work(terminal: Terminal, clip: Path) -> None:
    for options, source in ((["--language", "en"], "from English "), ([], "")):
        said = terminal.transcribe(clip, "--translate", "es,fr,ty", *options)
        assert (said.code, said.out) == (2, "")
        (line,) = said.complaints
        assert f"No installed model translates {source}to French, Tahitian." in line
        assert "kopia-desktop languages install en-fr" in line
        assert "No open model translates to Tahitian." in line
    assert not terminal.value("SELECT count(*) FROM jobs")


def test_a_recording_in_a_language_without_a_model(terminal: Terminal, speech: Path) -> None:
    """Its transcript is written, and the others are translated."""
    install(terminal, "fr")
    said = terminal.transcribe(
        *(speech / "single_es_10.flac", speech / "single_en_02.flac"),
        *("--translate", "it,fr,de", "--format", "txt", "-q"),
    )
    assert (said.code, said.out) == (2, ""), "nothing translates to Italian"
    said = terminal.transcribe(
        *(speech / "single_es_10.flac", speech / "single_en_02.flac"),
        *("--translate", "fr", "--format", "txt", "-q"),
    )
    assert said.code == 0, "over English"
    (terminal.data / "translators" / "fr" / "fake.json").write_text(
        '{"from": "en", "to": "fr", "seconds": "long"}', "utf-8"
    )
    again = terminal.transcribe(
        speech / "single_en_04.flac", "--translate", "fr,es", "--format", "txt", "-q"
    )
    assert (again.code, names(again)) == (1, ["single_en_04.txt", "single_en_04.es.txt"])
    (line,) = again.complaints
    assert "single_en_04.flac: Translation to French: " in line
    assert "cannot be read" in line


def test_no_speech_has_an_empty_translation(terminal: Terminal, recordings: Path) -> None:
    said = terminal.transcribe(recordings / "silence.wav", "--translate", "es", "--format", "txt")
    assert (said.code, names(said)) == (0, ["silence.txt", "silence.es.txt"])
    assert said.paths[1].read_text("utf-8").strip() == ""


@pytest.mark.parametrize("how", ["stopped", "killed"])
def test_ended_while_it_translates(terminal: Terminal, speech: Path, how: str) -> None:
    """The transcript is there; the same command makes what is missing, and that alone."""
    slow = install(terminal, "fr", seconds=0.3)
    long = speech / "en_1min_1.ogg"
    running = terminal.begin(long, "--translate", "fr", "--format", "txt", "-q")
    terminal.wait(lambda: terminal.value("SELECT count(*) FROM translations"))
    terminal.wait(lambda: running.workers())
    if how == "stopped":
        running.interrupt()
    else:
        running.process.kill()
    said = running.end()
    assert names(said) == ["en_1min_1.txt"]
    if how == "stopped":
        assert said.code == 130
        assert said.complaints == ["Stopped. The same command goes on where it stopped."]
    slow.write_text('{"from": "en", "to": "fr"}', "utf-8")
    again = terminal.transcribe(long, "--translate", "fr", "--format", "txt", "-q")
    assert (again.code, names(again)) == (0, ["en_1min_1.txt", "en_1min_1.fr.txt"])
    assert terminal.value("SELECT max(attempts) FROM sections") == 1
    assert again.paths[1].read_text("utf-8").count("[fr, formal]") == 17
