"""The questions of a form are answered, and no answer breaks off: rules that are made for each form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.form import Field, Form
from underlag.validators.rule import Case, Judgment, Record, Rule, holds, is_empty
from underlag.validators.sentences import breaks_off
from underlag.validators.wording import quoted
from underlag.values.pointers import places

_NO_ANSWER = re.compile(
    r"(?:klicka (?:eller tryck )?h[äa]r f[öo]r att (?:ange|skriva) (?:text|datum)|v[äa]lj ett objekt|skriv h[äa]r|fyll i h[äa]r"
    r"|tba|tbd|x{2,}|\?+|\.{2,}|_+|-+|–+|n/?a|lorem ipsum.*)[.!]?",
    re.IGNORECASE | re.DOTALL,
)


def answered(form: Form, *, elsewhere: frozenset[str] = frozenset()) -> Rule[Record]:
    """Every question that each copy of `form` asks has an answer; those at `elsewhere` are judged by rules of their own."""

    def check(case: Case[Record]) -> Iterator[Judgment]:
        for field in form.fields:
            if field.asked and field.question and field.pointer not in elsewhere:
                yield _judged(case, field)

    return Rule(
        id="fragor.besvarade",
        title="Formulärets alla frågor är besvarade",
        severity="fel",
        source="Formulärets rubriker",
        guidance="Besvara frågan i formuläret.",
        check=check,
    )


def _judged(case: Case[Record], field: Field) -> Judgment:
    value = case.value(field.pointer)
    if isinstance(value, str) and _NO_ANSWER.fullmatch(value.strip()):
        return Judgment("broken", (field.pointer,), f"Under ”{field.question}” står bara {quoted(value)}.", actual=value)
    if not is_empty(value):
        return holds(field.pointer)
    if case.scanned(field.pointer):
        message = f"Inget svar på ”{field.question}” kunde läsas i skanningen; kontrollera i originalet."
        return Judgment("undecided", (field.pointer,), message)
    if field.pointer in case.texts:
        return Judgment("broken", (field.pointer,), f"Frågan ”{field.question}” är inte besvarad.")
    return Judgment("broken", (field.pointer,), f"Inget svar på frågan ”{field.question}” hittades.", severity="varning")


def unbroken(*answers: str) -> Rule[Record]:
    """None of the `answers` in running text (pointers or patterns) breaks off in the middle of a sentence."""

    def check(case: Case[Record]) -> Iterator[Judgment]:
        for pattern in answers:
            for at, _ in places(case.data, pattern):
                text = case.value(at)
                if isinstance(text, str):
                    yield _whole(case, at, text, listed="*" in pattern)

    return Rule(
        id="text.avbruten",
        title="Inget svar bryts mitt i en mening",
        severity="varning",
        source="Formulärets rubriker",
        guidance="Skriv klart meningen; något kan ha fallit bort.",
        check=check,
    )


def _whole(case: Case[Record], at: str, text: str, *, listed: bool) -> Judgment:
    line = text.rstrip()
    if not breaks_off(line):
        return holds(at)
    message = f"Svaret bryts mitt i en mening: {quoted(line, ending=True)}."
    # What is listed stands in boxes or cells, whose lines a scan reader easily takes for items of their own.
    return (case.broken_unless_scanned if listed else case.broken)((at,), message, None, line[-80:])
