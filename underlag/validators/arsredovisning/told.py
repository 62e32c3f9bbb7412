"""What the report's text says of the year is what its statements say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.arsredovisning import Arsredovisning
from underlag.validators.allocation import Row, divided_as_decided
from underlag.validators.arsredovisning.statements import years_result
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence, sentences, told_at
from underlag.validators.shares import shares_fit
from underlag.validators.wording import kronor, quoted
from underlag.values.amounts import Amount, amounts_in
from underlag.values.dates import years_in
from underlag.values.folding import fold

_SAYS = re.compile(
    r"\barets (?:resultat|overskott|underskott)(?: for (?:forbundet|aret|20\d\d))?(?: (?:ar|blev|uppgar|uppgick|visar|visade))"
    r"(?: (?:till|ett|pa|ett positivt|ett negativt|resultat|overskott|underskott|om|med|ca|cirka|drygt|knappt|minus|plus)){0,5}$"
)
"""What stands straight before the amount in a sentence that tells the year's result."""
_UNITS = {"tkr": 1_000, "mkr": 1_000_000}


def _text(case: Case[Arsredovisning]) -> Iterator[Sentence]:
    """The outcomes of the insatser, then every other sentence of the running text."""
    outcomes = [*told_at(case.data, *(f"/insatser/{n}/utfall" for n in range(len(case.record.insatser))))]
    yield from outcomes
    seen = {sentence.text for sentence in outcomes}
    yield from (Sentence("", text) for text in sentences(case.texts.get("", "")) if text not in seen)


def check_result(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    result = years_result(case)
    for text in sentences(case.texts.get("", "")) if result is not None else ():
        for found in amounts_in(text):
            if result is None or not _SAYS.search(fold(text[: found.start])) or not {*years_in(text)} <= {case.record.ar}:
                continue
            at, amount = result
            if abs(abs(found.value.kronor) - abs(amount)) <= _rounding(found.value):
                yield holds(at, "")
            else:
                message = f"Texten säger {quoted(text)}, men årets resultat är {kronor(amount)} i resultaträkningen."
                yield case.broken(("", at), message, amount, found.value.kronor, rests_on=(at,))


def _rounding(told: Amount) -> float:
    """One of the last digit that is written, in kronor."""
    unit = _UNITS.get(told.unit or "", 1)
    decimals = re.search(r",(\d{1,2})", told.written)
    return unit / 10 ** len(decimals[1]) if decimals else unit


def _efforts(case: Case[Arsredovisning]) -> Iterator[list[Row]]:
    """The amounts of the report's year in the statement and in each note, totals first."""
    lists = [("/resultatrakning", case.record.resultatrakning)]
    lists += [(f"/noter/{n}/rader", note.rader) for n, note in enumerate(case.record.noter)]
    for at, rows in lists:
        told = [
            (row, f"{at}/{n}/belopp/{c}", a) for n, row in enumerate(rows) for c, a in row.belopp.items() if c[:4] == str(case.record.ar)
        ]
        yield [(place, row.post or "", a) for row, place, a in sorted(told, key=lambda each: not each[0].summa) if a is not None]


RULES: tuple[Rule[Arsredovisning], ...] = (
    Rule(
        id="berattelse.resultat",
        title="Texten säger samma resultat som resultaträkningen",
        severity="varning",
        source="Årsredovisningens text och resultaträkningen",
        guidance="Kontrollera vilket belopp som gäller och skriv detsamma på båda ställena.",
        check=check_result,
        needs=("/resultatrakning", "/ar"),
    ),
    shares_fit(_text),
    divided_as_decided(_efforts),
)
