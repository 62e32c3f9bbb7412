"""Every question of the form has an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import FORM, Ansokan
from underlag.schemas.form import Field
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

# Judged by rules of their own.
_ELSEWHERE = frozenset({"/underskrifter", "/budget", "/lokus/diskuterad", "/insatstid"})
_NO_ANSWER = re.compile(
    r"(?:klicka (?:eller tryck )?h[äa]r f[öo]r att (?:ange|skriva) (?:text|datum)|v[äa]lj ett objekt|skriv h[äa]r|fyll i h[äa]r"
    r"|tba|tbd|x{2,}|\?+|\.{2,}|_+|-+|–+|n/?a|lorem ipsum.*)[.!]?",
    re.IGNORECASE | re.DOTALL,
)


def _empty(value: object) -> bool:
    """Is there nothing here, or an object of nothings?"""
    if isinstance(value, dict):
        return all(_empty(v) or v is False for v in value.values())
    return value is None or value in ("", (), [])


def check_answered(case: Case[Ansokan]) -> Iterator[Judgment]:
    for field in FORM.fields:
        if field.asked and field.pointer not in _ELSEWHERE:
            yield _judged(case, field)


def _judged(case: Case[Ansokan], field: Field) -> Judgment:
    value = case.value(field.pointer)
    if isinstance(value, str) and _NO_ANSWER.fullmatch(value.strip()):
        return Judgment("broken", (field.pointer,), f"Under ”{field.question}” står bara {quoted(value)}.", actual=value)
    if not _empty(value):
        return holds(field.pointer)
    if case.scanned(field.pointer):
        message = f"Inget svar på ”{field.question}” kunde läsas i skanningen; kontrollera i originalet."
        return Judgment("undecided", (field.pointer,), message)
    if field.pointer in case.texts:
        return Judgment("broken", (field.pointer,), f"Frågan ”{field.question}” är inte besvarad.")
    return Judgment("broken", (field.pointer,), f"Inget svar på frågan ”{field.question}” hittades i ansökan.", severity="varning")


def check_insatstid(case: Case[Ansokan]) -> Iterator[Judgment]:
    for key, name in (("start", "startdatum"), ("slut", "slutdatum")):
        at = f"/insatstid/{key}"
        if case.value(at) is not None:
            yield holds(at)
        elif case.scanned(at):
            yield Judgment("undecided", (at,), f"Insatsens {name} kunde inte läsas i skanningen; kontrollera i originalet.")
        else:
            found = "/insatstid" in case.texts
            yield Judgment("broken", (at,), f"Insatsens {name} saknas.", severity="fel" if found else "varning")


RULES = (
    Rule(
        id="fragor.besvarade",
        title="Formulärets alla frågor är besvarade",
        severity="fel",
        source="Ansökningsformulärets rubriker",
        guidance="Besvara frågan i formuläret.",
        check=check_answered,
    ),
    Rule(
        id="fragor.insatstid",
        title="Insatsens start- och slutdatum är angivna",
        severity="fel",
        source="Ansökningsformuläret, ”Planerad insatstid”",
        guidance="Ange datumet med år, månad och dag.",
        check=check_insatstid,
    ),
)
