"""The OpenAPI 3.1 document, made from the operations: what validates is what is documented."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kopia_desktop import __version__
from kopia_desktop.api.events import MEDIA_TYPE
from kopia_desktop.api.operations import JSON, Answer, Header, Operation
from kopia_desktop.api.refusals import RETRY_AFTER
from kopia_desktop.api.schemas import answers
from kopia_desktop.api.schemas.base import not_null

Schema = dict[str, Any]

_REF = "#/components/schemas/{model}"

_ERRORS: Mapping[int, tuple[str, str, str]] = {
    400: (
        "VALIDATION_ERROR",
        "Something in the request is not right; the message says what.",
        "The field language is not right: not one of the known codes; GET /languages lists them.",
    ),
    401: (
        "UNAUTHORIZED",
        "The key is missing or wrong.",
        "The API key is missing or wrong. Send it as Authorization: Bearer KEY.",
    ),
    403: (
        "POLICY_VIOLATION",
        "The request comes from a page, or under a name that is not ours.",
        "Pages of other origins are refused.",
    ),
    404: ("NOT_FOUND", "There is no such thing.", "There is no such job."),
    405: ("VALIDATION_ERROR", "The address has no such method.", "This address takes GET only."),
    409: (
        "POLICY_VIOLATION",
        "The state of things does not allow it.",
        "The transcript is not ready yet. Wait until it is completed.",
    ),
    412: ("VALIDATION_ERROR", "Another version of tus.", "Send Tus-Resumable: 1.0.0."),
    413: (
        "POLICY_VIOLATION",
        "More bytes than are taken.",
        "The body is larger than 1048576 bytes.",
    ),
    415: (
        "VALIDATION_ERROR",
        "The body has another type than is taken.",
        "Send the body as Content-Type: application/json.",
    ),
    429: (
        "POLICY_VIOLATION",
        "Too much at once; ask again later.",
        "There are 1000 unfinished jobs. Wait until some are completed, or delete some.",
    ),
    500: ("INTERNAL_ERROR", "The server failed.", "An internal error."),
    507: (
        "INTERNAL_ERROR",
        "The disk is full.",
        "The disk that holds the data folder is full. Free some space and try again.",
    ),
}
_EVERYWHERE = (400, 403, 405, 500, 507)
_ERROR_HEADERS: Mapping[int, Schema] = {
    401: {"WWW-Authenticate": {"schema": {"const": "Bearer"}, "required": True}},
    405: {"Allow": {"schema": {"type": "string"}, "required": True}},
    429: {"Retry-After": {"schema": {"type": "string"}, "required": True, "example": RETRY_AFTER}},
}

_DESCRIPTION = """\
Recordings become transcripts on this computer. The API is the Kopia cloud's, served on localhost, \
with some additions, which are marked.

Every request carries `Authorization: Bearer KEY`. Errors are always \
`{"error": {"message": ..., "code": ...}}`. HEAD is answered as GET. Unknown parameters and fields \
are ignored."""


@functools.lru_cache(maxsize=8)
def written(host: str) -> bytes:
    """The document as JSON for a client that asks at ``host``, one of the few that are ours."""
    document = {**document_without_servers(), "servers": [{"url": f"http://{host}"}]}
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")


@functools.cache
def document_without_servers() -> Schema:
    """The document but for the address it is served at."""
    from kopia_desktop.api.catalogue import OPERATIONS  # it names this module's handler

    return _document(OPERATIONS)


def _document(operations: tuple[Operation, ...]) -> Schema:
    paths: dict[str, Schema] = {}
    for operation in operations:
        item = paths.setdefault(operation.path, {})
        made = item[operation.method.lower()] = _operation(operation, operation.method)
        if links := _links(operation, operations):
            made["responses"]["201"]["links"] = links
        if operation.method == "GET" and not any(
            each.path == operation.path and each.method == "HEAD" for each in operations
        ):
            item["head"] = _operation(operation, "HEAD")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kopia Desktop",
            "version": __version__,
            "description": _DESCRIPTION,
        },
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "schemas": _components(operations),
            "responses": {str(status): _error(status) for status in _ERRORS},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _components(operations: Iterable[Operation]) -> Schema:
    used: dict[type[BaseModel], str] = {answers.ErrorAnswer: "serialization"}
    for operation in operations:
        if operation.body is not None:
            used[operation.body] = "validation"
        for one in operation.answers.values():
            if one.model is not None:
                used[one.model] = "serialization"
    pairs: Any = list(used.items())
    _, definitions = models_json_schema(pairs, ref_template=_REF)
    found: Schema = _without_titles(definitions["$defs"])
    for operation in operations:
        if operation.body is not None:
            fields = found[operation.body.__name__]["properties"]
            fields.update({name: not_null(field) for name, field in fields.items()})
    return found


def _without_titles(node: Any) -> Any:
    """Titles that only repeat the name of a field say nothing."""
    if isinstance(node, dict):
        return {
            key: _without_titles(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_without_titles(one) for one in node] if isinstance(node, list) else node


def _links(operation: Operation, operations: Iterable[Operation]) -> Schema:
    """From the answer that makes something to the operations that take it."""
    makes = _MAKES.get(operation.name)
    if makes is None:
        return {}
    return {
        each.name: {"operationId": each.name, "parameters": dict(makes)}
        for each in operations
        if set(re.findall(r"{(\w+)}", each.path)) == set(makes)
    }


_MAKES: Mapping[str, Mapping[str, str]] = {
    "createJob": {"jobId": "$response.body#/id"},
    "createJobFromUrl": {"jobId": "$response.body#/id"},
    "createTranslations": {
        "jobId": "$request.path.jobId",
        "translationId": "$response.body#/data/0/id",
    },
}


def _operation(operation: Operation, method: str) -> Schema:
    made: Schema = {
        "operationId": operation.name if method != "HEAD" else f"{operation.name}Head",
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [*_path(operation), *_query(operation), *_headers(operation.headers)],
        "responses": _responses(operation, method),
    }
    if operation.description:
        made["description"] = operation.description
    if not operation.needs_key:
        made["security"] = []
    if operation.body is not None:
        made["requestBody"] = _body(operation)
    if operation.raw_body:
        made["requestBody"] = {
            "required": True,
            "content": {kind: dict(content) for kind, content in operation.raw_body.items()},
        }
    return made


def _path(operation: Operation) -> list[Schema]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1},
            "example": _PATH_EXAMPLES[name],
        }
        for name in re.findall(r"{(\w+)}", operation.path)
    ]


_PATH_EXAMPLES = {
    "jobId": answers.JOB_ID,
    "translationId": answers.TRANSLATION_ID,
    "name": "starter",
    "model": "whisper-1",
}


def _query(operation: Operation) -> list[Schema]:
    if operation.query is None:
        return []
    schema = operation.query.model_json_schema(by_alias=True)
    made = []
    for name, raw in schema["properties"].items():
        described = _without_titles(not_null(dict(raw)))
        entry: Schema = {"name": name, "in": "query", "required": False}
        entry["description"] = described.pop("description", "")
        made.append({**entry, "schema": described})
    return made


def _headers(headers: Iterable[Header]) -> list[Schema]:
    made = []
    for header in headers:
        schema: Schema = {"type": "string"}
        if header.maximum is not None:
            schema = {"type": "integer", "minimum": header.minimum, "maximum": header.maximum}
        elif header.const:
            schema["const"] = header.const
        elif header.pattern:
            schema["pattern"] = f"^{header.pattern}$"
        made.append(
            {
                "name": header.name,
                "in": "header",
                "required": header.required,
                "description": header.description[0].upper() + header.description[1:],
                "schema": schema,
                "example": int(header.example) if header.maximum is not None else header.example,
            }
        )
    return made


def _body(operation: Operation) -> Schema:
    assert operation.body is not None
    return {
        "required": operation.body_required,
        "content": {JSON: {"schema": _ref(operation.body)}},
    }


def _ref(model: type[BaseModel]) -> Schema:
    return {"$ref": _REF.format(model=model.__name__)}


def _responses(operation: Operation, method: str) -> Schema:
    made = {str(status): _answer(one, method) for status, one in operation.answers.items()}
    statuses = {*_EVERYWHERE, *operation.errors}
    if operation.needs_key:
        statuses.add(401)
    if operation.body is not None:
        statuses |= {413, 415}
    for status in sorted(statuses):
        made[str(status)] = {"$ref": f"#/components/responses/{status}"}
    return made


def _answer(one: Answer, method: str) -> Schema:
    made: Schema = {"description": one.description}
    if one.headers:
        made["headers"] = {
            name: {"description": text, "schema": {"type": "string"}}
            for name, text in one.headers.items()
        }
    if one.media_type and method != "HEAD":
        schema = _ref(one.model) if one.model is not None else _plain(one.media_type)
        content: Schema = {"schema": schema}
        if one.example is not None:
            content["example"] = one.example
        made["content"] = {one.media_type: content}
        for other in one.other_types:
            made["content"][other] = {"schema": _plain(other)}
    return made


def _plain(media_type: str) -> Schema:
    """Of content without a model: text, or events, each of its own form."""
    return {} if media_type == MEDIA_TYPE else {"type": "string"}


def _error(status: int) -> Schema:
    code, description, message = _ERRORS[status]
    made: Schema = {
        "description": description,
        "content": {
            JSON: {
                "schema": _ref(answers.ErrorAnswer),
                "example": {"error": {"message": message, "code": code}},
            }
        },
    }
    if status in _ERROR_HEADERS:
        made["headers"] = dict(_ERROR_HEADERS[status])
    return made
