"""What a case note proposes can be decided as it stands: what is granted, how much, for which time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import sentences
from underlag.validators.wording import kronor, quoted
from underlag.values.amounts import amounts_in

_GRANTS = re.compile(r"\b(?:bevilja|bifall|anslå|avsätt|finansier|tillskjut)", re.IGNORECASE)
_REFUSES = re.compile(r"\b(?:avslå|avslag|avvis|återremit|bordlägg|inte\s+bevilja|ej\s+bevilja)", re.IGNORECASE)
_CONDITION = re.compile(r"\bunder förutsättning\b|\bvillkor|\bgäller under\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:föreslå\w*|förslag\w*)\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:högst|maximalt|max|upp till|uppgå till|belopp\w*)\b", re.IGNORECASE)


def _granting(case: Case[Tjansteskrivelse]) -> bool:
    """Does it propose to grant money? Clauses that only set conditions for a grant don't."""
    clauses = [clause for clause in case.record.forslag_till_beslut if not _CONDITION.search(clause)]
    return any(_GRANTS.search(clause) for clause in clauses) and not any(_REFUSES.search(clause) for clause in clauses)


def check_proposal(case: Case[Tjansteskrivelse]) -> Iterator[Judgment]:
    """There is a proposed decision."""
    if case.record.forslag_till_beslut:
        yield holds("/forslag_till_beslut")
    else:
        yield case.broken_unless_scanned(("/forslag_till_beslut",), "Tjänsteskrivelsen har inget förslag till beslut.")


def check_amount(case: Case[Tjansteskrivelse]) -> Iterator[Judgment]:
    """A proposal to grant money says how much at most."""
    if not _granting(case):
        return
    if case.record.maxbelopp is not None:
        yield holds("/maxbelopp")
    else:
        yield case.broken_unless_scanned(("/maxbelopp", "/forslag_till_beslut"), "Förslaget att bevilja medel anger inget högsta belopp.")


def check_period(case: Case[Tjansteskrivelse]) -> Iterator[Judgment]:
    """A proposal to grant money says for which time, the first day before the last."""
    period = case.record.period
    if period.start is not None and period.slut is not None:
        if period.start <= period.slut:
            yield holds("/period/start", "/period/slut")
        else:
            message = f"Förslagets tid börjar {period.start}, efter att den slutar {period.slut}."
            yield case.broken(("/period/start", "/period/slut"), message, None, period.start)
    elif _granting(case):
        missing = "/period/slut" if period.slut is None else "/period/start"
        yield case.broken_unless_scanned((missing, "/forslag_till_beslut"), "Förslaget att bevilja medel säger inte för vilken tid.")


def check_assessment(case: Case[Tjansteskrivelse]) -> Iterator[Judgment]:
    """An amount that the assessment says is proposed is the proposal's."""
    proposed = case.record.maxbelopp
    if proposed is None:
        return
    for sentence in sentences(case.record.bedomning or ""):
        told = amounts_in(sentence) if _PROPOSED.search(sentence) and _AT_MOST.search(sentence) else []
        if len(told) != 1:
            continue
        if told[0].value.kronor == proposed:
            yield holds("/maxbelopp", "/bedomning")
        else:
            message = f"Förslaget är högst {kronor(proposed)}, men bedömningen säger {quoted(sentence)}."
            yield case.broken(("/maxbelopp", "/bedomning"), message, told[0].value.kronor, proposed)


RULES = (
    Rule(
        id="forslag.finns",
        title="Tjänsteskrivelsen har ett förslag till beslut",
        severity="varning",
        source="Tjänsteskrivelsens rubrik ”Förslag till beslut”",
        guidance="Skriv vad styrelsen ska besluta, ett ”att” för varje beslut.",
        check=check_proposal,
    ),
    Rule(
        id="forslag.belopp",
        title="Ett förslag att bevilja medel anger ett högsta belopp",
        severity="varning",
        source="Tjänsteskrivelsens rubrik ”Förslag till beslut”",
        guidance="Skriv det högsta beloppet i kronor i förslaget.",
        check=check_amount,
        needs=("/forslag_till_beslut",),
    ),
    Rule(
        id="forslag.tid",
        title="Ett förslag att bevilja medel anger för vilken tid",
        severity="varning",
        source="Tjänsteskrivelsens rubrik ”Förslag till beslut”",
        guidance="Skriv första och sista dagen i förslaget.",
        check=check_period,
        needs=("/forslag_till_beslut",),
    ),
    Rule(
        id="forslag.bedomning",
        title="Bedömningen och förslaget har samma belopp",
        severity="varning",
        source="Tjänsteskrivelsens rubriker ”Förslag till beslut” och ”Bedömning”",
        guidance="Kontrollera vilket belopp som gäller och rätta det andra.",
        check=check_assessment,
        needs=("/maxbelopp", "/bedomning"),
    ),
)
