"""`underlag schema`: the published JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import click

from underlag.commands.output import write
from underlag.commands.wording import Command
from underlag.schemas.case import case_schema
from underlag.schemas.published import json_schema

_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {"resultat": json_schema, "case": case_schema}


class Published(click.ParamType[str]):
    """What there is a schema of."""

    name = "vad"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in _SCHEMAS:
            self.fail(f"{value} har inget schema (de är {', '.join(_SCHEMAS)})", param, ctx)
        return str(value)


@click.command("schema", cls=Command)
@click.argument("what", metavar="[VAD]", type=Published(), default="resultat")
def command(what: str) -> None:
    """Skriver JSON Schema (draft 2020-12) på standard ut: för resultatet, eller med VAD ”case” för sammanställningen av en insats."""
    write((json.dumps(_SCHEMAS[what](), ensure_ascii=False, indent=2) + "\n").encode(), None)
