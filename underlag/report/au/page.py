"""The pack of a meeting as one HTML page, whole in itself; PDF is printed from the same."""

from __future__ import annotations

from base64 import b64encode

from underlag.report.au.chart import draw
from underlag.report.au.pack import Mote
from underlag.report.au.room import Utrymme
from underlag.report.page import template


def render_page(mote: Mote) -> str:
    """The page."""
    return template("au.html.j2").render(mote=mote, picture=_picture)


def _picture(room: Utrymme) -> str:
    """The chart as a data: address."""
    return f"data:image/svg+xml;base64,{b64encode(draw(room, 'svg')).decode('ascii')}"
