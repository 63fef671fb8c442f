"""The command line: arguments in, a command's exit code out.

Only the standard library is imported here, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kopia_desktop import __version__
from kopia_desktop.core.links import is_link

_EPILOG = """\
examples:
  kopia-desktop                      opens the window
  kopia-desktop interview.mp4        opens the window and transcribes the file
  kopia-desktop transcribe interview.mp4 --format srt,txt
  kopia-desktop transcribe *.m4a --language es --output-dir transcripts
  kopia-desktop transcribe talk.mp4 --translate es,fr --format srt
  kopia-desktop demo
"""


COMMANDS = ("transcribe", "serve", "api-key", "models", "languages", "demo", "doctor")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 all done, 1 something failed, 2 bad usage, 130 stopped by Ctrl-C."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = build_parser()
    options = _window_options(parser, given) or parser.parse_args(given)
    from kopia_desktop.core.errors import KopiaError

    _let_any_name_through()
    # What the engine logs is not for the person: errors are said once, by the command.
    logging.getLogger("kopia_desktop").addHandler(logging.NullHandler())
    try:
        code = _run(options)
        sys.stdout.flush()
        return code
    except KopiaError as error:
        print(f"kopia-desktop: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (for example `| head`): nobody is left to tell, and
        # what is still to be written at the end goes nowhere.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _let_any_name_through() -> None:
    """A file name that the terminal's encoding lacks must not stop the program.

    Bytes that are no UTF-8 are written as they came, so that the printed path is the file's.
    """
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        is_utf8 = out.encoding.lower().replace("-", "") == "utf8"
        out.reconfigure(errors="surrogateescape" if is_utf8 else "backslashreplace")


def _window_options(
    parser: argparse.ArgumentParser, given: Sequence[str]
) -> argparse.Namespace | None:
    """The window's arguments: ``[--data-dir DIR] [FILE...]``; None when a command is meant.

    A word that is neither a command nor something that exists is a mistake, not a file.
    """
    if given and (given[0] in COMMANDS or given[0] in ("-h", "--help", "--version")):
        return None
    window = argparse.ArgumentParser(prog=parser.prog, add_help=False)
    window.usage = parser.format_usage().removeprefix("usage: ")
    window.add_argument("files", nargs="*", metavar="FILE")
    _add_data_dir(window)
    options = window.parse_args(list(given))
    for file in options.files:
        if not (is_link(file) or os.path.lexists(file)):
            parser.error(f"there is no command and no file {file!r}")
    options.command = None
    return options


def _run(options: argparse.Namespace) -> int:
    # Each command is imported when it is asked for: some need native libraries.
    if options.command is None:
        from kopia_desktop.commands import window

        return window.run(options)
    if options.command in ("transcribe", "demo"):
        from kopia_desktop.commands import transcribe

        return transcribe.run(options) if options.command == "transcribe" else _demo(options)
    if options.command == "serve":
        from kopia_desktop.commands import serve

        return serve.run(options)
    if options.command == "api-key":
        from kopia_desktop.commands import api_key

        return api_key.run(options)
    if options.command == "doctor":
        from kopia_desktop.commands import doctor

        return doctor.run(options)
    if options.command == "models":
        from kopia_desktop.commands import models

        return models.run(options)
    from kopia_desktop.commands import languages

    return languages.run(options)


def _demo(options: argparse.Namespace) -> int:
    from kopia_desktop.commands import demo

    return demo.run(options)


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line (CONTRACT: "Command line")."""
    parser = argparse.ArgumentParser(
        prog="kopia-desktop",
        description="Turns recordings into transcripts on this computer, offline and private.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = "%(prog)s [--data-dir DIR] [FILE ...]  |  %(prog)s COMMAND ..."
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_transcribe(commands)
    _add_serve(commands)
    _add_models(commands)
    _add_languages(commands)
    demo = commands.add_parser("demo", help="the bundled sample through the whole program")
    demo.add_argument("--output-dir", type=Path, default=Path("kopia-demo"), metavar="DIR")
    doctor = commands.add_parser("doctor", help="what is installed, which device is used and why")
    _add_data_dir(doctor)
    return parser


def _add_transcribe(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("transcribe", help="write transcripts of recordings")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="audio or video")
    command.add_argument(
        "--language",
        default=None,
        metavar="CODE",
        help="language spoken (see: languages list); auto detects it",
    )
    command.add_argument("--model", default=None, metavar="NAME", help="speech model to use")
    command.add_argument(
        "--remove-filler-words", action="store_true", default=None, help="leave um, uh, er out"
    )
    command.add_argument(
        "--translate", default="", metavar="CODES", help="languages to translate to: es,fr"
    )
    command.add_argument(
        "--vocabulary",
        type=Path,
        default=None,
        metavar="FILE",
        help="names and terms, one a line; with what was heard instead: Kopia = copia, copya",
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--formal", action="store_true", help="translate with formal address")
    form.add_argument("--informal", action="store_true", help="translate with informal address")
    command.add_argument(
        "--format",
        default="srt",
        metavar="LIST",
        help="srt, vtt, txt, txt-times, json, csv, md, docx, html; several with commas",
    )
    command.add_argument(
        "--output-dir",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="where the transcripts go (default: the current folder)",
    )
    command.add_argument(
        "--audio-track", type=_track, default=None, metavar="N", help="audio track, from 0"
    )
    command.add_argument(
        "--again", action="store_true", help="transcribe anew what is already transcribed"
    )
    command.add_argument("-q", "--quiet", action="store_true", help="errors only")
    _add_data_dir(command)


def _track(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError("tracks are counted from 0")
    return number


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("serve", help="engine and REST API without a window")
    command.add_argument(
        "--host", default=None, help="127.0.0.1 (default), ::1, or localhost for both"
    )
    command.add_argument(
        "--port", type=_port, default=None, help="port of the API (default 8756); 0: a free one"
    )
    _add_data_dir(command)
    key = commands.add_parser("api-key", help="show or replace the key of the API")
    actions = key.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_data_dir(actions.add_parser("show", help="print it"))
    _add_data_dir(actions.add_parser("rotate", help="make a new one; the old one ends at once"))


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError("ports go up to 65535")
    return number


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("models", help="models: list, download, add, remove")
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = actions.add_parser("list", help="what is installed, and what can be downloaded")
    _add_data_dir(listed)
    download = actions.add_parser("download", help="bring a model here; it goes on where it was")
    download.add_argument("name", metavar="NAME", help="one of: models list")
    _add_data_dir(download)
    add = actions.add_parser("add", help="add a folder with a model in CTranslate2 format")
    add.add_argument("path", type=Path, metavar="PATH")
    add.add_argument("--name", default=None, metavar="NAME", help="default: the folder's name")
    _add_data_dir(add)
    remove = actions.add_parser("remove", help="delete a model, or stop its download")
    remove.add_argument("name", metavar="NAME")
    _add_data_dir(remove)


def _add_languages(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("languages", help="languages: list, install, add, remove")
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = actions.add_parser("list", help="every code that can be spoken, with its name")
    listed.add_argument(
        "--from",
        dest="source",
        default=None,
        metavar="CODE",
        help="what this language can be translated to, and what would be needed",
    )
    _add_data_dir(listed)
    install = actions.add_parser("install", help="download what translates a pair of languages")
    install.add_argument("pair", metavar="FROM-TO", help="two codes, as en-es")
    _add_data_dir(install)
    add = actions.add_parser("add", help="add a translation model that is on this computer")
    add.add_argument("path", type=Path, metavar="FILE.argosmodel", help="or a model's folder")
    _add_data_dir(add)
    remove = actions.add_parser("remove", help="delete a translation model")
    remove.add_argument("pair", metavar="FROM-TO", help="or the name of its folder")
    _add_data_dir(remove)


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=None,
        metavar="DIR",
        help="default: KOPIA_DATA_DIR, else the system's folder for application data",
    )
