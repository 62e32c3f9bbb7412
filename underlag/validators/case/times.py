"""When the insats runs by one document after the other, and whether one follows upon the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed
from underlag.schemas.policy import in_force
from underlag.schemas.result import Severity
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.case.relating import Dated, about, dated, newest, reports, time_of
from underlag.validators.case.spans import Span, day_after
from underlag.validators.organisations import ALIKE, likeness, parties
from underlag.validators.packet.proposals import compare_times
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import listed
from underlag.values.dates import years_between

_AGENCY = "Arbetsförmedlingen"
_FEW_DAYS = 0.02  # years


def check_decided(case: Case[Followed]) -> Iterator[Judgment]:
    """The time that is proposed is the one that the application is about; a part of it is for the reader to know."""
    for note in case.record.of(Tjansteskrivelse):
        application = about(case.record, Ansokan, time_of(note))
        if application is not None:
            yield from compare_times(case, note, application, within="upplysning")


def check_final(case: Case[Followed]) -> Iterator[Judgment]:
    """The final report begins and ends as was decided or applied for; decisions may be about a year each."""
    for report, span in dated(case.record, Slutrapport):
        decided = [f"{note.at}/period" for note, own in newest(case.record, Tjansteskrivelse) if own.meets(span)]
        applied = [f"{application.at}/insatstid" for application, own in newest(case.record, Ansokan) if own.meets(span)]
        for end, verb in (("start", "började"), ("slut", "slutade")):
            planned = {f"{at}/{end}": str(case.value(f"{at}/{end}")) for at in (*decided, *applied)}
            at, told = f"{report.at}/insatstid/{end}", case.value(f"{report.at}/insatstid/{end}")
            same = [place for place, day in planned.items() if day == told]
            if same:
                yield holds(at, *same)
            elif planned:
                days = listed(sorted(set(planned.values())))
                message = f"Insatsen {verb} {told} enligt slutrapporten, men {days} enligt {_called(decided, applied)}."
                yield case.broken((at, *planned), message, next(iter(planned.values())), str(told))


def _called(decided: list[str], applied: list[str]) -> str:
    """What the documents with a planned time are called."""
    return " och ".join(name for name, at in (("förslaget till beslut", decided), ("ansökan", applied)) if at)


def check_outside(case: Case[Followed]) -> Iterator[Judgment]:
    """Quarterly reports are about a time at which the insats runs."""
    known = [(f"{member.at}/insatstid", span) for kind in (Ansokan, Slutrapport) for member, span in dated(case.record, kind)]
    known += [(f"{note.at}/period", span) for note, span in dated(case.record, Tjansteskrivelse)]
    for quarter, report in reports(case.record).items() if known else ():
        places = (f"{report.at}/period/kvartal", f"{report.at}/period/ar")
        if any(quarter.span.meets(span) for _, span in known):
            yield holds(*places)
        else:
            message = f"Rapporten är om {quarter}, men insatsen pågår enligt de andra handlingarna {known[-1][1]}."
            yield case.broken((*places, *(at for at, _ in known)), message)


def check_following(case: Case[Followed]) -> Iterator[Judgment]:
    """An application for more time goes on where the one before it ends."""
    runs = sorted(newest(case.record, Ansokan), key=lambda run: run[1])
    for (before, earlier), (after, later) in pairwise(runs):
        at = (f"{after.at}/insatstid/start", f"{before.at}/insatstid/slut")
        if later.first == day_after(earlier.last):
            yield holds(*at)
            continue
        what = "överlappar den förra" if later.meets(earlier) else f"lämnar ett glapp på {later.apart(earlier)} dagar"
        message = f"Ansökan om fortsättning från {later.first} {what}, som slutar {earlier.last}."
        severity: Severity | None = None if later.meets(earlier) else "upplysning"
        yield case.broken(at, message, day_after(earlier.last).isoformat(), later.first.isoformat(), severity=severity)


def check_agency(case: Case[Followed]) -> Iterator[Judgment]:
    """Arbetsförmedlingen takes part no longer at a time than the policy says, applications that follow upon each other taken together."""
    runs = [run for run in sorted(newest(case.record, Ansokan), key=lambda run: run[1]) if _takes_part(run)]
    for chain in _chains(runs):
        first, last = chain[0][1].first, max(span.last for _, span in chain)
        most = in_force(case.policy.arbetsformedlingen_hogst_ar, last)
        if len(chain) < 2 or most is None:  # one application alone is judged by its own rules
            continue
        at = tuple(place for run in reversed(chain) for place in _takes_part(run))
        years = years_between(first, last)
        if years <= most.varde + _FEW_DAYS:
            yield holds(*at)
        else:
            message = (
                f"{_AGENCY} är part i ansökningar som tillsammans gäller {Span(first, last)}, men medverkar högst {most.varde} år i taget"
            )
            yield case.broken(at, f"{message} ({most.kalla}).", most.varde, round(years, 1))


def _takes_part(run: Dated[Ansokan]) -> list[str]:
    """Where the application names the agency as a party."""
    application, _ = run
    named = ((at, party) for at, party in parties(application.record) if likeness(party.organisation, _AGENCY) >= ALIKE)
    return [f"{application.at}{at}/organisation" for at, _ in named]


def _chains(runs: list[Dated[Ansokan]]) -> Iterator[list[Dated[Ansokan]]]:
    """Applications each of which begins before, or the day after, the one before it ends."""
    chain: list[Dated[Ansokan]] = []
    for run in runs:
        if chain and run[1].first > day_after(max(span.last for _, span in chain)):
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def check_signed_first(case: Case[Followed]) -> Iterator[Judgment]:
    """A decision is proposed when the application has been signed."""
    for note in case.record.of(Tjansteskrivelse):
        application = about(case.record, Ansokan, time_of(note))
        if application is None or note.record.datum is None:
            continue
        days = {f"{application.at}/underskrifter/{n}/datum": s.datum for n, s in enumerate(application.record.underskrifter)}
        signed = {at: date.fromisoformat(day) for at, day in days.items() if day is not None}
        late = [at for at, day in signed.items() if day > date.fromisoformat(note.record.datum)]
        if late:
            message = f"Förslaget till beslut är daterat {note.record.datum}, men ansökan är undertecknad senare ({max(signed.values())})."
            yield case.broken((f"{note.at}/datum", *late), message, max(signed.values()).isoformat(), note.record.datum)
        elif signed:
            yield holds(f"{note.at}/datum")


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.tid_beslut",
        title="Föreslagen tid är den som ansökan gäller",
        severity="varning",
        source="Tjänsteskrivelsens förslag till beslut och ansökans ”Planerad insatstid”",
        guidance="Kontrollera att avvikelsen är avsedd och att bedömningen motiverar den.",
        check=check_decided,
        needs=("/documents/*/record/period", "/documents/*/record/insatstid"),
    ),
    Rule(
        id="insats.tid_slutrapport",
        title="Slutrapporten gäller den tid som beslutades",
        severity="varning",
        source="Slutrapportens insatstid mot beslutet, eller mot ansökan där beslut saknas",
        guidance="Kontrollera om insatstiden har flyttats genom ett beslut.",
        check=check_final,
        needs=("/documents/*/record/insatstid",),
    ),
    Rule(
        id="insats.rapport_utanfor",
        title="Kvartalsrapporterna gäller en tid då insatsen pågår",
        severity="varning",
        source="Kvartalsrapporternas period mot insatstiden",
        guidance="Kontrollera rapportens år och kvartal.",
        check=check_outside,
        needs=("/documents/*/record/period/kvartal",),
    ),
    Rule(
        id="insats.foljd",
        title="En förlängning tar vid där den förra tiden slutar",
        severity="varning",
        source="Ansökningarnas ”Planerad insatstid”",
        guidance="Kontrollera båda ansökningarnas tid, så att ingen tid betalas två gånger.",
        check=check_following,
        needs=("/documents/*/record/insatstid",),
    ),
    Rule(
        id="insats.arbetsformedlingen",
        title="Arbetsförmedlingen medverkar inte längre i taget än den brukar, förlängningar medräknade",
        severity="varning",
        source="Policyn, arbetsformedlingen_hogst_ar",
        guidance="Kontrollera hur länge Arbetsförmedlingen deltar.",
        check=check_agency,
        needs=("/documents/*/record/insatstid",),
    ),
    Rule(
        id="insats.undertecknad_forst",
        title="Ansökan är undertecknad när beslutet föreslås",
        severity="varning",
        source="Tjänsteskrivelsens datum och ansökans underskrifter",
        guidance="Kontrollera datumen, och att beslutet gäller den undertecknade ansökan.",
        check=check_signed_first,
        needs=("/documents/*/record/datum", "/documents/*/record/underskrifter"),
    ),
)
