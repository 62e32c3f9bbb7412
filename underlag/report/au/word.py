"""The pack of a meeting, and the letters to its applicants, as Word files."""

from __future__ import annotations

from pathlib import Path

from underlag.report.au.chart import draw
from underlag.report.au.pack import Arende, Mote
from underlag.report.word import fill_in, template_file

PACK, LETTER = "au.docx", "komplettering.docx"
"""The templates' names."""


def render_word(mote: Mote, folder: Path | None) -> bytes:
    """The pack. `folder`: the office's own templates."""
    return fill_in(template_file(PACK, folder), {"mote": mote, "diagram": [draw(room, "png") for room in mote.utrymmen]})


def render_letter(arende: Arende, mote: Mote, folder: Path | None) -> bytes:
    """The draft of a letter that asks the applicant to complete the application."""
    return fill_in(template_file(LETTER, folder), {"mote": mote, "arende": arende})
