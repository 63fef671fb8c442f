"""The catalogues are complete and fit: nothing is missing, named fields and keys are kept."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.languages import spoken_languages, target_languages
from kopia_desktop.core.paths import resource
from kopia_desktop.gui import interface_language
from kopia_desktop.gui.actions import SEPARATOR, Actions

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kopia_desktop" / "gui").rglob("*.py"))

PLURALS = {"en": 2, "de": 2, "ar": 6}
SPELT_OUT = {"en": 0, "de": 0, "ar": 3}
"""How many of the first plural forms mean one number only, so that words may stand for it."""

TOGETHER = ("JobMenu", "OptionsForm")
"""Contexts whose mnemonics are all seen at once; the menus of Actions are built."""

ENDS = {"؟": "?"}


@dataclass(frozen=True, slots=True)
class Message:
    context: str
    source: str
    forms: tuple[str, ...]
    counted: bool

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} -> {self.forms}"


def messages(language: str) -> list[Message]:
    root = ElementTree.parse(ROOT / "i18n" / f"kopia_{language}.ts").getroot()
    found = []
    for context in root.iter("context"):
        for each in context.iter("message"):
            counted = each.get("numerus") == "yes"
            translation = each.find("translation")
            assert translation is not None
            texts = [form.text for form in translation] if counted else [translation.text]
            name, source = context.findtext("name", ""), each.findtext("source", "")
            found.append(Message(name, source, tuple(text or "" for text in texts), counted))
    return found


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """packaging/translations.py; the folder is no package."""
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """What is worded meanwhile is in the language of the compiled file."""
    translator = QTranslator()
    assert translator.load(f"kopia_{language}", str(resource("translations")))
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


every_language = pytest.mark.parametrize("language", interface_language.AVAILABLE)
full_catalogue = pytest.mark.parametrize("language", ["de", "ar"])


# Complete


def test_every_text_is_translated_and_compiled(tool: ModuleType) -> None:
    assert tool.outdated() == [], "make translations, then translate what it names"


def test_the_tool_and_the_window_know_the_same_languages(tool: ModuleType) -> None:
    assert tool.LANGUAGES == interface_language.AVAILABLE


@every_language
def test_no_form_is_empty(language: str) -> None:
    assert [str(each) for each in messages(language) if not all(each.forms)] == []


def test_a_text_without_a_translation_is_named(tool: ModuleType, tmp_path: Path) -> None:
    catalogue = tmp_path / "kopia_de.ts"
    catalogue.write_text(
        '<TS version="2.1"><context><name>Jobs</name><message><source>done</source>'
        '<translation type="unfinished"/></message></context></TS>',
        "utf-8",
    )
    assert tool.unfinished(catalogue) == ["Jobs: done"]


def test_what_translate_counts_is_said_again_for_lupdate(tool: ModuleType, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        'Q.translate("Jobs", "%n hour(s)", "", round(x))\nQ.translate("Jobs", "done")\n', "utf-8"
    )
    again = "class Jobs:\n    def counted(self):\n        self.tr('%n hour(s)', \"\", n)\n"
    assert tool.counted_texts([module]) == again


# Found at run time


def _speakers() -> Iterator[tuple[type, ast.Call]]:
    """Every ``self.tr(...)`` of the window with the class it stands in."""
    for path in MODULES:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                owner = getattr(importlib.import_module(name), node.name)
                for call in ast.walk(node):
                    if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.tr":
                        yield owner, call


def test_what_is_said_at_once_names_its_context_itself() -> None:
    """lupdate passes over a text whose context is a variable, and it stays English."""
    passed_over = [
        f"{path.name}: {ast.unparse(call)}"
        for path in MODULES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "QCoreApplication.translate"
        and isinstance(call.args[1], ast.Constant)
        and not isinstance(call.args[0], ast.Constant)
    ]
    assert passed_over == []


def test_only_qobjects_say_self_tr() -> None:
    """Qt looks a text up below the class's name, as lupdate wrote it down."""
    assert {owner.__name__ for owner, _ in _speakers() if not issubclass(owner, QObject)} == set()


def test_no_class_that_counts_has_heirs() -> None:
    """PySide looks a plural up below the heir's name only, where no catalogue has it."""
    counting = {owner for owner, call in _speakers() if len(call.args) > 2}
    assert counting
    assert {owner.__name__ for owner in counting if owner.__subclasses__()} == set()


# Each text fits its source


@every_language
def test_counted_texts_have_all_their_plurals(language: str) -> None:
    for each in messages(language):
        assert each.counted == ("%n" in each.source), each
        assert len(each.forms) == (PLURALS[language] if each.counted else 1), each


@every_language
def test_the_number_stands_in_every_form_that_means_several(language: str) -> None:
    for each in messages(language):
        for index, form in enumerate(each.forms):
            wanted = each.source.count("%n")
            allowed = {0, wanted} if index < SPELT_OUT[language] else {wanted}
            assert form.count("%n") in allowed, each


@every_language
def test_named_fields_are_kept(language: str) -> None:
    for each in messages(language):
        for form in each.forms:
            assert _fields(form) == _fields(each.source), each


def _fields(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%[1-9L]", text))


@every_language
def test_edges_and_line_breaks_are_kept(language: str) -> None:
    for each in messages(language):
        for form in each.forms:
            assert _edges(form) == _edges(each.source), each
            assert form.count("\n") == each.source.count("\n"), each


def _edges(text: str) -> tuple[str, str]:
    body = text.strip()
    start = text.index(body)
    return text[:start], text[start + len(body) :]


@every_language
def test_texts_end_as_their_sources_do(language: str) -> None:
    for each in messages(language):
        for form in each.forms:
            assert _end(form) == _end(each.source), each


def _end(text: str) -> str:
    last = ENDS.get(text[-1], text[-1])
    return last if last in ".…:?!" else ""


@pytest.mark.parametrize(("language", "pair"), [("de", "„“"), ("ar", "«»")])
def test_quotation_marks_are_the_language_s_own(language: str, pair: str) -> None:
    for each in messages(language):
        text = each.forms[0]
        assert not set('"”‚‘«»„“') & set(text) - set(pair), each
        assert text.count(pair[0]) == text.count(pair[1]), each


@full_catalogue
def test_languages_of_one_list_have_names_of_their_own(language: str, qtbot: QtBot) -> None:
    with speaking(language):
        for offered in (spoken_languages(), target_languages()):
            english = {one.name for one in offered.values()}
            names = Counter(QCoreApplication.translate("Languages", name) for name in english)
            assert {name for name, count in names.items() if count > 1} == set()


# Keys


@every_language
def test_a_key_is_kept_where_there_was_one(language: str) -> None:
    for each in messages(language):
        for form in each.forms:
            assert len(_keys([form])) == len(_keys([each.source])), each


@every_language
def test_keys_of_a_menu_differ(language: str, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with speaking(language):
        actions = Actions(window)
        menus = actions.menus()
    assert _twice([menu.title for menu in menus]) == set()
    for menu in menus:
        texts = [actions[name].text() for name in menu.ids if name != SEPARATOR]
        assert len(_keys(texts)) == len(texts), f"{menu.title} has an action without a key"
        assert _twice(texts) == set(), menu.title


@full_catalogue
@pytest.mark.parametrize("context", TOGETHER)
def test_keys_that_are_seen_at_once_differ(language: str, context: str) -> None:
    found = [each for each in messages(language) if each.context == context]
    assert _twice([each.source for each in found]) == set()
    assert _twice([each.forms[0] for each in found]) == set()


def _keys(texts: list[str]) -> list[str]:
    return [key.casefold() for text in texts for key in re.findall(r"(?<!&)&([^&\s])", text)]


def _twice(texts: list[str]) -> set[str]:
    return {key for key, count in Counter(_keys(texts)).items() if count > 1}


# Compiled


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {1: "1 job deleted", 2: "2 jobs deleted"}),
        ("de", {1: "1 Auftrag gelöscht", 2: "2 Aufträge gelöscht"}),
        ("ar", {1: "حُذفت مهمة واحدة", 2: "حُذفت مهمتان", 3: "حُذفت 3 مهام", 11: "حُذفت 11 مهمة"}),
    ],
)
def test_compiled_files_count(language: str, said: dict[int, str], qtbot: QtBot) -> None:
    with speaking(language):
        for number, text in said.items():
            found = QCoreApplication.translate("UndoBar", "%n job(s) deleted", "", number)
            assert found == text
