"""Word files filled in from templates (docxtpl), which an office may replace by its own.

A template is an ordinary Word file with `{{ names }}` and `{% for … %}` in it, as https://docxtpl.readthedocs.io tells. What
documents say is escaped and made printable; a template can reach nothing but the values it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from underlag.errors import UsageError
from underlag.report.page import safe_to_show
from underlag.report.wording import one_line

SHIPPED = Path(__file__).with_name("templates")
PICTURE_WIDTH = 165 * 36_000  # 165 mm in Word's own units


def template_file(name: str, folder: Path | None) -> Path:
    """The template of that name: the office's own where its folder has one, else the shipped one."""
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else SHIPPED / name


def fill_in(template: Path, values: Mapping[str, object]) -> bytes:
    """The Word file. Raises `UsageError` where the template is none, or names what there is not."""
    word = _opened(template)
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=safe_to_show)
    environment.filters["bild"] = lambda png, text: _picture(word, png, text)
    try:
        word.render(values, environment)
    except TemplateError as error:
        remedy = "Rätta mallen; README säger vilka namn som finns"
        raise UsageError(f"mallen kan inte fyllas i ({one_line(str(error), 200)})", where=str(template), remedy=remedy) from error
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _opened(template: Path) -> DocxTemplate:
    word = DocxTemplate(template)
    try:
        word.init_docx()
    except (BadZipFile, KeyError, ValueError) as error:
        raise UsageError("mallen är ingen Word-fil (.docx)", where=str(template)) from error
    return word


def _picture(word: DocxTemplate, png: bytes, text: str) -> Markup:
    """The picture, with `text` for those who do not see it."""
    picture = str(InlineImage(word, BytesIO(png), width=PICTURE_WIDTH))
    return Markup(picture.replace("<wp:docPr ", f'<wp:docPr descr="{escape(one_line(text))}" ', 1))  # noqa: S704  made of Word's own parts and escaped text
