"""Medlemsavgifter: what each member pays to the association in a year, beside the year before.

Labels are those that associations' tables of contributions have.
"""

from __future__ import annotations

from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model
from underlag.schemas.sums import Total


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


_CHANGE = r"forandring|skillnad|differens|\bdiff\b|okning|andring"

FORM = Form(
    type="medlemsavgifter",
    name="Medlemsavgifter",
    record=Medlemsavgifter,
    dated=("/ar",),
    sums=(
        Total("avgifter.summa", "/totalt/ar", of=("/rader/*/ar",)),
        Total("avgifter.summa", "/totalt/foregaende_ar", of=("/rader/*/foregaende_ar",)),
        Total("avgifter.summa", "/totalt/forandring", of=("/rader/*/forandring",)),
        Total("avgifter.forandring", "/rader/{rad}/forandring", of=("/rader/{rad}/ar",), less=("/rader/{rad}/foregaende_ar",)),
        Total("avgifter.forandring", "/totalt/forandring", of=("/totalt/ar",), less=("/totalt/foregaende_ar",)),
    ),
    titles=(
        r"^(?:preliminara |slutliga |forslag till |fordelning av |berakning av )*medlems(?:avgift|bidrag)",
        r"^fordelning av medel\b",
        r"^medlemmarnas (?:bidrag|avgifter)",
    ),
    fields=(
        Field(
            "/rader",
            Reading.FEES,
            columns=Columns(
                (
                    Column(
                        "medlem",
                        Holds.NAME,
                        (r"^medlem", r"^part(?:er)?$", r"^huvudm[aä]n", r"^kommun(?:er)?$", r"^organisation", r"^finansiar"),
                        required=True,
                    ),
                    Column("ar", Holds.AMOUNT, (r"\b(?:19|20)\d\d\b",), never=_CHANGE),
                    Column("forandring", Holds.AMOUNT, (_CHANGE,)),
                ),
            ),
            omitted=r"^(?:summa|totalt?|totala?\b.*|s a)\b",
            question="Medlemmarnas avgifter",
            asked=True,
        ),
    ),
)
