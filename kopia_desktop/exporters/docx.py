"""Word documents, made of the standard library's zip and the few parts Office Open XML asks for."""

from __future__ import annotations

import io
import zipfile
from html import escape  # that of xml.sax brings urllib and ssl along

from kopia_desktop.core.languages import is_right_to_left
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import (
    about,
    clock,
    language_tag,
    paragraphs,
    reads_right_to_left,
    title,
)

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip knows: the same transcript, the same bytes
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""

_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>"""

_DOCUMENT_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>"""


class Docx(Exporter):
    """Title, a line about the recording, paragraphs with their time in a muted style."""

    name = "docx"
    extension = "docx"
    label = "Word document"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        parts = {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _RELATIONS,
            "docProps/core.xml": _properties(transcript),
            "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
            "word/styles.xml": _styles(language_tag(transcript.language)),
            "word/document.xml": _document(transcript, options),
        }
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0  # else the bytes would tell the operating system
                package.writestr(entry, encoded(text))
        return content.getvalue()


def _document(transcript: Transcript, options: ExportOptions) -> str:
    rtl = is_right_to_left(transcript.language)
    name = title(transcript)
    name_rtl = reads_right_to_left(name)
    blocks = [
        _paragraph("Title", [_run(name, rtl=name_rtl)], rtl=name_rtl),
        _paragraph("Subtitle", [_run(about(transcript), rtl=False)], rtl=False),
    ]
    for paragraph in paragraphs(transcript):
        runs = [_run(paragraph.text, rtl=rtl)]
        if options.times:
            runs.insert(0, _run(f"{clock(paragraph.start)}  ", rtl=False, style="Time"))
        blocks.append(_paragraph("Normal", runs, rtl=rtl))
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
        'w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    return f"{_HEAD}<w:document {_W}><w:body>{''.join(blocks)}{page}</w:body></w:document>"


def _paragraph(style: str, runs: list[str], *, rtl: bool) -> str:
    bidi = "<w:bidi/>" if rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{"".join(runs)}</w:p>'


def _run(text: str, *, rtl: bool, style: str = "") -> str:
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:rtl/>" if rtl else "")
    kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{kept}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _styles(tag: str) -> str:
    language = f'"{escape(tag)}"'
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/>'
        f"<w:lang w:val={language} w:eastAsia={language} w:bidi={language}/>"
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        + _paragraph_style(
            "Normal", 'w:default="1" ', '<w:spacing w:after="160" w:line="276"/>', ""
        )
        + _paragraph_style(
            "Title",
            "",
            '<w:spacing w:after="60"/>',
            '<w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/>',
        )
        + _paragraph_style(
            "Subtitle", "", '<w:spacing w:after="320"/>', '<w:color w:val="6B7280"/>'
        )
        + '<w:style w:type="character" w:customStyle="1" w:styleId="Time"><w:name w:val="Time"/>'
        '<w:rPr><w:color w:val="6B7280"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
        "</w:styles>"
    )


def _paragraph_style(name: str, attributes: str, paragraph: str, run: str) -> str:
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" {attributes}w:styleId="{name}"><w:name w:val="{name}"/>'
        f"{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _properties(transcript: Transcript) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title(transcript), quote=False)}</dc:title>"
        f"<dc:language>{escape(language_tag(transcript.language), quote=False)}</dc:language>"
        "</cp:coreProperties>"
    )
