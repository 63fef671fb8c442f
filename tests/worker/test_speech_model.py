"""The starter model in memory: what it hears, and how damaged models end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kopia_desktop.core.errors import ModelError
from kopia_desktop.core.vocabulary import PROMPT_TOKENS
from kopia_desktop.worker.model_files import fingerprint
from kopia_desktop.worker.protocol import LoadModel
from kopia_desktop.worker.speech_model import Decoded, DecodeOptions, SpeechModel

Floats = NDArray[np.float32]


@pytest.fixture(scope="module")
def model(starter_model: Path) -> SpeechModel:
    return SpeechModel(LoadModel(str(starter_model), "cpu", "auto", 2, 1))


def heard(model: SpeechModel, audio: Floats, *, language: str = "en") -> Decoded:
    encoded = model.encode([model.features(audio)])
    (decoded,) = model.decode(encoded, [len(audio) / 16_000], language, DecodeOptions())
    return decoded


def test_what_was_loaded_is_told(model: SpeechModel, starter_model: Path) -> None:
    loaded = model.loaded()
    assert loaded.device == "cpu"
    assert loaded.compute_type.startswith("int8")
    assert loaded.model_hash == fingerprint(starter_model)
    assert loaded.seconds > 0.0
    assert model.multilingual


def test_the_clip_is_heard_word_by_word(model: SpeechModel, speech: Floats) -> None:
    decoded = heard(model, speech)
    assert decoded.text == "Great, then we should, er, record the program later."
    assert "".join(word.text for word in decoded.words).strip() == decoded.text
    assert [word.text for word in decoded.words][:2] == [" Great,", " then"]
    assert all(0.0 <= word.start <= word.end <= 4.0 for word in decoded.words)
    assert all(0.0 < word.confidence <= 1.0 for word in decoded.words)
    assert -0.3 < decoded.mean_log_probability < 0.0
    assert decoded.no_speech_probability < 0.1


def test_languages_are_probabilities(model: SpeechModel, speech: Floats) -> None:
    (row,) = model.languages(model.encode([model.features(speech)]))
    assert row["en"] > 0.95
    assert "es" in row
    assert sum(row.values()) == pytest.approx(1.0, abs=0.01)


def test_features_are_of_30_seconds_whatever_the_length(model: SpeechModel, speech: Floats) -> None:
    for audio in (speech[:0], speech[:100], speech, np.tile(speech, 9)):
        features = model.features(audio)
        assert (features.shape[1], features.dtype) == (3000, np.float32)
    assert not np.array_equal(model.features(speech), model.features(speech[:100]))


def test_terms_stand_before_what_is_heard_and_are_bounded(
    model: SpeechModel, speech: Floats
) -> None:
    tokenizer = model._tokenizer("en")
    plain = model._prompt(tokenizer, ())
    assert plain[0] == tokenizer.sot
    one = model._prompt(tokenizer, ("budget",))
    assert one[0] == tokenizer.sot_prev
    assert one[-len(plain) :] == plain
    assert tokenizer.decode(one[1 : -len(plain)]) == " budget"
    many = model._prompt(tokenizer, tuple(f"Quorvale number {n}" for n in range(200)))
    assert PROMPT_TOKENS - 30 < len(many) - len(plain) - 1 <= PROMPT_TOKENS
    assert model._prompt(tokenizer, ("x" * 2000,)) == plain


def test_a_prompt_that_leaves_no_room_is_told(
    model: SpeechModel, speech: Floats, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoded = model.encode([model.features(speech)])
    options = DecodeOptions(hotwords=("budget", "Tuesday"))
    (whole,) = model.decode(encoded, [3.5], "en", options)
    assert not whole.cut
    room = len(model._prompt(model._tokenizer("en"), options.hotwords)) + 4
    monkeypatch.setattr(model._model, "max_length", room)
    (short,) = model.decode(encoded, [3.5], "en", options)
    assert short.cut
    assert len(short.text) < len(whole.text)


def test_threads_share_the_model(model: SpeechModel, speech: Floats) -> None:
    alone = heard(model, speech)
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(lambda _: heard(model, speech), range(3)))
    assert together == [alone] * 3


@pytest.mark.parametrize("language", ["xx", "", "en_uk", "EN"])
def test_a_language_the_model_does_not_know(
    language: str, model: SpeechModel, speech: Floats
) -> None:
    with pytest.raises(ModelError, match="does not know"):
        heard(model, speech, language=language)


def test_a_model_for_english_only(starter_model: Path, tmp_path: Path, speech: Floats) -> None:
    """CTranslate2 takes a model for multilingual when its vocabulary begins as theirs do."""
    folder = Path(shutil.copytree(starter_model, tmp_path / "english"))
    path = folder / "vocabulary.json"
    tokens = json.loads(path.read_text("utf-8"))
    tokens[tokens.index("")] = "<|unused|>"
    path.write_text(json.dumps(tokens), "utf-8")
    english = SpeechModel(LoadModel(str(folder), "cpu", "auto", 1, 1))
    assert not english.multilingual
    assert english.languages(english.encode([english.features(speech)])) == [{"en": 1.0}]
    with pytest.raises(ModelError, match="English only"):
        heard(english, speech, language="es")


DAMAGE = """
import sys
from pathlib import Path
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.worker.protocol import LoadModel
from kopia_desktop.worker.speech_model import SpeechModel

def watch(event, arguments):
    if event.startswith("socket."):
        print("network", event)

sys.addaudithook(watch)
for folder in sorted(Path(sys.argv[1]).iterdir()):
    try:
        SpeechModel(LoadModel(str(folder), "cpu", "auto", 1, 1))
        print(folder.name, "loaded")
    except KopiaError as error:
        print(folder.name, error.code)
"""


def test_damaged_models_are_told_without_the_network_and_the_process_lives(
    starter_model: Path, tmp_path: Path
) -> None:
    weights = (starter_model / "model.bin").read_bytes()
    tokenizer = (starter_model / "tokenizer.json").read_bytes()
    other = json.dumps({"version": "1.0", "model": {"type": "BPE", "vocab": {}, "merges": []}})
    damages: dict[str, tuple[str, bytes | None]] = {
        "no_weights": ("model.bin", None),
        "no_tokenizer": ("tokenizer.json", None),
        "no_config": ("config.json", None),
        "no_vocabulary": ("vocabulary.json", None),
        "weights_empty": ("model.bin", b""),
        "weights_begun": ("model.bin", weights[:100]),
        "weights_half": ("model.bin", weights[: len(weights) // 2]),
        "weights_almost": ("model.bin", weights[:-1]),
        "weights_zero": ("model.bin", bytes(len(weights))),
        "weights_page": ("model.bin", b"<html>Not found</html>" * 100),
        "tokenizer_empty": ("tokenizer.json", b""),
        "tokenizer_half": ("tokenizer.json", tokenizer[: len(tokenizer) // 2]),
        "tokenizer_bare": ("tokenizer.json", b"{}"),
        "tokenizer_zero": ("tokenizer.json", bytes(1000)),
        "tokenizer_other": ("tokenizer.json", other.encode()),
        "config_half": ("config.json", b'{"alignment_heads": [[1, 0'),
        "config_bare": ("config.json", b"{}"),
        "vocabulary_half": ("vocabulary.json", b'["a", "b'),
        "vocabulary_none": ("vocabulary.json", b"[]"),
        "spectrum_odd": ("preprocessor_config.json", b'{"feature_size": "x"}'),
        "spectrum_other": ("preprocessor_config.json", b'{"feature_size": 40}'),
    }
    for name, (file, content) in damages.items():
        folder = tmp_path / name
        folder.mkdir()
        for path in starter_model.iterdir():
            (folder / path.name).symlink_to(path)
        (folder / file).unlink()
        if content is not None:
            (folder / file).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", DAMAGE, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "HF_HUB_OFFLINE": "0"},
    )
    assert done.returncode == 0, done.stderr
    told = dict(line.split() for line in done.stdout.splitlines())
    assert told == dict.fromkeys(damages, "model_broken")
