"""A web page in one file."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from kopia_desktop.core.languages import is_right_to_left
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import about, clock, language_tag, one_line, paragraphs, title

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --muted: #5c5f66; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8ec; --paper: #16171a; --muted: #a3a7b0; }
}
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem 4rem; color: var(--ink);
  background: var(--paper); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
.about { color: var(--muted); margin: .25rem 0 2rem; }
[dir="rtl"] .about { text-align: right; }
time { color: var(--muted); font-size: .8rem; font-variant-numeric: tabular-nums; }
@media print { body { color: #000; background: #fff; max-width: none; } p { break-inside: avoid; } }
"""


class Html(Exporter):
    """One self-contained page without scripts; its content policy lets nothing load."""

    name = "html"
    extension = "html"
    label = "Web page"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        name = escape(title(transcript))
        direction = "rtl" if is_right_to_left(transcript.language) else "ltr"
        parts = [
            "<!DOCTYPE html>\n",
            f'<html lang="{escape(language_tag(transcript.language))}" dir="{direction}">\n',
            '<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{name}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            f'<h1 dir="auto">{name}</h1>\n',
            f'<p class="about" lang="en" dir="ltr">{escape(about(transcript))}</p>\n',
        ]
        for paragraph in paragraphs(transcript):
            time = _time(paragraph.start) if options.times else ""
            parts.append(f"<p>{time}{escape(one_line(paragraph.text), quote=False)}</p>\n")
        parts.append("</body>\n</html>\n")
        return encoded("".join(parts))


def _policy() -> str:
    """Only this page's own style, named by its hash, is allowed."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _time(seconds: float) -> str:
    return f'<time datetime="PT{max(0, int(seconds))}S" dir="ltr">{clock(seconds)}</time> '
