"""Who owns the insats and takes part in it, by one document after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.packet import Member
from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.case.goals import pairs
from underlag.validators.case.relating import about, time_of
from underlag.validators.organisations import parties
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.organisations import same_organisation

_SAME, _OTHER = 0.7, 0.5


def check_owner(case: Case[Followed]) -> Iterator[Judgment]:
    """The quarterly reports name the owner that applied."""
    for report in case.record.of(Kvartalsrapport):
        application, owner = about(case.record, Ansokan, time_of(report)), report.record.insatsagare
        named = {} if application is None else _named(application, "/insatsagare/")
        if owner is None or not named:
            continue
        at = (f"{report.at}/insatsagare", *named)
        if max(same_organisation(owner, name) for name in named.values()) >= _OTHER:
            yield holds(*at)
        else:
            message = f"Rapporten har {quoted(owner)} som insatsägare, men ansökan har {quoted(next(iter(named.values())))}."
            yield case.broken(at, message, next(iter(named.values())), owner)


def check_parties(case: Case[Followed]) -> Iterator[Judgment]:
    """The parties of the application are those of the final report."""
    for application, report in pairs(case.record):
        applied, told = _named(application, "/"), _named(report, "/")
        if not applied or not told:
            continue
        for at, name in applied.items():
            if _among(name, told):
                yield holds(at)
            else:
                message = f"{quoted(name)} är part i ansökan men nämns inte som part i slutrapporten."
                yield case.broken_unless_scanned((f"{report.at}/samverkansparter", at), message, name)
        for at, name in told.items():
            if not _among(name, applied):
                message = f"{quoted(name)} är part i slutrapporten men inte i ansökan."
                yield case.broken((at, f"{application.at}/samverkansparter"), message, None, name, severity="upplysning")


def _named(document: Member[Ansokan] | Member[Slutrapport], under: str) -> Mapping[str, str]:
    """The parties' names by pointer, of those whose pointer in the record begins with `under`."""
    named = ((f"{document.at}{at}/organisation", party.organisation) for at, party in parties(document.record) if at.startswith(under))
    return {at: name for at, name in named if name is not None}


def _among(name: str, others: Mapping[str, str]) -> bool:
    return any(same_organisation(name, other) >= _SAME for other in others.values())


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.agare",
        title="Rapporterna har den insatsägare som ansökte",
        severity="varning",
        source="Ansökans insatsägare och kvartalsrapporternas",
        guidance="Kontrollera att rapporten hör till insatsen, och om den har bytt ägare.",
        check=check_owner,
        needs=("/documents/*/record/insatsagare",),
    ),
    Rule(
        id="insats.parter",
        title="Slutrapportens parter är ansökans",
        severity="varning",
        source="Ansökans och slutrapportens parter",
        guidance="Kontrollera när parten kom till eller lämnade insatsen, och om det är beslutat.",
        check=check_parties,
        needs=("/documents/*/record/samverkansparter",),
    ),
)
