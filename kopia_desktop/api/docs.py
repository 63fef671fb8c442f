"""The API's reference as one page that loads nothing: no script, no font, no network."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from kopia_desktop.api.openapi import document_without_servers

_STYLE = """
:root { color-scheme: light dark; --accent: light-dark(#0f766e, #5eead4);
  --line: light-dark(#e2e5e9, #3a3f45); --soft: light-dark(#5b6470, #a9b1bb);
  --code: light-dark(#f4f6f8, #23272c); }
* { box-sizing: border-box; }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 58rem;
  padding: 2rem 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 3rem; } h3 { margin: 0; font-size: 1rem; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
pre { background: var(--code); border-radius: 6px; overflow-x: auto; padding: 0.75rem 1rem; }
section { border-top: 1px solid var(--line); padding: 1.25rem 0; }
.method { color: var(--accent); font-weight: 700; }
.soft, dt span { color: var(--soft); } p { margin: 0.5rem 0; }
dl { display: grid; grid-template-columns: minmax(9rem, auto) 1fr; gap: 0.25rem 1rem;
  margin: 0.5rem 0; }
dt { overflow-wrap: anywhere; } dd { margin: 0; }
summary { color: var(--soft); cursor: pointer; }
a { color: var(--accent); } nav { columns: 2; } nav ul { margin: 0; padding-left: 1.25rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } nav { columns: 1; } }
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)

Schema = Mapping[str, Any]


def page(host: str) -> str:
    """The page for a reader who asks at ``host``."""
    document = document_without_servers()
    base = f"http://{host}"
    operations = list(_operations(document))
    return "".join(
        (
            "<!doctype html><html lang=en><head><meta charset=utf-8>",
            '<meta name=viewport content="width=device-width">',
            f"<title>Kopia Desktop API</title><style>{_STYLE}</style></head><body>",
            f"<h1>Kopia Desktop API <span class=soft>{escape(document['info']['version'])}</span>",
            f"</h1>{_paragraphs(document['info']['description'])}",
            f"<pre>{escape(_first_steps(base))}</pre>",
            '<p>The same for programs: <a href="/api/v1/openapi.json">openapi.json</a></p>',
            _contents(operations),
            *_sections(operations, document),
            "</body></html>",
        )
    )


def _first_steps(base: str) -> str:
    return (
        f"curl -H 'Authorization: Bearer KEY' -X POST {base}/api/v1/jobs\n"
        f"curl -H 'Authorization: Bearer KEY' -H 'Content-Type: audio/mpeg' \\\n"
        f"     -T interview.mp3 {base}/v1/jobs/JOB/upload\n"
        f"curl -H 'Authorization: Bearer KEY' {base}/api/v1/jobs/JOB"
    )


def _operations(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method != "head":
                yield method.upper(), path, operation


def _tags(operations: Iterable[tuple[str, str, Schema]]) -> list[str]:
    return list(dict.fromkeys(operation["tags"][0] for _, _, operation in operations))


def _contents(operations: list[tuple[str, str, Schema]]) -> str:
    items = "".join(f'<li><a href="#{tag}">{tag}</a></li>' for tag in _tags(operations))
    return f"<nav><ul>{items}</ul></nav>"


def _sections(operations: list[tuple[str, str, Schema]], document: Schema) -> Iterator[str]:
    for tag in _tags(operations):
        yield f'<h2 id="{tag}">{tag}</h2>'
        for method, path, operation in operations:
            if operation["tags"][0] == tag:
                yield _section(method, path, operation, document)


def _section(method: str, path: str, operation: Schema, document: Schema) -> str:
    return "".join(
        (
            f"<section><h3><span class=method>{method}</span> <code>{escape(path)}</code></h3>",
            f"<p>{escape(operation['summary'])}.</p>",
            _paragraphs(operation.get("description", "")),
            _parameters(operation["parameters"]),
            _request(operation.get("requestBody"), document),
            _answers(operation["responses"], document),
            "</section>",
        )
    )


def _parameters(parameters: Iterable[Schema]) -> str:
    rows = []
    for one in parameters:
        need = "required" if one["required"] else _default(one["schema"])
        place = escape(f"{one['in']}{', ' + need if need else ''}")
        about = " ".join(filter(None, (one.get("description", ""), _choices(one["schema"]))))
        rows.append(
            f"<dt><code>{escape(one['name'])}</code> <span>{place}</span></dt>"
            f"<dd>{_code(escape(about))}</dd>"
        )
    return f"<dl>{''.join(rows)}</dl>" if rows else ""


def _default(schema: Schema) -> str:
    return f"default {json.dumps(schema['default'])}" if "default" in schema else ""


def _choices(schema: Schema) -> str:
    values = schema.get("enum", ())
    return f"One of: {', '.join(values)}." if 0 < len(values) <= 12 else ""


def _request(body: Schema | None, document: Schema) -> str:
    if body is None:
        return ""
    parts = []
    for kind, content in body["content"].items():
        schema = content.get("schema", {})
        if "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        parts.append(f"<p class=soft>Body: <code>{escape(kind)}</code></p>")
        required = schema.get("required", ())
        fields = [
            {
                "name": name,
                "in": "field",
                "required": name in required,
                "schema": field,
                "description": field.get("description", ""),
            }
            for name, field in schema.get("properties", {}).items()
        ]
        parts.append(_parameters(fields))
    return "".join(parts)


def _answers(responses: Schema, document: Schema) -> str:
    parts = []
    refused = []
    for status, response in responses.items():
        if "$ref" in response:
            refused.append(status)
            continue
        parts.append(f"<p><strong>{status}</strong> {escape(response['description'])}</p>")
        for content in response.get("content", {}).values():
            if "example" in content:
                shown = content["example"]
                text = shown if isinstance(shown, str) else json.dumps(shown, indent=1)
                parts.append(
                    f"<details><summary>Example</summary><pre>{escape(text)}</pre></details>"
                )
    parts.append(f"<p class=soft>Errors: {', '.join(refused)}</p>")
    return "".join(parts)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{_code(escape(part))}</p>" for part in text.split("\n\n") if part)


def _code(text: str) -> str:
    """Backticks become code."""
    parts = text.split("`")
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))
