"""How many people: the figure a year, the years and the whole agree, and the goals with them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from underlag.schemas.ansokan import Ansokan
from underlag.validators.periods import years_of
from underlag.validators.rule import Case, Judgment, Rule, holds

_AT = "/forvantat_antal_deltagare"
_SLACK = 0.1
_DAYS = 0.02  # years; a few days do not begin another year
_PEOPLE = ("person", "individ", "deltagar", "ungdom", "unga", "vuxn", "kvinn", "män", "klient", "brukar")


def check_whole(case: Case[Ansokan]) -> Iterator[Judgment]:
    expected, years = case.record.forvantat_antal_deltagare, years_of(case.record)
    if expected.per_ar is None or expected.totalt is None or years is None or expected.lopande:
        return
    at = (f"{_AT}/totalt", f"{_AT}/per_ar")
    product = expected.per_ar * years
    started = {expected.per_ar * whole for whole in (floor(years + _DAYS), ceil(years - _DAYS))}
    if expected.totalt in started or abs(product - expected.totalt) <= max(1.0, _SLACK * product):
        yield holds(*at)
        return
    span = f"{years:.1f}".replace(".", ",")
    said = f"men totalt anges {expected.totalt}"
    message = f"{expected.per_ar} deltagare per år under insatstiden ({span} år) ger omkring {round(product)}, {said}."
    yield case.broken(at, message, round(product), expected.totalt)


def check_goals(case: Case[Ansokan]) -> Iterator[Judgment]:
    """No goal counts on more participants than are expected."""
    expected = case.record.forvantat_antal_deltagare
    for n, goal in enumerate(case.record.mal):
        for quantity in goal.kvantiteter:
            limit = expected.per_ar if quantity.per == "ar" else expected.totalt if quantity.per is None else None
            counted = (quantity.avser or "").casefold()
            if limit is None or quantity.enhet != "antal" or not counted.startswith(_PEOPLE) or expected.lopande:
                continue
            at = (f"/mal/{n}", f"{_AT}/{'per_ar' if quantity.per == 'ar' else 'totalt'}")
            if quantity.varde <= limit:
                yield holds(*at)
            else:
                span = "per år" if quantity.per == "ar" else "totalt"
                message = f"Mål {n + 1} räknar med {quantity.varde:g} {counted} {span}, men förväntat antal deltagare är {limit}."
                yield case.broken(at, message, limit, quantity.varde)


RULES = (
    Rule(
        id="deltagare.antal",
        title="Deltagare per år gånger antal år ger det totala antalet",
        severity="varning",
        source="Ansökningsformuläret, ”Ange förväntat antal deltagare”",
        guidance="Kontrollera båda antalen och rätta det som är fel.",
        check=check_whole,
        needs=("/forvantat_antal_deltagare/per_ar", "/forvantat_antal_deltagare/totalt", "/insatstid/start", "/insatstid/slut"),
    ),
    Rule(
        id="deltagare.mal",
        title="Målen räknar inte med fler deltagare än vad som förväntas",
        severity="varning",
        source="Ansökningsformuläret, ”Beskriv målen med insatsen” och ”Ange förväntat antal deltagare”",
        guidance="Kontrollera vilket antal som gäller och skriv detsamma på båda ställena.",
        check=check_goals,
        needs=("/mal/*/kvantiteter", "/forvantat_antal_deltagare"),
    ),
)
