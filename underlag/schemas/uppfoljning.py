"""The half-year memo (PM) over all insatser: one record per memo, its nine tables with a row for each insats.

Source of the headings: the association's memos, and the wordings that sister associations' follow-ups use.
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model
from underlag.schemas.uppfoljning_sums import SUMS
from underlag.schemas.uppfoljning_tables import (
    AVSLUTSANLEDNINGAR,
    BUDGET,
    DELTAGARE,
    FORSORJNING,
    FORUTSATTNINGAR,
    FORVANTADE,
    INSATSER,
    KVALITET,
    MAL,
)
from underlag.values.numerals import NUMERALS

Quarter = Literal[1, 2, 3, 4]


class Period(Model):
    """The year and the quarters that the memo covers."""

    ar: int | None = None
    kvartal: tuple[Quarter, ...] = ()


class InsatsRow(Model):
    """When the insats runs (ISO dates)."""

    insats: str
    start: str | None = None
    slut: str | None = None


class GoalRow(Model):
    """Is it in phase with its goals, does the steering group expect to reach them; as written."""

    insats: str
    i_fas: str | None = None
    prognos: str | None = None


class ConditionRow(Model):
    """What the outcome depends on; as written."""

    insats: str
    start_i_tid: str | None = None
    vakanser_sof: str | None = None
    vakanser_egen: str | None = None
    avvikelser_budget: str | None = None


class BudgetRow(Model):
    """Kronor of the period; `forbrukningskvot` percent; `prognos` as written."""

    insats: str
    budget: int | None = None
    utfall: int | None = None
    forbrukningskvot: float | None = None
    prognos: str | None = None


class QualityRow(Model):
    """The answers on quality, in the order of the columns; null where a cell is empty."""

    insats: str
    svar: tuple[str | None, ...] = ()


class ParticipantTotals(Model):
    """Participants in numbers; shares in percent. `kvinnor` and `man` ended to work or studies."""

    totalt: int | None = None
    avslutade: int | None = None
    avslutade_perioden: int | None = None
    kvinnor: int | None = None
    man: int | None = None
    andel_arbete_studier: float | None = None
    andel_handlingsplan: float | None = None
    pagaende: int | None = None


class ParticipantRow(ParticipantTotals):
    """One insats."""

    insats: str


class EndingRow(Model):
    """Why participants ended."""

    anledning: str
    kvinnor: int | None = None
    man: int | None = None
    totalt: int | None = None


class SupportRow(Model):
    """What participants lived on before and after; shares and `forandring_procent` in percent."""

    forsorjning: str
    fore: int | None = None
    andel_fore: float | None = None
    efter: int | None = None
    andel_efter: float | None = None
    forandring: int | None = None
    forandring_procent: float | None = None


class ExpectedTotals(Model):
    """Participants so far, and expected over the whole time of the insats."""

    totalt: int | None = None
    forvantat: int | None = None


class ExpectedRow(ExpectedTotals):
    """One insats."""

    insats: str


class Uppfoljning(Model):
    """The record of a memo."""

    period: Period | None = None
    antal_insatser: int | None = None
    insatser: tuple[InsatsRow, ...] = ()
    mal: tuple[GoalRow, ...] = ()
    forutsattningar: tuple[ConditionRow, ...] = ()
    budget: tuple[BudgetRow, ...] = ()
    kvalitet: tuple[QualityRow, ...] = ()
    deltagare: tuple[ParticipantRow, ...] = ()
    deltagare_totalt: ParticipantTotals | None = None
    avslutsanledningar: tuple[EndingRow, ...] = ()
    forsorjning: tuple[SupportRow, ...] = ()
    forvantade_deltagare: tuple[ExpectedRow, ...] = ()
    forvantade_deltagare_totalt: ExpectedTotals | None = None


_COUNTED = rf"\b(\d{{1,3}}|{'|'.join(sorted(NUMERALS))})(?: (?!av\b|om\b|har\b)[a-z]{{4,20}}){{0,2}} (?:samverkans)?insatser(?:na)?\b"
_NOT_ALL = r"(?! (?:har |som (?:har )?)?(?:avslut|startat|tillkom|inte|lamnat|avvik|ar markera|saknar|ej))"
_SAID_COUNT = (
    rf"{_COUNTED}{_NOT_ALL}(?: som)?(?: har)? (?:varit i ?gang|pag|bedriv|drivs|ingar|redovis|foljs upp|omfatt|finansier|fatt finans|ryms)",
    rf"\b(?:de|lista \w+ de|samtliga|alla|totalt|sammanlagt|omfattar|avser|redovisar) {_COUNTED.removeprefix(chr(92) + 'b')}{_NOT_ALL}",
    r"\bantal(?:et)? (?:pagaende |aktuella |finansierade )?(?:samverkans)?insatser(?: ar| var)? (\d{1,3})\b",
    r"\b(\d{1,3}) (?:finansierade|pagaende|aktuella|aktiva|beviljade) (?:samverkans)?insatser\b",
)
"""Sentences that say how many insatser the memo covers; "fyra insatser har avslutats" is not one."""

FORM = Form(
    type="uppfoljning",
    name="Uppföljning av insatser (PM)",
    record=Uppfoljning,
    dated=("/period",),
    sums=SUMS,
    fields=(
        Field("/period", Reading.QUARTER, question="Period", several=True),
        Field("/antal_insatser", Reading.NUMBER, question="Antal insatser", said=_SAID_COUNT),
        Field("/insatser", Reading.TABLE, question="Insatser", columns=INSATSER),
        Field("/mal", Reading.TABLE, question="Nuläge mål", columns=MAL),
        Field("/forutsattningar", Reading.TABLE, question="Förutsättningar för utfall", columns=FORUTSATTNINGAR),
        Field("/budget", Reading.TABLE, question="Prognos och utfall budget", columns=BUDGET),
        Field("/kvalitet", Reading.TABLE, question="Kvalitetssäkring", columns=KVALITET),
        Field("/deltagare", Reading.TABLE, question="Insatser med individinriktning", columns=DELTAGARE),
        Field("/avslutsanledningar", Reading.TABLE, question="Avslutningsanledningar", columns=AVSLUTSANLEDNINGAR),
        Field("/forsorjning", Reading.TABLE, question="Individers försörjning", columns=FORSORJNING),
        Field("/forvantade_deltagare", Reading.TABLE, question="Antal deltagare", columns=FORVANTADE),
    ),
    titles=(
        r"^(?:pm )?\w*(?:uppfoljning|rapport)\w* (?:av|over|om|for) (?:\w+ ){0,3}(?:samverkans)?insatser(?:na)?\b",
        r"^pm\b.*uppfoljning",
        r"^(?:halvars|tertial|delars)(?:uppfoljning|rapport)\b",
        r"^(?:lagesrapport|sammanstallning|lagesbild)\b.*\binsatser(?:na)?\b",
        r"\buppfoljning(?:s pm)? .*\binsatser(?:na)?\b.*(?:kvartal|halvar)",
    ),
)
