"""``transcribe``: files in every state, in one batch, on full disks and in foreign hands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from kopia_desktop.exporters import EXPORTERS

if TYPE_CHECKING:
    from tests.commands.conftest import Command, Said, Terminal

WORDS = "Great, then we should, er, record the program later."


@pytest.fixture(scope="session")
def clip(speech: Path) -> Path:
    return speech / "single_en_01.flac"


def one_line(said: Said, name: str) -> str:
    """The only line of the errors that is about that file."""
    assert "Traceback" not in said.err
    (line,) = [each for each in said.complaints if name in each]
    return line


def said_segments(path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(path.read_text("utf-8"))["segments"]
    return found


# One file


def test_every_format_at_once(terminal: Terminal, clip: Path) -> None:
    names = ",".join(EXPORTERS)
    said = terminal.transcribe(clip, "--format", names)
    assert said.code == 0
    assert len(said.paths) == len(EXPORTERS)
    assert all(path.parent == terminal.output for path in said.paths)
    by_ending = {path.suffix: path for path in reversed(said.paths)}
    assert by_ending[".txt"].read_text("utf-8").strip() == WORDS
    assert "-->" in by_ending[".srt"].read_text("utf-8")
    assert by_ending[".vtt"].read_text("utf-8").startswith("WEBVTT")
    assert json.loads(by_ending[".json"].read_text("utf-8"))["language"] == "en"
    assert zipfile.is_zipfile(by_ending[".docx"])
    assert said.err.count("The starter model knows synthetic voices") == 1
    assert "single_en_01.flac: done, English" in said.err
    assert "\r" not in said.err

    again = terminal.transcribe(clip, "--format", "txt", "-q")
    assert again.paths == [by_ending[".txt"]]
    assert again.err == "", "quiet says nothing"
    assert terminal.value("SELECT count(*) FROM jobs") == 1
    assert terminal.value("SELECT sum(attempts) FROM sections") == 1

    bare = terminal.transcribe(clip, "--format", "txt", "-q", "--remove-filler-words")
    assert bare.paths[0].read_text("utf-8").strip() == (
        "Great, then we should record the program later."
    )
    assert terminal.value("SELECT count(*) FROM jobs") == 1, "a view, not another transcription"

    anew = terminal.transcribe(clip, "--again", "-q", "--format", "txt", "--language", "auto")
    assert (anew.code, anew.paths, anew.err) == (0, [by_ending[".txt"]], "")
    assert terminal.value("SELECT count(*) FROM jobs") == 2


def test_a_vocabulary_spells_what_is_written(terminal: Terminal, clip: Path) -> None:
    names = terminal.folder / "names.txt"
    names.write_text("\ufeffProgramm 7 = program\n\nDer Rekord = record the\n", "utf-8")
    said = terminal.transcribe(clip, "--format", "txt", "-q", "--vocabulary", names)
    spelled = "Great, then we should, er, Der Rekord Programm 7 later."
    assert said.paths[0].read_text("utf-8").strip() == spelled
    names.write_text("Schedule = program")
    again = terminal.transcribe(clip, "--format", "txt", "-q", "--vocabulary", names)
    assert again.paths[0].read_text("utf-8").strip() == WORDS.replace("program", "Schedule")
    assert terminal.value("SELECT count(*) FROM jobs") == 1, "a view, not another transcription"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "cannot be read (No such file or directory)."),
        (b"\xff\xfe\x00x", "cannot be read (it is no UTF-8 text)."),
        (b"Kopia\n= copia", "Line 2 of the vocabulary: there is no term before the =."),
        (b"x\n" * (2 << 20) + b"more", "is too long."),
    ],
)
def test_a_vocabulary_that_cannot_be(
    terminal: Terminal, clip: Path, content: bytes | None, reason: str
) -> None:
    names = terminal.folder / "names.txt"
    if content is not None:
        names.write_bytes(content)
    said = terminal.transcribe(clip, "--vocabulary", names)
    assert (said.code, said.out) == (2, "")
    assert reason in said.err


def test_a_different_file_in_the_way_is_kept(terminal: Terminal, clip: Path) -> None:
    terminal.output.mkdir()
    mine = terminal.output / "single_en_01.txt"
    mine.write_text("my own notes")
    for _ in range(2):
        said = terminal.transcribe(clip, "--format", "txt")
        assert said.paths == [terminal.output / "single_en_01 (2).txt"]
    assert mine.read_text() == "my own notes"
    assert sorted(terminal.output.iterdir()) == sorted([mine, *said.paths])


def test_an_output_folder_that_cannot_be(terminal: Terminal, clip: Path) -> None:
    (terminal.folder / "file").write_text("")
    bad = terminal.start(
        "transcribe", clip, "--data-dir", terminal.data, "--output-dir", terminal.folder / "file/x"
    ).end()
    assert (bad.code, bad.out) == (1, "")
    line = one_line(bad, "cannot be")
    assert "Choose another folder" in line
    assert "nothing is done twice" in line
    good = terminal.transcribe(clip)
    assert (good.code, len(good.paths)) == (0, 1)
    assert terminal.value("SELECT count(*) FROM jobs") == 1
    assert terminal.value("SELECT sum(attempts) FROM sections") == 1, "it was kept"


# A batch


def test_a_batch_with_everything_that_is_wrong(
    terminal: Terminal, clip: Path, recordings: Path, speech: Path
) -> None:
    named = terminal.folder / "Großmütter 会議 🎤.flac"
    shutil.copyfile(clip, named)
    tilde = terminal.folder / "~$talk.flac"
    shutil.copyfile(speech / "single_en_02.flac", tilde)
    raw = Path(os.fsdecode(os.fsencode(terminal.folder) + b"/\xff raw.flac"))
    shutil.copyfile(speech / "single_en_04.flac", raw)
    broken = terminal.folder / "two\nlines.wav"
    broken.write_bytes(b"RIFF" + b"\0" * 2000)
    long_name, long_path = "n" * 4000 + ".wav", "/".join(["folder" * 4] * 160) + "/a.wav"
    said = terminal.transcribe(
        *("--language", "en", "--format", "txt"),
        *("missing.wav", recordings, recordings / "empty.mp3", recordings / "notes.txt"),
        *(long_name, long_path, broken, recordings / "silent_film.mp4", "/dev/null"),
        *(recordings / "silence.wav", recordings / "noise.wav", named, tilde.name, raw),
    )
    assert said.code == 1
    wrong = {
        "missing.wav: ": "There is no file missing.wav. Check",
        f"{recordings}: ": "is a folder. Give the files inside it.",
        "empty.mp3: ": "is empty (0 bytes).",
        "notes.txt: ": "",
        "nnn.wav: ": "longer than the system allows",
        "folder/a.wav: ": "There is no file a.wav.",
        "two?lines.wav: ": "",
        "silent_film.mp4: ": "no audio",
        "/dev/null: ": "is not a file",
    }
    for name, reason in wrong.items():
        line = one_line(said, name)
        assert reason in line
        assert len(line) < 400
    assert [path.name for path in said.paths] == [
        "silence.txt",
        "noise.txt",
        "Großmütter 会議 🎤.txt",
        "~$talk.txt",
        "raw.txt",
    ]
    assert "silence.wav: no speech found." in said.err
    assert "noise.wav: no speech found." in said.err
    assert [path.read_text("utf-8").strip() for path in said.paths[:3]] == ["", "", WORDS]
    assert len(said.complaints) == len(wrong) + 5 + 1, "one line each, and the starter's note"


def test_names_outside_the_terminals_encoding(terminal: Terminal, clip: Path) -> None:
    named = terminal.folder / "会議.flac"
    shutil.copyfile(clip, named)
    terminal.variables["PYTHONIOENCODING"] = "ascii"
    said = terminal.transcribe(named, "--format", "txt")
    assert said.code == 0
    assert said.out.strip().endswith(r"\u4f1a\u8b70.txt")
    assert (terminal.output / "会議.txt").is_file()


# Bad usage


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--format", "srt,pdf"], "no export format called 'pdf'"),
        (["--format", ""], "no export format called ''"),
        (["--language", "xx"], "xx"),
        (["--model", "none"], "no speech model named 'none' (installed: starter)"),
        (["--translate", "es,xx"], "no language with the code 'xx' to translate to"),
        (["--translate", "fr"], "languages install en-fr"),
        (["--audio-track", "-1"], "--audio-track"),
        (["--audio-track", "one"], "--audio-track"),
        (["--colour"], "unrecognized arguments: --colour"),
        (["--formal", "--informal"], "not allowed with"),
    ],
)
def test_bad_usage(terminal: Terminal, clip: Path, arguments: list[str], reason: str) -> None:
    said = terminal.transcribe(clip, *arguments)
    assert (said.code, said.out) == (2, "")
    assert reason in said.complaints[-1]
    assert "Traceback" not in said.err


def test_no_file_at_all(terminal: Terminal) -> None:
    said = terminal.run("transcribe")
    assert said.code == 2
    assert "FILE" in said.err


# Data folders in trouble


def test_a_data_folder_of_a_newer_version(terminal: Terminal, clip: Path) -> None:
    assert terminal.run("doctor", "--data-dir", terminal.data).code in (0, 1)
    code = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
        "db.execute('PRAGMA user_version = 999'); db.commit(); db.close()"
    )
    subprocess.run([sys.executable, "-c", code, terminal.data / "kopia.db"], check=True)
    said = terminal.transcribe(clip)
    assert (said.code, said.out) == (1, "")
    (line,) = said.complaints
    assert "newer" in line


def test_a_data_folder_that_cannot_be(terminal: Terminal, clip: Path) -> None:
    (terminal.folder / "file").write_text("")
    said = terminal.run("transcribe", clip, "--data-dir", terminal.folder / "file" / "data")
    assert (said.code, said.out) == (1, "")
    (line,) = said.complaints
    assert "--data-dir" in line


def test_a_settings_file_that_cannot_be_read(terminal: Terminal, recordings: Path) -> None:
    (terminal.data / "settings.json").write_text('{"transcription": ')
    said = terminal.transcribe(recordings / "silence.wav")
    assert said.code == 0
    (aside,) = terminal.data.glob("settings.broken-*.json")
    assert one_line(said, "settings file").endswith(f"{aside}.")
    assert aside.read_text() == '{"transcription": '
    assert "settings" not in terminal.transcribe(recordings / "silence.wav").err


def test_a_model_folder_that_is_corrupt(
    terminal: Terminal, clip: Path, starter_model: Path
) -> None:
    """Put there by hand: models add would have refused the first."""
    models = terminal.data / "models"
    (models / "hollow").mkdir(parents=True)
    shutil.copytree(starter_model, models / "torn")
    (models / "torn" / "model.bin").write_bytes(b"\1" * 3000)
    for name in ("hollow", "torn"):
        said = terminal.transcribe(clip, "--model", name)
        assert (said.code, said.out) == (1, "")
        line = one_line(said, clip.name)
        assert name in line
        assert "Remove the model and add it again." in line


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of eight megabytes."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, *, leave: int = 0) -> None:
    with (folder / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            file.truncate(max(0, file.tell() - leave))


def test_an_output_disk_that_is_full(terminal: Terminal, clip: Path, tiny_disk: Path) -> None:
    fill(tiny_disk)
    terminal.output = tiny_disk
    said = terminal.transcribe(clip)
    assert (said.code, said.out) == (1, "")
    assert "no space left" in one_line(said, clip.name)
    (tiny_disk / "ballast").unlink()
    assert len(terminal.transcribe(clip).paths) == 1


def test_a_data_disk_that_is_full_at_once(terminal: Terminal, clip: Path, tiny_disk: Path) -> None:
    fill(tiny_disk)
    terminal.data = tiny_disk / "data"
    said = terminal.transcribe(clip)
    assert (said.code, said.out) == (1, "")
    (line,) = said.complaints
    assert "full" in line
    assert "Free some space" in line


def test_a_data_disk_that_fills_up_on_the_way(
    terminal: Terminal, speech: Path, tiny_disk: Path
) -> None:
    terminal.data = tiny_disk / "data"
    long = speech / "en_1min_1.ogg"
    assert terminal.run("doctor", "--data-dir", terminal.data).code == 1, "little space is said"
    fill(tiny_disk, leave=300_000)
    said = terminal.transcribe(long, "-q")
    assert (said.code, said.out) == (1, "")
    (line,) = said.complaints
    assert "full" in line
    assert "Free some space" in line
    (tiny_disk / "ballast").unlink()
    assert len(terminal.transcribe(long).paths) == 1


# Stopped, killed, taken over


@pytest.fixture(scope="session")
def long(speech: Path) -> Path:
    """Five minutes, five sections."""
    return speech / "en_5min.ogg"


OPTIONS = ("--format", "json", "-q")
DONE = "SELECT count(*) FROM sections WHERE status = 'done'"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, long: Path) -> list[dict[str, object]]:
    folder = tmp_path_factory.mktemp("undisturbed")
    (folder / "data").mkdir()
    (folder / "data" / "settings.json").write_text('{"transcription": {"beam_size": 1}}')
    command = [sys.executable, "-m", "kopia_desktop", "transcribe", str(long), *OPTIONS]
    folders = ["--data-dir", str(folder / "data"), "--output-dir", str(folder)]
    done = subprocess.run([*command, *folders], check=True, capture_output=True, text=True)
    return said_segments(Path(done.stdout.strip()))


def seconds_until_gone(processes: list[psutil.Process]) -> float:
    began = time.monotonic()
    while any(is_alive(process) for process in processes):
        assert time.monotonic() - began < 10
        time.sleep(0.005)
    return time.monotonic() - began


def is_alive(process: psutil.Process) -> bool:
    """A dead one that nobody has asked about yet is dead."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def done_sections(terminal: Terminal, count: int) -> None:
    terminal.wait(lambda: (terminal.value(DONE) or 0) >= count)


def test_ctrl_c_and_the_same_command_again(
    terminal: Terminal, long: Path, undisturbed: list[dict[str, object]]
) -> None:
    running = terminal.begin(long, *OPTIONS)
    done_sections(terminal, 1)
    children = running.children()
    assert len(running.workers()) == 2
    running.interrupt()
    assert seconds_until_gone(children) < 1.0
    said = running.end()
    assert (said.code, said.out) == (130, "")
    assert said.complaints == ["Stopped. The same command goes on where it stopped."]

    (job,) = terminal.sql("SELECT status, paused FROM jobs")
    assert job == ("processing", 1)
    resumed = terminal.transcribe(long, *OPTIONS)
    assert resumed.code == 0
    assert said_segments(resumed.paths[0]) == undisturbed
    assert terminal.value("SELECT count(*) FROM jobs") == 1
    assert terminal.value("SELECT attempts FROM sections WHERE position = 0") == 1


def test_kills_of_the_command_and_of_a_child(
    terminal: Terminal, long: Path, undisturbed: list[dict[str, object]]
) -> None:
    running = terminal.begin(long, *OPTIONS)
    done_sections(terminal, 1)
    children = running.children()
    running.process.kill()
    assert seconds_until_gone(children) < 2.0
    running.end()

    running = terminal.begin(long, *OPTIONS)
    done_sections(terminal, 2)
    running.recognizer().kill()
    said = running.end()
    assert (said.code, said.err) == (0, "")
    assert said_segments(said.paths[0]) == undisturbed
    assert terminal.value("SELECT max(attempts) FROM sections") == 2
    assert terminal.value("SELECT sum(attempts) FROM sections") <= 5 + 2


def test_a_second_command_takes_over(terminal: Terminal, long: Path, clip: Path) -> None:
    """The first one has the engine; it is killed while the second waits for its own file."""
    first = terminal.begin(long, "-q")
    done_sections(terminal, 1)
    second = terminal.begin(clip)
    second.wait_for_error_line("the files are given to it")
    first.process.kill()
    said = second.end()
    assert said.code == 0
    assert said.paths == [terminal.output / "single_en_01.srt"]
    assert said.complaints[-1].startswith("single_en_01.flac: done")


def test_a_file_that_is_stopped_or_deleted_elsewhere(terminal: Terminal, long: Path) -> None:
    def edited(statement: str) -> Said:
        before = terminal.value(DONE) or 0
        running: Command = terminal.begin(long, "-q")
        done_sections(terminal, before + 1)
        code = (
            "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
            "db.execute('PRAGMA foreign_keys = ON'); db.execute(sys.argv[2]); db.commit()"
        )
        command = [sys.executable, "-c", code, str(terminal.data / "kopia.db"), statement]
        subprocess.run(command, check=True)
        return running.end()

    stopped = edited("UPDATE jobs SET paused = 1")
    assert (stopped.code, stopped.out) == (1, "")
    assert "The same command goes on" in one_line(stopped, long.name)
    deleted = edited("DELETE FROM jobs")
    assert (deleted.code, deleted.out) == (1, "")
    assert "deleted" in one_line(deleted, long.name)
