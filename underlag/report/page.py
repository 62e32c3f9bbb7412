"""The packaged templates, always with escaping: the text of a document may be hostile."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from underlag.report.wording import counted, printable


def safe_to_show(value: object) -> object:
    """Every text that a template prints goes through here before it is escaped."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("underlag", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=safe_to_show,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["counted"] = counted
    return environment


def template(name: str) -> Template:
    """The packaged template `name`."""
    return _environment().get_template(name)
