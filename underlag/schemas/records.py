"""Pieces of records that several kinds of document share: parties, quantities, signatures, the time of an insats."""

from __future__ import annotations

from typing import Literal

from underlag.schemas.result import Model


class Party(Model):
    """An organisation that owns or takes part in the insats, with the person to ask."""

    organisation: str | None = None
    kontaktperson: str | None = None
    epost: str | None = None


class Quantity(Model):
    """A number that a goal itself writes, in digits or words."""

    varde: float
    enhet: Literal["procent", "antal"]
    jamforelse: Literal["minst", "hogst", "exakt"]
    avser: str | None = None
    per: Literal["ar", "kvartal", "manad", "vecka", "termin"] | None = None
    inom_dagar: int | None = None


class Insatstid(Model):
    """When the insats runs, and the last day on which people are taken in (ISO dates)."""

    start: str | None = None
    slut: str | None = None
    intag_slut: str | None = None


class Signature(Model):
    """One signature block; `undertecknad` null where it can't be told whether there is ink."""

    roll: Literal["insatsagare", "samverkanspart"]
    organisation: str | None = None
    datum: str | None = None
    namn: str | None = None
    epost: str | None = None
    undertecknad: bool | None = None
