"""The document says what the server does, and is a right OpenAPI 3.1 document."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate

from kopia_desktop.api import docs, events, refusals
from kopia_desktop.api.catalogue import OPERATIONS
from kopia_desktop.api.openapi import document_without_servers
from kopia_desktop.core.languages import spoken_languages, target_languages
from tests.api.conftest import Api


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return document_without_servers()


def _operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]


def test_it_is_served_and_valid(api: Api) -> None:
    answer = api.client.get("/api/v1/openapi.json", headers={"Authorization": ""})
    served = answer.json()
    validate(served)
    assert served["openapi"] == "3.1.0"
    assert served["servers"] == [{"url": api.base}]


def test_every_operation_is_in_it(document: dict[str, Any]) -> None:
    listed = {(method.upper(), path) for method, path, _ in _operations(document)}
    declared = {(each.method, each.path) for each in OPERATIONS}
    assert declared <= listed
    assert {method for method, _ in listed - declared} == {"HEAD"}
    names = [operation["operationId"] for _, _, operation in _operations(document)]
    assert len(names) == len(set(names))


def test_every_operation_says_what_it_needs(document: dict[str, Any]) -> None:
    open_paths = {path for _, path, op in _operations(document) if op.get("security") == []}
    assert open_paths == {"/healthz", "/docs", "/api/v1/openapi.json"}
    for method, path, operation in _operations(document):
        assert operation["summary"], (method, path)
        answers = operation["responses"]
        assert {"400", "403", "405", "500", "507"} <= set(answers), (method, path)
        assert ("401" in answers) == (path not in open_paths), (method, path)
        if "{" in path and "model" not in path:
            assert "404" in answers, (method, path)
        for parameter in operation["parameters"]:
            assert parameter.get("description") or parameter["in"] == "path", (path, parameter)


def test_every_answer_with_json_has_a_schema_and_an_example(document: dict[str, Any]) -> None:
    without = []
    for method, path, operation in _operations(document):
        for status, answer in operation["responses"].items():
            content = answer.get("content", {}).get("application/json")
            if content is not None:
                assert "$ref" in content["schema"], (method, path, status)
                if "example" not in content:
                    without.append(path)
    assert set(without) <= {"/api/v1/openapi.json"}


def test_examples_fit_their_schemas(document: dict[str, Any]) -> None:
    found = 0
    for node in _walk(document):
        content = node.get("content") if isinstance(node, dict) else None
        if not isinstance(content, dict):
            continue
        for kind, one in content.items():
            if kind == "application/json" and "example" in one:
                schema = {**one["schema"], "components": document["components"]}
                jsonschema.Draft202012Validator(schema).validate(one["example"])
                found += 1
    assert found > 20


def _walk(node: Any) -> list[Any]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [node, *(inner for child in children for inner in _walk(child))]


def test_every_error_wears_the_envelope(document: dict[str, Any]) -> None:
    for status, answer in document["components"]["responses"].items():
        error = answer["content"]["application/json"]["example"]["error"]
        assert error["code"] in set(refusals.Code), status
    assert "WWW-Authenticate" in document["components"]["responses"]["401"]["headers"]
    assert "Allow" in document["components"]["responses"]["405"]["headers"]
    assert "Retry-After" in document["components"]["responses"]["429"]["headers"]


def test_the_lists_of_languages_are_the_contracts(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    spoken = schemas["CreateJob"]["properties"]["language"]["enum"]
    targets = schemas["CreateTranslations"]["properties"]["languages"]["items"]["enum"]
    assert (spoken, len(spoken)) == (list(spoken_languages()), 103)
    assert (targets, len(targets)) == (list(target_languages()), 134)


def test_every_event_is_described(document: dict[str, Any]) -> None:
    told = document["paths"]["/api/v1/jobs/{jobId}/events"]["get"]["description"]
    assert all(f"`{name}`" in told for name in {"segments", *events._NAMES.values()})


def test_requests_are_never_null(document: dict[str, Any]) -> None:
    for name in ("CreateJob", "CreateJobFromUrl", "CreateTranslations"):
        assert '"null"' not in str(document["components"]["schemas"][name]).replace("'", '"')


def test_the_page_shows_every_operation_and_loads_nothing(api: Api) -> None:
    answer = api.client.get("/docs", headers={"Authorization": ""})
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == docs.POLICY
    page = answer.text
    for each in OPERATIONS:
        assert f"<span class=method>{each.method}</span> <code>{each.path}</code>" in page
    assert not re.search(r"<script|<link|<img|src=|@import|url\(", page)
    assert api.base in page
