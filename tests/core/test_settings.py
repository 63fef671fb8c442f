"""Settings: what is saved comes back, what is broken is put aside and said."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.job import ExportWish, JobOptions
from kopia_desktop.core.settings import (
    AppearanceSettings,
    Device,
    EngineSettings,
    ExportSettings,
    LoadedSettings,
    PrivacySettings,
    Settings,
    SubtitleSettings,
    Theme,
    TranscriptionSettings,
    listed,
    load,
    model_endpoint,
    save,
)

CHANGED = Settings(
    TranscriptionSettings("en_uk", "small", remove_filler_words=True, beam_size=1),
    EngineSettings(Device.CPU, "int8", 4, 2, 0.5, 1000.0),
    SubtitleSettings(max_lines=1, min_gap=0.0),
    export=ExportSettings(auto=True, formats="srt,docx", folder="/out"),
    appearance=AppearanceSettings(Theme.DARK, "de", reading_points=20, motion=False),
    privacy=PrivacySettings(notifications=False, keep_in_tray=True),
)


def leaves() -> list[tuple[str, dataclasses.Field[Any]]]:
    """Every setting with the name of its page."""
    return [
        (page.name, field)
        for page in dataclasses.fields(Settings)
        for field in dataclasses.fields(getattr(Settings(), page.name))
    ]


def test_nothing_saved_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == LoadedSettings(Settings())


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save(Settings(), path)
    save(CHANGED, path)
    assert load(path) == LoadedSettings(CHANGED)
    assert load(path).settings.engine.device is Device.CPU
    assert list(tmp_path.iterdir()) == [path]


def test_unknown_keys_are_ignored_and_missing_ones_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"future": 1, "engine": {"threads": 3, "colour": "red"}}', "utf-8")
    assert load(path) == LoadedSettings(Settings(engine=EngineSettings(threads=3)))


def test_a_file_from_before_a_page_came_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save(Settings(engine=EngineSettings(threads=3)), path)
    old = json.loads(path.read_text("utf-8"))
    for page in ("export", "appearance", "privacy"):
        del old[page]
    del old["transcription"]["translate_to"]
    path.write_text(json.dumps(old), "utf-8")
    assert load(path) == LoadedSettings(Settings(engine=EngineSettings(threads=3)))


def test_what_new_recordings_are_done_with() -> None:
    assert Settings().job_options() == JobOptions()
    chosen = Settings(
        TranscriptionSettings("de", "small", remove_filler_words=True, translate_to="es, fr,es"),
        export=ExportSettings(auto=True, formats="srt, docx", folder="/out"),
    )
    assert chosen.job_options() == JobOptions(
        "de",
        "small",
        remove_filler_words=True,
        translate_to=("es", "fr"),
        export=ExportWish(("srt", "docx"), "/out"),
    )


def test_files_are_wished_only_where_there_are_formats() -> None:
    assert ExportSettings().wish is None
    assert ExportSettings(auto=True).wish == ExportWish(("srt",))
    assert ExportSettings(auto=True, formats=" , ").wish is None
    assert listed(" a,,b , a ") == ("a", "b")


def test_a_whole_number_stands_for_seconds(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"engine": {"idle_minutes": 3}}', "utf-8")
    minutes = load(path).settings.engine.idle_minutes
    assert (minutes, type(minutes)) == (3.0, float)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '"x"', '{"engine": []}', '{"engine": {"device": "tpu"}}',
        '{"engine": {"device": ["cpu"]}}', '{"engine": {"threads": 1.5}}',
        '{"engine": {"threads": true}}', '{"engine": {"threads": -1}}',
        '{"engine": {"threads": 257}}', '{"engine": {"threads": null}}',
        '{"engine": {"idle_minutes": NaN}}', '{"engine": {"idle_minutes": Infinity}}',
        '{"engine": {"idle_minutes": "5"}}', '{"engine": {"idle_minutes": true}}',
        '{"engine": {"idle_minutes": 1' + "0" * 400 + "}}",
        '{"appearance": {"theme": "blue"}}', '{"appearance": {"reading_points": 9}}',
        '{"export": {"auto": "yes"}}', '{"export": {"formats": ["srt"]}}',
        '{"privacy": {"notifications": null}}',
        '{"transcription": {"remove_filler_words": 1}}', '{"transcription": {"model": 5}}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_broken_file_is_put_aside_and_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    loaded = load(path)
    assert loaded.settings == Settings()
    assert loaded.put_aside is not None
    assert loaded.put_aside.read_text("utf-8") == text
    assert loaded.put_aside.suffix == ".json"
    assert not path.exists()
    assert load(path) == LoadedSettings(Settings())


def test_bytes_that_are_no_text_are_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00{")
    assert load(path).put_aside is not None


def test_two_broken_files_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for text in ("first", "second"):
        path.write_text(text, "utf-8")
        load(path)
    assert sorted(p.read_text("utf-8") for p in tmp_path.iterdir()) == ["first", "second"]


def test_a_failed_save_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()  # cannot be replaced by a file
    with pytest.raises(OSError, match="settings"):
        save(CHANGED, path)
    assert list(tmp_path.iterdir()) == [path]


def test_every_setting_has_help_and_a_default_in_its_range() -> None:
    for page, field in leaves():
        assert field.metadata["help"].endswith("."), field.name
        low, high = field.metadata["low"], field.metadata["high"]
        number = field.type in ("int", "float")
        assert number == (low is not None and high is not None), (page, field.name)
        assert not number or low <= field.default <= high, field.name


def test_the_endpoint_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOPIA_MODEL_ENDPOINT", raising=False)
    assert model_endpoint() is None
    monkeypatch.setenv("KOPIA_MODEL_ENDPOINT", "")
    assert model_endpoint() is None
    monkeypatch.setenv("KOPIA_MODEL_ENDPOINT", "https://mirror.example")
    assert model_endpoint() == "https://mirror.example"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(deadline=None)
@given(page_and_field=st.sampled_from(leaves()), value=JSON)
def test_any_value_is_taken_or_refused_whole(
    tmp_path_factory: pytest.TempPathFactory,
    page_and_field: tuple[str, dataclasses.Field[Any]],
    value: object,
) -> None:
    page, field = page_and_field
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps({page: {field.name: value}}), "utf-8")
    loaded = load(path)
    if loaded.put_aside is None:
        assert getattr(getattr(loaded.settings, page), field.name) == value
        save(loaded.settings, path)
        assert load(path) == loaded
    else:
        assert loaded.settings == Settings()
