"""Arbetsförmedlingen takes part no longer at a time than the policy says."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.validators.organisations import ALIKE, likeness, parties
from underlag.validators.periods import years_of
from underlag.validators.rule import Case, Judgment, Rule, holds

_AGENCY = "Arbetsförmedlingen"
_DAYS = 0.02  # years; a few days more are no longer time


def check_agency(case: Case[Ansokan]) -> Iterator[Judgment]:
    most, years, time = case.in_force(case.policy.arbetsformedlingen_hogst_ar), years_of(case.record), case.record.insatstid
    if most is None or years is None:
        return
    for at, party in parties(case.record):
        if likeness(party.organisation, _AGENCY) < ALIKE:
            continue
        places = (f"{at}/organisation", "/insatstid/slut", "/insatstid/start")
        if years <= most.varde + _DAYS:
            yield holds(*places)
        else:
            message = f"{_AGENCY} är part i insatsen {time.start}–{time.slut}, men medverkar högst {most.varde} år i taget ({most.kalla})."
            yield case.broken(places, message, most.varde, round(years, 1))


RULES = (
    Rule(
        id="parter.arbetsformedlingen",
        title="Arbetsförmedlingen medverkar inte längre i taget än den brukar",
        severity="upplysning",
        source="Policyn, arbetsformedlingen_hogst_ar",
        guidance="Kontrollera hur länge Arbetsförmedlingen deltar.",
        check=check_agency,
        needs=("/*/*/organisation", "/insatstid/start", "/insatstid/slut", "arbetsformedlingen_hogst_ar"),
    ),
)
