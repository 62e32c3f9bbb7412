"""The account of what can be decided has the amounts of the proposals and applications in the same file, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.schemas.packet import Member, Packet
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.packet.insatser import application_for, row_for
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, number, quoted

_YEAR = re.compile(r"\b(20\d\d)\b")
_DONE = re.compile(r"\b(?:utfall|bokslut|resultat)\b", re.IGNORECASE)
_THOUSAND = 1000


def check_proposals(case: Case[Packet]) -> Iterator[Judgment]:
    """The row of an insats has what the case note proposes for it, over the years that the note is about."""
    for account in case.record.of(EkonomiskInformation):
        for note in case.record.of(Tjansteskrivelse):
            row, period = row_for(account.record, note.record.insats), note.record.period
            if row is None or note.record.maxbelopp is None or period.start is None or period.slut is None:
                continue
            told = _amounts(account, row)
            years = range(int(period.start[:4]), int(period.slut[:4]) + 1)
            if all(year in told for year in years):
                yield _compared(case, note, account.record.rader[row].rubrik, [told[year] for year in years])


def _compared(case: Case[Packet], note: Member[Tjansteskrivelse], row: str | None, told: list[tuple[str, int]]) -> Judgment:
    proposed, planned = note.record.maxbelopp or 0, sum(amount for _, amount in told)
    at = (f"{note.at}/maxbelopp", *(pointer for pointer, _ in told))
    if abs(proposed - planned * _THOUSAND) <= len(told) * _THOUSAND:  # each year is rounded to thousands
        return holds(*at)
    message = f"Förslaget är högst {kronor(proposed)}, men den ekonomiska informationen har {number(planned)} tkr för {quoted(row or '')}."
    return case.broken(at, message, planned * _THOUSAND, proposed)


def check_applications(case: Case[Packet]) -> Iterator[Judgment]:
    """The row of an insats that no case note proposes an amount for has what its application's budget draws each year."""
    proposed = {
        application.at
        for note in case.record.of(Tjansteskrivelse)
        if (application := application_for(case.record, note.record.insats)) is not None and note.record.maxbelopp is not None
    }
    for account in case.record.of(EkonomiskInformation):
        for application in case.record.of(Ansokan):
            row = row_for(account.record, application.record.insatsens_namn)
            if row is not None and application.at not in proposed:
                yield from _by_year(case, account, row, application)


def _by_year(case: Case[Packet], account: Member[EkonomiskInformation], row: int, application: Member[Ansokan]) -> Iterator[Judgment]:
    told, budget = _amounts(account, row), application.record.budget
    for n, year in enumerate(budget.per_ar if budget else ()):
        if year.ar not in told or year.totalt is None:
            continue
        pointer, amount = told[year.ar]
        at = (pointer, f"{application.at}/budget/per_ar/{n}/totalt")
        if abs(amount * _THOUSAND - year.totalt) <= _THOUSAND:
            yield holds(*at)
            continue
        name = quoted(application.record.insatsens_namn or "")
        has = f"{number(amount)} tkr år {year.ar} för {name}"
        message = f"Den ekonomiska informationen har {has}, men ansökans budget har {kronor(year.totalt)}."
        yield case.broken(at, message, year.totalt, amount * _THOUSAND)


def _amounts(account: Member[EkonomiskInformation], row: int) -> dict[int, tuple[str, int]]:
    """What the row has for each year, with its pointer: the last column of the year that looks ahead. Costs may be written as minus."""
    found: dict[int, tuple[str, int]] = {}
    for n, (heading, amount) in enumerate(zip(account.record.kolumner, account.record.rader[row].belopp, strict=False)):
        year = _YEAR.search(heading)
        if year and amount is not None and not _DONE.search(heading):
            found[int(year[1])] = (f"{account.at}/rader/{row}/belopp/{n}", abs(amount))
    return found


RULES = (
    Rule(
        id="paket.ekonomi",
        title="Den ekonomiska informationen räknar med de belopp som föreslås",
        severity="varning",
        source="Den ekonomiska informationens rad för insatsen och tjänsteskrivelsens förslag till beslut",
        guidance="Kontrollera vilket belopp som gäller, och räkna om beslutsutrymmet om raden ändras.",
        check=check_proposals,
        needs=("/parts/*/record/rader", "/parts/*/record/maxbelopp"),
    ),
    Rule(
        id="paket.ekonomi_ansokan",
        title="Den ekonomiska informationen räknar med de belopp som söks",
        severity="varning",
        source="Den ekonomiska informationens rad för insatsen och ansökans budget per år",
        guidance="Kontrollera vilket belopp som gäller, och räkna om beslutsutrymmet om raden ändras.",
        check=check_applications,
        needs=("/parts/*/record/rader", "/parts/*/record/budget"),
    ),
)
