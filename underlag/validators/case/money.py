"""What was sought, granted, used and returned, as one document after the other tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.packet import Member
from underlag.schemas.policy import in_force
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.case.minutes import decided
from underlag.validators.case.relating import about, dated, newest, reported, reports, time_of
from underlag.validators.case.spans import Quarter, Span, quarters
from underlag.validators.packet.proposals import compare_amounts
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.slutrapport.granted import figures_told
from underlag.validators.wording import kronor

_ROUNDING = 1_000  # kronor, for each amount added: figures may be rounded to thousands
_UNITS_APART = 50  # so many times one amount is not another of the same kind, unless one of them is in thousands
_A_YEAR = 4
_MOST = 0.85  # of a time; the insats may have been given a month more


def check_granted(case: Case[Followed]) -> Iterator[Judgment]:
    """What is proposed is what the application asks for over the same time; less is for the reader to know, more is to be looked at."""
    for note in case.record.of(Tjansteskrivelse):
        application = about(case.record, Ansokan, time_of(note))
        if application is not None:
            yield from compare_amounts(case, note, application, less="upplysning")


def check_cap(case: Case[Followed]) -> Iterator[Judgment]:
    """What the quarterly reports say was used is no more than what was granted for their time."""
    for note, span in newest(case.record, Tjansteskrivelse):
        granted, spent = _cap(case, note), _outcomes(reported(case.record, span))
        if granted is None or not spent or in_force(case.policy.beviljat_ar_tak, span.first) is None:
            continue
        used, (place, cap) = sum(spent.values()), granted
        if not _of_one_unit(used, cap * len(spent) // len(list(quarters(span)))):
            continue
        at = (*reversed(spent), place)
        if used <= cap + _ROUNDING * len(spent):
            yield holds(*at)
            continue
        limit = f"de {kronor(cap)} som beslutet eller förslaget till det ger för tiden {span}"
        yield case.broken(at, f"Kvartalsrapporternas utfall är tillsammans {kronor(used)}, mer än {limit}.", cap, used)


def _cap(case: Case[Followed], note: Member[Tjansteskrivelse]) -> tuple[str, int] | None:
    """Where it stands how much was granted, and how much: as the minutes decide, where they do of the only note, else as it proposes."""
    by_minutes = {each.at: each.amount for each in decided(case.record) if each.amount is not None}
    if len(by_minutes) == len(case.record.of(Tjansteskrivelse)) == 1:
        return by_minutes.popitem()
    return None if note.record.maxbelopp is None else (f"{note.at}/maxbelopp", note.record.maxbelopp)


def _outcomes(found: Mapping[Quarter, Member[Kvartalsrapport]]) -> dict[str, int]:
    """The outcomes of reports, by pointer."""
    every = {f"{report.at}/budget/utfall": report.record.budget.utfall for report in found.values()}
    return {at: amount for at, amount in every.items() if amount is not None}


def _of_one_unit(one: int, other: int) -> bool:
    return one > 0 and other / _UNITS_APART < one < other * _UNITS_APART


def check_year(case: Case[Followed]) -> Iterator[Judgment]:
    """The budgets of a year's four quarters are the year's budget in the application."""
    of_quarters = reports(case.record)
    for application, span in newest(case.record, Ansokan):
        for n, row in enumerate(application.record.budget.per_ar if application.record.budget else ()):
            found = [of_quarters[q] for q in of_quarters if q.year == row.ar and q.span.meets(span)]
            amounts = [report.record.budget.budget for report in found]
            if row.totalt is None or len(found) != _A_YEAR or None in amounts:
                continue
            total = sum(amount for amount in amounts if amount is not None)
            at = (f"{found[-1].at}/budget/budget", f"{application.at}/budget/per_ar/{n}/totalt", *(f"{r.at}/budget/budget" for r in found))
            if abs(total - row.totalt) <= _ROUNDING * _A_YEAR or not _of_one_unit(total, row.totalt) or total in _granted(case, row.ar):
                yield holds(*at)
                continue
            message = f"Kvartalens budget {row.ar} är tillsammans {kronor(total)}, men ansökans budget för året är {kronor(row.totalt)}."
            yield case.broken(at, message, row.totalt, total)


def _granted(case: Case[Followed], year: int) -> set[int | None]:
    """What was proposed for just that year."""
    return {note.record.maxbelopp for note, span in dated(case.record, Tjansteskrivelse) if span.first.year == span.last.year == year}


def check_used(case: Case[Followed]) -> Iterator[Judgment]:
    """The final report tells what was granted as the decision does, and what was used as the quarterly reports do."""
    for report, span in newest(case.record, Slutrapport):
        figures, at = figures_told(report.record.budgetutfall or ""), f"{report.at}/budgetutfall"
        if figures is None:
            continue
        granted, spent = _all_granted(case, span), _outcomes(reported(case.record, span))
        whole = len(spent) == len(list(quarters(span)))
        for told, other, exact, says in (
            (figures.granted, granted, True, "beviljades {0}, men beslutet eller förslaget till det säger högst {1}"),
            (figures.used, spent, whole, "förbrukades {0}, men kvartalsrapporternas utfall är tillsammans {1}"),
        ):
            if not other or not _of_one_unit(told, amount := sum(other.values())):
                continue
            slack = figures.slack + _ROUNDING * len(other)
            if abs(told - amount) <= slack:
                yield holds(at, *other)
            elif exact or told < amount:  # what some of the quarters used can't be more than the whole
                message = f"Slutrapporten säger att det {says.format(kronor(told), kronor(amount))}."
                yield case.broken((at, *other), message, amount, told)


def _all_granted(case: Case[Followed], span: Span) -> dict[str, int]:
    """What was granted for a whole time, by pointer; empty where what was granted for some of it isn't known."""
    notes = [(note, own) for note, own in newest(case.record, Tjansteskrivelse) if own.meets(span)]
    known = dict(granted for note, _ in notes if (granted := _cap(case, note)) is not None)
    covered = sum(own.shared(span) for _, own in notes)
    return known if len(known) == len(notes) and covered >= _MOST * span.days else {}


def _all_spent(case: Case[Followed], span: Span) -> dict[str, int]:
    """The outcomes of all quarters of a time, by pointer; empty where a quarter is not reported."""
    spent = _outcomes(reports(case.record))
    own = {f"{report.at}/budget/utfall" for quarter, report in reports(case.record).items() if quarter.span.meets(span)}
    known = {at: amount for at, amount in spent.items() if at in own}
    return known if len(known) == len(list(quarters(span))) else {}


def check_returned(case: Case[Followed]) -> Iterator[Judgment]:
    """What is returned is what was granted and, by all quarterly reports, not used; where the final report does not tell these itself."""
    for report, span in newest(case.record, Slutrapport):
        granted, spent, returned = _all_granted(case, span), _all_spent(case, span), report.record.aterforda_medel
        if not granted or not spent or returned is None or figures_told(report.record.budgetutfall or "") is not None:
            continue
        left, at = sum(granted.values()) - sum(spent.values()), (f"{report.at}/aterforda_medel", *granted, *spent)
        if abs(left - returned) <= _ROUNDING * len(spent) or not _of_one_unit(sum(spent.values()), sum(granted.values())):
            yield holds(*at)
            continue
        message = (
            f"{kronor(returned)} återförs enligt slutrapporten, men högst {kronor(sum(granted.values()))} beviljades eller föreslogs och "
            f"{kronor(sum(spent.values()))} har använts enligt kvartalsrapporterna, så {kronor(left)} är kvar."
        )
        yield case.broken(at, message, left, returned)


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.beviljat",
        title="Föreslaget belopp är det som ansökan har för samma tid",
        severity="varning",
        source="Tjänsteskrivelsens förslag till beslut och ansökans budget",
        guidance="Kontrollera att avvikelsen är avsedd och att bedömningen motiverar den.",
        check=check_granted,
        needs=("/documents/*/record/maxbelopp",),
    ),
    Rule(
        id="insats.tak",
        title="Det som har använts ryms i det beviljade",
        severity="varning",
        source="Policyn, beviljat_ar_tak; tjänsteskrivelsens förslag och kvartalsrapporternas utfall",
        guidance="Kontrollera beloppen; bara faktiska kostnader upp till det beviljade ersätts.",
        check=check_cap,
        needs=("/documents/*/record/maxbelopp", "/documents/*/record/budget/utfall"),
    ),
    Rule(
        id="insats.arsbudget",
        title="Kvartalens budget är tillsammans årets",
        severity="varning",
        source="Kvartalsrapporternas budget och ansökans budget per år",
        guidance="Kontrollera vilken budget som gäller efter beslutet.",
        check=check_year,
        needs=("/documents/*/record/budget/per_ar", "/documents/*/record/budget/budget"),
    ),
    Rule(
        id="insats.forbrukat",
        title="Slutrapporten räknar med det som beviljats och använts",
        severity="varning",
        source="Slutrapporten, ”Utfall av budget/finansiering”, mot beslut och kvartalsrapporter",
        guidance="Be insatsägaren förklara skillnaden och rätta det som är fel.",
        check=check_used,
        needs=("/documents/*/record/budgetutfall",),
    ),
    Rule(
        id="insats.aterfort",
        title="Det som återförs är det som inte har använts",
        severity="varning",
        source="Slutrapportens återförda medel mot beslut och kvartalsrapporter",
        guidance="Kontrollera beloppen; det beviljade är ett tak och bara faktiska kostnader ersätts.",
        check=check_returned,
        needs=("/documents/*/record/aterforda_medel", "/documents/*/record/maxbelopp", "/documents/*/record/budget/utfall"),
    ),
)
