"""The house keeps its own rules: layers, sizes, errors, settings, no trace of a machine."""

from __future__ import annotations

import ast
import dataclasses
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kopia_desktop.core import errors
from kopia_desktop.core.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kopia_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))


def _names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


# Rooms and their doors


def test_import_contracts_hold(tmp_path: Path) -> None:
    call = f"lint_imports(cache_dir={str(tmp_path)!r})"
    code = f"import sys; from importlinter.cli import lint_imports; sys.exit({call})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_stands_in_the_layers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = " ".join(next(each["layers"] for each in contracts if each["type"] == "layers"))
    placed = set(re.findall(r"kopia_desktop\.(\w+)", layers))
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    rooms |= {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    assert rooms == placed


@pytest.mark.parametrize("module", ["kopia_desktop.cli", "kopia_desktop.app"])
def test_importing_the_program_loads_no_native_code(module: str) -> None:
    """A command that only prints help must not wait for these."""
    heavy = ("ctranslate2", "av", "numpy", "onnxruntime", "faster_whisper", "PySide6.QtWidgets")
    code = f"import sys, {module}; print(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


# Sizes and leftovers


@pytest.mark.parametrize("module", MODULES, ids=_names(MODULES))
def test_a_module_has_one_job(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text)), "a module begins with its purpose"


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b|NotImplemented" r"Error")
    sources = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
    assert not [path for path in sources if later.search(path.read_text("utf-8"))]


# Errors


def _subclasses(kind: type[errors.KopiaError]) -> Iterator[type[errors.KopiaError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)


def _drawn_tree() -> dict[str, str]:
    """Each error of the tree in the docstring of core/errors.py, with the one it hangs from."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        drawn = re.match(r"    ((?:\|  |   )*)[|`]- (\w+)", line)
        if drawn:
            depth = len(drawn[1]) // 3
            above[depth:] = [drawn[2]]
            parents[drawn[2]] = above[depth - 1] if depth else "KopiaError"
    return parents


def test_every_error_has_a_code_of_its_own() -> None:
    kinds = [errors.KopiaError, *_subclasses(errors.KopiaError)]
    codes = Counter(kind.code for kind in kinds)
    assert [code for code, count in codes.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in codes)


def test_every_error_stands_in_the_tree() -> None:
    real = {
        kind.__name__: kind.__base__.__name__
        for kind in _subclasses(errors.KopiaError)
        if kind.__base__
    }
    assert _drawn_tree() == real


# Settings


def test_every_setting_has_help() -> None:
    pages = {item.name: item.default_factory for item in dataclasses.fields(Settings)}
    silent = [
        f"{page}.{item.name}"
        for page, make in pages.items()
        for item in dataclasses.fields(make())  # type: ignore[arg-type,operator,misc]
        if not str(item.metadata.get("help", "")).endswith(".")
    ]
    assert pages
    assert silent == []


# The lock


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"])],
)
def test_the_lock_pins_what_the_project_asks_for(lock: str, groups: list[str]) -> None:
    """Edit pyproject.toml and forget ``make lock``, and this says so."""
    text = (ROOT / "packaging" / lock).read_text("utf-8")
    entries = [entry for entry in text.replace("\\\n", " ").splitlines() if entry[:1].isalnum()]
    assert all(" --hash=sha256:" in entry for entry in entries)
    pins = [Requirement(entry.split(" --hash", 1)[0]) for entry in entries]
    here = {
        canonicalize_name(pin.name): pin for pin in pins if not pin.marker or pin.marker.evaluate()
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"]]
    asked += [line for group in groups for line in project["dependency-groups"][group]]
    for wanted in map(Requirement, asked):
        if not wanted.marker or wanted.marker.evaluate():
            version = str(here[canonicalize_name(wanted.name)].specifier).removeprefix("==")
            assert version in wanted.specifier, f"{wanted} is pinned at {version}"


# What must stay on the machine it was written on


def _tracked_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file():
            content = path.read_bytes()
            if b"\0" not in content[:8000]:
                yield name, content.decode("utf-8", "replace")


def _own_places() -> set[str]:
    """This checkout's path, and where this machine's pip and uv look for packages."""
    variables = [
        value for name, value in os.environ.items() if re.match(r"(PIP|UV)_.*(INDEX|LINKS)", name)
    ]
    pip = [sys.executable, "-m", "pip", "config", "list"]
    listed = subprocess.run(pip, capture_output=True, text=True).stdout
    configured = re.findall(r"(?:index-url|find-links)='([^']*)'", listed)
    addresses = {word for text in [*variables, *configured] for word in text.split()}
    places = {re.sub(r"^\w+://([^/@]*@)?", "", each).rstrip("/") for each in addresses}
    return {each for each in {*places, str(ROOT)} if len(each) > 8}


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not a git checkout"
)
def test_no_tracked_file_names_a_machine_or_an_index() -> None:
    generic = (
        r"/(?:home|Users)/[a-z][\w.-]*/",  # a person's home
        r"/root/\.?\w",
        r"[A-Za-z]:\\+Users\\",
        r"^\s*--?(?:extra-index-url|index-url|find-links|trusted-host)[ =]",
        r"https?://[^\s\"']*/simple\b",  # a package index
    )
    own = map(re.escape, _own_places())
    betrays = re.compile("|".join((*generic, *own)), re.MULTILINE)
    found = {
        name: match[0]
        for name, text in _tracked_texts()
        if name != "tests/test_house.py" and (match := betrays.search(text))
    }
    assert found == {}
