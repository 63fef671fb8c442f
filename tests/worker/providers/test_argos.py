"""Packages of Argos Translate: the starter packages, and made ones with the rarer features.

What they must give is what Argos Translate itself gives, run in a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.paths import resource
from kopia_desktop.worker.providers.argos import Argos
from kopia_desktop.worker.providers.argos_tokenizer import open_package
from tests.worker.providers import tiny_models
from tests.worker.providers.tiny_models import LINES

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "translation"
STARTER = resource("translators")

ODD = (
    "I sent my_report_final.txt to Anna.",
    "The code is \u2581A\u2581.",
    "«Zażółć» 12,5 % — naïve café №7",
    "好的。",
    "okay 🙂 okay",
    "  The  report   is ready.  ",
    "THE REPORT IS READY",
)


def by_argos_translate(
    packages: Path, source: str, target: str, sentences: Sequence[str]
) -> list[str]:
    """Sentence by sentence through its API."""
    asked = {
        "folder": str(packages),
        "threads": 1,
        "source": source,
        "target": target,
        "sentences": list(sentences),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.argos_reference"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    texts: list[str] = json.loads(done.stdout)["texts"]
    return texts


def by_us(folder: Path, sentences: Sequence[str], *, threads: int = 2) -> list[str]:
    answers = Argos(folder, threads).translate(sentences, source="", target="", hypotheses=1)
    return [answer[0].text for answer in answers]


def heldout(language: str) -> list[str]:
    triples = json.loads((DATA / "heldout.json").read_text("utf-8"))["triples"]
    return [triple[language] for triple in triples]


@pytest.mark.parametrize(("source", "target"), [("en", "es"), ("es", "en"), ("en", "de")])
def test_the_same_as_argos_translate(source: str, target: str) -> None:
    sentences = [*heldout(source)[:40], *ODD]
    expected = by_argos_translate(STARTER, source, target, sentences)
    folder = STARTER / f"translate-{source}_{target}"
    assert by_us(folder, sentences) == expected
    assert by_us(folder, sentences[::-1], threads=1) == expected[::-1]


def test_spanish_to_german_is_the_two_steps() -> None:
    sentences = heldout("es")[:40]
    english = by_us(STARTER / "translate-es_en", sentences)
    german = by_us(STARTER / "translate-en_de", english)
    assert german == by_argos_translate(STARTER, "es", "de", sentences)


def test_held_out_sentences_come_out_right() -> None:
    found = by_us(STARTER / "translate-en_es", heldout("en"))
    right = sum(one == two for one, two in zip(found, heldout("es"), strict=True))
    assert right >= 0.95 * len(found)


def test_a_package_with_a_prefix_for_its_target(tmp_path: Path) -> None:
    folder = tmp_path / "translate-en_es"
    shutil.copytree(STARTER / "translate-en_es", folder)
    vocabulary = json.loads((folder / "model" / "shared_vocabulary.json").read_text("utf-8"))
    prefix = next(piece for piece in vocabulary if piece.startswith("\u2581El"))
    about = json.loads((folder / "metadata.json").read_text("utf-8"))
    (folder / "metadata.json").write_text(json.dumps(about | {"target_prefix": prefix}), "utf-8")
    expected = by_argos_translate(tmp_path, "en", "es", LINES)
    assert by_us(folder, LINES) == expected
    assert expected != by_us(STARTER / "translate-en_es", LINES)


def test_a_package_with_a_tokenizer_of_the_older_kind(tmp_path: Path) -> None:
    """bpe.model, with words cut as Moses does; here with random weights."""
    folder = tmp_path / "translate-en_de"
    folder.mkdir()
    letters = sorted({letter for line in LINES for letter in line} - {" "})
    (folder / "bpe.model").write_text("#version: 0.2\nt h\nth e</w>\ni n\n", "utf-8")
    pieces = ["th", "the", "in", "in@@", "th@@", *letters, *(f"{one}@@" for one in letters)]
    tiny_models.save_transformer(folder / "model", ["<unk>", "<s>", "</s>", *pieces])
    about = {"from_code": "en", "to_code": "de", "from_name": "English", "to_name": "German"}
    (folder / "metadata.json").write_text(json.dumps(about), "utf-8")
    expected = by_argos_translate(tmp_path, "en", "de", LINES)
    assert any(expected)
    assert by_us(folder, LINES) == expected


def test_several_hypotheses_the_best_first() -> None:
    provider = Argos(STARTER / "translate-en_es", 2)
    sentences = ["Could you open the document, please?", "hello.", "Can you hear me?"]
    for answer in provider.translate(sentences, source="en", target="es", hypotheses=6):
        assert len(answer) == 6
        assert len({one.text for one in answer}) > 1
        assert all(one.score < 0 for one in answer)
    first, *_ = provider.translate(sentences[-1:], source="en", target="es", hypotheses=6)
    assert {"¿Puedes oírme?", "¿Puede usted oírme?"} <= {one.text for one in first}


def test_odd_sentences() -> None:
    odd = ["", " ", "half \ud800 a pair", "\u0000", "a" * 5000, "7"]
    assert len(by_us(STARTER / "translate-en_es", odd)) == len(odd)
    assert by_us(STARTER / "translate-en_es", []) == []


@pytest.mark.parametrize(
    "spoiled", ["metadata.json", "sentencepiece.model", "model/model.bin", "model/config.json"]
)
def test_a_package_that_cannot_be_loaded(tmp_path: Path, spoiled: str) -> None:
    folder = tmp_path / "translate-en_es"
    shutil.copytree(STARTER / "translate-en_es", folder)
    data = (folder / spoiled).read_bytes()
    (folder / spoiled).write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelBroken):
        Argos(folder, 1)


def test_no_tokenizer(tmp_path: Path) -> None:
    folder = tmp_path / "translate-en_es"
    shutil.copytree(STARTER / "translate-en_es", folder)
    (folder / "sentencepiece.model").unlink()
    with pytest.raises(ModelBroken, match="translate-en_es cannot be read"):
        Argos(folder, 1)


def test_a_folder_with_letters_of_any_language(tmp_path: Path) -> None:
    folder = tmp_path / "Übersetzer — 翻訳" / "translate-en_es"
    shutil.copytree(STARTER / "translate-en_es", folder)
    assert by_us(folder, ["Hello everyone."]) == ["Hola a todos."]


def test_reading_a_package_leaves_nothing_behind(tmp_path: Path) -> None:
    """No folder in the home, no change of the environment, no connection, no sentence splitter."""
    code = (
        "import os, socket, sys\n"
        "def refused(*_): raise AssertionError('a connection')\n"
        "socket.socket.connect = socket.getaddrinfo = refused\n"
        "before = dict(os.environ)\n"
        "from pathlib import Path\n"
        "from kopia_desktop.worker.providers.argos import Argos\n"
        f"made = Argos(Path({str(STARTER / 'translate-en_es')!r}), 1)\n"
        "made.translate(['Hello.'], source='en', target='es', hypotheses=1)\n"
        "assert dict(os.environ) == before\n"
        "names = ('argostranslate.translate', 'argostranslate.sbd', 'minisbd', 'stanza', 'spacy')\n"
        "print([name for name in names if name in sys.modules])\n"
    )
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    homes = {"HOME": str(home), "USERPROFILE": str(home), "ARGOS_DEBUG": "1"}
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=kept | homes | {"TMPDIR": str(temporary), "TEMP": str(temporary)},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
    assert list(home.rglob("*")) == []
    assert list(temporary.rglob("*")) == []


def test_a_package_opens_with_its_tokenizer() -> None:
    opened = open_package(STARTER / "translate-en_es")
    assert opened.target_prefix == ""
    assert opened.tokenizer.decode(opened.tokenizer.encode("Hello everyone.")) == "Hello everyone."
