"""Headings that several looks share."""

from __future__ import annotations

from samples.ansokan.application import Application
from underlag.schemas.ansokan import Level

LEVELS: dict[Level | None, str] = {
    "overgripande": "Övergripande mål",
    "effektmal": "Effektmål",
    "insatsmal": "Insatsmål",
    "struktur": "Mål på strukturnivå",
    "individ": "Mål på individnivå",
    None: "Mål",
}
ROLES = {"insatsagare": "Insatsägare", "samverkanspart": "Samverkanspart"}


def titled(app: Application, name: str | None) -> str:
    """A person's name as the form prints it, with the title where there is one."""
    title = app.titles.get(name or "")
    return f"{name}, {title}" if title else name or ""
