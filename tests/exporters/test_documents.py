"""txt, json, csv, md, html and docx: what other programs make of them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from kopia_desktop.core.transcript import Segment, Transcript, Word
from kopia_desktop.exporters import EXPORTERS, ExportOptions

OPTIONS = ExportOptions()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def transcript(*texts: str, language: str = "en", title: str = "") -> Transcript:
    """Segments of 1 s that follow each other at once."""
    segments = tuple(Segment(9, float(n), n + 1.0, text) for n, text in enumerate(texts))
    return Transcript("job_1", language, float(len(texts)), segments, title)


def text_of(name: str, given: Transcript, options: ExportOptions = OPTIONS) -> str:
    return EXPORTERS[name].render(given, options).decode("utf-8")


# txt


def test_a_pause_of_two_seconds_begins_a_paragraph() -> None:
    segments = (
        Segment(1, 0.0, 1.0, "One."),
        Segment(2, 2.9, 3.5, "Two."),
        Segment(3, 5.5, 6.0, "Three."),
        Segment(4, 6.0, 20.0, "Four lasts long."),
        Segment(5, 7.0, 8.0, "Five overlaps."),
        Segment(6, 21.0, 22.0, "Six."),
    )
    given = Transcript("job_1", "en", 22.0, segments)
    assert text_of("txt", given) == "One. Two.\n\nThree. Four lasts long. Five overlaps. Six.\n"


def test_chinese_sentences_are_joined_without_spaces() -> None:
    assert text_of("txt", transcript("你好。", "再见。", language="zh")) == "你好。再见。\n"


def test_times_count_past_99_hours() -> None:
    given = Transcript("job_1", "en", 0.0, (Segment(1, 363_599.999, 363_601.0, "Late."),))
    assert text_of("txt-times", given) == "[100:59:59] Late.\n"


# json


def test_json_is_the_contracts_transcript() -> None:
    words = (Word("Hi", 0.12345, 0.5, 0.98765), Word("é", 0.5, 1.0004))
    segments = (
        Segment(77, 0.0, 0.1, "gone", suppressed=True),
        Segment(78, 0.12345, 1.0004, "Hi é", words),
    )
    given = Transcript("job_1", "en_uk", 1.23456, segments, translation_id="trl_1")
    content = text_of("json", given)
    assert "é" in content
    assert json.loads(content) == {
        "jobId": "job_1",
        "translationId": "trl_1",
        "language": "en_uk",
        "duration": 1.235,
        "text": "Hi é",
        "segments": [
            {
                "id": 0,
                "start": 0.123,
                "end": 1.0,
                "text": "Hi é",
                "words": [
                    {"text": "Hi", "start": 0.123, "end": 0.5, "confidence": 0.988},
                    {"text": "é", "start": 0.5, "end": 1.0, "confidence": 1.0},
                ],
            }
        ],
    }


def test_json_keeps_the_order_of_the_contract() -> None:
    keys = list(json.loads(text_of("json", transcript())))
    assert keys == ["jobId", "translationId", "language", "duration", "text", "segments"]


# csv


def test_csv_survives_quotes_commas_and_line_ends() -> None:
    content = EXPORTERS["csv"].render(transcript('She said "yes", then\r\nleft.', "Ünd"), OPTIONS)
    assert content.startswith(b"\xef\xbb\xbfindex,start,end,text\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[1:] == [
        ["1", "0.000", "1.000", 'She said "yes", then left.'],
        ["2", "1.000", "2.000", "Ünd"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    content = EXPORTERS["csv"].render(transcript(text), OPTIONS).decode("utf-8-sig")
    (_, row) = csv.reader(io.StringIO(content, newline=""))
    assert row[3] == "'" + text.strip()


# md


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("a *b* _c_ `d` [e](f) <g> ~h~ &amp;", None),
        ("plain text, 5 + 5 = 10!", "plain text, 5 + 5 = 10!"),
    ],
)
def test_nothing_spoken_becomes_markdown(text: str, written: str | None) -> None:
    blocks = text_of("md", transcript(text), ExportOptions(times=False)).split("\n\n")
    body = blocks[2].rstrip("\n")
    if written is not None:
        assert body == written
    assert not re.search(r"(?<!\\)[*_`\[\]<>~&]", body)
    assert re.sub(r"\\(?=[^a-zA-Z0-9 ])", "", body) == text


def test_markdown_has_title_language_and_times() -> None:
    given = replace(transcript("Hello.", language="es", title="Talk"), translation_id="trl_1")
    assert text_of("md", given) == (
        "# Talk\n\n*Spanish (translation) · 00:00:01*\n\n**00:00:00** Hello.\n"
    )


def test_the_job_id_stands_in_for_a_missing_title() -> None:
    assert text_of("md", transcript("Hi.")).startswith("# job\\_1\n")


# html


class _Page(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "p":
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        if self.paragraphs:
            self.paragraphs[-1] += data.strip("\n")


def test_html_shows_hostile_text_as_text() -> None:
    text = "<script>alert('x')</script> & \"<img src=x onerror=y>\""
    page = _Page(text_of("html", transcript(text, title=text), ExportOptions(times=False)))
    assert page.paragraphs[1] == text
    assert {tag for tag, _ in page.tags} == {
        "html", "head", "meta", "title", "style", "body", "h1", "p",
    }  # fmt: skip


def test_html_loads_nothing_and_its_policy_allows_only_its_style() -> None:
    content = text_of("html", transcript("Hello."))
    page = _Page(content)
    assert not any(
        name in ("src", "href") or name.startswith("on")
        for _, attributes in page.tags
        for name in attributes
    )
    assert not re.search(r"url\(|@import|https?:", content)
    (policy,) = (
        attributes["content"]
        for _, attributes in page.tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(
    ("language", "tag", "direction"),
    [("en_uk", "en-GB", "ltr"), ("ar", "ar", "rtl"), ("zh-Hant", "zh-Hant", "ltr")],
)
def test_html_names_language_and_direction(language: str, tag: str, direction: str) -> None:
    page = _Page(text_of("html", transcript("Hi.", language=language)))
    assert page.tags[0] == ("html", {"lang": tag, "dir": direction})


# docx


def docx(given: Transcript, options: ExportOptions = OPTIONS) -> dict[str, ElementTree.Element]:
    """Every part of the package, parsed."""
    content = EXPORTERS["docx"].render(given, options)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}


def paragraphs(document: ElementTree.Element) -> list[str]:
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in document.iter(f"{W}p")
    ]


def test_docx_holds_title_line_and_paragraphs(recordings: Mapping[str, Transcript]) -> None:
    given = recordings["en"]
    found = paragraphs(docx(given)["word/document.xml"])
    assert found[:2] == ["Annual *meeting* <2024>.mp4", "British English · 00:01:31"]
    assert [text[:10] for text in found[2:]] == ["00:00:00  ", "00:00:22  ", "00:01:29  "]
    assert " ".join(text[10:] for text in found[2:]) == given.text
    untimed = paragraphs(docx(given, ExportOptions(times=False))["word/document.xml"])
    assert untimed[-1] == "- Any questions?"


def test_docx_parts_are_declared_and_related() -> None:
    parts = docx(transcript("Hello."))
    declared = {part.get("PartName") for part in parts["[Content_Types].xml"]} - {None}
    assert declared == {f"/{name}" for name in parts if not name.endswith(".rels")} - {
        "/[Content_Types].xml"
    }
    assert {r.get("Target") for r in parts["_rels/.rels"]} == {
        "word/document.xml",
        "docProps/core.xml",
    }
    styles = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for kind in ("pStyle", "rStyle")
        for element in parts["word/document.xml"].iter(f"{W}{kind}")
    }
    assert used == styles == {"Title", "Subtitle", "Normal", "Time"}


def test_docx_paragraphs_of_arabic_run_from_the_right(recordings: Mapping[str, Transcript]) -> None:
    def directions(given: Transcript) -> list[bool]:
        found = docx(given)["word/document.xml"].iter(f"{W}p")
        return [paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in found]

    assert directions(recordings["ar"]) == [True, False, True, True]
    assert not any(directions(recordings["es"]))


def test_docx_drops_what_xml_cannot_hold_and_escapes_the_rest() -> None:
    given = transcript("a\x00b\x0b <w:p/> & ]]> \ufffe c", title="\x1b[0m & Co")
    found = paragraphs(docx(given, ExportOptions(times=False))["word/document.xml"])
    assert found == ["[0m & Co", "English · 00:00:01", "ab <w:p/> & ]]> c"]


def test_docx_carries_no_clock() -> None:
    content = EXPORTERS["docx"].render(transcript("Hello."), OPTIONS)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
