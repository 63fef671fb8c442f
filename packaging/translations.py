"""Bring i18n/*.ts up to date with the window's texts and compile them for the program.

``python packaging/translations.py`` updates and compiles; ``--check`` says what is missing and
changes nothing. English has a catalogue too, for its plurals only.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "kopia_desktop" / "gui"
CATALOGUES = ROOT / "i18n"
COMPILED = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "ar")


def update(folder: Path) -> None:
    """Read every text of the window into the catalogues of ``folder``."""
    paths = sorted(SOURCES.rglob("*.py"))
    sources = [str(path.relative_to(ROOT)) for path in paths]
    with tempfile.TemporaryDirectory() as name:
        counted = Path(name) / "counted.py"
        counted.write_text(counted_texts(paths), "utf-8")
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == "en" else []
            options = ["-silent", "-locations", "none", "-no-obsolete", *plurals]
            target = ["-target-language", language, "-ts", str(folder / f"kopia_{language}.ts")]
            # Of two finds of one text lupdate believes the first.
            _run("lupdate", str(counted), *sources, *options, *target)


def counted_texts(paths: Iterable[Path]) -> str:
    """Python that says again, in words lupdate understands, what ``translate`` counts.

    lupdate takes the ``n`` of ``QCoreApplication.translate(context, text, "", n)`` for an encoding
    or skips the call: the text would have no plural forms. It reads ``self.tr(text, "", n)`` well.
    """
    found: dict[str, set[str]] = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="translate"),
                    args=[ast.Constant(value=str(context)), ast.Constant(value=str(text)), *_],
                ) if "%n" in text:
                    found.setdefault(context, set()).add(text)
    lines = []
    for context, texts in sorted(found.items()):
        lines += [f"class {context}:", "    def counted(self):"]
        lines += [f'        self.tr({text!r}, "", n)' for text in sorted(texts)]
    return "\n".join(lines) + "\n"


def compile_all(folder: Path, target: Path) -> None:
    """Make the files that the program loads."""
    target.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        catalogue = folder / f"kopia_{language}.ts"
        compiled = target / f"kopia_{language}.qm"
        _run("lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def unfinished(catalogue: Path) -> list[str]:
    """The texts without a translation, each with its context."""
    found = []
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def outdated() -> list[str]:
    """What keeps the catalogues from being complete, in sentences; nothing when all is well."""
    problems = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for language in LANGUAGES:
            catalogue = CATALOGUES / f"kopia_{language}.ts"
            (folder / catalogue.name).write_bytes(catalogue.read_bytes())
        update(folder)
        compile_all(folder, folder)
        for language in LANGUAGES:
            fresh = folder / f"kopia_{language}.ts"
            problems += [f"{language}, not translated: {text}" for text in unfinished(fresh)]
            committed = COMPILED / f"kopia_{language}.qm"
            compiled = folder / committed.name
            if not committed.is_file() or committed.read_bytes() != compiled.read_bytes():
                problems.append(
                    f"{committed.name} is not what its catalogue says: make translations"
                )
    return problems


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    done = subprocess.run(
        [str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    if "--check" in sys.argv[1:]:
        problems = outdated()
        print("\n".join(problems) or "All texts are translated.")
        return 1 if problems else 0
    update(CATALOGUES)
    compile_all(CATALOGUES, COMPILED)
    for language in LANGUAGES:
        missing = unfinished(CATALOGUES / f"kopia_{language}.ts")
        print(f"{language}: {len(missing)} text(s) without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
