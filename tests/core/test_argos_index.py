"""The list of Argos packages: read from anything, kept, searched."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.argos_index import ArgosIndex, parse_index, read_index, write_index
from kopia_desktop.core.downloads import NAME, DownloadKind, FileSource


def row(source: object, target: object, version: object = "1.9", **more: object) -> dict[str, Any]:
    return {
        "package_version": version,
        "from_code": source,
        "to_code": target,
        "links": [f"https://packages.example/translate-{source}_{target}.argosmodel"],
        **more,
    }


def test_the_newest_of_each_pair() -> None:
    rows = [row("en", "es", "1.9"), row("en", "es", "1.10"), row("en", "es", "1.2"),
            row("en", "zt"), row("pb", "en")]  # fmt: skip
    index = ArgosIndex(parse_index(json.dumps(rows)), 1.0)
    assert [entry.name for entry in index.entries] == [
        "translate-en_es-1.10", "translate-en_zt-1.9", "translate-pb_en-1.9",
    ]  # fmt: skip
    traditional = index.find("en", "zh-Hant")
    brazilian = index.find("pt", "en")
    assert traditional is not None
    assert brazilian is not None
    assert (traditional.target, brazilian.source) == ("zt", "pb")
    assert index.find("en", "pt") is None
    assert index.named("translate-en_es") == index.named("translate-en_es-1.10") != None  # noqa: E711
    assert index.named("translate-en_fr") is None


def test_an_entry_becomes_an_order() -> None:
    (entry,) = parse_index(json.dumps([row("en", "es")]))
    order = entry.order
    assert (order.name, order.kind) == ("translate-en_es-1.9", DownloadKind.ARGOS_PACKAGE)
    assert NAME.fullmatch(order.name)
    assert isinstance(order.source, FileSource)
    assert order.source.url.startswith("https://")
    as_installed = entry.as_installed()
    assert (as_installed.source, as_installed.targets) == ("en", {"es"})


@pytest.mark.parametrize(
    "bad",
    [
        row("en", "en"), row("en", None), row(5, "es"), row("../x", "es"), row("en", "es/.."),
        row("en", "es", 1.9), row("en", "es", "../1"), row("en", "es", links=[]),
        row("en", "es", links="https://x/a.argosmodel"), row("en", "es", links=["ipfs://x.argosmodel"]),
        row("en", "es", links=["file:///etc/passwd"]), row("en", "es", links=["https://x/y.zip"]),
        row("en", "es", type="sbd"), row("en", "es", links=[5]), 5, None, [], "en",
    ],
)  # fmt: skip
def test_entries_that_are_passed_over(bad: object) -> None:
    assert len(parse_index(json.dumps([bad, row("de", "en")]))) == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "<html>", "[5]", "[" * 100_000, b"\xff"])
def test_what_is_no_list(text: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reason
        parse_index(text)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["from_code", "to_code", "links", "package_version", "type"]), inner
        )
    ),
)


@given(st.lists(_JSON, max_size=4))
def test_whatever_stands_in_it(rows: list[object]) -> None:
    try:
        entries = parse_index(json.dumps(rows))
    except ValueError:
        return
    assert all(NAME.fullmatch(entry.name) for entry in entries)


def test_it_is_kept_with_its_age(tmp_path: Path) -> None:
    path = tmp_path / "argos-index.json"
    none = read_index(path)
    assert (none.entries, none.is_known(), none.is_stale()) == ((), False, True)
    entries = parse_index(json.dumps([row("en", "es"), row("es", "en")]))
    made = write_index(path, entries)
    assert read_index(path) == made
    assert not made.is_stale()
    assert ArgosIndex(entries, time.time() - 8 * 24 * 3600).is_stale()
    assert ArgosIndex(entries, time.time() + 3600).is_stale(), "the clock was put back"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    path.write_text("{")
    assert read_index(path) == ArgosIndex()
