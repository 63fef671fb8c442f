"""The media matrix: one sentence in every container and codec gives the same words."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from kopia_desktop.core.transcript import words_text
from kopia_desktop.worker.prepare import prepare
from kopia_desktop.worker.protocol import LoadModel, Prepare, Recognize, SectionCut, SectionFile
from kopia_desktop.worker.recognize import Recognizer
from kopia_desktop.worker.speech_model import SpeechModel

TEXT = "great then we should er record the program later"
AT_LEAST = 50
"""Kinds that must give exactly these words. Telephone codecs cost the small model a word or two."""


def test_every_kind_of_media_gives_the_same_words(
    samples: ModuleType,
    media_folder: Path,
    speech: NDArray[np.float32],
    starter_model: Path,
    tmp_path: Path,
) -> None:
    (tmp_path / "media").mkdir()
    kinds = samples.make_samples(tmp_path / "media", speech)
    kinds |= {path.name: path for path in media_folder.iterdir() if path.suffix != ".c2"}
    recognizer = Recognizer(SpeechModel(LoadModel(str(starter_model), "cpu", "auto", 2, 1)))
    heard = {
        name: _words(recognizer, path, tmp_path / "work" / str(number))
        for number, (name, path) in enumerate(kinds.items())
    }
    same = [name for name, words in heard.items() if words == TEXT]
    other = {name: words for name, words in heard.items() if words != TEXT}
    assert len(same) >= AT_LEAST, other
    for name, words in other.items():
        shared = set(words.split()) & set(TEXT.split())
        assert len(shared) >= 6, f"{name}: {words}"


def _words(recognizer: Recognizer, path: Path, folder: Path) -> str:
    """The file through prepare and recognise, as bare words."""
    cut: list[SectionCut] = []
    request = Prepare(
        job_id="job",
        media_path=str(path),
        audio_track=None,
        max_seconds=60.0,
        sections_folder=str(folder),
        peaks_path=str(folder / "job.peaks"),
    )
    prepare(request, lambda reply: cut.append(reply) if isinstance(reply, SectionCut) else None)
    texts = []
    for section in (reply.section for reply in cut):
        assert section.file_name is not None, path
        file = SectionFile(str(folder / section.file_name), section)
        answer = recognizer.recognize(Recognize("job", file, "en", False, 5, 1))
        texts += [words_text(segment.words) for segment in answer.segments]
    return " ".join(re.findall(r"\w+", " ".join(texts).lower()))
