"""How models are written and read: camel case outside, strict types, no null in requests."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.alias_generators import to_camel


class Model(BaseModel):
    """Camel case outside, as the contract has it; strict types."""

    model_config = ConfigDict(alias_generator=to_camel, strict=True, extra="ignore")


class Body(Model):
    """A request's JSON. A field without a value is left out; null is a wrong type."""

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, data: Any) -> Any:
        for name, field in cls.model_fields.items():
            alias = field.alias or name
            if isinstance(data, dict) and alias in data and data[alias] is None:
                raise ValueError(f"{alias} is null; leave it out instead")
        return data


class Query(BaseModel):
    """Query parameters are text: numbers and choices are read from it."""

    model_config = ConfigDict(alias_generator=to_camel, extra="ignore")


def not_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What a request does not give is not there; it is never null."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"]
    if schema.get("default", "") is None:
        del schema["default"]
    if len(kinds) == 1:
        del schema["anyOf"]
        return {**kinds[0], **schema}
    return schema
