"""`underlag schema`: the published JSON Schema of the result."""

from __future__ import annotations

import json

import click

from underlag.commands.output import write
from underlag.commands.wording import Command
from underlag.schemas.published import json_schema


@click.command("schema", cls=Command)
def command() -> None:
    """Skriver resultatets JSON Schema (draft 2020-12) på standard ut."""
    write((json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode(), None)
