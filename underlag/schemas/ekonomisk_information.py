"""Ekonomisk information: the office's account to the board of what is decided and what room is left for decisions.

Labels are those of the association's own tables ("BESLUTSUTRYMME") and of sister associations' forecasts.
"""

from __future__ import annotations

from underlag.schemas.amount_sums import AmountSums
from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model


class AmountRow(Model):
    """One row of the table; `belopp` in column order, in thousands of kronor as written."""

    rubrik: str | None = None
    insatsagare: str | None = None
    belopp: tuple[int | None, ...] = ()


class EkonomiskInformation(Model):
    """The record; the two lists of what can still be decided have one amount a column, in thousands of kronor as written."""

    per_datum: str | None = None
    kolumner: tuple[str, ...] = ()
    rader: tuple[AmountRow, ...] = ()
    beslutsutrymme_fore: tuple[int | None, ...] = ()
    beslutsutrymme_efter: tuple[int | None, ...] = ()


_ROOM = (
    r"(?:(?:besluts ?)?utrymme(?: for (?:nya )?beslut)?|(?:kvar|aterstar|aterstaende)(?: medel)? att (?:besluta|fordela)"
    r"|disponibel\w*(?: medel| utrymme)?)"
)
_BEFORE = rf"{_ROOM}\b.*\b(?:fore|innan|exkl\w*|utan)\b"
_AFTER = rf"{_ROOM}\b.*\b(?:efter|inkl\w*|med)\b|(?:aterstaende|kvarvarande|resterande) {_ROOM}"

FORM = Form(
    type="ekonomisk_information",
    name="Ekonomisk information",
    record=EkonomiskInformation,
    dated=("/per_datum",),
    sums=(
        AmountSums(
            "/rader",
            "/beslutsutrymme_fore",
            "/beslutsutrymme_efter",
            kinds=("ekonomi.summa", "ekonomi.beslutsutrymme_fore", "ekonomi.beslutsutrymme_efter"),
        ),
    ),
    titles=(
        r"^ekonomisk (?:information|rapport|redovisning|lagesrapport|uppfoljning)\b",
        r"^ekonomi(?:rapport|information)\b",
        r"^(?:aktuellt )?beslutsutrymme\b",
        r"^\w+ och beslutsutrymme\b",
        r"^budgetuppfoljning\b",
    ),
    fields=(
        Field(
            "/per_datum",
            Reading.LETTER_DATE,
            weak=("Per", "Per datum", "Datum"),
            patterns=(r"(?i)\bper\s+(?:den\s+)?(?P<value>.{4,40})",),
            question="Per datum",
        ),
        Field("/kolumner", Reading.AMOUNT_HEADINGS, question="Kolumner"),
        Field(
            "/rader",
            Reading.AMOUNT_ROWS,
            (
                "Finansiella anslag",
                "Totalt ingående beslutsutrymme",
                "Nya ansökningar, ej beviljade",
                "Årets beräknade resultat",
                "S:a samverkansinsatser",
            ),
            owner=r"^(?:insats|projekt)?agare|^kommun|^organisation|^huvudman|^part$",
            omitted=rf"{_BEFORE}|{_AFTER}",
            columns=Columns((Column("belopp", Holds.LIST, (r"\b(?:budget|prognos|utfall|bokslut|plan)\b.*\b20\d\d",), required=True),)),
            question="Rader",
            asked=True,
        ),
        Field(
            "/beslutsutrymme_fore",
            Reading.AMOUNT_ROW,
            ("Beslutsutrymme före", "Beslutsutrymme före nedan föreslagna ansökningar"),
            patterns=(_BEFORE,),
            question="Beslutsutrymme före",
            asked=True,
        ),
        Field(
            "/beslutsutrymme_efter",
            Reading.AMOUNT_ROW,
            ("Beslutsutrymme efter", "Beslutsutrymme efter ovan föreslagna ansökningar"),
            patterns=(_AFTER,),
            question="Beslutsutrymme efter",
            asked=True,
        ),
    ),
)
