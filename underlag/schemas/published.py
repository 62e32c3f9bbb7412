"""The published JSON Schema: made from the models, so that it can't say anything else than what is printed."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from underlag.schemas.budget import Budget
from underlag.schemas.forms import FORMS
from underlag.schemas.result import SCHEMA, Model, Part, Result

DIALECT = "https://json-schema.org/draft/2020-12/schema"

RECORDS: dict[str, type[Model]] = {**{kind: form.record for kind, form in FORMS.items()}, "budget": Budget}
"""The model of each part type whose record has a fixed form."""


def json_schema() -> dict[str, Any]:
    """JSON Schema of the result, in which each part type says the form of its record."""
    return schema_of(Result, SCHEMA, "Resultat av underlag", holder=Part)


def schema_of(whole: type[Model], name: str, title: str, *, holder: type[Model]) -> dict[str, Any]:
    """JSON Schema of `whole`, in which each `holder` of a record (its key `record`) says by its `type` the form of that."""
    models: list[type[Model]] = [whole, *RECORDS.values()]
    references, shared = models_json_schema([(model, "serialization") for model in models], by_alias=True)
    definitions = shared["$defs"]
    definitions[holder.__name__]["allOf"] = [_record_form(kind, references[model, "serialization"]) for kind, model in RECORDS.items()]
    return {"$schema": DIALECT, "$id": name, "title": title, **references[whole, "serialization"], "$defs": definitions}


def _record_form(kind: str, reference: dict[str, Any]) -> dict[str, Any]:
    """A part of type `kind` has a record of the form that `reference` names."""
    return {"if": {"properties": {"type": {"const": kind}}}, "then": {"properties": {"record": reference}}}
