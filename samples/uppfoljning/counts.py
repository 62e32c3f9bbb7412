"""Rows of a memo's tables whose shares and totals are right, so that only a planted misprint is wrong."""

from __future__ import annotations

from collections.abc import Iterable

from underlag.schemas.uppfoljning import ExpectedRow, ExpectedTotals, ParticipantRow, ParticipantTotals, SupportRow

Numbers = tuple[int, int, int, int, float | None]
"""Ended over the whole time, ended in the period, of these women and men to work or studies, share with a plan."""


def participants(insats: str, going: int, numbers: Numbers) -> ParticipantRow:
    """One insats; `going` are those who are still in it."""
    ended, lately, women, men, plan = numbers
    return ParticipantRow(
        insats=insats,
        totalt=ended + going,
        avslutade=ended,
        avslutade_perioden=lately,
        kvinnor=women,
        man=men,
        andel_arbete_studier=share(women + men, lately),
        andel_handlingsplan=plan,
        pagaende=going,
    )


def total(rows: Iterable[ParticipantRow], plan: float | None) -> ParticipantTotals:
    """The row of totals."""
    listed = tuple(rows)
    whole = {key: sum(getattr(row, key) or 0 for row in listed) for key in ("totalt", "avslutade", "avslutade_perioden", "kvinnor", "man")}
    return ParticipantTotals(
        **whole,
        andel_arbete_studier=share(whole["kvinnor"] + whole["man"], whole["avslutade_perioden"]),
        andel_handlingsplan=plan,
        pagaende=sum(row.pagaende or 0 for row in listed),
    )


def support(name: str, before: int, after: int, of: int) -> SupportRow:
    """What participants lived on, `of` all who ended."""
    return SupportRow(
        forsorjning=name,
        fore=before,
        andel_fore=share(before, of),
        efter=after,
        andel_efter=share(after, of),
        forandring=after - before,
        forandring_procent=share(after - before, before),
    )


def expected(rows: Iterable[ExpectedRow]) -> ExpectedTotals:
    """The row of totals."""
    listed = tuple(rows)
    return ExpectedTotals(totalt=sum(row.totalt or 0 for row in listed), forvantat=sum(row.forvantat or 0 for row in listed))


def share(part: int, whole: int) -> float | None:
    """Whole percent, half away from zero; None of nothing."""
    if not whole:
        return None
    return float(int(abs(part) * 100 / whole + 0.5) * (1 if part >= 0 else -1))
