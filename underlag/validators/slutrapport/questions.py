"""Every question of the final report has an answer of its own."""

from __future__ import annotations

from underlag.schemas.slutrapport import FORM, Slutrapport
from underlag.validators.answers import FOLLOWED_UP, answered, own_words, unbroken
from underlag.validators.periods import lasting
from underlag.validators.rule import Rule

ANSWERS = (
    "/syfte",
    "/mal_och_utfall",
    "/jamstalldhet",
    "/bakgrund",
    "/behov_forandrat",
    "/malgrupp",
    "/metoder",
    "/uppfoljning",
    "/implementering",
    "/implementering_diskussion",
    "/budgetutfall",
    "/konsekvens_aterforda_medel",
    "/lardomar",
    "/lardomar_per_part",
)
_ELSEWHERE = frozenset({"/underskrifter", "/insatstid", "/konsekvens_aterforda_medel"})

RULES: tuple[Rule[Slutrapport], ...] = (
    answered(FORM, elsewhere=_ELSEWHERE, unasked="upplysning"),
    FOLLOWED_UP,
    own_words(*ANSWERS),
    unbroken(*ANSWERS),
    lasting(*(answer for answer in ANSWERS if answer != "/bakgrund")),  # the background tells of other projects
)
