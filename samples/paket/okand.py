"""What stands in a packet without a form of its own."""

from __future__ import annotations

from underlag.schemas.result import Model


class Loose(Model):
    """Its heading; the text is the rest of its pages."""

    rubrik: str | None = None
