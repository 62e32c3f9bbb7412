"""Which figures of a half-year memo follow from which others, in one table and between its tables.

What a column counts differs between memos (shares of the whole year beside money of half a year, a participant under several reasons
for ending): where the memo's own rows don't bear a relation out, it is not declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from underlag.schemas.relations import Relation, Sum
from underlag.schemas.sums import BorneOut, Declared, EitherOf, Percentage, SameByName, Total
from underlag.values.folding import fold
from underlag.values.pointers import places, value_at

_TO_WORK = re.compile(
    r"\b(?:arbete|arbetar|jobb|anstall\w*|studi\w*|studer\w*|utbildning\w*|(?:eget|egen) (?:foretag\w*|\w*verksamhet)|foretagare)\b"
)
_COUNTS = ("totalt", "avslutade", "avslutade_perioden", "kvinnor", "man", "pagaende")
_WORKING = ("kvinnor", "man")
_ROW = "/forsorjning/{n}"


@dataclass(frozen=True, slots=True)
class Endings:
    """The reasons for ending, each participant under one of them: all who ended, and of these the women and men to work or studies."""

    kind: str

    def relations(self, record: object) -> Iterator[Relation]:
        """The totals of the participants, from the rows of the reasons."""
        rows = [row for row, _ in places(record, "/avslutsanledningar/*")]
        working = [row for row in rows if _TO_WORK.search(fold(str(value_at(record, f"{row}/anledning") or "")))]
        if rows:
            yield Sum(self.kind, "/deltagare_totalt/avslutade_perioden", tuple(f"{row}/totalt" for row in rows))
        for key in _WORKING if working else ():
            yield Sum(self.kind, f"/deltagare_totalt/{key}", tuple(f"{row}/{key}" for row in working))


def _remaining(row: str) -> Total:
    return Total("memo.pagaende", f"{row}/totalt", of=(f"{row}/avslutade", f"{row}/pagaende"), every=True)


def _working(row: str) -> Percentage:
    return Percentage(
        "memo.andel", f"{row}/andel_arbete_studier", part=tuple(f"{row}/{key}" for key in _WORKING), whole=(f"{row}/avslutade_perioden",)
    )


def _support(*whole: tuple[str, str]) -> EitherOf:
    """The shares of what participants lived on, by what they may be shares of: the totals before and after."""
    return EitherOf(
        tuple(
            BorneOut(
                (
                    Percentage("memo.forsorjning", f"{_ROW}/andel_fore", part=(f"{_ROW}/fore",), whole=(before,)),
                    Percentage("memo.forsorjning", f"{_ROW}/andel_efter", part=(f"{_ROW}/efter",), whole=(after,)),
                )
            )
            for before, after in whole
        )
    )


QUOTAS = BorneOut((Percentage("memo.kvot", "/budget/{n}/forbrukningskvot", part=("/budget/{n}/utfall",), whole=("/budget/{n}/budget",)),))
"""The share of the budget that is used; in some memos it is of the whole year, beside the money of a part of it."""

REMAINING = BorneOut((_remaining("/deltagare/{n}"), _remaining("/deltagare_totalt")))
"""Who takes part has ended or goes on; in some memos one of the columns counts others too."""

COLUMNS = BorneOut(
    (
        *(Total("memo.kolumn", f"/deltagare_totalt/{key}", of=(f"/deltagare/*/{key}",)) for key in _COUNTS),
        *(
            Total("memo.kolumn", f"/forvantade_deltagare_totalt/{key}", of=(f"/forvantade_deltagare/*/{key}",))
            for key in ("totalt", "forvantat")
        ),
    )
)
"""The rows of totals; in some memos they count each person once, whatever number of insatser takes part in."""

SUMS: tuple[Declared, ...] = (
    REMAINING,
    COLUMNS,
    BorneOut((_working("/deltagare/{n}"), _working("/deltagare_totalt"))),
    BorneOut(
        (
            SameByName("memo.tabeller", ("/deltagare", "totalt"), ("/forvantade_deltagare", "totalt"), by="insats"),
            Total("memo.tabeller", "/forvantade_deltagare_totalt/totalt", of=("/deltagare_totalt/totalt",)),
        )
    ),
    BorneOut((Endings("memo.tabeller"),)),
    Total(
        "memo.avslut", "/avslutsanledningar/{n}/totalt", of=("/avslutsanledningar/{n}/kvinnor", "/avslutsanledningar/{n}/man"), every=True
    ),
    BorneOut((Total("memo.forandring", f"{_ROW}/forandring", of=(f"{_ROW}/efter",), less=(f"{_ROW}/fore",), every=True),)),
    BorneOut((Percentage("memo.forandring", f"{_ROW}/forandring_procent", part=(f"{_ROW}/forandring",), whole=(f"{_ROW}/fore",)),)),
    _support(
        ("/deltagare_totalt/avslutade_perioden", "/deltagare_totalt/avslutade_perioden"),
        ("/forsorjning/*/fore", "/forsorjning/*/efter"),
        ("/avslutsanledningar/*/totalt", "/avslutsanledningar/*/totalt"),
    ),
    QUOTAS,
)
