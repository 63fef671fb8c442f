"""The catalogue: what can be downloaded is described in full and without contradiction."""

from __future__ import annotations

import pytest

from kopia_desktop.core.catalogue import (
    SPEECH_MODELS,
    STARTER_SHAPE,
    TRANSLATORS,
    speech_model,
    translator,
)
from kopia_desktop.core.downloads import NAME, DownloadKind, HubSource
from kopia_desktop.core.errors import ModelNotFound


def test_every_model_can_be_ordered() -> None:
    names = [model.name for model in (*SPEECH_MODELS, *TRANSLATORS)]
    assert len(set(names)) == len(names) == 19
    for model in (*SPEECH_MODELS, *TRANSLATORS):
        order = model.order
        assert NAME.fullmatch(order.name)
        assert order.name == model.name
        assert isinstance(order.source, HubSource)
        assert order.source.repository.count("/") == 1
        assert order.about_bytes == model.download_bytes > 50_000_000
    assert {one.order.kind for one in SPEECH_MODELS} == {DownloadKind.SPEECH_MODEL}
    assert {one.order.kind for one in TRANSLATORS} == {DownloadKind.MADLAD400}


def test_facts() -> None:
    english = {model.name for model in SPEECH_MODELS if model.is_english_only}
    assert {name for name in english if not name.startswith("distil")} == {
        "tiny.en", "base.en", "small.en", "medium.en",
    }  # fmt: skip
    assert all(not model.is_english_only for model in SPEECH_MODELS if model.is_main)
    turbo, large = speech_model("large-v3-turbo"), speech_model("large-v3")
    assert turbo.millions < large.millions
    assert turbo.shape.chunk_operations < large.shape.chunk_operations
    # Published: large-v3 takes 3.09 GB on the hub, small 486 MB.
    assert large.download_bytes == pytest.approx(3.09e9, rel=0.02)
    assert speech_model("small").download_bytes == pytest.approx(486e6, rel=0.02)


@pytest.mark.parametrize("model", SPEECH_MODELS, ids=lambda model: model.name)
def test_parameters_follow_from_the_shape(model) -> None:  # type: ignore[no-untyped-def]
    """Whisper's layers: 12 d² an encoder's, 16 d² a decoder's, and the table of tokens."""
    shape = model.shape
    weights = (12 * shape.encoder_layers + 16 * shape.decoder_layers) * shape.width**2
    weights += shape.vocabulary * shape.width + 3 * shape.width**2
    assert weights == pytest.approx(model.millions * 1e6, rel=0.07)


def test_the_starter_is_smaller_than_all() -> None:
    assert all(STARTER_SHAPE.chunk_operations < m.shape.chunk_operations for m in SPEECH_MODELS)


def test_unknown_names() -> None:
    with pytest.raises(ModelNotFound, match="large-v3-turbo"):
        speech_model("large-v9")
    with pytest.raises(ModelNotFound):
        translator("small")
