"""Medlemsavgifter: what each member pays to the association in a year, beside the year before.

Labels are those that associations' tables of contributions have.
"""

from __future__ import annotations

from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model


class Fee(Model):
    """The whole kronor of the year, of the year before, and the change."""

    ar: int | None = None
    foregaende_ar: int | None = None
    forandring: int | None = None


class MemberFee(Fee):
    """One member's fees."""

    medlem: str | None = None


class Medlemsavgifter(Model):
    """The record of a table of fees; `ar` is the year that they are for."""

    ar: int | None = None
    rader: tuple[MemberFee, ...] = ()
    totalt: Fee = Fee()


FORM = Form(
    type="medlemsavgifter",
    name="Medlemsavgifter",
    record=Medlemsavgifter,
    titles=(r"^(?:preliminara |slutliga |forslag till |fordelning av |berakning av )*medlems(?:avgift|bidrag)", r"^fordelning av medel\b", r"^medlemmarnas (?:bidrag|avgifter)"),
    fields=(
        Field(
            "/rader",
            Reading.FEES,
            columns=(
                ("medlem", r"^medlem|^part(er)?$|^huvudman|^kommun(er)?$|^organisation|^finansiar"),
                ("forandring", r"forandring|skillnad|differens|diff\b|okning|andring|\+ ?-"),
            ),
            omitted=r"^(?:summa|totalt?|totala?\b.*|s a)\b",
            question="Medlemmarnas avgifter",
            asked=True,
        ),
    ),
)
